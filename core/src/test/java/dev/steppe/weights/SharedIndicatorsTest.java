package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.score.Comparison;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedIndicatorsTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** A country with exactly the shared readings has the same score before and after. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_has_only_shared_readings_keeps_its_score(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    List<CountryProfile> gaps = c.withGaps(0.2);
    SharedIndicators shared;
    try {
      shared = SharedIndicators.of(c.scorer(), gaps);
    } catch (IllegalArgumentException nothing) {
      assertThat(nothing)
          .hasMessage("The profiles have no indicator of model 'random-" + seed + "' in common");
      return;
    }
    for (CountryProfile profile : gaps) {
      CountryProfile cut = profile;
      for (String code : shared.leftOut()) {
        cut = cut.codes().contains(code) ? cut.withoutReading(code) : cut;
      }
      assertThat(shared.scorer().score(profile).value())
          .isCloseTo(c.scorer().score(cut).value(), within(1e-9));
    }
    long weighed =
        c.model().criteria().stream()
            .filter(i -> shared.scorer().model().effectiveWeight(i.code()) > 0)
            .count();
    if (weighed >= 2) {
      for (CountryProfile other : gaps.subList(1, gaps.size())) {
        WeightFlip flip = WeightFlip.of(shared.scorer(), gaps.get(0), other);
        // What both of them have may get a weight again.
        for (String code : flip.leftOut()) {
          assertThat(shared.scorer().model().effectiveWeight(code)).isZero();
          assertThat(gaps.get(0).codes().contains(code) && other.codes().contains(code)).isFalse();
        }
      }
      assertThat(
              RobustOrder.of(shared.scorer(), gaps, WeightSet.around(shared.scorer().model(), 0.3))
                  .pairs())
          .hasSize(gaps.size() * (gaps.size() - 1));
    }
  }

  @Test
  void a_factor_without_anything_left_loses_its_weight() {
    RiskModel model =
        RiskModel.builder("tree")
            .factor("f", 1, f -> f.indicator(of("a"), 1, scale()).indicator(of("b"), 1, scale()))
            .indicator(of("c"), 1, scale())
            .indicator(of("d"), 3, scale())
            .missing(MissingPolicy.reweight(0))
            .build();
    CountryProfile first = Flat.country(0, 10, 20, 30, 40);
    CountryProfile second = first.withoutReading("a");
    CountryProfile third = first.withoutReading("b");
    SharedIndicators shared = SharedIndicators.of(Scorer.of(model), List.of(first, second, third));
    assertThat(shared.leftOut()).containsExactly("a", "b");
    assertThat(shared.scorer().model().effectiveWeight("d")).isEqualTo(0.75);
    assertThat(shared).hasToString("Without a, b");
    assertThat(SharedIndicators.of(Scorer.of(model), List.of(first)))
        .hasToString("All indicators are shared");
    assertThatThrownBy(
            () ->
                SharedIndicators.of(
                    Scorer.of(model),
                    List.of(
                        first.withoutReading("a").withoutReading("b"),
                        first.withoutReading("c").withoutReading("d"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The profiles have no indicator of model 'tree' in common");
  }

  private static Indicator of(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static Normalization scale() {
    return Normalization.goalposts(0, 100);
  }

  /** If Ukraine lacks a reading, indicators are refused, but the factors' weights can move. */
  @Test
  void the_papers_factors_can_be_weighed_as_they_are() {
    CountryProfile kazakhstan = NextUkraine.kazakhstan();
    CountryProfile ukraine =
        NextUkraine.ukraine()
            .flattened()
            .select(NextUkraine.model().effectiveWeights().keySet())
            .withoutReading("transit_dependence");
    Comparison comparison = NextUkraine.scorer().compare(kazakhstan, ukraine);
    assertThatThrownBy(() -> WeightFlip.of(comparison, WeightDistance.EUCLIDEAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Missing are 'transit_dependence' for Ukraine (UKR).");
    String root = NextUkraine.model().root().code();
    WeightFlip flip = WeightFlip.within(comparison, root, WeightDistance.EUCLIDEAN);
    assertThat(flip.isPossible()).isTrue();
    assertThat(flip.comparison()).isEqualTo(comparison);
    assertThat(
            Scorer.of(flip.weights().orElseThrow().model())
                .compare(kazakhstan, ukraine)
                .difference())
        .isCloseTo(0, within(1e-9));
    // Trade alone has less data than the model asks for, which bars no answer.
    WeightVector trade =
        WeightStability.within(NextUkraine.scorer().rank(kazakhstan, ukraine), root)
            .at("trade-dependence", 1);
    assertThat(Scorer.of(trade.model()).score(ukraine).coverage()).isLessThan(0.75);
  }
}
