package dev.steppe.tipping;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Source;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class TippingPointTest {

  private static final double TIGHT = 1e-9;

  private static Indicator indicator(String code, Direction direction) {
    return Indicator.of(code, direction);
  }

  /** Weights 0.5, 0.3, 0.2. */
  private static RiskModel model() {
    return RiskModel.builder("three")
        .indicator(
            indicator("trade", HIGHER_IS_RISKIER).withName("Trade").withUnit("percent"),
            5,
            Normalization.goalposts(0, 50))
        .indicator(
            indicator("treaty", LOWER_IS_RISKIER).withName("Treaty").withDomain(0, 1),
            3,
            Normalization.goalposts(0, 1))
        .indicator(
            indicator("unrest", HIGHER_IS_RISKIER).withName("Unrest").withDomain(0, 5),
            2,
            Normalization.goalposts(0, 10))
        .missing(MissingPolicy.reweight(0))
        .build();
  }

  private static CountryProfile profile(
      String code, String name, double trade, double treaty, double unrest) {
    return CountryProfile.builder(Country.of(code, name))
        .reading("trade", trade)
        .reading("treaty", treaty)
        .reading("unrest", unrest)
        .build();
  }

  /** 40, 50, 10 on the scales: 20 + 15 + 2 = 37. */
  private static CountryProfile aland() {
    return profile("AAA", "Aland", 20, 0.5, 1);
  }

  /** 80, 50, 10: 40 + 15 + 2 = 57. */
  private static CountryProfile bland() {
    return profile("BBB", "Bland", 40, 0.5, 1);
  }

  private static Scorer scorer() {
    return Scorer.of(model());
  }

  private static TippingPoint ofAland() {
    return TippingPoint.of(scorer(), aland());
  }

  private static RiskModel single(Normalization normalization, Direction direction) {
    return single(Treatment.none(), normalization, direction);
  }

  private static RiskModel single(
      Treatment treatment, Normalization normalization, Direction direction) {
    return RiskModel.builder("single")
        .indicator(indicator("x", direction), 1, treatment, normalization)
        .indicator(indicator("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
        .build();
  }

  private static CountryProfile of(double x, double y) {
    return CountryProfile.builder(Country.of("AAA", "Aland"))
        .reading("x", x)
        .reading("y", y)
        .build();
  }

  private static TippingLever x(RiskModel model, double x, double y, double target) {
    return TippingPoint.of(Scorer.of(model), of(x, y)).toReach(target).alone("x");
  }

  @Test
  void each_indicator_alone_moves_by_gap_over_weight() {
    TippingAnswer answer = ofAland().toReach(bland());

    assertThat(answer.difference()).isCloseTo(20, within(TIGHT));
    // 20 points at weight 0.5 are 40 points of the scale: from 40 to 80, which is a reading of 40.
    assertThat(answer.alone("trade").neededReading().getAsDouble()).isCloseTo(40, within(TIGHT));
    assertThat(answer.alone("trade").neededValue().getAsDouble()).isCloseTo(80, within(TIGHT));
    assertThat(answer.alone("trade").score()).isCloseTo(57, within(TIGHT));
    // 20 / 0.3 = 66.7 points, but there are 50: at best 15 points more.
    assertThat(answer.alone("treaty").status()).isEqualTo(TippingLever.Status.CANNOT);
    assertThat(answer.alone("treaty").score()).isCloseTo(52, within(TIGHT));
    assertThat(answer.alone("treaty").neededReading().getAsDouble()).isCloseTo(0, within(TIGHT));
    // The domain ends at 5, half of the scale: at best 40 points of 100 more.
    assertThat(answer.alone("unrest").status()).isEqualTo(TippingLever.Status.CANNOT);
    assertThat(answer.alone("unrest").score()).isCloseTo(45, within(TIGHT));
    assertThat(answer.alone("unrest").neededReading().getAsDouble()).isEqualTo(5);
    assertThat(answer.reachingAlone()).extracting(TippingLever::code).containsExactly("trade");
  }

  @Test
  void the_euclidean_change_has_the_closed_form() {
    TippingChange change = ofAland().toReach(bland()).together(TippingMeasure.EUCLIDEAN);

    // d = 20 * w / (0.25 + 0.09 + 0.04), all within their room; cost 20 / sqrt(0.38).
    double norm = 0.38;
    assertThat(change.cost().getAsDouble()).isCloseTo(20 / Math.sqrt(norm), within(TIGHT));
    assertThat(change.isLeast()).isTrue();
    assertThat(change.moves())
        .extracting(TippingMove::code)
        .containsExactly("trade", "treaty", "unrest");
    assertThat(change.moves().get(0).points()).isCloseTo(20 * 0.5 / norm, within(TIGHT));
    assertThat(change.moves().get(1).points()).isCloseTo(20 * 0.3 / norm, within(TIGHT));
    assertThat(change.moves().get(2).points()).isCloseTo(20 * 0.2 / norm, within(TIGHT));
    assertThat(scorer().score(change.profile()).value()).isCloseTo(57, within(TIGHT));
  }

  @Test
  void the_least_sum_takes_the_greatest_weight_per_cost_first() {
    TippingCosts costs = TippingCosts.equal().withCost("trade", 2);
    TippingChange change = ofAland().withCosts(costs).toReach(bland()).together(TippingMeasure.SUM);

    // Per cost: trade 0.25, treaty 0.3, unrest 0.2. Treaty's 50 points give 15, trade the other 5.
    assertThat(change.moves()).extracting(TippingMove::code).containsExactly("treaty", "trade");
    assertThat(change.moves().get(0).points()).isCloseTo(50, within(TIGHT));
    assertThat(change.moves().get(1).points()).isCloseTo(10, within(TIGHT));
    assertThat(change.cost().getAsDouble()).isCloseTo(70, within(TIGHT));
    assertThat(change.gap().getAsDouble()).isLessThan(1e-12);
  }

  @Test
  void bounds_are_an_active_set() {
    TippingCosts costs = TippingCosts.equal().withBounds("trade", 0, 50);
    TippingChange change =
        ofAland().withCosts(costs).toReach(bland()).together(TippingMeasure.EUCLIDEAN);

    // Trade stops after 10 points (5 of the score); the other 15 as 0.3 and 0.2 squared share them,
    // but unrest has 40 points only: 15 * 0.2 / 0.13 = 23.1 and 15 * 0.3 / 0.13 = 34.6 do fit.
    assertThat(change.moves().get(0).points()).isCloseTo(15 * 0.3 / 0.13, within(TIGHT));
    assertThat(change.moves().get(1).points()).isCloseTo(15 * 0.2 / 0.13, within(TIGHT));
    assertThat(change.moves().get(2).points()).isCloseTo(10, within(TIGHT));
    assertThat(change.isLeast()).isTrue();
  }

  @Test
  void a_country_above_its_target_falls_to_it() {
    TippingAnswer answer = TippingPoint.of(scorer(), bland()).toReach(aland());

    assertThat(answer.difference()).isCloseTo(-20, within(TIGHT));
    assertThat(answer.alone("trade").neededReading().getAsDouble()).isCloseTo(20, within(TIGHT));
    TippingChange change = answer.together(TippingMeasure.EUCLIDEAN);
    assertThat(scorer().score(change.profile()).value()).isCloseTo(37, within(TIGHT));
    // Unrest can fall by 10 points only, so the others take its share of the 20.
    assertThat(change.moves().get(2).points()).isCloseTo(10, within(TIGHT));
    assertThat(change.moves().get(0).points()).isCloseTo(18 * 0.5 / 0.34, within(TIGHT));
  }

  @Test
  void what_is_reached_already_costs_nothing() {
    TippingAnswer answer = ofAland().toReach(aland());

    assertThat(answer.isReached()).isTrue();
    for (TippingLever lever : answer.alone()) {
      assertThat(lever.reaches()).isTrue();
      assertThat(lever.points()).isZero();
      assertThat(lever.neededReading()).isEqualTo(lever.reading());
    }
    for (TippingMeasure measure : TippingMeasure.values()) {
      assertThat(answer.together(measure).cost().getAsDouble()).isZero();
      assertThat(answer.together(measure).gap().getAsDouble()).isZero();
      assertThat(answer.together(measure).moves()).isEmpty();
    }
    assertThat(answer.summary())
        .isEqualTo("Aland is at Aland's 37.0: no change is needed. " + Scorecard.NOT_A_PROBABILITY);
  }

  @Test
  void immutable_indicators_stay() {
    TippingCosts costs = TippingCosts.equal().withImmutable("trade");
    TippingAnswer answer = ofAland().withCosts(costs).toReach(50);

    assertThat(answer.alone("trade").status()).isEqualTo(TippingLever.Status.IMMUTABLE);
    assertThat(answer.alone("trade").neededReading()).isEmpty();
    assertThat(answer.together(TippingMeasure.EUCLIDEAN).moves())
        .extracting(TippingMove::code)
        .containsExactly("treaty", "unrest");
  }

  @Test
  void nothing_is_reached_if_all_is_immutable() {
    TippingCosts costs = TippingCosts.equal().withImmutable("trade", "treaty", "unrest");
    TippingAnswer answer = ofAland().withCosts(costs).toReach(50);

    assertThat(answer.reachingAlone()).isEmpty();
    for (TippingMeasure measure : TippingMeasure.values()) {
      TippingChange change = answer.together(measure);
      assertThat(change.reaches()).isFalse();
      assertThat(change.cost()).isEmpty();
      assertThat(change.lowerBound()).isEmpty();
      assertThat(change.gap()).isEmpty();
      assertThat(change.score()).isCloseTo(37, within(TIGHT));
    }
  }

  @Test
  void a_target_out_of_reach_has_the_farthest_score() {
    TippingChange change = ofAland().toReach(100).together(TippingMeasure.SUM);

    assertThat(change.reaches()).isFalse();
    // 50 + 30 and half of 20, where the domain ends.
    assertThat(change.score()).isCloseTo(90, within(TIGHT));
    assertThat(change.moves()).hasSize(3);
  }

  @Test
  void a_missing_indicator_is_not_moved_and_its_weight_stays_with_the_others() {
    TippingAnswer answer = TippingPoint.of(scorer(), aland().withoutReading("treaty")).toReach(50);

    assertThat(answer.alone("treaty").status()).isEqualTo(TippingLever.Status.MISSING);
    // Score (20 + 2) / 0.7, and trade counts 5/7.
    double gap = 50 - 22 / 0.7;
    assertThat(answer.alone("trade").neededValue().getAsDouble())
        .isCloseTo(40 + gap * 7 / 5, within(TIGHT));
    assertThat(answer.summary()).contains("Without a reading, so not moved: Treaty.");
  }

  @Test
  void missing_indicators_that_may_be_anything_leave_the_others_their_weight() {
    RiskModel model = model().withMissing(MissingPolicy.bound());
    TippingAnswer answer =
        TippingPoint.of(Scorer.of(model), aland().withoutReading("treaty")).toReach(50);

    // 20 + 15 (the middle of 0 and 30) + 2 = 37.
    assertThat(answer.alone("trade").neededValue().getAsDouble()).isCloseTo(66, within(TIGHT));
    TippingAnswer geometric =
        TippingPoint.of(
                Scorer.of(model.withAggregation(Aggregation.power(2))),
                aland().withoutReading("treaty"))
            .toReach(60);
    assertThat(geometric.alone("trade").score()).isCloseTo(60, within(TIGHT));
  }

  @Test
  void an_uncertain_reading_moves_from_its_central_value() {
    CountryProfile uncertain = aland().withReading("trade", Estimate.between(15, 25));
    TippingAnswer answer = TippingPoint.of(scorer(), uncertain).toReach(bland());

    assertThat(answer.alone("trade").reading().getAsDouble()).isEqualTo(20);
    assertThat(answer.alone("trade").neededReading().getAsDouble()).isCloseTo(40, within(TIGHT));
    // Those that do not move stay uncertain.
    assertThat(answer.profileWith("unrest").estimate("trade")).contains(Estimate.between(15, 25));
  }

  @Test
  void readings_of_evidence_move_as_plain_readings() {
    EthnicDistribution groups =
        EthnicDistribution.builder("Kin")
            .group("Kin", 0.2, Source.unstated())
            .group("Others", 0.8, Source.unstated())
            .build();
    String code = groups.readings().keySet().iterator().next();
    RiskModel model =
        RiskModel.builder("groups")
            .indicator(indicator(code, HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 1))
            .build();
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland")).evidence(groups).build();
    TippingAnswer answer = TippingPoint.of(Scorer.of(model), profile).toReach(50);
    TippingChange change = answer.together(TippingMeasure.EUCLIDEAN);

    assertThat(change.profile().evidence()).isEmpty();
    assertThat(Scorer.of(model).score(change.profile()).value()).isCloseTo(50, within(TIGHT));
  }

  @Test
  void a_category_jumps_to_the_first_level_that_suffices() {
    RiskModel model =
        single(
            Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0, 2.0, 100.0)),
            HIGHER_IS_RISKIER);

    // 20 now; 35 is just what category 1 gives, 36 needs category 2.
    assertThat(x(model, 0, 40, 35).neededReading().getAsDouble()).isEqualTo(1);
    assertThat(x(model, 0, 40, 36).neededReading().getAsDouble()).isEqualTo(2);
    assertThat(x(model, 0, 40, 36).score()).isEqualTo(70);
    assertThat(x(model, 0, 40, 71).status()).isEqualTo(TippingLever.Status.CANNOT);
  }

  @Test
  void bounds_hold_a_category_back_at_the_last_level_within_them() {
    RiskModel model =
        single(
            Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0, 2.0, 100.0)),
            HIGHER_IS_RISKIER);
    TippingLever lever =
        TippingPoint.of(Scorer.of(model), of(0, 40))
            .withCosts(TippingCosts.equal().withBounds("x", 0, 60))
            .toReach(50)
            .alone("x");

    assertThat(lever.status()).isEqualTo(TippingLever.Status.CANNOT);
    assertThat(lever.neededReading().getAsDouble()).isEqualTo(1);
    assertThat(lever.score()).isEqualTo(35);
  }

  @Test
  void the_joint_change_chooses_among_levels() {
    RiskModel model =
        single(
            Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0, 2.0, 100.0)),
            HIGHER_IS_RISKIER);
    TippingAnswer answer = TippingPoint.of(Scorer.of(model), of(0, 40)).toReach(45);
    TippingChange change = answer.together(TippingMeasure.EUCLIDEAN);

    // 25 points of the score: y alone 50 points; x to 30 and y 20: sqrt(1300) = 36.06.
    assertThat(change.cost().getAsDouble()).isCloseTo(Math.sqrt(1300), within(1e-6));
    assertThat(change.isLeast()).isTrue();
    assertThat(change.moves().get(0).toReading()).isEqualTo(1);
    assertThat(change.moves().get(1).toReading()).isCloseTo(60, within(1e-6));
  }

  @Test
  void a_rank_needs_just_more_than_the_reading_it_passes() {
    CountryProfile[] reference = {of(10, 0), of(20, 0), of(30, 0), of(40, 0), of(50, 0)};
    RiskModel model = single(Normalization.rank(), HIGHER_IS_RISKIER).fit(List.of(reference));

    // 10 has rank value 0. Half way between 20 and 30 it is 37.5, at 30 it is 50.
    assertThat(x(model, 10, 0, 12.5).neededReading().getAsDouble()).isEqualTo(20);
    assertThat(x(model, 10, 0, 13).neededReading().getAsDouble()).isEqualTo(Math.nextUp(20.0));
    assertThat(x(model, 10, 0, 13).neededValue().getAsDouble()).isEqualTo(37.5);
    assertThat(x(model, 10, 0, 25).neededReading().getAsDouble()).isEqualTo(30);
  }

  @Test
  void a_scale_that_rises_and_falls_is_crossed_at_the_nearest_reading() {
    RiskModel model =
        single(
            Normalization.piecewiseLinear(ImmutableMap.of(0.0, 100.0, 10.0, 0.0, 30.0, 100.0)),
            HIGHER_IS_RISKIER);

    // At 12 the value is 10; 60 is at 4 and at 22, and 4 is nearer.
    assertThat(x(model, 12, 0, 30).neededReading().getAsDouble()).isCloseTo(4, within(TIGHT));
    assertThat(x(model, 20, 0, 30).neededReading().getAsDouble()).isCloseTo(22, within(TIGHT));
    assertThat(x(model, 20, 0, 10).neededReading().getAsDouble()).isCloseTo(14, within(TIGHT));
  }

  @Test
  void curves_are_inverted() {
    RiskModel logistic = single(Normalization.logistic(10, 0.5), LOWER_IS_RISKIER);
    // 100 / (1 + exp(0.5 (v - 10))) = 80 at v = 10 - 2 ln 4.
    assertThat(x(logistic, 10, 0, 40).neededReading().getAsDouble())
        .isCloseTo(10 - 2 * Math.log(4), within(TIGHT));

    RiskModel log =
        single(Treatment.log(1), Normalization.goalposts(0, Math.log(101)), HIGHER_IS_RISKIER);
    // The value is 100 ln(v + 1) / ln(101): 50 at sqrt(101) - 1.
    assertThat(x(log, 0, 0, 25).neededReading().getAsDouble())
        .isCloseTo(Math.sqrt(101) - 1, within(TIGHT));
    assertThat(x(log, 50, 0, 0).neededReading().getAsDouble()).isCloseTo(0, within(TIGHT));

    RiskModel clamped =
        single(Treatment.clamp(0, 40), Normalization.goalposts(0, 50), HIGHER_IS_RISKIER);
    assertThat(x(clamped, 10, 0, 45).status()).isEqualTo(TippingLever.Status.CANNOT);
    assertThat(x(clamped, 10, 0, 40).neededReading().getAsDouble()).isCloseTo(40, within(TIGHT));
  }

  @Test
  void a_reading_beyond_the_goalpost_comes_all_the_way_back() {
    RiskModel model = single(Normalization.goalposts(0, 60), HIGHER_IS_RISKIER);

    assertThat(x(model, 90, 0, 25).neededReading().getAsDouble()).isCloseTo(30, within(TIGHT));
  }

  @Test
  void the_minimum_needs_all_its_children() {
    RiskModel model =
        single(Normalization.goalposts(0, 100), HIGHER_IS_RISKIER)
            .withAggregation(Aggregation.minimum());
    TippingAnswer answer = TippingPoint.of(Scorer.of(model), of(20, 50)).toReach(60);

    assertThat(answer.reachingAlone()).isEmpty();
    assertThat(answer.alone("x").score()).isEqualTo(50);
    TippingChange change = answer.together(TippingMeasure.EUCLIDEAN);
    assertThat(change.cost().getAsDouble()).isCloseTo(Math.sqrt(1700), within(1e-6));
    assertThat(change.isLeast()).isTrue();
  }

  @Test
  void the_maximum_needs_one_child() {
    RiskModel model =
        single(Normalization.goalposts(0, 100), HIGHER_IS_RISKIER)
            .withAggregation(Aggregation.maximum());
    TippingChange change =
        TippingPoint.of(Scorer.of(model), of(20, 50)).toReach(60).together(TippingMeasure.SUM);

    assertThat(change.cost().getAsDouble()).isCloseTo(10, within(1e-6));
    assertThat(change.moves()).extracting(TippingMove::code).containsExactly("y");
    assertThat(change.isLeast()).isTrue();
  }

  @Test
  void the_geometric_mean_has_its_known_least_change() {
    RiskModel model =
        single(Normalization.goalposts(0, 100), HIGHER_IS_RISKIER)
            .withAggregation(Aggregation.geometric());
    TippingChange change =
        TippingPoint.of(Scorer.of(model), of(30, 30)).toReach(50).together(TippingMeasure.SUM);

    // x * y = 2500 with the least x + y is x = y = 50.
    assertThat(change.cost().getAsDouble()).isCloseTo(40, within(1e-4));
    assertThat(change.gap().getAsDouble()).isLessThan(1e-4);
  }

  @Test
  void the_summary_says_who_moves_what() {
    TippingAnswer answer =
        ofAland().withCosts(TippingCosts.equal().withImmutable("unrest")).toReach(bland());

    assertThat(answer.summary())
        .isEqualTo(
            "Aland scores 37.0 and is 20.0 points below Bland's 57.0. Alone, with all else as it"
                + " is, one indicator takes it there: Trade (percent) from 20 to 40. Alone these"
                + " cannot: Treaty (score 52.0 at the farthest). Held as they are: Unrest."
                + " Together, the least change by Euclidean distance costs 34.3: Trade (percent)"
                + " from 20 to 34.71; Treaty from 0.5 to 0.3235. Together, the least change by sum"
                + " of points costs 40.0: Trade (percent) from 20 to 40. "
                + Scorecard.NOT_A_PROBABILITY);
    assertThat(answer.toString()).startsWith(answer.summary()).contains("reaches it");
    assertThat(answer.toTable().cell(0, 2)).isEqualTo("40.000");
    assertThat(answer.together(TippingMeasure.SUM).toTable().cell(0, 5)).isEqualTo("+40.0");
    assertThat(answer.alone("treaty")).hasToString("Treaty cannot, score 52.0 at the farthest");
    assertThat(answer.together(TippingMeasure.SUM).moves().get(0))
        .hasToString("Trade (percent) from 20 to 40");
  }

  @Test
  void the_summary_says_that_nothing_suffices() {
    assertThat(ofAland().toReach(95).summary())
        .contains("58.0 points below the score 95.0")
        .contains("No indicator alone takes it there.")
        .contains("All together cannot either: at the farthest the score is 90.0.");
  }

  @Test
  void answers_are_the_same_every_time() {
    Scorer scorer = PostSovietStates.scorer();
    LocalDate date = PostSovietStates.dates().get(3);
    CountryProfile first = PostSovietStates.profile("KAZ", date);
    CountryProfile second = PostSovietStates.profile("GEO", date);
    TippingAnswer answer = TippingPoint.of(scorer, first).withLimit(2000).toReach(second);

    assertThat(TippingPoint.of(scorer, first).withLimit(2000).toReach(second))
        .isEqualTo(answer)
        .hasSameHashCodeAs(answer);
  }

  @Test
  void more_evaluations_close_the_gap() {
    Scorer scorer = PostSovietStates.scorer();
    LocalDate date = PostSovietStates.dates().get(3);
    TippingPoint point = TippingPoint.of(scorer, PostSovietStates.profile("KAZ", date));
    TippingChange quick = point.withLimit(1000).toReach(60).together(TippingMeasure.EUCLIDEAN);
    TippingChange slow = point.withLimit(20_000).toReach(60).together(TippingMeasure.EUCLIDEAN);

    assertThat(slow.cost().getAsDouble()).isLessThanOrEqualTo(quick.cost().getAsDouble() + 1e-9);
    assertThat(slow.gap().getAsDouble()).isLessThanOrEqualTo(quick.gap().getAsDouble());
    assertThat(slow.gap().getAsDouble()).isLessThan(0.05);
  }

  @Test
  void progress_hears_of_the_scores_and_may_stop_the_search() {
    TippingPoint point =
        TippingPoint.of(
            PostSovietStates.scorer(),
            PostSovietStates.profile("KAZ", PostSovietStates.dates().get(3)));
    List<Long> heard = new ArrayList<>();
    point
        .withLimit(2000)
        .withProgress((done, total) -> total == 2000 && heard.add(done))
        .toReach(60);
    assertThat(heard).isNotEmpty().allMatch(done -> done < 2000);
    assertThatThrownBy(() -> point.withProgress((done, total) -> false).toReach(60))
        .isInstanceOf(CancellationException.class)
        .hasMessageMatching("The analysis was stopped after \\d+ of 50000");
  }

  @Test
  void errors_say_what_is_wrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofAland().toReach(101))
        .withMessage("score to reach must be in [0.0, 100.0], but was 101.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofAland().toReach(Double.NaN))
        .withMessage("score to reach must be in [0.0, 100.0], but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofAland().withLimit(10))
        .withMessage("The limit of a search must be at least 1000 scores, but was 10");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ofAland().withCosts(TippingCosts.equal().withCost("trad", 2).withBounds("q", 0, 1)))
        .withMessage(
            "Tipping costs for model 'three' has 2 faults:\n"
                + "  - unknown indicator 'trad'. Known: [trade, treaty, unrest]. Maybe you meant"
                + " 'trade' (Trade).\n"
                + "  - unknown indicator 'q'. Known: [trade, treaty, unrest].");
    TippingAnswer answer =
        ofAland().withCosts(TippingCosts.equal().withImmutable("trade")).toReach(50);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> answer.alone("trad"))
        .withMessage(
            "Model 'three' has no indicator 'trad'. Known: [trade, treaty, unrest]. Maybe you meant"
                + " 'trade' (Trade).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> answer.profileWith("trade"))
        .withMessage("Indicator 'trade' of Aland (AAA) cannot be moved: it is IMMUTABLE");
  }

  @Test
  void of_two_readings_with_the_same_value_the_nearer_is_named() {
    RiskModel model =
        single(
            Normalization.categories(ImmutableMap.of(-2.0, 50.0, 1.0, 0.0, 3.0, 50.0)),
            HIGHER_IS_RISKIER);
    assertThat(x(model, 1, 0, 25).neededReading().getAsDouble()).isEqualTo(3);
  }

  @Test
  void tables_say_whether_the_target_is_reached_and_what_moves_in_steps() {
    TippingAnswer near = ofAland().toReach(50);
    TippingAnswer far = ofAland().toReach(95);
    assertThat(near.together(TippingMeasure.SUM).toTable().title()).startsWith("Joint change by");
    assertThat(near.together(TippingMeasure.SUM).toTable().notes().get(0))
        .startsWith("Score after it 50.0. Cost 26.000; nothing that reaches the target costs less");
    assertThat(far.together(TippingMeasure.SUM).toTable().title())
        .startsWith("Farthest joint change by");
    assertThat(far.together(TippingMeasure.SUM).toTable().notes().get(0))
        .isEqualTo("Score after it 90.0. The target cannot be reached.");
    assertThat(near.toString()).doesNotContain("In steps only");

    RiskModel steps =
        RiskModel.builder("steps")
            .indicator(
                indicator("x", HIGHER_IS_RISKIER).withLevels(0, 1, 2),
                1,
                Normalization.goalposts(0, 2))
            .indicator(indicator("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    TippingAnswer answer = TippingPoint.of(Scorer.of(steps), of(0, 20)).toReach(40);
    String told = "In steps only, with no reading between: x (0, 1, 2).";
    assertThat(answer.summary()).contains(told);
    assertThat(answer.toTable().notes()).contains(told);
    // 30 points of the score are 60 of x: two steps.
    assertThat(answer.alone("x").neededReading().getAsDouble()).isEqualTo(2);
  }

  @Test
  void who_moves_fewest_points_comes_first() {
    RiskModel model =
        RiskModel.builder("weighted")
            .indicator(indicator("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(indicator("y", HIGHER_IS_RISKIER), 3, Normalization.goalposts(0, 100))
            .build();
    TippingPoint point = TippingPoint.of(Scorer.of(model), of(20, 20));
    // 5 points of the score are 20 of x, or 20 / 3 of y.
    assertThat(point.toReach(25).reachingAlone())
        .extracting(TippingLever::code)
        .containsExactly("y", "x");
    assertThat(point).hasToString("Tipping point of Aland (AAA) in model 'weighted'");
  }

  @Test
  void other_targets_have_other_answers() {
    TippingAnswer answer = ofAland().toReach(50);
    assertThat(answer).isEqualTo(ofAland().toReach(50)).hasSameHashCodeAs(ofAland().toReach(50));
    for (TippingAnswer other :
        List.of(
            ofAland().toReach(51),
            ofAland().withCosts(TippingCosts.equal().withCost("trade", 2)).toReach(50))) {
      assertThat(answer).isNotEqualTo(other);
    }
    assertThat(answer.hashCode()).isNotEqualTo(ofAland().toReach(51).hashCode());
    TippingChange change = answer.together(TippingMeasure.SUM);
    assertThat(change).hasToString(change.toTable().toString());
  }

  @Test
  void a_search_that_is_cut_short_does_not_claim_the_least_change() {
    TippingChange quick =
        TippingPoint.of(
                PostSovietStates.scorer(),
                PostSovietStates.profile("KAZ", PostSovietStates.dates().get(3)))
            .withLimit(1000)
            .toReach(60)
            .together(TippingMeasure.EUCLIDEAN);
    assertThat(quick.gap().getAsDouble()).isGreaterThan(1e-5);
    assertThat(quick.isLeast()).isFalse();
    assertThat(ofAland().toReach(100).together(TippingMeasure.SUM).isLeast()).isFalse();
  }
}
