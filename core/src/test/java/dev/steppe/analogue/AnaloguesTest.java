package dev.steppe.analogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnaloguesTest {

  private static final double GAP = Double.NaN;

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** Weights 0.5, 0.3, 0.2; ranges 80 (10..90), 50 (20..70) and 40 (0..40). */
  private static Precedents byHand() {
    return Precedents.of(
        Cases.scorer(5, 3, 2),
        List.of(
            Cases.profile("BBB", 2013, 90, 70, 40),
            Cases.profile("CCC", 2013, 10, 45, GAP),
            Cases.profile("AAA", 2013, 50, 20, 10)));
  }

  private static CountryProfile byHandTarget() {
    return Cases.profile("AAA", 2022, 50, 20, 0);
  }

  @Test
  void gowers_distance_comes_out_as_by_hand() {
    Analogues analogues = byHand().withSampleRange().analoguesOf(byHandTarget());
    // 0.5 * 40/80 + 0.3 * 50/50 + 0.2 * 40/40 = 0.25 + 0.3 + 0.2
    assertThat(analogues.analogue("BBB").gower()).isCloseTo(0.75, within(1e-15));
    assertThat(analogues.analogue("BBB").overlap()).isEqualTo(1);
    // (0.5 * 40/80 + 0.3 * 25/50) / 0.8 = 0.4 / 0.8: the third is missing
    assertThat(analogues.analogue("CCC").gower()).isCloseTo(0.5, within(1e-15));
    assertThat(analogues.analogue("CCC").overlap()).isCloseTo(0.8, within(1e-15));
    assertThat(analogues.nearest()).isSameAs(analogues.analogue("CCC"));
    assertThat(analogues.byProfile()).hasSize(2);
  }

  @Test
  void equal_weights_weigh_every_indicator_the_same() {
    Analogues analogues = byHand().withSampleRange().withEqualWeights().analoguesOf(byHandTarget());
    assertThat(analogues.analogue("BBB").gower()).isCloseTo((0.5 + 1 + 1) / 3, within(1e-15));
    assertThat(analogues.analogue("CCC").gower()).isCloseTo((0.5 + 0.5) / 2, within(1e-15));
  }

  @Test
  void the_range_is_the_whole_scale_of_the_model() {
    Analogues analogues = byHand().analoguesOf(byHandTarget());
    assertThat(analogues.analogue("BBB").gower()).isCloseTo(0.2 + 0.15 + 0.08, within(1e-15));
  }

  @Test
  void the_own_country_is_compared_on_request_only() {
    Analogues analogues = byHand().withSampleRange().withOwnCountry().analoguesOf(byHandTarget());
    assertThat(analogues.byProfile()).hasSize(3);
    assertThat(analogues.nearest().precedent().country().code()).isEqualTo("AAA");
    assertThat(analogues.nearest().gower()).isCloseTo(0.2 * 10 / 40, within(1e-15));
  }

  @Test
  void a_target_is_not_compared_with_itself() {
    Precedents precedents = byHand().withOwnCountry();
    Analogues analogues = precedents.analoguesOf(precedents.scorecards().get(0).profile());
    assertThat(analogues.target().profile().asOf()).contains(LocalDate.of(2013, 1, 1));
    assertThat(analogues.byProfile())
        .extracting(analogue -> analogue.precedent().country().code())
        .containsExactlyInAnyOrder("BBB", "CCC");
  }

  /**
   * The first row of the distance matrix that the Python package gower (version 0.1, README) prints
   * for eight people of four numbers and two categories. A category other than the first person's
   * is as far as can be, so 0 and 100 stand for the same and another.
   */
  @Test
  void gowers_distance_is_that_of_the_python_package() {
    ModelBuilder model = RiskModel.builder("people");
    double[][] scales = {{0, 100}, {0, 100}, {0, 100}, {0, 40_000}, {0, 1}, {0, 30_000}};
    for (int k = 0; k < 6; k++) {
      model.indicator(
          Indicator.of(Cases.code(k), Direction.HIGHER_IS_RISKIER),
          1,
          Normalization.goalposts(scales[k][0], scales[k][1]));
    }
    double[][] people = {
      {21, 0, 0, 3000, 1, 2200},
      {21, 0, 100, 1200, 0, 100},
      {19, 100, 100, 32000, 1, 22000},
      {30, 0, 100, 1800, 1, 1100},
      {21, 100, 0, 2900, 1, 2000},
      {21, 100, 100, 1100, 0, 100},
      {19, 100, 100, 10000, 0, 6000},
      {30, 100, 100, 1500, 1, 2200}
    };
    double[] published = {
      0.3590238, 0.6707398, 0.31787416, 0.16872811, 0.52622986, 0.59697855, 0.47778758
    };
    List<CountryProfile> others = new ArrayList<>();
    for (int i = 1; i < people.length; i++) {
      others.add(Cases.profile("P" + (char) ('A' + i) + "A", 2000, people[i]));
    }
    Analogues analogues =
        Precedents.of(Scorer.of(model.build()), others)
            .withSampleRange()
            .analoguesOf(Cases.profile("PAA", 2000, people[0]));
    for (int i = 1; i < people.length; i++) {
      // The package computes in single precision.
      assertThat(analogues.analogue("P" + (char) ('A' + i) + "A").gower())
          .isCloseTo(published[i - 1], within(1e-7));
    }
  }

  /** The values are those of the score, whatever treatment, direction and method make them. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void gowers_distance_is_the_naive_one_of_the_scorecards(long seed) {
    RandomModels.Case random = RandomModels.generate(seed);
    List<CountryProfile> profiles = random.withGaps(0.2);
    Analogues analogues;
    try {
      analogues =
          Precedents.of(random.scorer(), profiles.subList(1, 4))
              .withMinimumOverlap(1e-9)
              .withSampleRange()
              .analoguesOf(profiles.get(0));
    } catch (IllegalArgumentException tooManyGaps) {
      assertThat(tooManyGaps.getMessage())
          .containsAnyOf("No precedent to compare Country 0 with", "too little data");
      return;
    }
    List<Scorecard> all = new ArrayList<>(random.scorer().scoreAll(profiles));
    for (Analogue analogue : analogues.byProfile()) {
      double sum = 0;
      double weights = 0;
      for (Indicator indicator : random.model().indicators()) {
        String code = indicator.code();
        double weight = random.model().effectiveWeight(code);
        double[] values =
            all.stream()
                .flatMapToDouble(card -> card.node(code).value().stream())
                .sorted()
                .toArray();
        var first = all.get(0).node(code).value();
        var second = analogue.precedent().node(code).value();
        if (first.isPresent() && second.isPresent()) {
          double range = values[values.length - 1] - values[0];
          if (range > 1e-9) {
            sum += weight * Math.abs(first.getAsDouble() - second.getAsDouble()) / range;
            weights += weight;
          }
        }
      }
      assertThat(analogue.gower()).isCloseTo(sum / weights, within(1e-12));
      assertThat(analogue.differences().stream().mapToDouble(Analogue.Difference::distance).sum())
          .isCloseTo(analogue.gower(), within(1e-12));
      assertThat(analogue.scoreDifference())
          .isEqualTo(all.get(0).value() - analogue.precedent().value());
    }
  }

  /** In an additive model the profile is at least as far as the score. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_score_is_no_farther_than_its_profile(long seed) {
    RandomModels.Case random = RandomModels.additive(seed);
    Analogues analogues =
        Precedents.of(random.scorer(), random.profiles().subList(1, 4))
            .analoguesOf(random.profiles().get(0));
    for (Analogue analogue : analogues.byProfile()) {
      assertThat(Math.abs(analogue.scoreDifference()))
          .isLessThanOrEqualTo(100 * analogue.gower() + 1e-9);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_order_of_precedents_changes_nothing(long seed) {
    List<CountryProfile> profiles = Cases.random(seed, 6, 2, 5, 0.1);
    List<CountryProfile> shuffled = new ArrayList<>(profiles);
    Collections.shuffle(shuffled, new Random(seed));
    Precedents first = Precedents.of(Cases.equal(5), profiles).withSize(99);
    Precedents second = Precedents.of(Cases.equal(5), shuffled).withSize(99);
    Analogues one = first.analoguesOf(Cases.target(seed, 5));
    Analogues two = second.analoguesOf(Cases.target(seed, 5));
    assertThat(second).isEqualTo(first).hasSameHashCodeAs(first);
    assertThat(two).isEqualTo(one).hasSameHashCodeAs(one);
    assertThat(two.toTable()).isEqualTo(one.toTable());
    assertThat(two.test()).isEqualTo(one.test());
    if (!one.commonIndicators().isEmpty()) {
      assertThat(two.syntheticControl())
          .isEqualTo(one.syntheticControl())
          .hasSameHashCodeAs(one.syntheticControl());
    }
    assertThat(two.shrinkage()).isEqualTo(one.shrinkage());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lists_are_in_order_and_ranks_follow(long seed) {
    Analogues analogues =
        Precedents.of(Cases.equal(4), Cases.random(seed, 5, 3, 4, 0))
            .analoguesOf(Cases.target(seed, 4));
    assertThat(analogues.byProfile()).extracting(Analogue::gower).isSorted();
    assertThat(analogues.byScore()).extracting(a -> Math.abs(a.scoreDifference())).isSorted();
    assertThat(analogues.byMahalanobis()).extracting(a -> a.mahalanobis().orElseThrow()).isSorted();
    for (int i = 0; i < 15; i++) {
      assertThat(analogues.byProfile().get(i).profileRank()).isEqualTo(i + 1);
      assertThat(analogues.byScore().get(i).scoreRank()).isEqualTo(i + 1);
    }
    assertThat(analogues.byScore()).containsExactlyInAnyOrderElementsOf(analogues.byProfile());
  }

  @Test
  void equally_near_precedents_share_the_rank_and_are_listed_by_country_and_date() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(2),
                List.of(
                    Cases.profile("CCC", 2000, 20, 40),
                    Cases.profile("BBB", 2001, 20, 40),
                    Cases.profile("BBB", 2000, 20, 40),
                    Cases.profile("DDD", 2000, 90, 90)))
            .analoguesOf(Cases.profile("AAA", 2022, 30, 30));
    assertThat(analogues.byProfile())
        .extracting(a -> a.precedent().countryAtDate().name() + " " + a.profileRank())
        .containsExactly(
            "Bbb 2000-01-01 1", "Bbb 2001-01-01 1", "Ccc 2000-01-01 1", "Ddd 2000-01-01 4");
  }

  /** Same score, unlike profile: 0.5 * 100 + 0.5 * 0 against 0.5 * 0 + 0.5 * 100. */
  private static Analogues apart() {
    return Precedents.of(
            Cases.equal(2),
            List.of(Cases.profile("BBB", 2013, 0, 100), Cases.profile("CCC", 2013, 80, 10)))
        .analoguesOf(Cases.profile("AAA", 2022, 100, 0));
  }

  @Test
  void same_score_and_same_profile_are_told_apart() {
    Analogues analogues = apart();
    assertThat(analogues.nearestByScore().precedent().country().code()).isEqualTo("BBB");
    assertThat(analogues.nearest().precedent().country().code()).isEqualTo("CCC");
    assertThat(analogues.summary())
        .isEqualTo(
            "Aaa 2022-01-01 is nearest to Bbb 2013-01-01 in score (0.0 points), but to Ccc"
                + " 2013-01-01 in profile (distance 0.150). The former has rank 2 of 2 by profile,"
                + " the latter rank 2 by score (+5.0 points).");
    assertThat(analogues.analogue("CCC"))
        .hasToString(
            "Aaa 2022-01-01 and Ccc 2013-01-01: by profile rank 1 of 2 (distance 0.150), by score"
                + " rank 2 (+5.0 points); nearer in profile than in score.");
    assertThat(analogues.analogue("BBB").toString()).endsWith("; nearer in score than in profile.");
    assertThat(analogues.analogue("BBB").differences())
        .extracting(difference -> difference.indicator().code(), Analogue.Difference::points)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", 100.0),
            org.assertj.core.groups.Tuple.tuple("b", -100.0));
  }

  @Test
  void one_precedent_may_be_nearest_in_both() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(2),
                List.of(Cases.profile("BBB", 2013, 0, 10), Cases.profile("CCC", 2013, 80, 10)))
            .analoguesOf(Cases.profile("AAA", 2022, 100, 0));
    assertThat(analogues.summary())
        .isEqualTo(
            "Aaa 2022-01-01 is nearest to Ccc 2013-01-01 both in score (+5.0 points) and in"
                + " profile (distance 0.150).");
    assertThat(analogues.nearest().toString()).endsWith("; as near in profile as in score.");
  }

  /** BBB and CCC are as near in profile; CCC alone is nearest in score. */
  @Test
  void a_tie_does_not_hide_that_one_is_nearest_in_both() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(2),
                List.of(
                    Cases.profile("BBB", 2013, 40, 40),
                    Cases.profile("CCC", 2013, 60, 40),
                    Cases.profile("DDD", 2013, 0, 0),
                    Cases.profile("EEE", 2013, 100, 100)))
            .analoguesOf(Cases.profile("AAA", 2022, 50, 50));
    assertThat(analogues.nearest().precedent().country().code()).isEqualTo("BBB");
    assertThat(analogues.summary())
        .isEqualTo(
            "Aaa 2022-01-01 is nearest to Ccc 2013-01-01 both in score (0.0 points) and in"
                + " profile (distance 0.100).");
  }

  @Test
  void the_most_different_indicators_come_with_their_readings() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                Indicator.of("gas", Direction.HIGHER_IS_RISKIER).withName("Gas imports"),
                1,
                Normalization.goalposts(0, 50))
            .indicator(
                Indicator.of("treaty", Direction.LOWER_IS_RISKIER),
                3,
                Normalization.goalposts(0, 1))
            .build();
    Analogues analogues =
        Precedents.of(Scorer.of(model), List.of(profile("BBB", 40, 1), profile("CCC", 0, 0)))
            .analoguesOf(profile("AAA", 10, 0.5));
    // 0.75 * 50/100 and 0.25 * 60/100
    assertThat(analogues.analogue("BBB").differences())
        .containsExactly(
            new Analogue.Difference(model.criterion("treaty").indicator(), 0.5, 1, 50, 0, 0.375),
            new Analogue.Difference(model.criterion("gas").indicator(), 10, 40, 20, 80, 0.15));
    assertThat(analogues.analogue("BBB").differences().get(1)).hasToString("Gas imports -60");
    assertThat(analogues.analogue("BBB").toTable().toCsv().lines().toList())
        .containsExactly(
            "Indicator,Unit,Reading,Then,Value,Value then,Points,Distance",
            "treaty,,0.5,1,50,0,50,0.375",
            "Gas imports,,10,40,20,80,-60,0.15");
  }

  private static CountryProfile profile(String code, double gas, double treaty) {
    return CountryProfile.builder(Country.of(code, code))
        .reading("gas", gas)
        .reading("treaty", treaty)
        .build();
  }

  @Test
  void the_mahalanobis_distance_rests_on_what_all_have_and_says_so() {
    List<CountryProfile> profiles = new ArrayList<>(Cases.random(4, 8, 2, 4, 0));
    profiles.add(Cases.profile("ZZZ", 2000, 10, GAP, 30, 99));
    Analogues analogues = Precedents.of(Cases.equal(4), profiles).analoguesOf(Cases.target(4, 4));
    assertThat(analogues.commonIndicators())
        .extracting(Indicator::code)
        .containsExactly("a", "c", "d");
    assertThat(analogues.notes())
        .containsExactly(
            "Mahalanobis distance and mixture go without what some lack or what does not vary: b.");
    Precedents without =
        Precedents.of(Cases.equal(3), profiles.stream().map(AnaloguesTest::withoutSecond).toList());
    Analogues narrower = without.analoguesOf(withoutSecond(Cases.target(4, 4)));
    assertThat(narrower.shrinkage()).isEqualTo(analogues.shrinkage());
    assertThat(narrower.analogue("ZZZ").mahalanobis())
        .isEqualTo(analogues.analogue("ZZZ").mahalanobis());
    assertThat(analogues.analogue("ZZZ").mahalanobis().orElseThrow()).isPositive();
  }

  /** The profile without b; c and d take the codes b and c. */
  private static CountryProfile withoutSecond(CountryProfile profile) {
    CountryProfile.Builder thinner =
        CountryProfile.builder(profile.country()).asOf(profile.asOf().orElseThrow());
    return thinner
        .reading("a", profile.estimate("a").orElseThrow())
        .reading("b", profile.estimate("c").orElseThrow())
        .reading("c", profile.estimate("d").orElseThrow())
        .build();
  }

  @Test
  void a_covariance_on_few_rows_is_warned_of() {
    Analogues analogues =
        Precedents.of(Cases.equal(9), Cases.random(1, 4, 1, 9, 0)).analoguesOf(Cases.target(1, 9));
    assertThat(analogues.shrinkage().orElseThrow()).isBetween(0.1, 1.0);
    assertThat(analogues.notes())
        .containsExactly(
            "The covariance rests on fewer countries and dates (5) than indicators (9): its"
                + " correlations, shrunk by "
                + Math.round(100 * analogues.shrinkage().orElseThrow())
                + " %, are weakly known.");
  }

  @Test
  void two_rows_make_no_covariance() {
    Analogues analogues =
        Precedents.of(Cases.equal(2), List.of(Cases.profile("BBB", 2000, 1, 2)))
            .analoguesOf(Cases.profile("AAA", 2022, 3, 4));
    assertThat(analogues.shrinkage()).isEmpty();
    assertThat(analogues.byMahalanobis()).isEmpty();
    assertThat(analogues.nearest().mahalanobis()).isEmpty();
    assertThat(analogues.notes())
        .containsExactly("No Mahalanobis distance: two countries and dates make no covariance.");
    assertThat(analogues.toString()).contains("Bbb 2000-01-01");
  }

  @Test
  void indicators_that_move_together_leave_no_mahalanobis_distance() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(2),
                List.of(
                    Cases.profile("BBB", 2000, 0, 0),
                    Cases.profile("CCC", 2000, 10, 10),
                    Cases.profile("DDD", 2000, 10, 10)))
            .analoguesOf(Cases.profile("AAA", 2022, 0, 0));
    assertThat(analogues.notes())
        .containsExactly("No Mahalanobis distance: some indicators move together exactly.");
  }

  @Test
  void indicators_that_tell_nothing_are_named() {
    Analogues analogues =
        Precedents.of(
                Cases.scorer(1, 1, 0, 1),
                List.of(
                    Cases.profile("BBB", 2000, 1, 7, 5, 50),
                    Cases.profile("CCC", 2000, 2, 7, 6, 60)))
            .withSampleRange()
            .analoguesOf(Cases.profile("AAA", 2022, 3, 7, 4, GAP));
    assertThat(analogues.indicators()).extracting(Indicator::code).containsExactly("a", "d");
    assertThat(analogues.notes())
        .containsExactly(
            "Indicators not compared: b (does not vary), c (has no weight).",
            "Aaa 2022-01-01 has no value of d.",
            "Mahalanobis distance and mixture go without what some lack or what does not vary: d.");
    assertThat(analogues.nearest().gower()).isEqualTo(0.5);
    assertThat(analogues.nearest().overlap()).isEqualTo(0.5);
  }

  @Test
  void an_indicator_that_nobody_has_is_named_and_a_constant_one_counts_on_the_whole_scale() {
    Precedents precedents =
        Precedents.of(Cases.equal(3), List.of(Cases.profile("BBB", 2000, 1, 7, GAP)));
    CountryProfile target = Cases.profile("AAA", 2022, 3, 7, GAP);
    assertThat(precedents.withSampleRange().analoguesOf(target).notes().get(0))
        .isEqualTo("Indicators not compared: b (does not vary), c (has no values).");
    Analogues whole = precedents.analoguesOf(target);
    assertThat(whole.notes().get(0)).isEqualTo("Indicators not compared: c (has no values).");
    assertThat(whole.nearest().gower()).isCloseTo(0.01, within(1e-15));
    assertThat(whole.commonIndicators()).extracting(Indicator::code).containsExactly("a");
  }

  @Test
  void precedents_with_too_little_in_common_are_named() {
    Precedents precedents =
        Precedents.of(
            Cases.equal(3),
            List.of(
                Cases.profile("BBB", 2000, 1, GAP, GAP),
                Cases.profile("CCC", 2000, 2, 7, GAP),
                Cases.profile("DDD", 2000, 3, 9, 5)));
    CountryProfile target = Cases.profile("AAA", 2022, 3, 7, 4);
    Analogues analogues = precedents.analoguesOf(target);
    assertThat(analogues.leftOut()).containsExactly(precedents.scorecards().get(0));
    assertThat(analogues.notes().get(0))
        .isEqualTo("Left out, having too little in common: Bbb 2000-01-01.");
    assertThat(precedents.withMinimumOverlap(0.3).analoguesOf(target).leftOut()).isEmpty();
    assertThat(precedents.withMinimumOverlap(1).analoguesOf(target).leftOut()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                precedents
                    .withMinimumOverlap(0.75)
                    .analoguesOf(Cases.profile("AAA", 2022, 3, GAP, GAP)))
        .withMessage(
            "No precedent to compare Aaa 2022-01-01 with: it has values in common with each of 3"
                + " for less than 0.75 of the compared weight");
  }

  @Test
  void without_a_precedent_there_is_an_error_that_says_why() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Precedents.of(Cases.equal(1), List.of(Cases.profile("AAA", 2000, 1)))
                    .analoguesOf(Cases.profile("AAA", 2022, 2)))
        .withMessage(
            "No precedent to compare Aaa 2022-01-01 with: there is none of another country. Maybe"
                + " you meant to compare it with its own past: use withOwnCountry().");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Precedents.of(Cases.equal(1), List.of(Cases.profile("AAA", 2000, 1)))
                    .withOwnCountry()
                    .analoguesOf(Cases.profile("AAA", 2000, 2)))
        .withMessage("No precedent to compare Aaa 2000-01-01 with: there is none but itself");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Precedents.of(Cases.equal(1), List.of(Cases.profile("BBB", 2000, 1)))
                    .withSampleRange()
                    .analoguesOf(Cases.profile("AAA", 2000, 1)))
        .withMessage(
            "No precedent to compare Aaa 2000-01-01 with: no indicator with weight varies between"
                + " them");
  }

  @Test
  void faulty_precedents_are_reported_together() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Precedents.of(
                    Cases.equal(1),
                    List.of(
                        Cases.profile("BBB", 2000, 1),
                        Cases.profile("BBB", 2000, 2),
                        Cases.profile("CCC", 2000, 1, 2))))
        .withMessage(
            "Set of precedents has 2 faults:\n  - Bbb 2000-01-01 is given twice\n  - Ccc 2000-01-01:"
                + " Profile of Ccc (CCC) for model 'plain': unknown indicator 'b'. Known: [a].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Precedents.of(Cases.equal(1), List.of()))
        .withMessage("Precedents need at least one profile, but there is none");
    assertThatNullPointerException()
        .isThrownBy(() -> Precedents.of(null, List.of()))
        .withMessage("scorer");
    assertThatNullPointerException()
        .isThrownBy(() -> Precedents.of(Cases.equal(1), null))
        .withMessage("profiles");
  }

  /**
   * Two alone are as far as can be on the sample's range, and as far as they are on the model's.
   */
  @Test
  void one_precedent_is_enough_on_the_scale_of_the_model() {
    Precedents one = Precedents.of(Cases.equal(2), List.of(Cases.profile("BBB", 2000, 31, 58)));
    CountryProfile target = Cases.profile("AAA", 2022, 30, 60);
    assertThat(one.analoguesOf(target).nearest().gower()).isCloseTo(0.015, within(1e-15));
    assertThat(one.withSampleRange().analoguesOf(target).nearest().gower()).isEqualTo(1);
  }

  @Test
  void settings_out_of_range_are_refused() {
    Precedents precedents = byHand();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> precedents.withMinimumOverlap(0))
        .withMessage("Minimum overlap must be in (0, 1], but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> precedents.withMinimumOverlap(Double.NaN))
        .withMessage("Minimum overlap must be in (0, 1], but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> precedents.withSize(0))
        .withMessage("size must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> precedents.analoguesOf(byHandTarget()).toTable(0))
        .withMessage("Count of precedents to show must be at least 1, but was 0");
  }

  @Test
  void a_precedent_is_found_by_country_and_date() {
    Analogues analogues =
        Precedents.of(
                Cases.equal(1),
                List.of(
                    Cases.profile("BBB", 2000, 1),
                    Cases.profile("BBB", 2001, 2),
                    Cases.profile("CCC", 2000, 3)))
            .analoguesOf(Cases.profile("AAA", 2022, 2));
    assertThat(analogues.analogue("BBB", LocalDate.of(2001, 1, 1)).gower()).isZero();
    assertThat(analogues.analogue("CCC").precedent().value()).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analogues.analogue("BBB"))
        .withMessage("Country 'BBB' is compared at several dates: name the date");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analogues.analogue("BBC"))
        .withMessage(
            "Country 'BBC' is not compared with Aaa 2022-01-01. Known: [BBB, CCC]. Maybe you meant"
                + " 'BBB' (Bbb).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> analogues.analogue("CCC", LocalDate.of(1999, 1, 1)))
        .withMessageStartingWith(
            "Precedent 'CCC 1999-01-01' is not compared with Aaa 2022-01-01. Known: [BBB"
                + " 2000-01-01, BBB 2001-01-01, CCC 2000-01-01].");
  }

  @Test
  void results_differ_by_target_precedents_and_settings() {
    CountryProfile target = byHandTarget();
    assertThat(byHand()).isNotEqualTo(byHand().withSeed(1)).isNotEqualTo(null);
    assertThat(byHand()).isNotEqualTo(byHand().withSampleRange());
    assertThat(byHand().analoguesOf(target))
        .isNotEqualTo(byHand().withSeed(1).analoguesOf(target))
        .isNotEqualTo(byHand().analoguesOf(target.withReading("c", 1)))
        .isNotEqualTo(null);
    Analogues analogues = byHand().analoguesOf(target);
    assertThat(analogues.analogue("BBB")).isNotEqualTo(analogues.analogue("CCC"));
  }

  @Test
  void precedents_print_as_a_line() {
    assertThat(byHand()).hasToString("3 precedents of 3 countries in plain");
    assertThat(Precedents.of(Cases.equal(1), List.of(Cases.profile("BBB", 2000, 1))))
        .hasToString("1 precedent of 1 country in plain");
  }

  @Test
  void the_table_fits_a_hundred_columns_and_shows_ten() {
    Analogues analogues =
        Precedents.of(Cases.equal(6), Cases.random(2, 14, 4, 6, 0)).analoguesOf(Cases.target(2, 6));
    assertThat(analogues.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(analogues.toTable(10).rowCount()).isEqualTo(10);
    assertThat(analogues.toTable(10).notes().get(0))
        .isEqualTo("46 more precedents are farther in profile.");
    assertThat(analogues.toTable().rowCount()).isEqualTo(56);
    assertThat(analogues.toTable().notes()).contains(analogues.summary());
    assertThat(analogues.fingerprint()).isEqualTo(Cases.equal(6).fingerprint());
  }

  @Test
  void the_table_of_a_small_case() {
    assertThat(apart().toTable().toCsv().lines().toList())
        .containsExactly(
            "Precedent,By profile,Gower,Mahal.,By score,Score,Points,Overlap %,Differs most in",
            "Ccc 2013-01-01,1,"
                + apart().nearest().gower()
                + ","
                + apart().nearest().mahalanobis().orElseThrow()
                + ",2,45,5,100,\"a +20, b -10\"",
            "Bbb 2013-01-01,2,1,"
                + apart().analogue("BBB").mahalanobis().orElseThrow()
                + ",1,50,0,100,\"a +100, b -100\"");
  }
}
