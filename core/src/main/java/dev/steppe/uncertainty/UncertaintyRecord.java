package dev.steppe.uncertainty;

import dev.steppe.evidence.CountryAtDate;
import dev.steppe.internal.Library;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation says as plain data: strings, numbers, lists and records of these.
 *
 * @param library the version of the library that computed it
 * @param models the names of the models that were drawn from
 * @param fingerprint the model's fingerprint
 * @param sampling how inputs were drawn: {@code RANDOM} or {@code SOBOL}
 * @param seed the seed
 * @param draws how many draws were made
 * @param level the confidence level of all intervals
 * @param tieRule which rank equal scores get
 * @param countries the countries, in the order in which they were given
 * @param pairs every ordered pair of two countries
 * @since 0.1
 */
public record UncertaintyRecord(
    String library,
    List<String> models,
    String fingerprint,
    String sampling,
    long seed,
    long draws,
    double level,
    String tieRule,
    List<Row> countries,
    List<Pair> pairs) {

  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  /**
   * A probability with its interval.
   *
   * @param value from 0 to 1
   * @param lower the lower end of the interval
   * @param upper the upper end
   * @param exact whether the value was computed rather than estimated
   */
  public record Share(double value, double lower, double upper, boolean exact) {

    private static Share of(Probability probability) {
      return new Share(
          probability.value(), probability.lower(), probability.upper(), probability.isExact());
    }
  }

  /**
   * What is said of a country.
   *
   * @param country its code
   * @param name its name
   * @param asOf the date of its profile, such as {@code 2022-02-23}; null if it has none
   * @param nominal the score with the model's weights and central readings
   * @param mean the mean of the draws
   * @param standardDeviation the standard deviation of single draws
   * @param meanHalfWidth half the width of the interval of the mean
   * @param quantiles quantiles of the score at 5, 25, 50, 75 and 95 %
   * @param expectedRank the mean rank
   * @param ranks the probability of each rank, the riskiest first
   * @param classes the probability of each class that the model states, the safest first; empty if
   *     it states none
   */
  public record Row(
      String country,
      String name,
      @Nullable String asOf,
      double nominal,
      double mean,
      double standardDeviation,
      double meanHalfWidth,
      List<Quantile> quantiles,
      double expectedRank,
      List<Share> ranks,
      List<Share> classes) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * What is said of a pair.
   *
   * @param first the code of one country
   * @param firstAsOf the date of its profile; null if it has none
   * @param second the code of the other
   * @param secondAsOf the date of its profile; null if it has none
   * @param riskier how probably the first scores strictly higher
   */
  public record Pair(
      String first,
      @Nullable String firstAsOf,
      String second,
      @Nullable String secondAsOf,
      Share riskier) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  static UncertaintyRecord of(UncertaintyResult result) {
    List<Row> rows = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    List<Scorecard> cards = result.nominal();
    for (int c = 0; c < cards.size(); c++) {
      rows.add(row(result, c));
      for (int d = 0; d < cards.size(); d++) {
        if (c != d) {
          CountryAtDate first = cards.get(c).countryAtDate();
          CountryAtDate second = cards.get(d).countryAtDate();
          pairs.add(
              new Pair(
                  first.country().code(),
                  date(first),
                  second.country().code(),
                  date(second),
                  Share.of(result.figures().win(c, d))));
        }
      }
    }
    return new UncertaintyRecord(
        Library.VERSION,
        List.copyOf(result.models()),
        result.fingerprint(),
        result.design().sampling().name(),
        result.design().seed(),
        result.draws(),
        result.design().level(),
        result.tieRule().name(),
        List.copyOf(rows),
        List.copyOf(pairs));
  }

  private static @Nullable String date(CountryAtDate country) {
    @Nullable LocalDate date = country.date();
    return date == null ? null : date.toString();
  }

  private static Row row(UncertaintyResult result, int c) {
    Scorecard card = result.nominal().get(c);
    ScoreDistribution score = result.score(c);
    RankAcceptability ranks = result.ranks(c);
    List<Quantile> quantiles = new ArrayList<>();
    for (double level : LEVELS) {
      quantiles.add(score.quantile(level));
    }
    return new Row(
        card.country().code(),
        card.country().name(),
        date(card.countryAtDate()),
        score.nominal(),
        score.mean(),
        score.standardDeviation(),
        score.meanHalfWidth(),
        List.copyOf(quantiles),
        ranks.expectedRank(),
        ranks.ranks().stream().map(Share::of).toList(),
        card.model()
            .classes()
            .map(classes -> score.classes(classes).shares().stream().map(Share::of).toList())
            .orElse(List.of()));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
