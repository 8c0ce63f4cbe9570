package dev.steppe.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.testing.RandomModels;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShrunkenCovarianceTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** Rows with correlated columns on unlike scales. */
  private static double[][] rows(long seed, int count, int columns) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[count][columns];
    for (double[] row : rows) {
      double shared = random.nextDouble();
      for (int i = 0; i < columns; i++) {
        row[i] = (i + 1) * (random.nextDouble() + (i % 2 == 0 ? shared : 0)) + 5 * i;
      }
    }
    return rows;
  }

  /** The distance from Commons Math's covariance and inverse. */
  private static double plainDistance(RealMatrix covariance, double[] first, double[] second) {
    RealVector difference = new ArrayRealVector(first).subtract(new ArrayRealVector(second));
    RealMatrix inverse = new LUDecomposition(covariance).getSolver().getInverse();
    return Math.sqrt(inverse.operate(difference).dotProduct(difference));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void without_shrinkage_it_is_the_textbook_distance(long seed) {
    double[][] rows = rows(seed, 30, 6);
    ShrunkenCovariance shrunken = ShrunkenCovariance.of(rows, 0).orElseThrow();
    RealMatrix covariance = new Covariance(rows).getCovarianceMatrix();
    assertThat(shrunken.distance(rows[0], rows[1]))
        .isCloseTo(plainDistance(covariance, rows[0], rows[1]), within(1e-9));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_intensity_is_that_of_the_paper_and_the_distance_follows(long seed) {
    double[][] rows = rows(seed, 12, 5);
    double expected = naiveIntensity(rows);
    ShrunkenCovariance shrunken = ShrunkenCovariance.of(rows).orElseThrow();
    assertThat(shrunken.intensity()).isCloseTo(expected, within(1e-12)).isBetween(0.0, 1.0);
    RealMatrix covariance = new Covariance(rows).getCovarianceMatrix();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        covariance.multiplyEntry(i, j, i == j ? 1 : 1 - expected);
      }
    }
    assertThat(shrunken.distance(rows[0], rows[1]))
        .isCloseTo(plainDistance(covariance, rows[0], rows[1]), within(1e-9));
  }

  /**
   * Straight from the paper, by another way: with u_k = x_ki x_kj of standardised columns, r = n /
   * (n - 1) mean(u), and since r is n / (n - 1) times a mean, Var(r) = (n / (n - 1))^2 s^2(u) / n.
   */
  private static double naiveIntensity(double[][] rows) {
    int n = rows.length;
    RealMatrix data = MatrixUtils.createRealMatrix(rows);
    double variances = 0;
    double squares = 0;
    for (int i = 0; i < rows[0].length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        if (i != j) {
          double[] first = org.apache.commons.math3.stat.StatUtils.normalize(data.getColumn(i));
          double[] second = org.apache.commons.math3.stat.StatUtils.normalize(data.getColumn(j));
          double[] products = new double[n];
          for (int k = 0; k < n; k++) {
            products[k] = first[k] * second[k];
          }
          double factor = n / (n - 1.0);
          double r = factor * org.apache.commons.math3.stat.StatUtils.mean(products);
          squares += r * r;
          variances +=
              factor * factor * org.apache.commons.math3.stat.StatUtils.variance(products) / n;
        }
      }
    }
    return Math.min(1, variances / squares);
  }

  /** Columns (1,2,3,4) and (1,3,2,4), whose correlation is 0.8. */
  @Test
  void a_small_case_comes_out_as_by_hand() {
    double[][] rows = {{1, 1}, {2, 3}, {3, 2}, {4, 4}};
    // Standardised squares sum to 3: with variance 5/3, w = (1.35, -0.15, -0.15, 1.35), mean 0.6;
    // sum of squared deviations 4 * 0.75^2 = 2.25; Var(r) = 4 / 27 * 2.25 = 1/3.
    assertThat(ShrunkenCovariance.of(rows).orElseThrow().intensity())
        .isCloseTo((1.0 / 3) / 0.64, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_scale_of_an_indicator_plays_no_part(long seed) {
    double[][] rows = rows(seed, 8, 5);
    double[][] scaled = new double[8][5];
    for (int k = 0; k < 8; k++) {
      for (int i = 0; i < 5; i++) {
        scaled[k][i] = (i % 2 == 0 ? -3 : 0.01) * rows[k][i] + 7 * i;
      }
    }
    ShrunkenCovariance first = ShrunkenCovariance.of(rows).orElseThrow();
    ShrunkenCovariance second = ShrunkenCovariance.of(scaled).orElseThrow();
    assertThat(second.intensity()).isCloseTo(first.intensity(), within(1e-10));
    assertThat(second.distance(scaled[0], scaled[1]))
        .isCloseTo(first.distance(rows[0], rows[1]), within(1e-8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void without_shrinkage_any_affine_map_changes_nothing(long seed) {
    double[][] rows = rows(seed, 20, 4);
    RealMatrix map = MatrixUtils.createRealMatrix(rows(seed + 1000, 4, 4));
    for (int i = 0; i < 4; i++) {
      map.addToEntry(i, i, 40);
    }
    double[][] mapped = MatrixUtils.createRealMatrix(rows).multiply(map).getData();
    assertThat(ShrunkenCovariance.of(mapped, 0).orElseThrow().distance(mapped[2], mapped[3]))
        .isCloseTo(
            ShrunkenCovariance.of(rows, 0).orElseThrow().distance(rows[2], rows[3]), within(1e-6));
  }

  /** The squared distances from the mean sum to (n - 1) p: the rows are whitened. */
  @Test
  void whitened_rows_have_variance_one_in_each_direction() {
    double[][] rows = rows(3, 25, 6);
    double[] mean = new double[6];
    for (double[] row : rows) {
      for (int i = 0; i < 6; i++) {
        mean[i] += row[i] / 25;
      }
    }
    ShrunkenCovariance plain = ShrunkenCovariance.of(rows, 0).orElseThrow();
    double sum = 0;
    for (double[] row : rows) {
      sum += Math.pow(plain.distance(row, mean), 2);
    }
    assertThat(sum).isCloseTo(24 * 6, within(1e-8));
  }

  @Test
  void with_full_shrinkage_it_is_the_distance_of_standardised_values() {
    double[][] rows = rows(5, 10, 3);
    double[] deviations = ShrunkenCovariance.deviations(rows);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += Math.pow((rows[0][i] - rows[1][i]) / deviations[i], 2);
    }
    assertThat(ShrunkenCovariance.of(rows, 1).orElseThrow().distance(rows[0], rows[1]))
        .isCloseTo(Math.sqrt(sum), within(1e-12));
  }

  @Test
  void with_more_indicators_than_rows_there_is_still_a_distance() {
    double[][] rows = rows(7, 6, 20);
    ShrunkenCovariance shrunken = ShrunkenCovariance.of(rows).orElseThrow();
    assertThat(shrunken.intensity()).isBetween(0.01, 1.0);
    assertThat(shrunken.distance(rows[0], rows[1])).isFinite().isPositive();
    assertThat(ShrunkenCovariance.of(rows, 0)).isEmpty();
  }

  @Test
  void indicators_that_move_together_exactly_leave_no_inverse() {
    assertThat(ShrunkenCovariance.of(new double[][] {{0, 0}, {0, 0}, {1, 1}, {1, 1}})).isEmpty();
  }

  @Test
  void one_indicator_is_measured_in_its_standard_deviation() {
    ShrunkenCovariance one = ShrunkenCovariance.of(new double[][] {{1}, {2}, {3}}).orElseThrow();
    assertThat(one.intensity()).isEqualTo(1);
    assertThat(one.distance(new double[] {1}, new double[] {3})).isEqualTo(2);
  }
}
