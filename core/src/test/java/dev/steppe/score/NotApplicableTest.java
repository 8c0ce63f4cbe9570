package dev.steppe.score;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Serialized;
import dev.steppe.evidence.Source;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What does not apply to a country has no weight for it, and is not missing. */
class NotApplicableTest {

  private static final NotApplicable NO_TRADE = NotApplicable.because("it has no trade");

  /** 50 of the border alone, and 100: 0.6 * 50 + 0.4 * 100 = 70. */
  private static CountryProfile closed() {
    return Example.aland().withNotApplicable("trade_share", NO_TRADE);
  }

  private static Scorecard card(CountryProfile profile) {
    return Scorer.of(Example.model()).score(profile);
  }

  @Test
  void what_is_beside_it_has_its_weight_and_nothing_is_missing() {
    Scorecard card = card(closed());
    assertThat(card.value()).isEqualTo(70);
    assertThat(card.coverage()).isEqualTo(1);
    assertThat(card.basis().missing()).isZero();
    NodeScore trade = card.node("trade_share");
    assertThat(trade.notApplicable()).contains(NO_TRADE);
    assertThat(trade.isApplicable()).isFalse();
    assertThat(trade.value()).isEmpty();
    assertThat(trade.effectiveWeight()).isZero();
    assertThat(trade).hasToString("trade_share = not applicable");
    assertThat(card.node("border_share").effectiveWeight()).isEqualTo(0.6);
    assertThat(card.node("exposure").coverage()).isEqualTo(1);
    assertThat(card.contribution("trade_share").points()).isZero();
  }

  @Test
  void a_factor_of_which_nothing_applies_does_not_apply() {
    Scorecard card = card(Example.aland().withNotApplicable("treaty", NO_TRADE));
    assertThat(card.value()).isEqualTo(45);
    assertThat(card.node("protection").isApplicable()).isFalse();
    assertThat(card.node("protection").notApplicable()).isEmpty();
    assertThat(card.node("protection").value()).isEmpty();
    assertThat(card.node("exposure").effectiveWeight()).isEqualTo(1);
  }

  @Test
  void something_that_weighs_has_to_apply() {
    CountryProfile none =
        closed().withNotApplicable("treaty", NO_TRADE).withNotApplicable("border_share", NO_TRADE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card(none))
        .withMessage(
            "Profile of Aland (AAA) for model 'my-risk': no indicator that has a weight applies to"
                + " it");
  }

  @Test
  void the_model_has_to_know_it() {
    CountryProfile typos =
        Example.aland()
            .withNotApplicable("trade_shar", NO_TRADE)
            .withNotApplicable("exposure", NO_TRADE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card(typos))
        .withMessageContaining("unknown indicator 'trade_shar'.")
        .withMessageContaining("Maybe you meant 'trade_share'.")
        .withMessageContaining(
            "'exposure' is a factor, of which it is said of each indicator that it does not apply");
  }

  @Test
  void the_missing_policy_sees_the_rest_alone() {
    CountryProfile gap = closed().withoutReading("border_share");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card(gap))
        .withMessageContaining("no reading of 'border_share', and the model's missing policy");
    // Of what applies, 0.4 has data: the border has all of the factor's weight.
    RiskModel half = Example.model().withMissing(MissingPolicy.reweight(0.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scorer.of(half).score(gap))
        .withMessageContaining("a coverage of at least 0.5, but it is 0.4");
    Scorecard bound = Scorer.of(Example.model().withMissing(MissingPolicy.bound())).score(gap);
    assertThat(bound.range().lower()).isEqualTo(40);
    assertThat(bound.range().upper()).isEqualTo(100);
    assertThat(bound.node("trade_share").value()).isEmpty();
  }

  @Test
  void tables_and_records_say_why() {
    String sentence =
        "Not applicable: trade_share (it has no trade). What is beside has the weight.";
    Scorer scorer = Scorer.of(Example.model());
    Scorecard card = scorer.score(closed());
    assertThat(card.remarks()).containsExactly(sentence);
    assertThat(card.toTable().toString()).contains(sentence);
    assertThat(card.trace().toString()).contains(sentence);
    assertThat(scorer.rank(closed(), Example.bland()).toTable().toString())
        .contains("Aland (AAA): " + sentence);
    CountryProfile sourced =
        Example.aland()
            .withNotApplicable(
                "trade_share", new NotApplicable("it has no trade", Source.of("IMF", "table 1")));
    assertThat(scorer.score(sourced).sources().toCsv())
        .contains("AAA,trade_share,,,,\"not applicable: IMF, table 1\",it has no trade");
    ScorecardRecord record = card.toRecord();
    assertThat(record.remarks()).containsExactly(sentence);
    assertThat(record.nodes().stream().map(ScorecardRecord.Node::notApplicable))
        .containsExactly(null, null, null, "it has no trade", null, null);
    ComparisonRecord compared = card.compareWith(scorer.score(Example.bland())).toRecord();
    assertThat(compared.nodes().get(3).firstNotApplicable()).isEqualTo("it has no trade");
    assertThat(compared.nodes().get(3).secondNotApplicable()).isNull();
    assertThat(compared.nodes().get(3).first()).isNull();
  }

  /**
   * The game of the two: taking the border from Aland, the trade (which Aland has not), or both, in
   * all orders. Exposure is 90 of Bland, 65 with Aland's border, 100 without trade, 50 without and
   * with Aland's border: so the border takes (25 + 50) / 2 of 90 - 50, and the trade 2.5.
   */
  @Test
  void a_comparison_takes_what_applies_from_the_first_as_it_takes_readings() {
    Scorer scorer = Scorer.of(Example.model());
    Comparison comparison = scorer.compare(closed(), Example.bland());
    assertThat(comparison.difference()).isCloseTo(70 - 64, within(1e-12));
    assertThat(comparison.contribution("border_share").points())
        .isCloseTo(-0.6 * 37.5, within(1e-9));
    assertThat(comparison.contribution("trade_share").points()).isCloseTo(-0.6 * 2.5, within(1e-9));
    assertThat(comparison.contribution("treaty").points()).isCloseTo(0.4 * 75, within(1e-9));
    assertThat(comparison.toTable().toString())
        .contains("Aland (AAA): Not applicable: trade_share (it has no trade).");
  }

  /** Interactions of it drop out, and those of the others stay, beside greater weights. */
  @Test
  void interactions_with_it_drop_out() {
    RiskModel model =
        RiskModel.builder("three")
            .aggregation(
                Aggregation.choquet(Interaction.of("a", "b", 0.3), Interaction.of("b", "c", 0.2)))
            .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 0.25, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("b", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("c", HIGHER_IS_RISKIER), 0.25, Normalization.goalposts(0, 100))
            .build();
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("a", 80)
            .reading("b", 20)
            .notApplicable("c", "no")
            .build();
    // 1/3 * 80 + 2/3 * 20 - 0.3 * 60 / 2
    assertThat(Scorer.of(model).score(profile).value()).isCloseTo(31, within(1e-12));
  }

  @Test
  void a_bulk_scorer_says_it_of_all_its_rows() {
    BulkScorer bulk = Scorer.of(Example.model()).bulk().withNotApplicable(Set.of("trade_share"));
    double[][] columns = {{30, 60}, {Double.NaN, Double.NaN}, {0, 0.75}};
    assertThat(bulk.score(columns)).containsExactly(70, 70);
    assertThat(Serialized.copyOf(bulk).score(columns)).containsExactly(70, 70);
    double[][] wrong = {{30, 60}, {Double.NaN, 7}, {0, 0.75}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.score(wrong))
        .withMessage(
            "'trade_share' does not apply, so that its column must be NaN, but row 1 has 7.0");
    double[] scores = new double[2];
    bulk.score(wrong, new byte[][] {null, {0b00}, null}, 0, 2, scores, 0);
    assertThat(scores).containsExactly(70, 70);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.withNotApplicable(List.of("border_share", "treaty")))
        .withMessage("No indicator of model 'my-risk' that has a weight applies");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.withNotApplicable(List.of("tready")))
        .withMessageContaining("Maybe you meant 'treaty'.");
  }

  @Test
  void a_copy_with_readings_moved_keeps_it() {
    Scorer scorer = Scorer.of(Example.model());
    CountryProfile moved = scorer.moved(closed(), Map.of("treaty", 1.0));
    assertThat(moved.notApplicable()).containsOnlyKeys("trade_share");
    assertThat(scorer.score(moved).value()).isEqualTo(30);
    assertThat(scorer.score(closed().withReading("border_share", Estimate.between(0, 60))).range())
        .hasToString("40.0..100.0");
    assertThat(scorer.score(closed()).node("border_share").readings())
        .containsExactly(Reading.of(30));
  }
}
