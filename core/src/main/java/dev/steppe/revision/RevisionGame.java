package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.Sets;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Interruption;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the scores and ranks are after some of the changes between two rankings. Changes are made by
 * numbered switches: those of the model, one for the readings of each indicator that both models
 * ask for, and one for which countries are ranked.
 *
 * <p>Readings of an indicator that one model only asks for come and go with it.
 */
final class RevisionGame {

  private static final String COUNTRIES = "countries";
  private static final String READINGS = "readings ";

  private final ModelComparison model;
  private final DataDifference data;
  private final Ranking before;
  private final Ranking after;
  private final Map<String, CountryProfile> old;
  private final Map<String, CountryProfile> now;
  private final List<String> both;
  private final List<String> switches = new ArrayList<>();
  private final BitSet ofModel = new BitSet();
  private final List<List<String>> together = new ArrayList<>();

  private final Map<String, ProfileMixture> profiles = new HashMap<>();

  private final LoadingCache<BitSet, Optional<Scorer>> scorers =
      CacheBuilder.newBuilder().maximumSize(512).build(CacheLoader.from(this::makeScorer));

  RevisionGame(ModelComparison model, DataDifference data, Ranking before, Ranking after) {
    this.model = model;
    this.data = data;
    this.before = before;
    this.after = after;
    this.old = profiles(before);
    this.now = profiles(after);
    this.both = new ArrayList<>(now.keySet());
    both.retainAll(old.keySet());
    switches.addAll(model.switches().keySet());
    ofModel.set(0, switches.size());
    together.addAll(model.together());
    Set<String> shared = sharedIndicators();
    Map<String, BitSet> own = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (ReadingChange change : data.counting()) {
      if (shared.contains(change.code())) {
        String name = ofReadings(change.code());
        @Nullable Integer number = numbers.putIfAbsent(name, switches.size());
        if (number == null) {
          switches.add(name);
        }
        own.computeIfAbsent(change.country().code(), absent -> new BitSet())
            .set(number == null ? switches.size() - 1 : number);
        if (!DataDifference.matchingUnits(change.readingsBefore(), change.readingsAfter())
            || model.isInAnotherUnit(change.code())) {
          // Readings in another unit, and the scale of that unit.
          together.add(List.of(name, ModelComparison.ofMeasure(change.code())));
        }
      }
    }
    if (!data.added().isEmpty() || !data.removed().isEmpty()) {
      switches.add(COUNTRIES);
    }
    for (String code : Sets.union(old.keySet(), now.keySet())) {
      CountryProfile earlier = requireNonNull(old.getOrDefault(code, now.get(code)));
      CountryProfile later = requireNonNull(now.getOrDefault(code, earlier));
      BitSet mine = own.getOrDefault(code, new BitSet());
      profiles.put(code, new ProfileMixture(earlier, later, model, mine, switches));
    }
  }

  private static Map<String, CountryProfile> profiles(Ranking ranking) {
    Map<String, CountryProfile> profiles = new LinkedHashMap<>();
    for (Ranking.Entry entry : ranking) {
      profiles.put(entry.country().code(), entry.scorecard().profile());
    }
    return profiles;
  }

  private Set<String> sharedIndicators() {
    Set<String> shared = new HashSet<>();
    for (String key : model.before().keys()) {
      if (model.isCommon(key) && model.before().node(key).isLeaf()) {
        shared.add(key);
      }
    }
    return shared;
  }

  private static String ofReadings(String code) {
    return READINGS + code;
  }

  /** The code of the indicator whose readings a switch changes. */
  static String codeOfReadings(String name) {
    return name.substring(READINGS.length());
  }

  /** The names of the switches. */
  List<String> switches() {
    return switches;
  }

  /** Pairs of switches that are turned together; one of them may not be there. */
  List<List<String>> together() {
    return together;
  }

  boolean isOfModel(int number) {
    return ofModel.get(number);
  }

  boolean isOfCountries(int number) {
    return switches.get(number).equals(COUNTRIES);
  }

  ModelComparison model() {
    return model;
  }

  DataDifference data() {
    return data;
  }

  /** The codes of the countries in both rankings, in the order of the later one. */
  List<String> countries() {
    return both;
  }

  /**
   * The scores of the countries in both rankings, then how many places each is from the last, with
   * some switches turned; null if there is no such model or it cannot score one of the countries.
   */
  double @Nullable [] values(BitSet turned) {
    if (turned.isEmpty()) {
      return values(before);
    }
    if (turned.cardinality() == switches.size()) {
      return values(after);
    }
    BitSet modelSwitches = (BitSet) turned.clone();
    modelSwitches.and(ofModel);
    Optional<Scorer> scorer = scorers.getUnchecked(modelSwitches);
    if (scorer.isEmpty()) {
      return null;
    }
    int countriesSwitch = switches.indexOf(COUNTRIES);
    boolean later = countriesSwitch >= 0 && turned.get(countriesSwitch);
    Set<String> ranked = new LinkedHashSet<>((later ? now : old).keySet());
    List<Scorecard> cards = new ArrayList<>();
    try {
      for (String code : ranked) {
        Interruption.check();
        cards.add(requireNonNull(profiles.get(code)).score(scorer.get(), turned));
      }
    } catch (IllegalArgumentException unscored) {
      return null;
    }
    return values(Ranking.of(cards, after.tieRule()));
  }

  private double[] values(Ranking ranking) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < both.size(); i++) {
      places.put(both.get(i), i);
    }
    double[] values = new double[2 * both.size()];
    for (Ranking.Entry entry : ranking) {
      @Nullable Integer place = places.get(entry.country().code());
      if (place != null) {
        values[place] = entry.value();
        values[both.size() + place] = -entry.rank();
      }
    }
    return values;
  }

  private Optional<Scorer> makeScorer(BitSet modelSwitches) {
    Set<String> turned = new HashSet<>();
    modelSwitches.stream().forEach(number -> turned.add(switches.get(number)));
    try {
      return Optional.of(Scorer.of(ModelMixture.of(model, turned::contains)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
