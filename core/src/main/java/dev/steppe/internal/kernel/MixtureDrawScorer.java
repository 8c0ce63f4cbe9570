package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * Several scorers of the same subjects, of which each draw takes one. All are evaluated for all
 * draws, so the cost is their sum.
 */
final class MixtureDrawScorer extends DrawScorer {

  private static final long KEY = Draws.key("method");

  private final ImmutableList<DrawScorer> parts;

  /** For each part, the share of draws that take it or one before it. */
  private final ImmutableDoubleArray upTo;

  private final double[] choice = new double[Draws.BLOCK];

  MixtureDrawScorer(ImmutableList<DrawScorer> parts, ImmutableDoubleArray weights) {
    super(parts.get(0).model, parts.get(0).subjects, parts.get(0).draws);
    this.parts = parts;
    double total = weights.stream().sum();
    ImmutableDoubleArray.Builder shares = ImmutableDoubleArray.builder(weights.length());
    double sum = 0;
    for (int p = 0; p < weights.length(); p++) {
      sum += weights.get(p);
      shares.add(sum / total);
    }
    this.upTo = shares.build();
  }

  @Override
  public void draw(long block, int rows) {
    draws.generator(KEY, block).uniforms(choice, rows);
    for (DrawScorer part : parts) {
      part.draw(block, rows);
    }
    for (int r = 0; r < rows; r++) {
      DrawScorer part = parts.get(partOf(choice[r]));
      take(part.scores, scores, r);
      take(part.weights, weights, r);
    }
  }

  private int partOf(double uniform) {
    int part = 0;
    while (part < upTo.length() - 1 && uniform > upTo.get(part)) {
      part++;
    }
    return part;
  }

  private static void take(double[][] from, double[][] to, int row) {
    for (int c = 0; c < to.length; c++) {
      to[c][row] = from[c][row];
    }
  }
}
