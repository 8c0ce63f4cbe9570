package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import java.util.Optional;

/**
 * In what is known of a country, one code that differs from earlier.
 *
 * @param country the country, as it is named later
 * @param code the code of the readings
 * @param kind what differs
 * @param before what was known, over all sources; empty if it was missing
 * @param after what is known; empty if it is missing
 * @param readingsBefore the readings with their sources; none if it was missing
 * @param readingsAfter the readings later
 * @since 0.1
 */
public record ReadingChange(
    Country country,
    String code,
    Kind kind,
    Optional<Estimate> before,
    Optional<Estimate> after,
    ImmutableList<Reading> readingsBefore,
    ImmutableList<Reading> readingsAfter) {

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
    /** It is the same estimate, told otherwise: by other sources, or a unit of another spelling. */
    SOURCE("other source");

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
