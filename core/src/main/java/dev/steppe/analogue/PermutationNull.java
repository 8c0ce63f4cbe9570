package dev.steppe.analogue;

import dev.steppe.analysis.Progress;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.internal.random.Substreams;
import dev.steppe.statistics.PValue;
import java.util.Arrays;

/**
 * The null of {@link ProximityTest}: in each permutation the values of each indicator are dealt out
 * anew among the precedents that have one, and the Gower distances to the target are taken again.
 * Which precedent lacks which indicator stays as it is.
 *
 * <p>The draws of an indicator depend on the seed, the indicator's code and the number of the
 * permutation only.
 */
final class PermutationNull {

  /** Distances that agree so far are equal: sums of the same parts in another order may differ. */
  static final double TIE = 1e-12;

  /** So many values are dealt out, about, between two reports of progress. */
  private static final int LOOK = 1_000_000;

  private final int count;
  private final int[] asNear;

  /** The least distance in each permutation, in ascending order. */
  private final double[] minima;

  private PermutationNull(int count, int[] asNear, double[] minima) {
    this.count = count;
    this.asNear = asNear;
    this.minima = minima;
  }

  static PermutationNull of(SimilaritySpace space, Progress progress) {
    int count = (int) space.settings.design().size();
    int rows = space.precedents.size();
    Column[] columns = Column.all(space);
    double[] weights = new double[rows];
    double[] observed = new double[rows];
    for (int row = 0; row < rows; row++) {
      weights[row] = space.overlap(space.target, space.precedents.get(row));
      observed[row] = space.gower(space.target, space.precedents.get(row)) + TIE;
    }
    int[] asNear = new int[rows];
    double[] minima = new double[count];
    double[] sums = new double[rows];
    SplitMix64 random = new SplitMix64(0);
    int look = (int) Math.max(1, LOOK / (1L + rows * (long) columns.length));
    for (int p = 0; p < count; p++) {
      if (p % look == 0 && p > 0) {
        progress.tell(p, count);
      }
      Arrays.fill(sums, 0);
      for (Column column : columns) {
        random.restart(space.settings.design().seed(), column.key, p);
        column.deal(random, sums);
      }
      double least = Double.POSITIVE_INFINITY;
      for (int row = 0; row < rows; row++) {
        double distance = sums[row] / weights[row];
        asNear[row] += distance <= observed[row] ? 1 : 0;
        least = Math.min(least, distance);
      }
      minima[p] = least;
    }
    Arrays.sort(minima);
    return new PermutationNull(count, asNear, minima);
  }

  /** How often the place of this precedent came as near as the precedent itself. */
  PValue single(int precedent) {
    return PValue.sampled(asNear[precedent], count);
  }

  /** How often any place came as near as this. */
  PValue any(double distance) {
    int from = 0;
    int to = count;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (minima[middle] <= distance + TIE) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return PValue.sampled(from, count);
  }

  /** What an indicator adds to the distance of each precedent that has it, before dealing. */
  private static final class Column {
    final long key;
    final int[] rows;
    final double[] parts;
    private final int[] order;

    private Column(long key, int[] rows, double[] parts) {
      this.key = key;
      this.rows = rows;
      this.parts = parts;
      this.order = new int[parts.length];
    }

    static Column[] all(SimilaritySpace space) {
      Column[] columns = new Column[space.size()];
      for (int k = 0; k < columns.length; k++) {
        int[] rows = new int[space.precedents.size()];
        double[] parts = new double[rows.length];
        int size = 0;
        for (int row = 0; row < rows.length; row++) {
          double part = space.part(space.target, space.precedents.get(row), k);
          if (!Double.isNaN(part)) {
            rows[size] = row;
            parts[size++] = part;
          }
        }
        long key = Substreams.key("shuffle/" + space.criteria.get(k).code());
        columns[k] = new Column(key, Arrays.copyOf(rows, size), Arrays.copyOf(parts, size));
      }
      return columns;
    }

    /** Deals the parts out anew and adds them to the sums of the rows. */
    void deal(SplitMix64 random, double[] sums) {
      random.order(order);
      for (int i = 0; i < order.length; i++) {
        sums[rows[i]] += parts[order[i]];
      }
    }
  }
}
