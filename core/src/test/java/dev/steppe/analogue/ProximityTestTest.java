package dev.steppe.analogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.statistics.PValue;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProximityTestTest {

  private static final double GAP = Double.NaN;

  /** Two indicators of three precedents: 3! times 3! shuffles, all of them gone through here. */
  @Test
  void p_values_are_those_of_all_permutations() {
    double[][] values = {{10, 80}, {35, 20}, {90, 55}};
    List<CountryProfile> profiles = new ArrayList<>();
    for (int j = 0; j < 3; j++) {
      profiles.add(Cases.profile("B" + (char) ('A' + j) + "B", 2000, values[j]));
    }
    double[] target = {30, 30};
    int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    Precedents precedents = Precedents.of(Cases.scorer(2, 1), profiles);
    Analogues analogues = precedents.analoguesOf(Cases.profile("AAA", 2022, target));
    for (int place = 0; place < 3; place++) {
      double observed = distance(target, values[place][0], values[place][1]);
      int single = 0;
      int any = 0;
      for (int[] first : orders) {
        for (int[] second : orders) {
          double least = Double.POSITIVE_INFINITY;
          for (int j = 0; j < 3; j++) {
            double shuffled = distance(target, values[first[j]][0], values[second[j]][1]);
            least = Math.min(least, shuffled);
            single += j == place && shuffled <= observed + 1e-12 ? 1 : 0;
          }
          any += least <= observed + 1e-12 ? 1 : 0;
        }
      }
      ProximityTest test = analogues.test(analogues.analogue("B" + (char) ('A' + place) + "B"));
      assertThat(test.analogue().gower()).isCloseTo(observed, within(1e-15));
      // 10,000 draws have a standard error of at most 0.005.
      assertThat(test.pValue().value()).isCloseTo(single / 36.0, within(0.02));
      assertThat(test.adjustedPValue().value()).isCloseTo(any / 36.0, within(0.02));
    }
  }

  /** Weights 2 and 1. */
  private static double distance(double[] target, double first, double second) {
    return (2 * Math.abs(target[0] - first) + Math.abs(target[1] - second)) / 300;
  }

  /**
   * With values that owe nothing to each other, a p-value is at most alpha with a probability of no
   * more than alpha. A count beyond the 0.999 quantile of that binomial law would be a fault.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.15})
  void p_values_keep_their_level_under_the_null(double gaps) {
    int runs = 600;
    double[] single = new double[runs];
    double[] nearest = new double[runs];
    for (int run = 0; run < runs; run++) {
      Analogues analogues =
          Precedents.of(Cases.equal(4), Cases.random(run, 10, 1, 4, gaps))
              .withMinimumOverlap(0.25)
              .withSize(99)
              .withSeed(run)
              .analoguesOf(Cases.target(run, 4));
      single[run] = analogues.test(analogues.analogue("BAA")).pValue().value();
      nearest[run] = analogues.test().adjustedPValue().value();
    }
    for (double alpha : new double[] {0.01, 0.05, 0.1, 0.25, 0.5, 0.75}) {
      int most = new BinomialDistribution(null, runs, alpha).inverseCumulativeProbability(0.999);
      int least = new BinomialDistribution(null, runs, alpha).inverseCumulativeProbability(0.001);
      assertThat(atMost(single, alpha)).isBetween(least, most);
      assertThat(atMost(nearest, alpha)).isBetween(least, most);
    }
  }

  private static int atMost(double[] values, double alpha) {
    int count = 0;
    for (double value : values) {
      count += value <= alpha + 1e-12 ? 1 : 0;
    }
    return count;
  }

  /** The uncorrected p-value of the nearest precedent is too good: that is why there are two. */
  @Test
  void looking_at_all_precedents_is_accounted_for() {
    int runs = 200;
    int misled = 0;
    for (int run = 0; run < runs; run++) {
      ProximityTest test =
          Precedents.of(Cases.equal(4), Cases.random(run, 20, 1, 4, 0))
              .withSize(99)
              .analoguesOf(Cases.target(run, 4))
              .test();
      misled += test.pValue().value() <= 0.05 ? 1 : 0;
      assertThat(test.adjustedPValue().value()).isGreaterThanOrEqualTo(test.pValue().value());
    }
    assertThat(misled).isGreaterThan(runs / 3);
  }

  @Test
  void a_twin_is_nearer_than_chance() {
    List<CountryProfile> profiles = new ArrayList<>(Cases.random(3, 30, 1, 8, 0));
    CountryProfile target = Cases.target(3, 8);
    profiles.add(
        CountryProfile.builder(dev.steppe.evidence.Country.of("TWN", "Twin"))
            .reading("a", target.estimate("a").orElseThrow().central() + 1)
            .reading("b", target.estimate("b").orElseThrow())
            .reading("c", target.estimate("c").orElseThrow())
            .reading("d", target.estimate("d").orElseThrow())
            .reading("e", target.estimate("e").orElseThrow())
            .reading("f", target.estimate("f").orElseThrow())
            .reading("g", target.estimate("g").orElseThrow())
            .reading("h", target.estimate("h").orElseThrow())
            .build());
    ProximityTest test = Precedents.of(Cases.equal(8), profiles).analoguesOf(target).test();
    assertThat(test.analogue().precedent().country().code()).isEqualTo("TWN");
    assertThat(test.adjustedPValue()).isEqualTo(PValue.sampled(0, 10_000));
    assertThat(test.pairsAsNear()).isEqualTo(1);
    assertThat(test.pairs()).isEqualTo(32 * 31 / 2);
  }

  @Test
  void an_exact_tie_counts_as_as_near() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(3),
                List.of(
                    Cases.profile("BBB", 2000, 10, 10, 10), Cases.profile("CCC", 2000, 10, 10, 10)))
            .analoguesOf(Cases.profile("AAA", 2022, 0, 0.3, 0.7));
    ProximityTest test = analogues.test();
    assertThat(test.pValue()).isEqualTo(PValue.sampled(10_000, 10_000));
    assertThat(test.adjustedPValue().value()).isEqualTo(1);
  }

  @Test
  void the_seed_decides_the_permutations_and_nothing_else_does() {
    Precedents precedents =
        Precedents.of(Cases.equal(5), Cases.random(8, 9, 2, 5, 0.1)).withSize(500);
    CountryProfile target = Cases.target(8, 5);
    ProximityTest test = precedents.analoguesOf(target).test();
    assertThat(precedents.analoguesOf(target).test().pValue()).isEqualTo(test.pValue());
    assertThat(test.design().seed()).isEqualTo(2022);
    assertThat(test.design().size()).isEqualTo(500);
    List<PValue> others = new ArrayList<>();
    for (long seed = 0; seed < 10; seed++) {
      ProximityTest other = precedents.withSeed(seed).analoguesOf(target).test();
      others.add(other.adjustedPValue());
      assertThat(other.design().seed()).isEqualTo(seed);
      assertThat(other.pairsAsNear()).isEqualTo(test.pairsAsNear());
    }
    assertThat(others.stream().distinct().count()).isGreaterThan(1);
  }

  /** The draws belong to the indicator, wherever it stands and whichever others there are. */
  @Test
  void the_order_of_indicators_changes_no_p_value() {
    ModelBuilder forth = RiskModel.builder("forth");
    ModelBuilder back = RiskModel.builder("back");
    for (int k = 0; k < 4; k++) {
      forth.indicator(risky(k), 1, Normalization.goalposts(0, 100));
      back.indicator(risky(3 - k), 1, Normalization.goalposts(0, 100));
    }
    List<CountryProfile> profiles = Cases.random(5, 9, 1, 4, 0);
    CountryProfile target = Cases.target(5, 4);
    ProximityTest first =
        Precedents.of(Scorer.of(forth.build()), profiles).analoguesOf(target).test();
    ProximityTest second =
        Precedents.of(Scorer.of(back.build()), profiles).analoguesOf(target).test();
    assertThat(second.pValue()).isEqualTo(first.pValue());
    assertThat(second.adjustedPValue()).isEqualTo(first.adjustedPValue());
  }

  private static Indicator risky(int k) {
    return Indicator.of(Cases.code(k), Direction.HIGHER_IS_RISKIER);
  }

  @Test
  void the_share_of_pairs_counts_different_countries_only() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(1),
                List.of(
                    Cases.profile("BBB", 2000, 0),
                    Cases.profile("BBB", 2001, 1),
                    Cases.profile("CCC", 2000, 50),
                    Cases.profile("DDD", 2000, 100)))
            .analoguesOf(Cases.profile("AAA", 2022, 40));
    ProximityTest test = analogues.test();
    // Of ten pairs, the two dates of BBB are no pair; CCC is at 10; no other pair is as near.
    assertThat(test.pairs()).isEqualTo(9);
    assertThat(test.pairsAsNear()).isEqualTo(1);
    assertThat(test.shareOfPairs()).hasValue(1.0 / 9);
    // DDD is at 60, as are 7 others at 10, 39, 40, 49, 50, 50, 60 (itself); 99 and 100 are not.
    ProximityTest farthest = analogues.test(analogues.analogue("DDD"));
    assertThat(farthest.pairsAsNear()).isEqualTo(7);
  }

  @Test
  void pairs_with_too_little_in_common_do_not_count() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(2),
                List.of(Cases.profile("BBB", 2000, 10, GAP), Cases.profile("CCC", 2000, GAP, 50)))
            .analoguesOf(Cases.profile("AAA", 2022, 40, 40));
    assertThat(analogues.test().pairs()).isEqualTo(2);
  }

  @Test
  void a_country_with_nothing_but_its_past_has_no_pairs() {
    ProximityTest test =
        Precedents.of(
                Cases.equal(1),
                List.of(Cases.profile("AAA", 2000, 10), Cases.profile("AAA", 2001, 20)))
            .withOwnCountry()
            .analoguesOf(Cases.profile("AAA", 2022, 40))
            .test();
    assertThat(test.shareOfPairs()).isEmpty();
    assertThat(test.toString()).doesNotContain("pairs");
  }

  @Test
  void it_prints_as_sentences() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(1),
                List.of(Cases.profile("BBB", 2000, 10), Cases.profile("CCC", 2000, 50)))
            .withSize(99)
            .analoguesOf(Cases.profile("AAA", 2022, 10));
    PValue single = analogues.test().pValue();
    assertThat(single.value()).isBetween(0.35, 0.65);
    assertThat(analogues.test())
        .hasToString(
            "Is the profile of Aaa 2022-01-01 nearer to that of Bbb 2000-01-01 than by chance?\n"
                + "Distance 0.000; p = "
                + single
                + " if it was chosen beforehand,\n"
                + "p = 1.0000 (from a sample) if all precedents were looked at (99"
                + " permutations, seed 2022).\n"
                + "33.3 % of all 3 pairs of different countries are as near as this one.");
  }

  @Test
  void an_analogue_of_another_result_is_refused() {
    Precedents precedents = Precedents.of(Cases.equal(2), Cases.random(1, 3, 1, 2, 0));
    Analogues first = precedents.analoguesOf(Cases.target(1, 2));
    Analogues second = precedents.analoguesOf(Cases.target(2, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> first.test(second.analogue("BAA")))
        .withMessage(
            "An analogue is tested by the result that it comes from, but this one (target Aaa"
                + " 2022-01-01, precedent Baa 2000-01-01) is of another result");
  }

  @Test
  void a_table_has_the_figures() {
    ProximityTest test =
        Precedents.of(
                Cases.equal(1),
                List.of(Cases.profile("BBB", 2000, 10), Cases.profile("CCC", 2000, 50)))
            .withSize(99)
            .analoguesOf(Cases.profile("AAA", 2022, 10))
            .test();
    assertThat(test.toTable().number(0, 1)).hasValue(test.analogue().gower());
    assertThat(test.toTable().number(1, 1)).hasValue(test.pValue().value());
    assertThat(test.toTable().number(2, 1)).hasValue(test.adjustedPValue().value());
    assertThat(test.toTable().number(3, 1)).isEqualTo(test.shareOfPairs());
    assertThat(test.toTable().notes()).containsExactly("99 permutations from seed 2022.");
  }
}
