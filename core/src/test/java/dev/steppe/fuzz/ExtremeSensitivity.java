package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.Importance;
import dev.steppe.sensitivity.ImportanceVersusWeight;
import dev.steppe.sensitivity.MorrisEffect;
import dev.steppe.sensitivity.MorrisEffects;
import dev.steppe.sensitivity.RankInputs;
import dev.steppe.sensitivity.ScoreInputs;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.ShapleyEffect;
import dev.steppe.sensitivity.ShapleyEffects;
import dev.steppe.sensitivity.SobolIndex;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.sensitivity.SourcesOfDoubt;
import dev.steppe.sensitivity.Tornado;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What drives the scores of extreme models, by each method: in its bounds, or refused. */
final class ExtremeSensitivity {

  private static final double ROUNDING = 1e-9;

  /** The greatest step of Morris's grid of four levels goes over two thirds of an input. */
  private static final double STEEPEST = 100 / (2 / 3.0);

  private final Scorer scorer;
  private final List<CountryProfile> profiles;
  private final Choices choices;

  ExtremeSensitivity(Scorer scorer, List<CountryProfile> profiles, Choices choices) {
    this.scorer = scorer;
    this.profiles = profiles;
    this.choices = choices;
  }

  void check() throws Exception {
    CountryProfile profile = profiles.get(0);
    for (Tornado.Swing swing : Tornado.of(scorer.score(profile)).swings()) {
      assertThat(swing.least()).isBetween(0.0, 100.0);
      assertThat(swing.most()).isBetween(swing.least(), 100.0);
    }
    switch (choices.below(5)) {
      case 1 -> of(() -> SensitivityAnalysis.of(weighted(profile)), 100);
      case 2 -> of(() -> SensitivityAnalysis.of(ranks()), profiles.size());
      case 3 -> checkDoubt();
      case 4 -> checkImportance();
      default -> of(() -> SensitivityAnalysis.of(scorer, profile), 100);
    }
  }

  private ScoreInputs weighted(CountryProfile profile) {
    ScoreInputs inputs = ScoreInputs.of(scorer, profile).withWeights(WeightUncertainty.uniform());
    return choices.below(2) == 0 ? inputs : inputs.withReadingsTogether();
  }

  private RankInputs ranks() {
    RankInputs inputs = RankInputs.of(scorer, profiles);
    return choices.below(2) == 0 ? inputs : inputs.withWeights(WeightUncertainty.uniform());
  }

  /** Something that is refused, or gives an analysis. */
  private interface Start {
    SensitivityAnalysis start();
  }

  /**
   * @param most what the output is at most; at least it is 0
   */
  private void of(Start start, double most) throws Exception {
    Optional<SensitivityAnalysis> started = Refusal.orValue(start::start);
    if (started.isEmpty()) {
      return;
    }
    SensitivityAnalysis analysis = started.get().withSize(64).withResamples(20).withThreads(1);
    switch (choices.below(6)) {
      case 1 -> sobol(Refusal.orValue(analysis::sobolBySampling), most);
      case 2 -> sobol(Refusal.orValue(analysis::sobolWithPairs), most);
      case 3 -> shapley(Refusal.orValue(analysis::shapley));
      case 4 -> shapley(Refusal.orValue(analysis::shapleyBySampling));
      case 5 -> morris(Refusal.orValue(() -> analysis.morris(4)), most);
      default -> sobol(Refusal.orValue(analysis::sobol), most);
    }
  }

  private static void sobol(Optional<SobolIndices> answer, double most) {
    if (answer.isEmpty()) {
      return;
    }
    SobolIndices indices = answer.get();
    assertThat(indices.mean()).isBetween(-ROUNDING, most + ROUNDING);
    assertThat(indices.variance()).isBetween(0.0, most * most / 4 * 64 / 63 + ROUNDING);
    assertThat(indices.toTable().toString()).isNotEmpty().doesNotContain("NaN");
    assertThat(indices.pairTable().toString()).doesNotContain("NaN");
    assertThat(indices.summary()).isNotBlank().doesNotContain("NaN");
    assertThat(indices.remarks()).doesNotContain("").noneMatch(text -> text.contains("NaN"));
    for (SobolIndex index : indices.indices()) {
      assertThat(index.first()).isFinite();
      assertThat(index.total()).isFinite().isGreaterThanOrEqualTo(-ROUNDING);
      interval(index.firstInterval());
      interval(index.totalInterval());
    }
    for (SobolIndices.Pair pair : indices.pairs()) {
      assertThat(pair.index()).isFinite();
      interval(pair.interval());
    }
    if (indices.isExact() && indices.isDefined()) {
      exact(indices);
    }
  }

  /** Exact shares are none below 0, and together no more than the whole. */
  private static void exact(SobolIndices indices) {
    double sum = 0;
    for (SobolIndex index : indices.indices()) {
      assertThat(index.first()).isBetween(-ROUNDING, index.total() + ROUNDING);
      assertThat(index.total()).isLessThanOrEqualTo(1 + ROUNDING);
      sum += index.first();
    }
    for (SobolIndices.Pair pair : indices.pairs()) {
      assertThat(pair.index()).isBetween(-ROUNDING, 1 + ROUNDING);
      sum += pair.index();
    }
    assertThat(sum).isBetween(-ROUNDING, 1 + ROUNDING);
  }

  private static void interval(Optional<ConfidenceInterval> estimated) {
    if (estimated.isPresent()) {
      assertThat(estimated.get().lower()).isFinite();
      assertThat(estimated.get().upper())
          .isFinite()
          .isGreaterThanOrEqualTo(estimated.get().lower());
    }
  }

  private static void shapley(Optional<ShapleyEffects> answer) {
    if (answer.isEmpty()) {
      return;
    }
    ShapleyEffects effects = answer.get();
    assertThat(effects.toTable().toString()).isNotEmpty().doesNotContain("NaN");
    double sum = 0;
    for (ShapleyEffect effect : effects.effects()) {
      assertThat(effect.share()).isFinite();
      if (effects.isExact()) {
        assertThat(effect.share()).isBetween(-ROUNDING, 1 + ROUNDING);
      }
      interval(effect.interval());
      sum += effect.share();
    }
    if (!effects.effects().isEmpty()) {
      assertThat(sum).isCloseTo(1, within(ROUNDING));
    }
  }

  private static void morris(Optional<MorrisEffects> answer, double most) {
    if (answer.isEmpty()) {
      return;
    }
    assertThat(answer.get().toTable().toString()).isNotEmpty().doesNotContain("NaN");
    double steepest = STEEPEST * most / 100 + ROUNDING;
    for (MorrisEffect effect : answer.get().effects()) {
      assertThat(effect.meanAbsolute()).isBetween(Math.abs(effect.mean()) - ROUNDING, steepest);
      assertThat(effect.standardDeviation()).isBetween(0.0, 2 * steepest);
      assertThat(effect.standardError()).isBetween(0.0, 2 * steepest);
    }
  }

  private void checkDoubt() throws Exception {
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(scorer).withSize(64).withSeed(1).withThreads(1);
    UncertaintyAnalysis chosen =
        choices.below(2) == 0 ? analysis : analysis.withWeights(WeightUncertainty.uniform());
    CountryProfile last = profiles.get(profiles.size() - 1);
    Optional<SourcesOfDoubt> doubt =
        Refusal.orValue(() -> SourcesOfDoubt.of(chosen, profiles.get(0), last));
    if (doubt.isPresent()) {
      assertThat(doubt.get().toTable().toString()).isNotEmpty().doesNotContain("NaN");
      assertThat(doubt.get().difference()).isBetween(-100.0, 100.0);
      for (SourcesOfDoubt.Source source : doubt.get().sources()) {
        assertThat(source.low()).isBetween(-100.0, 100.0);
        assertThat(source.high()).isBetween(source.low(), 100.0);
        assertThat(source.deviation()).isBetween(0.0, 101.0);
        assertThat(source.below().value()).isBetween(0.0, 1.0);
      }
    }
  }

  /** Of six countries: those that there are, and the same under other codes. */
  private void checkImportance() throws Exception {
    List<CountryProfile> more = new ArrayList<>(profiles);
    for (CountryProfile profile : profiles) {
      CountryProfile.Builder other =
          CountryProfile.builder(Country.of("X" + profile.country().code().substring(1), "Other"));
      profile.estimates().forEach((code, estimate) -> other.reading(code, estimate.central()));
      more.add(other.build());
    }
    Optional<ImportanceVersusWeight> answer =
        Refusal.orValue(() -> ImportanceVersusWeight.of(scorer, more));
    if (answer.isEmpty()) {
      return;
    }
    assertThat(answer.get().toTable().toString()).isNotEmpty().doesNotContain("NaN");
    double weights = 0;
    for (Importance part : answer.get().parts()) {
      part.mainEffect().ifPresent(e -> assertThat(e).isBetween(0.0, 1.0));
      part.linear().ifPresent(e -> assertThat(e).isBetween(0.0, 1.0));
      part.share().ifPresent(e -> assertThat(e).isBetween(0.0, 1.0));
      weights += part.weight();
    }
    assertThat(weights).isCloseTo(1, within(ROUNDING));
  }
}
