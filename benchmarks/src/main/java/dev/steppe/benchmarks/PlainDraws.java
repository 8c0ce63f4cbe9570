package dev.steppe.benchmarks;

import dev.steppe.model.Direction;
import java.util.SplittableRandom;

/**
 * An analysis of drawn weights as one writes it in an afternoon: exponentials by the logarithm,
 * sums, ranks by counting who is above. A method for each step of a draw, so that each is compiled
 * by itself.
 */
final class PlainDraws {

  /** How the readings of a draw come about. */
  enum Readings {
    /** They are what they are. */
    FIXED,
    /** Anything within three units of what they are. */
    UNIFORM,
    /** Within three units, likeliest in the middle. */
    TRIANGULAR,
    /** With a standard error of one unit. */
    NORMAL
  }

  private final double[][] readings;
  private final double[] lower;
  private final double[] upper;
  private final boolean[] falling;
  private final Readings how;

  /** By country and rank, from 0. */
  private final long[][] ranks;

  /** By country and country: how often the first is above the second. */
  private final long[][] wins;

  private final double[] sums;

  private PlainDraws(int countries, int indicators, Readings how) {
    this.readings = new double[countries][indicators];
    this.lower = new double[indicators];
    this.upper = new double[indicators];
    this.falling = new boolean[indicators];
    this.how = how;
    this.ranks = new long[readings.length][readings.length];
    this.wins = new long[readings.length][readings.length];
    this.sums = new double[readings.length];
  }

  /** The readings of {@link Workloads#profiles}. */
  static PlainDraws of(int countries, int indicators, Readings how) {
    PlainDraws plain = new PlainDraws(countries, indicators, how);
    double[][] columns = Workloads.columns(indicators, countries);
    for (int i = 0; i < indicators; i++) {
      plain.lower[i] = Workloads.lower(i);
      plain.upper[i] = Workloads.upper(i);
      plain.falling[i] = Workloads.direction(i) == Direction.LOWER_IS_RISKIER;
      for (int c = 0; c < countries; c++) {
        plain.readings[c][i] = columns[i][c];
      }
    }
    return plain;
  }

  /** Makes draws and counts ranks, and pairs where readings are drawn. */
  void run(long draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[lower.length];
    double[] scores = new double[readings.length];
    double[][] values = new double[readings.length][lower.length];
    for (int c = 0; c < readings.length; c++) {
      for (int i = 0; i < lower.length; i++) {
        values[c][i] = normalised(readings[c][i], i);
      }
    }
    for (long draw = 0; draw < draws; draw++) {
      weigh(random, weights);
      if (how != Readings.FIXED) {
        read(random, values);
      }
      score(values, weights, scores);
      if (how == Readings.FIXED) {
        rank(scores);
      } else {
        rankAndCompare(scores);
      }
    }
  }

  private static void weigh(SplittableRandom random, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = -Math.log(1 - random.nextDouble());
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
  }

  private void read(SplittableRandom random, double[][] values) {
    for (int c = 0; c < values.length; c++) {
      for (int i = 0; i < values[c].length; i++) {
        values[c][i] = normalised(drawn(random, readings[c][i]), i);
      }
    }
  }

  private double drawn(SplittableRandom random, double reading) {
    switch (how) {
      case UNIFORM:
        return reading - 3 + 6 * random.nextDouble();
      case TRIANGULAR:
        double p = random.nextDouble();
        return p < 0.5
            ? reading - 3 + 6 * Math.sqrt(p / 2)
            : reading + 3 - 6 * Math.sqrt((1 - p) / 2);
      case NORMAL:
        // Box, Muller (1958), without the second number.
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return reading + radius * Math.cos(2 * Math.PI * random.nextDouble());
      default:
        return reading;
    }
  }

  private double normalised(double reading, int i) {
    double share = (reading - lower[i]) / (upper[i] - lower[i]);
    double value = 100 * Math.max(0, Math.min(1, share));
    return falling[i] ? 100 - value : value;
  }

  private void score(double[][] values, double[] weights, double[] scores) {
    for (int c = 0; c < scores.length; c++) {
      double[] of = values[c];
      double score = 0;
      for (int i = 0; i < weights.length; i++) {
        score += weights[i] * of[i];
      }
      scores[c] = score;
      sums[c] += score;
    }
  }

  private void rank(double[] scores) {
    for (int c = 0; c < scores.length; c++) {
      double own = scores[c];
      int above = 0;
      for (double other : scores) {
        above += other > own ? 1 : 0;
      }
      ranks[c][above]++;
    }
  }

  private void rankAndCompare(double[] scores) {
    for (int c = 0; c < scores.length; c++) {
      double own = scores[c];
      long[] of = wins[c];
      int below = 0;
      for (int d = 0; d < scores.length; d++) {
        int above = own > scores[d] ? 1 : 0;
        of[d] += above;
        below += above;
      }
      ranks[c][scores.length - 1 - below]++;
    }
  }

  /** How often a country had a rank, from 0. */
  long ranks(int country, int rank) {
    return ranks[country][rank];
  }

  /** How often a country was above another; 0 if pairs are not counted. */
  long wins(int country, int other) {
    return wins[country][other];
  }

  /** The sum of a country's scores. */
  double sum(int country) {
    return sums[country];
  }
}
