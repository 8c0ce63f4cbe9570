package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factors inside factors, to the limit and beyond; and weights inside weights. */
class DeepTreeTest {

  private static Indicator indicator(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  /** So many factors inside each other, each with an indicator beside the next. */
  private static RiskModel chain(int levels, Aggregation aggregation) {
    return RiskModel.builder("m")
        .aggregation(aggregation)
        .factor("f2", 1, f -> nest(f, 2, levels, aggregation))
        .indicator(indicator("x1"), 1, Normalization.goalposts(0, 1))
        .build();
  }

  private static void nest(Factor.Builder f, int level, int levels, Aggregation aggregation) {
    f.aggregation(aggregation).indicator(indicator("x" + level), 1, Normalization.goalposts(0, 1));
    if (level < levels) {
      f.factor("f" + (level + 1), 1, g -> nest(g, level + 1, levels, aggregation));
    }
  }

  private static CountryProfile profile(String code, int levels, double reading) {
    CountryProfile.Builder builder = CountryProfile.builder(Country.of(code, code));
    for (int level = 1; level <= levels; level++) {
      builder.reading("x" + level, reading);
    }
    return builder.build();
  }

  @ParameterizedTest(name = "{0} levels")
  @ValueSource(ints = {101, 150, 1000, 1_000_000})
  void more_levels_than_the_limit_are_one_fault(int levels) {
    assertThatThrownBy(() -> chain(levels, Aggregation.geometric(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Model 'm': Factor 'f101' makes more than 100 levels of factors inside each other. Put"
                + " its children higher up in the tree");
  }

  @Test
  void factors_that_are_put_together_by_hand_have_the_same_limit() {
    RiskModel model = chain(100, Aggregation.arithmetic());
    assertThatThrownBy(
            () ->
                new Factor(
                    "over", "Over", 1, Aggregation.arithmetic(), ImmutableList.of(model.root())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Factor 'over' makes more than 100 levels");
  }

  @Test
  void the_deepest_tree_scores_and_prints() {
    for (Aggregation aggregation : List.of(Aggregation.arithmetic(), Aggregation.geometric(1))) {
      RiskModel model = chain(100, aggregation);
      Scorer scorer = Scorer.of(model);
      Scorecard card = scorer.score(profile("AAA", 100, 0.5));
      assertThat(card.value()).isCloseTo(50, within(1e-9));
      assertThat(model.toString()).contains("x100");
      assertThat(model.fingerprint()).hasSize(32);
      assertThat(model).isEqualTo(chain(100, aggregation)).hasSameHashCodeAs(model);
      assertThat(card.trace().toString()).contains("x100");
    }
  }

  /** 2 of 2 children differ on each level: 2^k sets of them, each followed up the tree. */
  @ParameterizedTest(name = "{0} levels")
  @ValueSource(ints = {23, 30, 64, 100})
  void contributions_of_a_deep_chain_are_refused_before_the_work(int levels) {
    Scorer scorer = Scorer.of(chain(levels, Aggregation.geometric(1)));
    Comparison comparison =
        scorer.compare(profile("AAA", levels, 0.5), profile("BBB", levels, 0.25));
    Assertions.assertTimeout(
        Duration.ofMillis(500),
        () ->
            assertThatThrownBy(comparison::contributions)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("factors that are no plain weighted sums")
                .hasMessageContaining("lie inside each other, from 'm' down to 'f")
                .hasMessageContaining("with up to 2 children that differ"));
  }

  @Test
  void contributions_of_a_shallow_chain_sum_to_the_difference() {
    for (int levels = 1; levels <= 12; levels++) {
      Scorer scorer = Scorer.of(chain(Math.max(2, levels), Aggregation.geometric(1)));
      Comparison comparison =
          scorer.compare(
              profile("AAA", Math.max(2, levels), 0.5), profile("BBB", Math.max(2, levels), 0.25));
      double sum = comparison.contributions().stream().mapToDouble(c -> c.points()).sum();
      assertThat(sum).isCloseTo(comparison.difference(), within(1e-9));
    }
  }

  /** A sum of sums is no work, however deep. */
  @Test
  void contributions_of_a_deep_sum_are_those_of_its_weights() {
    Scorer scorer = Scorer.of(chain(100, Aggregation.arithmetic()));
    Comparison comparison = scorer.compare(profile("AAA", 100, 0.5), profile("BBB", 100, 0.25));
    double sum = comparison.contributions().stream().mapToDouble(c -> c.points()).sum();
    assertThat(sum).isCloseTo(25, within(1e-9));
  }

  @Test
  void weights_that_are_lost_inside_each_other_are_refused() {
    ModelBuilder tiny =
        RiskModel.builder("m")
            .missing(MissingPolicy.reweight(0))
            .indicator(indicator("a"), 1, Normalization.goalposts(0, 1))
            .factor(
                "f",
                1e-200,
                f ->
                    f.indicator(indicator("b"), 1, Normalization.goalposts(0, 1))
                        .indicator(indicator("c"), 1e-200, Normalization.goalposts(0, 1)));
    assertThatThrownBy(tiny::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Model 'm': weight of 'c' is too small to compute with: its share of 'f' is 1.0E-200,"
                + " which has an effective weight of 1.0E-200. Give it 0, or weigh it more");
    assertThatThrownBy(
            () ->
                RiskModel.builder("m")
                    .indicator(indicator("a"), 1e200, Normalization.goalposts(0, 1))
                    .indicator(indicator("b"), 1e-200, Normalization.goalposts(0, 1))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Model 'm': weight of 'b' is too small to compute with: its share of 'm' is 0.0. Give"
                + " it 0, or weigh it more");
  }

  /** 1e-150 of 1e-150 can be told from nothing, and is three times its neighbour. */
  @Test
  void weights_inside_each_other_keep_their_ratio() {
    RiskModel model =
        RiskModel.builder("m")
            .missing(MissingPolicy.reweight(0))
            .indicator(indicator("a"), 1, Normalization.goalposts(0, 1))
            .factor(
                "f",
                1e-150,
                f ->
                    f.indicator(indicator("b"), 1, Normalization.goalposts(0, 1))
                        .indicator(indicator("c"), 3e-150, Normalization.goalposts(0, 1))
                        .indicator(indicator("d"), 1e-150, Normalization.goalposts(0, 1)))
            .build();
    assertThat(model.effectiveWeight("c") / model.effectiveWeight("d")).isCloseTo(3, within(1e-9));
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland")).reading("c", 1).reading("d", 0).build();
    assertThat(Scorer.of(model).score(profile).value()).isCloseTo(75, within(1e-9));
    assertThat(model.withWeights(Map.of("f", 0.0, "c", 1e-170)).effectiveWeight("c")).isZero();
  }
}
