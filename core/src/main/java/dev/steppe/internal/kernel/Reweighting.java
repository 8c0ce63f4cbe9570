package dev.steppe.internal.kernel;

import java.util.Arrays;

/** Who gets the weight of what is missing. */
final class Reweighting {

  /** By node: the share of its weight, or by count of its children, that has data. */
  final double[] coverage;

  /** By node: whether it has a value. */
  final boolean[] present;

  /** By factor and child: the shares after what is missing has been left out. */
  final double[][] shares;

  final FlattenedSums sums;

  /**
   * Shares out the weight.
   *
   * @param values normalised, by indicator; NaN where missing
   * @param minimum the least share with data that is needed for a value; with 0 any data will do
   * @param byCount whether that is a share of the children of every factor, instead of the weight
   *     of the whole
   */
  Reweighting(CompiledModel model, double[] values, double minimum, boolean byCount) {
    int nodes = model.nodes().size();
    coverage = new double[nodes];
    present = new boolean[nodes];
    shares = new double[model.children.length][];
    for (int i = 0; i < model.indicators; i++) {
      present[i] = !Double.isNaN(values[i]);
      coverage[i] = present[i] ? 1 : 0;
    }
    for (int f = 0; f < shares.length; f++) {
      int[] children = model.children[f];
      double[] nominal = model.shares[f];
      boolean[] there = new boolean[children.length];
      double covered = 0;
      int count = 0;
      int counted = 0;
      boolean whole = true;
      for (int c = 0; c < children.length; c++) {
        there[c] = present[children[c]];
        counted += nominal[c] > 0 ? 1 : 0;
        whole &= nominal[c] == 0 || coverage[children[c]] == 1;
        if (there[c] && nominal[c] > 0) {
          covered += nominal[c] * coverage[children[c]];
          count++;
        }
      }
      shares[f] = new double[children.length];
      boolean any = ChildShares.of(nominal, there, 1, shares[f]);
      int node = model.indicators + f;
      double measured = byCount ? (double) count / counted : covered;
      boolean limited = byCount || node == nodes - 1;
      // Shares that should sum to 1 may fall short of it by a rounding error.
      present[node] = any && (!limited || measured >= minimum - 1e-12);
      // All and nothing less is 1, whatever the weights round to.
      double part = whole ? 1 : Math.min(Math.nextDown(1.0), covered);
      coverage[node] = present[node] ? part : 0;
      if (!present[node]) {
        Arrays.fill(shares[f], 0);
      }
    }
    sums = FlattenedSums.of(model, shares);
  }
}
