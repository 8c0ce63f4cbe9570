package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.panel.Panel;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.table.Table;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightStability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page is made from: its title, own words, and results. */
record Results(
    String title,
    String answer,
    ImmutableList<Ranking> rankings,
    ImmutableList<Comparison> comparisons,
    ImmutableList<Panel> panels,
    ImmutableList<Titled<UncertaintyResult>> uncertainties,
    ImmutableList<Titled<SobolIndices>> sensitivities,
    ImmutableList<ScenarioTable> scenarios,
    ImmutableList<TippingAnswer> tippingPoints,
    ImmutableList<WeightStability> stabilities,
    ImmutableList<WeightFlip> flips,
    ImmutableList<Table> tables,
    ImmutableList<String> weaknesses,
    ImmutableList<String> notes) {

  /** An analysis with what it is about, in words. */
  record Titled<T>(String what, T result) {}

  /** The scorecards of the comparisons. */
  ImmutableList<Scorecard> compared() {
    List<Scorecard> cards = new ArrayList<>();
    comparisons.forEach(comparison -> add(cards, comparison));
    return ImmutableList.copyOf(cards);
  }

  /** All scorecards of the results, in the order of the page, those of comparisons first. */
  ImmutableList<Scorecard> cards() {
    List<Scorecard> cards = new ArrayList<>(compared());
    rankings.forEach(ranking -> ranking.forEach(entry -> cards.add(entry.scorecard())));
    panels.forEach(panel -> cards.addAll(panel.scorecards()));
    uncertainties.forEach(uncertainty -> cards.addAll(uncertainty.result().nominal()));
    tippingPoints.forEach(
        answer -> {
          cards.add(answer.card());
          answer.rival().ifPresent(cards::add);
        });
    stabilities.forEach(stability -> cards.addAll(stability.scorecards()));
    flips.forEach(flip -> add(cards, flip.comparison()));
    return ImmutableList.copyOf(cards);
  }

  private static void add(List<Scorecard> cards, Comparison comparison) {
    cards.add(comparison.first());
    cards.add(comparison.second());
  }

  /** Those that the answer is about: of the first comparison, ranking, or last date of a panel. */
  ImmutableList<Scorecard> answered() {
    List<Scorecard> cards = new ArrayList<>();
    if (!comparisons.isEmpty()) {
      add(cards, comparisons.get(0));
    } else {
      ranked().forEach(ranking -> ranking.forEach(entry -> cards.add(entry.scorecard())));
    }
    return ImmutableList.copyOf(cards);
  }

  /** The first ranking, or that of the last date of the first panel; none if there is neither. */
  ImmutableList<Ranking> ranked() {
    if (!rankings.isEmpty()) {
      return rankings.subList(0, 1);
    }
    if (panels.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<LocalDate> dates = panels.get(0).dates();
    return ImmutableList.of(panels.get(0).ranking(dates.get(dates.size() - 1)));
  }

  /** The names of the models by their fingerprints. */
  Map<String, String> models() {
    Map<String, String> models = new LinkedHashMap<>();
    for (Scorecard card : cards()) {
      models.put(card.fingerprint(), card.model().name());
    }
    for (ScenarioTable table : scenarios) {
      models.put(table.scorer().fingerprint(), table.scorer().model().name());
    }
    return models;
  }

  /** What keeps them from one page, in words. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (rankings.isEmpty() && comparisons.isEmpty() && panels.isEmpty()) {
      faults.add("it needs a ranking, a comparison or a panel to answer with");
    }
    if (rankings.stream().anyMatch(ranking -> ranking.size() == 0)) {
      faults.add("a ranking without countries says nothing");
    }
    Map<String, String> models = models();
    if (models.size() > 1) {
      faults.add(
          "scores of different models or bounds do not belong on one page, but there were "
              + models);
    }
    return faults;
  }

  /**
   * The scorecard of a country that the answer is about, or else any of it; empty if there is none.
   */
  Optional<Scorecard> card(String code) {
    for (List<Scorecard> cards : List.of(answered(), cards())) {
      for (Scorecard card : cards) {
        if (card.country().code().equals(code)) {
          return Optional.of(card);
        }
      }
    }
    return Optional.empty();
  }
}
