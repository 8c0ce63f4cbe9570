/**
 * How tests read it: AssertJ claims about scorecards, rankings and comparisons, whose failures say
 * what accounts for them.
 *
 * <p>The entry type is {@link dev.steppe.assertj.SteppeAssertions}. AssertJ is an optional
 * dependency: a project that uses this package has it among its own.
 *
 * <pre>{@code
 * import static dev.steppe.assertj.SteppeAssertions.assertThat;
 * import static dev.steppe.assertj.SteppeAssertions.byAtLeast;
 *
 * Scorecard aland = scorer.score(alandProfile);
 * Scorecard bland = scorer.score(blandProfile);
 * assertThat(aland).isRiskierThan(bland, byAtLeast(10)).hasCoverageAtLeast(0.9);
 * assertThat(aland).isRiskierThan(bland).withProbabilityAtLeast(0.95);
 * assertThat(aland).factor("exposure").hasValueBetween(40, 50);
 * assertThat(aland.compareWith(bland)).isDecided().isExplainedBy("treaty", "border_share");
 * assertThat(scorer.rank(profiles)).ranksInOrder("AAA", "BBB");
 * }</pre>
 *
 * <p>Scores, differences, shares and bounds are held against each other at {@link
 * dev.steppe.score.Ranking#DECIMALS} decimals, as rankings do, so that no claim hangs on a rounding
 * error: 60.000000000001 is not riskier than 60, and lies between 50 and 60. Where a claim takes a
 * tolerance of its own, nothing is rounded.
 *
 * <p>An argument that makes no sense is an {@link java.lang.IllegalArgumentException}, not a failed
 * assertion: a bound that is NaN or out of the scale, a lower bound above the upper, the code of
 * nothing in the model.
 */
@NullMarked
package dev.steppe.assertj;

import org.jspecify.annotations.NullMarked;
