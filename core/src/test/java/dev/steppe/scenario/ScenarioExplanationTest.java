package dev.steppe.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.TieKind;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.score.Contribution;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioExplanationTest {

  private static final Scorer SCORER = Imagined.scorer();

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** The score after those changes of a scenario that are in play and can be made, by profiles. */
  private static double value(Scenario scenario, List<Integer> inPlay) {
    CountryProfile profile = Imagined.aaa();
    for (int i = 0; i < scenario.changes().size(); i++) {
      if (inPlay.contains(i)) {
        try {
          profile = Scenario.of(scenario.changes().get(i)).applyTo(profile);
        } catch (IllegalArgumentException inapplicable) {
          continue;
        }
      }
    }
    return SCORER.score(profile).value();
  }

  /** Shapley's value by its definition: the mean gain over all orders. */
  private static double[] bruteForce(Scenario scenario) {
    int k = scenario.changes().size();
    List<List<Integer>> orders = new ArrayList<>();
    collect(new ArrayList<>(), k, orders);
    double[] points = new double[k];
    for (List<Integer> order : orders) {
      for (int n = 0; n < k; n++) {
        double gain =
            value(scenario, order.subList(0, n + 1)) - value(scenario, order.subList(0, n));
        points[order.get(n)] += gain / orders.size();
      }
    }
    return points;
  }

  private static void collect(List<Integer> begun, int k, List<List<Integer>> orders) {
    if (begun.size() == k) {
      orders.add(List.copyOf(begun));
      return;
    }
    for (int i = 0; i < k; i++) {
      if (!begun.contains(i)) {
        List<Integer> longer = new ArrayList<>(begun);
        longer.add(i);
        collect(longer, k, orders);
      }
    }
  }

  private static double[] points(ScenarioExplanation explanation) {
    return explanation.changes().stream().mapToDouble(ScenarioExplanation.Part::points).toArray();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changes_have_their_shapley_value(long seed) {
    Scenario scenario = RandomScenarios.of(seed, 4);
    ScenarioExplanation explanation;
    try {
      explanation = ScenarioExplanation.of(SCORER, Imagined.aaa(), scenario);
    } catch (IllegalArgumentException inapplicable) {
      return;
    }
    assertThat(points(explanation)).containsExactly(bruteForce(scenario), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void points_sum_to_the_difference(long seed) {
    Scenario scenario = RandomScenarios.of(seed, 6);
    List<ScenarioExplanation> both = new ArrayList<>();
    try {
      both.add(ScenarioExplanation.of(SCORER, Imagined.aaa(), scenario));
      both.add(
          ScenarioExplanation.sampled(
              SCORER, Imagined.aaa(), scenario, SampleDesign.random(3).withSeed(seed)));
    } catch (IllegalArgumentException inapplicable) {
      return;
    }
    double difference =
        SCORER.score(scenario.applyTo(Imagined.aaa())).value()
            - SCORER.score(Imagined.aaa()).value();
    for (ScenarioExplanation explanation : both) {
      assertThat(explanation.difference()).isEqualTo(difference);
      double sum = 0;
      for (double part : points(explanation)) {
        sum += part;
      }
      assertThat(sum).isCloseTo(difference, within(1e-9));
      assertThat(explanation.indicators().stream().mapToDouble(Contribution::points).sum())
          .isCloseTo(difference, within(1e-9));
    }
  }

  @Test
  void what_cannot_apply_without_another_shares_its_effect() {
    Scenario scenario =
        Scenario.named("allies")
            .change(Change.tie("POL", TieKind.DEFENCE_PACT, "guarantee", 0))
            .change(Change.strengthen("POL", "guarantee", 0.75))
            .build();
    ScenarioExplanation explanation = ScenarioExplanation.of(SCORER, Imagined.aaa(), scenario);
    assertThat(explanation.difference()).isNegative();
    assertThat(explanation.changes().get(0).points())
        .isCloseTo(explanation.difference() / 2, within(1e-12));
    assertThat(explanation.changes().get(0).alone()).hasValue(0);
    assertThat(explanation.changes().get(1).alone()).isEmpty();
  }

  private static Scenario long14() {
    Scenario.Builder builder = Scenario.named("many");
    for (int i = 0; i < 6; i++) {
      builder.shift("unrest", Shift.absolute(1 + i)).shift("power", Shift.relative(-0.05 * i));
    }
    return builder.leave("PACT").change(Change.redirect(Flow.EXPORTS, "RIV", "CHN", 0.5)).build();
  }

  @Test
  void beyond_twelve_changes_it_is_an_estimate_with_its_error() {
    ScenarioExplanation estimate = ScenarioExplanation.of(SCORER, Imagined.aaa(), long14());
    assertThat(estimate.isExact()).isFalse();
    assertThat(estimate.design()).hasValue(SampleDesign.random(500));
    assertThat(estimate)
        .isEqualTo(
            ScenarioExplanation.sampled(
                SCORER, Imagined.aaa(), long14(), SampleDesign.random(500)));
    assertThat(points(estimate))
        .isNotEqualTo(
            points(
                ScenarioExplanation.sampled(
                    SCORER, Imagined.aaa(), long14(), SampleDesign.random(500).withSeed(2))));
    assertThat(estimate.toTable().headers()).contains("Standard error");
    double sum = 0;
    for (double part : points(estimate)) {
      sum += part;
    }
    assertThat(sum).isCloseTo(estimate.difference(), within(1e-9));
  }

  @Test
  void the_estimate_is_near_the_exact_value() {
    Scenario twelve =
        new Scenario("twelve", ImmutableList.copyOf(long14().changes().subList(2, 14)));
    ScenarioExplanation exact = ScenarioExplanation.of(SCORER, Imagined.aaa(), twelve);
    ScenarioExplanation estimate =
        ScenarioExplanation.sampled(
            SCORER, Imagined.aaa(), twelve, SampleDesign.random(400).withSeed(7));
    assertThat(exact.isExact()).isTrue();
    assertThat(exact.design()).isEmpty();
    double squares = 0;
    for (int i = 0; i < 12; i++) {
      double error = estimate.changes().get(i).standardError();
      double deviation = estimate.changes().get(i).points() - exact.changes().get(i).points();
      assertThat(Math.abs(deviation)).isLessThanOrEqualTo(4.5 * error + 1e-9);
      squares += error > 0 ? deviation * deviation / (error * error) : 0;
      assertThat(exact.changes().get(i).standardError()).isZero();
    }
    assertThat(squares).isLessThan(36); // Twelve squares of about 1 each; and not all near 0:
    assertThat(squares).isGreaterThan(1);
  }

  @Test
  void the_orders_are_even() {
    int[][] first = new int[4][4];
    for (int number = 0; number < 40_000; number++) {
      int[] order = order(4, 9, number);
      for (int place = 0; place < 4; place++) {
        first[place][order[place]]++;
      }
    }
    for (int[] counts : first) {
      for (int count : counts) {
        // 10000 expected, standard deviation sqrt(40000 * 1/4 * 3/4) = 87.
        assertThat(count).isBetween(10_000 - 400, 10_000 + 400);
      }
    }
    assertThat(order(0, 1, 1)).isEmpty();
    assertThat(order(1, 1, 1)).containsExactly(0);
  }

  @Test
  void changes_that_leave_no_score_by_themselves_cannot_be_told_apart() {
    Scenario scenario =
        Scenario.of(
            "s",
            Change.shift("unrest", Shift.absolute(90)),
            Change.shift("unrest", Shift.atMost(50)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScenarioExplanation.of(SCORER, Imagined.aaa(), scenario))
        .withMessage(
            "Changes cannot be told apart, because with [1] alone there is no score: Profile of"
                + " AAAland (AAA) for model 'imagined': reading of 'unrest' must be in [0.0,"
                + " 100.0], but was 110.0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScenarioExplanation.sampled(
                    SCORER, Imagined.aaa(), long14(), SampleDesign.random(1).withSeed(1)))
        .withMessage("A standard error needs at least 2 pairs of orders, but there are 1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScenarioExplanation.of(
                    SCORER, Imagined.aaa(), Scenario.of("s", Change.leave("WEST"))))
        .withMessageStartingWith("Scenario 's' for AAAland (AAA): change 1 (leaves WEST)");
  }

  @Test
  void it_reads_in_plain_words() {
    Scorer additive = Imagined.additiveScorer();
    Scenario scenario =
        Scenario.named("leaves")
            .leave("PACT")
            .change(Change.shift("unrest", Shift.absolute(10)))
            .build();
    ScenarioExplanation explanation = ScenarioExplanation.of(additive, Imagined.aaa(), scenario);
    // Of five parts of 20 points: unrest 10 of 50 is 4; the tie falls by 0.375 of a third, 2.5;
    // ties of 0.5 and 0.25 instead of 0.875 and 0.25 are more even.
    assertThat(explanation.paragraph(Imagined.all()))
        .isEqualTo(
            "If AAAland left PACT and had unrest 10 higher, its score would rise by 5.5 points,"
                + " from 59.7 to 65.1. Of the points, +1.5 is due to change 1 (it leaves PACT) and"
                + " +4.0 is due to change 2 (it has unrest 10 higher). By indicator: unrest +4.0,"
                + " tie_to_rival +2.5, multi_vector_index -1.0. It would keep rank 2 of 3, where 1"
                + " is the riskiest.");
    assertThat(explanation.toTable().toString()).contains("1. Leaves PACT.");
    assertThat(ScenarioExplanation.of(additive, Imagined.aaa(), Scenario.none()).paragraph())
        .isEqualTo("Nothing is changed: the score of AAAland stays at 59.7.");
    assertThat(
            ScenarioExplanation.of(
                    additive, Imagined.aaa(), Scenario.of(Change.perturbGroups(Map.of("A", 1.0))))
                .paragraph())
        .isEqualTo("If AAAland reweighted its groups, A by 1, its score would stay at 59.7.");
    assertThat(
            ScenarioExplanation.of(
                    additive,
                    Imagined.aaa(),
                    Scenario.of(Change.shift("unrest", Shift.absolute(0.01))))
                .paragraph())
        .isEqualTo(
            "If AAAland had unrest 0.01 higher, its score would rise by less than 0.1 points, from"
                + " 59.7 to 59.7.");
  }

  private static int[] order(int count, long seed, long number) {
    SplitMix64 random = new SplitMix64(0);
    random.restart(seed, 0, number);
    return random.order(count);
  }

  /** The mean gains of pairs of orders, each with its reverse, from scores of profiles alone. */
  @Test
  void the_standard_error_is_that_of_the_mean_of_pairs() {
    Scenario scenario =
        Scenario.named("three")
            .change(Change.tie("POL", TieKind.DEFENCE_PACT, "guarantee", 0.2))
            .change(Change.strengthen("POL", "guarantee", 0.75))
            .leave("PACT")
            .build();
    int pairs = 5;
    double[][] gains = new double[3][pairs];
    for (int pair = 0; pair < pairs; pair++) {
      List<Integer> order = new ArrayList<>();
      for (int change : order(3, 11, pair)) {
        order.add(change);
      }
      List<Integer> reverse = com.google.common.collect.Lists.reverse(order);
      for (List<Integer> way : List.of(order, reverse)) {
        for (int n = 0; n < 3; n++) {
          gains[way.get(n)][pair] +=
              (value(scenario, way.subList(0, n + 1)) - value(scenario, way.subList(0, n))) / 2;
        }
      }
    }
    ScenarioExplanation sampled =
        ScenarioExplanation.sampled(
            SCORER, Imagined.aaa(), scenario, SampleDesign.random(pairs).withSeed(11));
    for (int i = 0; i < 3; i++) {
      double mean = java.util.Arrays.stream(gains[i]).average().orElseThrow();
      double squares =
          java.util.Arrays.stream(gains[i]).map(gain -> (gain - mean) * (gain - mean)).sum();
      assertThat(sampled.changes().get(i).points()).isCloseTo(mean, within(1e-9));
      assertThat(sampled.changes().get(i).standardError())
          .isCloseTo(Math.sqrt(squares / (pairs - 1) / pairs), within(1e-9));
    }
    assertThat(sampled.changes().get(0).standardError()).isPositive();
    assertThat(
            ScenarioExplanation.sampled(
                    SCORER, Imagined.aaa(), scenario, SampleDesign.random(2).withSeed(11))
                .changes())
        .hasSize(3);
  }

  /** 20, 15, 10, 5.1 and 0.2 points of five equal weights. */
  @Test
  void the_paragraph_names_three_indicators_and_adds_up_the_rest() {
    ScenarioExplanation explanation =
        ScenarioExplanation.of(
            Even.scorer(), Even.country("AAA", 50), Even.shifts(20, 15, 10, 5.1, 0.2));
    assertThat(explanation.paragraph())
        .contains("its score would rise by 10.1 points, from 50.0 to 60.1.")
        .endsWith(" By indicator: a +4.0, b +3.0, c +2.0, others +1.1.");
    assertThat(
            ScenarioExplanation.of(Even.scorer(), Even.country("AAA", 50), Even.shifts(-20, -15))
                .paragraph())
        .contains("would fall by 7.0 points")
        .endsWith(" By indicator: a -4.0, b -3.0.");
  }

  @Test
  void who_is_level_takes_no_rank_away() {
    ScenarioExplanation explanation =
        ScenarioExplanation.of(Even.scorer(), Even.country("AAA", 50), Even.shifts(50));
    // 50 before and 60 after, beside 55, 50 and 60.
    assertThat(
            explanation.paragraph(
                List.of(
                    Even.country("AAA", 90),
                    Even.country("BBB", 55),
                    Even.country("CCC", 50),
                    Even.country("DDD", 60))))
        .endsWith(" It would move from rank 3 to rank 1 of 4, where 1 is the riskiest.");
  }

  /** 0.024 points each of three, shown as 0.02, are 0.072, shown as 0.07. */
  @Test
  void the_table_says_where_rounded_parts_do_not_add_up() {
    CountryProfile country = Even.country("AAA", 50);
    ScenarioExplanation three =
        ScenarioExplanation.of(Even.scorer(), country, Even.shifts(0.12, 0.12, 0.12));
    assertThat(three.toTable().rowCount()).isEqualTo(6);
    assertThat(three.toString()).contains(dev.steppe.table.RoundedParts.NOTE);
    CountryProfile other = Even.country("BBB", 50.12);
    ScenarioExplanation one =
        ScenarioExplanation.of(
            Even.scorer(),
            country,
            Scenario.of(Change.takeReadings(other, List.of("a", "b", "c"))));
    assertThat(one.toTable().rowCount()).isEqualTo(4);
    assertThat(one.toString()).contains(dev.steppe.table.RoundedParts.NOTE);
    ScenarioExplanation even =
        ScenarioExplanation.of(Even.scorer(), country, Even.shifts(5, 10, 15));
    assertThat(even.toString())
        .isEqualTo(even.toTable().toString())
        .doesNotContain(dev.steppe.table.RoundedParts.NOTE);
    ScenarioExplanation sampled =
        ScenarioExplanation.sampled(
            Even.scorer(), country, Even.shifts(5, 10, 15), SampleDesign.random(3));
    assertThat(sampled.toTable().rowCount()).isEqualTo(6);
    assertThat(sampled.toTable().cell(0, 3)).isEqualTo("0.00");
  }

  @Test
  void other_scenarios_countries_or_samples_are_other_explanations() {
    CountryProfile country = Even.country("AAA", 50);
    ScenarioExplanation explanation =
        ScenarioExplanation.of(Even.scorer(), country, Even.shifts(5, 10));
    ScenarioExplanation same = ScenarioExplanation.of(Even.scorer(), country, Even.shifts(5, 10));
    assertThat(explanation).isEqualTo(same).hasSameHashCodeAs(same);
    for (ScenarioExplanation other :
        List.of(
            ScenarioExplanation.of(Even.scorer(), country, Even.shifts(5, 11)),
            ScenarioExplanation.of(Even.scorer(), Even.country("AAA", 40), Even.shifts(5, 10)))) {
      assertThat(explanation).isNotEqualTo(other);
      assertThat(explanation.hashCode()).isNotEqualTo(other.hashCode());
    }
  }
}
