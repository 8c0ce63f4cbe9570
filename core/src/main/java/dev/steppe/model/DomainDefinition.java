package dev.steppe.model;

import org.jspecify.annotations.Nullable;

/**
 * The readings that make sense, as plain data.
 *
 * @param lower the least; null if there is none, which minus infinity becomes
 * @param upper the greatest; null if there is none, which infinity becomes
 * @see IndicatorDefinition
 * @since 0.1
 */
public record DomainDefinition(@Nullable Double lower, @Nullable Double upper) {

  /** Brings ends that are none into one form. Nothing is checked here. */
  public DomainDefinition {
    lower = lower != null && lower == Double.NEGATIVE_INFINITY ? null : lower;
    upper = upper != null && upper == Double.POSITIVE_INFINITY ? null : upper;
  }

  /** Any finite reading. */
  public static DomainDefinition any() {
    return new DomainDefinition(null, null);
  }
}
