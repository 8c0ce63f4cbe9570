package dev.steppe.score;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static final CountryProfile EMPTY =
      CountryProfile.builder(Country.of("EEE", "Empty")).build();

  /** Evidence that yields one reading, of an indicator that may not be in the model. */
  record Hearsay(String code, double value) implements Evidence {
    @Override
    public String name() {
      return "hearsay";
    }

    @Override
    public ImmutableMap<String, Reading> readings() {
      return ImmutableMap.of(code, Reading.of(value));
    }
  }

  @Test
  void a_score_is_the_weighted_sum_of_the_values() {
    Scorer scorer = Scorer.of(Example.model());
    assertThat(scorer.score(Example.aland()).value()).isCloseTo(67, within(1e-12));
    assertThat(scorer.score(Example.bland()).value()).isCloseTo(64, within(1e-12));
    assertThat(scorer.compare(Example.aland(), Example.bland()).difference())
        .isCloseTo(3, within(1e-12));
    assertThat(scorer.rank(Example.bland(), Example.aland()).countries())
        .containsExactly(Example.aland().country(), Example.bland().country());
    assertThat(scorer).hasToString("Scorer of model 'my-risk', 3 indicators");
  }

  @Test
  void scores_follow_their_profiles_in_order() {
    assertThat(Scorer.of(Example.model()).scoreAll(List.of(Example.bland(), Example.aland())))
        .extracting(Scorecard::country)
        .containsExactly(Example.bland().country(), Example.aland().country());
  }

  @Test
  void a_score_does_not_depend_on_units() {
    RiskModel percent =
        Example.model().withNormalization("border_share", Normalization.goalposts(0, 0.06));
    assertThat(Scorer.of(percent).score(Example.aland().withReading("border_share", 0.03)).value())
        .isCloseTo(Scorer.of(Example.model()).score(Example.aland()).value(), within(1e-9));
  }

  /** A mirrored indicator with mirrored readings is the same indicator. */
  @Test
  void a_score_does_not_depend_on_which_way_an_indicator_is_told() {
    RiskModel distance =
        RiskModel.builder("m")
            .indicator(
                Indicator.of("x", Direction.LOWER_IS_RISKIER), 1, Normalization.goalposts(-60, 0))
            .build();
    RiskModel closeness =
        RiskModel.builder("m")
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 60))
            .build();
    for (double reading = 0; reading <= 60; reading += 0.7) {
      CountryProfile profile = CountryProfile.builder(Country.of("AAA", "A")).build();
      assertThat(Scorer.of(distance).score(profile.withReading("x", -reading)).value())
          .isEqualTo(Scorer.of(closeness).score(profile.withReading("x", reading)).value());
    }
  }

  @Test
  void a_newcomer_is_judged_by_the_frozen_bounds_and_moves_nobody() {
    RiskModel open = Example.model().withNormalization("border_share", Normalization.minMax());
    List<CountryProfile> reference =
        List.of(Example.aland(), Example.bland(), Example.profile("CCC", "Cland", 40, 10, 1));
    Scorer scorer = Scorer.fit(open, reference);
    double before = scorer.score(Example.aland()).value();
    CountryProfile newcomer = Example.profile("NEW", "Newland", 90, 10, 1);
    assertThat(scorer.rank(Example.aland(), newcomer).entry("AAA").value()).isEqualTo(before);
    assertThat(scorer.score(newcomer).node("border_share").value()).hasValue(100);
    assertThat(scorer.model().criterion("border_share").normalization())
        .isEqualTo(Normalization.goalposts(30, 60));
  }

  @Test
  void a_model_that_needs_a_reference_set_is_refused_without_one() {
    RiskModel open =
        Example.model()
            .withNormalization("treaty", Normalization.rank())
            .withTreatment("border_share", Treatment.winsorize());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scorer.of(open))
        .withMessage(
            "Model 'my-risk' needs a reference set for [border_share, treaty]. Use"
                + " Scorer.fit(model, reference).");
  }

  @Test
  void a_missing_reading_is_an_error_that_lists_all_of_them() {
    Scorer scorer = Scorer.of(Example.model());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(Example.aland().withoutReading("treaty")))
        .withMessage(
            "Profile of Aland (AAA) for model 'my-risk': no reading of 'treaty', and the model's"
                + " missing policy is to fail");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(EMPTY))
        .withMessage(
            "Profile of Empty (EEE) for model 'my-risk': no readings of 'border_share',"
                + " 'trade_share', 'treaty', and the model's missing policy is to fail");
  }

  @Test
  void a_missing_reading_of_no_weight_is_not_missed() {
    Scorer scorer = Scorer.of(Example.model().withWeight("trade_share", 0));
    // 0.6 * 50 + 0.4 * 100
    Scorecard card = scorer.score(Example.aland().withoutReading("trade_share"));
    assertThat(card.value()).isCloseTo(70, within(1e-12));
    assertThat(card.coverage()).isEqualTo(1);
  }

  @Test
  void a_missing_reading_of_no_weight_is_not_listed_among_the_missing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scorer.of(Example.model().withWeight("trade_share", 0)).score(EMPTY))
        .withMessageContaining("no readings of 'border_share', 'treaty', and");
  }

  @Test
  void reweighting_gives_the_weight_to_what_is_there() {
    Scorecard card =
        Scorer.of(Example.tolerant()).score(Example.aland().withoutReading("trade_share"));
    assertThat(card.value()).isCloseTo(70, within(1e-12));
    assertThat(card.coverage()).isCloseTo(0.7, within(1e-15));
    assertThat(card.node("border_share").weight()).isEqualTo(1);
    assertThat(card.node("trade_share").weight()).isZero();
    assertThat(card.node("trade_share").value()).isEmpty();
    assertThat(card.node("exposure").coverage()).isEqualTo(0.5);
  }

  @Test
  void a_profile_with_too_little_coverage_has_no_score() {
    Scorer scorer = Scorer.of(Example.model().withMissing(MissingPolicy.reweight(0.4)));
    CountryProfile treatyOnly = EMPTY.withReading("treaty", 0.0);
    assertThat(scorer.score(treatyOnly).value()).isEqualTo(100);
    assertThat(scorer.score(treatyOnly).coverage()).isCloseTo(0.4, within(1e-15));
    Scorer stricter = Scorer.of(Example.model().withMissing(MissingPolicy.reweight(0.5)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stricter.score(treatyOnly))
        .withMessage(
            "Profile of Empty (EEE) for model 'my-risk': too little data: no readings of"
                + " 'border_share', 'trade_share', and the model needs a coverage of at least 0.5,"
                + " but it is 0.4");
  }

  @Test
  void counting_children_ignores_what_they_weigh() {
    Scorer scorer = Scorer.of(Example.model().withMissing(MissingPolicy.reweightByCount(0.5)));
    assertThat(scorer.score(EMPTY.withReading("treaty", 0.0)).value()).isEqualTo(100);
    Scorer stricter = Scorer.of(Example.model().withMissing(MissingPolicy.reweightByCount(0.6)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stricter.score(EMPTY.withReading("treaty", 0.0)))
        .withMessage(
            "Profile of Empty (EEE) for model 'my-risk': too little data: no readings of"
                + " 'border_share', 'trade_share', and the model needs values of at least 0.6 of"
                + " the children of every factor");
  }

  @Test
  void a_profile_without_any_reading_has_no_score() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scorer.of(Example.tolerant()).score(EMPTY))
        .withMessageEndingWith("and the model needs at least one");
  }

  @Test
  void bounding_takes_the_middle_of_the_safest_and_the_riskiest() {
    Scorer scorer = Scorer.of(Example.model().withMissing(MissingPolicy.bound()));
    Scorecard card = scorer.score(Example.aland().withoutReading("treaty"));
    // 27 from the rest, and 0 to 40 from the treaty.
    assertThat(card.value()).isCloseTo(47, within(1e-12));
    assertThat(card.range().lower()).isCloseTo(27, within(1e-12));
    assertThat(card.range().upper()).isCloseTo(67, within(1e-12));
    assertThat(card.coverage()).isCloseTo(0.6, within(1e-15));
    assertThat(scorer.score(EMPTY).range()).isEqualTo(new Range(0, 100));
    assertThat(scorer.score(Example.aland()).range().width()).isZero();
  }

  @Test
  void uncertain_readings_give_a_range_around_the_central_score() {
    Scorecard card =
        Scorer.of(Example.model())
            .score(
                Example.aland()
                    .withReading("border_share", Estimate.between(24, 36))
                    .withReading("treaty", Estimate.triangular(0, 0, 0.5)));
    assertThat(card.value()).isCloseTo(67, within(1e-12));
    // Border 40 to 60 and treaty 50 to 100 on the scale.
    assertThat(card.range().lower()).isCloseTo(12 + 12 + 20, within(1e-12));
    assertThat(card.range().upper()).isCloseTo(18 + 12 + 40, within(1e-12));
  }

  @Test
  void an_unbounded_estimate_is_cut_off_at_the_domain() {
    Scorecard card =
        Scorer.of(Example.model())
            .score(Example.aland().withReading("border_share", Estimate.normal(30, 5)));
    assertThat(card.node("border_share").raw()).hasValue(30);
    assertThat(card.range().lower()).isCloseTo(52, within(1e-12));
    assertThat(card.range().upper()).isCloseTo(82, within(1e-12));
  }

  @Test
  void the_ends_of_the_domain_belong_to_it() {
    Scorer scorer = Scorer.of(Example.model());
    assertThat(scorer.score(Example.aland().withReading("border_share", 0)).value())
        .isCloseTo(52, within(1e-12));
    assertThat(scorer.score(Example.aland().withReading("border_share", 100)).value())
        .isCloseTo(82, within(1e-12));
    Estimate whole = Estimate.between(0, 100);
    assertThat(scorer.score(Example.aland().withReading("border_share", whole)).range().width())
        .isCloseTo(30, within(1e-12));
  }

  @Test
  void a_known_reading_between_levels_is_refused() {
    RiskModel graded =
        RiskModel.builder("graded")
            .indicator(
                Indicator.of("grade", Direction.HIGHER_IS_RISKIER).withLevels(0, 1, 2),
                1,
                Normalization.goalposts(0, 2))
            .build();
    Scorer scorer = Scorer.of(graded);
    CountryProfile one =
        CountryProfile.builder(Country.of("AAA", "Aland")).reading("grade", 1).build();
    assertThat(scorer.score(one).value()).isEqualTo(50);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(one.withReading("grade", 0.66)))
        .withMessage(
            "Profile of Aland (AAA) for model 'graded': reading of 'grade' must be one of [0.0, 1.0,"
                + " 2.0], but was 0.66");
    assertThat(scorer.score(one.withReading("grade", Estimate.between(0, 0.66))).range().upper())
        .isEqualTo(33);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(one.withReading("grade", Estimate.between(1, 3))))
        .withMessageEndingWith("must be in [0.0, 2.0], but was 1.0..3.0");
  }

  @Test
  void a_reading_outside_the_domain_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scorer.of(Example.model()).score(Example.aland().withReading("border_share", 130)))
        .withMessage(
            "Profile of Aland (AAA) for model 'my-risk': reading of 'border_share' must be in [0.0,"
                + " 100.0], but was 130.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scorer.of(Example.model())
                    .score(Example.aland().withReading("border_share", Estimate.between(-1, 30))))
        .withMessageEndingWith("must be in [0.0, 100.0], but was -1.0..30.0");
  }

  /** No normal distribution around 500 with a deviation of 1 has anything to say below 100. */
  @Test
  void an_estimate_that_has_nothing_in_the_domain_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scorer.of(Example.model())
                    .score(Example.aland().withReading("border_share", Estimate.normal(500, 1))))
        .withMessage(
            "Profile of Aland (AAA) for model 'my-risk': reading of 'border_share' must be in [0.0,"
                + " 100.0], but was normal(500.0, 1.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scorer.of(Example.model())
                    .score(
                        Example.aland()
                            .withReading(
                                "border_share",
                                Estimate.normal(50, 9, -5, Double.POSITIVE_INFINITY))))
        .withMessageContaining("must be in [0.0, 100.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scorer.of(Example.model())
                    .score(
                        Example.aland()
                            .withReading(
                                "border_share",
                                Estimate.normal(50, 9, Double.NEGATIVE_INFINITY, 105))))
        .withMessageContaining("must be in [0.0, 100.0]");
  }

  @Test
  void an_unknown_indicator_is_refused_with_the_one_that_was_probably_meant() {
    Scorer scorer = Scorer.of(Example.model());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> scorer.score(Example.aland().withoutReading("treaty").withReading("treety", 1)))
        .withMessage(
            """
            Profile of Aland (AAA) for model 'my-risk' has 2 faults:
              - unknown indicator 'treety'. Maybe you meant 'treaty'.
              - no reading of 'treaty', and the model's missing policy is to fail""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(Example.aland().withReading("inflation", 1)))
        .withMessage(
            "Profile of Aland (AAA) for model 'my-risk': unknown indicator 'inflation'. Known:"
                + " [border_share, trade_share, treaty].");
  }

  @Test
  void readings_that_follow_from_evidence_may_go_beyond_the_model() {
    Scorer scorer = Scorer.of(Example.model());
    assertThat(scorer.score(Example.aland().withEvidence(new Hearsay("rumour", 1))).value())
        .isEqualTo(scorer.score(Example.aland()).value());
    assertThat(
            scorer
                .score(
                    Example.aland().withoutReading("treaty").withEvidence(new Hearsay("treaty", 0)))
                .value())
        .isEqualTo(scorer.score(Example.aland()).value());
  }

  @Test
  void moved_readings_are_plain_ones_whatever_they_followed_from() {
    Scorer scorer = Scorer.of(Example.model());
    CountryProfile profile =
        Example.aland()
            .withAsOf(LocalDate.of(2022, 2, 23))
            .withoutReading("treaty")
            .withEvidence(new Hearsay("treaty", 0))
            .withEvidence(new Hearsay("rumour", 1));
    CountryProfile moved = scorer.moved(profile, Map.of("treaty", 0.5));
    assertThat(moved.countryAtDate()).isEqualTo(profile.countryAtDate());
    assertThat(moved.evidence()).isEmpty();
    assertThat(moved.codes()).containsExactly("border_share", "trade_share", "treaty");
    assertThat(moved.readings("border_share")).isEqualTo(profile.readings("border_share"));
    assertThat(scorer.score(moved).value()).isCloseTo(67 - 20, within(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.moved(profile, Map.of("rumour", 1.0)))
        .withMessageStartingWith("Model 'my-risk' has no 'rumour'. ");
  }

  @Test
  void every_fault_of_a_profile_is_reported_at_once() {
    RiskModel model =
        Example.model()
            .withTreatment("trade_share", Treatment.log())
            .withNormalization(
                "treaty", Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 100.0)));
    CountryProfile profile =
        Example.profile("AAA", "Aland", 101, 0, 0.5)
            .withReading("exposure", 3)
            .withReading("trade", 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scorer.of(model).score(profile))
        .withMessage(
            """
            Profile of Aland (AAA) for model 'my-risk' has 5 faults:
              - reading of 'border_share' must be in [0.0, 100.0], but was 101.0
              - reading of 'trade_share': The logarithm needs readings greater than 0.0, but was \
            0.0
              - reading of 'treaty': Reading 0.5 is none of the categories [0.0, 1.0]
              - 'exposure' is a factor, which has no reading of its own
              - unknown indicator 'trade'. Known: [border_share, trade_share, treaty]. Maybe you meant 'trade_share'.""");
  }

  @Test
  void a_bound_that_cannot_be_treated_is_a_fault_of_its_reading() {
    RiskModel model = Example.model().withTreatment("trade_share", Treatment.log());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Scorer.of(model)
                    .score(Example.aland().withReading("trade_share", Estimate.between(-1, 9))))
        .withMessage(
            "Profile of Aland (AAA) for model 'my-risk': reading of 'trade_share': The logarithm"
                + " needs readings greater than 0.0, but was -1.0, to which"
                + " -1.0..9.0 reaches. Give the estimate a lower bound above that");
  }

  @Test
  void nothing_is_scored_for_null() {
    assertThatNullPointerException()
        .isThrownBy(() -> Scorer.of(Example.model()).score(null))
        .withMessage("profile");
  }

  /** Every bit is the same, whatever runs beside it. */
  @Test
  void a_scorer_is_shared_by_threads() throws Exception {
    RiskModel model = Example.geometric();
    List<CountryProfile> profiles = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      profiles.add(Example.profile("AAA", "Aland", i, 60 - i, i / 60.0));
    }
    List<String> expected = everything(Scorer.of(model), profiles);
    Scorer shared = Scorer.of(Example.geometric());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        tasks.add(() -> everything(shared, profiles));
      }
      for (Future<List<String>> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> everything(Scorer scorer, List<CountryProfile> profiles) {
    List<String> found = new ArrayList<>();
    for (Scorecard card : scorer.scoreAll(profiles)) {
      found.add(card.value() + " " + card.contributions() + card.fingerprint());
    }
    double[][] columns = new double[3][profiles.size()];
    for (int i = 0; i < profiles.size(); i++) {
      for (int c = 0; c < 3; c++) {
        String code = scorer.bulk().indicators().get(c);
        columns[c][i] = profiles.get(i).estimate(code).orElseThrow().central();
      }
    }
    for (double score : scorer.bulk().score(columns)) {
      found.add(Double.toString(score));
    }
    return found;
  }

  @Test
  void every_factor_can_be_scored_alone() {
    RiskModel model = Example.geometric();
    Scorecard whole = Scorer.of(model).score(Example.aland());
    for (Factor factor : model.factors()) {
      RiskModel part = model.partial(factor.code());
      List<String> codes = part.criteria().stream().map(Criterion::code).toList();
      assertThat(Scorer.of(part).score(Example.aland().select(codes)).value())
          .isEqualTo(whole.node(factor.code()).value().orElseThrow());
    }
  }

  @Test
  void aggregations_differ_as_they_should() {
    CountryProfile profile = Example.bland();
    RiskModel model = Example.model();
    // Exposure 90, protection 25.
    assertThat(Scorer.of(Example.geometric()).score(profile).value())
        .isCloseTo(Math.pow(Math.sqrt(100 * 80.0), 0.6) * Math.pow(25, 0.4), within(1e-10));
    assertThat(
            Scorer.of(model.withAggregation("my-risk", Aggregation.maximum()))
                .score(profile)
                .value())
        .isCloseTo(90, within(1e-12));
    assertThat(
            Scorer.of(model.withAggregation("my-risk", Aggregation.minimum()))
                .score(profile)
                .value())
        .isEqualTo(25);
  }
}
