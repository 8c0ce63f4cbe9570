package dev.steppe.benchmarks;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Models and readings of any size, the same in every run. */
final class Workloads {

  private static final long SEED = 20_231L;

  private Workloads() {}

  /**
   * A model of factors {@code f0, f1, ...} that are arithmetic means, with indicators {@code i0,
   * i1, ...} on goalposts, every third of which is riskier where it is lower. Weights differ.
   */
  static RiskModel model(int factors, int indicatorsInEach, Aggregation top) {
    ModelBuilder model = RiskModel.builder("workload").aggregation(top);
    for (int f = 0; f < factors; f++) {
      int first = f * indicatorsInEach;
      model.factor(
          "f" + f,
          1 + 0.5 * f,
          factor -> {
            for (int i = first; i < first + indicatorsInEach; i++) {
              factor.indicator(Indicator.of(code(i), direction(i)), 1 + 0.1 * i, goalposts(i));
            }
          });
    }
    return model.build();
  }

  /** Columns of readings, {@code [indicator][row]}; about one in nine is beyond a goalpost. */
  static double[][] columns(int indicators, int rows) {
    double[][] columns = new double[indicators][rows];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < indicators; i++) {
      for (int row = 0; row < rows; row++) {
        columns[i][row] = reading(i, random);
      }
    }
    return columns;
  }

  /** A profile whose first few readings are uncertain and the others exact. */
  static CountryProfile profile(int indicators, int uncertain) {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "Aland"));
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < indicators; i++) {
      double reading = reading(i, random);
      profile.reading(
          code(i),
          i < uncertain ? Estimate.between(reading - 3, reading + 3) : Estimate.exact(reading));
    }
    return profile.build();
  }

  /** Profiles of different countries whose first few readings are uncertain. */
  static List<CountryProfile> profiles(int countries, int indicators, int uncertain) {
    return profiles(countries, indicators, uncertain, PlainDraws.Readings.UNIFORM);
  }

  /** Profiles of different countries whose first few readings are uncertain in some way. */
  static List<CountryProfile> profiles(
      int countries, int indicators, int uncertain, PlainDraws.Readings how) {
    double[][] columns = columns(indicators, countries);
    // Once, as the heads of a table's columns are: a code for each reading takes more than it does.
    List<String> codes = IntStream.range(0, indicators).mapToObj(Workloads::code).toList();
    List<CountryProfile> profiles = new ArrayList<>();
    for (int c = 0; c < countries; c++) {
      String code =
          "" + (char) ('A' + c / 676) + (char) ('A' + c / 26 % 26) + (char) ('A' + c % 26);
      CountryProfile.Builder profile = CountryProfile.builder(Country.of(code, "Country " + c));
      for (int i = 0; i < indicators; i++) {
        double reading = columns[i][c];
        profile.reading(
            codes.get(i), i < uncertain ? estimate(reading, how) : Estimate.exact(reading));
      }
      profiles.add(profile.build());
    }
    return profiles;
  }

  private static Estimate estimate(double reading, PlainDraws.Readings how) {
    return switch (how) {
      case FIXED -> Estimate.exact(reading);
      case UNIFORM -> Estimate.between(reading - 3, reading + 3);
      case TRIANGULAR -> Estimate.triangular(reading - 3, reading, reading + 3);
      case NORMAL -> Estimate.normal(reading, 1);
    };
  }

  static String code(int indicator) {
    return "i" + indicator;
  }

  static Direction direction(int indicator) {
    return indicator % 3 == 2 ? Direction.LOWER_IS_RISKIER : Direction.HIGHER_IS_RISKIER;
  }

  static Normalization goalposts(int indicator) {
    return Normalization.goalposts(lower(indicator), upper(indicator));
  }

  static double lower(int indicator) {
    return 10 + indicator;
  }

  static double upper(int indicator) {
    return 80 + 2 * indicator;
  }

  private static double reading(int indicator, SplittableRandom random) {
    double width = upper(indicator) - lower(indicator);
    return lower(indicator) + width * (random.nextDouble() * 1.125 - 0.0625);
  }
}
