package dev.steppe.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The readings that make sense, as plain data.
 *
 * @param lower the least; null if there is none, which minus infinity becomes
 * @param upper the greatest; null if there is none, which infinity becomes
 * @param levels the only readings that there are; any between the ends if none are given. Where
 *     they are, the ends are the least and the greatest of them, and may be left out
 * @see IndicatorDefinition
 * @since 0.1
 */
public record DomainDefinition(
    @Nullable Double lower, @Nullable Double upper, List<Double> levels) {

  /** Brings ends that are none into one form. Nothing is checked here. */
  public DomainDefinition {
    lower = lower != null && lower == Double.NEGATIVE_INFINITY ? null : lower;
    upper = upper != null && upper == Double.POSITIVE_INFINITY ? null : upper;
    levels = Plain.list(levels);
  }

  /** Any finite reading. */
  public static DomainDefinition any() {
    return of(null, null);
  }

  /** Any reading from end to end. */
  public static DomainDefinition of(@Nullable Double lower, @Nullable Double upper) {
    return new DomainDefinition(lower, upper, List.of());
  }
}
