package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.testing.Kinds;
import dev.steppe.testing.NaiveNode;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model, on random ones. */
class ScorerPropertyTest {

  /** The path of the rounding errors differs from the oracle's; nothing else may. */
  private static final double ROUNDING = 1e-12 * 100;

  private static final List<MissingPolicy> POLICIES =
      List.of(
          MissingPolicy.fail(),
          MissingPolicy.bound(),
          MissingPolicy.reweight(0),
          MissingPolicy.reweight(0.5),
          MissingPolicy.reweightByCount(0.6));

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scores_equal_the_naive_evaluation(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    for (CountryProfile profile : c.profiles()) {
      double expected = NaiveNode.score(c.oracle(), profile, MissingPolicy.fail());
      assertThat(c.scorer().score(profile).value()).isCloseTo(expected, within(ROUNDING));
    }
  }

  @Test
  void every_kind_of_missing_policy_is_held_against_the_naive_evaluation() {
    assertThat(POLICIES).extracting(Object::getClass).containsAll(Kinds.of(MissingPolicy.class));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scores_with_gaps_equal_the_naive_evaluation_under_every_policy(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    for (MissingPolicy policy : POLICIES) {
      Scorer scorer = Scorer.of(c.model().withMissing(policy));
      for (CountryProfile profile : c.withGaps(0.3)) {
        double expected = NaiveNode.score(c.oracle(), profile, policy);
        if (Double.isNaN(expected)) {
          assertThat(bulk(scorer, profile)).isNaN();
        } else {
          Scorecard card = scorer.score(profile);
          assertThat(card.value()).as("%s", policy).isCloseTo(expected, within(ROUNDING));
          assertThat(card.range().lower()).isLessThanOrEqualTo(card.value() + ROUNDING);
          assertThat(card.range().upper()).isGreaterThanOrEqualTo(card.value() - ROUNDING);
          if (!(policy.equals(MissingPolicy.fail()))) {
            assertThat(card.coverage())
                .isCloseTo(c.oracle().coverage(profile, policy), within(1e-12));
          }
        }
      }
    }
  }

  /** The oracle has no such nodes in its tree. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_does_not_apply_is_as_if_the_model_had_no_such_node_under_every_policy(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    for (MissingPolicy policy : POLICIES) {
      Scorer scorer = Scorer.of(c.model().withMissing(policy));
      for (CountryProfile profile : c.withNotApplicable(0.3, seed % 2 == 0 ? 0 : 0.3)) {
        double expected = NaiveNode.score(c.oracle(), profile, policy);
        if (Double.isNaN(expected)) {
          assertThat(bulk(scorer, profile)).isNaN();
        } else {
          Scorecard card = scorer.score(profile);
          assertThat(card.value()).as("%s", policy).isCloseTo(expected, within(ROUNDING));
          assertThat(bulk(scorer, profile)).isEqualTo(card.value());
          NaiveNode less =
              NaiveNode.without(c.oracle(), profile.notApplicable().keySet()).orElseThrow();
          if (!policy.equals(MissingPolicy.fail())) {
            assertThat(card.coverage()).isCloseTo(less.coverage(profile, policy), within(1e-12));
          }
          assertThat(card.basis().missing())
              .isCloseTo(1 - less.coverage(profile, MissingPolicy.bound()), within(1e-12));
          assertThat(sum(card.contributions()))
              .isCloseTo(card.value() - card.baseline(), within(1e-9));
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_model_without_the_nodes_that_do_not_apply_gives_the_same_score(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    for (CountryProfile profile : c.withNotApplicable(0.2, 0)) {
      RiskModel less = c.model();
      CountryProfile rest = profile;
      try {
        for (String code : profile.notApplicable().keySet()) {
          less = less.withoutNode(code);
          rest = rest.withApplicable(code);
        }
      } catch (IllegalArgumentException nothingLeftInFactor) {
        continue;
      }
      assertThat(c.scorer().score(profile).value())
          .isCloseTo(Scorer.of(less).score(rest).value(), within(1e-9));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void contributions_to_a_difference_sum_to_it_whatever_applies_to_whom(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    List<CountryProfile> some = c.withNotApplicable(0.2, 0.1);
    for (MissingPolicy policy : List.of(MissingPolicy.reweight(0), MissingPolicy.bound())) {
      Scorer scorer = Scorer.of(c.model().withMissing(policy));
      for (CountryProfile second : List.of(some.get(1), c.profiles().get(3))) {
        if (Double.isNaN(bulk(scorer, some.get(0))) || Double.isNaN(bulk(scorer, second))) {
          continue;
        }
        Comparison comparison = scorer.compare(some.get(0), second);
        try {
          assertThat(sum(comparison.contributions()))
              .isCloseTo(comparison.difference(), within(1e-9));
        } catch (IllegalArgumentException nothingInCommon) {
          assertThat(nothingInCommon).hasMessageContaining("no indicator in common");
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bulk_scores_have_the_same_bits_as_single_ones_for_any_split(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    Random random = new Random(seed);
    int rows = 5000;
    double[][] columns = new double[c.model().criteria().size()][rows];
    for (double[] column : columns) {
      for (int i = 0; i < rows; i++) {
        column[i] = random.nextInt(50) == 0 ? Double.NaN : random.nextDouble() * 120;
      }
    }
    BulkScorer bulk = c.scorer().bulk();
    double[] whole = bulk.score(columns);
    double[] parts = new double[rows];
    int unscored = 0;
    for (int from = 0; from < rows; ) {
      int to = Math.min(rows, from + 1 + random.nextInt(2500));
      unscored += bulk.score(columns, from, to, parts, from);
      from = to;
    }
    assertThat(parts).isEqualTo(whole);
    int found = 0;
    for (int i = 0; i < rows; i++) {
      found += Double.isNaN(whole[i]) ? 1 : 0;
      if (i % 97 == 0 && !Double.isNaN(whole[i])) {
        CountryProfile.Builder profile = CountryProfile.builder(c.profiles().get(0).country());
        for (int k = 0; k < columns.length; k++) {
          if (!Double.isNaN(columns[k][i])) {
            profile.reading(bulk.indicators().get(k), columns[k][i]);
          }
        }
        assertThat(c.scorer().score(profile.build()).value()).isEqualTo(whole[i]);
      }
    }
    assertThat(unscored).isEqualTo(found);
  }

  /** What is marked as missing may be any number, even one outside the indicator's domain. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bitmaps_say_what_is_missing_to_the_bits_of_single_scores(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(5000);
    double[][] columns = new double[c.model().criteria().size()][rows];
    byte[][] validity = new byte[columns.length][];
    for (int k = 0; k < columns.length; k++) {
      boolean withBits = random.nextInt(3) > 0;
      validity[k] = withBits ? new byte[(rows + 7) / 8 + random.nextInt(2)] : null;
      for (int i = 0; i < rows; i++) {
        columns[k][i] = random.nextDouble() * 120;
        boolean there = random.nextInt(60) > 0 || i % 2500 < 100;
        if (withBits && there) {
          validity[k][i / 8] |= (byte) (1 << i % 8);
        } else if (!there) {
          columns[k][i] = withBits && random.nextBoolean() ? -1e9 : Double.NaN;
        }
      }
    }
    int from = random.nextInt(rows);
    int at = random.nextInt(3);
    BulkScorer bulk = c.scorer().bulk();
    double[] scores = new double[at + rows - from];
    int unscored = bulk.score(columns, validity, from, rows, scores, at);
    int found = 0;
    for (int i = from; i < rows; i++) {
      double score = scores[at + i - from];
      found += Double.isNaN(score) ? 1 : 0;
      if (i % 53 == 0 || i == rows - 1) {
        CountryProfile.Builder profile = CountryProfile.builder(c.profiles().get(0).country());
        for (int k = 0; k < columns.length; k++) {
          boolean there = validity[k] == null || (validity[k][i / 8] >> i % 8 & 1) == 1;
          if (there && !Double.isNaN(columns[k][i])) {
            profile.reading(bulk.indicators().get(k), columns[k][i]);
          }
        }
        CountryProfile row = profile.build();
        assertThat(bulk(c.scorer(), row)).isEqualTo(score);
        if (!Double.isNaN(score)) {
          assertThat(c.scorer().score(row).value()).isEqualTo(score);
        }
      }
    }
    assertThat(unscored).isEqualTo(found);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void contributions_sum_to_the_distance_from_the_baseline(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    for (MissingPolicy policy : List.of(MissingPolicy.reweight(0), MissingPolicy.bound())) {
      Scorer scorer = Scorer.of(c.model().withMissing(policy));
      for (CountryProfile profile : c.withGaps(0.2)) {
        if (Double.isNaN(bulk(scorer, profile))) {
          continue;
        }
        Scorecard card = scorer.score(profile);
        assertThat(sum(card.contributions()))
            .isCloseTo(card.value() - card.baseline(), within(1e-9));
        assertThat(sum(card.byFactor())).isCloseTo(card.value() - card.baseline(), within(1e-9));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void contributions_to_a_difference_sum_to_it_even_with_different_gaps(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    List<CountryProfile> gaps = c.withGaps(0.2);
    for (MissingPolicy policy :
        List.of(MissingPolicy.reweight(0), MissingPolicy.reweight(0.4), MissingPolicy.bound())) {
      Scorer scorer = Scorer.of(c.model().withMissing(policy));
      for (CountryProfile first : List.of(gaps.get(0), c.profiles().get(1))) {
        for (CountryProfile second : List.of(gaps.get(2), c.profiles().get(3))) {
          if (Double.isNaN(bulk(scorer, first)) || Double.isNaN(bulk(scorer, second))) {
            continue;
          }
          Comparison comparison = scorer.compare(first, second);
          try {
            assertThat(sum(comparison.contributions()))
                .isCloseTo(comparison.difference(), within(1e-9));
          } catch (IllegalArgumentException nothingInCommon) {
            assertThat(nothingInCommon).hasMessageContaining("no indicator in common");
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void contributions_equal_the_owen_value_over_all_coherent_orders(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    if (c.model().criteria().size() > 7) {
      return;
    }
    CountryProfile first = c.profiles().get(0);
    CountryProfile second = c.profiles().get(1);
    Comparison comparison = c.scorer().compare(first, second);
    Map<String, Double> expected = owen(c, first, second);
    for (Contribution contribution : comparison.contributions()) {
      assertThat(contribution.points())
          .as(contribution.code())
          .isCloseTo(expected.get(contribution.code()), within(1e-9));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void additive_contributions_are_weight_times_difference(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    Comparison comparison = c.scorer().compare(c.profiles().get(0), c.profiles().get(1));
    for (Contribution part : comparison.contributions()) {
      double expected =
          c.model().effectiveWeight(part.code())
              * (part.value().orElseThrow() - part.reference().orElseThrow());
      assertThat(part.points()).isCloseTo(expected, within(1e-12 * 100));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_score_never_falls_when_an_indicator_gets_riskier(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    CountryProfile profile = c.profiles().get(0);
    double before = c.scorer().score(profile).value();
    for (Indicator indicator : c.model().indicators()) {
      double reading = profile.estimate(indicator.code()).orElseThrow().central();
      double riskier =
          indicator.direction() == Direction.HIGHER_IS_RISKIER
              ? reading + 7
              : Math.max(0, reading - 7);
      double after = c.scorer().score(profile.withReading(indicator.code(), riskier)).value();
      assertThat(after).isGreaterThanOrEqualTo(before - ROUNDING);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rescaling_the_weights_of_a_factor_changes_nothing(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    RiskModel rescaled = c.model();
    for (Factor factor : c.model().factors()) {
      Map<String, Double> weights = new HashMap<>();
      for (Node child : factor.children()) {
        weights.put(child.code(), child.weight() * 8);
      }
      rescaled = rescaled.withWeights(weights);
    }
    for (CountryProfile profile : c.profiles()) {
      assertThat(Scorer.of(rescaled).score(profile).value())
          .isCloseTo(c.scorer().score(profile).value(), within(ROUNDING));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_factor_lies_between_its_least_and_greatest_child(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    for (CountryProfile profile : c.profiles()) {
      Scorecard card = c.scorer().score(profile);
      for (Factor factor : c.model().factors()) {
        double[] children =
            factor.children().stream()
                .filter(child -> child.weight() > 0)
                .mapToDouble(child -> card.node(child.code()).value().orElseThrow())
                .sorted()
                .toArray();
        assertThat(card.node(factor.code()).value().orElseThrow())
            .isBetween(children[0] - ROUNDING, children[children.length - 1] + ROUNDING);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void arithmetic_is_at_least_geometric_is_at_least_harmonic(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    for (CountryProfile profile : c.profiles()) {
      double arithmetic = score(c, Aggregation.arithmetic(), profile);
      double geometric = score(c, Aggregation.geometric(), profile);
      double harmonic = score(c, Aggregation.harmonic(), profile);
      assertThat(arithmetic).isGreaterThanOrEqualTo(geometric - ROUNDING);
      assertThat(geometric).isGreaterThanOrEqualTo(harmonic - ROUNDING);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void order_of_countries_and_newcomers_change_no_score(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    List<CountryProfile> shuffled = new ArrayList<>(c.profiles());
    Collections.shuffle(shuffled, new Random(seed));
    Ranking all = c.scorer().rank(c.profiles());
    Ranking fewer = c.scorer().rank(shuffled.subList(0, 3));
    assertThat(c.scorer().rank(shuffled)).isEqualTo(all);
    for (Ranking.Entry entry : fewer) {
      assertThat(entry.value()).isEqualTo(all.entry(entry.country().code()).value());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_range_holds_the_score_of_every_profile_within_the_bounds(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    Random random = new Random(seed);
    for (CountryProfile profile : c.withUncertainty()) {
      if (profile.estimates().values().stream().anyMatch(e -> e.lower() <= -1)) {
        continue;
      }
      Scorecard card = c.scorer().score(profile);
      for (int draw = 0; draw < 20; draw++) {
        CountryProfile exact = profile;
        for (String code : profile.codes()) {
          Estimate estimate = profile.estimate(code).orElseThrow();
          exact = exact.withReading(code, estimate.inverseCdf(random.nextDouble()));
        }
        assertThat(c.scorer().score(exact).value())
            .isBetween(card.range().lower() - ROUNDING, card.range().upper() + ROUNDING);
      }
    }
  }

  private static double score(
      RandomModels.Case c, Aggregation aggregation, CountryProfile profile) {
    return Scorer.of(c.model().withAggregation(aggregation)).score(profile).value();
  }

  private static double sum(List<Contribution> contributions) {
    return contributions.stream().mapToDouble(Contribution::points).sum();
  }

  /** The bulk score of a profile, NaN if it has none. */
  private static double bulk(Scorer scorer, CountryProfile profile) {
    BulkScorer bulk = scorer.bulk().withNotApplicable(profile.notApplicable().keySet());
    double[][] columns = new double[bulk.indicators().size()][1];
    for (int i = 0; i < columns.length; i++) {
      columns[i][0] =
          profile.estimate(bulk.indicators().get(i)).map(Estimate::central).orElse(Double.NaN);
    }
    return bulk.score(columns)[0];
  }

  /** The Owen value by its definition: the mean over all orders that keep factors together. */
  private static Map<String, Double> owen(
      RandomModels.Case c, CountryProfile first, CountryProfile second) {
    List<List<String>> orders = orders(c.model().root());
    Map<String, Double> sums = new HashMap<>();
    for (List<String> order : orders) {
      CountryProfile mixed = second;
      double before = NaiveNode.score(c.oracle(), mixed, MissingPolicy.fail());
      for (String code : order) {
        mixed = mixed.withReading(code, first.estimate(code).orElseThrow());
        double after = NaiveNode.score(c.oracle(), mixed, MissingPolicy.fail());
        sums.merge(code, (after - before) / orders.size(), Double::sum);
        before = after;
      }
    }
    return sums;
  }

  private static List<List<String>> orders(Node node) {
    if (!(node instanceof Factor factor)) {
      return List.of(List.of(node.code()));
    }
    List<List<String>> result = new ArrayList<>();
    for (List<Node> permutation :
        com.google.common.collect.Collections2.permutations(factor.children())) {
      List<List<String>> sequences = List.of(List.of());
      for (Node child : permutation) {
        List<List<String>> longer = new ArrayList<>();
        for (List<String> start : sequences) {
          for (List<String> end : orders(child)) {
            List<String> joined = new ArrayList<>(start);
            joined.addAll(end);
            longer.add(joined);
          }
        }
        sequences = longer;
      }
      result.addAll(sequences);
    }
    return result;
  }
}
