package dev.steppe.internal.kernel;

import dev.steppe.internal.DrawBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that a scorer of draws writes to. Scorers of the same subjects that work one after
 * the other, as those of a mixture do, have the same ones: nothing in them outlives a block.
 */
public final class DrawBuffers {

  /** {@code [indicator][row]}. */
  final double[][] weights;

  /** {@code [subject][row]}. */
  final double[][] scores;

  private final List<double[]> others = new ArrayList<>();

  /** New columns. */
  public DrawBuffers(int indicators, int subjects) {
    this.weights = new double[indicators][DrawBlock.SIZE];
    this.scores = new double[subjects][DrawBlock.SIZE];
  }

  /** So many columns, from a number on, that are none of the above. */
  double[][] columns(int from, int count) {
    while (others.size() < from + count) {
      others.add(new double[DrawBlock.SIZE]);
    }
    return others.subList(from, from + count).toArray(new double[0][]);
  }
}
