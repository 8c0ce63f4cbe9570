package dev.steppe.sensitivity;

import dev.steppe.analysis.Execution;
import dev.steppe.internal.Text;
import dev.steppe.internal.WorkerPool;
import java.util.Arrays;

/** Elementary effects of a problem: its outputs along trajectories through its inputs. */
final class MorrisRuns {

  private final Problem problem;
  private final int trajectories;
  private final int levels;
  private final long seed;

  MorrisRuns(Problem problem, int trajectories, int levels, long seed) {
    if (trajectories < 2 || trajectories > 1_000_000) {
      throw new IllegalArgumentException(
          "Trajectories must be in [2, 1000000], but were " + trajectories);
    }
    if (levels < 2 || levels > 1000 || levels % 2 != 0) {
      throw new IllegalArgumentException(
          "Levels must be an even number in [2, 1000], but were " + levels);
    }
    this.problem = problem;
    this.trajectories = trajectories;
    this.levels = levels;
    this.seed = seed;
    for (int i = 0; i < problem.inputs().size(); i++) {
      if (problem.dimensionsOf(i).length > 1) {
        throw new IllegalArgumentException(
            "Morris's method moves one number at a time, but input '"
                + problem.inputs().get(i)
                + "' is a vector");
      }
    }
  }

  /** One thread makes them: they are few. */
  MorrisEffects run(Execution execution) {
    MorrisTally tally = new MorrisTally(problem.inputs(), trajectories, levels);
    Problem.Evaluator evaluator = problem.evaluator();
    WorkerPool.run(
        execution.withThreads(1),
        trajectories,
        number -> {
          MorrisWalk walk = walk(number);
          tally.add(number, walk, outputs(evaluator, points(walk), walk.rows()));
        });
    return tally.result(problem.output(), seed);
  }

  /** The effects, from the outputs of one trajectory after the other. */
  MorrisEffects effects(double[] outputs) {
    MorrisTally tally = new MorrisTally(problem.inputs(), trajectories, levels);
    int at = 0;
    for (int number = 0; number < trajectories; number++) {
      MorrisWalk walk = walk(number);
      tally.add(number, walk, Arrays.copyOfRange(outputs, at, at + walk.rows()));
      at += walk.rows();
    }
    return tally.result(problem.output(), seed);
  }

  int trajectories() {
    return trajectories;
  }

  /** How many outputs are needed. */
  long rows() {
    int count = problem.inputs().size();
    long more = (long) Math.min(trajectories, MorrisWalk.CHECKED) * count;
    return (long) trajectories * (count + 1) + more;
  }

  MorrisWalk walk(int number) {
    return MorrisWalk.of(problem.inputs(), levels, seed, number);
  }

  /** {@code [input][row]}. */
  double[][] points(MorrisWalk walk) {
    double[][] columns = walk.probabilities();
    for (int d = 0; d < columns.length; d++) {
      problem.transform(d, columns[d], columns[d].length);
      checkBounds(d, columns[d]);
    }
    return columns;
  }

  private double[] outputs(Problem.Evaluator evaluator, double[][] columns, int rows) {
    double[] outputs = new double[rows];
    evaluator.evaluate(columns, rows, outputs);
    for (int row = 0; row < rows; row++) {
      if (!Double.isFinite(outputs[row])) {
        throw new IllegalArgumentException(
            PickFreezeDesign.notFinite(problem, columns, row, outputs[row]));
      }
    }
    return outputs;
  }

  /**
   * Checks the ends of the range of each input.
   *
   * @throws IllegalArgumentException if one has none
   */
  void checkBounds() {
    for (int d = 0; d < problem.dimensions(); d++) {
      double[] ends = {0, 1};
      problem.transform(d, ends, 2);
      checkBounds(d, ends);
    }
  }

  private void checkBounds(int dimension, double[] column) {
    for (double value : column) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "Morris's method goes from the least to the greatest value of an input, but '"
                + problem.key(dimension)
                + "' has none. Give it bounds.");
      }
    }
  }

  /** Such as {@code 10 trajectories on 4 levels, seed 7}. */
  @Override
  public String toString() {
    return Text.count(trajectories, "trajectory", "trajectories")
        + " on "
        + levels
        + " levels, seed "
        + seed;
  }
}
