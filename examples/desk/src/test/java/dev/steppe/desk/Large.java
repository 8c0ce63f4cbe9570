package dev.steppe.desk;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An index of many countries and indicators, made up from a seed. */
final class Large {

  static final int COUNTRIES = 200;
  static final int FACTORS = 5;
  static final int OF_A_FACTOR = 10;

  private Large() {}

  static RiskModel model() {
    ModelBuilder model = RiskModel.builder("large");
    for (int f = 0; f < FACTORS; f++) {
      int number = f;
      model.factor(
          "factor-" + f,
          1,
          factor -> {
            for (int i = 0; i < OF_A_FACTOR; i++) {
              factor.indicator(
                  Indicator.of("reading_" + number + "_" + i, Direction.HIGHER_IS_RISKIER)
                      .withDomain(0, 100),
                  1,
                  Normalization.goalposts(0, 100));
            }
          });
    }
    return model.build();
  }

  /** Each reading is known within a tenth of the scale. */
  static List<CountryProfile> profiles() {
    Random random = new Random(7);
    List<CountryProfile> profiles = new ArrayList<>();
    for (int c = 0; c < COUNTRIES; c++) {
      char second = (char) ('A' + c / 26);
      char third = (char) ('A' + c % 26);
      CountryProfile.Builder profile =
          CountryProfile.builder(Country.of("X" + second + third, "Country " + c));
      for (int f = 0; f < FACTORS; f++) {
        for (int i = 0; i < OF_A_FACTOR; i++) {
          double middle = 5 + 90 * random.nextDouble();
          profile.reading("reading_" + f + "_" + i, Estimate.between(middle - 5, middle + 5));
        }
      }
      profiles.add(profile.build());
    }
    return profiles;
  }
}
