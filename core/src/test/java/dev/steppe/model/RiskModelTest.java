package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Serialized;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskModelTest {

  private static final Indicator BORDER = Indicator.of("border_share", HIGHER_IS_RISKIER);
  private static final Indicator TRADE = Indicator.of("trade_share", HIGHER_IS_RISKIER);
  private static final Indicator TREATY = Indicator.of("treaty", LOWER_IS_RISKIER);

  /** The example of the package's documentation. */
  private static RiskModel model() {
    return RiskModel.builder("my-risk")
        .factor(
            "exposure",
            0.6,
            f ->
                f.indicator(BORDER, 0.5, Normalization.goalposts(0, 60))
                    .indicator(TRADE, 0.5, Normalization.goalposts(0, 50)))
        .factor(
            "protection",
            0.4,
            f ->
                f.aggregation(Aggregation.geometric(1.0))
                    .indicator(TREATY, 1.0, Normalization.goalposts(0, 1)))
        .missing(MissingPolicy.reweight(0.6))
        .build();
  }

  private static CountryProfile profile(String code, double border, double trade, double treaty) {
    return CountryProfile.builder(Country.of(code, code))
        .reading("border_share", border)
        .reading("trade_share", trade)
        .reading("treaty", treaty)
        .build();
  }

  @Test
  void nodes_are_in_order_of_declaration_each_factor_before_its_children() {
    RiskModel model = model();
    assertThat(model.nodes().keySet())
        .containsExactly(
            "my-risk", "exposure", "border_share", "trade_share", "protection", "treaty");
    assertThat(model.name()).isEqualTo("my-risk");
    assertThat(model.root().code()).isEqualTo("my-risk");
    assertThat(model.indicators()).containsExactly(BORDER, TRADE, TREATY);
    assertThat(model.factors())
        .extracting(Factor::code)
        .containsExactly("my-risk", "exposure", "protection");
    assertThat(model.missing()).isEqualTo(MissingPolicy.reweight(0.6));
    assertThat(model.factor("protection").aggregation()).isEqualTo(Aggregation.geometric(1));
    assertThat(model.criterion("treaty").indicator()).isEqualTo(TREATY);
  }

  @Test
  void nodes_tell_what_is_below_them_and_how_their_value_comes_about() {
    RiskModel model = model();
    assertThat(model.node("exposure").children())
        .containsExactly(model.node("border_share"), model.node("trade_share"));
    assertThat(model.node("exposure").shares()).containsExactly(0.5, 0.5);
    assertThat(model.node("exposure").isLeaf()).isFalse();
    assertThat(model.node("treaty").children()).isEmpty();
    assertThat(model.node("treaty").shares()).isEmpty();
    assertThat(model.node("treaty").isLeaf()).isTrue();
    assertThat(model.nodes().values())
        .extracting(Node::description)
        .containsExactly(
            "arithmetic()",
            "arithmetic()",
            "goalposts(0.0, 60.0)",
            "goalposts(0.0, 50.0)",
            "geometric(1.0)",
            "goalposts(0.0, 1.0), lower is riskier");
  }

  @Test
  void a_fold_takes_the_function_of_the_kind_of_node() {
    assertThat(model().nodes().values())
        .extracting(
            node -> node.<Object>fold(Factor::childCodes, criterion -> criterion.indicator()))
        .containsExactly(
            List.of("exposure", "protection"),
            List.of("border_share", "trade_share"),
            BORDER,
            TRADE,
            List.of("treaty"),
            TREATY);
  }

  @Test
  void effective_weights_are_products_of_shares_and_sum_to_one() {
    RiskModel model = model();
    assertThat(model.effectiveWeight("my-risk")).isEqualTo(1);
    assertThat(model.effectiveWeight("exposure")).isEqualTo(0.6);
    assertThat(model.effectiveWeight("trade_share")).isEqualTo(0.3);
    assertThat(model.effectiveWeight("treaty")).isEqualTo(0.4);
    assertThat(model.indicators().stream().mapToDouble(i -> model.effectiveWeight(i.code())).sum())
        .isCloseTo(1, within(1e-15));
    assertThat(model.effectiveWeights()).hasSize(6).containsEntry("trade_share", 0.3);
  }

  @Test
  void weights_need_not_sum_to_one() {
    RiskModel model =
        model().withWeights(ImmutableMap.of("exposure", 3.0, "protection", 1.0, "treaty", 7.0));
    assertThat(model.effectiveWeight("exposure")).isEqualTo(0.75);
    assertThat(model.effectiveWeight("treaty")).isEqualTo(0.25);
    assertThat(model.criterion("treaty").weight()).isEqualTo(7);
  }

  @Test
  void changed_copies_change_one_thing_and_leave_the_original() {
    RiskModel model = model();
    assertThat(model.withWeight("treaty", 2).criterion("treaty").weight()).isEqualTo(2);
    assertThat(model.withEqualWeights().effectiveWeight("border_share")).isEqualTo(0.25);
    assertThat(
            model
                .withAggregation("exposure", Aggregation.maximum())
                .factor("exposure")
                .aggregation())
        .isEqualTo(Aggregation.maximum());
    assertThat(model.withAggregation("exposure", Aggregation.maximum()).factor("protection"))
        .isEqualTo(model.factor("protection"));
    assertThat(model.withAggregation(Aggregation.minimum()).factors())
        .allMatch(factor -> factor.aggregation().equals(Aggregation.minimum()));
    Normalization posts = Normalization.goalposts(0, 7);
    assertThat(model.withNormalization("treaty", posts).criterion("treaty").normalization())
        .isEqualTo(posts);
    assertThat(model.withNormalization("treaty", posts).criterion("trade_share"))
        .isEqualTo(model.criterion("trade_share"));
    assertThat(model.withNormalization(posts).criteria())
        .allMatch(criterion -> criterion.normalization().equals(posts));
    Treatment log = Treatment.log(1);
    assertThat(model.withTreatment("treaty", log).criterion("treaty").treatment()).isEqualTo(log);
    assertThat(model.withTreatment("treaty", log).criterion("trade_share"))
        .isEqualTo(model.criterion("trade_share"));
    assertThat(model.withTreatment(log).criteria())
        .allMatch(criterion -> criterion.treatment().equals(log));
    assertThat(model.withMissing(MissingPolicy.fail()).missing()).isEqualTo(MissingPolicy.fail());
    assertThat(model).isEqualTo(model());
  }

  @Test
  void a_model_is_additive_if_all_its_factors_are() {
    assertThat(model().isAdditive()).isFalse();
    assertThat(model().withAggregation("protection", Aggregation.arithmetic()).isAdditive())
        .isTrue();
  }

  @Test
  void a_factor_can_be_a_model_of_its_own() {
    RiskModel part = model().partial("exposure");
    assertThat(part.name()).isEqualTo("exposure");
    assertThat(part.effectiveWeight("trade_share")).isEqualTo(0.5);
    assertThat(part.root().weight()).isEqualTo(1);
    assertThat(part.missing()).isEqualTo(model().missing());
  }

  @Test
  void fitting_freezes_what_needs_a_reference_set_and_nothing_else() {
    RiskModel open =
        model()
            .withNormalization("border_share", Normalization.minMax())
            .withTreatment("trade_share", Treatment.winsorize());
    assertThat(open.isFitted()).isFalse();
    assertThat(open.criterion("treaty").isFitted()).isTrue();
    assertThat(open.criterion("border_share").isFitted()).isFalse();
    assertThat(open.criterion("trade_share").isFitted()).isFalse();
    RiskModel fitted =
        open.fit(
            List.of(
                profile("AAA", 10, 1, 0),
                profile("BBB", 30, 2, 0),
                profile("CCC", 50, 3, 1).withReading("border_share", Estimate.between(40, 60)),
                profile("DDD", 20, 4, 1),
                profile("EEE", 20, 5, 1).withoutReading("border_share")));
    assertThat(fitted.isFitted()).isTrue();
    assertThat(fitted.criterion("border_share").normalization())
        .isEqualTo(Normalization.goalposts(10, 50));
    assertThat(fitted.criterion("trade_share").treatment()).isEqualTo(Treatment.none());
    assertThat(fitted.criterion("treaty")).isEqualTo(open.criterion("treaty"));
    assertThat(fitted.fit(List.of())).isEqualTo(fitted);
  }

  @Test
  void a_normalization_is_fitted_to_treated_readings() {
    RiskModel fitted =
        model()
            .withTreatment("border_share", Treatment.log())
            .withNormalization("border_share", Normalization.minMax())
            .fit(List.of(profile("AAA", 1, 1, 0), profile("BBB", Math.exp(2), 2, 0)));
    assertThat(fitted.criterion("border_share").normalization())
        .isEqualTo(Normalization.goalposts(0, 2));
  }

  @Test
  void a_fit_reports_every_indicator_that_cannot_be_fitted() {
    RiskModel open =
        model()
            .withNormalization(Normalization.minMax())
            .withTreatment("trade_share", Treatment.log());
    List<CountryProfile> reference = List.of(profile("AAA", 10, 1, 0), profile("BBB", 10, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.fit(reference))
        .withMessage(
            """
            Fitting model 'my-risk' has 2 faults:
              - indicator 'border_share': Min-max normalisation needs readings that differ, but \
            all 2 are 10.0
              - indicator 'trade_share': reading of BBB (BBB): The logarithm needs readings \
            greater than 0.0, but was 0.0
            The rest can be fitted without what does not differ: \
            model.without("border_share").fit(reference). Profiles then need select(...)""");
  }

  @Test
  void what_does_not_differ_can_be_left_out_of_a_fit() {
    ModelBuilder builder = RiskModel.builder("m");
    for (String code : List.of("same", "one", "none", "good")) {
      builder.indicator(Indicator.of(code, HIGHER_IS_RISKIER), 1, Normalization.minMax());
    }
    builder.factor(
        "flat",
        1,
        flat -> flat.indicator(Indicator.of("also", HIGHER_IS_RISKIER), 1, Normalization.rank()));
    RiskModel open = builder.build();
    CountryProfile first =
        CountryProfile.builder(Country.of("AAA", "A"))
            .reading("same", 1)
            .reading("one", 1)
            .reading("good", 10)
            .reading("also", 2)
            .build();
    CountryProfile second =
        CountryProfile.builder(Country.of("BBB", "B"))
            .reading("same", 1)
            .reading("good", 20)
            .reading("also", 2)
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.fit(List.of(first, second)))
        .withMessageContaining("has 4 faults")
        .withMessageContaining(
            "model.without(\"same\", \"one\", \"none\", \"also\").fit(reference).");
    RiskModel rest = open.without("same", "one", "none", "also");
    assertThat(rest.nodes().keySet()).containsExactly("m", "good");
    Scorer scorer = Scorer.fit(rest, List.of(first, second));
    assertThat(scorer.score(second.select(rest.nodes().keySet())).value()).isEqualTo(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.without("good", "x", "flat"))
        .withMessageContaining("unknown indicator 'x'")
        .withMessageContaining("unknown indicator 'flat'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rest.without("good"))
        .withMessage("Without 'good' nothing of model 'm' is left");
  }

  @Test
  void a_treatment_that_leaves_no_difference_is_told_as_such() {
    List<CountryProfile> reference = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      reference.add(profile("AA" + (char) ('A' + i), i == 9 ? 50 : 1, i, 0));
    }
    for (Normalization scale : List.of(Normalization.minMax(), Normalization.goalposts(0, 60))) {
      RiskModel open =
          model()
              .withTreatment("border_share", Treatment.winsorize())
              .withNormalization("border_share", scale);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> open.fit(reference))
          .withMessage(
              "Fitting model 'my-risk': indicator 'border_share': winsorize(5, 2.0, 3.5) leaves no"
                  + " difference: all 10 readings, from 1.0 to 50.0, become 1.0. Treat them in"
                  + " another way, such as logOfRange(), or not at all\n"
                  + "The rest can be fitted without what does not differ:"
                  + " model.without(\"border_share\").fit(reference). Profiles then need select(...)");
    }
    RiskModel log = model().withTreatment("border_share", Treatment.winsorizeOrLog(5));
    assertThat(log.fit(reference).criterion("border_share").treatment())
        .isEqualTo(Treatment.logOfRange().fit(ImmutableDoubleArray.of(1, 50)));
  }

  @Test
  void a_fit_tells_every_country_whose_reading_is_outside_the_domain() {
    RiskModel open =
        RiskModel.builder("m")
            .indicator(
                Indicator.of("border_share", HIGHER_IS_RISKIER).withDomain(0, 100),
                1,
                Normalization.minMax())
            .build();
    List<CountryProfile> reference =
        List.of(profile("AAA", 101, 1, 0), profile("BBB", -1, 0, 1), profile("CCC", 5, 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.fit(reference))
        .withMessageContaining("reading of AAA (AAA) must be in [0.0, 100.0], but was 101.0")
        .withMessageContaining("reading of BBB (BBB) must be in [0.0, 100.0], but was -1.0");
  }

  @Test
  void a_model_prints_as_its_tree() {
    RiskModel model = model().withTreatment("trade_share", Treatment.log(1));
    assertThat(model.toTable().toText(200))
        .isEqualTo(
            """
            Model my-risk

            Factor / indicator  Code          Weight  Effective  How
            ------------------  ------------  ------  ---------  -------------------------------------
            my-risk             my-risk        1.000     1.0000  arithmetic()
              exposure          exposure       0.600     0.6000  arithmetic()
                border_share    border_share   0.500     0.3000  goalposts(0.0, 60.0)
                trade_share     trade_share    0.500     0.3000  log(1.0), goalposts(0.0, 50.0)
              protection        protection     0.400     0.4000  geometric(1.0)
                treaty          treaty         1.000     0.4000  goalposts(0.0, 1.0), lower is riskier

            Missing readings: reweight(0.6).""");
    assertThat(model).hasToString(model.toTable().toString());
  }

  @Test
  void equal_models_are_equal() {
    assertThat(model()).isEqualTo(model()).hasSameHashCodeAs(model());
    assertThat(model()).isNotEqualTo(model().withWeight("treaty", 2));
    assertThat(model()).isNotEqualTo(model().withMissing(MissingPolicy.bound()));
    assertThat(model()).isNotEqualTo("my-risk");
  }

  @Test
  void a_model_survives_serialization() {
    RiskModel model =
        model()
            .withAggregation(Aggregation.power(2))
            .withAggregation("exposure", Aggregation.maximum())
            .withTreatment("treaty", Treatment.clamp(0, 1))
            .withNormalization(
                "treaty", Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 100.0)))
            .withNormalization("trade_share", Normalization.rank().onto(1, 100))
            .fit(List.of(profile("AAA", 10, 1, 0), profile("BBB", 10, 0, 1)));
    RiskModel copy = Serialized.copyOf(model);
    assertThat(copy).isEqualTo(model);
    assertThat(copy.fingerprint()).isEqualTo(model.fingerprint());
    assertThat(copy.effectiveWeights()).isEqualTo(model.effectiveWeights());
    assertThat(copy.nodes().keySet()).isEqualTo(model.nodes().keySet());
  }

  @Test
  void an_unknown_code_is_refused_with_the_nearest_known_one() {
    String known =
        "Known: [my-risk, exposure, border_share, trade_share, protection, treaty]. Maybe you meant"
            + " 'treaty'.";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().node("treety"))
        .withMessage("Model 'my-risk' has no 'treety'. " + known);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().effectiveWeight("treety"))
        .withMessageContaining("has no 'treety'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().withAggregation("treety", Aggregation.maximum()))
        .withMessageContaining("has no 'treety'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().withNormalization("treety", Normalization.minMax()))
        .withMessageContaining("has no 'treety'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().withTreatment("treety", Treatment.none()))
        .withMessageContaining("has no 'treety'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().withWeight("treety", 1))
        .withMessage("Model 'my-risk': unknown code 'treety'. " + known);
  }

  @Test
  void a_factor_is_no_indicator_and_an_indicator_no_factor() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().criterion("exposure"))
        .withMessage("'exposure' is a factor of model 'my-risk', not an indicator");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().partial("treaty"))
        .withMessage("'treaty' is an indicator of model 'my-risk', not a factor");
  }

  @Test
  void bad_weights_of_a_copy_are_all_reported() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                model()
                    .withWeights(
                        ImmutableMap.of(
                            "treaty", -1.0, "exposure", Double.NaN, "x", 1.0, "protection", 1.0)))
        .withMessage(
            """
            Model 'my-risk' has 3 faults:
              - weight of 'treaty' must be finite and >= 0, but was -1.0
              - weight of 'exposure' must be finite and >= 0, but was NaN
              - unknown code 'x'. Known: [my-risk, exposure, border_share, trade_share, protection, \
            treaty].""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model().withWeight("treaty", Double.POSITIVE_INFINITY))
        .withMessage(
            "Model 'my-risk': weight of 'treaty' must be finite and >= 0, but was Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> model().withWeights(ImmutableMap.of("border_share", 0.0, "trade_share", 0.0)))
        .withMessage("Weights in factor 'exposure' must have a finite sum > 0, but it was 0.0");
  }

  @Test
  void every_fault_of_a_model_is_reported_at_once() {
    ModelBuilder builder =
        RiskModel.builder("faulty")
            .factor("empty", 1, f -> {})
            .factor(
                "twice",
                1,
                f ->
                    f.name("Once")
                        .name("Twice")
                        .aggregation(Aggregation.maximum())
                        .aggregation(Aggregation.minimum())
                        .indicator(TRADE, 1, Normalization.minMax())
                        .indicator(TRADE, 1, Normalization.minMax()))
            .factor("heavy", Double.NaN, f -> f.indicator(BORDER, 1, Normalization.minMax()))
            .factor("zero", 1, f -> f.indicator(TREATY, 0, Normalization.minMax()))
            .factor(
                "bad",
                1,
                f -> f.indicator(Indicator.of("b", HIGHER_IS_RISKIER), -1, Normalization.minMax()))
            .missing(MissingPolicy.fail())
            .missing(MissingPolicy.bound());
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            """
            Model 'faulty' has 8 faults:
              - missing policy was already set to fail(), second was bound()
              - Factor 'empty' has no children
              - name of factor 'twice' was already set to 'Once', second was 'Twice'
              - aggregation of factor 'twice' was already set to maximum(), second was minimum()
              - Weight of factor 'heavy' must be finite and >= 0, but was NaN
              - Weights in factor 'zero' must have a finite sum > 0, but it was 0.0
              - Weight of indicator 'b' must be finite and >= 0, but was -1.0 (in factor 'bad')
              - code 'trade_share' is used more than once""");
  }

  @Test
  void a_single_fault_is_reported_in_one_line() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.builder("none").build())
        .withMessage("Model 'none': Factor 'none' has no children");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RiskModel.builder("m").indicator(TRADE, -2, Normalization.minMax()).build())
        .withMessage(
            "Model 'm': Weight of indicator 'trade_share' must be finite and >= 0, but was -2.0"
                + " (in factor 'm')");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RiskModel.builder("m")
                    .indicator(TRADE, Double.POSITIVE_INFINITY, Normalization.minMax())
                    .build())
        .withMessageContaining("must be finite and >= 0, but was Infinity");
  }

  @Test
  void a_code_is_used_once_even_by_a_factor_and_an_indicator() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RiskModel.builder("trade_share")
                    .indicator(TRADE, 1, Normalization.minMax())
                    .build())
        .withMessage("Model 'trade_share': code 'trade_share' is used more than once");
  }

  @Test
  void bad_names_and_codes_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.builder("my risk"))
        .withMessage(
            "model name must start with a letter and go on with letters, digits, '_', '.' or '-',"
                + " but was 'my risk'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RiskModel.builder("m")
                    .factor("9", 1, f -> f.indicator(TRADE, 1, Normalization.minMax()))
                    .build())
        .withMessageStartingWith("Model 'm': factor code must start with a letter");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RiskModel.builder("m")
                    .factor("f", 1, f -> f.name(" ").indicator(TRADE, 1, Normalization.minMax()))
                    .build())
        .withMessage("Model 'm': name of factor 'f' must not be blank");
    assertThatNullPointerException()
        .isThrownBy(() -> RiskModel.builder(null))
        .withMessage("model name");
  }

  @Test
  void names_are_for_people() {
    RiskModel model =
        RiskModel.builder("m")
            .factor(
                "f",
                1,
                f ->
                    f.name("A factor")
                        .indicator(
                            TRADE.withName("Trade").withUnit("percent"),
                            1,
                            Treatment.none(),
                            Normalization.minMax()))
            .indicator(BORDER, 1, Treatment.log(), Normalization.minMax())
            .aggregation(Aggregation.maximum())
            .build();
    assertThat(model.factor("f").name()).isEqualTo("A factor");
    assertThat(model.factor("m").name()).isEqualTo("m");
    assertThat(model.node("trade_share").name()).isEqualTo("Trade");
    assertThat(model.criterion("trade_share").indicator().unit()).isEqualTo("percent");
    assertThat(model.criterion("border_share").treatment()).isEqualTo(Treatment.log());
    assertThat(model.root().aggregation()).isEqualTo(Aggregation.maximum());
  }

  @Test
  void a_factor_may_hold_factors_and_indicators_in_any_order() {
    RiskModel model =
        RiskModel.builder("m")
            .factor(
                "f",
                1,
                f ->
                    f.factor("g", 1, g -> g.indicator(TRADE, 1, Normalization.minMax()))
                        .factor("h", 3, h -> h.indicator(TREATY, 1, Normalization.minMax()))
                        .indicator(BORDER, 4, Normalization.minMax()))
            .build();
    assertThat(model.nodes().keySet())
        .containsExactly("m", "f", "g", "trade_share", "h", "treaty", "border_share");
    assertThat(model.effectiveWeight("treaty")).isEqualTo(0.375);
  }

  @Test
  void indicators_check_their_parts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Indicator.of("", HIGHER_IS_RISKIER))
        .withMessageStartingWith("indicator code must start with a letter");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TRADE.withName(""))
        .withMessage("name of indicator 'trade_share' must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TRADE.withDomain(1, 1))
        .withMessage("Domain of indicator 'trade_share' needs lower < upper, but was [1.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TRADE.withDomain(Double.NaN, 1))
        .withMessageContaining("[NaN, 1.0]");
    assertThatNullPointerException()
        .isThrownBy(() -> Indicator.of("a", null))
        .withMessage("direction");
  }

  @Test
  void methods_print_as_they_are_typed() {
    assertThat(
            List.of(
                Aggregation.arithmetic(),
                Aggregation.geometric(),
                Aggregation.geometric(1),
                Aggregation.harmonic(),
                Aggregation.harmonic(1),
                Aggregation.power(-2),
                Aggregation.maximum(),
                Aggregation.minimum(),
                Aggregation.choquet(Interaction.of("b", "a", 0.5), Interaction.of("a", "c", -1))))
        .extracting(Object::toString)
        .containsExactly(
            "arithmetic()",
            "geometric()",
            "geometric(1.0)",
            "harmonic()",
            "harmonic(1.0)",
            "power(-2.0)",
            "maximum()",
            "minimum()",
            "choquet(Interaction.of(\"a\", \"b\", 0.5), Interaction.of(\"a\", \"c\", -1.0))");
    ImmutableMap<Double, Double> points = ImmutableMap.of(0.0, 5.0, 2.0, 90.0);
    ImmutableDoubleArray reference = ImmutableDoubleArray.of(3, 1, 2);
    assertThat(
            List.of(
                Normalization.goalposts(0, 60),
                Normalization.piecewiseLinear(points),
                Normalization.logistic(10, 0.5),
                Normalization.categories(points),
                Normalization.minMax().onto(1, 100),
                Normalization.zScore(),
                Normalization.rank(),
                Normalization.percentileRank(),
                Normalization.rank().fit(reference, HIGHER_IS_RISKIER),
                Normalization.percentileRank().fit(reference, HIGHER_IS_RISKIER)))
        .extracting(Object::toString)
        .containsExactly(
            "goalposts(0.0, 60.0)",
            "piecewiseLinear({0.0=5.0, 2.0=90.0})",
            "logistic(10.0, 0.5)",
            "categories({0.0=5.0, 2.0=90.0})",
            "minMax().onto(1.0, 100.0)",
            "zScore(50.0, 10.0)",
            "rank()",
            "percentileRank()",
            "rank() among 3 from 1.0 to 3.0",
            "percentileRank() among 3 from 1.0 to 3.0");
    assertThat(
            List.of(
                Treatment.none(),
                Treatment.clamp(0, 1),
                Treatment.log(),
                Treatment.log(1),
                Treatment.logOfRange(),
                Treatment.winsorize(),
                Treatment.winsorizeOrLog(3)))
        .extracting(Object::toString)
        .containsExactly(
            "none()",
            "clamp(0.0, 1.0)",
            "log()",
            "log(1.0)",
            "logOfRange()",
            "winsorize(5, 2.0, 3.5)",
            "winsorizeOrLog(3, 2.0, 3.5)");
    assertThat(
            List.of(
                MissingPolicy.fail(),
                MissingPolicy.reweight(0.6),
                MissingPolicy.reweightByCount(0.9),
                MissingPolicy.bound()))
        .extracting(Object::toString)
        .containsExactly("fail()", "reweight(0.6)", "reweightByCount(0.9)", "bound()");
  }

  @Test
  void a_minimum_coverage_is_a_share() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MissingPolicy.reweight(1.1))
        .withMessage("minimum coverage must be in [0.0, 1.0], but was 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MissingPolicy.reweightByCount(Double.NaN))
        .withMessageContaining("but was NaN");
  }
}
