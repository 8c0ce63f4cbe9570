package dev.steppe.fuzz;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.testing.Owned;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * Models and countries of every scale, treatment, aggregation and estimate, whose numbers are at
 * the ends of what doubles can be: what is refused by its factory is something plain instead.
 */
final class ExtremeModels {

  private static final double[] WEIGHTS = {
    1, 2, 0, Double.MIN_VALUE, 1e-300, 1e-17, 1 / 3.0, 1e17, 1e300, Double.MAX_VALUE
  };

  private static final double[] EXPONENTS = {
    2, -1, 1e-8, -1e-8, 1.2e-7, 1, 0.5, -3, 1000, -1000, 1e300, -1e300, Double.MAX_VALUE
  };

  private final Choices choices;
  private int indicators;

  ExtremeModels(Choices choices) {
    this.choices = choices;
  }

  private <T> T orPlain(Callable<T> extreme, T plain) throws Exception {
    return Refusal.orValue(extreme).orElse(plain);
  }

  /** One to four indicators, some of them in a factor of their own. */
  RiskModel model() throws Exception {
    int count = 1 + choices.below(4);
    ModelBuilder builder = RiskModel.builder("m").missing(missing());
    Part inner = part(choices.below(count));
    Part outer = part(count - inner.codes().length);
    if (inner.codes().length > 0) {
      builder.factor("f", weight(), factor -> inner.fill(factor));
    }
    for (int i = 0; i < outer.codes().length; i++) {
      builder.indicator(
          outer.indicators()[i], outer.weights()[i], outer.treatments()[i], outer.scales()[i]);
    }
    return orPlain(() -> builder.aggregation(outer.aggregation()).build(), PLAIN);
  }

  private static final RiskModel PLAIN =
      RiskModel.builder("plain")
          .indicator(
              Indicator.of("i0", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 1))
          .build();

  private record Part(
      Indicator[] indicators,
      double[] weights,
      Treatment[] treatments,
      Normalization[] scales,
      Aggregation aggregation) {

    String[] codes() {
      return Arrays.stream(indicators).map(Indicator::code).toArray(String[]::new);
    }

    void fill(Factor.Builder factor) {
      factor.aggregation(aggregation);
      for (int i = 0; i < indicators.length; i++) {
        factor.indicator(indicators[i], weights[i], treatments[i], scales[i]);
      }
    }
  }

  private Part part(int count) throws Exception {
    Part part =
        new Part(
            new Indicator[count],
            new double[count],
            new Treatment[count],
            new Normalization[count],
            aggregation(count));
    for (int i = 0; i < count; i++) {
      part.indicators()[i] = indicator();
      part.weights()[i] = weight();
      part.treatments()[i] = treatment();
      part.scales()[i] = scale(part.indicators()[i].direction());
    }
    return part;
  }

  private double weight() {
    return WEIGHTS[choices.below(WEIGHTS.length)];
  }

  private Indicator indicator() throws Exception {
    Indicator plain =
        Indicator.of(
            "i" + indicators++,
            choices.below(2) == 0 ? Direction.HIGHER_IS_RISKIER : Direction.LOWER_IS_RISKIER);
    return choices.below(4) > 0
        ? plain
        : orPlain(() -> plain.withDomain(choices.number(), choices.number()), plain);
  }

  private Treatment treatment() throws Exception {
    return switch (choices.below(8)) {
      case 1 ->
          orPlain(() -> Treatment.clamp(choices.number(), choices.number()), Treatment.none());
      case 2 -> orPlain(() -> Treatment.log(choices.number()), Treatment.none());
      case 3 -> orPlain(() -> Treatment.winsorize(3).fit(reference()), Treatment.none());
      case 4 -> orPlain(() -> Treatment.winsorizeOrLog(2).fit(reference()), Treatment.none());
      case 5 -> orPlain(() -> Treatment.logOfRange().fit(reference()), Treatment.none());
      default -> Treatment.none();
    };
  }

  private Map<Double, Double> points(double... values) {
    Map<Double, Double> points = new TreeMap<>();
    for (double value : values) {
      points.put(choices.number(), value);
    }
    return points;
  }

  private ImmutableDoubleArray reference() {
    ImmutableDoubleArray.Builder readings = ImmutableDoubleArray.builder();
    for (int i = 0; i < 10; i++) {
      readings.add(choices.number());
    }
    return readings.build();
  }

  private Normalization scale(Direction direction) throws Exception {
    Normalization plain = Normalization.goalposts(0, 100);
    return switch (choices.below(13)) {
      case 0, 1 ->
          orPlain(() -> Normalization.goalposts(choices.number(), choices.number()), plain);
      case 2 -> orPlain(() -> Normalization.piecewiseLinear(points(0, 100)), plain);
      case 3 -> orPlain(() -> Normalization.logistic(choices.number(), choices.number()), plain);
      case 4 -> orPlain(() -> Normalization.categories(points(0, 50, 100)), plain);
      case 5 -> Normalization.minMax();
      case 6 -> orPlain(() -> Normalization.zScore(choices.number(), choices.number()), plain);
      case 7 -> Normalization.rank();
      case 8 -> Normalization.percentileRank();
      case 9 -> orPlain(() -> scale(direction).onto(choices.number(), choices.number()), plain);
      case 10 ->
          orPlain(
              () ->
                  Normalization.zScore()
                      .fit(
                          ImmutableDoubleArray.of(
                              choices.number(), choices.number(), choices.number()),
                          direction),
              plain);
      case 11 -> orPlain(() -> Normalization.own(new Owned.Root(choices.number())), plain);
      default -> plain;
    };
  }

  private Aggregation aggregation(int children) throws Exception {
    Aggregation plain = Aggregation.arithmetic();
    return switch (choices.below(8)) {
      case 1 -> orPlain(() -> Aggregation.geometric(choices.number()), plain);
      case 2 -> orPlain(() -> Aggregation.harmonic(choices.number()), plain);
      case 3, 4 ->
          orPlain(() -> Aggregation.power(EXPONENTS[choices.below(EXPONENTS.length)]), plain);
      case 5 -> choices.below(2) == 0 ? Aggregation.maximum() : Aggregation.minimum();
      case 6 ->
          children < 2
              ? plain
              : orPlain(
                  () ->
                      Aggregation.choquet(
                          Interaction.of(
                              "i" + indicators, "i" + (indicators + 1), choices.number())),
                  plain);
      default -> plain;
    };
  }

  private MissingPolicy missing() {
    return switch (choices.below(4)) {
      case 1 -> MissingPolicy.reweight(0);
      case 2 -> MissingPolicy.reweightByCount(0.5);
      case 3 -> MissingPolicy.bound();
      default -> MissingPolicy.fail();
    };
  }

  /** A country with a reading of each indicator, but for one in sixteen. */
  CountryProfile profile(RiskModel model, String code) throws Exception {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of(code, "Country " + code));
    for (Indicator indicator : model.indicators()) {
      if (choices.below(16) != 15) {
        profile.reading(indicator.code(), estimate());
      }
    }
    return profile.build();
  }

  private Estimate estimate() throws Exception {
    Estimate plain = Estimate.exact(0.5);
    double a = choices.number();
    double b = choices.number();
    return switch (choices.below(10)) {
      case 0 -> orPlain(() -> Estimate.between(Math.min(a, b), Math.max(a, b)), plain);
      case 1 -> orPlain(() -> Estimate.triangular(Math.min(a, b), a, Math.max(a, b)), plain);
      case 2 -> orPlain(() -> Estimate.normal(a, b), plain);
      case 3 -> orPlain(() -> Estimate.normal(a, b, choices.number(), choices.number()), plain);
      case 4 -> orPlain(() -> Estimate.logNormal(a, b), plain);
      case 5 -> orPlain(() -> Estimate.pert(Math.min(a, b), b, Math.max(a, b), 4), plain);
      case 6 -> orPlain(() -> Estimate.beta(2, 0.5, Math.min(a, b), Math.max(a, b)), plain);
      case 7 -> orPlain(() -> Estimate.own(new Owned.Rising(a)).times(b), plain);
      default -> orPlain(() -> Estimate.exact(a), plain);
    };
  }
}
