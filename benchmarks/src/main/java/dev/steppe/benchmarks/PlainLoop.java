package dev.steppe.benchmarks;

/**
 * The least that a weighted sum of columns can cost: four columns a pass, in blocks that stay in
 * the cache. No goalposts, no clamp, no thought of missing readings.
 */
final class PlainLoop {

  private static final int BLOCK = 2048;

  private PlainLoop() {}

  /**
   * Adds up weighted columns.
   *
   * @param columns a multiple of four
   */
  static void sum(double[][] columns, double[] weights, int from, int to, double[] out) {
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(to, start + BLOCK);
      for (int i = start; i < end; i++) {
        out[i] = 0;
      }
      for (int c = 0; c < columns.length; c += 4) {
        addFour(
            columns[c],
            weights[c],
            columns[c + 1],
            weights[c + 1],
            columns[c + 2],
            weights[c + 2],
            columns[c + 3],
            weights[c + 3],
            start,
            end,
            out);
      }
    }
  }

  private static void addFour(
      double[] a,
      double wa,
      double[] b,
      double wb,
      double[] c,
      double wc,
      double[] d,
      double wd,
      int start,
      int end,
      double[] out) {
    for (int i = start; i < end; i++) {
      out[i] = out[i] + wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
    }
  }
}
