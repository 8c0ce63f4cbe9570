package dev.steppe.sensitivity;

import dev.steppe.analysis.Execution;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.random.Substreams;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Outputs at points that take some inputs from one sample and the others from a second, independent
 * one, row by row (the "pick and freeze" design).
 *
 * <p>Of the coordinates an even one belongs to the first sample, an odd one to the second, so one
 * that is added at the end changes no other. Every output depends on its row only, so blocks of
 * rows may run on any number of threads.
 */
final class PickFreezeDesign {

  private static final int BLOCK = 4 * DrawBlock.SIZE;

  private final Problem problem;

  /** By sample and dimension. */
  private final long[][] keys;

  private final Supplier<Substreams> draws;
  private final int rows;
  private final Execution execution;

  PickFreezeDesign(Problem problem, RowDesign design, Execution execution) {
    this.problem = problem;
    this.keys = new long[2][problem.dimensions()];
    Set<Long> coordinates = new LinkedHashSet<>();
    for (int d = 0; d < problem.dimensions(); d++) {
      keys[0][d] = Substreams.key("first/" + problem.key(d));
      keys[1][d] = Substreams.key("second/" + problem.key(d));
      coordinates.add(keys[0][d]);
      coordinates.add(keys[1][d]);
    }
    this.draws = design.draws(coordinates);
    this.rows = design.rows();
    this.execution = execution;
  }

  /** Takes the outputs of some rows. Calls for different rows may be concurrent. */
  interface Sink {
    /**
     * Receives outputs.
     *
     * @param from the first row
     * @param count how many rows
     * @param outputs {@code [mix][row - from]}
     */
    void accept(int from, int count, double[][] outputs);
  }

  /** Chooses, for each row, a mix: which inputs come from the second sample. */
  interface Mixes {
    int count();

    /** Whether the input comes from the second sample; the same for all rows of a block or not. */
    boolean fromSecond(int mix, int input, int row);

    /** Whether {@link #fromSecond} is the same for all rows. */
    boolean isUniform();
  }

  /** Mixes that are the same for all rows: {@code fromSecond[mix][input]}. */
  static Mixes uniform(boolean[][] fromSecond) {
    return new Mixes() {
      @Override
      public int count() {
        return fromSecond.length;
      }

      @Override
      public boolean fromSecond(int mix, int input, int row) {
        return fromSecond[mix][input];
      }

      @Override
      public boolean isUniform() {
        return true;
      }
    };
  }

  /**
   * Runs all mixes on all rows.
   *
   * @throws IllegalArgumentException if an output is not finite: the first one, by row and mix
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  void run(Mixes mixes, Sink sink) {
    int blocks = (rows + BLOCK - 1) / BLOCK;
    WorkerPool.run(execution, blocks, block -> runBlock(block * BLOCK, mixes, sink));
  }

  /** The points of the first and of the second sample: {@code [sample][dimension][row]}. */
  double[][][] samples() {
    double[][][] samples = new double[2][problem.dimensions()][rows];
    for (int from = 0; from < rows; from += BLOCK) {
      int count = Math.min(BLOCK, rows - from);
      for (int s = 0; s < 2; s++) {
        Interruption.check();
        double[][] block = sample(draws.get(), from, count, keys[s]);
        for (int d = 0; d < block.length; d++) {
          System.arraycopy(block[d], 0, samples[s][d], from, count);
        }
      }
    }
    return samples;
  }

  private void runBlock(int from, Mixes mixes, Sink sink) {
    int count = Math.min(BLOCK, rows - from);
    Substreams own = draws.get();
    double[][] first = sample(own, from, count, keys[0]);
    double[][] second = sample(own, from, count, keys[1]);
    Problem.Evaluator evaluator = problem.evaluator();
    double[][] outputs = new double[mixes.count()][count];
    for (int m = 0; m < outputs.length; m++) {
      Interruption.check();
      double[][] columns = mix(first, second, mixes, m, from, count);
      evaluator.evaluate(columns, count, outputs[m]);
      for (int r = 0; r < count; r++) {
        if (!Double.isFinite(outputs[m][r])) {
          throw new IllegalArgumentException(notFinite(problem, columns, r, outputs[m][r]));
        }
      }
    }
    sink.accept(from, count, outputs);
  }

  static String notFinite(Problem problem, double[][] columns, int row, double output) {
    return "Every output must be finite, but was "
        + output
        + " at "
        + problem.describe(columns, row);
  }

  private double[][] sample(Substreams own, int from, int count, long[] keys) {
    double[][] columns = new double[keys.length][count];
    double[] drawn = new double[DrawBlock.SIZE];
    for (int d = 0; d < columns.length; d++) {
      for (int at = 0; at < count; at += DrawBlock.SIZE) {
        int rows = Math.min(DrawBlock.SIZE, count - at);
        own.uniforms(keys[d], DrawBlock.of(from + at), rows, drawn);
        System.arraycopy(drawn, 0, columns[d], at, rows);
      }
      problem.transform(d, columns[d], count);
    }
    return columns;
  }

  private double[][] mix(
      double[][] first, double[][] second, Mixes mixes, int mix, int from, int count) {
    double[][] columns = first.clone();
    for (int input = 0; input < problem.inputs().size(); input++) {
      for (int d : problem.dimensionsOf(input)) {
        if (mixes.isUniform()) {
          columns[d] = mixes.fromSecond(mix, input, 0) ? second[d] : first[d];
        } else {
          columns[d] = first[d].clone();
          for (int r = 0; r < count; r++) {
            if (mixes.fromSecond(mix, input, from + r)) {
              columns[d][r] = second[d][r];
            }
          }
        }
      }
    }
    return columns;
  }
}
