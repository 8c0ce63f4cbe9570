package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The days from one date, which is included, until another, which is not.
 *
 * <pre>{@code
 * Period.from(LocalDate.of(1994, 4, 20)).includes(LocalDate.of(2022, 2, 23));   // true
 * }</pre>
 *
 * @param since the first day
 * @param until the first day after it; {@link LocalDate#MAX} if no end is known
 * @since 0.1
 */
public record Period(LocalDate since, LocalDate until) implements Serializable {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if {@code until} is not after {@code since}
   */
  public Period {
    requireNonNull(since, "since");
    requireNonNull(until, "until");
    if (!since.isBefore(until)) {
      throw new IllegalArgumentException("until " + until + " must be after since " + since);
    }
  }

  /** Obtains a period without a known end. */
  public static Period from(LocalDate since) {
    return new Period(since, LocalDate.MAX);
  }

  /** Whether no end is known. */
  public boolean isOpen() {
    return until.equals(LocalDate.MAX);
  }

  /** Whether a date is in the period; {@code until} is not. */
  public boolean includes(LocalDate date) {
    return !date.isBefore(since) && date.isBefore(until);
  }

  /** Whether the two periods share a day. */
  public boolean overlaps(Period other) {
    return since.isBefore(other.until) && other.since.isBefore(until);
  }

  /** The days that are in both. */
  Period and(Period other) {
    return new Period(
        since.isAfter(other.since) ? since : other.since,
        until.isBefore(other.until) ? until : other.until);
  }

  @Override
  public String toString() {
    return "since " + since + (isOpen() ? "" : " until " + until);
  }
}
