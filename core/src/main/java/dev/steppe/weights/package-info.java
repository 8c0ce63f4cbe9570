/**
 * What other weights would say: how far weights can move before an order changes.
 *
 * <p>Three questions, each with its entry type:
 *
 * <ul>
 *   <li>How far can one weight move, the others in proportion, before two countries change places?
 *       {@link dev.steppe.weights.WeightStability}
 *   <li>What is the least change of all weights that brings two countries level? {@link
 *       dev.steppe.weights.WeightFlip}
 *   <li>Given only what can be said of the weights ("this counts at least as much as that"), which
 *       order is certain, which is possible, and how high can a country come? {@link
 *       dev.steppe.weights.RobustOrder}
 * </ul>
 *
 * <pre>{@code
 * WeightStability.of(scorer, profiles).interval("treaty");   // from which weight to which
 * WeightFlip.of(scorer, aland, bland).weights();             // the nearest weights that make them level
 * RobustOrder.of(scorer, profiles, WeightSet.any().heavier("treaty", "trade_share"));
 * }</pre>
 *
 * <p>All three ask for an additive model, that is one whose score is a weighted sum, and take the
 * central value of every uncertain reading. "The weights" are the effective weights of the
 * indicators, which sum to 1 over the whole tree; where it says so, the weights of the children of
 * one factor instead, all others kept.
 */
@NullMarked
package dev.steppe.weights;

import org.jspecify.annotations.NullMarked;
