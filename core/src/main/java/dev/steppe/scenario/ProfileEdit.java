package dev.steppe.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.TradePartners;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A profile while it is changed. It holds what changed only; all else is read from the base. */
final class ProfileEdit {

  private final CountryProfile base;
  private final @Nullable EvidenceCache cache;
  private final Map<String, Evidence> evidence = new LinkedHashMap<>(4);
  private final Map<String, List<Reading>> plain = new LinkedHashMap<>(8);

  /** By code, the changes that moved its reading; kept only where a profile is to be built. */
  private final Map<String, Set<String>> causes = new LinkedHashMap<>();

  private String cause = "";

  /** How many changes were of a reading that there is not. */
  private int absent;

  /**
   * Starts an edit.
   *
   * @param cache what is known of earlier edits; null for an edit that is to tell its causes
   */
  ProfileEdit(CountryProfile base, @Nullable EvidenceCache cache) {
    this.base = base;
    this.cache = cache;
  }

  static String label(Flow flow) {
    return flow.name().toLowerCase(Locale.ROOT);
  }

  static double degree(AllianceTies ties, String alliance) {
    return ties.network().degree(ties.country(), alliance, ties.date());
  }

  /** Evidence that is not as in the base, by name. */
  Map<String, Evidence> changedEvidence() {
    return evidence;
  }

  /** Plain readings that are not as in the base; none where one has become missing. */
  Map<String, List<Reading>> changedReadings() {
    return plain;
  }

  /**
   * Makes a change, and says why it cannot be made if it cannot; the edit is then as before.
   *
   * @return the reason, or null if the change was made
   */
  @Nullable String apply(Change change) {
    cause = cache == null ? change.description() : "";
    try {
      Step.of(change).apply(this);
      return null;
    } catch (IllegalArgumentException fault) {
      return String.valueOf(fault.getMessage());
    }
  }

  void shift(String code, Shift shift) {
    List<Reading> now = plain.get(code);
    if (now == null) {
      now = base.plainReadings().get(code);
    }
    if (now.isEmpty()) {
      throw new IllegalArgumentException(absent(code));
    }
    List<Reading> shifted = new ArrayList<>(now.size());
    for (Reading figure : now) {
      shifted.add(figure.withEstimate(shift.applyTo(figure.estimate())));
    }
    plain.put(code, shifted);
    note(code);
  }

  /** Why there is no plain reading of a code. */
  private String absent(String code) {
    for (Evidence item : allEvidence()) {
      if (item.readings().containsKey(code)) {
        return "reading '"
            + code
            + "' follows from its evidence '"
            + item.name()
            + "': change the evidence instead"
            + advice(item);
      }
    }
    NotApplicable none = base.notApplicable().get(code);
    return none != null
        ? doesNotApply(code, none)
        : "there is no reading of '" + code + "'" + Checks.knownAfter(absent++, code, base.codes());
  }

  private String doesNotApply(String code, NotApplicable none) {
    return Text.of(
        "'%s' does not apply to %s (%s), so that no scenario can give it a reading",
        code, base.country(), none.reason());
  }

  private void checkApplies(String code) {
    NotApplicable none = base.notApplicable().get(code);
    if (none != null) {
      throw new IllegalArgumentException(doesNotApply(code, none));
    }
  }

  private static String advice(Evidence item) {
    if (item instanceof BorrowedReadings borrowed) {
      return ". It has readings of " + borrowed.origin() + " and cannot be changed any more";
    }
    return item.changedBy().isEmpty() ? "" : ", by " + item.changedBy();
  }

  void alliances(Change change, UnaryOperator<AllianceTies> operator) {
    rework(AllianceTies.class, "alliance ties", change, operator);
  }

  void trade(Change change, UnaryOperator<TradePartners> operator) {
    rework(TradePartners.class, "trade partners", change, operator);
  }

  void groups(Change change, UnaryOperator<EthnicDistribution> operator) {
    rework(EthnicDistribution.class, "ethnic distribution", change, operator);
  }

  private <E extends Evidence> void rework(
      Class<E> type, String what, Change change, UnaryOperator<E> operator) {
    E now = find(type, what);
    put(now, cache == null ? operator.apply(now) : cache.of(now, change, operator));
  }

  private <E extends Evidence> E find(Class<E> type, String what) {
    for (Evidence item : evidence.values()) {
      if (type.isInstance(item)) {
        return type.cast(item);
      }
    }
    for (Evidence item : base.evidence().values()) {
      if (type.isInstance(item)) {
        if (evidence.get(item.name()) instanceof BorrowedReadings borrowed) {
          throw new IllegalArgumentException(
              "its evidence '"
                  + item.name()
                  + "' has readings of "
                  + borrowed.origin()
                  + " and cannot be changed any more");
        }
        return type.cast(item);
      }
    }
    throw new IllegalArgumentException(
        "nothing is known of its " + what + ". Evidence: " + base.evidence().keySet());
  }

  private void put(@Nullable Evidence former, Evidence next) {
    next.readings().keySet().forEach(this::checkApplies);
    evidence.put(next.name(), next);
    if (cache == null) {
      ImmutableMap<String, Reading> before = former == null ? ImmutableMap.of() : former.readings();
      next.readings()
          .forEach(
              (code, reading) -> {
                if (!reading.equals(before.get(code))) {
                  note(code);
                }
              });
    }
  }

  private void note(String code) {
    if (cache == null) {
      causes.computeIfAbsent(code, key -> new LinkedHashSet<>()).add(cause);
    }
  }

  /** Takes evidence of another country, in place of all that is known of its codes. */
  void take(Evidence item) {
    item.readings().keySet().forEach(this::checkApplies);
    evidence.put(item.name(), item);
    for (String code : item.readings().keySet()) {
      if (plain.containsKey(code) || base.plainReadings().containsKey(code)) {
        plain.put(code, ImmutableList.of());
      }
      note(code);
    }
  }

  /** Takes the readings of a code from another country, wherever they are kept. */
  void take(String origin, String code, ImmutableList<Reading> taken) {
    checkApplies(code);
    note(code);
    for (Evidence item : allEvidence()) {
      if (item.readings().containsKey(code)) {
        Map<String, Reading> readings = new LinkedHashMap<>(item.readings());
        if (taken.size() == 1) {
          readings.put(code, taken.get(0));
          evidence.put(
              item.name(),
              new BorrowedReadings(item.name(), origin, ImmutableMap.copyOf(readings)));
          return;
        }
        readings.remove(code); // Several figures are kept as plain readings, or there is none.
        evidence.put(
            item.name(), new BorrowedReadings(item.name(), origin, ImmutableMap.copyOf(readings)));
      }
    }
    plain.put(code, taken);
  }

  private List<Evidence> allEvidence() {
    Map<String, Evidence> all = new LinkedHashMap<>(base.evidence());
    all.putAll(evidence);
    return List.copyOf(all.values());
  }

  /**
   * The changed profile, whose readings tell what changed them.
   *
   * @param scenario the name under which the changes are told
   * @throws IllegalArgumentException if the changes made evidence and plain readings collide
   */
  CountryProfile build(String scenario) {
    if (evidence.isEmpty() && plain.isEmpty()) {
      return base;
    }
    CountryProfile.Builder builder = base.toBuilder();
    evidence.values().forEach(builder::replaceEvidence);
    plain.forEach(
        (code, readings) -> {
          String how = how(scenario, code);
          builder.replaceReadings(
              code, readings.stream().map(r -> r.withSource(r.source().changed(how))).toList());
        });
    // Says nothing of plain readings, which have their own sources.
    causes.keySet().forEach(code -> builder.changed(code, how(scenario, code)));
    return builder.build();
  }

  private String how(String scenario, String code) {
    Set<String> made = causes.getOrDefault(code, Set.of());
    return "scenario '" + scenario + "': " + Text.list(List.copyOf(made));
  }
}
