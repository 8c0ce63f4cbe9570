package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Which of the figures that a table has for several years are read: of each country and indicator
 * the newest that fits. The year stays with the reading ({@link Source#observedYear}), and the
 * country is described as of the last day of the year that was asked for.
 *
 * <pre>{@code
 * Years.of(2021);                            // only figures of 2021
 * Years.upTo(2021);                          // the newest, not after 2021
 * Years.upTo(2021).withGreatestAge(5);       // the newest of 2016 to 2021, else none
 * Years.upTo(2021).publishedBy(LocalDate.of(2022, 2, 23));   // as it was known then
 * }</pre>
 *
 * @param last the last year of which figures count
 * @param greatestAge how many years before the last a figure may be of; empty if any
 * @param published the day until which a figure must have been published; null if it does not
 *     matter. It needs a column {@code published} in the table, and of several versions of a figure
 *     takes the last one.
 * @since 0.1
 */
public record Years(int last, OptionalInt greatestAge, @Nullable LocalDate published) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the year has not four digits, or the age is less than 0
   */
  public Years {
    requireNonNull(greatestAge, "greatestAge");
    if (last < 1000 || last > 9999) {
      throw new IllegalArgumentException("Year must have four digits, but was " + last);
    }
    if (greatestAge.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "Greatest age must be at least 0, but was " + greatestAge.getAsInt());
    }
  }

  /** Figures of this year only. */
  public static Years of(int year) {
    return new Years(year, OptionalInt.of(0), null);
  }

  /** The newest figure that is not of a later year. */
  public static Years upTo(int year) {
    return new Years(year, OptionalInt.empty(), null);
  }

  /** A copy that takes no figure of more than this many years before the last year. */
  public Years withGreatestAge(int years) {
    return new Years(last, OptionalInt.of(years), published);
  }

  /**
   * A copy that takes nothing that was published after a day: the <em>vintage</em> of that day,
   * which is what could be known then, before later revisions.
   */
  public Years publishedBy(LocalDate day) {
    return new Years(last, greatestAge, requireNonNull(day, "day"));
  }

  /** The same rule at another year; what had to be published by a day, then by the year's last. */
  Years at(int year) {
    return new Years(year, greatestAge, published == null ? null : LocalDate.of(year, 12, 31));
  }

  /** The date that a country described by these figures is as of. */
  LocalDate date() {
    return LocalDate.of(last, 12, 31);
  }

  boolean contains(int year) {
    return year <= last && (greatestAge.isEmpty() || last - year <= greatestAge.getAsInt());
  }
}
