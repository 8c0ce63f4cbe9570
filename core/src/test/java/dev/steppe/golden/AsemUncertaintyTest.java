package dev.steppe.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.golden.AsemChoices.Method;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.SobolIndex;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.uncertainty.RankAcceptability;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ASEM index under other methods and weights, as in COINr's guide to sensitivity analysis,
 * whose printed figures are of its version 1.0.
 *
 * @see <a href="https://bluefoxr.github.io/COINr/articles/sensitivity.html">Becker, Sensitivity
 *     Analysis</a>
 */
class AsemUncertaintyTest {

  private static final Offset<Double> ROUNDING = within(1e-9);

  static Stream<Method> methods() {
    return AsemChoices.methods().stream();
  }

  private static NaiveAsem naive(Method method) {
    return new NaiveAsem(method.points(), method.normalization() == 1, method.aggregation() == 1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void every_method_gives_what_plain_loops_give(Method method) {
    RiskModel model = method.model();
    Map<String, Double> unequal = Asem.unequalWeights();
    assertScores(Scorer.of(model), naive(method).index(Map.of()));
    assertScores(Scorer.of(model.withWeights(unequal)), naive(method).index(unequal));
  }

  private static void assertScores(Scorer scorer, Map<String, Double> expected) {
    assertThat(expected).hasSize(51);
    for (Scorecard card : scorer.scoreAll(AsemChoices.PROFILES)) {
      assertThat(card.value())
          .as(card.country().code())
          .isCloseTo(expected.get(card.country().code()), ROUNDING);
    }
  }

  /** No indicator takes more than four points, so that five are as good as four. */
  @Test
  void of_the_20_methods_16_differ() {
    assertThat(methods()).hasSize(20).doesNotHaveDuplicates();
    assertThat(methods().map(method -> method.model().fingerprint()).distinct()).hasSize(16);
    assertThat(new Method(4, 1, 1).model()).isEqualTo(new Method(5, 1, 1).model());
  }

  @Test
  void the_nominal_and_the_geometric_index_are_those_of_COINr() {
    Grid arithmetic = Asem.grid("agg_amean_eq");
    assertScores(Scorer.of(Method.NOMINAL.model()), column(arithmetic));
    assertScores(
        Scorer.of(new Method(5, 0, 1).model().withWeights(Asem.unequalWeights())),
        column(Asem.grid("agg_gmean_uneq")));
  }

  private static Map<String, Double> column(Grid grid) {
    Map<String, Double> index = new HashMap<>();
    for (String country : grid.keys()) {
      index.put(country, grid.number(country, "Index").orElseThrow());
    }
    return index;
  }

  /** Ranks, mean, median, 5 % and 95 % quantile of 100 replications, as the guide prints them. */
  private static final double[][] PUBLISHED = {
    {35, 35.28, 35, 34.00, 38},
    {7, 7.00, 7, 5.95, 9},
    {5, 5.15, 5, 3.00, 9},
    {46, 45.46, 46, 41.00, 48},
    {30, 27.59, 28, 24.00, 30},
    {40, 40.07, 40, 37.00, 45}
  };

  private static final List<String> COUNTRIES = List.of("AUS", "AUT", "BEL", "BGD", "BGR", "BRN");

  private static final UncertaintyAnalysis ANALYSIS = AsemChoices.analysis();

  private static final RiskModel NOMINAL = Method.NOMINAL.model();

  private static final UncertaintyResult RESULT =
      ANALYSIS.withSize(20_000).run(AsemChoices.PROFILES);

  @Test
  void nominal_ranks_are_those_of_the_guide() {
    Ranking ranking = Ranking.of(RESULT.nominal());
    for (int c = 0; c < COUNTRIES.size(); c++) {
      assertThat(ranking.rank(COUNTRIES.get(c))).isEqualTo(PUBLISHED[c][0]);
    }
  }

  /**
   * The guide has 100 replications: four of its standard errors, and quantiles that may be next.
   */
  @Test
  void ranks_spread_as_in_the_guide() {
    for (int c = 0; c < COUNTRIES.size(); c++) {
      RankAcceptability ranks = RESULT.ranks(COUNTRIES.get(c));
      double variance = 0;
      for (int rank = 1; rank <= 51; rank++) {
        variance += ranks.rank(rank).value() * Math.pow(rank - ranks.expectedRank(), 2);
      }
      assertThat(ranks.expectedRank())
          .as(COUNTRIES.get(c))
          .isCloseTo(PUBLISHED[c][1], within(4 * Math.sqrt(variance / 100)));
      double[] levels = {0.5, 0.05, 0.95};
      for (int q = 0; q < 3; q++) {
        assertThat(RESULT.rankQuantile(COUNTRIES.get(c), levels[q]).value())
            .as("%s at %s", COUNTRIES.get(c), levels[q])
            .isCloseTo(PUBLISHED[c][2 + q], within(1.0));
      }
    }
  }

  /** By pillar, the mean shift of ranks without it, as the guide prints it. */
  @Test
  void ranks_without_a_pillar_shift_as_in_the_guide() {
    Map<String, Double> published =
        Map.of(
            "Physical", 1.529412,
            "ConEcFin", 2.627451,
            "Political", 2.901961,
            "Instit", 1.176471,
            "P2P", 1.686275,
            "Environ", 3.098039,
            "Social", 3.960784,
            "SusEcFin", 2.627451);
    Ranking nominal = Scorer.of(NOMINAL).rank(AsemChoices.PROFILES);
    published.forEach(
        (pillar, expected) -> {
          Ranking without = Scorer.of(NOMINAL.withWeight(pillar, 0)).rank(AsemChoices.PROFILES);
          double shift =
              nominal.countries().stream()
                  .mapToDouble(
                      country ->
                          Math.abs(without.rank(country.code()) - nominal.rank(country.code())))
                  .average()
                  .orElseThrow();
          assertThat(shift).as(pillar).isCloseTo(expected, within(5e-7));
        });
  }

  /**
   * An analysis of one draw: the mean of a score is the score, and the central weights of the first
   * country are the weights. One of the methods gives these scores with these weights, in plain
   * loops.
   */
  @Test
  void draws_are_what_plain_loops_make_of_their_method_and_weights() {
    Map<Method, Integer> taken = new LinkedHashMap<>();
    for (long seed = 1; seed <= 60; seed++) {
      UncertaintyResult one = ANALYSIS.withSize(1).withSeed(seed).run(AsemChoices.PROFILES);
      Map<String, Double> weights = weights(one);
      List<Method> matching = new ArrayList<>();
      for (Method method : DISTINCT) {
        Map<String, Double> index = NAIVE.get(method).index(weights);
        if (isDraw(one, index)) {
          matching.add(method);
          assertRanks(one, NaiveAsem.ranks(index));
        }
      }
      assertThat(matching).as("seed %s", seed).hasSize(1);
      taken.merge(matching.get(0), 1, Integer::sum);
    }
    // 16 methods, of which some are met with probability 1/20 each: 5 may be left out.
    assertThat(taken).hasSizeGreaterThan(10);
  }

  private static final List<Method> DISTINCT =
      methods().filter(method -> method.points() != 4).toList();

  private static final Map<Method, NaiveAsem> NAIVE =
      DISTINCT.stream().collect(Collectors.toMap(method -> method, AsemUncertaintyTest::naive));

  private static boolean isDraw(UncertaintyResult one, Map<String, Double> index) {
    boolean same = true;
    for (Country country : one.countries()) {
      double score = one.score(country.code()).mean();
      same &= Math.abs(score - index.get(country.code())) < 1e-9;
    }
    return same;
  }

  private static void assertRanks(UncertaintyResult one, Map<String, Integer> ranks) {
    ranks.forEach(
        (country, rank) -> assertThat(one.ranks(country).expectedRank()).isEqualTo((double) rank));
  }

  /** The weights of all nodes, of which a factor has the sum of those below it. */
  private static Map<String, Double> weights(UncertaintyResult one) {
    Map<String, Double> weights = new HashMap<>();
    for (Country country : one.countries()) {
      one.centralWeights(country.code()).ifPresent(weights::putAll);
    }
    assertThat(weights.values().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
    sum(NOMINAL.root(), weights);
    assertNoise(weights);
    return weights;
  }

  private static double sum(Node node, Map<String, Double> weights) {
    if (node instanceof Factor factor) {
      double sum = 0;
      for (Node child : factor.children()) {
        sum += sum(child, weights);
      }
      weights.put(node.code(), sum);
    }
    return weights.get(node.code());
  }

  /** A quarter up or down on pillars and sub-indices; indicators share their pillar equally. */
  private static void assertNoise(Map<String, Double> weights) {
    for (Factor factor : NOMINAL.factors()) {
      boolean pillar = factor.children().get(0) instanceof Criterion;
      double least = Double.MAX_VALUE;
      double greatest = 0;
      for (Node child : factor.children()) {
        least = Math.min(least, weights.get(child.code()));
        greatest = Math.max(greatest, weights.get(child.code()));
      }
      assertThat(greatest / least)
          .as(factor.code())
          .isBetween(1.0, pillar ? 1 + 1e-12 : 1.25 / 0.75);
      assertThat(greatest > least * (1 + 1e-9)).as(factor.code()).isNotEqualTo(pillar);
    }
  }

  @Test
  void the_table_of_ranks_is_that_of_the_guide() {
    String table = RESULT.rankQuantiles().toString();
    assertThat(table).contains("Where the ranks lie", "20,000 draws from seed 2022");
    assertThat(table.lines().filter(line -> line.contains("(BGR)")).findFirst().orElseThrow())
        .matches("BGR \\(BGR\\) +30 +27\\.\\d\\d +28 +24 +30");
  }

  /**
   * The guide: "Clearly, the most sensitive assumption is the aggregation method, and the least
   * sensitive is the maximum number of points to Winsorise."
   */
  @Test
  void aggregation_shifts_ranks_most_and_winsorisation_least() {
    SobolIndices indices =
        SensitivityAnalysis.of(AsemChoices.rankInputs()).withSize(256).withResamples(200).sobol();
    assertThat(indices.inputs())
        .containsExactly("winsorised points", "normalisation", "aggregation", "weights");
    assertThat(indices.indices().stream().max(Comparator.comparingDouble(SobolIndex::total)))
        .hasValueSatisfying(most -> assertThat(most.input()).isEqualTo("aggregation"));
    assertThat(indices.indices().stream().min(Comparator.comparingDouble(SobolIndex::total)))
        .hasValueSatisfying(least -> assertThat(least.input()).isEqualTo("winsorised points"));
  }
}
