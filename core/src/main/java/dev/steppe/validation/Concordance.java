package dev.steppe.validation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Pairs of cases in the same order minus pairs in opposite order, of one ranking and any others,
 * after Knight: of all pairs, take off those that are tied in either, and twice those that sorting
 * turns round. Whole numbers, in a time that grows with n log n.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1966.10480879">Knight (1966), A computer method
 *     for calculating Kendall's tau with ungrouped data, Journal of the American Statistical
 *     Association 61, 436-439</a>
 */
final class Concordance {

  /** The cases from the least rank to the greatest. */
  private final int[] order;

  /** Where cases of the next rank start, and the end. */
  private final int[] ends;

  private final long tied;
  private final long[] ranks;
  private final long[] merged;

  Concordance(long[] first) {
    this.order =
        IntStream.range(0, first.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> first[i]))
            .mapToInt(i -> i)
            .toArray();
    this.ends =
        IntStream.rangeClosed(1, first.length)
            .filter(i -> i == first.length || first[order[i - 1]] != first[order[i]])
            .toArray();
    this.tied = tiedPairs(Arrays.stream(order).mapToLong(i -> first[i]).toArray());
    this.ranks = new long[first.length];
    this.merged = new long[first.length];
  }

  /** Of the first ranking and another one. */
  long with(long[] second) {
    for (int i = 0; i < order.length; i++) {
      ranks[i] = second[order[i]];
    }
    long tiedInBoth = 0;
    int start = 0;
    for (int end : ends) {
      if (end - start > 1) {
        Arrays.sort(ranks, start, end);
        tiedInBoth += tiedPairs(ranks, start, end);
      }
      start = end;
    }
    long turned = turned();
    long all = pairs(order.length);
    return all - tied - tiedPairs(ranks) + tiedInBoth - 2 * turned;
  }

  private static long pairs(long count) {
    return count * (count - 1) / 2;
  }

  private static long tiedPairs(long[] sorted) {
    return tiedPairs(sorted, 0, sorted.length);
  }

  private static long tiedPairs(long[] sorted, int from, int to) {
    long pairs = 0;
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || sorted[i] != sorted[start]) {
        pairs += pairs(i - start);
        start = i;
      }
    }
    return pairs;
  }

  /** Sorts the ranks by merging runs, and counts the pairs that stood the other way round. */
  private long turned() {
    long turned = 0;
    for (int width = 1; width < ranks.length; width *= 2) {
      for (int from = 0; from < ranks.length - width; from += 2 * width) {
        int middle = from + width;
        int to = Math.min(middle + width, ranks.length);
        int left = from;
        int right = middle;
        for (int at = from; at < to; at++) {
          if (right == to || (left < middle && ranks[left] <= ranks[right])) {
            merged[at] = ranks[left++];
          } else {
            merged[at] = ranks[right++];
            turned += middle - left;
          }
        }
        System.arraycopy(merged, from, ranks, from, to - from);
      }
    }
    return turned;
  }
}
