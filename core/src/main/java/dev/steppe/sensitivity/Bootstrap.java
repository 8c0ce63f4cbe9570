package dev.steppe.sensitivity;

import dev.steppe.internal.Interruption;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.internal.random.Substreams;
import dev.steppe.statistics.ConfidenceInterval;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Statistics of sums over rows, with percentile intervals from resampled rows: as many rows as
 * there are, drawn with replacement (Efron and Tibshirani 1993, An Introduction to the Bootstrap,
 * chapter 13).
 */
final class Bootstrap {

  private static final long RESAMPLES = Substreams.key("resample");

  private final double[][] terms;
  private final RowDesign design;

  /**
   * Prepares the rows.
   *
   * @param terms {@code [term][row]}
   */
  Bootstrap(double[][] terms, RowDesign design) {
    this.terms = terms;
    this.design = design;
  }

  /** The sums over all rows, by term. */
  double[] sums() {
    double[] once = new double[design.rows()];
    Arrays.fill(once, 1);
    return sums(once);
  }

  /**
   * Intervals of statistics.
   *
   * @param statistics figures by the sums of the terms; always as many
   * @throws IllegalArgumentException if a resample has no figures, as its rows are all the same
   */
  ConfidenceInterval[] intervals(Function<double[], double[]> statistics) {
    double[][] figures = new double[design.resamples()][];
    for (int r = 0; r < figures.length; r++) {
      Interruption.check();
      figures[r] = statistics.apply(sums(counts(r)));
    }
    ConfidenceInterval[] intervals = new ConfidenceInterval[figures[0].length];
    double[] of = new double[figures.length];
    for (int f = 0; f < intervals.length; f++) {
      boolean isNumber = true;
      for (int r = 0; r < of.length; r++) {
        of[r] = figures[r][f];
        isNumber &= !Double.isNaN(of[r]);
      }
      if (!isNumber) {
        throw new IllegalArgumentException(
            "Intervals need an output that varies in more than a few of the "
                + design.rows()
                + " rows. Use more rows.");
      }
      intervals[f] = ConfidenceInterval.percentiles(of, design.level());
    }
    return intervals;
  }

  /** How often a resample holds each row. */
  private double[] counts(int resample) {
    int rows = design.rows();
    double[] counts = new double[rows];
    SplitMix64 random = new SplitMix64(design.seed());
    random.restart(design.seed(), RESAMPLES, resample);
    for (int draw = 0; draw < rows; draw++) {
      counts[random.nextInt(rows)]++;
    }
    return counts;
  }

  /** Four terms at a time, so that no addition has to wait for the one before it. */
  private double[] sums(double[] counts) {
    double[] sums = new double[terms.length];
    int t = 0;
    for (; t + 4 <= terms.length; t += 4) {
      addFour(counts, terms[t], terms[t + 1], terms[t + 2], terms[t + 3], sums, t);
    }
    for (; t < terms.length; t++) {
      double sum = 0;
      for (int r = 0; r < counts.length; r++) {
        sum += counts[r] * terms[t][r];
      }
      sums[t] = sum;
    }
    return sums;
  }

  private static void addFour(
      double[] counts, double[] a, double[] b, double[] c, double[] d, double[] sums, int at) {
    double sumA = 0;
    double sumB = 0;
    double sumC = 0;
    double sumD = 0;
    for (int r = 0; r < counts.length; r++) {
      double count = counts[r];
      sumA += count * a[r];
      sumB += count * b[r];
      sumC += count * c[r];
      sumD += count * d[r];
    }
    sums[at] = sumA;
    sums[at + 1] = sumB;
    sums[at + 2] = sumC;
    sums[at + 3] = sumD;
  }
}
