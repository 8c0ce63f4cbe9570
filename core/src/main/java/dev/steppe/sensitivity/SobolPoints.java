package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The points at which outputs give Sobol indices, for outputs that are computed elsewhere: by
 * another program, on another machine, or by people. Immutable.
 *
 * <p>The points come from a design, or from two samples of one's own. Rows of the matrix are
 * points, columns are inputs in the order of their names. To each row of the samples belong {@code
 * k + 2} rows of the matrix, one below the other: the point A of the first sample; for each of the
 * {@code k} inputs A with this input from the second sample; {@linkplain #withPairs with pairs} for
 * each input the point B of the second sample with this input from the first; and B. SALib's {@code
 * sobol} sampler has its rows in this order too.
 *
 * <pre>{@code
 * SobolPoints points =
 *     SobolPoints.of(
 *         SampleDesign.sobol(1024),
 *         UncertainInput.uniform("a", 0, 1), UncertainInput.uniform("b", 0, 1));
 * double[] outputs = Arrays.stream(points.matrix()).mapToDouble(x -> x[0] + 2 * x[1]).toArray();
 * points.indices(outputs).first("b");   // 0.8 within its interval
 * }</pre>
 *
 * @since 0.1
 */
public final class SobolPoints {

  private static final int MOST_FAULTS = 10;

  private final ImmutableList<String> inputs;
  private final RowDesign design;
  private final boolean pairs;

  /** Of the first and of the second sample: {@code [sample][input][row]}. */
  private final double[][][] samples;

  private SobolPoints(
      ImmutableList<String> inputs, RowDesign design, boolean pairs, double[][][] samples) {
    this.inputs = inputs;
    this.design = design;
    this.pairs = pairs;
    this.samples = samples;
    checkRows("Sobol points", (long) design.rows() * group());
  }

  static void checkRows(String what, long rows) {
    if (rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          Text.of("%s: must be at most %s, but would be %s", what, Integer.MAX_VALUE, rows));
    }
  }

  /**
   * The points at which {@link SensitivityAnalysis} evaluates a function of these inputs.
   *
   * @param design with a size from 16 to 2^24 rows of the two samples
   * @param inputs at least one, with different names
   * @throws IllegalArgumentException if the size is out of its range, there are no inputs, names
   *     recur, or a value is not finite
   */
  public static SobolPoints of(SampleDesign design, UncertainInput... inputs) {
    FunctionProblem problem = new FunctionProblem(x -> 0, ImmutableList.copyOf(inputs));
    RowDesign rows = new RowDesign(design, RowDesign.DEFAULT.resamples());
    double[][][] samples =
        new PickFreezeDesign(problem, rows, Execution.onCallingThread()).samples();
    List<String> faults = new ArrayList<>();
    checkFinite("first", rowsOf(samples[0]), problem.inputs(), faults);
    checkFinite("second", rowsOf(samples[1]), problem.inputs(), faults);
    Checks.noFaults("Sobol points", faults, MOST_FAULTS);
    return new SobolPoints(problem.inputs(), rows, false, samples);
  }

  /**
   * Points of one's own: two samples of independent inputs, which are independent of each other.
   * From a matrix of SALib's for {@code k} inputs without second order, rows 0, {@code k + 2},
   * {@code 2 (k + 2)} and so on are the first sample, and the rows before these and the last one
   * the second; {@link #matrix} then is that matrix, and its outputs fit.
   *
   * @param inputs their names, at least one, none twice
   * @param first {@code [row][input]}, 16 to 2^24 rows
   * @param second of the same shape
   * @throws IllegalArgumentException if shapes differ, a value is not finite, or names recur; the
   *     message lists the faults
   */
  public static SobolPoints ofSamples(List<String> inputs, double[][] first, double[][] second) {
    ImmutableList<String> names = FunctionProblem.distinct(ImmutableList.copyOf(inputs));
    List<String> faults = new ArrayList<>();
    if (first.length != second.length) {
      faults.add(
          Text.of(
              "both samples must have as many rows, but the first has %s and the second %s",
              first.length, second.length));
    }
    checkShape("first", first, names, faults);
    checkShape("second", second, names, faults);
    Checks.noFaults("Sobol points", faults, MOST_FAULTS);
    checkFinite("first", first, names, faults);
    checkFinite("second", second, names, faults);
    Checks.noFaults("Sobol points", faults, MOST_FAULTS);
    return new SobolPoints(
        names,
        RowDesign.own(first.length),
        false,
        new double[][][] {columns(first, names.size()), columns(second, names.size())});
  }

  private static void checkShape(
      String sample, double[][] rows, List<String> names, List<String> faults) {
    for (int r = 0; r < rows.length; r++) {
      int length = requireNonNull(rows[r], "row").length;
      if (length != names.size()) {
        faults.add(
            Text.of(
                "row %s of the %s sample must have a value for %s, but has %s",
                r,
                sample,
                names.size() == 1 ? "the one input" : "each of " + names.size() + " inputs",
                length));
      }
    }
  }

  private static void checkFinite(
      String sample, double[][] rows, List<String> names, List<String> faults) {
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < names.size(); i++) {
        if (!Double.isFinite(rows[r][i])) {
          faults.add(
              Text.of(
                  "'%s' must be finite, but was %s in row %s of the %s sample",
                  names.get(i), rows[r][i], r, sample));
        }
      }
    }
  }

  private static double[][] columns(double[][] rows, int count) {
    double[][] columns = new double[count][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < count; i++) {
        columns[i][r] = rows[r][i];
      }
    }
    return columns;
  }

  private static double[][] rowsOf(double[][] columns) {
    return columns(columns, columns[0].length);
  }

  /** A copy with the points for second-order indices too: {@code 2 k + 2} for each row. */
  public SobolPoints withPairs() {
    return new SobolPoints(inputs, design, true, samples);
  }

  /** A copy whose intervals have another level, such as 0.9. */
  public SobolPoints withLevel(double level) {
    return new SobolPoints(
        inputs,
        new RowDesign(design.sample().withLevel(level), design.resamples(), design.isOwn()),
        pairs,
        samples);
  }

  /** The names of the inputs, in the order of the columns. */
  public ImmutableList<String> inputs() {
    return inputs;
  }

  /** How many points there are. */
  public int rows() {
    return design.rows() * group();
  }

  /** How many points belong to a row of the samples. */
  private int group() {
    return (pairs ? 2 : 1) * inputs.size() + 2;
  }

  /** The points, a new array each time: {@code [row][input]}, in the order that the class tells. */
  public double[][] matrix() {
    boolean[][] mixes = SobolRuns.mixes(inputs.size(), pairs);
    double[][] matrix = new double[rows()][inputs.size()];
    for (int row = 0; row < matrix.length; row++) {
      Interruption.checkIfMany((long) row * inputs.size(), inputs.size());
      boolean[] fromSecond = mixes[mix(row % group())];
      for (int i = 0; i < fromSecond.length; i++) {
        matrix[row][i] = samples[fromSecond[i] ? 1 : 0][i][row / group()];
      }
    }
    return matrix;
  }

  /** A stands first of its group and B last, what is mixed between them. */
  private int mix(int place) {
    return place == 0 ? SobolEstimators.A : place == group() - 1 ? SobolEstimators.B : place + 1;
  }

  /**
   * The indices, from an output for each row of {@link #matrix}, in its order.
   *
   * @param outputs as many as there are {@linkplain #rows rows}, all finite
   * @throws IllegalArgumentException if there are more or fewer, or some are not finite; the
   *     message lists which
   */
  public SobolIndices indices(double[] outputs) {
    checkOutputs("Sobol points", outputs, rows());
    double[][] columns = new double[group()][design.rows()];
    for (int row = 0; row < outputs.length; row++) {
      columns[mix(row % group())][row / group()] = outputs[row];
    }
    return new SobolEstimators("output", inputs, design, pairs).of(columns);
  }

  static void checkOutputs(String what, double[] outputs, int rows) {
    List<String> faults = new ArrayList<>();
    if (outputs.length != rows) {
      faults.add(
          Text.of("there must be an output for each of %s rows, but are %s", rows, outputs.length));
    }
    for (int row = 0; row < outputs.length; row++) {
      if (!Double.isFinite(outputs[row])) {
        faults.add(Text.of("output of row %s must be finite, but was %s", row, outputs[row]));
      }
    }
    Checks.noFaults(what, faults, MOST_FAULTS);
  }

  /** Such as {@code 4,096 points of [a, b]: 1,024 rows, scrambled Sobol sequence, seed 2022}. */
  @Override
  public String toString() {
    return Text.count(rows(), "point", "points") + " of " + inputs + ": " + design;
  }
}
