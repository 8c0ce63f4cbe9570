package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.Execution;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Node;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RobustOrderTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** {@code coefficients . w >= bound}, stated apart from the main code. */
  private record Row(double[] coefficients, double bound) {
    boolean holds(double[] w) {
      return dot(coefficients, w) >= bound - 1e-9;
    }
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int k = 0; k < first.length; k++) {
      sum += first[k] * second[k];
    }
    return sum;
  }

  /** A random problem of 3 or 4 indicators with random statements, and the same as rows. */
  private static final class Problem {
    final int size;
    final List<CountryProfile> countries;
    final Scorer scorer;
    final WeightSet set;
    final List<Row> rows = new ArrayList<>();

    Problem(long seed) {
      Random random = new Random(seed);
      size = 3 + random.nextInt(2);
      countries = Flat.randomCountries(random, 5, size);
      scorer = Scorer.of(Flat.model(Flat.randomWeights(random, size)));
      WeightSet known = WeightSet.any();
      for (int s = random.nextInt(4); s > 0; s--) {
        int i = random.nextInt(size);
        int j = (i + 1 + random.nextInt(size - 1)) % size;
        double[] row = new double[size];
        switch (random.nextInt(3)) {
          case 0 -> {
            double lower = 0.3 * random.nextDouble();
            double upper = 0.4 + 0.6 * random.nextDouble();
            known = known.between(Flat.code(i), lower, upper);
            row[i] = 1;
            rows.add(new Row(row, lower));
            double[] other = new double[size];
            other[i] = -1;
            rows.add(new Row(other, -upper));
          }
          case 1 -> {
            double times = random.nextBoolean() ? 1 : 0.5 + 2 * random.nextDouble();
            known = known.heavier(Flat.code(i), Flat.code(j), times);
            row[i] = 1;
            row[j] = -times;
            rows.add(new Row(row, 0));
          }
          default -> {
            int a = random.nextInt(5);
            int b = (a + 1 + random.nextInt(4)) % 5;
            known = known.riskier(countries.get(a), countries.get(b));
            rows.add(new Row(difference(a, b), 0));
          }
        }
      }
      for (int k = 0; k < size; k++) {
        double[] row = new double[size];
        row[k] = 1;
        rows.add(new Row(row, 0));
      }
      set = known;
    }

    double[] difference(int a, int b) {
      double[] difference = new double[size];
      for (int k = 0; k < size; k++) {
        difference[k] = value(a, k) - value(b, k);
      }
      return difference;
    }

    private double value(int country, int k) {
      return countries.get(country).estimate(Flat.code(k)).orElseThrow().central();
    }

    /** All admissible points where as many of the hyperplanes meet as there are dimensions. */
    List<double[]> vertices(List<Row> planes) {
      List<double[]> vertices = new ArrayList<>();
      choose(planes, 0, new ArrayList<>(), vertices);
      return vertices;
    }

    private void choose(List<Row> planes, int from, List<Row> chosen, List<double[]> vertices) {
      if (chosen.size() == size - 1) {
        double[][] matrix = new double[size][];
        double[] right = new double[size];
        matrix[0] = new double[size];
        Arrays.fill(matrix[0], 1);
        right[0] = 1;
        for (int r = 1; r < size; r++) {
          matrix[r] = chosen.get(r - 1).coefficients();
          right[r] = chosen.get(r - 1).bound();
        }
        var solver = new LUDecomposition(new Array2DRowRealMatrix(matrix), 1e-9).getSolver();
        if (solver.isNonSingular()) {
          double[] point = solver.solve(new ArrayRealVector(right)).toArray();
          if (rows.stream().allMatch(row -> row.holds(point))) {
            vertices.add(point);
          }
        }
        return;
      }
      for (int p = from; p < planes.size(); p++) {
        chosen.add(planes.get(p));
        choose(planes, p + 1, chosen, vertices);
        chosen.remove(chosen.size() - 1);
      }
    }

    boolean isFeasible() {
      return !vertices(rows).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void least_and_greatest_differences_are_those_of_the_vertices(long seed) {
    Problem problem = new Problem(seed);
    List<double[]> vertices = problem.vertices(problem.rows);
    if (vertices.isEmpty()) {
      assertThatThrownBy(() -> RobustOrder.of(problem.scorer, problem.countries, problem.set))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("No weights satisfy all statements.");
      return;
    }
    RobustOrder order = RobustOrder.of(problem.scorer, problem.countries, problem.set);
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < 5; b++) {
        if (a == b) {
          continue;
        }
        double[] d = problem.difference(a, b);
        double least = vertices.stream().mapToDouble(v -> dot(d, v)).min().orElseThrow();
        double most = vertices.stream().mapToDouble(v -> dot(d, v)).max().orElseThrow();
        PairwisePreference pair =
            order.pair(
                problem.countries.get(a).country().code(),
                problem.countries.get(b).country().code());
        assertThat(pair.least()).isCloseTo(least, within(1e-7));
        assertThat(pair.most()).isCloseTo(most, within(1e-7));
        assertWitness(problem, pair.atLeast(), a, b, pair.least());
        assertWitness(problem, pair.atMost(), a, b, pair.most());
      }
    }
  }

  private static void assertWitness(
      Problem problem, WeightVector weights, int a, int b, double difference) {
    double[] w = new double[problem.size];
    for (int k = 0; k < w.length; k++) {
      w[k] = weights.model().effectiveWeight(Flat.code(k));
    }
    assertThat(problem.rows).allMatch(row -> row.holds(w));
    assertThat(
            Scorer.of(weights.model())
                .compare(problem.countries.get(a), problem.countries.get(b))
                .difference())
        .isCloseTo(difference, within(1e-9));
  }

  /**
   * The weights at which a country has its best rank make a polytope, bounded by the statements and
   * by weights at which it is level with others. So one of the points where such planes meet has
   * the best rank, and going through all of them finds it.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void extreme_ranks_are_those_of_all_points_where_planes_meet(long seed) {
    Problem problem = new Problem(seed);
    if (!problem.isFeasible()) {
      return;
    }
    RobustOrder order = RobustOrder.of(problem.scorer, problem.countries, problem.set);
    for (int a = 0; a < 5; a++) {
      List<Row> planes = new ArrayList<>(problem.rows);
      for (int b = 0; b < 5; b++) {
        if (a != b) {
          planes.add(new Row(problem.difference(a, b), 0));
        }
      }
      int highest = 5;
      int lowest = 1;
      for (double[] w : problem.vertices(planes)) {
        int above = 0;
        int below = 0;
        for (int b = 0; b < 5; b++) {
          double margin = dot(problem.difference(b, a), w);
          above += margin > 1e-8 ? 1 : 0;
          below += margin < -1e-8 ? 1 : 0;
        }
        highest = Math.min(highest, 1 + above);
        lowest = Math.max(lowest, 5 - below);
      }
      ExtremeRanks range = order.ranks(problem.countries.get(a).country().code());
      assertThat(range.highest()).isEqualTo(highest);
      assertThat(range.lowest()).isEqualTo(lowest);
      assertThat(range.canBeFirst()).isEqualTo(highest == 1);
      assertThat(ranksUnder(problem.countries, range.atHighest(), a)[0]).isEqualTo(highest);
      assertThat(ranksUnder(problem.countries, range.atLowest(), a)[1]).isEqualTo(lowest);
    }
  }

  /** The best and the worst place among those that are level, from a real scorer. */
  private static int[] ranksUnder(List<CountryProfile> countries, WeightVector weights, int a) {
    Scorer scorer = Scorer.of(weights.model());
    int above = 0;
    int atLeast = 0;
    for (CountryProfile other : countries) {
      int order =
          Ranking.compareScores(
              scorer.score(other).value(), scorer.score(countries.get(a)).value());
      above += order > 0 ? 1 : 0;
      atLeast += order >= 0 ? 1 : 0;
    }
    return new int[] {1 + above, atLeast};
  }

  /** Random trees: every sampled admissible weight must agree with what was found. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_sampled_weights_are_beyond_what_was_found(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    if (c.model().criteria().size() < 2) {
      return;
    }
    Random random = new Random(seed);
    List<Node> nodes = new ArrayList<>(c.model().nodes().values());
    Node heavy = nodes.get(1 + random.nextInt(nodes.size() - 1));
    Node light = nodes.get(1 + random.nextInt(nodes.size() - 1));
    double ratio =
        c.model().effectiveWeight(heavy.code()) / c.model().effectiveWeight(light.code()) / 2;
    if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
      return;
    }
    // The model's own weights satisfy all of this.
    WeightSet set =
        WeightSet.around(c.model(), 0.8)
            .heavier(heavy.code(), light.code(), ratio)
            .between(heavy.code(), 0, Math.min(1, 2 * c.model().effectiveWeight(heavy.code())));
    RobustOrder order = RobustOrder.of(c.scorer(), c.profiles(), set);
    List<Scorer> scorers = new ArrayList<>();
    scorers.add(c.scorer());
    for (PairwisePreference pair : order.pairs()) {
      scorers.add(Scorer.of(pair.atLeast().model()));
      assertThat(
              scorers
                  .get(scorers.size() - 1)
                  .compare(pair.first().profile(), pair.second().profile())
                  .difference())
          .isCloseTo(pair.least(), within(1e-9));
      assertAdmissible(c.model(), pair.atLeast().model(), heavy, light, ratio);
    }
    // All mixtures of admissible weights are admissible.
    for (int s = 0; s < 20; s++) {
      RiskModel one = scorers.get(random.nextInt(scorers.size())).model();
      RiskModel two = scorers.get(random.nextInt(scorers.size())).model();
      scorers.add(Scorer.of(mixture(one, two, random.nextDouble())));
    }
    for (Scorer scorer : scorers) {
      Ranking ranking = scorer.rank(c.profiles());
      for (PairwisePreference pair : order.pairs()) {
        double difference =
            scorer.compare(pair.first().profile(), pair.second().profile()).difference();
        assertThat(difference).isBetween(pair.least() - 1e-8, pair.most() + 1e-8);
      }
      for (ExtremeRanks range : order.ranks()) {
        assertThat(ranking.rank(range.scorecard().country().code()))
            .isBetween((double) range.highest(), (double) range.lowest());
      }
    }
  }

  private static void assertAdmissible(
      RiskModel model, RiskModel found, Node heavy, Node light, double ratio) {
    model
        .criteria()
        .forEach(
            criterion ->
                assertThat(found.effectiveWeight(criterion.code()))
                    .isCloseTo(
                        model.effectiveWeight(criterion.code()),
                        within(0.8 * model.effectiveWeight(criterion.code()) + 1e-9)));
    assertThat(sumBelow(found, heavy))
        .isGreaterThanOrEqualTo(ratio * sumBelow(found, light) - 1e-9);
  }

  private static double sumBelow(RiskModel model, Node node) {
    if (node instanceof Factor factor) {
      return factor.children().stream().mapToDouble(child -> sumBelow(model, child)).sum();
    }
    return model.effectiveWeight(node.code());
  }

  private static RiskModel mixture(RiskModel one, RiskModel two, double share) {
    var mixed = new java.util.LinkedHashMap<String, Double>();
    one.criteria()
        .forEach(
            criterion ->
                mixed.put(
                    criterion.code(),
                    share * one.effectiveWeight(criterion.code())
                        + (1 - share) * two.effectiveWeight(criterion.code())));
    return WeightVector.ofIndicators(one, com.google.common.collect.ImmutableMap.copyOf(mixed))
        .model();
  }

  /**
   * With weights known by their order alone, the extreme ones are (1, 0, ..), (1/2, 1/2, 0, ..),
   * ..., so that one country is above another for all of them if and only if its mean over the
   * first k indicators is, for every k: Kirkwood and Sarin (1985), Ranking with partial
   * information, Operations Research 33, 38-48.
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void an_order_of_weights_is_decided_by_running_means(long seed) {
    Random random = new Random(seed);
    int size = 2 + random.nextInt(8);
    List<CountryProfile> countries = Flat.randomCountries(random, 3, size);
    String[] codes = new String[size];
    for (int k = 0; k < size; k++) {
      codes[k] = Flat.code(k);
    }
    RobustOrder order =
        RobustOrder.of(
            Scorer.of(Flat.model(Flat.randomWeights(random, size))),
            countries,
            WeightSet.any().ranked(codes));
    for (PairwisePreference pair : order.pairs()) {
      double sum = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < size; k++) {
        sum +=
            pair.first().node(codes[k]).value().orElseThrow()
                - pair.second().node(codes[k]).value().orElseThrow();
        least = Math.min(least, sum / (k + 1));
      }
      assertThat(pair.least()).isCloseTo(least, within(1e-9));
      assertThat(pair.isNecessary()).isEqualTo(least >= -1e-9);
    }
  }

  private static final Scorer THREE = Flat.scorer(1, 1, 1);
  private static final CountryProfile FIRST = Flat.country(0, 60, 40, 10);
  private static final CountryProfile SECOND = Flat.country(1, 40, 50, 30);
  private static final CountryProfile THIRD = Flat.country(2, 10, 20, 20);

  @Test
  void what_is_said_of_a_pair() {
    RobustOrder any = RobustOrder.of(THREE, List.of(FIRST, SECOND, THIRD), WeightSet.any());
    assertThat(any.pair("AAB", "AAC").isNecessary()).isTrue();
    assertThat(any.pair("AAB", "AAC").isAlwaysAbove()).isTrue();
    assertThat(any.pair("AAC", "AAB").isPossible()).isFalse();
    assertThat(any.pair("AAC", "AAB").canBeAbove()).isFalse();
    assertThat(any.pair("AAA", "AAB").isPossible()).isTrue();
    assertThat(any.pair("AAA", "AAB").isNecessary()).isFalse();
    assertThat(any.pair("AAC", "AAB").sentence())
        .isEqualTo(
            "No admissible weights put Aac (AAC) above Aab (AAB): the first stays at least 10.0"
                + " points below.");
    assertThat(any.pair("AAB", "AAC").sentence())
        .isEqualTo(
            "All admissible weights put Aab (AAB) above Aac (AAC): by 10.0 to 30.0 points, the most"
                + " at a 1.0000.");
    assertThat(any.pair("AAA", "AAB").sentence())
        .isEqualTo(
            "Some admissible weights put Aaa (AAA) above Aab (AAB): by up to 20.0 points, the most"
                + " at a 1.0000.");
    assertThat(any.ranks())
        .extracting(ExtremeRanks::toString)
        .containsExactly("Aab (AAB) 1..2", "Aaa (AAA) 1..3", "Aac (AAC) 2..3");
    assertThat(any.toTable().cell(0, 2)).isEqualTo("1");
    assertThat(any.pairTable().rowCount()).isEqualTo(6);
    assertThat(any.pairTable().toCsv())
        .contains("\r\nAab (AAB),Aac (AAC),10,30,always\r\n")
        .contains("\r\nAac (AAC),Aab (AAB),-30,-10,never\r\n")
        .contains(",20,sometimes\r\n");
    assertThat(any.toString()).contains("Admissible: any weights.");
    assertThat(any.pair("AAA", "AAB")).hasToString(any.pair("AAA", "AAB").sentence());
  }

  @Test
  void level_at_most_is_said_so() {
    RobustOrder order =
        RobustOrder.of(
            Flat.scorer(1, 1),
            List.of(Flat.country(0, 50, 50), Flat.country(1, 50, 40)),
            WeightSet.any());
    assertThat(order.pair("AAB", "AAA").sentence())
        .isEqualTo(
            "No admissible weights put Aab (AAB) above Aaa (AAA): the two are level at most.");
    assertThat(order.pair("AAB", "AAA").isPossible()).isTrue();
    assertThat(order.ranks("AAB").highest()).isEqualTo(1);
    assertThat(order.ranks("AAA").lowest()).isEqualTo(2);
  }

  @Test
  void a_judgement_of_other_countries_narrows_the_weights() {
    // Aad above Aae only if a weighs at least as much as c.
    CountryProfile fourth = Flat.country(3, 50, 50, 20);
    CountryProfile fifth = Flat.country(4, 20, 50, 50);
    RobustOrder order =
        RobustOrder.of(THREE, List.of(FIRST, SECOND), WeightSet.any().riskier(fourth, fifth));
    assertThat(order.scorecards()).hasSize(2);
    // 20 a - 10 b - 20 c, least at b = 1.
    assertThat(order.pair("AAA", "AAB").least()).isCloseTo(-10, within(1e-9));
    assertThat(order.weights().constraints())
        .containsExactly("Aad (AAD) at least as risky as Aae (AAE)");
    RobustOrder strict =
        RobustOrder.of(THREE, List.of(FIRST, SECOND), WeightSet.any().riskier(fourth, fifth, 15));
    // 30 (a - c) >= 15: a at least 1/2 + ..., so that 20 a - 10 b - 20 c is least at (1/2, 1/2, 0).
    assertThat(strict.pair("AAA", "AAB").least()).isCloseTo(5, within(1e-9));
    assertThat(strict.weights())
        .hasToString("Aad (AAD) riskier by 15.0 points or more than Aae (AAE)");
  }

  @Test
  void a_factor_weighs_what_is_below_it() {
    RiskModel model =
        RiskModel.builder("tree")
            .factor("f", 1, f -> f.indicator(of("a"), 1, scale()).indicator(of("b"), 1, scale()))
            .indicator(of("c"), 1, scale())
            .build();
    RobustOrder order =
        RobustOrder.of(
            Scorer.of(model),
            List.of(Flat.country(0, 10, 0, 0), Flat.country(1, 0, 0, 10)),
            WeightSet.any().between("f", 0.2, 0.7));
    // a - c times 10: least at c = 0.8 and a = 0, greatest at a = 0.7 and c = 0.3.
    assertThat(order.pair("AAA", "AAB").least()).isCloseTo(-8, within(1e-9));
    assertThat(order.pair("AAA", "AAB").most()).isCloseTo(4, within(1e-9));
  }

  private static Indicator of(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static Normalization scale() {
    return Normalization.goalposts(0, 100);
  }

  @Test
  void contradictions_are_named_and_nothing_else() {
    WeightSet set =
        WeightSet.any()
            .atLeast("a", 0.1)
            .ranked("a", "b", "c")
            .atLeast("c", 0.3)
            .atMost("a", 0.2)
            .heavier("b", "c", 2);
    assertThatThrownBy(() -> RobustOrder.of(THREE, List.of(FIRST, SECOND), set))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("No weights satisfy all statements. These contradict each other:")
        .hasMessageContaining("weight of 'a' in [0.0, 0.2]")
        .hasMessageNotContaining("0.1");
    assertThatThrownBy(
            () ->
                RobustOrder.of(
                    THREE, List.of(FIRST, SECOND), WeightSet.any().riskier(THIRD, SECOND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No weights satisfy all statements. These contradict each other:\n"
                + "  - Aac (AAC) at least as risky as Aab (AAB)");
  }

  /** Whatever is named: it contradicts, and without any one of it the rest does not. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_is_named_is_a_smallest_contradiction(long seed) {
    Random random = new Random(seed);
    List<WeightSet> parts = new ArrayList<>();
    WeightSet all = WeightSet.any();
    for (int s = 0; s < 10; s++) {
      String i = Flat.code(random.nextInt(3));
      String j = Flat.code(random.nextInt(3));
      double bound = Math.round(random.nextDouble() * 100) / 100.0;
      int kind = random.nextInt(3);
      double times = Math.round(1 + 30 * random.nextDouble()) / 10.0;
      java.util.function.UnaryOperator<WeightSet> more =
          set ->
              kind == 0
                  ? set.atLeast(i, bound)
                  : kind == 1 ? set.atMost(i, bound) : set.heavier(i, j, times);
      parts.add(more.apply(WeightSet.any()));
      all = more.apply(all);
    }
    WeightSet set = all;
    List<CountryProfile> pair = List.of(FIRST, SECOND);
    String message = fault(pair, set);
    if (message.isEmpty()) {
      return;
    }
    List<WeightSet> named = new ArrayList<>();
    for (String line : message.lines().skip(1).toList()) {
      named.add(
          parts.stream().filter(part -> line.equals("  - " + part)).findFirst().orElseThrow());
    }
    assertThat(named).isNotEmpty();
    assertThat(fault(pair, union(named, -1))).isNotEmpty();
    for (int left = 0; left < named.size(); left++) {
      assertThat(fault(pair, union(named, left))).isEmpty();
    }
  }

  private static WeightSet union(List<WeightSet> parts, int except) {
    WeightSet union = WeightSet.any();
    for (int p = 0; p < parts.size(); p++) {
      if (p != except) {
        WeightConstraint constraint = parts.get(p).all().get(0);
        if (constraint instanceof WeightConstraint.Between b) {
          union = union.between(b.code(), b.lower(), b.upper());
        } else if (constraint instanceof WeightConstraint.Ratio r) {
          union = union.heavier(r.heavier(), r.lighter(), r.times());
        }
      }
    }
    return union;
  }

  private static String fault(List<CountryProfile> pair, WeightSet set) {
    try {
      RobustOrder.of(THREE, pair, set);
      return "";
    } catch (IllegalArgumentException fault) {
      return fault.getMessage();
    }
  }

  @Test
  void around_a_model_stays_near_it() {
    RobustOrder order =
        RobustOrder.of(
            Flat.scorer(2, 1, 1),
            List.of(FIRST, SECOND),
            WeightSet.around(Flat.model(2, 1, 1), 0.2));
    // d = (20, -10, -20): least at a = 0.4, c = 0.3, b = 0.3; greatest at a = 0.6, c = 0.2, b =
    // 0.2.
    assertThat(order.pair("AAA", "AAB").least()).isCloseTo(-1, within(1e-9));
    assertThat(order.pair("AAA", "AAB").most()).isCloseTo(6, within(1e-9));
    RobustOrder fixed =
        RobustOrder.of(
            Flat.scorer(2, 1, 1), List.of(FIRST, SECOND), WeightSet.around(Flat.model(2, 1, 1), 0));
    assertThat(fixed.pair("AAA", "AAB").least()).isCloseTo(2.5, within(1e-9));
    assertThat(fixed.pair("AAA", "AAB").most()).isCloseTo(2.5, within(1e-9));
    assertThat(fixed.ranks("AAA").toString()).isEqualTo("Aaa (AAA) 1..1");
  }

  @Test
  void equal_questions_have_equal_answers() {
    WeightSet set = WeightSet.any().heavier("a", "b").riskier(FIRST, THIRD);
    RobustOrder order = RobustOrder.of(THREE, List.of(FIRST, SECOND), set);
    RobustOrder same = RobustOrder.of(THREE, List.of(SECOND, FIRST), set);
    assertThat(order).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(order.pairs()).isEqualTo(same.pairs());
    assertThat(order.ranks()).isEqualTo(same.ranks(Execution.onThreads(3)));
    RobustOrder free = RobustOrder.of(THREE, List.of(FIRST, SECOND), WeightSet.any());
    assertThat(order).isNotEqualTo(free);
    assertThat(order.hashCode()).isNotEqualTo(free.hashCode());
    assertThat(set)
        .isEqualTo(WeightSet.any().heavier("a", "b").riskier(FIRST, THIRD))
        .hasToString(
            "weight of 'a' at least that of 'b'; Aaa (AAA) at least as risky as Aac (AAC)");
  }

  @Test
  void one_country_is_first_and_last() {
    RobustOrder order = RobustOrder.of(THREE, List.of(FIRST), WeightSet.any().heavier("a", "b"));
    assertThat(order.pairs()).isEmpty();
    assertThat(order.ranks("AAA").toString()).isEqualTo("Aaa (AAA) 1..1");
    assertThat(order.toString()).contains("Aaa (AAA)");
  }

  @Test
  void bad_input_is_refused() {
    RobustOrder order = RobustOrder.of(THREE, List.of(FIRST, SECOND), WeightSet.any());
    assertThatThrownBy(() -> order.pair("AAA", "AAA"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A pair needs two countries, but both are 'AAA'");
    assertThatThrownBy(() -> order.ranks("AAC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Country 'AAC' is not ordered here. Known: [AAB, AAA].");
    assertThatThrownBy(() -> RobustOrder.of(THREE, List.of(), WeightSet.any()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A robust order needs countries, but none was given");
    assertThatThrownBy(
            () ->
                RobustOrder.of(
                    THREE,
                    List.of(FIRST, FIRST.withAsOf(java.time.LocalDate.of(2014, 2, 27))),
                    WeightSet.any()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A robust order has each country once, but Aaa (AAA) was given twice");
    assertThatThrownBy(
            () -> RobustOrder.of(THREE, List.of(FIRST), WeightSet.any().atLeast("d", 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Model 'flat' has no 'd'.");
    assertThatThrownBy(() -> WeightSet.any().between("a", 0.5, 0.4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The weight of 'a' needs lower <= upper, but was [0.5, 0.4]");
    assertThatThrownBy(() -> WeightSet.any().atMost("a", 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("upper bound of the weight of 'a' must be in [0.0, 1.0], but was 1.5");
    assertThatThrownBy(() -> WeightSet.any().heavier("a", "b", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The ratio of the weights of 'a' and 'b' must be finite and > 0, but was 0.0");
    assertThatThrownBy(() -> WeightSet.any().ranked("a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An order of weights needs at least 2 codes, but has 1");
    assertThatThrownBy(() -> WeightSet.any().riskier(FIRST, SECOND, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("points of a judgement must be in [0.0, 100.0], but was -1.0");
    assertThatThrownBy(() -> WeightSet.around(Flat.model(1, 1), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share must be in [0.0, 1.0], but was 2.0");
    assertThatThrownBy(() -> WeightSet.any().riskier(null, SECOND))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("riskier");
  }

  @Test
  void a_statement_about_what_nobody_has_is_refused() {
    Scorer scorer =
        Scorer.of(Flat.model(1, 1, 1).withMissing(dev.steppe.model.MissingPolicy.reweight(0)));
    assertThatThrownBy(
            () ->
                RobustOrder.of(
                    scorer,
                    List.of(FIRST.withoutReading("c"), SECOND.withoutReading("c")),
                    WeightSet.any().atLeast("c", 0.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Nothing can be said of the weight of 'c', because countries lack its readings: weight"
                + " of 'c' in [0.1, 1.0]");
  }

  /** (60, 50) dominates (40, 30); (90, 10) is above and below both, as weights will. */
  @Test
  void the_table_counts_who_is_above_whom() {
    RobustOrder order =
        RobustOrder.of(
            Flat.scorer(1, 1),
            List.of(Flat.country(0, 60, 50), Flat.country(1, 40, 30), Flat.country(2, 90, 10)),
            WeightSet.any());
    String[][] rows = {
      {"Aaa (AAA)", "55.0", "1", "2", "1", "2"},
      {"Aac (AAC)", "50.0", "1", "3", "0", "2"},
      {"Aab (AAB)", "35.0", "2", "3", "0", "1"}
    };
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 6; column++) {
        assertThat(order.toTable().cell(row, column)).isEqualTo(rows[row][column]);
      }
    }
    assertThat(order.toString()).doesNotContain("may not be reached");
  }

  @Test
  void other_statements_are_other_sets() {
    WeightSet set = WeightSet.any().ranked("a", "b");
    assertThat(set).isEqualTo(WeightSet.any().heavier("a", "b"));
    assertThat(set).isNotEqualTo(WeightSet.any().heavier("b", "a"));
    assertThat(set.hashCode()).isNotEqualTo(WeightSet.any().heavier("b", "a").hashCode());
    assertThatThrownBy(() -> WeightSet.any().heavier("a", "b", Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("must be finite and > 0, but was Infinity");
  }
}
