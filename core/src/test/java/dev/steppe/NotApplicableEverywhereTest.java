package dev.steppe;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.assertj.SteppeAssertions;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.report.Report;
import dev.steppe.revision.DataDifference;
import dev.steppe.revision.ReadingChange;
import dev.steppe.revision.Revision;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.ImportanceVersusWeight;
import dev.steppe.sensitivity.RankInputs;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.sensitivity.Tornado;
import dev.steppe.tipping.Resemblance;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingLever;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.SharedIndicators;
import dev.steppe.weights.WeightStability;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * An answer about a country to which something does not apply is that of the model without it,
 * whoever is asked. Aland has no ports; Bland has all.
 */
class NotApplicableEverywhereTest {

  private static final Scorer SCORER = Scorer.of(model(0.2));

  /** The model as if there were no ports. */
  private static final Scorer WITHOUT = Scorer.of(model(0.2).withoutNode("ports"));

  private static RiskModel model(double ports) {
    return RiskModel.builder("coast")
        .indicator(Indicator.of("debt", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 100))
        .indicator(Indicator.of("gas", HIGHER_IS_RISKIER), 0.3, Normalization.goalposts(0, 100))
        .indicator(Indicator.of("ports", HIGHER_IS_RISKIER), ports, Normalization.goalposts(0, 100))
        .build();
  }

  /** 0.625 * 40 + 0.375 * 60 = 47.5. */
  private static CountryProfile aland() {
    return bare().toBuilder().notApplicable("ports", "it has no coast").build();
  }

  private static CountryProfile bare() {
    return CountryProfile.builder(Country.of("AAA", "Aland"))
        .reading("debt", Estimate.between(30, 50))
        .reading("gas", Estimate.between(50, 70))
        .build();
  }

  private static CountryProfile bland() {
    return CountryProfile.builder(Country.of("BBB", "Bland"))
        .reading("debt", Estimate.between(40, 60))
        .reading("gas", 40)
        .reading("ports", 80)
        .build();
  }

  @Test
  void scenarios_give_it_no_reading() {
    Scenario gas = Scenario.of("gas", Change.shift("gas", Shift.fixed(80)));
    assertThat(SCORER.score(gas.applyTo(aland())).value()).isEqualTo(55);
    Scenario ports = Scenario.of("ports", Change.shift("ports", Shift.fixed(80)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ports.applyTo(aland()))
        .withMessageContaining(
            "'ports' does not apply to Aland (AAA) (it has no coast), so that no scenario can give"
                + " it a reading");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scenario.of("taken", Change.takeReadings(bland(), List.of("ports")))
                    .applyTo(aland()))
        .withMessageContaining("'ports' does not apply to Aland (AAA)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Change.takeReadings(aland(), List.of("ports")))
        .withMessageContaining("'ports' does not apply to it (it has no coast)");
    ScenarioTable table = ScenarioTable.of(SCORER, List.of(aland(), bland()), List.of(gas));
    assertThat(table.toTable().toString()).contains("55.0");
  }

  @Test
  void it_is_no_lever() {
    TippingAnswer answer = TippingPoint.of(SCORER, aland()).toReach(55);
    TippingLever ports =
        answer.alone().stream().filter(l -> l.code().equals("ports")).findFirst().orElseThrow();
    assertThat(ports.status()).isEqualTo(TippingLever.Status.NOT_APPLICABLE);
    assertThat(ports).hasToString("ports does not apply");
    assertThat(answer.toTable().toString()).contains("not applicable");
    TippingLever gas =
        answer.alone().stream().filter(l -> l.code().equals("gas")).findFirst().orElseThrow();
    assertThat(gas.neededReading().orElseThrow()).isCloseTo(80, within(1e-9));
  }

  @Test
  void sensitivity_is_that_of_the_model_without_it() {
    assertThat(Tornado.of(SCORER.score(aland())).swings())
        .extracting(Tornado.Swing::atLower)
        .containsExactlyElementsOf(
            Tornado.of(WITHOUT.score(bare())).swings().stream()
                .map(Tornado.Swing::atLower)
                .toList());
    SobolIndices with = SensitivityAnalysis.of(SCORER, aland()).sobol();
    SobolIndices without = SensitivityAnalysis.of(WITHOUT, bare()).sobol();
    assertThat(with.mean()).isCloseTo(without.mean(), within(1e-9));
    assertThat(with.variance()).isCloseTo(without.variance(), within(1e-9));
    assertThat(with.first("debt").orElseThrow())
        .isCloseTo(without.first("debt").orElseThrow(), within(1e-9));
    MethodChoice choice =
        MethodChoice.named("mean")
            .or("arithmetic", model -> model)
            .or("geometric", model -> model.withAggregation(Aggregation.geometric(1)));
    assertThat(
            SensitivityAnalysis.of(
                    RankInputs.of(SCORER, List.of(aland(), bland())).withChoice(choice))
                .sobol()
                .mean())
        .isNotNaN();
  }

  @Test
  void draws_are_those_of_the_model_without_it() {
    for (WeightUncertainty weights :
        List.of(WeightUncertainty.fixed(), WeightUncertainty.uniform())) {
      UncertaintyAnalysis analysis =
          UncertaintyAnalysis.of(SCORER).withWeights(weights).withSize(2048);
      double mean = analysis.run(List.of(aland(), bland())).score("AAA").mean();
      double alone =
          UncertaintyAnalysis.of(WITHOUT)
              .withWeights(WeightUncertainty.fixed())
              .withSize(2048)
              .run(List.of(bare()))
              .score("AAA")
              .mean();
      // Uniform weights of the two that apply are so about their middle.
      double expected = weights.isFixed() ? alone : 50;
      assertThat(mean).isCloseTo(expected, within(0.5));
      assertThat(analysis.run(List.of(aland(), bland())).varied().missing()).isFalse();
    }
  }

  @Test
  void weights_move_only_where_the_same_applies() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightStability.of(SCORER, List.of(aland(), bland())))
        .withMessageContaining("Missing are 'ports' for Aland (AAA) (not applicable)");
    SharedIndicators shared = SharedIndicators.of(SCORER, List.of(aland(), bland()));
    assertThat(shared.leftOut()).containsExactly("ports");
    assertThat(shared.scorer().score(aland()).value()).isCloseTo(47.5, within(1e-12));
    WeightStability both =
        WeightStability.of(
            SCORER,
            List.of(
                aland(), bland().withNotApplicable("ports", NotApplicable.because("so it is"))));
    assertThat(both.toTable().toString()).doesNotContain("ports  ");
  }

  @Test
  void what_two_have_in_common_is_told_apart_from_it() {
    assertThat(Resemblance.of(SCORER, aland(), bland()).sentence())
        .contains("Does not apply to at least one: ports (does not apply against 80).")
        .doesNotContain("Not known of");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImportanceVersusWeight.of(SCORER, Collections.nCopies(30, aland())))
        .withMessageContaining("'ports' has no value for AAA, to which it does not apply");
  }

  @Test
  void revisions_tell_it_and_what_it_does() {
    CountryProfile before = bare().withReading("ports", 100);
    DataDifference difference = DataDifference.of(List.of(before), List.of(aland()));
    ReadingChange change = difference.changes().get(0);
    assertThat(change.kind()).isEqualTo(ReadingChange.Kind.NOT_APPLICABLE);
    assertThat(change)
        .hasToString("ports of Aland (AAA): 100.0 to not applicable (it has no coast)");
    assertThat(DataDifference.of(List.of(aland()), List.of(bare())).changes())
        .extracting(ReadingChange::kind)
        .containsExactly(ReadingChange.Kind.APPLICABLE);
    CountryProfile otherwise =
        bare().withNotApplicable("ports", NotApplicable.because("it is landlocked"));
    assertThat(DataDifference.of(List.of(aland()), List.of(otherwise)).counting()).isEmpty();
    assertThat(difference.toTable().toCsv()).contains("100.0,not applicable (it has no coast)");
    Revision revision = Revision.of(SCORER.rank(before, bland()), SCORER.rank(aland(), bland()));
    assertThat(revision.country("AAA").difference())
        .isCloseTo(47.5 - (0.5 * 40 + 0.3 * 60 + 20), within(1e-9));
    assertThat(revision.toRecord().changes().get(0).readings().get(0).notApplicableAfter())
        .isEqualTo("it has no coast");
    Revision ofBoth =
        Revision.of(
            Scorer.of(model(0.2).withoutNode("ports"))
                .rank(bare(), bland().withoutReading("ports")),
            SCORER.rank(aland(), bland()));
    assertThat(ofBoth.countries()).isNotEmpty();
  }

  @Test
  void claims_of_tests_tell_it_from_a_gap() {
    SteppeAssertions.assertThat(SCORER.score(aland()))
        .hasNoMissingReadings()
        .indicator("ports")
        .isNotApplicable();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () -> SteppeAssertions.assertThat(SCORER.score(aland())).indicator("ports").isMissing())
        .withMessageContaining("it does not apply: it has no coast.");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                SteppeAssertions.assertThat(SCORER.score(aland()))
                    .indicator("gas")
                    .isNotApplicable())
        .withMessageContaining("not to apply");
    SteppeAssertions.assertThat(SCORER.score(aland())).withReadingFrom("gas", 20, 80).rises();
  }

  @Test
  void the_page_says_why() {
    String page =
        Report.titled("Coast").comparison(SCORER.compare(aland(), bland())).build().html();
    assertThat(page)
        .contains("not applicable: it has no coast")
        .contains("Not applicable: ports (it has no coast). What is beside has the weight.");
    assertThat(Optional.of(page).filter(p -> p.contains(">missing<"))).isEmpty();
  }
}
