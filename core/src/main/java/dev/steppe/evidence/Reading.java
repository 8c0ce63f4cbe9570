package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;

/**
 * One figure about one country: what is known, in which unit, from whom.
 *
 * <pre>{@code
 * Reading.of(34).withUnit("percent of imports").withSource(Source.of("World Factbook", "Imports"));
 * }</pre>
 *
 * @param estimate what is known
 * @param unit the {@linkplain Unit unit}, in words; may be empty
 * @param source where it comes from
 * @since 0.1
 */
public record Reading(Estimate estimate, String unit, Source source) implements Serializable {

  /** Checks that no part is null. */
  public Reading {
    requireNonNull(estimate, "estimate");
    Checks.wellFormed(unit, "unit");
    requireNonNull(source, "source");
  }

  /** Obtains a reading of an exact value whose unit and source are not stated. */
  public static Reading of(double value) {
    return of(Estimate.exact(value));
  }

  /** Obtains a reading whose unit and source are not stated. */
  public static Reading of(Estimate estimate) {
    return new Reading(estimate, "", Source.unstated());
  }

  /** A copy that says another unit of the same number, see {@link #convertedTo}. */
  public Reading withUnit(String unit) {
    return new Reading(estimate, unit, source);
  }

  /**
   * The reading in another unit, to which it is converted; no unit is taken to be that one.
   *
   * <pre>{@code
   * Reading.of(35).withUnit("percent").convertedTo("fraction").estimate();   // 0.35
   * }</pre>
   *
   * @throws IllegalArgumentException if the units are of different kinds, see {@link Unit}
   */
  public Reading convertedTo(String unit) {
    Unit from = Unit.of(this.unit);
    Unit to = Unit.of(unit);
    if (!from.converts(to)) {
      throw new IllegalArgumentException(
          "A reading in '"
              + Text.brief(this.unit)
              + "' cannot be converted to '"
              + Text.brief(unit)
              + "'");
    }
    return new Reading(from.convert(estimate, to), unit, source);
  }

  /** A copy with another source. */
  public Reading withSource(Source source) {
    return new Reading(estimate, unit, source);
  }

  /** A copy with another estimate. */
  public Reading withEstimate(Estimate estimate) {
    return new Reading(estimate, unit, source);
  }

  @Override
  public String toString() {
    return estimate + (unit.isEmpty() ? "" : " " + Text.printable(unit)) + ", " + source;
  }
}
