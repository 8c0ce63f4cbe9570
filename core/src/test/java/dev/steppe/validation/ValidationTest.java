package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.score.Ranking;
import dev.steppe.score.TieRule;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.validation.Samples.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationTest {

  private static final Map<String, Integer> SCORES =
      Map.of("AAA", 70, "BBB", 50, "CCC", 50, "DDD", 20);
  private static final LocalDate THEN = LocalDate.of(2014, 1, 1);
  private static final LocalDate NOW = LocalDate.of(2022, 1, 1);

  static LongStream seeds() {
    return Samples.seeds();
  }

  /** The example in the description of the package. */
  @Test
  void a_first_example() {
    Validation validation = Validation.of(SCORES, Outcomes.of("AAA", "CCC"));
    assertThat(validation.auc().value()).isEqualTo(0.875);
    assertThat(validation.auc().interval())
        .hasToString("0.137..0.997 (at least 95 %, distribution-free)");
    assertThat(validation.top(2).precision()).isEqualTo(0.75);
    assertThat(validation.auc().warnings()).hasSize(2);
    assertThat(validation.size()).isEqualTo(4);
    assertThat(validation.positives()).isEqualTo(2);
    assertThat(validation.negatives()).isEqualTo(2);
  }

  @Test
  void the_cut_may_go_through_equal_scores() {
    TopCases top = Validation.of(SCORES, Outcomes.of("AAA", "CCC")).top(2);
    assertThat(top.hits()).isEqualTo(1.5);
    assertThat(top.leastHits()).isEqualTo(1);
    assertThat(top.mostHits()).isEqualTo(2);
    assertThat(top.tiedAtCut()).isEqualTo(2);
    assertThat(top.recall()).isEqualTo(0.75);
    assertThat(top.baseRate()).isEqualTo(0.5);
    // From the lower end for 1 in 2 to the upper end for 2 in 2.
    assertThat(top.precisionInterval().lower()).isCloseTo(1 - Math.sqrt(0.975), within(1e-12));
    assertThat(top.precisionInterval().upper()).isEqualTo(1);
    assertThat(top.toTable().notes())
        .contains(
            "2 equal scores lie on both sides of the cut at 2: from 1 to 2 events above it; shown"
                + " is the mean over their orders.");
    assertThat(top).hasToString(top.toTable().toString());
    TopCases clean = Validation.of(SCORES, Outcomes.of("AAA", "CCC")).top(3);
    assertThat(clean.tiedAtCut()).isZero();
    assertThat(clean.precision()).isEqualTo(2.0 / 3);
    assertThat(clean.recall()).isEqualTo(1);
    assertThat(clean.recallInterval()).isEqualTo(ConfidenceInterval.clopperPearson(2, 2, 0.95));
    assertThat(clean.precisionInterval()).isEqualTo(ConfidenceInterval.clopperPearson(2, 3, 0.95));
  }

  /** Ties in random order, many times: the share of events above the cut. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void hits_are_the_mean_over_orders_of_ties(long seed) {
    Sample sample = Sample.random(seed, 9);
    Random random = new Random(seed);
    int k = 1 + random.nextInt(sample.scores().length);
    TopCases top = sample.validation().top(k);
    List<Integer> order = new ArrayList<>(sample.map().keySet());
    int least = Integer.MAX_VALUE;
    int most = 0;
    double sum = 0;
    int rounds = 4000;
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      int hits =
          (int)
              order.stream()
                  .sorted((i, j) -> Double.compare(sample.scores()[j], sample.scores()[i]))
                  .limit(k)
                  .filter(i -> sample.events()[i])
                  .count();
      least = Math.min(least, hits);
      most = Math.max(most, hits);
      sum += hits;
    }
    assertThat(top.leastHits()).isEqualTo(least);
    assertThat(top.mostHits()).isEqualTo(most);
    // The standard error is at most 4.5 / sqrt(4000) = 0.07 for nine cases, and far less here.
    assertThat(top.hits()).isCloseTo(sum / rounds, within(0.1));
    assertThat(top.precision() * k).isCloseTo(top.recall() * sample.positives(), within(1e-12));
    assertThat(top.precisionInterval().contains(top.precision())).isTrue();
    assertThat(top.recallInterval().contains(top.recall())).isTrue();
  }

  @Test
  void k_is_within_the_cases() {
    Validation validation = Validation.of(SCORES, Outcomes.of("AAA", "CCC"));
    for (int k : new int[] {0, 5}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> validation.top(k))
          .withMessage("k must be in [1, 4], the count of cases, but was " + k);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> validation.top(2, 0))
        .withMessage("Confidence level must be between 0 and 1, such as 0.95, but was 0.0");
    assertThat(validation.top(4).recall()).isEqualTo(1);
    assertThat(validation.top(4).precision()).isEqualTo(validation.top(4).baseRate());
  }

  @Test
  void the_order_of_the_maps_does_not_matter() {
    Map<String, Integer> forward = new LinkedHashMap<>();
    Map<String, Integer> backward = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      forward.put("case" + i, i * 7 % 11);
      backward.put("case" + (19 - i), (19 - i) * 7 % 11);
    }
    Outcomes<String> outcomes = Outcomes.of("case3", "case8", "case12", "case19");
    assertThat(Validation.of(forward, outcomes).auc())
        .isEqualTo(Validation.of(backward, outcomes).auc());
    assertThat(Validation.of(forward, outcomes))
        .hasToString(Validation.of(backward, outcomes).toString());
  }

  @Test
  void all_faults_are_told_at_once() {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("CCC", Double.NaN);
    scores.put("AAA", Double.POSITIVE_INFINITY);
    scores.put("BBB", 3.0);
    Map<String, Boolean> stated = new LinkedHashMap<>();
    stated.put("BBC", true);
    stated.put("AAA", false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Validation.of(scores, Outcomes.of(stated)))
        .withMessage(
            "Validation of 3 scores has 5 faults:\n"
                + "  - an outcome is given for 'BBC', which has no score. Maybe you meant 'BBB'.\n"
                + "  - no outcome is given for 'BBB'\n"
                + "  - no outcome is given for 'CCC'\n"
                + "  - score of 'AAA' must be finite, but was Infinity\n"
                + "  - score of 'CCC' must be finite, but was NaN");
  }

  @Test
  void both_kinds_of_cases_are_needed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Validation.of(SCORES, Outcomes.of(List.<String>of())))
        .withMessage("Validation of 4 scores: no case had the event, so there is nothing to find");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Validation.of(SCORES, Outcomes.of(SCORES.keySet())))
        .withMessage(
            "Validation of 4 scores: every case had the event, so there is nothing to tell it"
                + " from");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Validation.of(Map.<String, Double>of(), Outcomes.of(List.of())))
        .withMessage("Validation of 0 scores: there is no score");
  }

  @Test
  void nulls_are_named() {
    assertThatNullPointerException()
        .isThrownBy(() -> Validation.of(SCORES, null))
        .withMessage("outcomes");
    assertThatNullPointerException()
        .isThrownBy(() -> Validation.of((Ranking) null, Outcomes.of("AAA")))
        .withMessage("ranking");
    Map<String, Double> gap = new LinkedHashMap<>();
    gap.put("AAA", null);
    assertThatNullPointerException()
        .isThrownBy(() -> Validation.of(gap, Outcomes.of("AAA")))
        .withMessage("score of 'AAA'");
  }

  @Test
  void a_ranking_is_keyed_by_code() {
    Ranking ranking =
        Ranking.of(
            List.of(
                Samples.card("AAA", 70),
                Samples.card("BBB", 50),
                Samples.card("CCC", 50 + 1e-11),
                Samples.card("DDD", 20)));
    Validation validation = Validation.of(ranking, Outcomes.of("AAA", "CCC"));
    // BBB and CCC agree to nine decimals, so they are tied as in the ranking.
    assertThat(validation.auc().value()).isEqualTo(0.875);
    assertThat(validation.warnings()).hasSize(2);
    assertThat(Validation.of(ranking.withTieRule(TieRule.DENSE), Outcomes.of("AAA", "CCC")).auc())
        .isEqualTo(validation.auc());
  }

  @Test
  void a_ranking_of_several_dates_is_keyed_by_code_and_date() {
    Ranking ranking =
        Ranking.of(
            List.of(
                Samples.card("AAA", THEN, 70),
                Samples.card("AAA", NOW, 30),
                Samples.card("BBB", NOW, 40),
                Samples.card("CCC", THEN, 20)));
    Validation validation =
        Validation.of(ranking, Outcomes.of("AAA 2014-01-01", "BBB", "CCC 2014-01-01"));
    assertThat(validation.auc().value()).isEqualTo(2.0 / 3);
    assertThat(validation.warnings())
        .contains(
            "WARNING: countries are scored at several dates (AAA). Such cases are hardly"
                + " independent, but intervals and p-values take them so, which makes them too"
                + " narrow and too small as a rule. The bootstrap resamples whole countries.");
    assertThat(validation.auc().warnings()).isEqualTo(validation.warnings());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Validation.of(ranking, Outcomes.of("AAA", "BBB")))
        .withMessage(
            "Validation of 4 scores: an outcome is given for 'AAA', which has no score. Maybe you"
                + " meant 'AAA 2014-01-01'.");
  }

  @Test
  void ten_cases_of_a_kind_come_without_a_warning() {
    double[] ten = Samples.repeated(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    double[] nine = Samples.repeated(1, 1, 1, 1, 1, 1, 1, 1, 1);
    double[] one = {3};
    assertThat(Samples.groups(ten, ten).validation().warnings()).isEmpty();
    assertThat(Samples.groups(nine, ten).validation().warnings())
        .singleElement()
        .asString()
        .startsWith("WARNING: only 9 cases had the event");
    assertThat(Samples.groups(ten, one).validation().warnings())
        .singleElement()
        .asString()
        .startsWith("WARNING: only 1 case did not have the event");
  }

  @Test
  void the_summary_shows_area_and_highest_scores() {
    Validation validation = Validation.of(SCORES, Outcomes.of("AAA", "CCC"));
    assertThat(validation.toTable().title())
        .isEqualTo("Order of scores: 4 cases, 2 with the event");
    List<String> figures = new ArrayList<>();
    for (int row = 0; row < validation.toTable().rowCount(); row++) {
      figures.add(validation.toTable().cell(row, 0) + " " + validation.toTable().cell(row, 1));
    }
    assertThat(figures)
        .containsExactly(
            "AUC 0.875",
            "AUC 0.875",
            "p-value, two-sided 0.667",
            "p-value, AUC this high 0.333",
            "Precision at 2 0.750",
            "Recall at 2 0.750",
            "Base rate 0.500");
    assertThat(validation.toTable().notes()).containsAll(validation.warnings());
    assertThat(validation).hasToString(validation.toTable().toString());
  }
}
