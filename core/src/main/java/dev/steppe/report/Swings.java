package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the difference of two scores moves when one uncertain reading of one of the two goes from
 * its least to its most, and all else stays at its central value.
 */
final class Swings {

  /** Where an estimate has no bound, it is taken to this quantile, or to 1 minus it. */
  static final double QUANTILE = 0.01;

  /**
   * One uncertain reading.
   *
   * @param card whose reading it is
   * @param indicator what is read
   * @param lower the least reading
   * @param upper the greatest reading
   * @param atLower the difference of the scores at the least reading
   * @param atUpper the difference at the greatest reading
   */
  record Swing(
      Scorecard card,
      Indicator indicator,
      double lower,
      double upper,
      double atLower,
      double atUpper) {

    double least() {
      return Math.min(atLower, atUpper);
    }

    double most() {
      return Math.max(atLower, atUpper);
    }

    /** Whether it includes differences of both signs, or level scores. */
    boolean turnsRound(double difference) {
      int now = Ranking.compareScores(difference, 0);
      return now != Ranking.compareScores(least(), 0) || now != Ranking.compareScores(most(), 0);
    }
  }

  private Swings() {}

  /** All swings, the widest first. */
  static ImmutableList<Swing> of(Comparison comparison) {
    List<Swing> swings = new ArrayList<>();
    double first = comparison.first().value();
    double second = comparison.second().value();
    for (Criterion criterion : comparison.first().model().criteria()) {
      for (boolean isFirst : new boolean[] {true, false}) {
        Scorecard card = isFirst ? comparison.first() : comparison.second();
        Estimate estimate = card.profile().estimate(criterion.code()).orElse(Estimate.exact(0));
        if (!estimate.isExact()) {
          double lower = bound(estimate, estimate.lower(), QUANTILE);
          double upper = bound(estimate, estimate.upper(), 1 - QUANTILE);
          double atLower = score(card, criterion.code(), lower);
          double atUpper = score(card, criterion.code(), upper);
          swings.add(
              new Swing(
                  card,
                  criterion.indicator(),
                  lower,
                  upper,
                  isFirst ? atLower - second : first - atLower,
                  isFirst ? atUpper - second : first - atUpper));
        }
      }
    }
    swings.sort(Comparator.comparingDouble(swing -> swing.least() - swing.most()));
    return ImmutableList.copyOf(swings);
  }

  private static double bound(Estimate estimate, double bound, double level) {
    return Double.isInfinite(bound) ? estimate.inverseCdf(level) : bound;
  }

  /** The score with one reading changed, whatever that follows from. */
  private static double score(Scorecard card, String code, double value) {
    CountryProfile.Builder plain = CountryProfile.builder(card.country());
    for (Criterion criterion : card.model().criteria()) {
      if (criterion.code().equals(code)) {
        plain.reading(code, inDomain(value, criterion.indicator()));
      } else {
        for (Reading reading : card.profile().readings(criterion.code())) {
          plain.reading(criterion.code(), reading);
        }
      }
    }
    return card.scorer().score(plain.build()).value();
  }

  private static double inDomain(double value, Indicator indicator) {
    return Math.max(indicator.domainLower(), Math.min(indicator.domainUpper(), value));
  }
}
