package dev.steppe.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceIntervalTest {

  /** scipy.stats.binomtest 1.17.1, proportion_ci(method="exact"). */
  @ParameterizedTest
  @CsvSource({
    "3, 5, 0.95, 0.14663279963467254, 0.9472550494736843",
    "0, 10, 0.95, 0, 0.30849710781876294",
    "7, 20, 0.9, 0.17731091757446915, 0.5580345113154889",
    // scipy.stats.beta.ppf 1.17.1
    "37, 5000, 0.95, 0.00521547985271777, 0.010185633825584088",
    "1000, 20000, 0.95, 0.04702009046424116, 0.053111567941391186",
    "150000, 200000, 0.95, 0.7480961583225261, 0.7518965933221688"
  })
  void shares_have_the_limits_of_clopper_and_pearson(
      int successes, int trials, double level, double lower, double upper) {
    ConfidenceInterval interval = ConfidenceInterval.clopperPearson(successes, trials, level);
    assertThat(interval.lower()).isCloseTo(lower, within(1e-9));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-9));
    assertThat(interval.method()).isEqualTo(IntervalMethod.CLOPPER_PEARSON);
  }

  /** Newcombe (1998), Statistics in Medicine 17, table I. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0, 0.1611",
    "1, 29, 0.0061, 0.1718",
    "20, 20, 0.8389, 1"
  })
  void shares_have_the_published_limits_of_wilson(
      int successes, int trials, double lower, double upper) {
    ConfidenceInterval interval = ConfidenceInterval.wilson(successes, trials, 0.95);
    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    assertThat(interval.method()).isEqualTo(IntervalMethod.WILSON);
  }

  @Test
  void the_share_is_in_its_interval() {
    for (int trials : new int[] {1, 2, 10, 99, 1000}) {
      for (int successes = 0; successes <= trials; successes += Math.max(1, trials / 50)) {
        double share = (double) successes / trials;
        assertThat(ConfidenceInterval.wilson(successes, trials, 0.9).contains(share)).isTrue();
        assertThat(ConfidenceInterval.clopperPearson(successes, trials, 0.9).contains(share))
            .isTrue();
      }
    }
  }

  @Test
  void it_prints_with_level_and_method() {
    assertThat(ConfidenceInterval.clopperPearson(7, 20, 0.9))
        .hasToString("0.177..0.558 (at least 90 %, Clopper-Pearson)");
    assertThat(ConfidenceInterval.wilson(81, 263, 0.95))
        .hasToString("0.255..0.366 (about 95 %, Wilson)");
  }

  @Test
  void impossible_counts_and_levels_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.wilson(6, 5, 0.95))
        .withMessage(
            "Successes must be from 0 to the number of trials, of which there is at least one, but"
                + " were 6 of 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.clopperPearson(0, 0, 0.95))
        .withMessageContaining("but were 0 of 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.wilson(1, 5, 1))
        .withMessage("Confidence level must be between 0 and 1, such as 0.95, but was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceInterval(1, 0, 0.9, IntervalMethod.WILSON))
        .withMessage("A confidence interval needs lower <= upper, but was [1.0, 0.0]");
  }

  /** The example in the description of the method: definition 6 hits whole numbers here. */
  @Test
  void percentiles_are_those_of_definition_6() {
    double[] figures = new double[99];
    for (int i = 0; i < 99; i++) {
      figures[i] = 99 - i;
    }
    assertThat(ConfidenceInterval.percentiles(figures, 0.9))
        .hasToString("5.000..95.000 (about 90 %, bootstrap percentiles)");
    assertThat(figures[0]).isEqualTo(99);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.percentiles(new double[] {1, Double.NaN}, 0.9))
        .withMessage(
            "Percentiles need at least one figure, and numbers only, but were asked of NaN among"
                + " 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.percentiles(new double[0], 0.9))
        .withMessageEndingWith("but were asked of none");
  }
}
