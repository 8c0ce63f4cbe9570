package dev.steppe.score;

import dev.steppe.internal.Faults;
import dev.steppe.internal.Remade;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator or a factor adds to a score or to a difference of scores, in points.
 *
 * <p>The contributions of all indicators sum to the score minus its baseline, or to the difference.
 * That of a factor is the sum over the indicators below it.
 *
 * <pre>{@code
 * scorer.compare(aland, bland).contribution("treaty").points();   // 40.0
 * scorer.compare(aland, bland).contributions();                   // [treaty +40.0, border_share +9.0, trade_share -6.0]
 * }</pre>
 *
 * @since 0.1
 */
public final class Contribution implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String name;
  private final double points;
  private final double first;
  private final double second;

  Contribution(String code, String name, double points, double first, double second) {
    this.code = code;
    this.name = name;
    this.points = points;
    this.first = first;
    this.second = second;
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "contribution",
        () -> {
          Faults faults = new Faults();
          faults.code(code, "code of a contribution");
          faults.notBlank(name, "name of a contribution");
          faults.finite(points, "points of a contribution");
          for (double value : new double[] {first, second}) {
            if (!Double.isNaN(value)) {
              faults.inRange(value, 0, 100, "value of a contribution");
            }
          }
          faults.throwIfAny();
          return this;
        });
  }

  /** The code of the indicator or factor. */
  public String code() {
    return code;
  }

  /** Its name for people. */
  public String name() {
    return name;
  }

  /** The points that it adds; negative where it takes away. */
  public double points() {
    return points;
  }

  /** Its value, from 0 to 100, in the scorecard (the first, in a comparison); empty if missing. */
  public OptionalDouble value() {
    return Double.isNaN(first) ? OptionalDouble.empty() : OptionalDouble.of(first);
  }

  /** The value it is held against: the baseline's, or the second scorecard's; empty if missing. */
  public OptionalDouble reference() {
    return Double.isNaN(second) ? OptionalDouble.empty() : OptionalDouble.of(second);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Contribution other
        && code.equals(other.code)
        && Double.compare(points, other.points) == 0
        && Double.compare(first, other.first) == 0
        && Double.compare(second, other.second) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, points, first, second);
  }

  @Override
  public String toString() {
    return code + " " + (points >= 0 ? "+" : "") + points;
  }
}
