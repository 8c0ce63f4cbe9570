package dev.steppe.uncertainty;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Models whose indicators a, b, c, ... are scores already, and countries AAA, BBB, CCC, ... */
final class Models {

  private Models() {}

  static RiskModel model(double... weights) {
    ModelBuilder model = RiskModel.builder("plain");
    for (int i = 0; i < weights.length; i++) {
      model.indicator(
          Indicator.of(code(i), Direction.HIGHER_IS_RISKIER),
          weights[i],
          Normalization.goalposts(0, 100));
    }
    return model.build();
  }

  static RiskModel equal(int indicators) {
    double[] weights = new double[indicators];
    java.util.Arrays.fill(weights, 1);
    return model(weights);
  }

  static Scorer scorer(double... weights) {
    return Scorer.of(model(weights));
  }

  static String code(int indicator) {
    return indicator < 26 ? String.valueOf((char) ('a' + indicator)) : "x" + indicator;
  }

  static CountryProfile country(int number, double... values) {
    Estimate[] estimates = new Estimate[values.length];
    java.util.Arrays.setAll(estimates, i -> Estimate.exact(values[i]));
    return country(number, estimates);
  }

  static CountryProfile country(int number, Estimate... values) {
    String code =
        "" + (char) ('A' + number % 26) + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    if (number < 26) {
      code = String.valueOf((char) ('A' + number)).repeat(3);
    }
    CountryProfile.Builder profile = CountryProfile.builder(Country.of(code, "Country " + number));
    for (int i = 0; i < values.length; i++) {
      profile.reading(code(i), values[i]);
    }
    return profile.build();
  }

  /** Countries with readings from 10 to 90, exact or up to 8 points uncertain. */
  static List<CountryProfile> countries(long seed, int count, int indicators, boolean uncertain) {
    Random random = new Random(seed);
    List<CountryProfile> countries = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      Estimate[] values = new Estimate[indicators];
      for (int i = 0; i < indicators; i++) {
        double value = 10 + 80 * random.nextDouble();
        double reach = 8 * random.nextDouble();
        values[i] =
            !uncertain || random.nextInt(3) == 0
                ? Estimate.exact(value)
                : random.nextBoolean()
                    ? Estimate.between(value - reach, value + reach)
                    : Estimate.normal(value, reach / 3 + 0.1, value - 9, value + 9);
      }
      countries.add(country(c, values));
    }
    return countries;
  }

  /** A choice of the model as it is, and of another one so many times as likely. */
  static MethodChoice orElse(RiskModel other, double likelihood) {
    return MethodChoice.named("method").or("own", model -> model).or("other", likelihood, other);
  }
}
