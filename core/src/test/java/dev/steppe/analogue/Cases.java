package dev.steppe.analogue;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Models whose values are the readings, and profiles of imagined countries. */
final class Cases {

  private Cases() {}

  /** Indicators {@code a, b, c, ...} with these weights, whose value is the reading, 0 to 100. */
  static Scorer scorer(double... weights) {
    ModelBuilder model = RiskModel.builder("plain").missing(MissingPolicy.reweight(0));
    for (int k = 0; k < weights.length; k++) {
      model.indicator(
          Indicator.of(code(k), Direction.HIGHER_IS_RISKIER),
          weights[k],
          Normalization.goalposts(0, 100));
    }
    return Scorer.of(model.build());
  }

  static Scorer equal(int indicators) {
    double[] weights = new double[indicators];
    java.util.Arrays.fill(weights, 1);
    return scorer(weights);
  }

  static String code(int indicator) {
    return indicator < 26 ? "" + (char) ('a' + indicator) : "i" + indicator;
  }

  /** A profile; NaN leaves a reading out. */
  static CountryProfile profile(String country, int year, double... values) {
    CountryProfile.Builder profile =
        CountryProfile.builder(
                Country.of(country, country.charAt(0) + country.substring(1).toLowerCase()))
            .asOf(LocalDate.of(year, 1, 1));
    for (int k = 0; k < values.length; k++) {
      if (!Double.isNaN(values[k])) {
        profile.reading(code(k), values[k]);
      }
    }
    return profile.build();
  }

  /** Countries {@code BAA, BAB, ...}, each at some dates, with values from 0 to 100. */
  static List<CountryProfile> random(
      long seed, int countries, int dates, int indicators, double gaps) {
    SplittableRandom random = new SplittableRandom(seed);
    List<CountryProfile> profiles = new ArrayList<>();
    for (int c = 0; c < countries; c++) {
      String code = "B" + (char) ('A' + c / 26) + (char) ('A' + c % 26);
      for (int d = 0; d < dates; d++) {
        profiles.add(profile(code, 2000 + d, values(random, indicators, gaps)));
      }
    }
    return profiles;
  }

  /** The country {@code AAA}. */
  static CountryProfile target(long seed, int indicators) {
    return profile("AAA", 2022, values(new SplittableRandom(~seed), indicators, 0));
  }

  private static double[] values(SplittableRandom random, int indicators, double gaps) {
    double[] values = new double[indicators];
    for (int k = 0; k < indicators; k++) {
      double value = 100 * random.nextDouble();
      values[k] = random.nextDouble() < gaps && k > 0 ? Double.NaN : value;
    }
    return values;
  }
}
