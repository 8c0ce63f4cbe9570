package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure comes from: a document, the place in it, the year it describes, and how firm it
 * is.
 *
 * <pre>{@code
 * Source.of("World Factbook snapshot 2022-02-17", "Economy / Exports - partners")
 *     .observed(2019).withQuality(Quality.EXACT);
 * }</pre>
 *
 * @since 0.1
 */
public final class Source implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Source UNSTATED = new Source("", "", null, Quality.UNSTATED, "");

  private final String document;
  private final String place;
  private final @Nullable Integer observedYear;
  private final Quality quality;
  private final String note;

  private Source(
      String document, String place, @Nullable Integer observedYear, Quality quality, String note) {
    this.document = document;
    this.place = place;
    this.observedYear = observedYear;
    this.quality = quality;
    this.note = note;
  }

  /**
   * Obtains a source whose year is not known, of {@link Quality#EXACT exact} quality.
   *
   * @param document the name of the document, not blank
   * @param place where in the document: a section, a table, a row; may be empty
   */
  public static Source of(String document, String place) {
    return new Source(
        Checks.notBlank(document, "document of a source"),
        Checks.wellFormed(place, "place in a source"),
        null,
        Quality.EXACT,
        "");
  }

  /** The source of a reading about which nothing was said. */
  public static Source unstated() {
    return UNSTATED;
  }

  /**
   * A copy with the year that the figure describes, which is often not the year of the document.
   */
  public Source observed(int year) {
    if (year < 1000 || year > 9999) {
      throw new IllegalArgumentException(
          "Observed year of '" + document + "' must have four digits, but was " + year);
    }
    return new Source(document, place, year, quality, note);
  }

  /** A copy with the quality. */
  public Source withQuality(Quality quality) {
    return new Source(document, place, observedYear, requireNonNull(quality, "quality"), note);
  }

  /** A copy with a note: what a reader of the figure should know. */
  public Source withNote(String note) {
    return new Source(
        document, place, observedYear, quality, Checks.wellFormed(note, "note of a source"));
  }

  /**
   * A copy that says how the figure was changed from what this source has, after its place; all
   * else stays as it is.
   *
   * <pre>{@code
   * Source.of("World Factbook", "Exports").changed("20 % moved to CHN").place();
   * // "Exports; 20 % moved to CHN"
   * }</pre>
   */
  public Source changed(String how) {
    Checks.notBlank(how, "how a figure was changed");
    return new Source(
        isStated() ? document : "source not stated",
        place.isEmpty() ? how : place + "; " + how,
        observedYear,
        quality,
        note);
  }

  /** The document; empty only for {@link #unstated()}. */
  public String document() {
    return document;
  }

  /** The place in the document; may be empty. */
  public String place() {
    return place;
  }

  /** The year that the figure describes, if known. */
  public OptionalInt observedYear() {
    return observedYear == null ? OptionalInt.empty() : OptionalInt.of(observedYear);
  }

  /** How firm the figure is. */
  public Quality quality() {
    return quality;
  }

  /** What a reader of the figure should know; may be empty. */
  public String note() {
    return note;
  }

  /** Whether anything is known of where the figure comes from. */
  public boolean isStated() {
    return !document.isEmpty();
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "source",
        () -> {
          Source stated = document.isEmpty() ? UNSTATED : of(document, "");
          Source whole =
              new Source(stated.document, requireNonNull(place), null, stated.quality, "")
                  .withQuality(quality)
                  .withNote(note);
          return observedYear == null ? whole : whole.observed(observedYear);
        });
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Source other
        && document.equals(other.document)
        && place.equals(other.place)
        && Objects.equals(observedYear, other.observedYear)
        && quality == other.quality
        && note.equals(other.note);
  }

  @Override
  public int hashCode() {
    return Objects.hash(document, place, observedYear, quality, note);
  }

  /** One line: document, place, year, quality. */
  @Override
  public String toString() {
    return (isStated() ? Text.printable(document) : "source not stated")
        + (place.isEmpty() ? "" : ", " + Text.printable(place))
        + (observedYear == null ? "" : " (" + observedYear + ")")
        + (quality == Quality.EXACT || quality == Quality.UNSTATED
            ? ""
            : quality == Quality.ESTIMATE ? " [estimate]" : " [judgement]");
  }
}
