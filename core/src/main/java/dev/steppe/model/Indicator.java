package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.Doubles;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.List;

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
 * @param levels the only readings that there are, ascending; empty if there may be any. The domain
 *     goes from the first to the last
 * @since 0.1
 */
public record Indicator(
    String code,
    String name,
    String unit,
    Direction direction,
    double domainLower,
    double domainUpper,
    List<Double> levels)
    implements Serializable {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the code is not a code, the name is blank, the domain is
   *     empty, or there is one level only, or one that is not finite, comes twice or is outside the
   *     domain
   */
  public Indicator {
    // A domain from -0.0 is one from 0.0.
    domainLower += 0.0;
    domainUpper += 0.0;
    Faults faults = new Faults();
    faults.code(code, "indicator code");
    faults.notBlank(name, "name of indicator '" + code + "'");
    faults.wellFormed(requireNonNull(unit, "unit"), "unit of indicator '" + code + "'");
    requireNonNull(direction, "direction");
    if (!(domainLower < domainUpper)) {
      faults.add(
          Text.of(
              "Domain of indicator '%s' needs lower < upper, but was [%s, %s]",
              code, domainLower, domainUpper));
    }
    levels = Levels.checked(levels, code, domainLower, domainUpper, faults);
    faults.throwIfAny();
    if (!levels.isEmpty()) {
      domainLower = levels.get(0);
      domainUpper = levels.get(levels.size() - 1);
    }
  }

  /** Checks the parts of an indicator of which any reading within its domain is one. */
  public Indicator(
      String code,
      String name,
      String unit,
      Direction direction,
      double domainLower,
      double domainUpper) {
    this(code, name, unit, direction, domainLower, domainUpper, List.of());
  }

  /** Obtains an indicator whose name is its code, with no unit and any finite reading allowed. */
  public static Indicator of(String code, Direction direction) {
    return new Indicator(
        code, code, "", direction, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** A copy of which the other end is risky, or the same. */
  public Indicator withDirection(Direction direction) {
    return new Indicator(code, name, unit, direction, domainLower, domainUpper, levels);
  }

  /** A copy with a name for people. */
  public Indicator withName(String name) {
    return new Indicator(code, name, unit, direction, domainLower, domainUpper, levels);
  }

  /** A copy with a unit. */
  public Indicator withUnit(String unit) {
    return new Indicator(code, name, unit, direction, domainLower, domainUpper, levels);
  }

  /**
   * A copy whose readings must lie in {@code [lower, upper]}. A reading outside is an error: it
   * catches a percentage where a fraction is meant. Of {@linkplain #withLevels levels}, those that
   * are inside stay.
   */
  public Indicator withDomain(double lower, double upper) {
    return new Indicator(
        code, name, unit, direction, lower, upper, Levels.within(levels, lower, upper));
  }

  /**
   * A copy whose readings can only be some numbers, as grades and counts can; its domain goes from
   * the least to the greatest. A known reading that is none of them is an error. An uncertain one
   * says how sure the level is: it must be in the domain, and is drawn as it says. Tipping points
   * move from level to level.
   *
   * <pre>{@code
   * Indicator.of("grade", Direction.HIGHER_IS_RISKIER).withLevels(0, 1, 2, 3).isLevel(0.66);   // false
   * }</pre>
   *
   * @param levels at least two; none for an indicator that may have any reading in its domain
   * @throws IllegalArgumentException if there is one only, or one is not finite or comes twice
   */
  public Indicator withLevels(double... levels) {
    return levels.length == 0
        ? new Indicator(code, name, unit, direction, domainLower, domainUpper)
        : new Indicator(
            code,
            name,
            unit,
            direction,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Doubles.asList(levels));
  }

  /** Whether a number is one of the levels, or there are none. */
  public boolean isLevel(double reading) {
    return levels.isEmpty() || levels.contains(reading + 0.0);
  }

  /**
   * An estimate of a reading as far as it is in the domain, see {@link Estimate#truncatedTo}.
   *
   * @throws IllegalArgumentException if nothing of it is, or it cannot be cut
   */
  public Estimate inDomain(Estimate estimate) {
    return estimate.truncatedTo(domainLower, domainUpper);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
