/**
 * The one place where scores are computed. A single score is the bulk evaluation of one row.
 *
 * <p>Entry type: {@link dev.steppe.internal.kernel.CompiledModel}. No part of the public API. NaN
 * marks a missing reading here and in the columns of {@link dev.steppe.score.BulkScorer}; where
 * else it does, {@code core/docs/engine.md} says.
 */
@NullMarked
package dev.steppe.internal.kernel;

import org.jspecify.annotations.NullMarked;
