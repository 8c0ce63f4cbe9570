/**
 * What is counted over draws: ranks, who is first, who is above whom, whole orders, scores.
 *
 * <p>Entry types: {@link dev.steppe.internal.tally.RankTally} and {@link
 * dev.steppe.internal.tally.ScoreHistogram}, fed with a {@link
 * dev.steppe.internal.tally.ScoreBlock}. Counts are whole numbers and sums are {@link
 * dev.steppe.internal.tally.ReproducibleSums}, so that parts add up to the same bits in any order.
 */
@NullMarked
package dev.steppe.internal.tally;

import org.jspecify.annotations.NullMarked;
