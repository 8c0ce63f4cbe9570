package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Comparison;
import dev.steppe.score.ComparisonRecord;
import dev.steppe.score.RankingRecord;
import dev.steppe.score.ScorecardRecord;
import dev.steppe.score.Scorer;
import dev.steppe.tipping.TippingLever;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyRecord;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.WeightInterval;
import dev.steppe.weights.WeightStability;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What comes by HTTP has the bits of what the library says when it is called. */
class SameNumbersTest {

  private static final String PAIR = "/api/cases/next-ukraine";
  private static final LocalDate DATE = LocalDate.of(2022, 2, 23);
  private static final String STATES = "/api/cases/states-" + DATE;

  @AutoClose private static final Desk DESK = new Desk(0, new Cases(List.of()));

  private static final Asking ASKING = new Asking(DESK);

  private static <T> T part(JsonNode of, String name, Class<T> type) {
    return Asking.MAPPER.treeToValue(of.get(name), type);
  }

  /** The records of the library, read from JSON, equal those that it makes: all their bits. */
  private static void assertSame(JsonNode moved, Scorer scorer, List<CountryProfile> profiles) {
    Comparison comparison = scorer.compare(profile(profiles, "KAZ"), profile(profiles, "UKR"));
    assertThat(part(moved, "ranking", RankingRecord.class))
        .isEqualTo(scorer.rank(profiles).toRecord());
    assertThat(part(moved, "card", ScorecardRecord.class)).isEqualTo(comparison.first().toRecord());
    assertThat(part(moved, "comparison", ComparisonRecord.class)).isEqualTo(comparison.toRecord());
  }

  private static CountryProfile profile(List<CountryProfile> profiles, String code) {
    return profiles.stream()
        .filter(profile -> profile.country().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ranking_card_and_comparison_are_the_library_s() throws Exception {
    JsonNode moved = ASKING.post(PAIR + "/move", Questions.of("KAZ", "UKR")).json();
    assertSame(
        moved, NextUkraine.scorer(), List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine()));
  }

  @Test
  void a_moved_reading_is_the_library_s_moved_reading() throws Exception {
    Question question =
        Questions.of("KAZ", "UKR", Questions.reading("KAZ", "import_dependence", 0.4), Doubt.USUAL);
    CountryProfile kazakhstan =
        NextUkraine.scorer().moved(NextUkraine.kazakhstan(), Map.of("import_dependence", 0.4));
    assertSame(
        ASKING.post(PAIR + "/move", question).json(),
        NextUkraine.scorer(),
        List.of(kazakhstan, NextUkraine.ukraine()));
  }

  @Test
  void moved_weights_are_those_of_the_model() throws Exception {
    Map<String, Double> weights = Map.of("alliance-ties", 0.4, "ethnic-distribution", 0.1);
    Question question =
        Questions.of("KAZ", "UKR", new Question.Moves(Map.of(), weights), Doubt.USUAL);
    assertSame(
        ASKING.post(PAIR + "/move", question).json(),
        Scorer.of(NextUkraine.model().withWeights(weights)),
        List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine()));
  }

  @Test
  void the_states_are_scored_as_in_java() throws Exception {
    assertSame(
        ASKING.post(STATES + "/move", Questions.of("KAZ", "UKR")).json(),
        PostSovietStates.scorer(),
        PostSovietStates.profiles(DATE));
  }

  @Test
  void marks_of_readings_are_tipping_points() throws Exception {
    JsonNode readings =
        ASKING.post(PAIR + "/move", Questions.of("KAZ", "UKR")).json().at("/sliders/readings");
    List<TippingLever> levers =
        TippingPoint.of(NextUkraine.scorer(), NextUkraine.kazakhstan())
            .toReach(NextUkraine.ukraine())
            .alone();
    assertThat(readings).hasSameSizeAs(levers);
    int marks = 0;
    for (int i = 0; i < levers.size(); i++) {
      JsonNode slider = readings.get(i);
      TippingLever lever = levers.get(i);
      assertThat(slider.get("code").asString()).isEqualTo(lever.code());
      assertThat(slider.get("words").asString()).isEqualTo(lever.toString());
      assertThat(slider.get("now").asDouble()).isEqualTo(lever.reading().getAsDouble());
      assertThat(slider.get("flip").isNull()).isEqualTo(!lever.reaches());
      if (lever.reaches()) {
        assertThat(slider.get("flip").asDouble()).isEqualTo(lever.neededReading().getAsDouble());
        marks++;
      }
    }
    assertThat(marks).isPositive();
  }

  @Test
  void a_slider_on_its_mark_makes_the_two_level() throws Exception {
    JsonNode before = ASKING.post(PAIR + "/move", Questions.of("KAZ", "UKR")).json();
    for (JsonNode slider : before.at("/sliders/readings")) {
      if (!slider.get("flip").isNull()) {
        Question moved =
            Questions.of(
                "KAZ",
                "UKR",
                Questions.reading(
                    "KAZ", slider.get("code").asString(), slider.get("flip").asDouble()),
                Doubt.USUAL);
        double difference =
            ASKING.post(PAIR + "/move", moved).json().at("/comparison/difference").asDouble();
        // A grade may go past it, as nothing lies between.
        assertThat(difference).isGreaterThan(-1e-9);
        if (slider.get("levels").isEmpty()) {
          assertThat(difference).isCloseTo(0, within(1e-9));
        }
      }
    }
  }

  @Test
  void marks_of_weights_are_stability_intervals_and_make_the_two_level() throws Exception {
    Comparison comparison = NextUkraine.compare();
    JsonNode factors =
        ASKING.post(PAIR + "/move", Questions.of("KAZ", "UKR")).json().at("/sliders/factors");
    int marks = 0;
    for (JsonNode factor : factors) {
      WeightStability stability = WeightStability.within(comparison, factor.get("code").asString());
      for (JsonNode slider : factor.get("children")) {
        WeightInterval interval = stability.interval(slider.get("code").asString());
        assertThat(slider.get("lowerFlip").isNull()).isEqualTo(interval.lowerPair().isEmpty());
        assertThat(slider.get("upperFlip").isNull()).isEqualTo(interval.upperPair().isEmpty());
        for (String end : List.of("lowerFlip", "upperFlip")) {
          if (!slider.get(end).isNull()) {
            double flip = slider.get(end).asDouble();
            assertThat(flip)
                .isEqualTo(end.equals("lowerFlip") ? interval.lower() : interval.upper());
            marks++;
            assertLevelAt(interval.code(), flip);
          }
        }
      }
    }
    assertThat(marks).isPositive();
  }

  private void assertLevelAt(String code, double share) throws Exception {
    JsonNode moved =
        ASKING
            .post(PAIR + "/move", Questions.withShare(Questions.of("KAZ", "UKR"), code, share))
            .json();
    assertThat(moved.at("/comparison/difference").asDouble()).isCloseTo(0, within(1e-9));
    // What the answer says of sliders leads to the same answer.
    Question.Moves moves = part(moved, "moves", Question.Moves.class);
    assertThat(
            ASKING
                .post(PAIR + "/move", Questions.of("KAZ", "UKR", moves, Doubt.USUAL))
                .json()
                .get("comparison"))
        .isEqualTo(moved.get("comparison"));
  }

  @Test
  void a_weight_moves_as_it_does_where_its_mark_is_found() {
    WeightStability stability = WeightStability.within(NextUkraine.compare(), "next-ukraine");
    stability
        .at("alliance-ties", 0.4)
        .weights()
        .forEach(
            (code, weight) ->
                assertThat(
                        Position.proportional(NextUkraine.model(), "alliance-ties", 0.4).get(code))
                    .isCloseTo(weight, within(1e-15)));
  }

  @ParameterizedTest
  @EnumSource(Doubt.Weights.class)
  void how_sure_is_counted_by_the_library(Doubt.Weights weights) throws Exception {
    Doubt doubt = new Doubt(weights, true);
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(PostSovietStates.scorer())
            .withWeights(
                switch (weights) {
                  case FIXED -> WeightUncertainty.fixed();
                  case QUARTER -> WeightUncertainty.eachWithin(0.25);
                  case ANY -> WeightUncertainty.uniform();
                });
    Question plain = Questions.of("KAZ", "UKR", Question.Moves.NONE, doubt);
    assertSure(
        ASKING.post(STATES + "/move", plain).json().get("sure"),
        analysis.withSize(500).run(PostSovietStates.profiles(DATE)));
    assertSure(
        ASKING.post(STATES + "/sure", Questions.withDraws(plain, 3000, "a")).json(),
        analysis.withSize(3000).run(PostSovietStates.profiles(DATE)));
  }

  private static void assertSure(JsonNode sure, UncertaintyResult result) {
    UncertaintyRecord record = result.toRecord();
    assertThat(sure.get("draws").asLong()).isEqualTo(record.draws());
    assertThat(sure.get("seed").asLong()).isEqualTo(record.seed());
    assertThat(sure.get("widestHalfWidth").asDouble()).isEqualTo(result.widestHalfWidth());
    assertThat(sure.get("countries")).hasSameSizeAs(record.countries());
    for (int c = 0; c < record.countries().size(); c++) {
      JsonNode row = sure.get("countries").get(c);
      UncertaintyRecord.Row expected = record.countries().get(c);
      assertThat(row.get("country").asString()).isEqualTo(expected.country());
      assertThat(row.get("expectedRank").asDouble()).isEqualTo(expected.expectedRank());
      assertThat(part(row, "first", UncertaintyRecord.Share.class))
          .isEqualTo(expected.ranks().get(0));
      assertThat(row.get("lowRank").asDouble())
          .isEqualTo(result.rankQuantile(expected.country(), 0.05).value());
      assertThat(row.get("highRank").asDouble())
          .isEqualTo(result.rankQuantile(expected.country(), 0.95).value());
    }
    assertThat(sure.at("/pair/sentence").asString())
        .isEqualTo(result.order("KAZ", "UKR").toString());
    assertThat(sure.at("/pair/riskier/value").asDouble())
        .isEqualTo(result.probabilityRiskier("KAZ", "UKR").value());
  }

  @Test
  void scenarios_that_were_kept_are_scored_anew() throws Exception {
    Question question =
        Questions.withScenarios(
            Questions.of("KAZ", "UKR"),
            new Question.Kept("calm", Questions.reading("KAZ", "domestic_unrest", 0)));
    JsonNode rows = ASKING.post(PAIR + "/scenarios", question).json().get("scenarios");
    Scorer scorer = NextUkraine.scorer();
    Comparison calm =
        scorer.compare(
            scorer.moved(NextUkraine.kazakhstan(), Map.of("domestic_unrest", 0.0)),
            NextUkraine.ukraine());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get("difference").asDouble())
        .isEqualTo(NextUkraine.compare().difference());
    assertThat(rows.get(1).get("name").asString()).isEqualTo("calm");
    assertThat(rows.get(1).get("difference").asDouble()).isEqualTo(calm.difference());
    assertThat(rows.get(1).at("/place/of/score").asDouble()).isEqualTo(calm.first().value());
    assertThat(rows.get(1).get("decided").asBoolean()).isEqualTo(calm.isDecided());
  }

  @Test
  void who_asks_at_the_same_time_gets_the_same_bits() throws Exception {
    Question question =
        Questions.of("KAZ", "UKR", Question.Moves.NONE, new Doubt(Doubt.Weights.ANY, true));
    String alone = ASKING.post(STATES + "/move", question).body();
    List<CompletableFuture<Asking.Answer>> answers =
        IntStream.range(0, 3 * Limits.AT_ONCE)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return ASKING.post(STATES + "/move", question);
                          } catch (Exception e) {
                            throw new IllegalStateException(e);
                          }
                        }))
            .toList();
    for (CompletableFuture<Asking.Answer> answer : answers) {
      assertThat(answer.join().body()).isEqualTo(alone);
    }
  }

  @Test
  void nothing_is_drawn_if_nothing_is_in_doubt() throws Exception {
    Doubt none = new Doubt(Doubt.Weights.FIXED, false);
    Question question = Questions.of("KAZ", "UKR", Question.Moves.NONE, none);
    assertThat(ASKING.post(PAIR + "/move", question).json().get("sure").isNull()).isTrue();
  }
}
