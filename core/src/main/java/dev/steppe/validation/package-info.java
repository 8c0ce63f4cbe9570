/**
 * How well scores order what happened.
 *
 * <p>The entry type is {@link dev.steppe.validation.Validation}: scores and {@link
 * dev.steppe.validation.Outcomes} in, figures with intervals out. The outcomes are the user's; none
 * are shipped here. {@link dev.steppe.validation.BrierScore} judges probabilities, which scores are
 * not, and {@link dev.steppe.validation.RankCorrelation} compares two orders with each other.
 *
 * <pre>{@code
 * Map<String, Integer> scores = Map.of("AAA", 70, "BBB", 50, "CCC", 50, "DDD", 20);
 * Validation validation = Validation.of(scores, Outcomes.of("AAA", "CCC"));
 * validation.auc().value();           // 0.875
 * validation.auc().interval();        // 0.137..0.997 (at least 95 %, distribution-free)
 * validation.top(2).precision();      // 0.75: BBB and CCC share the second place
 * validation.auc().warnings();        // 2 events and 2 other cases say next to nothing
 * }</pre>
 */
@NullMarked
package dev.steppe.validation;

import org.jspecify.annotations.NullMarked;
