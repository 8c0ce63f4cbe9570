package dev.steppe.weights;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Models without factors, in which a reading is the value: numbers that can be followed by hand.
 */
final class Flat {

  private Flat() {}

  /** Indicators a, b, c, ... on a scale of 0 to 100. */
  static RiskModel model(double... weights) {
    ModelBuilder builder = RiskModel.builder("flat");
    for (int k = 0; k < weights.length; k++) {
      builder.indicator(
          Indicator.of(code(k), Direction.HIGHER_IS_RISKIER),
          weights[k],
          Normalization.goalposts(0, 100));
    }
    return builder.build();
  }

  static String code(int k) {
    return k < 26 ? String.valueOf((char) ('a' + k)) : "x" + k;
  }

  static Scorer scorer(double... weights) {
    return Scorer.of(model(weights));
  }

  /** The country AAA, AAB, ... of the index, named Aaa, Aab, ... */
  static CountryProfile country(int index, double... values) {
    String code = "A" + (char) ('A' + index / 26) + (char) ('A' + index % 26);
    CountryProfile.Builder profile =
        CountryProfile.builder(Country.of(code, "A" + code.substring(1).toLowerCase()));
    for (int k = 0; k < values.length; k++) {
      profile.reading(code(k), values[k]);
    }
    return profile.build();
  }

  static double[] randomWeights(Random random, int size) {
    double[] weights = new double[size];
    for (int k = 0; k < size; k++) {
      weights[k] = k > 0 && random.nextInt(8) == 0 ? 0 : 0.05 + random.nextDouble();
    }
    return weights;
  }

  /** Values on a coarse grid, so that some are equal. */
  static List<CountryProfile> randomCountries(Random random, int count, int size) {
    List<CountryProfile> countries = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      double[] values = new double[size];
      for (int k = 0; k < size; k++) {
        values[k] = random.nextInt(5) == 0 ? 50 : Math.round(1000 * random.nextDouble()) / 10.0;
      }
      countries.add(country(c, values));
    }
    return countries;
  }
}
