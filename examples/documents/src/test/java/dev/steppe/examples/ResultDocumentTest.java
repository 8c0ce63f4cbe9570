package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskClasses;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.revision.Revision;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.ComparisonRecord;
import dev.steppe.score.Scorecard;
import dev.steppe.score.ScorecardRecord;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Libraries for JSON write and read results without loss, and without a word about them. */
class ResultDocumentTest {

  private static final Scorer SCORER = scorer();

  /** The states at the last date. */
  private static final List<CountryProfile> PROFILES =
      PostSovietStates.profiles(PostSovietStates.dates().get(PostSovietStates.dates().size() - 1));

  private static Scorer scorer() {
    return Scorer.of(
        PostSovietStates.additiveModel()
            .withClasses(RiskClasses.lowest("low").then(25, "medium").then(50, "high")));
  }

  private static List<Scorecard> cards() {
    return SCORER.scoreAll(PROFILES);
  }

  private static void assertComesBack(Object result) throws Exception {
    var jackson3 = new tools.jackson.databind.json.JsonMapper();
    var jackson2 = new com.fasterxml.jackson.databind.ObjectMapper();
    Gson gson = new Gson();
    String text = gson.toJson(result);
    assertThat((Object) gson.fromJson(text, result.getClass())).isEqualTo(result);
    assertThat((Object) jackson3.readValue(text, result.getClass())).isEqualTo(result);
    assertThat((Object) jackson2.readValue(text, result.getClass())).isEqualTo(result);
    assertThat((Object) jackson3.readValue(jackson3.writeValueAsString(result), result.getClass()))
        .isEqualTo(result);
    assertThat((Object) jackson2.readValue(jackson2.writeValueAsString(result), result.getClass()))
        .isEqualTo(result);
  }

  @Test
  void results_come_back_as_they_were() throws Exception {
    List<Scorecard> cards = cards();
    for (Scorecard card : cards) {
      assertComesBack(card.toRecord());
    }
    assertComesBack(cards.get(0).compareWith(cards.get(1)).toRecord());
    assertComesBack(SCORER.rank(PROFILES).toRecord());
    Scorer before = Scorer.of(SCORER.model().withWeight("motive", 2));
    List<CountryProfile> two =
        PostSovietStates.profiles(PostSovietStates.dates().get(0)).subList(0, 2);
    assertComesBack(Revision.of(before.rank(two), SCORER.rank(PROFILES.subList(0, 3))).toRecord());
    assertComesBack(
        ScenarioTable.of(
                SCORER, PROFILES, List.of(Scenario.none(), Scenario.parse("no such reading: a=1")))
            .toRecord());
    assertComesBack(
        UncertaintyAnalysis.of(SCORER)
            .withSize(1000)
            .withWeights(WeightUncertainty.uniform())
            .run(PROFILES)
            .toRecord());
  }

  @Test
  void results_of_what_does_not_apply_come_back_with_the_reason() throws Exception {
    List<String> codes = SCORER.model().indicators().stream().map(Indicator::code).toList();
    CountryProfile whole = PROFILES.get(0).flattened().select(codes);
    CountryProfile less =
        whole.withNotApplicable(codes.get(0), NotApplicable.because("it has \"none\", =so"));
    ScorecardRecord plain = SCORER.score(less).toRecord();
    assertThat(plain.nodes().stream().map(ScorecardRecord.Node::notApplicable))
        .contains("it has \"none\", =so");
    assertComesBack(plain);
    assertComesBack(SCORER.compare(less, PROFILES.get(1)).toRecord());
    assertComesBack(
        Revision.of(SCORER.rank(List.of(whole)), SCORER.rank(List.of(less))).toRecord());
  }

  @Test
  void a_record_says_what_the_result_says_with_codes_and_names() {
    Scorecard card = cards().get(0);
    ScorecardRecord plain = card.toRecord();
    assertThat(plain.fingerprint()).isEqualTo(card.fingerprint());
    assertThat(plain.library()).isNotEmpty();
    assertThat(plain.of().country()).isEqualTo(card.country().code());
    assertThat(plain.of().asOf()).isEqualTo(card.profile().asOf().orElseThrow().toString());
    assertThat(plain.of().riskClass()).isEqualTo(card.riskClass().orElseThrow());
    assertThat(plain.nodes().get(0).value()).isEqualTo(card.value());
    assertThat(plain.nodes()).hasSameSizeAs(card.nodes());
  }

  /** A score of another day, read from where it was kept. */
  @Test
  void a_stored_score_is_compared_with_one_of_today() {
    List<Scorecard> cards = cards();
    Gson gson = new Gson();
    ScorecardRecord stored =
        gson.fromJson(gson.toJson(cards.get(1).toRecord()), ScorecardRecord.class);
    ComparisonRecord comparison = cards.get(0).toRecord().compareWith(stored);
    ComparisonRecord fresh = cards.get(0).compareWith(cards.get(1)).toRecord();
    assertThat(comparison.difference()).isEqualTo(fresh.difference());
    assertThat(comparison.decided()).isEqualTo(fresh.decided());
    assertThat(fresh.nodes().get(0).points()).isCloseTo(fresh.difference(), within(1e-9));
    assertThat(comparison.nodes())
        .usingRecursiveComparison()
        .ignoringFields("points")
        .isEqualTo(fresh.nodes());
    ScorecardRecord other =
        Scorer.of(SCORER.model().withWeight("motive", 2)).score(cards.get(0).profile()).toRecord();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.compareWith(stored))
        .withMessageStartingWith(
            "Scores compare only within one model with the same frozen bounds, but ");
  }
}
