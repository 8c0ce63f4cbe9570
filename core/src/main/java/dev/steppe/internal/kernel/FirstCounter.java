package dev.steppe.internal.kernel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.tally.RankTally;
import java.util.Arrays;
import java.util.List;

/**
 * Counts how often each of some subjects has the highest score under weights of its own, where
 * scores are weighted sums and readings are drawn. Readings are drawn once for all of the weights.
 * A subject is scored under another's weights only where it may come out above: not where its
 * greatest readings of the block would not do. Has buffers, so each thread needs its own.
 */
public final class FirstCounter {

  /** Numbers of a block that are kept, 32 MB; the readings of further subjects are drawn twice. */
  private static final long KEPT = 1 << 22;

  /** More than rounding takes from a sum of weights times values. */
  private static final double SLACK = 1e-6;

  private final CompiledModel model;
  private final List<SampledValues> values;
  private final ImmutableIntArray owners;
  private final ImmutableIntArray order;
  private final Substreams draws;

  /** By set of weights and subject: the weights by indicator, the same array if none is missing. */
  private final double[][][] weights;

  /** By set of weights and subject: the sum of what is not drawn, and of where lines start. */
  private final double[][] fixed;

  /** By set of weights and subject: what it scores at most, where that is known before. */
  private final double[][] most;

  /**
   * By subject and indicator: what a number in its column counts for. Where readings are uniform
   * and stay on a line, numbers are their probabilities, and this is the way along the line.
   */
  private final double[][] factors;

  /** By subject: the indicators whose readings are drawn. */
  private final int[][] drawn;

  /**
   * By subject and indicator: drawn values, or their probabilities; all subjects that are not kept
   * have the same arrays.
   */
  private final double[][][] columns;

  private final boolean[] isKept;

  /** By set of weights: the scores of its owner, the least of them, and the highest of others. */
  private final double[][] own;

  private final double[] least;
  private final double[][] highest;

  /** By set of weights: whether others are above its owner in all rows. */
  private final boolean[] isLost;

  private final double[] score = new double[DrawBlock.SIZE];
  private final double[] greatest;
  private final long[] hits;

  /**
   * Counts nothing yet.
   *
   * @param model an additive one
   * @param owners by set of weights, the subject that may be first
   * @param sets the weights, by indicator
   * @param order all subjects, the likely highest first
   */
  public FirstCounter(
      CompiledModel model,
      ImmutableList<SampledProfile> subjects,
      ImmutableIntArray owners,
      List<ImmutableDoubleArray> sets,
      ImmutableIntArray order,
      Substreams draws) {
    int count = subjects.size();
    this.model = model;
    this.values = SampledValues.of(model, subjects, GapEnd.MIDDLE);
    this.owners = owners;
    this.order = order;
    this.draws = draws;
    this.weights = new double[sets.size()][count][];
    this.fixed = new double[sets.size()][count];
    this.most = new double[sets.size()][count];
    this.factors = new double[count][model.indicators];
    this.drawn = new int[count][];
    this.columns = new double[count][][];
    this.isKept = new boolean[count];
    this.own = new double[sets.size()][DrawBlock.SIZE];
    this.least = new double[sets.size()];
    this.highest = new double[sets.size()][DrawBlock.SIZE];
    this.isLost = new boolean[sets.size()];
    this.greatest = new double[model.indicators];
    this.hits = new long[sets.size()];
    for (int s = 0; s < count; s++) {
      for (int i = 0; i < model.indicators; i++) {
        SampledValues of = values.get(s);
        factors[s][i] = of.isUniform[i] ? valueAt(of, i, 1) - valueAt(of, i, 0) : 1;
      }
    }
    prepareColumns();
    GapWeights gaps = new GapWeights(model, new DrawBuffers(0, 0), 0);
    for (int k = 0; k < hits.length; k++) {
      double[] set = sets.get(k).toArray();
      for (int s = 0; s < count; s++) {
        weights[k][s] = sharedOut(set, values.get(s), gaps);
        fixed[k][s] = fixedSum(weights[k][s], values.get(s));
        most[k][s] = hasBounds(s) ? most(k, s) : Double.NaN;
      }
    }
  }

  private void prepareColumns() {
    double[][] last = new double[model.indicators][];
    long numbers = 0;
    for (int s = 0; s < drawn.length; s++) {
      drawn[s] = drawn(values.get(s).subject);
      numbers += (long) drawn[s].length * DrawBlock.SIZE;
      isKept[s] = numbers <= KEPT;
      columns[s] = isKept[s] ? new double[model.indicators][] : last;
      for (int i : drawn[s]) {
        columns[s][i] = columns[s][i] == null ? new double[DrawBlock.SIZE] : columns[s][i];
      }
    }
  }

  private int[] drawn(SampledProfile subject) {
    int[] indicators = new int[model.indicators];
    int count = 0;
    for (int i = 0; i < indicators.length; i++) {
      if (subject.isDrawn(i)) {
        indicators[count++] = i;
      }
    }
    return Arrays.copyOf(indicators, count);
  }

  /** The weights after those of what is missing have been shared out. */
  private double[] sharedOut(double[] set, SampledValues of, GapWeights gaps) {
    if (of.gaps == null) {
      return set;
    }
    double[][] one = new double[set.length][1];
    for (int i = 0; i < set.length; i++) {
      one[i][0] = set[i];
    }
    double[][] shares = gaps.columns(of.gaps, one, 1);
    double[] shared = new double[set.length];
    for (int i = 0; i < set.length; i++) {
      shared[i] = of.gaps.present[i] ? shares[i][0] : 0;
    }
    return shared;
  }

  private double fixedSum(double[] weights, SampledValues of) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (of.isUniform[i]) {
        sum += weights[i] * valueAt(of, i, 0);
      } else if (!of.subject.isDrawn(i) && !Double.isNaN(of.values[i])) {
        sum += weights[i] * of.values[i];
      }
    }
    return sum;
  }

  /** The value of a drawn reading at a probability. */
  private double valueAt(SampledValues of, int indicator, double probability) {
    double[] one = {requireNonNull(of.subject.uncertain[indicator]).inverseCdf(probability)};
    model.normalize(indicator, 1, one);
    return one[0];
  }

  /** Draws and counts the first rows of a block. */
  public void count(long block, int rows) {
    for (int s = 0; s < drawn.length; s++) {
      if (isKept[s]) {
        draw(s, block, rows);
      }
    }
    for (int k = 0; k < hits.length; k++) {
      int owner = owners.get(k);
      if (!isKept[owner]) {
        draw(owner, block, rows);
      }
      score(k, owner, rows, own[k]);
      least[k] = least(own[k], rows);
      Arrays.fill(highest[k], Double.NEGATIVE_INFINITY);
      isLost[k] = false;
    }
    for (int j = 0; j < order.length(); j++) {
      int subject = order.get(j);
      if (!isKept[subject]) {
        draw(subject, block, rows);
      }
      compare(subject, rows);
    }
    for (int k = 0; k < hits.length; k++) {
      hits[k] += isLost[k] ? 0 : RankTally.timesFirst(own[k], highest[k], rows);
    }
  }

  private void draw(int subject, long block, int rows) {
    for (int i : drawn[subject]) {
      double[] column = columns[subject][i];
      SampledValues of = values.get(subject);
      if (of.isUniform[i]) {
        of.subject.probabilities(i, draws, block, rows, column);
      } else {
        of.subject.fill(i, draws, block, rows, column);
        model.normalize(i, rows, column);
      }
    }
  }

  /** Scores a subject under the weights of all whom it may be above. */
  private void compare(int subject, int rows) {
    boolean hasBounds = hasBounds(subject);
    for (int i : drawn[subject]) {
      if (!hasBounds && !values.get(subject).isUniform[i]) {
        greatest[i] = greatest(columns[subject][i], rows);
      }
    }
    for (int k = 0; k < hits.length; k++) {
      if (!isLost[k]
          && owners.get(k) != subject
          && (hasBounds ? most[k][subject] : most(k, subject)) > least[k] - SLACK) {
        score(k, subject, rows, score);
        raise(highest[k], score, rows);
        isLost[k] = RankTally.isNeverFirst(own[k], highest[k], rows);
      }
    }
  }

  /** Whether all drawn readings are uniform: of hundreds, some is next to either bound. */
  private boolean hasBounds(int subject) {
    boolean uniform = true;
    for (int i : drawn[subject]) {
      uniform &= values.get(subject).isUniform[i];
    }
    return uniform;
  }

  /** What the greatest readings of the block would score, or the bounds of uniform ones. */
  private double most(int set, int subject) {
    double[] of = weights[set][subject];
    double sum = fixed[set][subject];
    for (int i : drawn[subject]) {
      boolean uniform = values.get(subject).isUniform[i];
      sum += of[i] * (uniform ? Math.max(0, factors[subject][i]) : greatest[i]);
    }
    return sum;
  }

  private void score(int set, int subject, int rows, double[] out) {
    double[] weight = weights[set][subject];
    double[] factor = factors[subject];
    double[][] from = columns[subject];
    int[] indicators = drawn[subject];
    Arrays.fill(out, 0, rows, fixed[set][subject]);
    int j = 0;
    for (; j + 4 <= indicators.length; j += 4) {
      int a = indicators[j];
      int b = indicators[j + 1];
      int c = indicators[j + 2];
      int d = indicators[j + 3];
      AdditiveDrawScorer.addFour(
          from[a],
          weight[a] * factor[a],
          from[b],
          weight[b] * factor[b],
          from[c],
          weight[c] * factor[c],
          from[d],
          weight[d] * factor[d],
          rows,
          out);
    }
    for (; j < indicators.length; j++) {
      int i = indicators[j];
      AdditiveDrawScorer.addOne(from[i], weight[i] * factor[i], rows, out);
    }
  }

  private static double least(double[] numbers, int rows) {
    double least = Double.POSITIVE_INFINITY;
    for (int r = 0; r < rows; r++) {
      least = Math.min(least, numbers[r]);
    }
    return least;
  }

  /** Four at a time, as each comparison waits for the one before. */
  private static double greatest(double[] numbers, int rows) {
    double a = Double.NEGATIVE_INFINITY;
    double b = a;
    double c = a;
    double d = a;
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      a = a < numbers[r] ? numbers[r] : a;
      b = b < numbers[r + 1] ? numbers[r + 1] : b;
      c = c < numbers[r + 2] ? numbers[r + 2] : c;
      d = d < numbers[r + 3] ? numbers[r + 3] : d;
    }
    for (; r < rows; r++) {
      a = Math.max(a, numbers[r]);
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  private static void raise(double[] highest, double[] scores, int rows) {
    for (int r = 0; r < rows; r++) {
      highest[r] = Math.max(highest[r], scores[r]);
    }
  }

  /** By set of weights: in how many rows nobody was above its owner. */
  public long[] hits() {
    return hits.clone();
  }
}
