package dev.steppe.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.validation.Samples.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BrierScoreTest {

  static LongStream seeds() {
    return Samples.seeds();
  }

  /** scikit-learn's documentation of {@code brier_score_loss}: 0.037... */
  @Test
  void the_example_of_scikit_learn_is_found() {
    BrierScore score =
        BrierScore.of(Map.of("a", 0.1, "b", 0.9, "c", 0.8, "d", 0.3), Outcomes.of("b", "c"));
    assertThat(score.value()).isCloseTo(0.0375, within(1e-15));
  }

  @Test
  void its_tables_count_the_events() {
    BrierScore score = BrierScore.of(byHand().map(), byHand().outcomes());
    assertThat(score.events()).isEqualTo(4);
    assertThat(score.toString()).startsWith("Brier score of 10 probabilities, 4 with the event");
    assertThat(score.calibration().title())
        .isEqualTo("What was said and what happened: 10 cases, 4 with the event");
    assertThat(BrierScore.of(Map.of("a", 0.4), Outcomes.of("a")).toString())
        .startsWith("Brier score of 1 probability, 1 with the event");
  }

  /** 0.2 for five cases of which one, and 0.8 for five of which three, had the event. */
  private static Sample byHand() {
    double[] p = {0.2, 0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8, 0.8};
    boolean[] events = {true, false, false, false, false, true, true, true, false, false};
    return new Sample(p, events);
  }

  @Test
  void the_parts_are_those_worked_out_by_hand() {
    BrierScore score = BrierScore.of(byHand().map(), byHand().outcomes());
    assertThat(score.reliability()).isCloseTo(0.02, within(1e-15));
    assertThat(score.resolution()).isCloseTo(0.04, within(1e-15));
    assertThat(score.uncertainty()).isCloseTo(0.24, within(1e-15));
    assertThat(score.value()).isCloseTo(0.22, within(1e-15));
    assertThat(score.withinBinVariance()).isZero();
    assertThat(score.withinBinCovariance()).isZero();
    assertThat(score.skill().orElseThrow()).isCloseTo(1.0 / 12, within(1e-14));
    assertThat(score.bins())
        .containsExactly(new BrierScore.Bin(5, 0.2, 0.2), new BrierScore.Bin(5, 0.8, 0.6));
    assertThat(score.size()).isEqualTo(10);
  }

  /** In one bin everything is within it: mean 0.5, variance 0.09, covariance 2 * 0.3 * 0.2. */
  @Test
  void one_bin_leaves_everything_within_it() {
    BrierScore score = BrierScore.binned(byHand().map(), byHand().outcomes(), 1);
    assertThat(score.reliability()).isCloseTo(0.01, within(1e-15));
    assertThat(score.resolution()).isZero();
    assertThat(score.withinBinVariance()).isCloseTo(0.09, within(1e-15));
    assertThat(score.withinBinCovariance()).isCloseTo(0.12, within(1e-15));
    assertThat(score.generalizedResolution()).isCloseTo(0.03, within(1e-15));
    assertThat(score.value()).isCloseTo(0.22, within(1e-15));
  }

  private static Sample random(long seed) {
    Random random = new Random(seed);
    Sample drawn = Sample.random(seed, 50);
    double[] p = drawn.scores().clone();
    boolean coarse = random.nextBoolean();
    for (int i = 0; i < p.length; i++) {
      p[i] = coarse ? random.nextInt(11) / 10.0 : random.nextDouble();
    }
    return new Sample(p, drawn.events());
  }

  private static double sum(BrierScore score) {
    return score.reliability()
        - score.resolution()
        + score.uncertainty()
        + score.withinBinVariance()
        - score.withinBinCovariance();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_parts_sum_to_the_score(long seed) {
    Sample sample = random(seed);
    double direct = 0;
    for (int i = 0; i < sample.scores().length; i++) {
      direct += Math.pow(sample.scores()[i] - (sample.events()[i] ? 1 : 0), 2);
    }
    direct /= sample.scores().length;
    BrierScore distinct = BrierScore.of(sample.map(), sample.outcomes());
    assertThat(distinct.value()).isCloseTo(direct, within(1e-14));
    assertThat(distinct.withinBinVariance()).isZero();
    assertThat(distinct.withinBinCovariance()).isZero();
    assertThat(sum(distinct)).isCloseTo(direct, within(1e-14));
    for (int bins : new int[] {1, 2, 3, 10, 1000}) {
      BrierScore binned = BrierScore.binned(sample.map(), sample.outcomes(), bins);
      assertThat(binned.value()).isEqualTo(distinct.value());
      assertThat(sum(binned)).isCloseTo(direct, within(1e-14));
      assertThat(binned.size()).isEqualTo(sample.scores().length);
      assertThat(binned.bins()).hasSizeLessThanOrEqualTo(bins);
    }
  }

  /** An edge belongs to the bin above it, even where p times the count rounds below it. */
  @ParameterizedTest
  @CsvSource({"0.29, 100, 0.3", "0.57, 100, 0.58", "0.7, 10, 0.8", "0.1, 10, 0.2"})
  void an_edge_belongs_to_the_bin_above(double edge, int bins, double next) {
    double below = Math.nextDown(edge);
    Map<String, Double> p = Map.of("edge", edge, "below", below, "inside", Math.nextDown(next));
    assertThat(BrierScore.binned(p, Outcomes.of("edge"), bins).bins())
        .extracting(BrierScore.Bin::cases)
        .containsExactly(1, 2);
  }

  @Test
  void the_last_bin_holds_certainty() {
    assertThat(BrierScore.binned(Map.of("a", 1, "b", 0.95), Outcomes.of("a"), 10).bins())
        .hasSize(1);
    assertThat(BrierScore.of(Map.of("a", 1, "b", 0), Outcomes.of("a")).value()).isZero();
    assertThat(BrierScore.of(Map.of("a", 1, "b", -0.0), Outcomes.of("b")).value()).isEqualTo(1);
  }

  @Test
  void a_score_is_refused() {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("UKR", 61.5);
    scores.put("KAZ", Double.NaN);
    scores.put("BLR", -0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrierScore.of(scores, Outcomes.of("UKR")))
        .withMessage(
            "Validation of 3 probabilities has 3 faults:\n"
                + "  - probability of 'BLR' must be in [0, 1], but was -0.1\n"
                + "  - probability of 'KAZ' must be in [0, 1], but was NaN\n"
                + "  - probability of 'UKR' must be in [0, 1], but was 61.5. A score is no"
                + " probability.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrierScore.of(Map.of("UKR", 0.5), Outcomes.of("UKA")))
        .withMessage(
            "Validation of 1 probability: an outcome is given for 'UKA', which has no"
                + " probability. Maybe you meant 'UKR'.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrierScore.of(Map.<String, Double>of(), Outcomes.of(List.of())))
        .withMessage("Validation of 0 probabilities: there is no probability");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrierScore.binned(Map.of("UKR", 0.5), Outcomes.of("UKR"), 0))
        .withMessage("Count of bins must be at least 1, but was 0");
  }

  /** Unlike the AUC it is defined where all cases came out the same, but skill is not. */
  @Test
  void cases_that_came_out_the_same_have_a_score_and_no_skill() {
    BrierScore score = BrierScore.of(Map.of("a", 0.5, "b", 1), Outcomes.of("a", "b"));
    assertThat(score.value()).isEqualTo(0.125);
    assertThat(score.uncertainty()).isZero();
    assertThat(score.skill()).isEmpty();
    assertThat(score.warnings())
        .contains(
            "WARNING: no case did not have the event (fewer than 10). By itself the figure says"
                + " next to nothing.");
  }

  @Test
  void the_tables_show_parts_and_bins() {
    BrierScore score = BrierScore.of(byHand().map(), byHand().outcomes());
    assertThat(score.toTable().cell(0, 1)).isEqualTo("+0.0200");
    assertThat(score.toTable().cell(1, 1)).isEqualTo("-0.0400");
    assertThat(score.toTable().cell(5, 0)).isEqualTo("Brier score");
    assertThat(score.toTable().cell(5, 1)).isEqualTo("+0.2200");
    assertThat(score.toTable().notes()).containsAll(score.warnings());
    assertThat(score.warnings()).hasSize(2);
    assertThat(score).hasToString(score.toTable().toString());
    assertThat(score.calibration().toCsv().lines()).contains("5,0.2,0.2,0.2", "5,0.8,0.6,0.6");
  }
}
