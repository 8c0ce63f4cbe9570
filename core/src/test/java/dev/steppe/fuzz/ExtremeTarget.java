package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.testing.Sound;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingChange;
import dev.steppe.tipping.TippingLever;
import dev.steppe.tipping.TippingMeasure;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.ScoreDistribution;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.WeightStability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Scores of models and countries at the ends of what doubles can be, and what is asked about them:
 * each answer keeps its bounds, or the question is refused.
 */
final class ExtremeTarget {

  private static final double ROUNDING = 1e-9;

  private ExtremeTarget() {}

  static void read(byte[] input) throws Exception {
    Choices choices = new Choices(input);
    ExtremeModels models = new ExtremeModels(choices);
    RiskModel model = models.model();
    Sound.model(model);
    List<CountryProfile> profiles = new ArrayList<>();
    for (String code : List.of("AAA", "BBB", "CCC")) {
      profiles.add(models.profile(model, code));
    }
    profiles.forEach(Sound::profile);
    Optional<Scorer> scorer =
        Refusal.orValue(() -> model.isFitted() ? Scorer.of(model) : Scorer.fit(model, profiles));
    if (scorer.isPresent()) {
      check(scorer.get(), profiles, choices);
    }
  }

  private static void check(Scorer scorer, List<CountryProfile> profiles, Choices choices)
      throws Exception {
    int question = choices.below(4);
    List<CountryProfile> scored = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      Optional<Scorecard> card = Refusal.orValue(() -> scorer.score(profile));
      if (card.isPresent()) {
        ScoredModel.check(card.get());
        checkBulk(scorer, card.get());
        scored.add(profile);
      }
    }
    if (scored.isEmpty()) {
      return;
    }
    switch (question) {
      case 0 -> checkDraws(scorer, scored);
      case 1 -> new ExtremeSensitivity(scorer, scored, choices).check();
      case 2 -> checkTipping(scorer, scored);
      default -> checkWeights(scorer, scored);
    }
  }

  /** Columns of readings have the score of the profile, to the last bit. */
  private static void checkBulk(Scorer scorer, Scorecard card) throws Exception {
    List<String> codes = scorer.bulk().indicators();
    double[][] columns = new double[codes.size()][1];
    for (int i = 0; i < columns.length; i++) {
      columns[i][0] =
          card.profile().estimate(codes.get(i)).map(Estimate::central).orElse(Double.NaN);
    }
    assertThat(scorer.bulk().score(columns)[0]).isEqualTo(card.value());
  }

  private static void checkDraws(Scorer scorer, List<CountryProfile> profiles) throws Exception {
    for (WeightUncertainty weights :
        List.of(WeightUncertainty.fixed(), WeightUncertainty.uniform())) {
      Optional<UncertaintyResult> result =
          Refusal.orValue(
              () ->
                  UncertaintyAnalysis.of(scorer)
                      .withWeights(weights)
                      .withSize(64)
                      .withSeed(1)
                      .run(profiles));
      if (result.isPresent()) {
        result.get().scores().forEach(ExtremeTarget::checkDistribution);
        assertThat(result.get().toTable().toString()).isNotEmpty().doesNotContain("NaN");
        assertThat(result.get().pairs().toString()).doesNotContain("NaN");
      }
    }
  }

  private static void checkDistribution(ScoreDistribution score) {
    assertThat(score.possible().lower()).isBetween(0.0, 100.0);
    assertThat(score.possible().upper()).isBetween(score.possible().lower(), 100.0);
    assertThat(score.mean()).isBetween(0.0, 100.0);
    assertThat(score.standardDeviation()).isBetween(0.0, 60.0);
    assertThat(score.nominal()).isBetween(0.0, 100.0);
    double before = 0;
    for (double level : new double[] {0.05, 0.5, 0.95}) {
      double value = score.quantile(level).value();
      assertThat(value).isBetween(before, 100.0);
      before = value;
    }
  }

  private static void checkTipping(Scorer scorer, List<CountryProfile> profiles) throws Exception {
    TippingPoint point = TippingPoint.of(scorer, profiles.get(0)).withLimit(1000);
    double other = scorer.score(profiles.get(profiles.size() - 1)).value();
    for (double target : new double[] {other, 0, 50, 100}) {
      Optional<TippingAnswer> answer = Refusal.orValue(() -> point.toReach(target));
      if (answer.isPresent()) {
        checkAnswer(scorer, answer.get());
      }
    }
  }

  private static void checkAnswer(Scorer scorer, TippingAnswer answer) throws Exception {
    assertThat(answer.toTable().toString()).doesNotContain("NaN");
    assertThat(answer.summary()).isNotBlank();
    for (TippingLever lever : answer.alone()) {
      assertThat(lever.score()).isBetween(0.0, 100.0);
    }
    boolean rises = answer.difference() > 0;
    for (TippingMeasure measure : TippingMeasure.values()) {
      TippingChange together = answer.together(measure);
      assertThat(together.score()).isBetween(0.0, 100.0);
      if (together.reaches()) {
        double reached = scorer.score(together.profile()).value();
        assertThat(rises ? reached - answer.target() : answer.target() - reached)
            .as("%s reaches %s", answer, answer.target())
            .isGreaterThanOrEqualTo(-2 * ROUNDING);
      }
      assertThat(together.reaches() || answer.reachingAlone().isEmpty())
          .as("whatever one reaches alone, all reach: %s", answer)
          .isTrue();
    }
  }

  private static void checkWeights(Scorer scorer, List<CountryProfile> profiles) throws Exception {
    Refusal.orValue(() -> WeightStability.of(scorer, profiles))
        .ifPresent(stability -> assertThat(stability.toTable().toString()).doesNotContain("NaN"));
    checkRising(scorer, profiles.get(0));
  }

  /** No score falls while a reading gets riskier, of scales that are said to rise. */
  private static void checkRising(Scorer scorer, CountryProfile profile) throws Exception {
    double score = scorer.score(profile).value();
    for (var criterion : scorer.model().criteria()) {
      String code = criterion.code();
      Optional<Estimate> estimate = profile.estimate(code);
      if (estimate.isEmpty()
          || scorer.model().factors().stream().anyMatch(f -> !f.aggregation().isMonotone())) {
        continue;
      }
      double reading = estimate.get().central();
      for (double next : new double[] {Math.nextUp(reading), reading + 1, 1e300}) {
        Optional<Double> before = Refusal.orValue(() -> valueAt(scorer, profile, code, reading));
        Optional<Double> after = Refusal.orValue(() -> valueAt(scorer, profile, code, next));
        if (before.isPresent() && after.isPresent() && next >= reading) {
          Optional<Double> moved =
              Refusal.orValue(() -> scorer.score(profile.withReading(code, next)).value());
          double from = scorer.score(profile.withReading(code, reading)).value();
          // By the value of the indicator itself, whatever its scale makes of the reading.
          double sign = Math.signum(after.get() - before.get());
          assertThat(sign * (moved.orElseThrow() - from))
              .as("%s from %s to %s, score %s", code, reading, next, score)
              .isGreaterThanOrEqualTo(sign == 0 ? 0 : -ROUNDING);
        }
      }
    }
  }

  private static double valueAt(
      Scorer scorer, CountryProfile profile, String code, double reading) {
    return scorer.score(profile.withReading(code, reading)).node(code).value().orElseThrow();
  }
}
