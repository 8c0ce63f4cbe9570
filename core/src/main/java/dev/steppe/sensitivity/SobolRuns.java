package dev.steppe.sensitivity;

import dev.steppe.analysis.Execution;
import java.util.Arrays;

/** Sobol indices of a problem: its outputs at the points of Saltelli's design (2010). */
final class SobolRuns {

  private final Problem problem;
  private final RowDesign design;
  private final boolean pairs;

  SobolRuns(Problem problem, RowDesign design, boolean pairs) {
    this.problem = problem;
    this.design = design;
    this.pairs = pairs;
  }

  SobolIndices run(Execution execution) {
    boolean[][] mixes = mixes(problem.inputs().size(), pairs);
    double[][] outputs = new double[mixes.length][design.rows()];
    new PickFreezeDesign(problem, design, execution)
        .run(
            PickFreezeDesign.uniform(mixes),
            (from, rows, block) -> {
              for (int m = 0; m < outputs.length; m++) {
                System.arraycopy(block[m], 0, outputs[m], from, rows);
              }
            });
    return new SobolEstimators(problem.output(), problem.inputs(), design, pairs).of(outputs);
  }

  /**
   * Which inputs come from the second sample: in A, in B, in all A with i from B, and in all B with
   * i from A.
   */
  static boolean[][] mixes(int count, boolean pairs) {
    boolean[][] fromSecond = new boolean[2 + (pairs ? 2 : 1) * count][count];
    Arrays.fill(fromSecond[SobolEstimators.B], true);
    for (int i = 0; i < count; i++) {
      fromSecond[2 + i][i] = true;
      if (pairs) {
        Arrays.fill(fromSecond[2 + count + i], true);
        fromSecond[2 + count + i][i] = false;
      }
    }
    return fromSecond;
  }
}
