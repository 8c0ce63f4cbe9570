package dev.steppe.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.uncertainty.ScoreDraws;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mean lies between its least and its greatest child, to the last bit, on every path. */
class ScoreBoundsTest {

  private static final List<Aggregation> AGGREGATIONS =
      List.of(
          Aggregation.arithmetic(),
          Aggregation.geometric(),
          Aggregation.harmonic(),
          Aggregation.power(2),
          Aggregation.power(-3),
          Aggregation.power(0.5),
          Aggregation.power(0.05),
          Aggregation.power(-0.05),
          Aggregation.power(1.2e-7),
          Aggregation.power(-1e-8),
          Aggregation.power(1000),
          Aggregation.maximum(),
          Aggregation.minimum());

  static List<Aggregation> aggregations() {
    return AGGREGATIONS;
  }

  private static RiskModel model(Aggregation aggregation, double... weights) {
    ModelBuilder builder = RiskModel.builder("m").aggregation(aggregation);
    for (int i = 0; i < weights.length; i++) {
      builder.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER),
          weights[i],
          Normalization.goalposts(0, 100));
    }
    return builder.build();
  }

  private static CountryProfile profile(double... readings) {
    CountryProfile.Builder builder = CountryProfile.builder(Country.of("AAA", "A"));
    for (int i = 0; i < readings.length; i++) {
      if (!Double.isNaN(readings[i])) {
        builder.reading("i" + i, readings[i]);
      }
    }
    return builder.build();
  }

  private static double[][] columns(double... readings) {
    double[][] columns = new double[readings.length][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new double[] {readings[i], readings[i]};
    }
    return columns;
  }

  private static double[] repeated(double value, int times) {
    double[] values = new double[times];
    java.util.Arrays.fill(values, value);
    return values;
  }

  private static double sameByBulk(RiskModel model, double... readings) {
    Scorer scorer = Scorer.of(model);
    double score = scorer.score(profile(readings)).value();
    assertThat(scorer.bulk().score(columns(readings))).containsExactly(score, score);
    return score;
  }

  @ParameterizedTest
  @MethodSource("aggregations")
  void equal_children_are_the_score_to_the_bit(Aggregation aggregation) {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      double[] weights = new double[1 + random.nextInt(12)];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = round % 2 == 0 ? 1 + random.nextInt(9) : random.nextDouble();
      }
      RiskModel model = model(aggregation, weights);
      double any = 100 * random.nextDouble();
      for (double value : new double[] {0, 100, any}) {
        assertThat(sameByBulk(model, repeated(value, weights.length))).isEqualTo(value);
      }
    }
  }

  /** As nine equal weights, which sum to 1 + 2^-52, and three, to 1 - 2^-53. */
  @Test
  void a_score_is_100_where_all_readings_are_at_the_risky_goalpost() {
    for (double[] weights :
        new double[][] {
          {9, 2}, {0.1, 0.1, 0.7}, repeated(1, 3), repeated(1, 9), {1e-17, 1}, {5e-324, 1}
        }) {
      RiskModel model = model(Aggregation.arithmetic(), weights);
      assertThat(sameByBulk(model, repeated(100, weights.length))).isEqualTo(100);
      assertThat(sameByBulk(model, repeated(140, weights.length))).isEqualTo(100);
    }
  }

  @Test
  void gaps_and_levels_change_nothing_of_it() {
    RiskModel flat =
        model(Aggregation.arithmetic(), 1, 1, 1, 7).withMissing(MissingPolicy.reweight(0));
    assertThat(sameByBulk(flat, 100, 100, 100, Double.NaN)).isEqualTo(100);
    ModelBuilder builder = RiskModel.builder("deep");
    for (int f = 0; f < 3; f++) {
      String code = "f" + f;
      int first = 3 * f;
      builder.factor(
          code,
          0.1,
          factor -> {
            for (int i = first; i < first + 3; i++) {
              factor.indicator(
                  Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER),
                  0.7,
                  Normalization.goalposts(0, 100));
            }
          });
    }
    assertThat(sameByBulk(builder.build(), repeated(100, 9))).isEqualTo(100);
    assertThat(sameByBulk(builder.build(), repeated(37.3, 9))).isEqualTo(37.3);
  }

  @Test
  void drawn_weights_leave_100_alone() {
    RiskModel model = model(Aggregation.arithmetic(), 1, 1, 1, 1, 1, 1, 1);
    CountryProfile high = profile(repeated(100, 7));
    ScoreDraws draws =
        UncertaintyAnalysis.of(Scorer.of(model))
            .withWeights(WeightUncertainty.uniform())
            .withSize(1000)
            .draws(high);
    assertThat(draws.scores("AAA").toArray()).containsOnly(100.0);
  }

  /** Half of such a weight is no double: a loop that halves weights must leave it out. */
  @Test
  void bulk_keeps_the_least_weights() {
    assertThat(
            sameByBulk(
                model(Aggregation.arithmetic(), 1, 5e-324, 5e-324, 5e-324), 0, 100, 100, 100))
        .isEqualTo(300 * 5e-324);
  }

  /** By mpmath with 40 digits. */
  @Test
  void power_means_near_exponent_0_keep_their_digits() {
    double[] two = {20, 80};
    double[] even = {1, 1};
    assertThat(Aggregation.power(1e-8).of(two, even)).isCloseTo(40.0000000960906, within(1e-12));
    assertThat(Aggregation.power(-1e-7).of(two, new double[] {1, 3}))
        .isCloseTo(56.568541475729035, within(1e-12));
    assertThat(
            Aggregation.power(1.2e-7)
                .of(new double[] {35.10360017618289, 24.47143092386825}, new double[] {1, 2}))
        .isCloseTo(27.59879561914630, within(1e-12));
    double[] far = {1, 99};
    assertThat(Aggregation.power(0.05).of(far, even)).isCloseTo(11.350255069201424, within(1e-12));
    assertThat(Aggregation.power(-0.05).of(far, even)).isCloseTo(8.722270944256884, within(1e-12));
    assertThat(Aggregation.power(1000).of(new double[] {1e-3, 2e-3}, even))
        .isCloseTo(0.001998614185980906, within(1e-16));
  }

  @ParameterizedTest
  @MethodSource("aggregations")
  void no_score_falls_while_a_reading_rises_by_the_last_bit(Aggregation aggregation) {
    Random random = new Random(11);
    for (int round = 0; round < 2000; round++) {
      double[] weights = {random.nextDouble(), random.nextDouble()};
      double x = round % 3 == 0 ? random.nextInt(100) : 100 * random.nextDouble();
      double y = round % 5 == 0 ? x : 100 * random.nextDouble();
      double before = aggregation.of(new double[] {x, y}, weights);
      double after = aggregation.of(new double[] {Math.nextUp(x), y}, weights);
      assertThat(after).isGreaterThanOrEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("aggregations")
  void a_range_holds_its_score(Aggregation aggregation) {
    Random random = new Random(13);
    for (int round = 0; round < 300; round++) {
      double x = 99 * random.nextDouble();
      double y = 100 * random.nextDouble();
      double width = round % 2 == 0 ? Math.ulp(x) : Math.pow(10, -12 * random.nextDouble());
      RiskModel model = model(aggregation, round % 7 == 0 ? 1e-17 : random.nextDouble(), 1);
      CountryProfile profile =
          CountryProfile.builder(Country.of("AAA", "A"))
              .reading("i0", Estimate.between(x, x + width))
              .reading("i1", y)
              .build();
      Scorecard card = Scorer.of(model).score(profile);
      assertThat(card.value()).isBetween(card.range().lower(), card.range().upper());
    }
  }
}
