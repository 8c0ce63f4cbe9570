package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import java.util.Optional;

/**
 * In what is known of a country, one code that differs from earlier.
 *
 * @param country the country, as it is named later
 * @param code the code of the readings
 * @param kind what differs
 * @param before what was known, over all sources; empty if it was missing, or did not apply
 * @param after what is known; empty if it is missing, or does not apply
 * @param readingsBefore the readings with their sources; none if it was missing
 * @param readingsAfter the readings later
 * @param notApplicableBefore why it did not apply to the country; empty if it did
 * @param notApplicableAfter why it does not apply; empty if it does
 * @since 0.1
 */
public record ReadingChange(
    Country country,
    String code,
    Kind kind,
    Optional<Estimate> before,
    Optional<Estimate> after,
    ImmutableList<Reading> readingsBefore,
    ImmutableList<Reading> readingsAfter,
    Optional<NotApplicable> notApplicableBefore,
    Optional<NotApplicable> notApplicableAfter) {

  /** What differs. */
  public enum Kind {
    /** It was missing. */
    ADDED("new"),
    /** It is missing. */
    REMOVED("gone"),
    /** It is another estimate. */
    CHANGED("changed"),
    /** It is the same number in another {@linkplain dev.steppe.evidence.Unit unit}. */
    UNIT("other unit"),
    /**
     * It is the same, told otherwise: by other sources, in a unit of another spelling, or for
     * another reason why it does not apply.
     */
    SOURCE("other source"),
    /** It does not apply to the country any more, with or without a reading before. */
    NOT_APPLICABLE("not applicable"),
    /** It did not apply to the country, and does; it may be missing. */
    APPLICABLE("applicable");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The word for it. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** Checks that no part is null. */
  public ReadingChange {
    requireNonNull(country, "country");
    requireNonNull(code, "code");
    requireNonNull(kind, "kind");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(readingsBefore, "readingsBefore");
    requireNonNull(readingsAfter, "readingsAfter");
    requireNonNull(notApplicableBefore, "notApplicableBefore");
    requireNonNull(notApplicableAfter, "notApplicableAfter");
  }

  /** Whether scores may move with it: whether more differs than the source. */
  public boolean counts() {
    return kind != Kind.SOURCE;
  }

  /** The change in words. */
  @Override
  public String toString() {
    return RevisionText.of(this);
  }
}
