package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightFlipTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** A flat model and two countries that are not level, with what the formulas need. */
  private record Problem(Scorer scorer, CountryProfile first, CountryProfile second, double[] d) {

    static Problem random(long seed) {
      Random random = new Random(seed);
      int size = 2 + random.nextInt(9);
      RiskModel model = Flat.model(Flat.randomWeights(random, size));
      List<CountryProfile> pair = Flat.randomCountries(random, 2, size);
      double[] d = new double[size];
      for (int k = 0; k < size; k++) {
        d[k] = value(pair.get(0), k) - value(pair.get(1), k);
      }
      return new Problem(Scorer.of(model), pair.get(0), pair.get(1), d);
    }

    private static double value(CountryProfile profile, int k) {
      return profile.estimate(Flat.code(k)).orElseThrow().central();
    }

    double[] weights() {
      double[] weights = new double[d.length];
      for (int k = 0; k < d.length; k++) {
        weights[k] = scorer.model().effectiveWeight(Flat.code(k));
      }
      return weights;
    }

    WeightFlip flip(WeightDistance distance) {
      return WeightFlip.of(scorer, first, second, distance);
    }

    boolean isPossible() {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (double part : d) {
        least = Math.min(least, part);
        most = Math.max(most, part);
      }
      return least <= 0 && most >= 0;
    }

    /** The vertices of the weights that make the two level: each has one or two weights above 0. */
    List<double[]> vertices() {
      List<double[]> vertices = new ArrayList<>();
      for (int i = 0; i < d.length; i++) {
        for (int j = 0; j < d.length; j++) {
          double[] vertex = new double[d.length];
          if (i == j && d[i] == 0) {
            vertex[i] = 1;
            vertices.add(vertex);
          } else if (d[i] > 0 && d[j] < 0) {
            vertex[i] = -d[j] / (d[i] - d[j]);
            vertex[j] = d[i] / (d[i] - d[j]);
            vertices.add(vertex);
          }
        }
      }
      return vertices;
    }
  }

  private static double[] found(Problem problem, WeightFlip flip) {
    WeightVector vector = flip.weights().orElseThrow();
    double[] found = new double[problem.d.length];
    double sum = 0;
    for (int k = 0; k < found.length; k++) {
      found[k] = vector.weight(Flat.code(k));
      assertThat(found[k]).isNotNegative();
      assertThat(vector.model().effectiveWeight(Flat.code(k))).isCloseTo(found[k], within(1e-12));
      sum += found[k];
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
    return found;
  }

  @Test
  void two_weights_by_hand() {
    // d = (20, -10): level at (1/3, 2/3), from (1/2, 1/2).
    WeightFlip flip =
        WeightFlip.of(Flat.scorer(1, 1), Flat.country(0, 60, 40), Flat.country(1, 40, 50));
    assertThat(flip.isPossible()).isTrue();
    assertThat(flip.distance().orElseThrow()).isCloseTo(Math.sqrt(2) / 6, within(1e-12));
    assertThat(flip.weights().orElseThrow().weight("a")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(flip.moves()).hasSize(2);
    assertThat(flip.moves().get(0).change()).isCloseTo(-1 / 6.0, within(1e-12));
    assertThat(flip.sentence())
        .isEqualTo(
            "Aaa and Aab, 5.0 points apart, come level at weights that differ by 0.2357"
                + " (root of the sum of squares); the largest of 2 moves: \"a\" from 0.5000 to"
                + " 0.3333.");
    assertThat(flip.toTable().cell(0, 3)).isEqualTo("-0.1667");
    assertThat(flip.toString()).isEqualTo(flip.toTable().toString());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_scorer_finds_the_two_level(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    if (c.model().criteria().size() < 2) {
      return;
    }
    for (WeightDistance distance : WeightDistance.values()) {
      for (CountryProfile first : c.profiles()) {
        for (CountryProfile second : c.profiles()) {
          WeightFlip flip = WeightFlip.of(c.scorer(), first, second, distance);
          if (flip.isPossible()) {
            assertThat(flip.difference().orElseThrow()).isCloseTo(0, within(1e-9));
            RiskModel model = flip.weights().orElseThrow().model();
            assertThat(Scorer.of(model).compare(first, second).difference())
                .isCloseTo(0, within(1e-9));
          } else {
            assertDominance(c.scorer(), first, second);
          }
        }
      }
    }
  }

  private static void assertDominance(Scorer scorer, CountryProfile first, CountryProfile second) {
    var cards = List.of(scorer.score(first), scorer.score(second));
    int sign = 0;
    for (var criterion : scorer.model().criteria()) {
      double d =
          cards.get(0).node(criterion.code()).value().orElseThrow()
              - cards.get(1).node(criterion.code()).value().orElseThrow();
      assertThat(sign * d >= 0 && d != 0).isTrue();
      sign = d > 0 ? 1 : -1;
    }
  }

  /**
   * v is the point of a polytope nearest to w if and only if {@code (v - w) . (u - v) >= 0} for all
   * its vertices u. So this proves the answer, active bounds included.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_weights_are_nearer_in_euclids_distance(long seed) {
    Problem problem = Problem.random(seed);
    WeightFlip flip = problem.flip(WeightDistance.EUCLIDEAN);
    assertThat(flip.isPossible()).isEqualTo(problem.isPossible());
    if (!flip.isPossible()) {
      return;
    }
    double[] v = found(problem, flip);
    double[] w = problem.weights();
    double square = 0;
    for (int k = 0; k < v.length; k++) {
      square += (v[k] - w[k]) * (v[k] - w[k]);
    }
    assertThat(flip.distance().orElseThrow()).isCloseTo(Math.sqrt(square), within(1e-12));
    for (double[] u : problem.vertices()) {
      double product = 0;
      for (int k = 0; k < v.length; k++) {
        product += (v[k] - w[k]) * (u[k] - v[k]);
      }
      assertThat(product).isGreaterThan(-1e-10);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void where_no_bound_is_reached_the_closed_form_holds(long seed) {
    Problem problem = Problem.random(seed);
    double[] w = problem.weights();
    double mean = 0;
    double total = 0;
    for (int k = 0; k < w.length; k++) {
      mean += problem.d[k] / w.length;
      total += w[k] * problem.d[k];
    }
    double square = 0;
    for (double part : problem.d) {
      square += (part - mean) * (part - mean);
    }
    boolean interior = square > 0;
    double[] closed = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      closed[k] = w[k] - total * (problem.d[k] - mean) / square;
      interior &= closed[k] >= 0;
    }
    if (interior) {
      WeightFlip flip = problem.flip(WeightDistance.EUCLIDEAN);
      assertThat(found(problem, flip)).containsExactly(closed, within(1e-10));
      assertThat(flip.distance().orElseThrow())
          .isCloseTo(Math.abs(total) / Math.sqrt(square), within(1e-10));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_linear_program_finds_no_nearer_weights(long seed) {
    Problem problem = Problem.random(seed);
    if (!problem.isPossible()) {
      return;
    }
    for (WeightDistance distance : List.of(WeightDistance.TOTAL, WeightDistance.LARGEST)) {
      WeightFlip flip = problem.flip(distance);
      double[] v = found(problem, flip);
      double[] w = problem.weights();
      double sum = 0;
      double largest = 0;
      for (int k = 0; k < v.length; k++) {
        sum += Math.abs(v[k] - w[k]);
        largest = Math.max(largest, Math.abs(v[k] - w[k]));
      }
      double far = distance == WeightDistance.TOTAL ? sum : largest;
      assertThat(flip.distance().orElseThrow()).isCloseTo(far, within(1e-12));
      assertThat(far).isCloseTo(leastByProgram(problem, distance), within(1e-7));
    }
  }

  /** Variables: the weights v, then a bound on |v_k - w_k| for each, or one for all. */
  private static double leastByProgram(Problem problem, WeightDistance distance) {
    double[] w = problem.weights();
    int size = w.length;
    int bounds = distance == WeightDistance.TOTAL ? size : 1;
    List<LinearConstraint> constraints = new ArrayList<>();
    double[] sum = new double[size + bounds];
    double[] level = new double[size + bounds];
    double[] costs = new double[size + bounds];
    for (int k = 0; k < size; k++) {
      sum[k] = 1;
      level[k] = problem.d[k] / 100;
      int bound = size + (bounds == 1 ? 0 : k);
      costs[bound] = 1;
      double[] over = new double[size + bounds];
      over[bound] = 1;
      over[k] = -1;
      constraints.add(new LinearConstraint(over, Relationship.GEQ, -w[k]));
      double[] under = new double[size + bounds];
      under[bound] = 1;
      under[k] = 1;
      constraints.add(new LinearConstraint(under, Relationship.GEQ, w[k]));
    }
    constraints.add(new LinearConstraint(sum, Relationship.EQ, 1));
    constraints.add(new LinearConstraint(level, Relationship.EQ, 0));
    return new SimplexSolver(1e-9)
        .optimize(
            new LinearObjectiveFunction(costs, 0),
            new LinearConstraintSet(constraints),
            new NonNegativeConstraint(true),
            GoalType.MINIMIZE)
        .getValue();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_nearest_flip_of_a_ranking_is_the_nearest_of_all_pairs(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(5);
    Scorer scorer = Scorer.of(Flat.model(Flat.randomWeights(random, size)));
    List<CountryProfile> countries = Flat.randomCountries(random, 6, size);
    if (random.nextInt(3) == 0) {
      countries.set(1, countries.get(0).withCountry(countries.get(1).country()));
    }
    Ranking ranking = scorer.rank(countries);
    for (WeightDistance distance : WeightDistance.values()) {
      double shortest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 6; i++) {
        for (int j = i + 1; j < 6; j++) {
          Comparison pair = scorer.compare(countries.get(i), countries.get(j));
          if (Ranking.compareScores(pair.difference(), 0) != 0) {
            shortest =
                Math.min(
                    shortest,
                    WeightFlip.of(pair, distance).distance().orElse(Double.POSITIVE_INFINITY));
          }
        }
      }
      Optional<WeightFlip> nearest = WeightFlip.nearest(ranking, distance);
      assertThat(
              nearest.map(flip -> flip.distance().orElseThrow()).orElse(Double.POSITIVE_INFINITY))
          .isCloseTo(shortest, within(1e-10));
    }
  }

  @Test
  void weights_within_a_factor_move_alone() {
    RandomModels.Case c = RandomModels.additive(7);
    Comparison pair = c.scorer().compare(c.profiles().get(0), c.profiles().get(1));
    for (var factor : c.model().factors()) {
      if (factor.children().size() < 2) {
        continue;
      }
      WeightFlip flip = WeightFlip.within(pair, factor.code(), WeightDistance.EUCLIDEAN);
      if (flip.isPossible()) {
        assertThat(flip.difference().orElseThrow()).isCloseTo(0, within(1e-9));
      }
      flip.moves()
          .forEach(
              move ->
                  assertThat(factor.children())
                      .anyMatch(child -> child.code().equals(move.code())));
    }
  }

  @Test
  void what_is_higher_everywhere_cannot_be_reached() {
    WeightFlip flip =
        WeightFlip.of(Flat.scorer(1, 1), Flat.country(0, 10, 20), Flat.country(1, 40, 50));
    assertThat(flip.isPossible()).isFalse();
    assertThat(flip.distance()).isEmpty();
    assertThat(flip.weights()).isEmpty();
    assertThat(flip.difference()).isEmpty();
    assertThat(flip.moves()).isEmpty();
    assertThat(flip.sentence())
        .isEqualTo(
            "No weights of the indicators bring Aab and Aaa level: the first scores"
                + " higher on each of them.");
    assertThat(flip.toString()).contains(flip.sentence().substring(0, 40));
    assertThat(
            WeightFlip.nearest(
                Flat.scorer(1, 1).rank(Flat.country(0, 10, 20), Flat.country(1, 40, 50)),
                WeightDistance.TOTAL))
        .isEmpty();
  }

  @Test
  void where_some_values_are_equal_they_get_all_the_weight() {
    WeightFlip flip =
        WeightFlip.of(
            Flat.scorer(2, 1, 1), Flat.country(0, 50, 50, 60), Flat.country(1, 50, 50, 10));
    assertThat(flip.weights().orElseThrow().weight("a")).isCloseTo(0.625, within(1e-12));
    assertThat(flip.weights().orElseThrow().weight("b")).isCloseTo(0.375, within(1e-12));
    assertThat(flip.weights().orElseThrow().weight("c")).isZero();
  }

  @Test
  void what_is_level_already_is_at_no_distance() {
    WeightFlip flip =
        WeightFlip.of(Flat.scorer(1, 1), Flat.country(0, 10, 20), Flat.country(1, 20, 10));
    assertThat(flip.distance()).hasValue(0);
    assertThat(flip.moves()).isEmpty();
    assertThat(flip.sentence()).isEqualTo("Aaa and Aab are level as the weights are.");
  }

  @Test
  void tiny_differences_are_handled_exactly() {
    for (double tiny : new double[] {1e-3, 1e-5, 1e-7, 1e-8}) {
      WeightFlip flip =
          WeightFlip.of(
              Flat.scorer(1, 1, 1),
              Flat.country(0, 90, 60, 50),
              Flat.country(1, 10, 50, 50 + tiny));
      assertThat(flip.difference().orElseThrow()).isCloseTo(0, within(1e-9));
      assertThat(flip.weights().orElseThrow().weight("c")).isGreaterThan(0.99);
    }
  }

  @Test
  void bad_input_is_refused() {
    Scorer scorer = Flat.scorer(1, 1);
    CountryProfile first = Flat.country(0, 60, 40);
    assertThatThrownBy(() -> WeightFlip.nearest(scorer.rank(first), WeightDistance.TOTAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A ranking needs two countries to have an order, but has 1");
    Scorer geometric = Scorer.of(Flat.model(1, 1).withAggregation(Aggregation.geometric()));
    assertThatThrownBy(() -> WeightFlip.of(geometric, first, Flat.country(1, 1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Weights of indicators can move only in an additive model, but factor 'flat' is"
                + " geometric().");
    assertThatThrownBy(
            () ->
                WeightFlip.within(
                    scorer.compare(first, Flat.country(1, 1, 2)), "a", WeightDistance.TOTAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'a' is an indicator of model 'flat', not a factor");
    Scorer tolerant = Scorer.of(Flat.model(1, 1).withMissing(MissingPolicy.reweight(0)));
    assertThatThrownBy(
            () -> WeightFlip.of(tolerant, first, Flat.country(1, 1, 2).withoutReading("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Missing are 'a' for Aab (AAB).");
    assertThatThrownBy(() -> WeightFlip.of(scorer, first, null))
        .isInstanceOf(NullPointerException.class);
  }

  /**
   * d~ = (-2, 16, -14) with |d~|^2 = 456 and w.d = 4 at equal weights: they move by 8, -64 and 56
   * of 456.
   */
  @Test
  void the_greatest_move_comes_first() {
    WeightFlip flip =
        WeightFlip.of(
            Flat.scorer(1, 1, 1), Flat.country(0, 52, 70, 40), Flat.country(1, 50, 50, 50));
    assertThat(flip.moves()).extracting(move -> move.code()).containsExactly("b", "c", "a");
    assertThat(flip.moves().get(0).change()).isCloseTo(-64 / 456.0, within(1e-12));
    assertThat(flip.moves().get(1).change()).isCloseTo(56 / 456.0, within(1e-12));
    assertThat(flip.moves().get(2).change()).isCloseTo(8 / 456.0, within(1e-12));
  }

  @Test
  void flips_of_another_pair_or_in_another_distance_are_others() {
    Scorer scorer = Flat.scorer(1, 1, 1);
    CountryProfile first = Flat.country(0, 52, 70, 40);
    CountryProfile second = Flat.country(1, 50, 50, 50);
    WeightFlip flip = WeightFlip.of(scorer, first, second, WeightDistance.TOTAL);
    WeightFlip same = WeightFlip.of(scorer, first, second, WeightDistance.TOTAL);
    assertThat(flip).isEqualTo(same).hasSameHashCodeAs(same);
    for (WeightFlip other :
        List.of(
            WeightFlip.of(scorer, first, second, WeightDistance.LARGEST),
            WeightFlip.of(scorer, first, second.withReading("a", 49), WeightDistance.TOTAL),
            WeightFlip.of(scorer, first, Flat.country(1, 10, 20, 30), WeightDistance.TOTAL))) {
      assertThat(flip).isNotEqualTo(other);
      assertThat(flip.hashCode()).isNotEqualTo(other.hashCode());
    }
  }
}
