package dev.steppe.model;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Faults;
import java.io.Serializable;
import java.util.Map;

/**
 * How two children of a factor work together, see {@link Aggregation#choquet}.
 *
 * <ul>
 *   <li>A positive strength: the two <em>complement</em> each other. They are dangerous only
 *       together, and a risky one beside a safe one counts for less.
 *   <li>A negative strength: they <em>substitute</em> each other. Either is dangerous enough, and a
 *       second risky one adds little.
 *   <li>0: they do not interact, as if the interaction were not there.
 * </ul>
 *
 * <p>The order of the two codes does not matter: the one that comes first in the alphabet is kept
 * as {@link #first}.
 *
 * <pre>{@code
 * Interaction.of("motive", "exposure", 0.5);   // the same as Interaction.of("exposure", "motive", 0.5)
 * }</pre>
 *
 * @param first the code of one child
 * @param second the code of the other
 * @param strength from -1 (either suffices) to 1 (only together); the interaction index of Grabisch
 *     (1997)
 * @since 0.1
 */
public record Interaction(String first, String second, double strength) implements Serializable {

  /**
   * Checks the parts and brings the codes into order. Whether a factor has two such children is
   * checked by the model.
   *
   * @throws IllegalArgumentException if a code is not a code, or the strength is out of range
   */
  public Interaction {
    Faults faults = new Faults();
    faults.code(first, "code in an interaction");
    faults.code(second, "code in an interaction");
    strength =
        faults.inRange(
            strength, -1, 1, "strength of the interaction of '" + first + "' and '" + second + "'");
    faults.throwIfAny();
    if (first.compareTo(second) > 0) {
      String smaller = second;
      second = first;
      first = smaller;
    }
  }

  /** Obtains an interaction of two children of a factor, given by their codes in any order. */
  public static Interaction of(String first, String second, double strength) {
    return new Interaction(first, second, strength);
  }

  /** The parts by name. */
  Map<String, Object> definition() {
    return ImmutableMap.of("first", first, "second", second, "strength", strength);
  }

  boolean isOfSamePair(Interaction other) {
    return first.equals(other.first) && second.equals(other.second);
  }

  String pair() {
    return "'" + first + "' and '" + second + "'";
  }

  @Override
  public String toString() {
    return "Interaction.of(\"" + first + "\", \"" + second + "\", " + strength + ")";
  }
}
