/**
 * How an analysis is made: what it samples, and how it is run. One vocabulary for every room that
 * draws, permutes or searches.
 *
 * <p>Entry types: {@link dev.steppe.analysis.SampleDesign}, on which every bit of a result depends;
 * {@link dev.steppe.analysis.Execution}, on which none does.
 *
 * <pre>{@code
 * SampleDesign design = SampleDesign.random(10_000).withSeed(7);
 * UncertaintyAnalysis.of(scorer).withDesign(design).withThreads(2).run(profiles);
 * }</pre>
 */
@NullMarked
package dev.steppe.analysis;

import org.jspecify.annotations.NullMarked;
