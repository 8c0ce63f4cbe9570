package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Comparison;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HowSureTest {

  private final CountryProfile kazakhstan = NextUkraine.kazakhstan();
  private final CountryProfile ukraine = NextUkraine.ukraine();

  private static RiskModel model(String method) {
    for (PaperMethod known : NextUkraine.methods()) {
      if (known.name().equals(method)) {
        return known.model();
      }
    }
    throw new AssertionError(method);
  }

  @Test
  void every_method_is_another_model_of_the_same_indicators_with_a_reason() {
    Set<String> fingerprints = new HashSet<>();
    for (PaperMethod method : NextUkraine.methods()) {
      assertThat(method.reason()).as(method.name()).endsWith(".");
      assertThat(method.model().indicators())
          .extracting(Indicator::code)
          .containsExactlyElementsOf(
              NextUkraine.model().indicators().stream().map(Indicator::code).toList());
      fingerprints.add(method.model().fingerprint());
    }
    assertThat(fingerprints).hasSize(NextUkraine.methods().size()).hasSize(8);
    assertThat(NextUkraine.methods().get(0).model()).isEqualTo(NextUkraine.model());
  }

  @Test
  void methods_do_what_their_names_say() {
    RiskModel equal = model("equal weights of indicators");
    assertThat(equal.indicators())
        .allSatisfy(
            indicator ->
                assertThat(equal.effectiveWeight(indicator.code()))
                    .isCloseTo(1 / 14.0, within(1e-12)));
    assertThat(model("three factors only").effectiveWeight("realist-context")).isZero();
    assertThat(model("three factors only").effectiveWeight("trade-dependence"))
        .isCloseTo(1 / 3.0, within(1e-12));
    // By hand: 34 % of imports, 10 % of exports, oil that is 52.5 % of exports.
    assertThat(
            Scorer.of(model("scales from none to all"))
                .score(kazakhstan)
                .node("trade-dependence")
                .value()
                .orElseThrow())
        .isCloseTo((34 + 10 + 52.5) / 3.0, within(1e-9));
    assertThat(model("without oil transit").effectiveWeight("transit_dependence")).isZero();
    assertThat(model("without unrest").effectiveWeight("domestic_unrest")).isZero();
    assertThat(model("geometric mean of factors").root().aggregation())
        .isEqualTo(Aggregation.geometric(1));
    assertThat(model("geometric mean of factors").factor("alliance-ties").aggregation())
        .isEqualTo(Aggregation.arithmetic());
  }

  @Test
  void methods_are_counted_by_the_order_that_they_give() {
    int below = 0;
    for (PaperMethod method : NextUkraine.methods()) {
      below += Scorer.of(method.model()).compare(kazakhstan, ukraine).difference() < 0 ? 1 : 0;
    }
    HowSure howSure = NextUkraine.howSure();
    assertThat(howSure.methodsBelow()).isEqualTo(below).isBetween(1, 7);
    assertThat(howSure.methods().rowCount()).isEqualTo(8);
    assertThat(howSure.methods().title())
        .isEqualTo("Kazakhstan is below Ukraine by " + below + " of 8 methods");
    assertThat(howSure.methods().cell(0, 3)).isEqualTo("-2.1");
  }

  @Test
  void shares_are_those_of_another_seed() {
    UncertaintyAnalysis other = UncertaintyAnalysis.of(NextUkraine.scorer()).withSeed(7);
    Probability known = other.run(kazakhstan, ukraine).probabilityRiskier("UKR", "KAZ");
    Probability readings = NextUkraine.howSure().byReadings();
    assertThat(readings.value())
        .isCloseTo(known.value(), within(4 * 0.5 * Math.sqrt(2 / 100_000.0)));
    assertThat(readings.isExact()).isFalse();
    assertThat(NextUkraine.howSure().byWeights().isExact()).isTrue();
    assertThat(NextUkraine.howSure().byWeights().value()).isCloseTo(0.610, within(5e-4));
  }

  /** Each draw takes one of eight, so the share is the mean of theirs. */
  @Test
  void under_methods_every_one_counts_the_same() {
    double sum = 0;
    for (PaperMethod method : NextUkraine.methods()) {
      sum +=
          UncertaintyAnalysis.of(Scorer.of(method.model()))
              .run(kazakhstan, ukraine)
              .probabilityRiskier("UKR", "KAZ")
              .value();
    }
    assertThat(
            NextUkraine.howSure()
                .underMethods()
                .run(kazakhstan, ukraine)
                .probabilityRiskier("UKR", "KAZ")
                .value())
        .isCloseTo(sum / 8, within(4 * 0.5 * Math.sqrt(2 / 100_000.0)));
  }

  @Test
  void it_is_a_sentence_on_the_page() {
    assertThat(NextUkraine.howSure().toString())
        .matches(
            "Kazakhstan is below Ukraine in \\d\\d\\.\\d % of 100,000 draws, weights"
                + " held fixed \\(\\d\\d\\.\\d to \\d\\d\\.\\d at 95 %\\), 61\\.0 % of all weights of shared"
                + " indicators \\(exact\\), and by 6 of 8 methods\\. With readings, weights, scales and"
                + " ties drawn together: \\d\\d\\.\\d % of 4,000 draws"
                + " \\(\\d\\d\\.\\d to \\d\\d\\.\\d at 95 %\\)\\. Most of the doubt: weights, alone"
                + " -\\d\\d\\.\\d to \\+\\d\\d\\.\\d points \\(90 % of draws\\)\\.");
    assertThat(NextUkraine.verdict().toTable().cell(4, 1))
        .isEqualTo(NextUkraine.howSure().toString());
  }

  @Test
  void another_model_has_no_methods_of_the_papers() {
    Comparison other =
        Scorer.of(NextUkraine.model().withAggregation(Aggregation.harmonic(1)))
            .compare(kazakhstan, ukraine);
    assertThat(NextUkraine.howSure(other).toString())
        .contains("% of all readings within their bounds, weights held fixed (exact)")
        .contains(" of all weights of shared indicators (")
        .endsWith(" points (90 % of draws).")
        .doesNotContain("methods");
    assertThat(NextUkraine.howSure(other).methodsBelow()).isZero();
  }

  @Test
  void how_clear_an_order_is_follows_from_the_shares() {
    assertThat(Clarity.of(true, 1, 0.95, 1, 0.95)).isEqualTo(Clarity.DECIDED);
    assertThat(Clarity.of(true, 1, 0.94, 1, 1)).isEqualTo(Clarity.LEANING);
    assertThat(Clarity.of(true, 1, 1, 1, 0.94)).isEqualTo(Clarity.LEANING);
    assertThat(Clarity.of(false, 0.99, 1, 1, 1)).isEqualTo(Clarity.LEANING);
    assertThat(Clarity.of(false, 0.8, 0.8, 0.8, 0.8)).isEqualTo(Clarity.LEANING);
    assertThat(Clarity.of(false, 0.79, 1, 1, 1)).isEqualTo(Clarity.TOO_CLOSE_TO_CALL);
    assertThat(Clarity.of(true, 1, 1, 0.75, 1)).isEqualTo(Clarity.TOO_CLOSE_TO_CALL);
    assertThat(Clarity.of(true, 1, 1, 1, 0.79)).isEqualTo(Clarity.TOO_CLOSE_TO_CALL);
    assertThat(Clarity.TOO_CLOSE_TO_CALL.description()).isEqualTo("too close to call");
    assertThat(NextUkraine.howSure().clarity()).isEqualTo(Clarity.TOO_CLOSE_TO_CALL);
  }

  @Test
  void the_order_of_the_two_does_not_change_how_clear_it_is() {
    Comparison mirrored = NextUkraine.scorer().compare(ukraine, kazakhstan);
    assertThat(NextUkraine.howSure(mirrored).clarity()).isEqualTo(Clarity.TOO_CLOSE_TO_CALL);
    Comparison same = NextUkraine.scorer().compare(ukraine, ukraine);
    assertThat(NextUkraine.howSure(same).clarity()).isEqualTo(Clarity.TOO_CLOSE_TO_CALL);
  }

  /** Weights are drawn with the interactions, which go with them. */
  @Test
  void weights_of_a_model_with_interactions_are_drawn() {
    StateIndex structural = PostSovietStates.structural();
    LocalDate eve = LocalDate.of(2022, 2, 23);
    Verdict verdict =
        NextUkraine.verdict(
            structural
                .scorer()
                .compare(
                    structural.panel().scorecard("KAZ", eve).profile(),
                    structural.panel().scorecard("UKR", eve).profile()));
    assertThat(verdict.howSure().clarity()).isEqualTo(Clarity.DECIDED);
    assertThat(verdict.answer())
        .startsWith("As of 23 February 2022. Kazakhstan is at less risk than Ukraine on these");
    assertThat(verdict.howSure().toString())
        .startsWith(
            "Kazakhstan is below Ukraine in 100.0 % of all readings within their bounds, weights"
                + " held fixed (exact) and 100.0 % of all weights of shared indicators (99.9 to 100.0"
                + " at 95 %). With readings, weights, scales and ties drawn together: ");
  }
}
