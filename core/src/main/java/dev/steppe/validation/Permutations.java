package dev.steppe.validation;

import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.statistics.PValue;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/** How often a random order agrees with a given one at least as far as the observed order does. */
final class Permutations {

  /** Up to so many cases all orders are gone through: 9! = 362 880. */
  static final int MOST_ENUMERATED = 9;

  /** Up to so many cases without ties the orders are counted by Kendall's recursion. */
  static final int MOST_COUNTED = 100;

  /** So many orders are a task, after which progress is told. */
  static final int BLOCK = 1024;

  private final long[] first;
  private final long[] second;
  private final long seed;
  private final int replications;
  private final Execution execution;
  private final long products;
  private final long concordance;
  private long sameProducts;
  private long sameConcordance;

  Permutations(long[] first, long[] second, SampleDesign design, Execution execution) {
    this.first = first;
    this.second = second;
    this.seed = design.seed();
    this.replications = (int) design.size();
    this.execution = execution;
    this.products = Math.abs(RankPair.products(first, second));
    this.concordance = Math.abs(RankPair.concordance(first, second));
  }

  /** The two-sided p-values of rho and of tau. */
  PValue[] pValues() {
    int n = first.length;
    if (n <= MOST_ENUMERATED) {
      long mean = (long) n * (n + 1) * (n + 1);
      enumerate(second.clone(), 0, -mean, 0);
      double orders = 1;
      for (int i = 2; i <= n; i++) {
        orders *= i;
      }
      return new PValue[] {
        PValue.exact(sameProducts / orders), PValue.exact(sameConcordance / orders)
      };
    }
    boolean counted = n <= MOST_COUNTED && !RankPair.hasTies(first) && !RankPair.hasTies(second);
    sample(!counted);
    return new PValue[] {
      PValue.sampled(sameProducts, replications),
      counted
          ? PValue.exact(withoutTies(n, concordance))
          : PValue.sampled(sameConcordance, replications)
    };
  }

  /** All orders of the places from {@code at}, each summed as far as it is fixed. */
  private void enumerate(long[] order, int at, long productsSoFar, int concordanceSoFar) {
    if (at == order.length) {
      sameProducts += Math.abs(productsSoFar) >= products ? 1 : 0;
      sameConcordance += Math.abs(concordanceSoFar) >= concordance ? 1 : 0;
      return;
    }
    for (int i = at; i < order.length; i++) {
      swap(order, at, i);
      enumerate(
          order,
          at + 1,
          productsSoFar + first[at] * order[at],
          concordanceSoFar + RankPair.concordance(first, order, at));
      swap(order, at, i);
    }
  }

  /** Counts are whole, so it does not matter which thread adds to them when. */
  private void sample(boolean withConcordance) {
    LongAdder products = new LongAdder();
    LongAdder concordances = new LongAdder();
    WorkerPool.run(
        execution,
        (int) (((long) replications + BLOCK - 1) / BLOCK),
        block -> {
          int from = block * BLOCK;
          int to = (int) Math.min(replications, (long) from + BLOCK);
          sample(from, to, withConcordance, products, concordances);
        });
    sameProducts = products.sum();
    sameConcordance = concordances.sum();
  }

  private void sample(
      int from, int to, boolean withConcordance, LongAdder products, LongAdder concordances) {
    SplitMix64 random = new SplitMix64(seed);
    long[] order = new long[second.length];
    int[] places = new int[order.length];
    Concordance pairs = new Concordance(first);
    for (int r = from; r < to; r++) {
      Interruption.check();
      random.restart(seed, r, order.length);
      random.order(places);
      Arrays.setAll(order, i -> second[places[i]]);
      products.add(Math.abs(RankPair.products(first, order)) >= this.products ? 1 : 0);
      if (withConcordance) {
        concordances.add(Math.abs(pairs.with(order)) >= concordance ? 1 : 0);
      }
    }
  }

  private static void swap(long[] order, int i, int j) {
    long kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }

  /**
   * The probability that a random order of {@code n} cases is as far from agreement 0 as {@code
   * concordance}. By Kendall's recursion: case {@code m} stands before 0 to {@code m - 1} of those
   * already placed, each as likely as the others. Sums of positive numbers only, so that small
   * probabilities keep their digits.
   *
   * @see <a href="https://doi.org/10.1093/biomet/30.1-2.81">Kendall (1938), A new measure of rank
   *     correlation, Biometrika 30, 81-93</a>
   */
  private static double withoutTies(int n, long concordance) {
    int most = n * (n - 1) / 2;
    int inversions = (int) ((most - concordance) / 2);
    double[] probabilities = {1};
    for (int m = 2; m <= n; m++) {
      double[] next = new double[Math.min(inversions, m * (m - 1) / 2) + 1];
      for (int k = 0; k < next.length; k++) {
        double sum = 0;
        for (int j = Math.max(0, k - m + 1); j <= Math.min(k, probabilities.length - 1); j++) {
          sum += probabilities[j];
        }
        next[k] = sum / m;
      }
      probabilities = next;
    }
    double tail = 0;
    for (double probability : probabilities) {
      tail += probability;
    }
    return 2 * tail;
  }
}
