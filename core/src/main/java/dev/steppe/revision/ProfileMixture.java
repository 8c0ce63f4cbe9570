package dev.steppe.revision;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of a country between two profiles, with some switches of its readings turned. */
final class ProfileMixture {

  /** With so many switches of its own the scorecards of all mixtures of a country are kept. */
  private static final int FEW = 6;

  /** Readings that are no plain ones, so that a model need not ask for all of them. */
  private record Mixed(ImmutableMap<String, Reading> readings) implements Evidence {

    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "readings";
    }
  }

  private final CountryProfile later;
  private final BitSet own;
  private final Map<String, Integer> switchOf = new LinkedHashMap<>();

  /** What no switch changes. */
  private final Map<String, Known> fixed = new LinkedHashMap<>();

  private final Map<String, Known> ifNot = new LinkedHashMap<>();
  private final Map<String, Known> ifTurned = new LinkedHashMap<>();
  private final Map<BitSet, Scored> scored = new ConcurrentHashMap<>();

  /** What is known of a code: a reading, or why there can be none. */
  private record Known(@Nullable Reading reading, @Nullable NotApplicable none) {}

  /** The last scorecard of a mixture, and by whom; mostly the same asks again. */
  private record Scored(Scorer scorer, Scorecard card) {}

  /**
   * A country between two profiles.
   *
   * @param own the numbers of the switches that change it
   * @param switches the names of all switches
   */
  ProfileMixture(
      CountryProfile earlier,
      CountryProfile later,
      ModelComparison model,
      BitSet own,
      List<String> switches) {
    this.later = later;
    this.own = own;
    own.stream()
        .forEach(number -> switchOf.put(RevisionGame.codeOfReadings(switches.get(number)), number));
    RiskModel before = model.before().model();
    RiskModel after = model.after().model();
    for (Indicator indicator : after.indicators()) {
      put(later, indicator.code(), switchOf.containsKey(indicator.code()) ? ifTurned : fixed);
    }
    // What both ask for and no switch changes is the same in both.
    for (Indicator indicator : before.indicators()) {
      put(earlier, indicator.code(), switchOf.containsKey(indicator.code()) ? ifNot : fixed);
    }
  }

  private static void put(CountryProfile profile, String code, Map<String, Known> readings) {
    List<Reading> known = profile.readings(code);
    @Nullable NotApplicable none = profile.notApplicable().get(code);
    if (none != null) {
      readings.put(code, new Known(null, none));
    }
    if (!known.isEmpty()) {
      String unit =
          known.stream().map(Reading::unit).filter(u -> !u.isBlank()).findFirst().orElse("");
      Reading reading = Reading.of(profile.estimate(code).orElseThrow()).withUnit(unit);
      readings.put(code, new Known(reading, null));
    }
  }

  /**
   * The scorecard with switches turned, of which those of other countries change nothing.
   *
   * @throws IllegalArgumentException if there is no score
   */
  Scorecard score(Scorer scorer, BitSet turned) {
    BitSet mine = (BitSet) own.clone();
    mine.and(turned);
    if (own.cardinality() > FEW) {
      return scorer.score(make(mine, scorer.model()));
    }
    @Nullable Scored last = scored.get(mine);
    if (last != null && last.scorer == scorer) {
      return last.card;
    }
    CountryProfile profile =
        last == null || !last.card.profile().notApplicable().isEmpty()
            ? make(mine, scorer.model())
            : last.card.profile();
    Scorecard card = scorer.score(profile);
    scored.put(mine, new Scored(scorer, card));
    return card;
  }

  /** A model has to know what does not apply, as it has to know plain readings. */
  private CountryProfile make(BitSet mine, RiskModel model) {
    Map<String, Known> readings = new LinkedHashMap<>(fixed);
    ifNot.forEach(
        (code, reading) -> {
          if (!isTurned(code, mine)) {
            readings.put(code, reading);
          }
        });
    ifTurned.forEach(
        (code, reading) -> {
          if (isTurned(code, mine)) {
            readings.put(code, reading);
          }
        });
    ImmutableMap.Builder<String, Reading> there = ImmutableMap.builder();
    CountryProfile.Builder builder = CountryProfile.builder(later.country());
    readings.forEach(
        (code, known) -> {
          if (known.reading != null) {
            there.put(code, known.reading);
          } else if (known.none != null && model.nodes().containsKey(code)) {
            builder.notApplicable(code, known.none);
          }
        });
    return builder.evidence(new Mixed(there.buildOrThrow())).build();
  }

  private boolean isTurned(String code, BitSet mine) {
    return mine.get(switchOf.getOrDefault(code, 0));
  }
}
