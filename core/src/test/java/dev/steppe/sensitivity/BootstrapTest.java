package dev.steppe.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.statistics.ConfidenceInterval;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {

  private static final int ROWS = 400;

  private static RowDesign design(int resamples) {
    return new RowDesign(SampleDesign.random(ROWS).withLevel(0.9), resamples);
  }

  /** Term t is (t + 1) r at row r, from 0: its sum is (t + 1) 400 * 399 / 2. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9})
  void sums_are_those_of_all_rows(int count) {
    double[][] terms = new double[count][ROWS];
    double[] expected = new double[count];
    for (int t = 0; t < count; t++) {
      for (int r = 0; r < ROWS; r++) {
        terms[t][r] = (t + 1) * r;
      }
      expected[t] = (t + 1) * 79_800.0;
    }
    assertThat(new Bootstrap(terms, design(10)).sums()).containsExactly(expected);
  }

  /**
   * The mean of rows drawn with replacement has the variance of the rows over their number. The
   * numbers 0 to 399 have the variance (400^2 - 1) / 12.
   */
  @Test
  void the_interval_of_a_mean_has_the_width_of_the_normal_law() {
    double[] values = new double[ROWS];
    Arrays.setAll(values, r -> r);
    ConfidenceInterval[] intervals =
        new Bootstrap(new double[][] {values}, design(20_000))
            .intervals(sums -> new double[] {sums[0] / ROWS, 7});

    double error = Math.sqrt((ROWS * ROWS - 1) / 12.0 / ROWS);
    assertThat(intervals).hasSize(2);
    assertThat(intervals[0].lower()).isCloseTo(199.5 - 1.6449 * error, within(0.2));
    assertThat(intervals[0].upper()).isCloseTo(199.5 + 1.6449 * error, within(0.2));
    assertThat(intervals[0].level()).isEqualTo(0.9);
    assertThat(intervals[1].lower()).isEqualTo(7);
    assertThat(intervals[1].upper()).isEqualTo(7);
  }

  @Test
  void every_resample_has_as_many_rows_and_the_same_in_every_term() {
    double[][] terms = new double[6][ROWS];
    for (double[] term : terms) {
      Arrays.fill(term, 1);
    }
    terms[1][5] = 100;
    terms[4][5] = 100;
    ConfidenceInterval[] intervals =
        new Bootstrap(terms, design(50))
            .intervals(sums -> new double[] {sums[0], sums[1] - sums[4], sums[5]});
    assertThat(intervals[0].lower()).isEqualTo(ROWS);
    assertThat(intervals[0].upper()).isEqualTo(ROWS);
    assertThat(intervals[1].lower()).isZero();
    assertThat(intervals[1].upper()).isZero();
    assertThat(intervals[2].upper()).isEqualTo(ROWS);
  }

  @Test
  void a_figure_that_some_resample_lacks_has_no_interval() {
    double[] rare = new double[ROWS];
    rare[7] = 1;
    Bootstrap bootstrap = new Bootstrap(new double[][] {rare}, design(100));
    // A resample lacks the row in a third of all cases.
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bootstrap.intervals(sums -> new double[] {3, 0 / sums[0]}))
        .withMessage(
            "Intervals need an output that varies in more than a few of the 400 rows. Use more"
                + " rows.");
  }
}
