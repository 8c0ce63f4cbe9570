package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model some of whose scales, and of whose subjects' readings, depend on changes that all
 * subjects share. An indicator that depends on one has its values in the place of its readings,
 * made for every combination of levels once; all else is the model as it was. So weights,
 * aggregations and gaps are computed where they always are.
 */
public final class JudgedModel {

  /** Combinations of levels for one indicator. */
  private static final int MOST = 4096;

  private static final Range WHOLE = new Range(0, 100);

  private final RiskModel stated;
  private final ImmutableList<SharedChange> changes;
  private final RiskModel plain;

  /** By indicator: the changes that it depends on, in their order. */
  private final List<ImmutableList<SharedChange>> changing = new ArrayList<>();

  /** By indicator and combination of levels; empty if it does not depend on any. */
  private final List<ImmutableList<Criterion>> criteria = new ArrayList<>();

  private JudgedModel(RiskModel stated, ImmutableList<SharedChange> changes) {
    this.stated = stated;
    this.changes = changes;
    for (SharedChange change : changes) {
      checkScales(change);
    }
    RiskModel valued = stated;
    for (Criterion criterion : stated.criteria()) {
      String code = criterion.code();
      ImmutableList<SharedChange> those = changing(code);
      checkCount(code, those);
      changing.add(those);
      criteria.add(
          those.isEmpty()
              ? ImmutableList.of()
              : ImmutableList.copyOf(
                  new Levels<>(SharedChange::ofCriterion).combined(criterion, those)));
      if (!those.isEmpty()) {
        valued =
            valued.withNodeReplaced(
                code,
                new Criterion(
                    Indicator.of(code, Direction.HIGHER_IS_RISKIER),
                    criterion.weight(),
                    Treatment.none(),
                    Normalization.goalposts(WHOLE.lower(), WHOLE.upper())));
      }
    }
    this.plain = valued;
  }

  private ImmutableList<SharedChange> changing(String code) {
    ImmutableList.Builder<SharedChange> those = ImmutableList.builder();
    for (SharedChange change : changes) {
      if (change.indicators().contains(code)) {
        those.add(change);
      }
    }
    return those.build();
  }

  /**
   * A model under changes.
   *
   * @throws IllegalArgumentException if a change does more to the model than it says, or there are
   *     too many combinations of levels for one indicator
   */
  public static JudgedModel of(RiskModel model, ImmutableList<SharedChange> changes) {
    return new JudgedModel(model, changes);
  }

  /** The model in which the readings of what depends on a change are its values already. */
  public RiskModel plain() {
    return plain;
  }

  /**
   * By indicator, the readings of a profile that depend on changes; null for those that do not, and
   * for those that are missing.
   *
   * @param drawn whether uncertain readings are drawn; else they have their central value
   * @throws IllegalArgumentException if a change does more to the profile than it says
   */
  public @Nullable JudgedReading[] readings(CountryProfile profile, boolean drawn) {
    Levels<CountryProfile> levels = new Levels<>(SharedChange::ofProfile);
    for (SharedChange change : changes) {
      checkProfiles(change, profile, levels);
    }
    @Nullable JudgedReading[] readings = new @Nullable JudgedReading[criteria.size()];
    for (int i = 0; i < readings.length; i++) {
      ImmutableList<SharedChange> those = changing.get(i);
      if (!those.isEmpty()) {
        readings[i] = reading(profile, i, levels.combined(profile, those), drawn);
      }
    }
    return readings;
  }

  private @Nullable JudgedReading reading(
      CountryProfile profile, int indicator, List<CountryProfile> profiles, boolean drawn) {
    ImmutableList<SharedChange> those = changing.get(indicator);
    String code = stated.criteria().get(indicator).code();
    if (profile.notApplicable().containsKey(code)) {
      return null;
    }
    ImmutableList<Criterion> scales = criteria.get(indicator);
    List<Estimate> estimates = new ArrayList<>();
    for (int k = 0; k < profiles.size(); k++) {
      Optional<Estimate> estimate = profiles.get(k).estimate(code);
      if (estimate.isPresent() != profile.estimate(code).isPresent()) {
        throw new IllegalArgumentException(
            Text.of(
                "Judgements %s must not make a reading come or go, but '%s' of %s does at some of"
                    + " their values",
                names(those), code, profile.country()));
      }
      if (estimate.isPresent()) {
        Estimate possible = scales.get(k).indicator().inDomain(estimate.get());
        estimates.add(drawn ? possible : Estimate.exact(possible.central()));
      }
    }
    if (estimates.isEmpty()) {
      checkGap(profile, indicator, those);
      return null;
    }
    return new JudgedReading(those, scales, estimates);
  }

  /** A gap may be anything of its scale, which must be the same whatever is judged. */
  private void checkGap(CountryProfile profile, int indicator, ImmutableList<SharedChange> those) {
    boolean anything =
        GapRule.of(stated.missing()).isMiddleOfTwo()
            && stated.effectiveWeight(stated.criteria().get(indicator).code()) > 0;
    for (Criterion scale : criteria.get(indicator)) {
      Range range = scale.normalization().scale(scale.indicator().direction());
      if (anything && !range.equals(WHOLE)) {
        throw new IllegalArgumentException(
            Text.of(
                "'%s' of %s is missing and may be anything from %s to %s, which judgements %s"
                    + " cannot be drawn beside: their scales must run from 0 to 100",
                scale.code(), profile.country(), range.lower(), range.upper(), names(those)));
      }
    }
  }

  /** What changes make of things of one kind; what one makes of a thing is found out once. */
  private static final class Levels<T> {

    private final Part<T> part;

    // By identity: what a change leaves the same is the same thing.
    private final IdentityHashMap<SharedChange, IdentityHashMap<T, List<T>>> known =
        new IdentityHashMap<>();

    Levels(Part<T> part) {
      this.part = part;
    }

    /** One thing at every combination of levels, the last change going through its levels first. */
    List<T> combined(T from, ImmutableList<SharedChange> those) {
      List<T> all = List.of(from);
      for (SharedChange change : those) {
        List<T> next = new ArrayList<>();
        for (T each : all) {
          next.addAll(of(change, each));
        }
        all = next;
      }
      return all;
    }

    /** A thing at each level of a change. */
    List<T> of(SharedChange change, T from) {
      return known
          .computeIfAbsent(change, any -> new IdentityHashMap<>())
          .computeIfAbsent(from, any -> changed(change, from));
    }

    private List<T> changed(SharedChange change, T from) {
      List<T> changed = new ArrayList<>();
      for (int level = 0; level < change.levels(); level++) {
        changed.add(part.of(change).change(level, from));
      }
      return changed;
    }
  }

  /** What a change does to things of one kind. */
  private interface Part<T> {
    SharedChange.At<T> of(SharedChange change);
  }

  private static void checkCount(String code, ImmutableList<SharedChange> those) {
    long count = 1;
    for (SharedChange change : those) {
      count *= change.levels();
      if (count > MOST) {
        throw new IllegalArgumentException(
            Text.of(
                "Indicator '%s' depends on judgements %s, whose values have more than %s"
                    + " combinations. Give them fewer values.",
                code, names(those), MOST));
      }
    }
  }

  private static List<String> names(List<SharedChange> those) {
    return those.stream().map(change -> "'" + change.name() + "'").toList();
  }

  private void checkScales(SharedChange change) {
    for (String code : change.indicators()) {
      Criterion criterion = stated.criterion(code);
      for (int level = 0; level < change.levels(); level++) {
        Criterion changed = change.ofCriterion().change(level, criterion);
        boolean same =
            changed.code().equals(code)
                && Double.compare(changed.weight(), criterion.weight()) == 0;
        if (!same || !changed.isFitted()) {
          throw new IllegalArgumentException(
              Text.of(
                  "Judgement '%s' must leave '%s' its code and its weight, and give it a scale"
                      + " whose bounds are known, but made it %s",
                  change.name(), code, changed));
        }
      }
    }
  }

  private void checkProfiles(
      SharedChange change, CountryProfile profile, Levels<CountryProfile> levels) {
    for (CountryProfile changed : levels.of(change, profile)) {
      boolean same =
          changed.countryAtDate().equals(profile.countryAtDate())
              && changed.notApplicable().equals(profile.notApplicable());
      for (Criterion criterion : stated.criteria()) {
        String code = criterion.code();
        same &=
            change.indicators().contains(code)
                || changed.estimate(code).equals(profile.estimate(code));
      }
      if (!same) {
        throw new IllegalArgumentException(
            Text.of(
                "Judgement '%s' must change readings of %s and nothing else, but it does more to"
                    + " the profile of %s",
                change.name(), change.indicators(), profile.country()));
      }
    }
  }
}
