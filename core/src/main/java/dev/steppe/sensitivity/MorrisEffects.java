package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.table.Table;

/**
 * Elementary effects of inputs, by Morris's method: a cheap way to see which inputs hardly matter,
 * with {@code trajectories * (k + 1)} outputs for {@code k} inputs, and {@code 4 k} more to see
 * what the steps hide ({@link #remarks}). It ranks inputs; for shares of the variance see {@link
 * SobolIndices}.
 *
 * <pre>{@code
 * MorrisEffects effects =
 *     SensitivityAnalysis.of(
 *             x -> 3 * x[0] - x[1], UncertainInput.uniform("a", 0, 1), UncertainInput.uniform("b", 0, 2))
 *         .morris(10);
 * effects.effect("b").mean();           // -2.0: over its whole range, b takes 2 away
 * effects.effect("b").meanAbsolute();   // 2.0
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1080/00401706.1991.10484804">Morris (1991), Factorial sampling
 *     plans for preliminary computational experiments, Technometrics 33, 161-174</a>
 * @see <a href="https://doi.org/10.1016/j.envsoft.2006.10.004">Campolongo, Cariboni and Saltelli
 *     (2007), An effective screening design for sensitivity analysis of large models, Environmental
 *     Modelling and Software 22, 1509-1518</a>, for the mean of the absolute values
 * @since 0.1
 */
public final class MorrisEffects {

  private final String output;
  private final ImmutableList<MorrisEffect> effects;
  private final int trajectories;
  private final int levels;
  private final long seed;
  private final ImmutableList<String> remarks;

  MorrisEffects(
      String output,
      ImmutableList<MorrisEffect> effects,
      int trajectories,
      int levels,
      long seed,
      ImmutableList<String> remarks) {
    this.output = output;
    this.effects = effects;
    this.trajectories = trajectories;
    this.levels = levels;
    this.seed = seed;
    this.remarks = remarks;
  }

  String output() {
    return output;
  }

  /** The effects by input, in the order in which these were given. */
  public ImmutableList<MorrisEffect> effects() {
    return effects;
  }

  /**
   * The effects of an input.
   *
   * @throws IllegalArgumentException if there is no such input
   */
  public MorrisEffect effect(String input) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    effects.forEach(effect -> names.add(effect.input()));
    return effects.get(SobolIndices.number(names.build(), input));
  }

  /** How many elementary effects of each input there are. */
  public int trajectories() {
    return trajectories;
  }

  /** On how many levels the probabilities of an input lie, from 0 to 1. */
  public int levels() {
    return levels;
  }

  /** The seed of the trajectories. */
  public long seed() {
    return seed;
  }

  /**
   * What a reader must know before believing the effects: of which inputs they have both signs, and
   * what inputs do that steps of the grid do not show. All steps are half of the levels, so an
   * output that swings back within a step seems not to move; a few moves off the grid tell. Empty
   * if there is nothing to say. The wording may change between releases.
   *
   * <pre>{@code
   * SensitivityAnalysis.of(x -> Math.sin(3 * Math.PI * x[0]), UncertainInput.uniform("a", 0, 1))
   *     .morris(10)
   *     .remarks();   // Steps of 0.67 of the range hide what inputs do: other moves ...
   * }</pre>
   */
  public ImmutableList<String> remarks() {
    return remarks;
  }

  /** The effects as a table, the greatest mean of absolute values first. */
  public Table toTable() {
    return DriverTables.of(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
