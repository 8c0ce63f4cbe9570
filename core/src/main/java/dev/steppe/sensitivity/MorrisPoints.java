package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Interruption;

/**
 * The points at which outputs give Morris's elementary effects, for outputs that are computed
 * elsewhere: by another program, on another machine, or by people. Immutable.
 *
 * <p>Rows of the matrix are points, columns are inputs in the order of their names. One trajectory
 * stands below the other: {@code k + 1} points of its way through the {@code k} inputs, and for the
 * first four {@code k} points off the grid, which show what the steps hide.
 *
 * <pre>{@code
 * MorrisPoints points =
 *     MorrisPoints.of(
 *         10, 4, 7, UncertainInput.uniform("a", 0, 1), UncertainInput.uniform("b", 0, 2));
 * double[] outputs = Arrays.stream(points.matrix()).mapToDouble(x -> 3 * x[0] - x[1]).toArray();
 * points.effects(outputs).effect("b").mean();   // -2.0
 * }</pre>
 *
 * @since 0.1
 */
public final class MorrisPoints {

  private final MorrisRuns runs;
  private final ImmutableList<String> inputs;

  private MorrisPoints(MorrisRuns runs, ImmutableList<String> inputs) {
    this.runs = runs;
    this.inputs = inputs;
  }

  /**
   * The points at which {@link SensitivityAnalysis#morris(int, int)} evaluates a function of these
   * inputs.
   *
   * @param trajectories at least 2; 10 to 50 are common
   * @param levels on how many levels the probabilities of an input lie, from 0 to 1; even
   * @param seed of the trajectories
   * @param inputs at least one, with different names
   * @throws IllegalArgumentException if a number is out of its range, there are no inputs, names
   *     recur, or an input has no bounds
   */
  public static MorrisPoints of(int trajectories, int levels, long seed, UncertainInput... inputs) {
    FunctionProblem problem = new FunctionProblem(x -> 0, ImmutableList.copyOf(inputs));
    MorrisPoints points =
        new MorrisPoints(new MorrisRuns(problem, trajectories, levels, seed), problem.inputs());
    points.runs.checkBounds();
    SobolPoints.checkRows("Morris points", points.runs.rows());
    return points;
  }

  /** The names of the inputs, in the order of the columns. */
  public ImmutableList<String> inputs() {
    return inputs;
  }

  /** How many points there are. */
  public int rows() {
    return (int) runs.rows();
  }

  /** The points, a new array each time: {@code [row][input]}, in the order that the class tells. */
  public double[][] matrix() {
    double[][] matrix = new double[rows()][inputs.size()];
    int at = 0;
    for (int number = 0; number < runs.trajectories(); number++) {
      Interruption.checkIfMany((long) at * inputs.size(), (long) inputs.size() * inputs.size());
      MorrisWalk walk = runs.walk(number);
      double[][] columns = runs.points(walk);
      for (int row = 0; row < walk.rows(); row++, at++) {
        for (int i = 0; i < columns.length; i++) {
          matrix[at][i] = columns[i][row];
        }
      }
    }
    return matrix;
  }

  /**
   * The effects, from an output for each row of {@link #matrix}, in its order.
   *
   * @param outputs as many as there are {@linkplain #rows rows}, all finite
   * @throws IllegalArgumentException if there are more or fewer, or some are not finite; the
   *     message lists which
   */
  public MorrisEffects effects(double[] outputs) {
    SobolPoints.checkOutputs("Morris points", outputs, rows());
    return runs.effects(outputs);
  }

  /** Such as {@code 38 points of [a, b]: 10 trajectories on 4 levels, seed 7}. */
  @Override
  public String toString() {
    return rows() + " points of " + inputs + ": " + runs;
  }
}
