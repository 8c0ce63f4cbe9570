package dev.steppe.desk;

import dev.steppe.evidence.Country;
import dev.steppe.uncertainty.PairwiseOrder;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.RankAcceptability;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyRecord;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure a ranking is.
 *
 * @param doubt what was drawn
 * @param draws how many draws were made
 * @param seed of the draws
 * @param level the share of intervals that hold the true value
 * @param widestHalfWidth how far any share of draws may be off, at that level; 0 if all are exact
 * @param countries what is said of each, in the order of the case
 * @param pair what is said of the country and its rival; null if there is none
 */
record HowSure(
    Doubt doubt,
    long draws,
    long seed,
    double level,
    double widestHalfWidth,
    List<OfCountry> countries,
    @Nullable Pair pair) {

  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /**
   * A country's rank.
   *
   * @param first how probably it is the riskiest
   * @param expectedRank the mean rank
   * @param lowRank 5 % of draws have a rank that is not above this
   * @param highRank 95 %
   */
  record OfCountry(
      String country,
      UncertaintyRecord.Share first,
      double expectedRank,
      double lowRank,
      double highRank) {}

  /**
   * Who is the riskier.
   *
   * @param sentence it in words
   * @param riskier how probably the country scores strictly higher than its rival
   * @param safer how probably lower
   * @param level how probably neither
   */
  record Pair(
      String sentence,
      UncertaintyRecord.Share riskier,
      UncertaintyRecord.Share safer,
      UncertaintyRecord.Share level) {}

  static HowSure of(Doubt doubt, UncertaintyResult result, String country, @Nullable String rival) {
    List<OfCountry> countries = new ArrayList<>();
    List<RankAcceptability> ranks = result.ranks();
    for (RankAcceptability each : ranks) {
      Country of = each.country();
      countries.add(
          new OfCountry(
              of.code(),
              share(each.rank(1)),
              each.expectedRank(),
              result.rankQuantile(of.code(), LOW).value(),
              result.rankQuantile(of.code(), HIGH).value()));
    }
    return new HowSure(
        doubt,
        result.draws(),
        result.design().seed(),
        result.design().level(),
        result.widestHalfWidth(),
        countries,
        rival == null || rival.equals(country) ? null : pair(result.order(country, rival)));
  }

  /** The answer to a question, by an analysis with so many threads. */
  static HowSure of(Position position, Question question, long draws, int threads) {
    UncertaintyAnalysis analysis =
        question.doubt().analysis(position.scorer(), draws).withThreads(threads);
    return of(
        question.doubt(), analysis.run(position.profiles()), question.country(), question.rival());
  }

  private static Pair pair(PairwiseOrder order) {
    return new Pair(
        order.toString(),
        share(order.firstRiskier()),
        share(order.secondRiskier()),
        share(order.tied()));
  }

  private static UncertaintyRecord.Share share(Probability probability) {
    return new UncertaintyRecord.Share(
        probability.value(), probability.lower(), probability.upper(), probability.isExact());
  }
}
