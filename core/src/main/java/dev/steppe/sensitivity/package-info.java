/**
 * What drives a score, and the order of countries.
 *
 * <p>{@link dev.steppe.sensitivity.SensitivityAnalysis} divides the spread of a score, of the ranks
 * ({@link dev.steppe.sensitivity.RankInputs}), or of any function, among its uncertain inputs;
 * {@link dev.steppe.sensitivity.SobolPoints} and {@link dev.steppe.sensitivity.MorrisPoints} do it
 * for outputs that are computed elsewhere; {@link dev.steppe.sensitivity.Tornado} moves one reading
 * at a time between its bounds; {@link dev.steppe.sensitivity.ImportanceVersusWeight} asks whether
 * the parts of a score matter as much as their weights say, over a set of countries.
 *
 * <pre>{@code
 * SensitivityAnalysis.of(scorer, kazakhstan).sobol().summary();
 * // Most of the spread of the score comes from ...
 * ImportanceVersusWeight.of(scorer, profiles);
 * }</pre>
 */
@NullMarked
package dev.steppe.sensitivity;

import org.jspecify.annotations.NullMarked;
