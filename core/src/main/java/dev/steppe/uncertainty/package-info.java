/**
 * How sure is a score, and who outranks whom when weights and readings are not known for sure?
 *
 * <p>Entry type: {@link dev.steppe.uncertainty.UncertaintyAnalysis}. It draws weights and readings
 * many times, scores and ranks all countries each time, and counts. Where an exact answer exists it
 * is given instead, and marked so; all other probabilities carry an interval. Readings may be
 * {@linkplain dev.steppe.uncertainty.Correlations correlated}, judgements that all countries share
 * are {@linkplain dev.steppe.uncertainty.SharedJudgement drawn for all at once}, draws may be taken
 * from {@linkplain dev.steppe.uncertainty.UncertaintyAnalysis#withSampling Sobol sequences}, and
 * {@linkplain dev.steppe.uncertainty.ScoreDraws one by one}. Ranks are counted by country and by
 * pair, and on request by {@linkplain dev.steppe.uncertainty.RankingOrders whole order}.
 *
 * <pre>{@code
 * UncertaintyResult u = UncertaintyAnalysis.of(scorer)
 *     .withWeights(WeightUncertainty.uniform())
 *     .withSize(100_000)
 *     .withSeed(42)
 *     .run(List.of(a, b));
 * u.probabilityRiskier(a, b);
 * u.order("KAZ", "UKR");   // "Kazakhstan is below Ukraine in 73.2 % of ..."
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1287/opre.49.3.444.11220">Lahdelma, Salminen (2001), SMAA-2:
 *     Stochastic multicriteria acceptability analysis for group decision making. Operations
 *     Research 49(3), 444-454</a>
 */
@NullMarked
package dev.steppe.uncertainty;

import org.jspecify.annotations.NullMarked;
