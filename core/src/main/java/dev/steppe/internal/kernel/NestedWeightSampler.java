package dev.steppe.internal.kernel;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Node;
import java.util.Arrays;

/**
 * Weights that are uncertain node by node: the weight of a node within its factor is drawn from an
 * interval about that of the model, then those of a factor are divided by their sum. The weight of
 * an indicator is the product down the tree.
 */
public final class NestedWeightSampler extends WeightSampler {

  private final CompiledModel model;
  private final ImmutableDoubleArray fractions;

  /**
   * A sampler.
   *
   * @param fractions by node: how far its weight may be off, as a fraction of it; 0 if it is known
   */
  public NestedWeightSampler(CompiledModel model, ImmutableDoubleArray fractions) {
    super(model.nodes().stream().map(Node::code).toList());
    this.model = model;
    this.fractions = fractions;
  }

  /** From the root down, so that a factor's weight is there when its children share it. */
  @Override
  public void fill(Substreams draws, long block, int rows, double[][] weights) {
    double[][] columns = Arrays.copyOf(weights, model.nodes().size());
    for (int f = model.indicators; f < columns.length; f++) {
      columns[f] = new double[rows];
    }
    Arrays.fill(columns[model.root()], 1.0);
    for (int f = model.children.length - 1; f >= 0; f--) {
      int[] children = model.children[f];
      double[] sum = new double[rows];
      for (int c = 0; c < children.length; c++) {
        double[] column = columns[children[c]];
        draw(draws, block, children[c], model.shares[f][c], column, rows);
        for (int r = 0; r < rows; r++) {
          sum[r] += column[r];
        }
      }
      double[] whole = columns[model.indicators + f];
      for (int child : children) {
        double[] column = columns[child];
        for (int r = 0; r < rows; r++) {
          column[r] *= whole[r] / sum[r];
        }
      }
    }
  }

  @Override
  public boolean isDrawn(int node) {
    return fractions.get(node) > 0;
  }

  private void draw(
      Substreams draws, long block, int node, double share, double[] column, int rows) {
    double fraction = fractions.get(node);
    if (fraction == 0) {
      Arrays.fill(column, 0, rows, share);
      return;
    }
    draws.uniforms(key(node), block, rows, column);
    for (int r = 0; r < rows; r++) {
      column[r] = share * (1 + fraction * (2 * column[r] - 1));
    }
  }
}
