package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Faults;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * One bond between two actors over a period: a treaty between them, or an alliance to which both
 * belong.
 *
 * <pre>{@code
 * Tie.of("KAZ", "TUR", TieKind.PARTNERSHIP, "strategic partnership", LocalDate.of(2009, 10, 22), source)
 *     .binding();   // 0.25
 * }</pre>
 *
 * @param first one actor
 * @param second another actor; the order of the two says nothing
 * @param kind what the tie obliges them to
 * @param label the name of the treaty or alliance
 * @param strength how much the tie binds full members, in {@code [0, 1]}
 * @param degree how full it is, in {@code [0, 1]}: 1 between full members, 0.5 with an observer
 * @param period when it holds
 * @param source where it is known from
 * @since 0.1
 */
public record Tie(
    String first,
    String second,
    TieKind kind,
    String label,
    double strength,
    double degree,
    Period period,
    Source source)
    implements Serializable {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a name is blank, the two actors are one, or a number is
   *     outside {@code [0, 1]}
   */
  public Tie {
    Faults faults = new Faults();
    faults.notBlank(first, "actor of a tie");
    faults.notBlank(second, "actor of a tie");
    requireNonNull(kind, "kind");
    faults.notBlank(label, "label of the tie " + first + "-" + second);
    requireNonNull(period, "period");
    requireNonNull(source, "source");
    if (first.equals(second)) {
      faults.add("tie '" + Text.brief(label) + "' is from '" + Text.brief(first) + "' to itself");
    }
    strength = faults.inRange(strength, 0, 1, "strength of the tie '" + label + "'");
    degree = faults.inRange(degree, 0, 1, "degree of the tie '" + label + "'");
    faults.throwIfAny();
  }

  /** Obtains a full tie with the default strength of its kind and no known end. */
  public static Tie of(
      String first, String second, TieKind kind, String label, LocalDate since, Source source) {
    return new Tie(
        first, second, kind, label, kind.defaultStrength(), 1, Period.from(since), source);
  }

  /** A copy with another strength. */
  public Tie withStrength(double strength) {
    return new Tie(first, second, kind, label, strength, degree, period, source);
  }

  /** A copy with another degree. */
  public Tie withDegree(double degree) {
    return new Tie(first, second, kind, label, strength, degree, period, source);
  }

  /** A copy that holds until a date, which is the first day without it. */
  public Tie until(LocalDate end) {
    return during(new Period(period.since(), end));
  }

  Tie during(Period other) {
    return new Tie(first, second, kind, label, strength, degree, other, source);
  }

  /** How much the tie binds: {@code strength * degree}. */
  public double binding() {
    return strength * degree;
  }

  /** Whether an actor is one of the two. */
  public boolean involves(String actor) {
    return first.equals(actor) || second.equals(actor);
  }

  /** Whether the two actors, in either order, are those of the tie. */
  public boolean isBetween(String one, String other) {
    return first.equals(one) ? second.equals(other) : first.equals(other) && second.equals(one);
  }

  /** One line: the label, the two actors and the period. */
  @Override
  public String toString() {
    return Text.printable(label + " " + first + "-" + second) + " " + period;
  }
}
