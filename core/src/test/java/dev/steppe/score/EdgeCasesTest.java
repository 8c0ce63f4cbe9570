package dev.steppe.score;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cases that once went wrong, or that one might expect to. */
class EdgeCasesTest {

  private static final Country AAA = Country.of("AAA", "Aland");
  private static final Indicator SHARE = Indicator.of("share", HIGHER_IS_RISKIER).withDomain(0, 1);

  private static CountryProfile profile(String code, double value) {
    return CountryProfile.builder(AAA).reading(code, value).build();
  }

  @Test
  void an_open_estimate_whose_centre_is_outside_the_domain_is_refused() {
    Scorer scorer =
        Scorer.of(
            RiskModel.builder("m").indicator(SHARE, 1, Normalization.goalposts(0, 1)).build());
    CountryProfile percent =
        CountryProfile.builder(AAA).reading("share", Estimate.normal(34, 2)).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(percent))
        .withMessageContaining("reading of 'share' must be in [0.0, 1.0]");
    CountryProfile near =
        CountryProfile.builder(AAA).reading("share", Estimate.normal(0.9, 0.2)).build();
    assertThat(scorer.score(near).range()).isEqualTo(new Range(0, 100));
  }

  @Test
  void a_reference_set_outside_the_domain_is_refused() {
    RiskModel model = RiskModel.builder("m").indicator(SHARE, 1, Normalization.minMax()).build();
    Dataset reference =
        Dataset.of(
            profile("share", 0.1),
            CountryProfile.builder(Country.of("BBB", "Bland")).reading("share", 34).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scorer.fit(model, reference))
        .withMessage(
            "Fitting model 'm': indicator 'share': reading of Bland (BBB) must be in [0.0, 1.0],"
                + " but was 34.0");
  }

  @Test
  void a_reference_set_may_be_read_once_only() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.minMax())
            .indicator(Indicator.of("b", HIGHER_IS_RISKIER), 1, Normalization.minMax())
            .build();
    Stream<CountryProfile> once =
        Stream.of(1, 2, 3)
            .map(v -> CountryProfile.builder(AAA).reading("a", v).reading("b", -v).build());
    assertThat(Scorer.fit(model, once::iterator).model().isFitted()).isTrue();
  }

  @Test
  void a_missing_category_ranges_over_the_values_that_categories_have() {
    Normalization categories = Normalization.categories(ImmutableMap.of(0.0, 20.0, 1.0, 60.0));
    RiskModel rising =
        RiskModel.builder("m")
            .indicator(Indicator.of("c", HIGHER_IS_RISKIER), 1, categories)
            .missing(MissingPolicy.bound())
            .build();
    CountryProfile empty = CountryProfile.builder(AAA).build();
    assertThat(Scorer.of(rising).score(empty).range()).isEqualTo(new Range(20, 60));
    assertThat(Scorer.of(rising).score(empty).value()).isEqualTo(40);
    assertThat(Scorer.of(rising).score(profile("c", 1)).baseline()).isEqualTo(20);
    RiskModel falling =
        RiskModel.builder("m")
            .indicator(Indicator.of("c", LOWER_IS_RISKIER), 1, categories.onto(0, 50))
            .missing(MissingPolicy.bound())
            .build();
    assertThat(Scorer.of(falling).score(empty).range()).isEqualTo(new Range(20, 40));
  }

  @Test
  void a_missing_reading_on_a_polyline_ranges_over_the_line() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                Indicator.of("p", HIGHER_IS_RISKIER),
                1,
                Normalization.piecewiseLinear(ImmutableMap.of(0.0, 30.0, 5.0, 10.0, 9.0, 70.0)))
            .missing(MissingPolicy.bound())
            .build();
    assertThat(Scorer.of(model).score(CountryProfile.builder(AAA).build()).range())
        .isEqualTo(new Range(10, 70));
  }

  @Test
  void doubt_between_two_categories_is_not_a_third_one() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                Indicator.of("c", HIGHER_IS_RISKIER),
                1,
                Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 30.0, 2.0, 100.0)))
            .build();
    CountryProfile doubtful =
        CountryProfile.builder(AAA).reading("c", Estimate.between(0, 2)).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scorer.of(model).score(doubtful))
        .withMessageEndingWith("reading of 'c' must be one category, but was 0.0..2.0");
  }

  @Test
  void scores_that_differ_by_rounding_only_are_in_no_order() {
    ModelBuilder builder = RiskModel.builder("m");
    for (String code : List.of("a", "b", "c")) {
      builder.indicator(Indicator.of(code, HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
    }
    Scorer scorer = Scorer.of(builder.build());
    CountryProfile first =
        CountryProfile.builder(AAA).reading("a", 10).reading("b", 20).reading("c", 60).build();
    CountryProfile second =
        CountryProfile.builder(Country.of("BBB", "Bland"))
            .reading("a", 60)
            .reading("b", 20)
            .reading("c", 10)
            .build();
    assertThat(scorer.compare(first, second).isDecided()).isFalse();
    assertThat(scorer.score(first)).isLessThan(scorer.score(second));
    assertThat(scorer.rank(first, second).rank("BBB")).isEqualTo(1);
  }

  @Test
  void one_country_at_two_dates_is_two_cards_and_two_places() {
    Scorer scorer =
        Scorer.of(
            RiskModel.builder("m")
                .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 9))
                .build());
    CountryProfile then = profile("a", 3).withAsOf(LocalDate.of(2013, 12, 31));
    CountryProfile now = profile("a", 3).withAsOf(LocalDate.of(2022, 2, 23));
    assertThat(new TreeSet<>(List.of(scorer.score(then), scorer.score(now)))).hasSize(2);
    Ranking ranking = scorer.rank(now, then);
    assertThat(ranking.toString())
        .contains("Aland (AAA) 2013-12-31")
        .contains("Aland (AAA) 2022-02-23");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ranking.rank("AAA"))
        .withMessage("Country 'AAA' is ranked more than once, at different dates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.rank(now, now))
        .withMessage(
            "A ranking has each country once a date, but Aland (AAA) as of 2022-02-23 was given"
                + " twice");
  }

  @Test
  void nodes_of_equal_cards_are_equal() {
    Scorer scorer =
        Scorer.of(
            RiskModel.builder("m").indicator(SHARE, 1, Normalization.goalposts(0, 1)).build());
    Scorecard card = scorer.score(profile("share", 0.4));
    assertThat(card.nodes()).isEqualTo(scorer.score(profile("share", 0.4)).nodes());
    assertThat(card.nodes()).hasSameHashCodeAs(card.nodes());
    assertThat(card.node("share")).isNotEqualTo(scorer.score(profile("share", 0.5)).node("share"));
  }

  @Test
  void exponents_all_but_zero_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Aggregation.power(1e-17))
        .withMessage(
            "Exponent of a power mean must be finite and at least 1.0E-8 in size, but was 1.0E-17."
                + " Maybe you meant Aggregation.geometric().");
    assertThat(Aggregation.power(1e-8).of(new double[] {80, 20}, new double[] {0.5, 0.5}))
        .isCloseTo(40, within(1e-4));
  }

  @Test
  void many_differing_children_with_different_gaps_say_why_they_cannot_be_split() {
    ModelBuilder builder = RiskModel.builder("wide").missing(MissingPolicy.reweight(0.5));
    CountryProfile.Builder first = CountryProfile.builder(AAA);
    CountryProfile.Builder second = CountryProfile.builder(Country.of("BBB", "Bland"));
    for (int i = 0; i < 26; i++) {
      builder.indicator(
          Indicator.of("i" + i, HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
      first.reading("i" + i, i);
      if (i > 0) {
        second.reading("i" + i, 50 - i / 2.0);
      }
    }
    Comparison comparison = Scorer.of(builder.build()).compare(first.build(), second.build());
    assertThat(comparison.difference()).isNegative();
    assertThatIllegalArgumentException()
        .isThrownBy(comparison::contributions)
        .withMessage(
            "Exact contributions in model 'wide' would take too long: 26 children of factor 'wide'"
                + " differ, and it is no plain weighted sum, or the two lack different readings."
                + " Group them into factors of fewer children.");
  }
}
