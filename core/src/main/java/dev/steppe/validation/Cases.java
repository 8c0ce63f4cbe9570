package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import dev.steppe.internal.math.MidRanks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores or probabilities joined with outcomes, the greatest first. */
final class Cases {

  /** Ties by name, so that no figure depends on the order of a map. */
  private static final Comparator<Case> ORDER =
      Comparator.comparingDouble(Case::value)
          .thenComparing(Case::event)
          .reversed()
          .thenComparing(Case::name);

  /** One case. */
  record Case(Object key, double value, boolean event) {

    String name() {
      return String.valueOf(key);
    }
  }

  private final List<Case> cases;
  private final int positives;

  private Cases(List<Case> cases) {
    this.cases = cases;
    this.positives = (int) cases.stream().filter(Case::event).count();
  }

  /**
   * Joins values and outcomes.
   *
   * @param what what a value is, such as {@code score}
   * @param valueFault what is wrong with a value, null if nothing is
   * @param bothKinds whether there must be a case with the event and one without
   */
  static <K> Cases join(
      String what,
      Map<K, ? extends Number> values,
      Outcomes<K> outcomes,
      ValueFault valueFault,
      boolean bothKinds) {
    requireNonNull(values, what + "s");
    requireNonNull(outcomes, "outcomes");
    List<String> valueFaults = new ArrayList<>();
    List<String> keyFaults = new ArrayList<>();
    List<Case> cases = new ArrayList<>();
    List<String> known = new ArrayList<>();
    values.forEach(
        (key, number) -> {
          known.add(String.valueOf(requireNonNull(key, "key")));
          double value = requireNonNull(number, what + " of '" + key + "'").doubleValue() + 0.0;
          @Nullable String fault = valueFault.of(value);
          if (fault != null) {
            valueFaults.add(what + " of '" + key + "' " + fault);
          }
          if (outcomes.isKnown(key)) {
            cases.add(new Case(key, value, outcomes.happened(key)));
          } else {
            keyFaults.add("no outcome is given for '" + key + "'");
          }
        });
    known.sort(Comparator.naturalOrder());
    int unknown = 0;
    for (K key : outcomes.named()) {
      if (!values.containsKey(key)) {
        keyFaults.add(
            "an outcome is given for '"
                + key
                + "', which has no "
                + what
                + "."
                + Checks.maybeYouMeantAfter(unknown++, String.valueOf(key), known));
      }
    }
    List<String> faults = new ArrayList<>(valueFaults);
    faults.addAll(keyFaults);
    // The order of a map is no information: without this it would show in the message.
    faults.sort(Comparator.naturalOrder());
    Cases joined = new Cases(sorted(cases));
    joined.checkKinds(what, bothKinds, keyFaults.isEmpty(), faults);
    Checks.noFaults("Validation of " + values.size() + " " + plural(what, values.size()), faults);
    return joined;
  }

  /** What is wrong with a value. */
  interface ValueFault {
    @Nullable String of(double value);
  }

  private static String plural(String what, int count) {
    if (count == 1) {
      return what;
    }
    return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
  }

  private static List<Case> sorted(List<Case> cases) {
    List<Case> sorted = new ArrayList<>(cases);
    sorted.sort(ORDER);
    return sorted;
  }

  private void checkKinds(String what, boolean bothKinds, boolean keysMatch, List<String> faults) {
    if (cases.isEmpty() && keysMatch) {
      faults.add("there is no " + what);
    } else if (bothKinds && keysMatch && positives == 0) {
      faults.add("no case had the event, so there is nothing to find");
    } else if (bothKinds && keysMatch && positives == cases.size()) {
      faults.add("every case had the event, so there is nothing to tell it from");
    }
  }

  int size() {
    return cases.size();
  }

  int positives() {
    return positives;
  }

  int negatives() {
    return cases.size() - positives;
  }

  /** The case at a place, from 0, the greatest value first. */
  Case get(int place) {
    return cases.get(place);
  }

  /** Whether these are the same cases with the same outcomes, whatever their values. */
  boolean sameAs(Cases other) {
    return outcomeByKey().equals(other.outcomeByKey());
  }

  private Map<Object, Boolean> outcomeByKey() {
    Map<Object, Boolean> outcomes = new HashMap<>();
    cases.forEach(one -> outcomes.put(one.key(), one.event()));
    return outcomes;
  }

  /** Twice the rank of each case among all, from the least value, ties at their mean rank. */
  long[] doubledRanks() {
    return MidRanks.doubled(cases.stream().mapToDouble(Case::value).toArray());
  }
}
