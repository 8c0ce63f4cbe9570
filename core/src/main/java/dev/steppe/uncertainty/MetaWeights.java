package dev.steppe.uncertainty;

/**
 * How much each rank counts in a holistic acceptability, from 1 for the first rank downwards.
 *
 * @see <a href="https://doi.org/10.1287/opre.49.3.444.11220">Lahdelma, Salminen (2001), SMAA-2.
 *     Operations Research 49(3), 444-454</a>
 * @since 0.1
 */
public enum MetaWeights {
  /** {@code (1/k + ... + 1/n) / (1 + ... + 1/n)} for rank k of n: the rank order centroid. */
  CENTROID {
    @Override
    public double of(int rank, int count) {
      double tail = 0;
      double all = 0;
      for (int i = count; i >= 1; i--) {
        all += 1.0 / i;
        tail = i == rank ? all : tail;
      }
      return tail / all;
    }
  },
  /** {@code 1/k}. */
  INVERSE {
    @Override
    public double of(int rank, int count) {
      return 1.0 / rank;
    }
  },
  /** {@code (n - k) / (n - 1)}, and 1 if n is 1. */
  LINEAR {
    @Override
    public double of(int rank, int count) {
      return count == 1 ? 1 : (double) (count - rank) / (count - 1);
    }
  };

  /**
   * The meta-weight of a rank.
   *
   * @param rank from 1
   * @param count how many countries are ranked
   */
  public abstract double of(int rank, int count);
}
