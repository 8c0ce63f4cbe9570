package dev.steppe.scenario;

import dev.steppe.score.Ranking;
import java.util.Arrays;
import java.util.OptionalInt;

/** The scores of countries, in their order, so that ranks among them need no look at each. */
final class OrderedScores {

  private final double[] byCountry;
  private final double[] ordered;

  /**
   * Orders scores.
   *
   * @param byCountry the score of each, NaN if it has none; not copied
   */
  OrderedScores(double[] byCountry) {
    this.byCountry = byCountry;
    this.ordered =
        Arrays.stream(byCountry).filter(score -> !Double.isNaN(score)).sorted().toArray();
  }

  /** The rank that a country would have with a score if all others stayed. */
  OptionalInt rank(double score, int country) {
    if (Double.isNaN(score)) {
      return OptionalInt.empty();
    }
    int from = 0;
    int to = ordered.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Ranking.compareScores(ordered[middle], score) > 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    double own = byCountry[country];
    boolean isAmongThem = !Double.isNaN(own) && Ranking.compareScores(own, score) > 0;
    return OptionalInt.of(1 + ordered.length - from - (isAmongThem ? 1 : 0));
  }
}
