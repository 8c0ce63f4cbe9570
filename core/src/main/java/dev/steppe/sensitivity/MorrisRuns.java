package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.internal.random.Substreams;

/**
 * Walks through the grid of the inputs' probabilities: every trajectory starts at a random point
 * and moves each input once, in random order, by half the number of levels, up from the lower half
 * of them and down from the upper half.
 */
final class MorrisRuns {

  private static final long ORDERS = Substreams.key("order");

  private final Problem problem;
  private final int trajectories;
  private final int levels;
  private final long seed;
  private final int count;

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
    this.count = problem.inputs().size();
    for (int i = 0; i < count; i++) {
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
    double[][] effects = new double[count][trajectories];
    Problem.Evaluator evaluator = problem.evaluator();
    WorkerPool.run(execution.withThreads(1), trajectories, t -> trajectory(t, evaluator, effects));
    ImmutableList.Builder<MorrisEffect> found = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      found.add(MorrisEffect.of(problem.inputs().get(i), effects[i]));
    }
    return new MorrisEffects(problem.output(), found.build(), trajectories, levels, seed);
  }

  private void trajectory(int number, Problem.Evaluator evaluator, double[][] effects) {
    SplitMix64 random = new SplitMix64(seed);
    random.restart(seed, ORDERS, number);
    int[] order = random.order(count);
    int half = levels / 2;
    double step = half / (levels - 1.0);
    double[][] columns = new double[count][count + 1];
    double[] signs = new double[count];
    for (int place = 0; place < count; place++) {
      int input = order[place];
      random.restart(seed, Substreams.key("level/" + problem.inputs().get(input)), number);
      int level = random.nextInt(levels);
      boolean up = level < half;
      signs[input] = up ? 1 : -1;
      int moved = up ? level + half : level - half;
      for (int row = 0; row <= count; row++) {
        columns[input][row] = (row <= place ? level : moved) / (levels - 1.0);
      }
    }
    for (int d = 0; d < count; d++) {
      problem.transform(d, columns[d], count + 1);
      checkBounds(d, columns[d]);
    }
    double[] outputs = new double[count + 1];
    evaluator.evaluate(columns, count + 1, outputs);
    for (int row = 0; row <= count; row++) {
      if (!Double.isFinite(outputs[row])) {
        throw new IllegalArgumentException(
            PickFreezeDesign.notFinite(problem, columns, row, outputs[row]));
      }
    }
    for (int place = 0; place < count; place++) {
      double change = outputs[place + 1] - outputs[place];
      effects[order[place]][number] = signs[order[place]] * change / step;
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
}
