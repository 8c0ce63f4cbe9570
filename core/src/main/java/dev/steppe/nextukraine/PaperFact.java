package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Source;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One figure or claim of the paper, in our own words.
 *
 * <pre>{@code
 * PaperFact fact = PaperFacts.load().fact("P058");
 * fact.claim();      // "Russian share of population, end of series"
 * fact.number();     // OptionalDouble[17.94]
 * fact.marks();      // [INCONSISTENT]
 * fact.source();     // ..., section 3.3, P058 (2022) [estimate]
 * }</pre>
 *
 * @param id the key of the fact, {@code P001} to {@code P115}
 * @param subject whom the fact is about: an ISO alpha-3 code, {@code BOTH} for Kazakhstan and
 *     Ukraine, {@code EU}, or {@code META} for the paper itself
 * @param factor the topic, such as {@code ethnic}, {@code alliance} or {@code trade}
 * @param claim what the paper says, in our own words
 * @param value the figure as the paper prints it; may be a date, a word or an interval such as
 *     {@code 350000..400000}; may be empty
 * @param unit the unit of the value; may be empty
 * @param year the time the fact is about: a year, a month or a period; may be empty
 * @param section the heading under which the paper says it, such as {@code 2 Literature review}
 * @param note what a reader should know, in our words; starts clauses with the names of {@link Mark
 *     marks}; may be empty
 * @since 0.1
 */
public record PaperFact(
    String id,
    String subject,
    String factor,
    String claim,
    String value,
    String unit,
    String year,
    String section,
    String note)
    implements Serializable {

  /** The paper, as sources name it. */
  static final String CITATION =
      "Cai, Xiang & Zhang, Analysis of Kazakhstan's Foreign Policy under the Russia Ukraine War"
          + " with Realism";

  /** A reason to doubt a fact. */
  public enum Mark {
    /** The text says something else than it must mean. */
    GARBLED,
    /** The paper says otherwise in another place. */
    INCONSISTENT,
    /** It was no longer so when the paper was written. */
    OUTDATED,
    /** It is far from what is commonly published. */
    SUSPECT,
    /** The paper gives no source for a strong claim. */
    UNSUPPORTED
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the id, subject, factor, claim or section is blank
   */
  public PaperFact {
    Checks.notBlank(id, "id of a paper fact");
    Checks.notBlank(subject, "subject of " + id);
    Checks.notBlank(factor, "factor of " + id);
    Checks.notBlank(claim, "claim of " + id);
    requireNonNull(value, "value");
    requireNonNull(unit, "unit");
    requireNonNull(year, "year");
    Checks.notBlank(section, "section of " + id);
    requireNonNull(note, "note");
  }

  /** The value, if it is a plain number; empty for dates, words, intervals and bounds. */
  public OptionalDouble number() {
    return isPlainNumber(value)
        ? OptionalDouble.of(Double.parseDouble(value))
        : OptionalDouble.empty();
  }

  /** The reasons to doubt the fact, as its note names them. */
  public ImmutableSet<Mark> marks() {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    for (Mark mark : Mark.values()) {
      if (note.contains(mark.name())) {
        marks.add(mark);
      }
    }
    return ImmutableSet.copyOf(marks);
  }

  /** Whether the paper says otherwise in another place: the mark {@link Mark#INCONSISTENT}. */
  public boolean isContradicted() {
    return marks().contains(Mark.INCONSISTENT);
  }

  /**
   * Whether the fact is about a subject. A fact about {@code BOTH} is also about {@code KAZ} and
   * {@code UKR}.
   */
  public boolean isAbout(String subject) {
    return this.subject.equals(subject)
        || (this.subject.equals("BOTH") && (subject.equals("KAZ") || subject.equals("UKR")));
  }

  /**
   * Where the fact comes from: the paper, its section and the id of the fact.
   *
   * <ul>
   *   <li>The quality is {@link Quality#JUDGEMENT} if the fact is a statement that was coded: the
   *       value is a word or empty, or its unit says boolean or qualitative.
   *   <li>Otherwise it is {@link Quality#ESTIMATE} if there is a mark, if the value is an interval
   *       or a bound, or if the paper only approximates it.
   *   <li>Otherwise it is {@link Quality#EXACT}: the paper prints the figure, which does not make
   *       it true.
   *   <li>The observed year is set if the fact is about one year or one month.
   * </ul>
   */
  public Source source() {
    String place = sectionCode();
    Source source =
        Source.of(
                CITATION,
                (Character.isDigit(place.charAt(0)) ? "section " + place : place) + ", " + id)
            .withQuality(quality())
            .withNote(note);
    return isYearOrMonth(year) ? source.observed(Integer.parseInt(year.substring(0, 4))) : source;
  }

  private Quality quality() {
    String figure = value.startsWith(">") || value.startsWith("~") ? value.substring(1) : value;
    boolean printed = !figure.isEmpty() && (figure.charAt(0) == '-' || isDigit(figure.charAt(0)));
    if (!printed || unit.equals("qualitative") || unit.contains("boolean")) {
      return Quality.JUDGEMENT;
    }
    boolean vague =
        figure.length() < value.length()
            || value.contains("..")
            || unit.contains("approx")
            || note.startsWith("approximate");
    return vague || !marks().isEmpty() ? Quality.ESTIMATE : Quality.EXACT;
  }

  /** The section without its heading, such as {@code 3.3}; a section without number in full. */
  String sectionCode() {
    int space = section.indexOf(' ');
    return space > 0 && isDigit(section.charAt(0)) ? section.substring(0, space) : section;
  }

  /** Whether each fact is marked inconsistent and names the section of the other. */
  boolean contradicts(PaperFact other) {
    return (isAbout(other.subject) || other.isAbout(subject))
        && saysInconsistentWith(other.sectionCode())
        && other.saysInconsistentWith(sectionCode());
  }

  /** Whether the note goes on to name a section once it has said that it is inconsistent. */
  private boolean saysInconsistentWith(String code) {
    int from = note.indexOf(Mark.INCONSISTENT.name());
    if (from < 0) {
      return false;
    }
    for (int at = note.indexOf(code, from); at >= 0; at = note.indexOf(code, at + 1)) {
      if (!isPartOfNumber(at - 1, -1) && !isPartOfNumber(at + code.length(), 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the number in the note goes on at this place; a full stop alone ends it. */
  private boolean isPartOfNumber(int at, int step) {
    if (at < 0 || at >= note.length()) {
      return false;
    }
    char c = note.charAt(at);
    boolean pointWithin = c == '.' && at + step < note.length() && isDigit(note.charAt(at + step));
    return isDigit(c) || c == '%' || pointWithin;
  }

  private static boolean isPlainNumber(String text) {
    int digits = 0;
    int points = 0;
    int start = text.startsWith("-") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (c == '.' && digits > 0 && i + 1 < text.length()) {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  private static boolean isYearOrMonth(String text) {
    if (text.length() != 4 && (text.length() != 7 || text.charAt(4) != '-')) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (i != 4 && !isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The value for people, such as {@code 17.94 percent} or {@code yes}; empty if there is none. */
  String quantity() {
    if (unit.contains("boolean")) {
      return value.equals("0") ? "no" : "yes";
    }
    return switch (unit) {
      case "", "qualitative", "date", "month", "year", "period", "name" -> value;
      default -> value + " " + unit;
    };
  }

  /** The marks for people, such as {@code inconsistent, unsupported}. */
  String markNames() {
    StringBuilder names = new StringBuilder();
    for (Mark mark : marks()) {
      names.append(names.length() == 0 ? "" : ", ").append(mark.name().toLowerCase(Locale.ROOT));
    }
    return names.toString();
  }

  /** One line: id, subject, factor, claim, value, year, section, marks. */
  @Override
  public String toString() {
    String doubts = markNames();
    return Text.of(
        "%s %s %s: %s%s%s, %s%s",
        id,
        subject,
        factor,
        claim,
        value.isEmpty() ? "" : ": " + quantity(),
        year.isEmpty() ? "" : " (" + year + ")",
        section,
        doubts.isEmpty() ? "" : " [" + doubts + "]");
  }
}
