package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;

/**
 * A change from one version of an index to the next that is told apart from the others: one
 * difference, or several that only work together, such as a new indicator with its readings.
 *
 * @param number from 1
 * @param kind of what it is
 * @param what all of it in words, on one line
 * @param model what differs in the model
 * @param readings what differs in the readings of countries in both rankings
 * @param joined countries that are ranked later only
 * @param left countries that were ranked earlier only
 * @since 0.1
 */
public record RevisionChange(
    int number,
    Kind kind,
    String what,
    ImmutableList<ModelChange> model,
    ImmutableList<ReadingChange> readings,
    ImmutableList<Country> joined,
    ImmutableList<Country> left) {

  /** Of what a change is. */
  public enum Kind {
    /** How countries are judged, with any readings that only work with that. */
    MODEL("model"),
    /** What is known of countries. */
    READINGS("readings"),
    /** Which countries are ranked, which moves ranks and no scores. */
    COUNTRIES("countries");

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
  public RevisionChange {
    requireNonNull(kind, "kind");
    requireNonNull(what, "what");
    requireNonNull(model, "model");
    requireNonNull(readings, "readings");
    requireNonNull(joined, "joined");
    requireNonNull(left, "left");
  }

  /** The number and the change in words. */
  @Override
  public String toString() {
    return number + ". " + Text.printable(what);
  }
}
