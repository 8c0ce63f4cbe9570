/**
 * What a figure from few cases or from a sample is worth: its interval, or its p-value, with the
 * method by name.
 *
 * <p>The entry types are {@link dev.steppe.statistics.ConfidenceInterval} and {@link
 * dev.steppe.statistics.PValue}.
 *
 * <pre>{@code
 * ConfidenceInterval.clopperPearson(7, 20, 0.9);   // 0.177..0.558 (at least 90 %, Clopper-Pearson)
 * PValue.sampled(99, 9_999);                       // 0.0100 (from a sample, standard error 0.0010)
 * }</pre>
 */
@NullMarked
package dev.steppe.statistics;

import org.jspecify.annotations.NullMarked;
