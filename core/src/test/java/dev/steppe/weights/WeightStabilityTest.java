package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightStabilityTest {

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** d = (20, -10) at weights 0.5: level at 20 x = 10 (1 - x), so at 1/3. */
  private static final Scorer HALVES = Scorer.of(Flat.model(1, 1));

  private static final CountryProfile FIRST = Flat.country(0, 60, 40);
  private static final CountryProfile SECOND = Flat.country(1, 40, 50);

  @Test
  void two_weights_by_hand() {
    WeightStability stability = WeightStability.of(HALVES.compare(SECOND, FIRST));
    WeightInterval a = stability.interval("a");
    assertThat(a.weight()).isEqualTo(0.5);
    assertThat(a.lower()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(a.upper()).isEqualTo(1);
    assertThat(a.lowerPair().orElseThrow().above().country().code()).isEqualTo("AAA");
    assertThat(a.lowerPair().orElseThrow().below().country().code()).isEqualTo("AAB");
    assertThat(a.upperPair()).isEmpty();
    assertThat(a.decrease().orElseThrow()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(a.increase()).isEmpty();
    assertThat(a.smallestChange()).isEqualTo(a.decrease());
    assertThat(a.smallestRelativeChange().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(stability.interval("b").lower()).isZero();
    assertThat(stability.interval("b").upper()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(stability.sentence())
        .isEqualTo(
            "The smallest change of one weight that brings two countries level: \"a\" from 0.5000 to"
                + " 0.3333 (Aab level with Aaa).");
  }

  /**
   * The office location problem of Goodwin and Wright (2004), Decision Analysis for Management
   * Judgment, 3rd edition, chapter 3. They print (page 48) that Elton Street has a value of 81.7 if
   * turnover weighs nothing and of 60.4 if only turnover weighs, that it has the highest value as
   * long as the weight of turnover is less than 52.1 (of 100) and Addison Square above, that no
   * weight of turnover makes another office the highest, and that Gorton Square always is above
   * Carlisle Walk.
   *
   * @see <a href="https://yumpu.com/en/document/view/10698289/downloadable-about-university/64">the
   *     page</a>
   */
  @Test
  void the_office_location_of_goodwin_and_wright() {
    Normalization scale = Normalization.goalposts(0, 100);
    String[] attributes = {"closeness", "visibility", "image", "size", "comfort", "parking"};
    double[] swings = {100, 80, 70, 30, 20, 10};
    RiskModel model =
        RiskModel.builder("benefits")
            .factor("turnover", 250, f -> addAttributes(f, attributes, swings, 0, scale))
            .factor("working-conditions", 60, f -> addAttributes(f, attributes, swings, 3, scale))
            .build();
    double[][] values = {
      {100, 60, 100, 75, 0, 90},
      {20, 80, 10, 30, 100, 30},
      {80, 70, 0, 0, 10, 100},
      {70, 50, 30, 55, 30, 90},
      {40, 60, 90, 100, 60, 70},
      {0, 0, 70, 0, 80, 0},
      {60, 100, 20, 50, 50, 80}
    };
    List<CountryProfile> offices = new ArrayList<>();
    for (int o = 0; o < values.length; o++) {
      char letter = (char) ('A' + o);
      CountryProfile.Builder office =
          CountryProfile.builder(Country.of("" + letter + letter + letter, "Office " + letter));
      for (int k = 0; k < attributes.length; k++) {
        office.reading(attributes[k], values[o][k]);
      }
      offices.add(office.build());
    }
    Scorer scorer = Scorer.of(model);
    WeightInterval turnover =
        WeightStability.within(scorer.rank(offices.get(0), offices.get(4)), "benefits")
            .interval("turnover");
    assertThat(turnover.lower()).isCloseTo(0.521, within(0.0005));
    assertThat(turnover.upper()).isEqualTo(1);

    assertThat(
            WeightStability.within(scorer.compare(offices.get(0), offices.get(4)), "benefits")
                .interval("turnover"))
        .isEqualTo(turnover);

    WeightStability all = WeightStability.within(scorer, offices, "benefits");
    for (int percent = 0; percent <= 100; percent++) {
      Ranking ranking = Scorer.of(all.at("turnover", percent / 100.0).model()).rank(offices);
      assertThat(ranking.entries().get(0).country().code()).isEqualTo(percent < 53 ? "EEE" : "AAA");
      assertThat(ranking.rank("GGG")).isLessThan(ranking.rank("CCC"));
    }
    assertThat(elton(all, 0, offices)).isCloseTo(81.7, within(0.05));
    assertThat(elton(all, 1, offices)).isCloseTo(60.4, within(0.05));
  }

  private static void addAttributes(
      Factor.Builder factor, String[] names, double[] weights, int first, Normalization scale) {
    for (int k = first; k < first + 3; k++) {
      factor.indicator(Indicator.of(names[k], Direction.HIGHER_IS_RISKIER), weights[k], scale);
    }
  }

  private static double elton(WeightStability stability, double level, List<CountryProfile> all) {
    return Scorer.of(stability.at("turnover", level).model()).score(all.get(4)).value();
  }

  /**
   * The decision matrix of the numerical example in Triantaphyllou and Sanchez (1997), Decision
   * Sciences 28, 151-194, with the final preferences that they print: 0.3162, 0.2768, 0.2621 and
   * 0.1449. Their weights sum to 1.0001.
   *
   * <p>They take delta from one weight and then divide all weights by their sum; alternatives i and
   * j come level at {@code delta = (P_j - P_i) / (a_jk - a_ik)}, which must be at most the weight.
   */
  @Test
  void the_example_of_triantaphyllou_and_sanchez() {
    double[] weights = {0.3277, 0.3058, 0.2876, 0.0790};
    double[][] matrix = {
      {0.3088, 0.2897, 0.3867, 0.1922},
      {0.2163, 0.3458, 0.1755, 0.6288},
      {0.4509, 0.2473, 0.1194, 0.0575},
      {0.0240, 0.1172, 0.3184, 0.1215}
    };
    double[] printed = {0.3162, 0.2768, 0.2621, 0.1449};
    Scorer scorer = Flat.scorer(weights);
    CountryProfile[] profiles = new CountryProfile[4];
    double[] preferences = new double[4];
    for (int i = 0; i < 4; i++) {
      double[] values = new double[4];
      for (int k = 0; k < 4; k++) {
        values[k] = 100 * matrix[i][k];
        preferences[i] += weights[k] * matrix[i][k];
      }
      profiles[i] = Flat.country(i, values);
      // They round the inputs that they print, which moves the sums by up to 2e-4.
      assertThat(scorer.score(profiles[i]).value() / 100).isCloseTo(printed[i], within(2.5e-4));
    }
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        WeightStability pair = WeightStability.of(scorer.compare(profiles[i], profiles[j]));
        for (int k = 0; k < 4; k++) {
          double delta = (preferences[j] - preferences[i]) / (matrix[j][k] - matrix[i][k]);
          WeightInterval interval = pair.interval(Flat.code(k));
          if (delta > weights[k]) {
            assertThat(interval.isUnlimited()).isTrue();
            continue;
          }
          double level = (weights[k] - delta) / (1.0001 - delta);
          double end = delta > 0 ? interval.lower() : interval.upper();
          // A weight can rise without limit before the division, but not beyond 1 after it.
          assertThat(end).isCloseTo(level, within(1e-9));
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void order_holds_within_an_interval_and_is_lost_at_its_ends(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    if (c.model().criteria().size() < 2) {
      return;
    }
    Ranking ranking = c.scorer().rank(c.profiles());
    WeightStability stability = WeightStability.of(ranking);
    for (WeightInterval interval : stability.intervals()) {
      assertThat(interval.lower()).isBetween(0.0, interval.weight());
      assertThat(interval.upper()).isBetween(interval.weight(), 1.0);
      double width = interval.upper() - interval.lower();
      for (int i = 1; i < 20; i++) {
        assertOrderHolds(ranking, stability, interval.code(), interval.lower() + width * i / 20);
      }
      if (interval.lowerPair().isEmpty()) {
        assertThat(interval.lower()).isZero();
        assertOrderHolds(ranking, stability, interval.code(), 0);
      } else {
        assertSwaps(
            stability, interval, interval.lower(), -1e-6, interval.lowerPair().orElseThrow());
      }
      if (interval.upperPair().isEmpty()) {
        assertThat(interval.upper()).isEqualTo(1);
        assertOrderHolds(ranking, stability, interval.code(), 1);
      } else {
        assertSwaps(
            stability, interval, interval.upper(), 1e-6, interval.upperPair().orElseThrow());
      }
    }
  }

  private static void assertOrderHolds(
      Ranking ranking, WeightStability stability, String code, double weight) {
    WeightVector moved = stability.at(code, weight);
    assertThat(moved.model().effectiveWeight(code)).isCloseTo(weight, within(1e-12));
    Scorer scorer = Scorer.of(moved.model());
    for (Ranking.Entry above : ranking) {
      for (Ranking.Entry below : ranking) {
        if (Ranking.compareScores(above.value(), below.value()) > 0) {
          assertThat(
                  scorer
                      .compare(above.scorecard().profile(), below.scorecard().profile())
                      .difference())
              .isGreaterThan(-1e-10);
        }
      }
    }
  }

  private static void assertSwaps(
      WeightStability stability,
      WeightInterval interval,
      double end,
      double step,
      WeightInterval.LevelPair swap) {
    assertThat(difference(stability, interval.code(), end, swap)).isCloseTo(0, within(1e-9));
    double beyond = end + step;
    if (beyond >= 0 && beyond <= 1) {
      assertThat(difference(stability, interval.code(), beyond, swap)).isLessThan(1e-12);
    }
  }

  private static double difference(
      WeightStability stability, String code, double weight, WeightInterval.LevelPair swap) {
    return Scorer.of(stability.at(code, weight).model())
        .compare(swap.above().profile(), swap.below().profile())
        .difference();
  }

  /** {@code t = -(w.d) / (d_k - R_k)}, with R_k the difference over the others. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_pair_has_the_closed_form(long seed) {
    java.util.Random random = new java.util.Random(seed);
    int size = 2 + random.nextInt(6);
    Scorer scorer = Scorer.of(Flat.model(Flat.randomWeights(random, size)));
    List<CountryProfile> pair = Flat.randomCountries(random, 2, size);
    double total = scorer.compare(pair.get(0), pair.get(1)).difference();
    WeightStability stability = WeightStability.of(scorer, pair);
    for (WeightInterval interval : stability.intervals()) {
      double w = interval.weight();
      double d =
          pair.get(0).estimate(interval.code()).orElseThrow().central()
              - pair.get(1).estimate(interval.code()).orElseThrow().central();
      if (w == 1) {
        continue;
      }
      double rest = (total - w * d) / (1 - w);
      double level = w - total / (d - rest);
      if (level > 1e-9 && level < 1 - 1e-9) {
        assertThat(level < w ? interval.lower() : interval.upper()).isCloseTo(level, within(1e-9));
      } else if (!(level > -1e-9 && level < 1 + 1e-9)) {
        assertThat(interval.isUnlimited()).isTrue();
      }
    }
  }

  /** The ends found by nothing but scores: bisection on models with one weight changed. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bisection_on_models_finds_the_same_ends(long seed) {
    java.util.Random random = new java.util.Random(seed);
    int size = 2 + random.nextInt(4);
    double[] weights = Flat.randomWeights(random, size);
    RiskModel model = Flat.model(weights);
    List<CountryProfile> countries = Flat.randomCountries(random, 5, size);
    Ranking ranking = Scorer.of(model).rank(countries);
    WeightStability stability = WeightStability.of(ranking);
    double others = 0;
    for (int k = 1; k < size; k++) {
      others += weights[k];
    }
    if (others == 0) {
      return;
    }
    WeightInterval a = stability.interval("a");
    double good = 0;
    double bad = 1 - a.weight();
    for (int step = 0; step < 40; step++) {
      double middle = (good + bad) / 2;
      double share = a.weight() + middle;
      double given = share / (1 - share) * others;
      if (sameOrder(ranking, Scorer.of(model.withWeight("a", given)))) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    if (a.upper() < 1 - 1e-6) {
      assertThat(a.weight() + good).isCloseTo(a.upper(), within(1e-7));
    } else {
      assertThat(a.weight() + good).isGreaterThan(1 - 1e-5);
    }
  }

  private static boolean sameOrder(Ranking ranking, Scorer scorer) {
    for (Ranking.Entry above : ranking) {
      for (Ranking.Entry below : ranking) {
        if (Ranking.compareScores(above.value(), below.value()) > 0
            && scorer.score(above.scorecard().profile()).value()
                <= scorer.score(below.scorecard().profile()).value()) {
          return false;
        }
      }
    }
    return true;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void weights_within_a_factor_keep_all_others(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    Ranking ranking = c.scorer().rank(c.profiles());
    for (var factor : c.model().factors()) {
      if (factor.children().size() < 2) {
        continue;
      }
      if (c.model().effectiveWeight(factor.code()) == 0) {
        assertThatThrownBy(() -> WeightStability.within(ranking, factor.code()))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(
                "Weights within factor '"
                    + factor.code()
                    + "' move no score, since the factor has no weight");
        continue;
      }
      WeightStability stability = WeightStability.within(ranking, factor.code());
      for (WeightInterval interval : stability.intervals()) {
        WeightVector moved = stability.at(interval.code(), interval.lower());
        c.model()
            .criteria()
            .forEach(
                criterion -> {
                  if (!isBelow(factor, criterion.code())) {
                    assertThat(moved.model().effectiveWeight(criterion.code()))
                        .isCloseTo(c.model().effectiveWeight(criterion.code()), within(1e-12));
                  }
                });
        interval
            .lowerPair()
            .ifPresent(
                swap ->
                    assertThat(difference(stability, interval.code(), interval.lower(), swap))
                        .isCloseTo(0, within(1e-9)));
        interval
            .upperPair()
            .ifPresent(
                swap ->
                    assertThat(difference(stability, interval.code(), interval.upper(), swap))
                        .isCloseTo(0, within(1e-9)));
        double width = interval.upper() - interval.lower();
        for (int i = 1; i < 8; i++) {
          Scorer scorer =
              Scorer.of(stability.at(interval.code(), interval.lower() + width * i / 8).model());
          for (int above = 0; above < ranking.size(); above++) {
            for (int below = above + 1; below < ranking.size(); below++) {
              if (Ranking.compareScores(
                      ranking.entries().get(above).value(), ranking.entries().get(below).value())
                  > 0) {
                assertThat(
                        scorer
                            .compare(
                                ranking.entries().get(above).scorecard().profile(),
                                ranking.entries().get(below).scorecard().profile())
                            .difference())
                    .isGreaterThan(-1e-10);
              }
            }
          }
        }
      }
    }
  }

  private static boolean isBelow(dev.steppe.model.Factor factor, String code) {
    return factor.children().stream()
        .anyMatch(
            child ->
                child.code().equals(code)
                    || child instanceof dev.steppe.model.Factor inner && isBelow(inner, code));
  }

  /** Gaps elsewhere, or of some readings below a child, leave the children's weights free. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ends_within_a_factor_hold_with_gaps(long seed) {
    RandomModels.Case c = RandomModels.additive(seed);
    for (MissingPolicy policy : List.of(MissingPolicy.reweight(0), MissingPolicy.bound())) {
      Scorer scorer = Scorer.of(c.model().withMissing(policy));
      Ranking ranking;
      try {
        ranking = scorer.rank(c.withGaps(0.15));
      } catch (IllegalArgumentException tooLittleData) {
        continue;
      }
      for (var factor : c.model().factors()) {
        WeightStability stability;
        try {
          stability = WeightStability.within(ranking, factor.code());
        } catch (IllegalArgumentException refused) {
          assertThat(refused)
              .hasMessageMatching(
                  "(?s)(Under reweight|Weights can move only between|There is no order|Weights"
                      + " within).*");
          continue;
        }
        for (WeightInterval interval : stability.intervals()) {
          interval
              .lowerPair()
              .ifPresent(swap -> assertSwaps(stability, interval, interval.lower(), -1e-6, swap));
          interval
              .upperPair()
              .ifPresent(swap -> assertSwaps(stability, interval, interval.upper(), 1e-6, swap));
          WeightVector same = stability.at(interval.code(), interval.weight());
          for (Ranking.Entry entry : ranking) {
            assertThat(Scorer.of(same.model()).score(entry.scorecard().profile()).value())
                .isCloseTo(entry.value(), within(1e-9));
          }
        }
      }
    }
  }

  @Test
  void what_dominates_is_never_passed() {
    WeightStability stability =
        WeightStability.of(HALVES, List.of(Flat.country(0, 60, 50), Flat.country(1, 40, 30)));
    assertThat(stability.intervals()).allMatch(WeightInterval::isUnlimited);
    assertThat(stability.tightest()).isEmpty();
    assertThat(stability.sentence())
        .isEqualTo(
            "No change of one weight, the others in proportion, brings two of the 2 countries"
                + " level.");
  }

  @Test
  void a_tie_at_the_far_end_ends_the_interval() {
    WeightStability stability =
        WeightStability.of(HALVES, List.of(Flat.country(0, 60, 50), Flat.country(1, 40, 50)));
    assertThat(stability.interval("a").lower()).isZero();
    assertThat(stability.interval("a").lowerPair()).isPresent();
    assertThat(stability.interval("b").upper()).isEqualTo(1);
    assertThat(stability.interval("b").upperPair()).isPresent();
  }

  @Test
  void countries_that_are_level_do_not_count() {
    WeightStability stability =
        WeightStability.of(
            HALVES,
            List.of(Flat.country(0, 60, 40), Flat.country(1, 40, 60), Flat.country(2, 10, 0)));
    assertThat(stability.ties()).isEqualTo(1);
    assertThat(stability.intervals()).allMatch(WeightInterval::isUnlimited);
    assertThat(stability.toString())
        .contains("Pairs that are level to begin with, which do not count: 1.");
  }

  @Test
  void if_one_weight_is_all_the_others_share_equally() {
    WeightStability stability =
        WeightStability.of(
            Flat.scorer(1, 0, 0), List.of(Flat.country(0, 60, 0, 20), Flat.country(1, 40, 40, 20)));
    // 20 x - 20 (1 - x) = 0
    assertThat(stability.interval("a").lower()).isCloseTo(0.5, within(1e-12));
    assertThat(stability.at("a", 0.5).weights())
        .containsExactlyEntriesOf(ImmutableMap.of("a", 0.5, "b", 0.25, "c", 0.25));
    assertThat(stability.interval("b").smallestRelativeChange()).isEmpty();
    assertThat(stability.interval("b").increase().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void what_all_lack_is_left_out() {
    Scorer scorer = Scorer.of(Flat.model(2, 1, 1).withMissing(MissingPolicy.reweight(0)));
    CountryProfile first = FIRST.withReading("b", 30).withoutReading("b").withReading("c", 40);
    CountryProfile second = SECOND.withoutReading("b").withReading("c", 90);
    WeightStability stability = WeightStability.of(scorer, List.of(first, second));
    assertThat(stability.leftOut()).containsExactly("b");
    assertThat(stability.interval("a").weight()).isCloseTo(2 / 3.0, within(1e-12));
    // 20 x = 50 (1 - x)
    assertThat(stability.interval("a").upper()).isCloseTo(5 / 7.0, within(1e-12));
    assertThat(stability.toString()).contains("Held at weight 0 for lack of readings: b.");
  }

  @Test
  void different_gaps_are_refused_by_name() {
    Scorer scorer = Scorer.of(Flat.model(2, 1, 1).withMissing(MissingPolicy.reweight(0)));
    CountryProfile first = FIRST.withReading("c", 40);
    CountryProfile second = SECOND.withReading("c", 90).withoutReading("b");
    assertThatThrownBy(() -> WeightStability.of(scorer, List.of(first, second)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Under reweight(0.0) countries that lack different readings have different weights, so"
                + " that no one weight can move for all of them. Missing are 'b' for Aab (AAB)."
                + " Maybe leave these out (SharedIndicators), move the weights of one factor's"
                + " children only, or use MissingPolicy.bound().");
  }

  @Test
  void a_missing_reading_that_may_be_anything_is_in_the_middle() {
    Scorer scorer = Scorer.of(Flat.model(1, 1).withMissing(MissingPolicy.bound()));
    WeightStability stability =
        WeightStability.of(scorer, List.of(FIRST, SECOND.withoutReading("b")));
    // The second has 50 for b, as before.
    assertThat(stability.interval("a").lower()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void a_factor_that_is_not_additive_is_named() {
    RiskModel model =
        RiskModel.builder("mixed")
            .factor(
                "cold",
                1,
                f ->
                    f.aggregation(Aggregation.geometric())
                        .indicator(
                            Indicator.of("a", Direction.HIGHER_IS_RISKIER),
                            1,
                            Normalization.goalposts(0, 100))
                        .indicator(
                            Indicator.of("b", Direction.HIGHER_IS_RISKIER),
                            1,
                            Normalization.goalposts(0, 100)))
            .indicator(
                Indicator.of("c", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    Ranking ranking =
        Scorer.of(model).rank(Flat.country(0, 25, 100, 40), Flat.country(1, 10, 10, 60));
    assertThatThrownBy(() -> WeightStability.of(ranking))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Weights of indicators can move only in an additive model, but factor 'cold' is"
                + " geometric(). Maybe ask for the weights within one factor that is additive.");
    assertThatThrownBy(() -> WeightStability.within(ranking, "cold"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Weights within factor 'cold' can move only if it and the factors above it are"
                + " additive, but factor 'cold' is geometric().");
    // Values 50 and 10 of the factor, 40 and 60: 40 x = 20 (1 - x).
    assertThat(WeightStability.within(ranking, "mixed").interval("cold").lower())
        .isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void bad_input_is_refused() {
    assertThatThrownBy(() -> WeightStability.of(HALVES, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Weight stability needs two countries, but none was given");
    assertThatThrownBy(() -> WeightStability.of(HALVES, List.of(FIRST)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no order that weights could flip: only one country was given");
    assertThatThrownBy(
            () ->
                WeightStability.of(
                    HALVES.compare(FIRST, FIRST.withCountry(Country.of("ZZZ", "Zland")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no order that weights could flip: all scores are 50.0");
    assertThatThrownBy(
            () ->
                WeightStability.of(Flat.scorer(1), List.of(Flat.country(0, 1), Flat.country(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Weights can move only between two or more indicators with data, but there is only"
                + " 'a'");
    WeightStability stability = WeightStability.of(HALVES, List.of(FIRST, SECOND));
    assertThatThrownBy(() -> stability.interval("aa"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'aa' is not weighed here. Known: [a, b].");
    assertThatThrownBy(() -> stability.at("a", 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight of 'a' must be in [0.0, 1.0], but was 1.5");
    assertThatThrownBy(() -> stability.at("a", 0.5).weight("c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'c' is not weighed here. Known: [a, b].");
  }

  @Test
  void the_table_shows_intervals_and_who_swaps() {
    WeightStability stability = WeightStability.of(HALVES, List.of(FIRST, SECOND));
    assertThat(stability.toString()).isEqualTo(stability.toTable().toString());
    assertThat(stability.toTable().cell(0, 2)).isEqualTo("0.3333");
    assertThat(stability.toTable().cell(0, 4)).isEqualTo("AAB with AAA");
    assertThat(stability).isEqualTo(WeightStability.of(HALVES, List.of(SECOND, FIRST)));
    assertThat(stability.within("flat")).isEqualTo(stability);
    assertThat(stability.interval("a")).hasToString("a 0.5 in 0.3333333333333333..1.0");
    assertThat(stability.at("a", 0.25).toString()).contains("0.2500");
  }

  /**
   * Differences of (20, -10) are level where a weighs 1/3, those of the other pairs below at 1/5
   * and 0; above at 3/4 (-10, 30) and 4/7 (-30, 40).
   */
  @Test
  void of_several_pairs_the_nearest_ends_the_interval() {
    WeightStability below =
        WeightStability.of(HALVES, List.of(FIRST, SECOND, Flat.country(2, 20, 50)));
    assertThat(below.interval("a").lower()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(below.interval("a").lowerPair().orElseThrow())
        .hasToString("Aab (AAB) level with Aaa (AAA)");
    WeightStability both =
        WeightStability.of(HALVES, List.of(FIRST, SECOND, Flat.country(2, 70, 10)));
    WeightInterval a = both.interval("a");
    assertThat(a.name()).isEqualTo("a");
    assertThat(a.isUnlimited()).isFalse();
    assertThat(a.lower()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(a.upper()).isCloseTo(4 / 7.0, within(1e-12));
    assertThat(a.decrease().orElseThrow()).isCloseTo(1 / 6.0, within(1e-12));
    assertThat(a.increase().orElseThrow()).isCloseTo(1 / 14.0, within(1e-12));
    assertThat(a.smallestChange()).isEqualTo(a.increase());
    WeightInterval b = both.interval("b");
    assertThat(b.smallestChange().orElseThrow()).isCloseTo(1 / 14.0, within(1e-12));
    assertThat(b.smallestChange()).isEqualTo(b.decrease());
    assertThat(both.ties()).isZero();
    assertThat(both.toString()).doesNotContain("level to begin with");
  }

  @Test
  void other_countries_or_weights_have_other_answers() {
    WeightStability stability = WeightStability.of(HALVES, List.of(FIRST, SECOND));
    WeightStability same = WeightStability.of(HALVES, List.of(FIRST, SECOND));
    WeightStability other = WeightStability.of(Flat.scorer(2, 1), List.of(FIRST, SECOND));
    assertThat(stability).hasSameHashCodeAs(same).isNotEqualTo(other);
    assertThat(stability.hashCode()).isNotEqualTo(other.hashCode());
    WeightInterval a = stability.interval("a");
    assertThat(a).isEqualTo(same.interval("a")).hasSameHashCodeAs(same.interval("a"));
    assertThat(a).isNotEqualTo(stability.interval("b")).isNotEqualTo(other.interval("a"));
    assertThat(a.hashCode()).isNotEqualTo(stability.interval("b").hashCode());
    WeightVector at = stability.at("a", 0.25);
    assertThat(at).isEqualTo(same.at("a", 0.25)).hasSameHashCodeAs(same.at("a", 0.25));
    assertThat(at).isNotEqualTo(stability.at("a", 0.3)).isNotEqualTo("a");
    assertThat(at.hashCode()).isNotEqualTo(stability.at("a", 0.3).hashCode());
    assertThat(stability)
        .isNotEqualTo(WeightStability.of(HALVES, List.of(FIRST, Flat.country(2, 40, 50))));
  }

  @Test
  void a_factor_far_above_that_is_not_additive_is_named() {
    RiskModel model =
        RiskModel.builder("deep")
            .factor(
                "middle",
                1,
                m ->
                    m.factor(
                        "inner",
                        1,
                        f ->
                            f.indicator(
                                    Indicator.of("a", Direction.HIGHER_IS_RISKIER),
                                    1,
                                    Normalization.goalposts(0, 100))
                                .indicator(
                                    Indicator.of("b", Direction.HIGHER_IS_RISKIER),
                                    1,
                                    Normalization.goalposts(0, 100))))
            .build()
            .withAggregation("deep", Aggregation.geometric());
    Ranking ranking = Scorer.of(model).rank(FIRST, SECOND);
    assertThatThrownBy(() -> WeightStability.within(ranking, "inner"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Weights within factor 'inner' can move only if it and the factors above it are"
                + " additive, but factor 'deep' is geometric().");
  }

  /** A factor without weight, of which a reading is missing: only to reweight fills the gap. */
  @Test
  void a_factor_without_weight_takes_part_where_data_suffice_for_it() {
    RiskModel model =
        RiskModel.builder("spare")
            .factor(
                "spare-part",
                0,
                f ->
                    f.indicator(
                            Indicator.of("x", Direction.HIGHER_IS_RISKIER),
                            1,
                            Normalization.goalposts(0, 100))
                        .indicator(
                            Indicator.of("y", Direction.HIGHER_IS_RISKIER),
                            1,
                            Normalization.goalposts(0, 100)))
            .indicator(
                Indicator.of("a", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(
                Indicator.of("b", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    List<CountryProfile> gap =
        List.of(FIRST.withReading("x", 30), SECOND.withReading("x", 90).withReading("y", 20));
    List<CountryProfile> full = List.of(gap.get(0).withReading("y", 5), gap.get(1));
    for (MissingPolicy policy : List.of(MissingPolicy.reweight(0), MissingPolicy.bound())) {
      Scorer scorer = Scorer.of(model.withMissing(policy));
      assertThat(WeightStability.within(scorer, full, "spare").leftOut()).isEmpty();
      assertThat(WeightStability.within(scorer, gap, "spare").leftOut())
          .hasSize(policy.reweights() ? 0 : 1);
    }
  }
}
