package dev.steppe.validation;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Scores with outcomes, for tests. */
final class Samples {

  private Samples() {}

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("steppe.seeds", 60));
  }

  /** Scores on a coarse scale, so that there are ties, and at least one case of each kind. */
  record Sample(double[] scores, boolean[] events) {

    static Sample random(long seed, int most) {
      Random random = new Random(seed);
      int n = 2 + random.nextInt(most - 1);
      double[] scores = new double[n];
      boolean[] events = new boolean[n];
      int levels = 1 + random.nextInt(2 * n);
      for (int i = 0; i < n; i++) {
        scores[i] = random.nextInt(levels) / 4.0;
        events[i] = random.nextDouble() < 0.4;
      }
      events[0] = true;
      events[1] = false;
      return new Sample(scores, events);
    }

    Map<Integer, Double> map() {
      Map<Integer, Double> map = new LinkedHashMap<>();
      for (int i = 0; i < scores.length; i++) {
        map.put(i, scores[i]);
      }
      return map;
    }

    Outcomes<Integer> outcomes() {
      Map<Integer, Boolean> stated = new LinkedHashMap<>();
      for (int i = 0; i < events.length; i++) {
        stated.put(i, events[i]);
      }
      return Outcomes.of(stated);
    }

    Validation validation() {
      return Validation.of(map(), outcomes());
    }

    int positives() {
      int count = 0;
      for (boolean event : events) {
        count += event ? 1 : 0;
      }
      return count;
    }
  }

  /** Two groups of numbers as one sample: the first had the event. */
  static Sample groups(double[] positives, double[] negatives) {
    double[] scores = new double[positives.length + negatives.length];
    boolean[] events = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      events[i] = i < positives.length;
      scores[i] = events[i] ? positives[i] : negatives[i - positives.length];
    }
    return new Sample(scores, events);
  }

  /** Each value as often as counted. */
  static double[] repeated(int... counts) {
    List<Double> values = new ArrayList<>();
    for (int value = 0; value < counts.length; value++) {
      for (int i = 0; i < counts[value]; i++) {
        values.add(value + 1.0);
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** A scorecard whose score is the given number. */
  static Scorecard card(String code, double score) {
    return scorer().score(profile(code, score).build());
  }

  static Scorecard card(String code, LocalDate date, double score) {
    return scorer().score(profile(code, score).asOf(date).build());
  }

  private static CountryProfile.Builder profile(String code, double score) {
    return CountryProfile.builder(Country.of(code, code)).reading("x", score);
  }

  private static Scorer scorer() {
    return Scorer.of(
        RiskModel.builder("one")
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build());
  }
}
