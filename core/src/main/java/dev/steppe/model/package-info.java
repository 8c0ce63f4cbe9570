/**
 * How what is known is judged: indicators, the factors that group them, and how each is weighed.
 *
 * <p>The entry type is {@link dev.steppe.model.RiskModel}: a tree whose leaves are indicators. A
 * value makes one trip through it: <em>reading, treated, normalised (0 to 100, 100 is riskiest),
 * weighted, aggregated up the tree, score</em>.
 *
 * <pre>{@code
 * RiskModel model = RiskModel.builder("my-risk")
 *     .factor("exposure", 0.6, f -> f
 *         .indicator(Indicator.of("border_share", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 60))
 *         .indicator(Indicator.of("trade_share", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 50)))
 *     .factor("protection", 0.4, f -> f
 *         .aggregation(Aggregation.geometric(1.0))
 *         .indicator(Indicator.of("treaty", LOWER_IS_RISKIER), 1.0, Normalization.goalposts(0, 1)))
 *     .missing(MissingPolicy.reweight(0.6))
 *     .build();
 * model.effectiveWeight("trade_share");   // 0.3
 * }</pre>
 */
@NullMarked
package dev.steppe.model;

import org.jspecify.annotations.NullMarked;
