package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import java.io.Serializable;

/**
 * Something that is read off a country: the key of its readings, and which end of it is risky.
 *
 * <pre>{@code
 * Indicator.of("kin_share", Direction.HIGHER_IS_RISKIER)
 *     .withName("Russians in the population").withUnit("fraction").withDomain(0, 1);
 * }</pre>
 *
 * @param code the key of the readings, see {@link dev.steppe.evidence.CountryProfile}
 * @param name the name for people
 * @param unit the {@linkplain dev.steppe.evidence.Unit unit} of the readings, in words; may be
 *     empty, and then a reading may be in any
 * @param direction which end is risky
 * @param domainLower the least reading that makes sense; may be minus infinity
 * @param domainUpper the greatest reading that makes sense; may be infinity
 * @since 0.1
 */
public record Indicator(
    String code,
    String name,
    String unit,
    Direction direction,
    double domainLower,
    double domainUpper)
    implements Serializable {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the code is not a code, the name is blank, or the domain is
   *     empty
   */
  public Indicator {
    // A domain from -0.0 is one from 0.0.
    domainLower += 0.0;
    domainUpper += 0.0;
    Faults faults = new Faults();
    faults.code(code, "indicator code");
    faults.notBlank(name, "name of indicator '" + code + "'");
    requireNonNull(unit, "unit");
    requireNonNull(direction, "direction");
    if (!(domainLower < domainUpper)) {
      faults.add(
          Text.of(
              "Domain of indicator '%s' needs lower < upper, but was [%s, %s]",
              code, domainLower, domainUpper));
    }
    faults.throwIfAny();
  }

  /** Obtains an indicator whose name is its code, with no unit and any finite reading allowed. */
  public static Indicator of(String code, Direction direction) {
    return new Indicator(
        code, code, "", direction, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A copy of which the other end is risky, or the same. */
  public Indicator withDirection(Direction direction) {
    return new Indicator(code, name, unit, direction, domainLower, domainUpper);
  }

  /** A copy with a name for people. */
  public Indicator withName(String name) {
    return new Indicator(code, name, unit, direction, domainLower, domainUpper);
  }

  /** A copy with a unit. */
  public Indicator withUnit(String unit) {
    return new Indicator(code, name, unit, direction, domainLower, domainUpper);
  }

  /**
   * A copy whose readings must lie in {@code [lower, upper]}. A reading outside is an error: it
   * catches a percentage where a fraction is meant.
   */
  public Indicator withDomain(double lower, double upper) {
    return new Indicator(code, name, unit, direction, lower, upper);
  }

  /**
   * An estimate of a reading as far as it is in the domain, see {@link Estimate#truncatedTo}.
   *
   * @throws IllegalArgumentException if nothing of it is, or it cannot be cut
   */
  public Estimate inDomain(Estimate estimate) {
    return estimate.truncatedTo(domainLower, domainUpper);
  }
}
