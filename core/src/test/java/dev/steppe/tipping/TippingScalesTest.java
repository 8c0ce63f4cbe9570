package dev.steppe.tipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tipping points on scales that jump, turn back, or are finer than doubles. */
class TippingScalesTest {

  private static Indicator up(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static Indicator down(String code) {
    return Indicator.of(code, Direction.LOWER_IS_RISKIER);
  }

  private static CountryProfile profile(String code, double... readings) {
    CountryProfile.Builder builder = CountryProfile.builder(Country.of(code, code));
    for (int i = 0; i < readings.length; i++) {
      builder.reading("i" + i, readings[i]);
    }
    return builder.build();
  }

  /** Nobody lies between the ends of the scale and 30, so r has 0, 25, 50, 75 and 100 points. */
  @Test
  void a_rank_beside_an_indicator_at_its_end() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(down("i0"), 1, Normalization.rank())
            .indicator(up("i1"), 1, Normalization.goalposts(0, 100))
            .build();
    Scorer scorer =
        Scorer.fit(
            model, List.of(profile("AAA", 0, 50), profile("BBB", 30, 50), profile("CCC", 90, 50)));
    TippingAnswer answer = TippingPoint.of(scorer, profile("ZZZ", 0, 0)).toReach(1.0);
    assertThat(answer.alone("i0").neededReading()).hasValue(90);
    for (TippingMeasure measure : TippingMeasure.values()) {
      assertThat(answer.together(measure).reaches()).isTrue();
      assertThat(answer.together(measure).score()).isEqualTo(0.0);
      assertThat(answer.together(measure).cost()).hasValue(100);
    }
    TippingAnswer half = TippingPoint.of(scorer, profile("ZZZ", 0, 0)).toReach(25.0);
    assertThat(half.alone("i0").neededReading()).hasValue(30);
    assertThat(half.together(TippingMeasure.SUM).cost()).hasValue(50);
  }

  /** By hand: a point of grade moves the score by 12.5 and is 25 of the value's points. */
  @Test
  void readings_with_levels_move_in_their_steps() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                up("i0").withName("Grade").withLevels(0, 1, 2, 3, 4),
                1,
                Normalization.goalposts(0, 4))
            .indicator(up("i1"), 1, Normalization.goalposts(0, 100))
            .build();
    CountryProfile profile = profile("AAA", 1, 50);
    TippingAnswer answer = TippingPoint.of(Scorer.of(model), profile).toReach(45.0);
    // 37.5 now; 7.5 points are 0.6 of a grade, which nothing has.
    assertThat(answer.alone("i0").neededReading()).hasValue(2);
    assertThat(answer.alone("i0").score()).isEqualTo(50);
    assertThat(answer.together(TippingMeasure.SUM).moves())
        .noneMatch(move -> move.indicator().code().equals("i0") && move.toReading() % 1 != 0);
    assertThat(answer.together(TippingMeasure.EUCLIDEAN).score()).isCloseTo(45, within(1e-6));
    assertThat(answer.toString())
        .contains("In steps only, with no reading between: Grade (0, 1, 2, 3, 4).");
    TippingAnswer unsure =
        TippingPoint.of(Scorer.of(model), profile.withReading("i0", Estimate.between(1, 2)))
            .toReach(45.0);
    assertThat(unsure.alone("i0").reading()).hasValue(1.5);
    assertThat(unsure.alone("i0").neededReading()).hasValue(2);
  }

  /** The value of category 3 is nearer, but category 5 is what costs least. */
  @Test
  void a_category_behind_another_is_seen() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                up("i0"), 1, Normalization.categories(Map.of(0.0, 0.0, 3.0, 100.0, 5.0, 60.0)))
            .build();
    TippingAnswer answer = TippingPoint.of(Scorer.of(model), profile("ZZZ", 0)).toReach(50);
    assertThat(answer.alone("i0").neededReading()).hasValue(3);
    assertThat(answer.together(TippingMeasure.SUM).cost()).hasValue(60);
    assertThat(answer.together(TippingMeasure.SUM).lowerBound()).hasValue(60);
  }

  /** Next to the limit of the logarithm doubles are coarse, and the scale is smooth. */
  @Test
  void a_smooth_scale_on_coarse_doubles_is_not_listed() {
    RiskModel model =
        RiskModel.builder("m")
            .aggregation(Aggregation.geometric(1))
            .indicator(up("i0"), 1, Treatment.log(11), Normalization.logistic(27, 0.023))
            .indicator(up("i1"), 1, Normalization.goalposts(0, 100))
            .build();
    TippingAnswer answer =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> TippingPoint.of(Scorer.of(model), profile("ZZZ", 59, 50)).toReach(5));
    assertThat(answer.alone("i0").reaches()).isFalse();
    assertThat(answer.alone("i1").reaches()).isFalse();
    // The other goes to 0; the rest is the square root of one more than the value, less 1.
    assertThat(answer.together(TippingMeasure.SUM).score()).isCloseTo(5, within(1e-6));
  }

  /** From one reading to the next this scale goes from 0 to 100. */
  @Test
  void a_line_steeper_than_doubles_stays_within_bounds() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                up("i0"), 1, Normalization.piecewiseLinear(Map.of(1e16, 0.0, 1e16 + 2, 100.0)))
            .indicator(up("i1"), 1, Normalization.goalposts(0, 100))
            .build();
    TippingPoint point = TippingPoint.of(Scorer.of(model), profile("ZZZ", 0, 0));
    TippingAnswer answer = point.toReach(30);
    assertThat(answer.alone("i0").score()).isEqualTo(50);
    assertThat(answer.together(TippingMeasure.SUM).cost().getAsDouble())
        .isCloseTo(60, within(1e-9));
    TippingAnswer bounded =
        point.withCosts(TippingCosts.equal().withBounds("i0", 0, 60)).toReach(30);
    assertThat(bounded.alone("i0").points()).isEqualTo(0);
    assertThat(bounded.alone("i0").reaches()).isFalse();
  }

  @Test
  void weights_beyond_all_others_leave_an_answer() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(up("i0"), 1, Normalization.goalposts(0, 100))
            .indicator(up("i1"), 1e-200, Normalization.goalposts(0, 100))
            .build();
    TippingPoint point = TippingPoint.of(Scorer.of(model), profile("ZZZ", 10, 10));
    for (TippingMeasure measure : TippingMeasure.values()) {
      assertThat(point.toReach(60).together(measure).cost().getAsDouble())
          .isCloseTo(50, within(1e-9));
      assertThat(
              point
                  .withCosts(TippingCosts.equal().withImmutable("i0"))
                  .toReach(60)
                  .together(measure)
                  .reaches())
          .isFalse();
    }
  }

  static LongStream seeds() {
    return RandomModels.seeds().limit(30);
  }

  /** 100 random models a seed: whatever one reaches alone, all reach at no more cost. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_one_reaches_alone_all_reach(long seed) {
    Random random = new Random(seed);
    for (int trial = 0; trial < 100; trial++) {
      check(random);
    }
  }

  private static void check(Random random) {
    int size = 1 + random.nextInt(3);
    ModelBuilder builder = RiskModel.builder("m").aggregation(aggregation(random));
    double[][] reference = new double[2 + random.nextInt(4)][size];
    for (double[] row : reference) {
      for (int i = 0; i < size; i++) {
        row[i] = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(10);
      }
    }
    for (int i = 0; i < size; i++) {
      reference[0][i] = 0;
      reference[1][i] = 9;
      Direction direction =
          random.nextBoolean() ? Direction.HIGHER_IS_RISKIER : Direction.LOWER_IS_RISKIER;
      builder.indicator(
          Indicator.of("i" + i, direction),
          random.nextInt(3) == 0 ? Math.pow(10, -9 * random.nextDouble()) : 1 + random.nextInt(3),
          random.nextInt(3) == 0 ? Treatment.log(1 + random.nextInt(2)) : Treatment.none(),
          Normalization.minMax());
    }
    RiskModel model = builder.build();
    for (int i = 0; i < size; i++) {
      model = model.withNormalization("i" + i, scale(model.criterion("i" + i).treatment(), random));
    }
    List<CountryProfile> profiles = new ArrayList<>();
    for (int c = 0; c < reference.length; c++) {
      profiles.add(profile("AA" + (char) ('A' + c), reference[c]));
    }
    Scorer scorer = Scorer.fit(model, profiles);
    TippingCosts costs = TippingCosts.equal();
    for (int i = 0; i < size; i++) {
      if (random.nextInt(4) == 0) {
        costs = costs.withCost("i" + i, 0.2 + random.nextInt(3));
      }
      if (random.nextInt(4) == 0) {
        costs = costs.withBounds("i" + i, random.nextInt(40), 60 + random.nextInt(40));
      }
    }
    CountryProfile from = profiles.get(random.nextInt(profiles.size()));
    double target =
        random.nextBoolean()
            ? random.nextInt(101)
            : scorer.score(profiles.get(random.nextInt(profiles.size()))).value();
    TippingAnswer answer =
        TippingPoint.of(scorer, from)
            .withCosts(costs)
            .withLimit(1000)
            .toReach(Math.min(100, target));
    String seen = model + "\n" + reference.length + "\n" + answer;
    for (TippingMeasure measure : TippingMeasure.values()) {
      TippingChange change = answer.together(measure);
      for (TippingLever lever : answer.reachingAlone()) {
        assertThat(change.reaches()).as(seen).isTrue();
        double alone = measure.total(measure.part(costs.cost(lever.code()), lever.points()));
        assertThat(change.cost().getAsDouble()).as(seen).isLessThanOrEqualTo(alone);
      }
      if (!change.reaches()) {
        for (TippingLever lever : answer.alone()) {
          double left =
              answer.difference() > 0
                  ? lever.score() - change.score()
                  : change.score() - lever.score();
          assertThat(left).as(seen).isLessThanOrEqualTo(1e-9);
        }
      }
    }
  }

  private static Aggregation aggregation(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Aggregation.geometric(1);
      case 1 -> Aggregation.maximum();
      case 2 -> Aggregation.power(2);
      default -> Aggregation.arithmetic();
    };
  }

  private static Normalization scale(Treatment treatment, Random random) {
    Map<Double, Double> points = new TreeMap<>();
    for (int reading = 0; reading < 10; reading++) {
      points.put(treatment.treat(reading), (double) (10 * random.nextInt(11)));
    }
    Normalization scale =
        switch (random.nextInt(6)) {
          case 0 -> Normalization.percentileRank();
          case 1 -> Normalization.categories(points);
          case 2 -> Normalization.piecewiseLinear(points);
          default -> Normalization.rank();
        };
    return random.nextInt(4) == 0 ? scale.onto(10, 90) : scale;
  }
}
