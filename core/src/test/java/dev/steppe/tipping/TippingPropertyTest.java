package dev.steppe.tipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tipping points of random models, against brute force on real profiles. */
class TippingPropertyTest {

  /** Of a score at its target, as the tipping point promises. */
  private static final double REACHED = 1e-9 + 1e-12;

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  private static TippingCosts costs(RandomModels.Case c, Random random) {
    TippingCosts costs = TippingCosts.equal();
    for (Criterion criterion : c.model().criteria()) {
      switch (random.nextInt(4)) {
        case 0 -> costs = costs.withCost(criterion.code(), 0.2 + 3 * random.nextDouble());
        case 1 -> costs = costs.withBounds(criterion.code(), 10, 50 + 50 * random.nextDouble());
        case 2 -> costs = random.nextInt(3) == 0 ? costs.withImmutable(criterion.code()) : costs;
        default -> {}
      }
    }
    return costs;
  }

  private static void assertReached(TippingAnswer answer, double score) {
    double beyond = answer.difference() >= 0 ? score - answer.target() : answer.target() - score;
    assertThat(beyond).isGreaterThanOrEqualTo(-REACHED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void missing_readings_leave_the_others_their_part(long seed) {
    // Searches take most of the time, and gaps are nothing to them.
    RandomModels.Case c = seed % 4 == 0 ? RandomModels.generate(seed) : RandomModels.additive(seed);
    List<CountryProfile> gaps = c.withGaps(0.2);
    double[] scores = c.scorer().bulk().score(columns(c, gaps.subList(0, 2)));
    if (!Double.isNaN(scores[0]) && !Double.isNaN(scores[1])) {
      Random random = new Random(seed);
      TippingAnswer answer =
          TippingPoint.of(c.scorer(), gaps.get(0))
              .withCosts(costs(c, random))
              .withLimit(1000)
              .toReach(gaps.get(1));
      checkAlone(c, answer, random);
    }
  }

  private static double[][] columns(RandomModels.Case c, List<CountryProfile> profiles) {
    return c.model().criteria().stream()
        .map(
            criterion ->
                profiles.stream()
                    .mapToDouble(
                        p -> p.estimate(criterion.code()).map(Estimate::central).orElse(Double.NaN))
                    .toArray())
        .toArray(double[][]::new);
  }

  /** Each indicator alone does what is said, and no less does. */
  private static void checkAlone(RandomModels.Case c, TippingAnswer answer, Random random) {
    boolean up = answer.difference() >= 0;
    for (TippingLever lever : answer.alone()) {
      if (lever.neededReading().isEmpty()) {
        continue;
      }
      double score = answer.card().scorer().score(answer.profileWith(lever.code())).value();
      assertThat(score).isCloseTo(lever.score(), within(1e-12));
      if (lever.reaches()) {
        assertReached(answer, score);
        // A little less does not do, unless the tolerance is all that is between.
        if (lever.points() > 1e-3 && !answer.isReached()) {
          double reading = lever.reading().getAsDouble();
          double back = reading + (lever.neededReading().getAsDouble() - reading) * (1 - 1e-4);
          double less =
              answer
                  .card()
                  .scorer()
                  .score(answer.card().profile().withReading(lever.code(), back))
                  .value();
          double beyond = up ? less - answer.target() : answer.target() - less;
          assertThat(beyond).isLessThanOrEqualTo(1e-9);
        }
      } else {
        // No reading in reach does better.
        for (int trial = 0; trial < 20; trial++) {
          double other = random.nextInt(140) - 0.5;
          CountryProfile changed = answer.card().profile().withReading(lever.code(), other);
          double moved = value(c.model().criterion(lever.code()), other);
          double points = moved - lever.value().getAsDouble();
          if (Math.abs(points) <= lever.points()) {
            double there = answer.card().scorer().score(changed).value();
            assertThat(up ? there - score : score - there).isLessThanOrEqualTo(1e-9);
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void additive_changes_are_the_least(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    Random random = new Random(seed);
    TippingCosts costs = costs(c, random);
    TippingAnswer answer =
        TippingPoint.of(c.scorer(), c.profiles().get(0))
            .withCosts(costs)
            .toReach(c.profiles().get(1));
    checkAlone(c, answer, random);
    for (TippingMeasure measure : TippingMeasure.values()) {
      TippingChange change = answer.together(measure);
      if (change.reaches()) {
        assertThat(change.gap().getAsDouble()).isLessThan(1e-6);
        checkCertificate(c, answer, change, costs);
        if (!answer.isReached()) {
          assertThat(change.score()).isCloseTo(answer.target(), within(1e-9));
        }
      } else {
        assertThat(answer.reachingAlone()).isEmpty();
      }
      assertNothingIsCheaper(c, answer, change, costs, random);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changes_of_any_model_are_confirmed_and_bounded(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    Random random = new Random(seed);
    TippingCosts costs = costs(c, random);
    TippingAnswer answer =
        TippingPoint.of(c.scorer(), c.profiles().get(0))
            .withCosts(costs)
            .withLimit(1000)
            .toReach(c.profiles().get(1));
    checkAlone(c, answer, random);
    for (TippingMeasure measure : TippingMeasure.values()) {
      TippingChange change = answer.together(measure);
      if (change.reaches()) {
        checkCertificate(c, answer, change, costs);
      }
      assertNothingIsCheaper(c, answer, change, costs, random);
      for (TippingLever lever : answer.reachingAlone()) {
        assertThat(change.reaches()).isTrue();
        double alone = costs.cost(lever.code()) * lever.points();
        assertThat(change.lowerBound().getAsDouble()).isLessThanOrEqualTo(alone + 1e-6);
      }
    }
  }

  /** The profile has the moves and no others, scores what is said, and costs what is said. */
  private static void checkCertificate(
      RandomModels.Case c, TippingAnswer answer, TippingChange change, TippingCosts costs) {
    Scorecard after = answer.card().scorer().score(change.profile());
    assertThat(after.value()).isCloseTo(change.score(), within(1e-12));
    assertReached(answer, after.value());
    double squares = 0;
    double sum = 0;
    for (Criterion criterion : c.model().criteria()) {
      double from = answer.card().node(criterion.code()).value().orElseThrow();
      double to = after.node(criterion.code()).value().orElseThrow();
      boolean moves = change.moves().stream().anyMatch(m -> m.code().equals(criterion.code()));
      if (!moves) {
        assertThat(to).isEqualTo(from);
        continue;
      }
      assertThat(costs.isImmutable(criterion.code())).isFalse();
      boolean up = answer.difference() > 0;
      assertThat(Math.abs(to - from))
          .isLessThanOrEqualTo(costs.room(criterion.code(), from, up) + 1e-9);
      double paid = costs.cost(criterion.code()) * Math.abs(to - from);
      squares += paid * paid;
      sum += paid;
    }
    double cost = change.measure() == TippingMeasure.EUCLIDEAN ? Math.sqrt(squares) : sum;
    assertThat(change.cost().getAsDouble()).isCloseTo(cost, within(1e-9));
    assertThat(change.lowerBound().getAsDouble()).isBetween(0.0, cost + 1e-9);
  }

  /** Random changes, half of them near the one that was found. */
  private static void assertNothingIsCheaper(
      RandomModels.Case c,
      TippingAnswer answer,
      TippingChange change,
      TippingCosts costs,
      Random random) {
    List<Criterion> criteria = c.model().criteria();
    int trials = 200;
    double[][] columns = new double[criteria.size()][trials];
    for (int i = 0; i < columns.length; i++) {
      String code = criteria.get(i).code();
      double[] from = {central(change.profile(), code), central(answer.card().profile(), code)};
      for (int trial = 0; trial < trials; trial++) {
        double reading = from[trial % 2];
        double step = (trial % 2 == 0 ? 1 : 60) * random.nextGaussian();
        boolean moves = random.nextInt(3) == 0 && !costs.isImmutable(code);
        columns[i][trial] = moves ? Math.max(-0.5, reading + step) : reading;
      }
    }
    double[] scores = answer.card().scorer().bulk().score(columns);
    boolean up = answer.difference() >= 0;
    for (int trial = 0; trial < trials; trial++) {
      double beyond = up ? scores[trial] - answer.target() : answer.target() - scores[trial];
      double cost =
          beyond < 0 ? Double.NaN : cost(c, answer, change.measure(), costs, columns, trial);
      if (!Double.isNaN(cost)) {
        assertThat(change.reaches()).isTrue();
        assertThat(cost).isGreaterThanOrEqualTo(change.lowerBound().getAsDouble() - 1e-6);
      }
    }
  }

  private static double central(CountryProfile profile, String code) {
    return profile.estimate(code).orElseThrow().central();
  }

  /** The cost of a row of readings; NaN if it is out of bounds. Moves the wrong way only cost. */
  private static double cost(
      RandomModels.Case c,
      TippingAnswer answer,
      TippingMeasure measure,
      TippingCosts costs,
      double[][] columns,
      int row) {
    boolean up = answer.difference() >= 0;
    double parts = 0;
    for (int i = 0; i < columns.length; i++) {
      Criterion criterion = c.model().criteria().get(i);
      TippingLever lever = answer.alone().get(i);
      double from = lever.value().orElseThrow();
      double to = value(criterion, columns[i][row]);
      double points = Math.abs(to - from);
      boolean right = up ? to >= from : to <= from;
      if (right && points > costs.room(criterion.code(), from, up) + 1e-12) {
        return Double.NaN;
      }
      parts += points == 0 ? 0 : measure.part(costs.cost(criterion.code()), points);
    }
    return measure.total(parts);
  }

  private static double value(Criterion criterion, double reading) {
    return criterion
        .normalization()
        .normalize(criterion.treatment().treat(reading), criterion.indicator().direction());
  }

  static Stream<Aggregation> aggregations() {
    return Stream.of(
        Aggregation.arithmetic(),
        Aggregation.geometric(),
        Aggregation.geometric(1),
        Aggregation.harmonic(),
        Aggregation.power(0.5),
        Aggregation.power(3),
        Aggregation.maximum(),
        Aggregation.minimum(),
        Aggregation.choquet(Interaction.of("x", "y", 0.6)),
        Aggregation.choquet(Interaction.of("x", "y", -0.6)));
  }

  /** Of two indicators every move of one needs one move of the other, so a line search sees all. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("aggregations")
  void changes_of_two_indicators_are_as_cheap_as_the_best_of_a_grid(Aggregation aggregation) {
    Random random = new Random(7);
    RiskModel model =
        RiskModel.builder("two")
            .indicator(
                Indicator.of("x", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(
                Indicator.of("y", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .aggregation(aggregation)
            .build();
    Scorer scorer = Scorer.of(model);
    for (int trial = 0; trial < 6; trial++) {
      double[] from = {5 + 90 * random.nextDouble(), 5 + 90 * random.nextDouble()};
      CountryProfile profile =
          CountryProfile.builder(Country.of("AAA", "Aland"))
              .reading("x", from[0])
              .reading("y", from[1])
              .build();
      double cost = 0.5 + random.nextDouble();
      TippingAnswer answer =
          TippingPoint.of(scorer, profile)
              .withCosts(TippingCosts.equal().withCost("x", cost))
              .withLimit(20_000)
              .toReach(5 + 90 * random.nextDouble());
      for (TippingMeasure measure : TippingMeasure.values()) {
        TippingChange change = answer.together(measure);
        double least = leastOnGrid(answer, from, cost, measure);
        assertThat(change.cost().getAsDouble()).isLessThanOrEqualTo(least * (1 + 1e-5) + 1e-6);
        assertThat(change.lowerBound().getAsDouble()).isLessThanOrEqualTo(least + 1e-6);
        assertThat(change.gap().getAsDouble()).isLessThan(2e-3);
      }
    }
  }

  private static double leastOnGrid(
      TippingAnswer answer, double[] from, double cost, TippingMeasure measure) {
    boolean up = answer.difference() >= 0;
    int steps = 2000;
    double[][] low = new double[2][steps + 1];
    double[][] high = new double[2][steps + 1];
    for (int s = 0; s <= steps; s++) {
      low[0][s] = from[0] + ((up ? 100 : 0) - from[0]) * s / steps;
      high[0][s] = low[0][s];
      low[1][s] = from[1];
      high[1][s] = up ? 100 : 0;
    }
    for (int halving = 0; halving < 50; halving++) {
      double[][] middle = {low[0], new double[steps + 1]};
      for (int s = 0; s <= steps; s++) {
        middle[1][s] = (low[1][s] + high[1][s]) / 2;
      }
      double[] scores = answer.card().scorer().bulk().score(middle);
      for (int s = 0; s <= steps; s++) {
        boolean reaches = up ? scores[s] >= answer.target() : scores[s] <= answer.target();
        (reaches ? high : low)[1][s] = middle[1][s];
      }
    }
    double[] scores = answer.card().scorer().bulk().score(high);
    double[] still =
        answer.card().scorer().bulk().score(new double[][] {high[0], fill(from[1], steps + 1)});
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s <= steps; s++) {
      boolean alone = up ? still[s] >= answer.target() : still[s] <= answer.target();
      if (alone || (up ? scores[s] >= answer.target() : scores[s] <= answer.target())) {
        double parts =
            measure.part(cost, Math.abs(high[0][s] - from[0]))
                + (alone ? 0 : measure.part(1, Math.abs(high[1][s] - from[1])));
        least = Math.min(least, measure.total(parts));
      }
    }
    return least;
  }

  private static double[] fill(double value, int length) {
    double[] filled = new double[length];
    Arrays.fill(filled, value);
    return filled;
  }

  /** Bisection ends within 1e-10 points of nothing where nothing is needed. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {111, 113, 116, 117})
  void moves_that_cannot_be_told_from_none_are_left_out(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    double score = c.scorer().score(c.profiles().get(0)).value();
    for (double target : new double[] {score + 7, score - 5}) {
      if (target >= 0 && target <= 100) {
        TippingChange change =
            TippingPoint.of(c.scorer(), c.profiles().get(0))
                .withLimit(1000)
                .toReach(target)
                .together(TippingMeasure.SUM);
        assertThat(change.moves()).allMatch(move -> move.points() > 1e-6);
        if (change.reaches()) {
          assertThat(Math.abs(change.score() - score))
              .isGreaterThanOrEqualTo(Math.abs(target - score) - REACHED);
        }
      }
    }
  }
}
