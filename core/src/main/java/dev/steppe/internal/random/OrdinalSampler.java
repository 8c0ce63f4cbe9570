package dev.steppe.internal.random;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** See {@link WeightSampler#ordinal}. */
final class OrdinalSampler extends WeightSampler {

  private final ImmutableIntArray order;
  private final ImmutableIntArray ties;

  /** By place of the order: the key of what decides its rank among those tied with it. */
  private final long[] lots;

  OrdinalSampler(List<String> codes, ImmutableIntArray order, ImmutableIntArray ties) {
    super(codes);
    this.order = order;
    this.ties = ties;
    this.lots = new long[order.length()];
    for (int k = 0; k < lots.length; k++) {
      lots[k] = Substreams.key("weight/" + codes.get(order.get(k)) + "/lot");
    }
  }

  @Override
  public void fill(Substreams draws, long block, int rows, double[][] columns) {
    for (double[] column : columns) {
      Arrays.fill(column, 0, rows, 0.0);
    }
    for (int k = 0; k < order.length(); k++) {
      int i = order.get(k);
      draws.exponentials(key(i), block, rows, columns[i]);
    }
    for (int k = order.length() - 1; k >= 0; k--) {
      multiply(columns[order.get(k)], 1.0 / (k + 1), rows);
      if (k + 1 < order.length()) {
        add(columns[order.get(k + 1)], columns[order.get(k)], rows);
      }
    }
    for (int from = 0; from < lots.length; ) {
      int to = end(from);
      if (to - from > 1) {
        deal(draws, block, rows, columns, from, to);
      }
      from = to;
    }
    normalize(columns, rows);
  }

  /** The place after the last that is tied with one. */
  private int end(int from) {
    int to = from + 1;
    while (to < lots.length && ties.get(to) == from) {
      to++;
    }
    return to;
  }

  /** Deals the falling weights of tied places out by lot. */
  private void deal(Substreams draws, long block, int rows, double[][] columns, int from, int to) {
    int size = to - from;
    double[][] lot = new double[size][rows];
    double[] falling = new double[size];
    for (int k = 0; k < size; k++) {
      draws.uniforms(lots[from + k], block, rows, lot[k]);
    }
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < size; k++) {
        falling[k] = columns[order.get(from + k)][r];
      }
      for (int k = 0; k < size; k++) {
        int before = 0;
        for (int other = 0; other < size; other++) {
          boolean earlier = lot[other][r] < lot[k][r] || (lot[other][r] == lot[k][r] && other < k);
          before += earlier ? 1 : 0;
        }
        columns[order.get(from + k)][r] = falling[before];
      }
    }
  }

  @Override
  public void addInputs(Set<Long> inputs) {
    super.addInputs(inputs);
    for (int k = 0; k < lots.length; k++) {
      if (ties.get(k) != k || end(k) > k + 1) {
        inputs.add(lots[k]);
      }
    }
  }

  @Override
  public boolean isDrawn(int indicator) {
    return order.contains(indicator);
  }
}
