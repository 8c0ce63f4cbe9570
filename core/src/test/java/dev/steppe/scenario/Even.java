package dev.steppe.scenario;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;

/** The mean of five indicators a to e on a scale of 0 to 100. */
final class Even {

  private static final String[] CODES = {"a", "b", "c", "d", "e"};

  private Even() {}

  static Scorer scorer() {
    ModelBuilder builder = RiskModel.builder("even");
    for (String code : CODES) {
      builder.indicator(
          Indicator.of(code, Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
    }
    return Scorer.of(builder.build());
  }

  /** A country with the same value everywhere, which is its score. */
  static CountryProfile country(String code, double value) {
    CountryProfile.Builder profile =
        CountryProfile.builder(Country.of(code, code.charAt(0) + "land"));
    for (String indicator : CODES) {
      profile.reading(indicator, value);
    }
    return profile.build();
  }

  /** Shifts of a to e by so many points, as far as there are numbers that are not 0. */
  static Scenario shifts(double... points) {
    Scenario.Builder scenario = Scenario.named("shifts");
    for (int i = 0; i < points.length; i++) {
      if (points[i] != 0) {
        scenario.shift(CODES[i], Shift.absolute(points[i]));
      }
    }
    return scenario.build();
  }
}
