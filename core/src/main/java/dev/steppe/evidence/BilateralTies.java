package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The ties that two actors have of their own, apart from alliances; none holds twice at once. */
record BilateralTies(ImmutableList<Tie> all) implements Serializable {

  /** The ties between two actors, in either order, in force on a date. */
  List<Tie> between(String first, String second, LocalDate date) {
    List<Tie> found = new ArrayList<>();
    for (Tie tie : all) {
      if (tie.isBetween(first, second) && tie.period().includes(date)) {
        found.add(tie);
      }
    }
    return found;
  }

  /** The ties of an actor in force on a date. */
  List<Tie> of(String actor, LocalDate date) {
    List<Tie> found = new ArrayList<>();
    for (Tie tie : all) {
      if (tie.involves(actor) && tie.period().includes(date)) {
        found.add(tie);
      }
    }
    return found;
  }

  /** The ties of an actor, and of a kind, in force on a date. */
  List<Tie> of(String actor, TieKind kind, LocalDate date) {
    List<Tie> found = of(actor, date);
    found.removeIf(tie -> tie.kind() != kind);
    return found;
  }

  /** Reports ties that hold twice at once. */
  void check(List<String> faults) {
    List<Object> kinds = new ArrayList<>();
    List<Period> periods = new ArrayList<>();
    for (Tie tie : all) {
      kinds.add(List.of(Set.of(tie.first(), tie.second()), tie.label()));
      periods.add(tie.period());
    }
    for (int[] pair : TwiceAtOnce.pairs(kinds, periods)) {
      checkOnce(all.get(pair[0]), all.get(pair[1]), faults);
    }
  }

  private static void checkOnce(Tie one, Tie other, List<String> faults) {
    if (one.isBetween(other.first(), other.second())
        && one.label().equals(other.label())
        && one.period().overlaps(other.period())) {
      faults.add("tie '" + one + "' holds twice at once, second was " + other.period());
    }
  }

  BilateralTies with(Tie added) {
    List<String> faults = new ArrayList<>();
    for (Tie earlier : all) { // All else was checked before.
      checkOnce(earlier, added, faults);
    }
    Checks.noFaults("Alliance network", faults);
    return new BilateralTies(ImmutableList.<Tie>builder().addAll(all).add(added).build());
  }

  BilateralTies withStrength(
      String first, String second, String label, LocalDate date, double strength) {
    Tie changed = tie(first, second, label, date);
    ImmutableList.Builder<Tie> ties = ImmutableList.builder();
    for (Tie tie : all) {
      if (!tie.equals(changed)) {
        ties.add(tie);
        continue;
      }
      if (tie.period().since().isBefore(date)) {
        ties.add(tie.until(date));
      }
      ties.add(tie.during(new Period(date, tie.period().until())).withStrength(strength));
    }
    return new BilateralTies(ties.build());
  }

  private static boolean isUsual(Tie tie, TieKind kind) {
    return tie.kind() == kind && tie.strength() == kind.defaultStrength();
  }

  /** Whether any binds as its kind does, nothing else being stated. */
  boolean anyUsual(TieKind kind) {
    for (Tie tie : all) {
      if (isUsual(tie, kind)) {
        return true;
      }
    }
    return false;
  }

  BilateralTies withDefaultStrength(TieKind kind, double strength) {
    ImmutableList.Builder<Tie> ties = ImmutableList.builder();
    for (Tie tie : all) {
      ties.add(isUsual(tie, kind) ? tie.withStrength(strength) : tie);
    }
    return new BilateralTies(ties.build());
  }

  /**
   * The tie of a label between two actors on a date.
   *
   * @throws IllegalArgumentException if there is none
   */
  Tie tie(String first, String second, String label, LocalDate date) {
    List<String> labels = new ArrayList<>();
    for (Tie tie : between(first, second, date)) {
      if (tie.label().equals(label)) {
        return tie;
      }
      labels.add(tie.label());
    }
    throw new IllegalArgumentException(
        Text.of(
            "No tie '%s' between '%s' and '%s' on %s. %s",
            Text.brief(label),
            Text.brief(first),
            Text.brief(second),
            date,
            Checks.known(label, labels)));
  }
}
