package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.internal.math.ShapleyWeights;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.internal.random.Substreams;
import dev.steppe.statistics.ConfidenceInterval;
import java.util.Optional;

/**
 * Estimates Shapley effects from rows of two independent samples.
 *
 * <p>The worth of a set of inputs is the variance that would stay if all others became known, which
 * has the same Shapley values as the variance explained (Song, Nelson and Staum 2016, theorem 1). A
 * row estimates it by Jansen's formula: half the square of the change of the output when the set's
 * inputs move from the first sample to the second. Up to {@link #MOST_ENUMERATED} inputs each row
 * goes through all sets; with more inputs it follows one random order of the inputs, which takes
 * one output for each (Castro, Gomez and Tejada 2009). Either way the shares of a row sum to the
 * worth of all inputs in that row, which estimates the variance.
 *
 * @see <a href="https://doi.org/10.1016/j.cor.2008.04.004">Castro, Gomez and Tejada (2009),
 *     Polynomial calculation of the Shapley value based on sampling, Computers and Operations
 *     Research 36, 1726-1730</a>
 */
final class ShapleyRuns {

  /** 2^10 sets: more would take more outputs than the estimate is worth. */
  static final int MOST_ENUMERATED = 10;

  private static final long ORDERS = Substreams.key("order");

  private final Problem problem;
  private final RowDesign design;
  private final int count;
  private final double[][] terms;
  private final double[] least;
  private final double[] greatest;

  ShapleyRuns(Problem problem, RowDesign design) {
    this.problem = problem;
    this.design = design;
    this.count = problem.inputs().size();
    // The last term is the worth of all inputs.
    this.terms = new double[count + 1][design.rows()];
    this.least = new double[design.rows()];
    this.greatest = new double[design.rows()];
  }

  ShapleyEffects run(Execution execution) {
    PickFreezeDesign runs = new PickFreezeDesign(problem, design, execution);
    if (count <= MOST_ENUMERATED) {
      enumerate(runs);
    } else {
      permute(runs);
    }
    if (SobolEstimators.isConstant(new double[][] {least, greatest})) {
      return result(0, ImmutableList.of());
    }
    Bootstrap bootstrap = new Bootstrap(terms, design);
    double[] sums = bootstrap.sums();
    double variance = OutputScale.checked(sums[count] / design.rows());
    double[] shares = shares(sums);
    ConfidenceInterval[] intervals = bootstrap.intervals(this::shares);
    ImmutableList.Builder<ShapleyEffect> effects = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      effects.add(new ShapleyEffect(problem.inputs().get(i), shares[i], Optional.of(intervals[i])));
    }
    return result(variance, effects.build());
  }

  private ShapleyEffects result(double variance, ImmutableList<ShapleyEffect> effects) {
    return new ShapleyEffects(
        problem.output(), problem.inputs(), variance, effects, Optional.of(design));
  }

  private double[] shares(double[] sums) {
    double[] shares = new double[count];
    for (int i = 0; i < count; i++) {
      shares[i] = sums[i] / sums[count];
    }
    return shares;
  }

  /** All sets, numbered by their bits. */
  private void enumerate(PickFreezeDesign runs) {
    boolean[][] sets = new boolean[1 << count][count];
    for (int set = 0; set < sets.length; set++) {
      for (int i = 0; i < count; i++) {
        sets[set][i] = (set >>> i & 1) == 1;
      }
    }
    double[] weights = ShapleyWeights.of(count);
    runs.run(
        PickFreezeDesign.uniform(sets),
        (from, rows, outputs) -> {
          for (int r = 0; r < rows; r++) {
            bound(outputs, r, from + r);
          }
          for (int set = 1; set < sets.length; set++) {
            int size = Integer.bitCount(set);
            for (int i = 0; i < count; i++) {
              double weight = sets[set][i] ? weights[size - 1] : -weights[size];
              add(outputs, set, weight, rows, terms[i], from);
            }
          }
          add(outputs, sets.length - 1, 1, rows, terms[count], from);
        });
  }

  private static void add(
      double[][] outputs, int set, double weight, int rows, double[] term, int from) {
    double[] moved = outputs[set];
    double[] still = outputs[0];
    for (int r = 0; r < rows; r++) {
      double change = moved[r] - still[r];
      term[from + r] += weight * 0.5 * change * change;
    }
  }

  private void bound(double[][] outputs, int at, int row) {
    least[row] = Double.POSITIVE_INFINITY;
    greatest[row] = Double.NEGATIVE_INFINITY;
    for (double[] column : outputs) {
      least[row] = Math.min(least[row], column[at]);
      greatest[row] = Math.max(greatest[row], column[at]);
    }
  }

  /**
   * One order of the inputs for each row; they move from the first sample to the second one by one.
   */
  private void permute(PickFreezeDesign runs) {
    int[][] orders = new int[design.rows()][];
    int[][] places = new int[design.rows()][count];
    SplitMix64 random = new SplitMix64(design.seed());
    for (int row = 0; row < orders.length; row++) {
      random.restart(design.seed(), ORDERS, row);
      orders[row] = random.order(count);
      for (int place = 0; place < count; place++) {
        places[row][orders[row][place]] = place;
      }
    }
    runs.run(
        new Moves(places),
        (from, rows, outputs) -> {
          for (int r = 0; r < rows; r++) {
            bound(outputs, r, from + r);
            double before = 0;
            for (int place = 0; place < count; place++) {
              double change = outputs[place + 1][r] - outputs[0][r];
              double worth = 0.5 * change * change;
              terms[orders[from + r][place]][from + r] = worth - before;
              before = worth;
            }
            terms[count][from + r] = before;
          }
        });
  }

  /** Mix {@code m} has the first {@code m} inputs of each row's order from the second sample. */
  private static final class Moves implements PickFreezeDesign.Mixes {
    private final int[][] places;

    Moves(int[][] places) {
      this.places = places;
    }

    @Override
    public int count() {
      return places[0].length + 1;
    }

    @Override
    public boolean fromSecond(int mix, int input, int row) {
      return places[row][input] < mix;
    }

    @Override
    public boolean isUniform() {
      return false;
    }
  }
}
