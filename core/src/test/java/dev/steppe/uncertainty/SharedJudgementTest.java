package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Node;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedJudgementTest {

  private static final SharedJudgement WHOLE =
      SharedJudgement.ofScale(
              "whole", Estimate.between(0, 1), "a", most -> Normalization.goalposts(0, most))
          .withValues(50, 100);

  private static final CountryProfile A = Models.country(0, 40, 10);
  private static final CountryProfile B = Models.country(1, 30, 10);

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  @Test
  void the_example_of_the_documentation() {
    assertThat(
            SharedJudgement.ofScale(
                    "reach",
                    Estimate.between(0.2, 0.6),
                    "kin_share",
                    most -> Normalization.goalposts(0, most))
                .withLevels(4)
                .values()
                .asList())
        .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-12 ? 0 : 1)
        .containsExactly(0.25, 0.35, 0.45, 0.55);
  }

  /** 80 and 60 in half of the draws, 40 and 30 in the others; with 10 beside, of equal weight. */
  @Test
  void it_moves_all_countries_at_once() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 1)).withJudgement(WHOLE).run(A, B);
    assertThat(u.probabilityRiskier("AAA", "BBB").value()).isEqualTo(1);
    assertThat(u.isExact("AAA", "BBB")).isFalse();
    double error = 4 * 0.5 / Math.sqrt(100_000);
    assertThat(u.score("AAA").mean()).isCloseTo((45 + 25) / 2.0, within(20 * error));
    assertThat(u.score("BBB").mean()).isCloseTo((35 + 20) / 2.0, within(15 * error));
    assertThat(u.score("AAA").standardDeviation()).isCloseTo(10, within(0.01));
    assertThat(u.nominal().get(0).value()).isEqualTo(25);
    assertThat(u.varied()).isEqualTo(new Varied(false, false, false, false, true));
    assertThat(u.judgements()).containsExactly(WHOLE);
    assertThat(u.toString()).contains("; drawn for all countries at once: whole; model");
  }

  /** The second is above the first only at 50, where it scores 60 against 10 + 40 more. */
  @Test
  void an_order_may_hinge_on_it() {
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 1))
            .withJudgement(WHOLE)
            .withSampling(Sampling.SCRAMBLED_SOBOL)
            .run(Models.country(0, 0, 50), Models.country(1, 40, 0));
    assertThat(u.probabilityRiskier("BBB", "AAA").value()).isCloseTo(0.5, within(1e-4));
    assertThat(u.score("BBB").mean()).isCloseTo((40 + 20) / 2.0, within(0.01));
  }

  /** A model and profiles in which every level of every judgement is put in by hand. */
  private record Case(
      RiskModel model, List<CountryProfile> profiles, List<SharedJudgement> judgements) {

    static Case of(long seed) {
      RandomModels.Case drawn = RandomModels.generate(seed);
      List<CountryProfile> profiles = new ArrayList<>();
      for (CountryProfile profile : drawn.withUncertainty()) {
        CountryProfile positive = profile;
        for (String code : profile.codes()) {
          Estimate estimate = profile.estimate(code).orElseThrow();
          positive = positive.withReading(code, estimate.truncatedTo(0, 1000));
        }
        profiles.add(positive);
      }
      List<String> codes = drawn.model().indicators().stream().map(i -> i.code()).toList();
      String first = codes.get(0);
      String last = codes.get(codes.size() - 1);
      SharedJudgement scale =
          SharedJudgement.ofScale(
                  "scale",
                  Estimate.triangular(10, 30, 60),
                  first,
                  least -> Normalization.goalposts(least, least + 50))
              .withLevels(5);
      SharedJudgement coding =
          SharedJudgement.ofProfiles(
                  "coding",
                  Estimate.between(0, 30),
                  List.of(first, last),
                  (profile, value) ->
                      profile
                          .withReading(first, Estimate.between(value, value + 3))
                          .withReading(last, value))
              .withLevels(3);
      return new Case(drawn.model(), profiles, List.of(scale, coding));
    }
  }

  private static int level(SharedJudgement judgement, double value) {
    return judgement.values().asList().indexOf(value);
  }

  private static double below(Node node, Map<String, Double> weights) {
    if (node.isLeaf()) {
      return weights.get(node.code());
    }
    double sum = 0;
    for (Node child : node.children()) {
      sum += below(child, weights);
    }
    weights.put(node.code(), sum);
    return sum;
  }

  private static void scoresAreThoseOfChangedModels(UncertaintyAnalysis analysis, Case of) {
    ScoreDraws draws = analysis.withJudgements(of.judgements).withSize(20).draws(of.profiles);
    List<ImmutableDoubleArray> judged =
        of.judgements.stream().map(judgement -> draws.judgement(judgement.name())).toList();
    for (int d = 0; d < draws.count(); d++) {
      RiskModel model = of.model;
      for (int j = 0; j < judged.size(); j++) {
        int level = level(of.judgements.get(j), judged.get(j).get(d));
        model = of.judgements.get(j).apply(level, model);
      }
      Map<String, Double> weights = new HashMap<>();
      for (String code : draws.indicators()) {
        weights.put(code, draws.weights(code).get(d));
      }
      below(model.root(), weights);
      weights.remove(model.name());
      Scorer scorer = Scorer.of(model.reweighted(weights));
      for (CountryProfile profile : of.profiles) {
        CountryProfile exact = profile;
        for (String code : draws.indicators()) {
          exact = exact.withReading(code, draws.readings(profile, code).get(d));
        }
        assertThat(draws.scores(profile).get(d))
            .isCloseTo(scorer.score(exact).value(), within(1e-9));
      }
    }
  }

  private static boolean weighsSomething(RiskModel model) {
    return model.factors().stream()
        .map(Factor::code)
        .allMatch(code -> model.effectiveWeight(code) > 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scores_are_those_of_the_models_and_profiles_that_a_draw_takes(long seed) {
    Case of = Case.of(seed);
    if (weighsSomething(of.model)) {
      UncertaintyAnalysis fixed = UncertaintyAnalysis.of(Scorer.of(of.model)).withThreads(1);
      scoresAreThoseOfChangedModels(fixed, of);
      scoresAreThoseOfChangedModels(fixed.withWeights(WeightUncertainty.uniform()), of);
    }
  }

  @Test
  void any_number_of_threads_and_parts_gives_the_same_bits() {
    Case of = Case.of(4);
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(Scorer.of(of.model))
            .withWeights(WeightUncertainty.uniform())
            .withJudgements(of.judgements)
            .withConfidenceFactors(1000)
            .withSize(20_000);
    UncertaintyResult u = analysis.withThreads(1).run(of.profiles);
    for (int threads : new int[] {2, 7}) {
      assertThat(analysis.withThreads(threads).run(of.profiles)).isEqualTo(u);
    }
    assertThat(
            analysis.combine(
                of.profiles,
                List.of(analysis.part(of.profiles, 1, 2), analysis.part(of.profiles, 0, 2))))
        .isEqualTo(u);
    UncertaintyPart other = analysis.withJudgement(another(of.model)).part(of.profiles, 0, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> analysis.combine(of.profiles, List.of(other, analysis.part(of.profiles, 1, 2))))
        .withMessageContaining("judgements [judgement 'scale' of [");
  }

  private static SharedJudgement another(RiskModel model) {
    return SharedJudgement.ofScale(
        "other",
        Estimate.between(50, 100),
        model.indicators().get(0).code(),
        most -> Normalization.goalposts(0, most));
  }

  /** Each draw takes one of two models, and one of two scales of either. */
  @Test
  void it_is_drawn_beside_a_choice_of_method() {
    CountryProfile profile = Models.country(0, 40, 40);
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 1))
            .withChoice(Models.orElse(Models.equal(2).withAggregation(Aggregation.minimum()), 1))
            .withJudgement(WHOLE)
            .withSampling(Sampling.SCRAMBLED_SOBOL)
            .run(List.of(profile));
    // Means of 80 and 40, and of 40 and 40; the least of them is 40 each time.
    assertThat(u.score("AAA").mean()).isCloseTo((60 + 40 + 40 + 40) / 4.0, within(0.02));
    assertThat(u.models()).hasSize(2);
  }

  @Test
  void draws_tell_readings_and_values_of_judgements() {
    ScoreDraws draws =
        UncertaintyAnalysis.of(Models.scorer(1, 1))
            .withJudgement(WHOLE)
            .withSize(200)
            .draws(A.withReading("a", Estimate.between(40, 44)));
    assertThat(draws.judgement("whole").asList()).containsOnly(50.0, 100.0).contains(50.0, 100.0);
    for (int d = 0; d < 200; d++) {
      double reading = draws.readings("AAA", "a").get(d);
      assertThat(reading).isBetween(40.0, 44.0);
      assertThat(draws.scores("AAA").get(d))
          .isCloseTo((100 * reading / draws.judgement("whole").get(d) + 10) / 2, within(1e-9));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draws.judgement("hole"))
        .withMessage("No judgement 'hole' was drawn. Known: [whole]. Maybe you meant 'whole'.");
  }

  @Test
  void central_readings_are_those_of_each_level() {
    SharedJudgement coding =
        SharedJudgement.ofProfiles(
                "coding",
                Estimate.between(0, 1),
                List.of("a"),
                (profile, value) -> profile.withReading("a", Estimate.between(value, value + 20)))
            .withValues(0, 60);
    UncertaintyResult u =
        UncertaintyAnalysis.of(Models.scorer(1, 0))
            .withCentralReadings()
            .withJudgement(coding)
            .run(A, B);
    assertThat(u.score("AAA").quantile(0.01).value()).isCloseTo(10, within(0.01));
    assertThat(u.score("AAA").quantile(0.99).value()).isCloseTo(70, within(0.01));
    assertThat(u.varied().readings()).isFalse();
  }

  private static void refused(SharedJudgement judgement, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                UncertaintyAnalysis.of(Models.scorer(1, 1))
                    .withJudgement(judgement)
                    .run(A, Models.country(1, 30, 10)))
        .withMessage(message);
  }

  @Test
  void it_may_change_no_more_than_it_says() {
    Estimate law = Estimate.between(0, 1);
    refused(
        SharedJudgement.ofScales("m", law, List.of("a"), (scale, x) -> scale.withWeight(2)),
        "Judgement 'm' must leave 'a' its code and its weight, and give it a scale whose bounds are"
            + " known, but made it "
            + Models.equal(2).criterion("a").withWeight(2));
    refused(
        SharedJudgement.ofProfiles(
            "p", law, List.of("a"), (profile, x) -> profile.withReading("b", x)),
        "Judgement 'p' must change readings of [a] and nothing else, but it does more to the"
            + " profile of Country 0 (AAA)");
    refused(
        SharedJudgement.ofProfiles(
            "p", law, List.of("a"), (profile, x) -> profile.withoutReading("a")),
        "Judgements ['p'] must not make a reading come or go, but 'a' of Country 0 (AAA) does at"
            + " some of their values");
  }

  @Test
  void too_many_combinations_are_refused() {
    UncertaintyAnalysis analysis = UncertaintyAnalysis.of(Models.scorer(1, 1));
    for (int j = 0; j < 4; j++) {
      analysis =
          analysis.withJudgement(
              SharedJudgement.ofScale(
                  "s" + j, Estimate.between(50, 90), "a", x -> Normalization.goalposts(0, x)));
    }
    UncertaintyAnalysis many = analysis;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> many.run(A, B))
        .withMessage(
            "Indicator 'a' depends on judgements ['s0', 's1', 's2', 's3'], whose values have more"
                + " than 4096 combinations. Give them fewer values.");
  }

  @Test
  void a_missing_reading_that_may_be_anything_needs_a_scale_of_one_length() {
    RiskModel model = Models.equal(2).withMissing(MissingPolicy.bound());
    CountryProfile gap = Models.country(0, 40, 20).withoutReading("a");
    assertThat(
            UncertaintyAnalysis.of(Scorer.of(model))
                .withJudgement(WHOLE)
                .run(gap, B)
                .score("AAA")
                .mean())
        .isCloseTo(35, within(1e-9));
    SharedJudgement part =
        SharedJudgement.ofScale(
            "part",
            Estimate.between(5, 20),
            "a",
            x -> Normalization.piecewiseLinear(Map.of(0.0, x, 100.0, 100.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UncertaintyAnalysis.of(Scorer.of(model)).withJudgement(part).run(gap, B))
        .withMessageStartingWith("'a' of Country 0 (AAA) is missing and may be anything from 5.4");
  }

  @Test
  void a_scale_that_is_none_is_told_with_its_judgement_and_value() {
    Criterion criterion = Models.scorer(1, 1).model().criterion("a");
    SharedJudgement reach =
        SharedJudgement.ofScale(
            "reach", Estimate.between(-1, 1), "a", most -> Normalization.goalposts(0, most));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reach.withValues(-0.5, 1).apply(0, criterion))
        .withMessageStartingWith(
            "Judgement 'reach' at -0.5: Goalposts need lower < upper, but were [0.0, -0.5].");
    assertThat(reach.withValues(-0.5, 2).apply(1, criterion).normalization())
        .isEqualTo(Normalization.goalposts(0, 2));
  }

  @Test
  void faulty_judgements_are_refused() {
    UncertaintyAnalysis analysis = UncertaintyAnalysis.of(Models.scorer(1, 1)).withJudgement(WHOLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analysis.withJudgement(WHOLE))
        .withMessage("There is already a judgement 'whole'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                analysis.withJudgement(
                    SharedJudgement.ofScale(
                        "x", Estimate.exact(1), "z", x -> Normalization.goalposts(0, x))))
        .withMessage("Model 'plain' has no 'z'. Known: [plain, a, b].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WHOLE.withLevels(1))
        .withMessage("levels of judgement 'whole' must be in [2, 1024], but were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WHOLE.withValues(1))
        .withMessage("values of judgement 'whole' must be 2 to 1024, but were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SharedJudgement.ofScales("x", Estimate.exact(1), List.of(), (scale, x) -> scale))
        .withMessage("Judgement 'x' needs at least one indicator");
    assertThat(WHOLE).hasToString("judgement 'whole' of [a], values [50.0, 100.0]");
    assertThat(analysis.toString()).contains(", judgements that all share: whole, ");
  }
}
