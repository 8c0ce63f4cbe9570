package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a node of a model stands in it as it does. No score depends on it, and neither does the
 * {@linkplain RiskModel#fingerprint fingerprint}.
 *
 * <p>A reason is for one choice as it was made: a copy of a model in which another weight or scale
 * is chosen has lost the reason for the first.
 *
 * <pre>{@code
 * Rationale.of(Choice.WEIGHT, "Equal: nothing ranks the two.").withReferences("P016", "P058")
 * }</pre>
 *
 * @param reasons a sentence for each choice that has one
 * @param references what is referred to: ids of facts, titles, addresses
 * @since 0.1
 */
public record Rationale(ImmutableMap<Choice, String> reasons, ImmutableList<String> references)
    implements Serializable {

  private static final Rationale NONE = new Rationale(ImmutableMap.of(), ImmutableList.of());

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank, or a reference is more than one line
   */
  public Rationale {
    for (String reference : references) {
      Checks.notBlank(reference, "reference");
      if (!isOneLine(reference)) {
        throw new IllegalArgumentException(
            "reference must be one line, but was '" + reference + "'");
      }
    }
    // One order, so that what is written does not depend on the order in which it was given.
    ImmutableMap.Builder<Choice, String> ordered = ImmutableMap.builder();
    for (Choice choice : Choice.values()) {
      String reason = reasons.get(choice);
      if (reason != null) {
        ordered.put(choice, Checks.notBlank(reason, "reason for the " + choice));
      }
    }
    reasons = ordered.buildOrThrow();
  }

  static boolean isOneLine(String reference) {
    return reference.indexOf('\n') < 0 && reference.indexOf('\r') < 0;
  }

  /** Nothing is said. */
  public static Rationale none() {
    return NONE;
  }

  /** Obtains a reason for one choice. */
  public static Rationale of(Choice choice, String reason) {
    return NONE.with(choice, reason);
  }

  /** A copy with the reason for a choice, in place of any that there was. */
  public Rationale with(Choice choice, String reason) {
    Map<Choice, String> changed = new LinkedHashMap<>();
    for (Choice known : reasons.keySet()) {
      changed.put(known, reasons.get(known)); // Entries would load ten more classes of Guava.
    }
    changed.put(choice, reason);
    return new Rationale(ImmutableMap.copyOf(changed), references);
  }

  /** A copy with these references, in place of any that there were. */
  public Rationale withReferences(String... references) {
    return new Rationale(reasons, ImmutableList.copyOf(references));
  }

  /** A copy that says nothing about a choice. */
  public Rationale without(Choice choice) {
    Map<Choice, String> left = new LinkedHashMap<>(reasons);
    left.remove(choice);
    return new Rationale(ImmutableMap.copyOf(left), references);
  }

  /** The same, or a copy that says nothing about a choice that is no longer the one made. */
  Rationale keepIf(boolean asChosen, Choice choice) {
    return asChosen || !reasons.containsKey(choice) ? this : without(choice);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
