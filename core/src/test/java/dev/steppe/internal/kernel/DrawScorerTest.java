package dev.steppe.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Node;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.testing.NaiveNode;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawScorerTest {

  private static final int ROWS = 20;

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static List<String> codes(RiskModel model) {
    return model.indicators().stream().map(i -> i.code()).toList();
  }

  private static WeightSampler uniform(RiskModel model) {
    double[] parameters = new double[codes(model).size()];
    Arrays.setAll(parameters, i -> model.effectiveWeight(codes(model).get(i)) > 0 ? 1 : 0);
    return WeightSampler.dirichlet(codes(model), ImmutableDoubleArray.copyOf(parameters));
  }

  private static SampledProfile subject(RiskModel model, CountryProfile profile, boolean drawn) {
    double[] readings = new double[codes(model).size()];
    Estimate[] estimates = new Estimate[readings.length];
    Arrays.setAll(
        readings,
        i -> profile.estimate(codes(model).get(i)).map(Estimate::central).orElse(Double.NaN));
    for (int i = 0; i < readings.length; i++) {
      Estimate estimate = profile.estimate(codes(model).get(i)).orElse(null);
      estimates[i] = drawn && estimate != null && !estimate.isExact() ? estimate : null;
    }
    return new SampledProfile(
        profile.country().code(),
        codes(model),
        readings,
        estimates,
        profile.notApplicable().keySet(),
        null,
        new @Nullable JudgedReading[readings.length]);
  }

  /** The model in which every indicator weighs as drawn, and every factor what is below it. */
  private static RiskModel weighted(RiskModel model, double[][] weights, int row) {
    Map<String, Double> all = new HashMap<>();
    for (int i = 0; i < weights.length; i++) {
      all.put(codes(model).get(i), weights[i][row]);
    }
    below(model.root(), all);
    all.remove(model.name());
    return model.reweighted(all);
  }

  /** The oracle of that model. */
  private static NaiveNode weighted(RandomModels.Case of, double[][] weights, int row) {
    Map<String, Double> all = new HashMap<>();
    for (int i = 0; i < weights.length; i++) {
      all.put(codes(of.model()).get(i), weights[i][row]);
    }
    below(of.model().root(), all);
    return NaiveNode.reweighted(of.oracle(), all);
  }

  private static double below(Node node, Map<String, Double> weights) {
    if (node instanceof Criterion) {
      return weights.get(node.code());
    }
    double sum = 0;
    for (Node child : ((Factor) node).children()) {
      sum += below(child, weights);
    }
    weights.put(node.code(), sum);
    return sum;
  }

  private static boolean weighsSomething(RiskModel model) {
    // A factor whose indicators all weigh nothing cannot be given drawn weights by hand.
    return model.factors().stream().allMatch(factor -> model.effectiveWeight(factor.code()) > 0);
  }

  /** Those of the scorer, and those of the oracle, which computes interactions by itself. */
  private static void scoresAreThoseOfTheModel(
      RandomModels.Case of, MissingPolicy policy, List<CountryProfile> profiles) {
    RiskModel model = of.model().withMissing(policy);
    if (!weighsSomething(model)) {
      return;
    }
    ImmutableList.Builder<SampledProfile> subjects = ImmutableList.builder();
    profiles.forEach(profile -> subjects.add(subject(model, profile, false)));
    DrawScorer scorer =
        scorer(CompiledModel.of(model), subjects.build(), uniform(model), Substreams.ofSeed(5));
    scorer.draw(3, ROWS);
    for (int r = 0; r < ROWS; r++) {
      Scorer single = Scorer.of(weighted(model, scorer.weights(), r));
      NaiveNode oracle = weighted(of, scorer.weights(), r);
      for (int p = 0; p < profiles.size(); p++) {
        assertThat(scorer.scores()[p][r])
            .isCloseTo(single.score(profiles.get(p)).value(), within(1e-9))
            .isCloseTo(NaiveNode.score(oracle, profiles.get(p), policy), within(1e-9));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scores_are_those_of_a_model_with_the_drawn_weights(long seed) {
    RandomModels.Case additive = RandomModels.additive(seed);
    scoresAreThoseOfTheModel(additive, additive.model().missing(), additive.profiles());
    RandomModels.Case any = RandomModels.generate(seed);
    scoresAreThoseOfTheModel(any, any.model().missing(), any.profiles());
  }

  /** An aggregation of children without weight has no value, which must not spread. */
  @Test
  void a_factor_without_weight_does_not_count() {
    RiskModel model =
        RiskModel.builder("weightless")
            .indicator(Indicator.of("a", Direction.HIGHER_IS_RISKIER), 1, PERCENT)
            .factor(
                "none",
                0,
                f ->
                    f.aggregation(Aggregation.minimum())
                        .indicator(Indicator.of("b", Direction.HIGHER_IS_RISKIER), 1, PERCENT))
            .build();
    SampledProfile subject =
        new SampledProfile("AAA", List.of("a", "b"), new double[] {30, 70}, new Estimate[2], null);
    DrawScorer scorer =
        scorer(
            CompiledModel.of(model),
            ImmutableList.of(subject),
            uniform(model),
            Substreams.ofSeed(5));
    scorer.draw(0, 3);
    assertThat(scorer.scores()[0]).startsWith(30, 30, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void missing_readings_follow_the_policy_in_every_draw(long seed) {
    RandomModels.Case additive = RandomModels.additive(seed);
    RandomModels.Case any = RandomModels.generate(seed);
    for (MissingPolicy policy : List.of(MissingPolicy.reweight(0), MissingPolicy.bound())) {
      scoresAreThoseOfTheModel(additive, policy, scored(additive));
      scoresAreThoseOfTheModel(any, policy, scored(any));
    }
  }

  /** To the oracle it is not in the tree; interactions go with the weights of the whole. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_does_not_apply_weighs_nothing_in_any_draw(long seed) {
    for (RandomModels.Case of : List.of(RandomModels.additive(seed), RandomModels.generate(seed))) {
      for (MissingPolicy policy : List.of(MissingPolicy.reweight(0), MissingPolicy.bound())) {
        scoresAreThoseOfTheModel(of, policy, scored(of, of.withNotApplicable(0.3, 0.2)));
      }
      scoresAreThoseOfTheModel(of, MissingPolicy.fail(), scored(of, of.withNotApplicable(0.3, 0)));
    }
  }

  private static List<CountryProfile> scored(RandomModels.Case drawn) {
    return scored(drawn, drawn.withGaps(0.3));
  }

  /** Those of the profiles that still have a score. */
  private static List<CountryProfile> scored(
      RandomModels.Case drawn, List<CountryProfile> profiles) {
    List<CountryProfile> scored = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      double with = 0;
      for (String code : profile.codes()) {
        with += drawn.model().effectiveWeight(code);
      }
      if (with > 0) {
        scored.add(profile);
      }
    }
    return scored;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void drawn_readings_are_scored_as_if_they_were_exact(long seed) {
    RandomModels.Case drawn = RandomModels.generate(seed);
    RiskModel model = drawn.model();
    if (!weighsSomething(model)) {
      return;
    }
    CountryProfile profile = notNegative(drawn.withUncertainty().get(0));
    SampledProfile subject = subject(model, profile, true);
    CompiledModel compiled = CompiledModel.of(model);
    DrawScorer weighted =
        scorer(compiled, ImmutableList.of(subject), uniform(model), Substreams.ofSeed(5));
    DrawScorer nominal = scorer(compiled, ImmutableList.of(subject), null, Substreams.ofSeed(5));
    weighted.draw(1, ROWS);
    nominal.draw(1, ROWS);
    double[][] readings = new double[codes(model).size()][ROWS];
    for (int i = 0; i < readings.length; i++) {
      subject.fill(i, Substreams.ofSeed(5), 1, ROWS, readings[i]);
    }
    for (int r = 0; r < ROWS; r++) {
      CountryProfile exact = profile;
      for (int i = 0; i < readings.length; i++) {
        exact = exact.withReading(codes(model).get(i), readings[i][r]);
      }
      assertThat(nominal.scores()[0][r]).isEqualTo(Scorer.of(model).score(exact).value());
      assertThat(weighted.scores()[0][r])
          .isCloseTo(
              Scorer.of(weighted(model, weighted.weights(), r)).score(exact).value(), within(1e-9));
    }
  }

  /** Some models take logarithms. */
  private static CountryProfile notNegative(CountryProfile profile) {
    CountryProfile changed = profile;
    for (String code : profile.codes()) {
      Estimate estimate = profile.estimate(code).orElseThrow();
      changed = changed.withReading(code, estimate.truncatedTo(0, 1000));
    }
    return changed;
  }

  /**
   * Two that are dangerous only together: the minimum, stated with equal weights. With w and 1 - w
   * the interaction is 2 min(w, 1 - w), so 80 and 20 give 20 + 60 max(0, 2 w - 1).
   */
  @Test
  void interactions_go_with_the_weights() {
    RiskModel model =
        RiskModel.builder("pair")
            .aggregation(Aggregation.choquet(Interaction.of("a", "b", 1)))
            .indicator(Indicator.of("a", Direction.HIGHER_IS_RISKIER), 1, PERCENT)
            .indicator(Indicator.of("b", Direction.HIGHER_IS_RISKIER), 1, PERCENT)
            .build();
    SampledProfile subject =
        new SampledProfile("AAA", List.of("a", "b"), new double[] {80, 20}, new Estimate[2], null);
    DrawScorer scorer =
        scorer(
            CompiledModel.of(model),
            ImmutableList.of(subject),
            uniform(model),
            Substreams.ofSeed(1));
    scorer.draw(0, DrawBlock.SIZE);
    for (int r = 0; r < DrawBlock.SIZE; r++) {
      double expected = 20 + 60 * Math.max(0, 2 * scorer.weights()[0][r] - 1);
      assertThat(scorer.scores()[0][r]).isCloseTo(expected, within(1e-12));
    }
  }

  private static final Normalization PERCENT = Normalization.goalposts(0, 100);

  @Test
  void drawn_readings_lie_where_their_estimate_says() {
    Estimate[] estimates = {Estimate.between(2, 3), Estimate.normal(0, 1), null};
    SampledProfile subject =
        new SampledProfile(
            "AAA", List.of("a", "b", "c"), new double[] {2.5, 0, 7}, estimates, null);
    double[] column = new double[200];
    subject.fill(0, Substreams.ofSeed(1), 0, 200, column);
    assertThat(Arrays.stream(column).min().orElseThrow()).isBetween(2.0, 2.1);
    assertThat(Arrays.stream(column).max().orElseThrow()).isBetween(2.9, 3.0);
    subject.fill(1, Substreams.ofSeed(1), 0, 200, column);
    assertThat(Arrays.stream(column).average().orElseThrow()).isCloseTo(0, within(0.3));
    subject.fill(2, Substreams.ofSeed(1), 0, 200, column);
    assertThat(column).containsOnly(7);
  }

  private static double[] means(WeightSampler sampler, int indicators) {
    double[][] weights = new double[indicators][DrawBlock.SIZE];
    double[] means = new double[indicators];
    for (int block = 0; block < 400; block++) {
      sampler.fill(Substreams.ofSeed(9), block, DrawBlock.SIZE, weights);
      for (int i = 0; i < indicators; i++) {
        for (double weight : weights[i]) {
          assertThat(weight).isBetween(0.0, 1.0);
          means[i] += weight / (400 * DrawBlock.SIZE);
        }
      }
    }
    assertThat(Arrays.stream(means).sum()).isCloseTo(1, within(1e-12));
    return means;
  }

  private static final List<String> FOUR = List.of("a", "b", "c", "d");

  @Test
  void dirichlet_weights_have_the_means_of_their_parameters() {
    double[] expected = {0.1, 0.2, 0, 0.7};
    for (double concentration : new double[] {0.1, 3, 10, 200}) {
      double[] parameters = Arrays.stream(expected).map(w -> w * concentration).toArray();
      double[] means =
          means(WeightSampler.dirichlet(FOUR, ImmutableDoubleArray.copyOf(parameters)), 4);
      for (int i = 0; i < 4; i++) {
        double sd = Math.sqrt(expected[i] * (1 - expected[i]) / (concentration + 1));
        assertThat(means[i]).isCloseTo(expected[i], within(4 * sd / 320 + 1e-15));
      }
    }
  }

  /** Barron and Barrett (1996), table 1: the rank order centroid of four weights. */
  @Test
  void ordered_weights_have_the_rank_order_centroid_as_mean() {
    double[] means =
        means(
            WeightSampler.ordinal(
                FOUR, ImmutableIntArray.of(2, 0, 1, 3), ImmutableIntArray.of(0, 1, 2, 3)),
            4);
    assertThat(means[2]).isCloseTo(0.5208, within(2e-3));
    assertThat(means[0]).isCloseTo(0.2708, within(2e-3));
    assertThat(means[1]).isCloseTo(0.1458, within(2e-3));
    assertThat(means[3]).isCloseTo(0.0625, within(2e-3));
  }

  @Test
  void ordered_weights_fall_along_the_order() {
    double[][] weights = new double[4][DrawBlock.SIZE];
    WeightSampler.ordinal(FOUR, ImmutableIntArray.of(2, 0, 3), ImmutableIntArray.of(0, 1, 2))
        .fill(Substreams.ofSeed(1), 0, 256, weights);
    for (int r = 0; r < DrawBlock.SIZE; r++) {
      assertThat(weights[2][r]).isGreaterThanOrEqualTo(weights[0][r]);
      assertThat(weights[0][r]).isGreaterThanOrEqualTo(weights[3][r]);
      assertThat(weights[1][r]).isZero();
    }
  }

  @Test
  void weights_between_bounds_keep_their_proportions_within_them() {
    double[][] weights = new double[2][DrawBlock.SIZE];
    WeightSampler.between(
            List.of("a", "b"), ImmutableDoubleArray.of(0.4, 0.1), ImmutableDoubleArray.of(0.6, 0.2))
        .fill(Substreams.ofSeed(1), 0, 256, weights);
    double least = 10;
    double most = 0;
    for (int r = 0; r < DrawBlock.SIZE; r++) {
      least = Math.min(least, weights[0][r] / weights[1][r]);
      most = Math.max(most, weights[0][r] / weights[1][r]);
    }
    assertThat(least).isBetween(2.0, 2.3);
    assertThat(most).isBetween(5.0, 6.0);
  }

  /** But for the division by the sum. */
  @Test
  void another_indicator_does_not_change_the_draws_of_the_others() {
    double[][] three = new double[3][DrawBlock.SIZE];
    double[][] four = new double[4][DrawBlock.SIZE];
    WeightSampler.dirichlet(List.of("a", "b", "c"), ImmutableDoubleArray.of(1, 1, 2))
        .fill(Substreams.ofSeed(1), 0, 256, three);
    WeightSampler.dirichlet(List.of("b", "new", "a", "c"), ImmutableDoubleArray.of(1, 5, 1, 2))
        .fill(Substreams.ofSeed(1), 0, 256, four);
    for (int r = 0; r < DrawBlock.SIZE; r++) {
      assertThat(four[2][r] / four[0][r])
          .isCloseTo(three[0][r] / three[1][r], within(1e-9 * three[0][r] / three[1][r]));
      assertThat(four[2][r] / four[3][r])
          .isCloseTo(three[0][r] / three[2][r], within(1e-9 * three[0][r] / three[2][r]));
    }
  }

  private static RiskModel twoLevels() {
    return RiskModel.builder("two-levels")
        .factor(
            "left",
            3,
            f ->
                f.indicator(Indicator.of("a", Direction.HIGHER_IS_RISKIER), 1, PERCENT)
                    .indicator(Indicator.of("b", Direction.HIGHER_IS_RISKIER), 3, PERCENT)
                    .indicator(Indicator.of("z", Direction.HIGHER_IS_RISKIER), 0, PERCENT))
        .factor(
            "right",
            3,
            f -> f.indicator(Indicator.of("c", Direction.HIGHER_IS_RISKIER), 7, PERCENT))
        .build();
  }

  /** Weights of a, b, z, c; fractions of these and of left, right and the root. */
  private static double[][] drawShares(int blocks, double... fractions) {
    WeightSampler sampler =
        new NestedWeightSampler(
            CompiledModel.of(twoLevels()), ImmutableDoubleArray.copyOf(fractions));
    double[][] all = new double[4][blocks * DrawBlock.SIZE];
    double[][] weights = new double[4][DrawBlock.SIZE];
    for (int block = 0; block < blocks; block++) {
      sampler.fill(Substreams.ofSeed(11), block, DrawBlock.SIZE, weights);
      for (int i = 0; i < 4; i++) {
        System.arraycopy(weights[i], 0, all[i], block * DrawBlock.SIZE, DrawBlock.SIZE);
      }
    }
    return all;
  }

  @Test
  void weights_within_factors_move_only_where_they_are_uncertain() {
    double[][] factors = drawShares(1, 0, 0, 0, 0, 0.25, 0.25, 0);
    double[][] indicators = drawShares(1, 0.5, 0.5, 0.5, 0.5, 0, 0, 0);
    double[][] one = drawShares(1, 0, 0, 0, 0, 0, 1, 0);
    for (int r = 0; r < DrawBlock.SIZE; r++) {
      double left = factors[0][r] + factors[1][r];
      assertThat(left + factors[3][r]).isCloseTo(1, within(1e-15));
      assertThat(left / factors[3][r]).isBetween(0.6, 1 / 0.6);
      assertThat(factors[0][r] / left).isCloseTo(0.25, within(1e-15));
      assertThat(indicators[3][r]).isCloseTo(0.5, within(1e-15));
      assertThat(indicators[0][r] + indicators[1][r]).isCloseTo(0.5, within(1e-15));
      assertThat(indicators[1][r] / indicators[0][r]).isBetween(1.0, 9.0);
      assertThat(indicators[2][r]).isZero();
      // right weighs from 0 to 2 times left.
      assertThat(one[3][r]).isBetween(0.0, 2.0 / 3);
    }
    assertThat(Arrays.stream(one[3]).max().orElseThrow()).isGreaterThan(0.65);
    assertThat(Arrays.stream(one[3]).min().orElseThrow()).isLessThan(0.02);
  }

  /**
   * For x, y uniform on [a, b], the probability of {@code x > t y} is {@code (b - a t)^2 / (2 t (b
   * - a)^2)}, if t is from 1 to b/a. Of 102,400 draws, four standard errors are 0.005.
   */
  @Test
  void weights_within_factors_are_quotients_of_uniform_draws() {
    double[][] weights = drawShares(400, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0);
    for (double t : new double[] {1, 1.2, 1.5}) {
      double expected = Math.pow(1.25 - 0.75 * t, 2) / (2 * t * 0.25);
      int factors = 0;
      int indicators = 0;
      for (int r = 0; r < weights[0].length; r++) {
        factors += weights[0][r] + weights[1][r] > t * weights[3][r] ? 1 : 0;
        indicators += weights[1][r] > t * 3 * weights[0][r] ? 1 : 0;
      }
      assertThat(factors / 102_400.0).isCloseTo(expected, within(0.005));
      assertThat(indicators / 102_400.0).isCloseTo(expected, within(0.005));
    }
  }

  /** Rows are those of the parts, to the bit, wherever another part takes the rows between. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_mixture_takes_each_row_from_one_of_its_parts(long seed) {
    RandomModels.Case drawn = RandomModels.generate(seed);
    RiskModel model = drawn.model();
    List<RiskModel> models =
        List.of(
            model,
            model.withAggregation(Aggregation.arithmetic()),
            model.withAggregation(Aggregation.geometric(1)).withMissing(MissingPolicy.bound()));
    WeightSampler sampler = uniform(model);
    for (WeightSampler each : new WeightSampler[] {sampler, null}) {
      List<DrawScorer> parts = new ArrayList<>();
      ImmutableList.Builder<DrawScorer> mixed = ImmutableList.builder();
      for (RiskModel of : models) {
        ImmutableList.Builder<SampledProfile> subjects = ImmutableList.builder();
        for (CountryProfile profile : drawn.withUncertainty()) {
          subjects.add(subject(of, notNegative(profile), true));
        }
        CompiledModel compiled = CompiledModel.of(of);
        parts.add(scorer(compiled, subjects.build(), each, Substreams.ofSeed(5)));
        mixed.add(scorer(compiled, subjects.build(), each, Substreams.ofSeed(5)));
      }
      DrawScorer mixture = DrawScorer.mixture(mixed.build(), ImmutableDoubleArray.of(1, 1, 2));
      mixture.draw(2, 100);
      parts.forEach(part -> part.draw(2, 100));
      int[] taken = new int[parts.size()];
      for (int r = 0; r < 100; r++) {
        int part = 0;
        while (part < 2 && !isRow(mixture, parts.get(part), r)) {
          part++;
        }
        assertThat(isRow(mixture, parts.get(part), r)).as("row %s of a part", r).isTrue();
        taken[part]++;
      }
      assertThat(Arrays.stream(taken).sum()).isEqualTo(100);
    }
  }

  private static boolean isRow(DrawScorer mixture, DrawScorer part, int row) {
    boolean same = true;
    for (int s = 0; s < part.scores().length; s++) {
      same &= mixture.scores()[s][row] == part.scores()[s][row];
    }
    for (int i = 0; i < part.weights().length; i++) {
      same &= mixture.weights()[i][row] == part.weights()[i][row];
    }
    return same;
  }

  private static DrawScorer scorer(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      @Nullable WeightSampler sampler,
      Substreams draws) {
    return DrawScorer.of(
        model, subjects, sampler, draws, new DrawBuffers(model.indicatorCount(), subjects.size()));
  }
}
