package dev.steppe.model;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ordered classes of scores, such as low, medium and high, with cut points that are stated once and
 * that no other country moves. A model has none unless it states them, and no score depends on
 * them.
 *
 * <pre>{@code
 * RiskClasses classes = RiskClasses.lowest("low").then(25, "medium").then(50, "high");
 * classes.of(49.9);        // "medium"
 * classes.of(50);          // "high": a score at a cut point is in the class that starts there
 * classes.toString();      // "low < 25 < medium < 50 < high"
 * }</pre>
 *
 * <p>Scores are compared with cut points at 9 decimals, as scores are with each other, so that a
 * rounding error decides no class. There may be 1000 classes at most.
 *
 * @param names the names, the safest class first
 * @param cuts the score at which each class but the first starts, ascending
 * @since 0.1
 */
public record RiskClasses(ImmutableList<String> names, ImmutableDoubleArray cuts)
    implements Serializable {

  private static final double UNITS = 1e9;

  private static final int MOST = 1000;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException that lists every fault: a name that is blank, is there twice
   *     or has a line break or {@code <} in it; cut points that are not between 0 and 100 or do not
   *     ascend; not one less of them than of names; more than 1000 names
   */
  public RiskClasses {
    if (names.size() > MOST) {
      throw new IllegalArgumentException(
          "There may be at most " + MOST + " classes, but are " + names.size());
    }
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank()
          || !name.equals(name.strip())
          || CharMatcher.anyOf("<\r\n").matchesAnyOf(name)) {
        faults.add(
            "a name must be a text in one line without '<' and without spaces around it, but was '"
                + Text.brief(name)
                + "'");
      } else if (Text.halfPair(name) >= 0) {
        faults.add("a name has half a surrogate pair");
      } else if (!seen.add(name)) {
        faults.add("there are two classes '" + name + "'");
      }
    }
    for (int i = 0; i < cuts.length(); i++) {
      if (!(cuts.get(i) > 0 && cuts.get(i) < 100)) {
        faults.add("a cut point must be between 0 and 100, but was " + cuts.get(i));
      } else if (i > 0 && !(cuts.get(i) > cuts.get(i - 1))) {
        faults.add(
            "cut points must ascend, but " + cuts.get(i) + " comes after " + cuts.get(i - 1));
      }
    }
    if (names.size() != cuts.length() + 1) {
      faults.add(
          "there must be one cut point less than classes, but there are "
              + cuts.length()
              + " and "
              + names.size());
    }
    Checks.noFaults("Classes", faults);
  }

  /** Starts with the class of the safest scores, which is that of all scores so far. */
  public static RiskClasses lowest(String name) {
    return new RiskClasses(ImmutableList.of(name), ImmutableDoubleArray.of());
  }

  /**
   * A copy with a riskier class above the others.
   *
   * @param from the score at which it starts, above all cut points so far
   */
  @CanIgnoreReturnValue
  public RiskClasses then(double from, String name) {
    return new RiskClasses(
        ImmutableList.<String>builder().addAll(names).add(name).build(),
        ImmutableDoubleArray.builder().addAll(cuts).add(from).build());
  }

  /** The name of the class of a score. */
  public String of(double score) {
    return names.get(indexOf(score));
  }

  /** The place of a score's class, 0 for the safest. */
  public int indexOf(double score) {
    Checks.inRange(score, 0, 100, "score");
    int index = 0;
    while (index < cuts.length() && reaches(score, cuts.get(index))) {
      index++;
    }
    return index;
  }

  /** Whether a score is at a cut point or above it, at 9 decimals. */
  static boolean reaches(double score, double cut) {
    return Math.rint(score * UNITS) >= Math.rint(cut * UNITS);
  }

  /**
   * The place of the class with the name, 0 for the safest.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int indexOf(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no class '" + Text.brief(name) + "'. " + Checks.known(name, names));
    }
    return index;
  }

  /**
   * Where a score is, in words: its class and, where there is one above, how far below that.
   *
   * <pre>{@code
   * classes.describe(47.5);   // "medium, one step from high: 2.5 points below"
   * classes.describe(12);     // "low, one step from medium: 13.0 points below; 2 from high: 38.0"
   * }</pre>
   */
  public String describe(double score) {
    int index = indexOf(score);
    StringBuilder text = new StringBuilder(names.get(index));
    for (int above = index + 1; above < names.size(); above++) {
      int steps = above - index;
      String points = Decimals.fixed(cuts.get(above - 1) - score, 1);
      text.append(
          steps == 1
              ? ", one step from " + names.get(above) + ": " + points + " points below"
              : "; " + steps + " from " + names.get(above) + ": " + points);
    }
    return text.toString();
  }

  /** The classes with the cut points between them. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(names.get(0));
    for (int i = 0; i < cuts.length(); i++) {
      text.append(" < ").append(MethodText.number(cuts.get(i))).append(" < ");
      text.append(names.get(i + 1));
    }
    return Text.printable(text.toString());
  }

  /**
   * The classes that a text says, as {@link #toString} gives it.
   *
   * @throws IllegalArgumentException if it says none
   */
  static RiskClasses parse(String text) {
    List<String> parts = new ArrayList<>();
    Splitter.on('<').split(text).forEach(part -> parts.add(part.strip()));
    if (parts.size() % 2 == 0) {
      throw new IllegalArgumentException(
          "'"
              + Text.brief(text)
              + "' is not classes with cut points between them, such as low < 25 < high");
    }
    ImmutableList.Builder<String> names = ImmutableList.<String>builder().add(parts.get(0));
    ImmutableDoubleArray.Builder cuts = ImmutableDoubleArray.builder();
    for (int i = 1; i < parts.size(); i += 2) {
      cuts.add(MethodText.number(parts.get(i)));
      names.add(parts.get(i + 1));
    }
    return new RiskClasses(names.build(), cuts.build());
  }
}
