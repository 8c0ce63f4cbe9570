package dev.steppe.desk;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases of a desk: those that are there at start, and those that were loaded since. */
final class Cases {

  private final Map<String, DeskCase> all = new LinkedHashMap<>();
  private final Set<String> kept = new LinkedHashSet<>();

  /**
   * A desk with the paper's case, and the 14 states at the dates that are looked at.
   *
   * @param more cases that are there at start, too
   */
  Cases(List<DeskCase> more) {
    keep(
        DeskCase.of(
            "next-ukraine",
            "Could Kazakhstan be the next Ukraine? (23 February 2022)",
            NextUkraine.model(),
            List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine()),
            List.of()));
    for (LocalDate date : PostSovietStates.dates()) {
      keep(
          DeskCase.of(
              "states-" + date,
              "Which state could be next? (" + date + ")",
              PostSovietStates.model(),
              PostSovietStates.profiles(date),
              List.of()));
    }
    more.forEach(this::keep);
  }

  private void keep(DeskCase added) {
    all.put(added.id(), added);
    kept.add(added.id());
  }

  synchronized List<DeskCase.Summary> summaries() {
    List<DeskCase.Summary> summaries = new ArrayList<>();
    all.values().forEach(each -> summaries.add(each.summary()));
    return summaries;
  }

  /**
   * The case with a name.
   *
   * @throws Refusal if there is none
   */
  synchronized DeskCase get(String id) {
    @Nullable DeskCase found = all.get(id);
    if (found == null) {
      throw new Refusal(
          Refusal.NOT_FOUND,
          "There is no case '"
              + id
              + "'. If it was loaded before the desk was started anew, load its files again: they"
              + " get the same name.");
    }
    return found;
  }

  /** Adds a case that was loaded; the same files again change nothing but the title. */
  synchronized DeskCase add(DeskCase added) {
    if (kept.contains(added.id())) {
      return get(added.id());
    }
    if (!all.containsKey(added.id()) && all.size() - kept.size() >= Limits.CASES) {
      throw new Refusal(
          Refusal.UNFIT,
          "There may be " + Limits.CASES + " loaded cases; remove one before another is loaded");
    }
    all.put(added.id(), added);
    return added;
  }

  /** Removes a case that was loaded. */
  synchronized void remove(String id) {
    get(id);
    if (kept.contains(id)) {
      throw new Refusal(Refusal.UNFIT, "Case '" + id + "' was there at start, and stays");
    }
    all.remove(id);
  }
}
