package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.table.Table;
import dev.steppe.uncertainty.RankAcceptability;
import dev.steppe.uncertainty.ScoreDistribution;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.validation.BrierScore;
import dev.steppe.validation.Outcomes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Jackson does with results, with nothing said about them and with {@link SteppeJson}. */
class JsonTest {

  private static final JsonMapper PLAIN = JsonMapper.builder().build();
  private static final JsonMapper TOLD = SteppeJson.mapper();
  private static final Scorer SCORER = NextUkraine.scorer();
  private static final List<CountryProfile> BOTH =
      List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine());
  private static final UncertaintyResult SURE =
      UncertaintyAnalysis.of(SCORER)
          .withWeights(WeightUncertainty.uniform())
          .withSize(1000)
          .withSeed(1)
          .run(BOTH);

  static Stream<Object> records() {
    Comparison comparison = NextUkraine.compare();
    SensitivityAnalysis drivers =
        SensitivityAnalysis.of(SCORER, NextUkraine.kazakhstan()).withSize(64).withResamples(20);
    return Stream.of(
        Country.of("KAZ", "Kazakhstan"),
        comparison.range(),
        comparison.first().basis(),
        SCORER.model().indicators().get(0),
        SURE.probabilityRiskier("KAZ", "UKR"),
        SURE.order("KAZ", "UKR"),
        SURE.score("KAZ").quantile(0.05),
        drivers.sobol().indices().get(0),
        drivers.sobolBySampling().indices().get(0),
        drivers.shapleyBySampling().effects().get(0),
        drivers.morris(4).effects().get(0),
        drivers.design(),
        PostSovietStates.precedents()
            .analoguesOf(PostSovietStates.profile("KAZ", LocalDate.of(2022, 2, 23)))
            .nearest()
            .differences()
            .get(0),
        NextUkraine.facts().iterator().next());
  }

  @ParameterizedTest
  @MethodSource("records")
  void records_are_written_and_read_back_equal_without_a_word_about_them(Object result) {
    assertThat(PLAIN.readValue(PLAIN.writeValueAsString(result), result.getClass()))
        .isEqualTo(result);
    assertThat(TOLD.readValue(TOLD.writeValueAsString(result), result.getClass()))
        .isEqualTo(result);
  }

  @Test
  void records_with_lists_are_read_back_once_jackson_knows_guava() {
    RankAcceptability ranks = SURE.ranks("KAZ");
    assertThat(TOLD.readValue(TOLD.writeValueAsString(ranks), RankAcceptability.class))
        .isEqualTo(ranks);
    ScoreDistribution score = SURE.score("KAZ");
    assertThat(TOLD.readValue(TOLD.writeValueAsString(score), ScoreDistribution.class))
        .isEqualTo(score);
    BrierScore brier = BrierScore.of(Map.of("a", 0.1, "b", 0.9), Outcomes.of("b"));
    assertThat(TOLD.readValue(TOLD.writeValueAsString(brier), BrierScore.class)).isEqualTo(brier);
    assertThatThrownBy(() -> PLAIN.readValue(PLAIN.writeValueAsString(brier), BrierScore.class))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("ImmutableList");
  }

  @Test
  void other_results_are_the_rows_of_their_tables_to_the_bit() {
    List<CountryProfile> states = PostSovietStates.profiles(LocalDate.of(2022, 2, 23));
    Ranking ranking = PostSovietStates.scorer().rank(states);
    ScenarioTable scenarios = ScenarioTable.of(SCORER, BOTH, NextUkraine.whatIfs());
    assertRows(ranking, ranking.toTable());
    assertRows(NextUkraine.compare(), NextUkraine.compare().toTable());
    assertRows(SCORER.score(BOTH.get(0)), SCORER.score(BOTH.get(0)).toTable());
    assertRows(scenarios, scenarios.toTable());
    assertRows(SURE, SURE.toTable());
    assertRows(SURE.pairProbabilities(), SURE.pairProbabilities());
    JsonNode first = TOLD.readTree(TOLD.writeValueAsString(ranking)).get(0);
    assertThat(first.get("Score").doubleValue()).isEqualTo(ranking.entries().get(0).value());
  }

  private static void assertRows(Object result, Table table) {
    JsonNode rows = TOLD.readTree(TOLD.writeValueAsString(result));
    assertThat(rows.size()).isEqualTo(table.rowCount()).isPositive();
    for (int row = 0; row < table.rowCount(); row++) {
      for (String header : table.headers()) {
        if (!header.isEmpty()) {
          int column = table.column(header);
          JsonNode cell = rows.get(row).get(header);
          if (!table.isNumeric(column)) {
            assertThat(cell.stringValue()).isEqualTo(table.cell(row, column));
          } else if (table.number(row, column).isEmpty()) {
            assertThat(cell.isNull()).isTrue();
          } else {
            assertThat(table.number(row, column)).hasValue(cell.doubleValue());
          }
        }
      }
    }
  }

  @Test
  void what_jackson_cannot_write_is_an_error_and_not_empty() {
    Ranking ranking = SCORER.rank(BOTH);
    assertThat(PLAIN.writeValueAsString(ranking.entries().get(0).scorecard())).isEqualTo("{}");
    assertThatThrownBy(() -> TOLD.writeValueAsString(BOTH.get(0)))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("CountryProfile");
    assertThatThrownBy(() -> TOLD.writeValueAsString(NextUkraine.verdict()))
        .isInstanceOf(DatabindException.class)
        .hasMessageContaining("Verdict");
  }

  /** Written without its kind, an estimate cannot be read; its text can. */
  @Test
  void an_estimate_is_read_from_its_text_only() {
    Estimate estimate = Estimate.triangular(1, 2, 4);
    assertThatThrownBy(() -> PLAIN.readValue(PLAIN.writeValueAsString(estimate), Estimate.class))
        .isInstanceOf(DatabindException.class);
    String json = PLAIN.writeValueAsString(estimate.toString());
    assertThat(Estimate.parse(PLAIN.readValue(json, String.class))).isEqualTo(estimate);
  }
}
