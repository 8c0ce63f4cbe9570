package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Decimals;

/**
 * A figure of an order, or how much two orders differ in it, with an interval from resampled
 * clusters.
 *
 * @param value of the cases as they are
 * @param interval the middle part of the figures of the resamples
 * @since 0.1
 */
public record BootstrapFigure(double value, ConfidenceInterval interval) {

  /** Checks that there is an interval. */
  public BootstrapFigure {
    requireNonNull(interval, "interval");
  }

  /** Such as {@code 0.875, 0.500..1.000 (about 95 %, bootstrap percentiles)}. */
  @Override
  public String toString() {
    return Decimals.fixed(value, 3) + ", " + interval;
  }
}
