package dev.steppe.desk;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.PartialRanking;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model and the countries that it scores.
 *
 * @param id what an address calls it
 * @param title what people call it
 * @param scorer of the model as it was read, fitted to the countries where it needs that
 * @param countries those that have a score
 * @param ranges where each indicator's slider begins and ends, by code
 * @param notRanked those that have none, with the reasons
 * @param leftOut codes of readings that the model has not
 */
record DeskCase(
    String id,
    String title,
    Scorer scorer,
    Dataset countries,
    Map<String, ReadingRange> ranges,
    List<PartialRanking.NotRanked> notRanked,
    List<String> leftOut) {

  /**
   * A case of what can be scored.
   *
   * @throws IllegalArgumentException if nothing can, or there is too much of it
   */
  static DeskCase of(
      String id,
      String title,
      RiskModel model,
      List<CountryProfile> profiles,
      List<String> leftOut) {
    if (profiles.size() > Limits.COUNTRIES) {
      throw Refusal.tooMany("countries", Limits.COUNTRIES, profiles.size());
    }
    if (model.indicators().size() > Limits.INDICATORS) {
      throw Refusal.tooMany("indicators", Limits.INDICATORS, model.indicators().size());
    }
    Scorer scorer = model.isFitted() ? Scorer.of(model) : Scorer.fit(model, profiles);
    PartialRanking scored = scorer.rankScorable(profiles);
    if (scored.ranking().size() == 0) {
      scorer.rank(profiles);
      throw new IllegalArgumentException("There is no country in the data");
    }
    List<CountryProfile> kept = new ArrayList<>(profiles);
    scored.notRanked().forEach(none -> kept.remove(none.profile()));
    Dataset countries = Dataset.copyOf(kept);
    return new DeskCase(
        id,
        title,
        scorer,
        countries,
        ReadingRange.of(scorer.model(), countries),
        scored.notRanked(),
        leftOut);
  }

  /** What a list of cases says of it. */
  record Summary(
      String id, String title, String model, String fingerprint, int countries, int indicators) {}

  Summary summary() {
    return new Summary(
        id,
        title,
        scorer.model().name(),
        scorer.fingerprint(),
        countries.size(),
        scorer.model().indicators().size());
  }

  /** All that does not change when sliders move. */
  record Details(
      Summary summary,
      List<Named> countries,
      List<Tree> nodes,
      List<None> notRanked,
      List<String> leftOut) {}

  /** A country. */
  record Named(String code, String name, @Nullable String asOf) {}

  /** A country without a score. */
  record None(String country, List<String> reasons) {}

  /**
   * A factor or indicator.
   *
   * @param parent the factor that it is in; null for the root
   * @param leaf whether it is an indicator
   * @param description how a reading becomes a value, or values become one
   */
  record Tree(
      String code,
      String name,
      @Nullable String parent,
      int depth,
      boolean leaf,
      String description) {}

  Details details() {
    return new Details(
        summary(),
        countries.stream()
            .map(
                profile ->
                    new Named(
                        profile.country().code(),
                        profile.country().name(),
                        profile.asOf().map(LocalDate::toString).orElse(null)))
            .toList(),
        tree(),
        notRanked.stream()
            .map(none -> new None(none.profile().country().toString(), none.reasons()))
            .toList(),
        leftOut);
  }

  private List<Tree> tree() {
    Map<String, String> parents = new LinkedHashMap<>();
    Map<String, Integer> depths = new LinkedHashMap<>();
    for (Factor factor : scorer.model().factors()) {
      for (Node child : factor.children()) {
        parents.put(child.code(), factor.code());
        depths.put(child.code(), depths.getOrDefault(factor.code(), 0) + 1);
      }
    }
    List<Tree> tree = new ArrayList<>();
    for (Node node : scorer.model().nodes().values()) {
      tree.add(
          new Tree(
              node.code(),
              node.name(),
              parents.get(node.code()),
              depths.getOrDefault(node.code(), 0),
              node.isLeaf(),
              node.description()));
    }
    return tree;
  }
}
