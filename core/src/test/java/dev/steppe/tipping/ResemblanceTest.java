package dev.steppe.tipping;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.testing.RandomModels;
import dev.steppe.tipping.Resemblance.Kind;
import dev.steppe.tipping.Resemblance.Trait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResemblanceTest {

  private static final LocalDate THEN = LocalDate.of(2010, 1, 1);
  private static final LocalDate NOW = LocalDate.of(2020, 1, 1);

  /** Weights 0.4, 0.3, 0.2, 0.1. */
  private static RiskModel model() {
    return RiskModel.builder("four")
        .indicator(
            Indicator.of("claim", HIGHER_IS_RISKIER).withName("Claim").withDomain(0, 1),
            4,
            Normalization.goalposts(0, 1))
        .indicator(
            Indicator.of("pact", LOWER_IS_RISKIER).withName("Pact").withDomain(0, 1),
            3,
            Normalization.goalposts(0, 1))
        .indicator(
            Indicator.of("kin", HIGHER_IS_RISKIER).withName("Kin").withUnit("fraction"),
            2,
            Normalization.goalposts(0, 0.5))
        .indicator(
            Indicator.of("base", HIGHER_IS_RISKIER).withName("Base").withDomain(0, 1),
            1,
            Normalization.goalposts(0, 1))
        .missing(MissingPolicy.reweight(0.5))
        .build();
  }

  private static CountryProfile profile(
      String code,
      String name,
      LocalDate date,
      double claim,
      double pact,
      double kin,
      double base) {
    return CountryProfile.builder(Country.of(code, name))
        .asOf(date)
        .reading("claim", claim)
        .reading("pact", pact)
        .reading("kin", kin)
        .reading("base", base)
        .build();
  }

  /** 0, 0, 80, 100 on the scales: 26. */
  private static CountryProfile aland() {
    return profile("AAA", "Aland", NOW, 0, 1, 0.4, 1);
  }

  /** 100, 100, 60, 0: 82. */
  private static CountryProfile bland() {
    return profile("BBB", "Bland", NOW, 1, 0, 0.3, 0);
  }

  private static List<String> codes(List<Trait> traits) {
    return traits.stream().map(trait -> trait.indicator().code()).toList();
  }

  private static Resemblance resemblance() {
    return Resemblance.of(Scorer.of(model()), aland(), bland());
  }

  @Test
  void traits_are_shared_safer_or_riskier_by_their_values() {
    assertThat(codes(resemblance().traits(Kind.SHARED))).containsExactly("kin");
    assertThat(codes(resemblance().traits(Kind.SAFER))).containsExactly("claim", "pact");
    assertThat(codes(resemblance().traits(Kind.RISKIER))).containsExactly("base");
    assertThat(resemblance().traits(Kind.ALIKE)).isEmpty();
  }

  /** A claim alone is 66, a pact left alone 56, both 96: 82 less 5 is what is to be reached. */
  @Test
  void the_least_set_reaches_what_is_similar_and_no_more_than_needed() {
    assertThat(codes(resemblance().changes())).containsExactly("claim", "pact");
    assertThat(resemblance().changedScore()).isCloseTo(96, within(1e-9));
    assertThat(resemblance().isSimilar()).isFalse();
    // With the pact gone already, 56, the claim alone is enough.
    CountryProfile alone = aland().withReading("pact", 0);
    Resemblance without = Resemblance.of(Scorer.of(model()), alone, bland());
    assertThat(codes(without.changes())).containsExactly("claim");
    assertThat(codes(without.traits(Kind.SHARED))).containsExactly("kin", "pact");
  }

  @Test
  void what_is_fixed_does_not_change() {
    Resemblance fixed = resemblance().withFixed("claim");
    assertThat(fixed.changes()).isEmpty();
    assertThat(fixed.isReachable()).isFalse();
    assertThat(fixed.sentence())
        .contains("No change of what can change would bring it near Bland.");
    assertThatThrownBy(() -> resemblance().withFixed("clam"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe you meant 'claim' (Claim).");
  }

  @Test
  void who_is_similar_needs_nothing() {
    Resemblance near =
        Resemblance.of(Scorer.of(model()), bland(), profile("CCC", "Cland", NOW, 1, 0, 0.4, 0));
    assertThat(near.isSimilar()).isTrue();
    assertThat(near.changes()).isEmpty();
    assertThat(near.changedScore()).isEqualTo(near.first().value());
    assertThat(near.sentence())
        .isEqualTo(
            "Bland scores 82.0, Cland 86.0: similar, within 5 points. It shares with Cland: Claim"
                + " (1 both); Pact (0 both). It is safer in: Kin (30.0 %, not 40.0 %). Scores are"
                + " an index from 0 (safest) to 100 (riskiest), not a probability.");
    Resemblance above = Resemblance.of(Scorer.of(model()), bland(), aland());
    assertThat(above.isSimilar()).isTrue();
    assertThat(above.sentence())
        .startsWith("Bland scores 82.0, Aland 26.0: 56.0 points above.")
        .contains("It is the riskier already: no change for the worse brings it near Aland.");
    assertThat(near.sentence()).doesNotContain("riskier already");
  }

  /** Two third countries: one left its pact, the other only half of the way. */
  @Test
  void precedents_are_such_changes_of_other_countries() {
    List<CountryProfile> others =
        List.of(
            profile("CCC", "Cland", THEN, 0, 1, 0, 0),
            profile("CCC", "Cland", NOW, 0, 0, 0, 0),
            profile("DDD", "Dland", THEN, 0, 1, 0, 0),
            profile("DDD", "Dland", NOW, 0, 0.5, 0, 0),
            profile("AAA", "Aland", THEN, 0, 1, 0, 0),
            profile("BBB", "Bland", THEN, 0, 0.2, 0, 0),
            bland());
    Resemblance with = resemblance().withPrecedents(others);
    assertThat(with.precedents("pact"))
        .singleElement()
        .satisfies(
            precedent -> {
              assertThat(precedent.before().country().code()).isEqualTo("CCC");
              assertThat(precedent.before().countryAtDate().date()).isEqualTo(THEN);
              assertThat(precedent.after().countryAtDate().date()).isEqualTo(NOW);
            });
    assertThat(with.precedents("claim"))
        .singleElement()
        .satisfies(p -> assertThat(p.after().country().code()).isEqualTo("BBB"));
    assertThat(with.precedents("base")).isEmpty();
    assertThat(resemblance().precedents("pact")).isEmpty();
    assertThat(with.sentence())
        .isEqualTo(
            "Aland scores 26.0, Bland 82.0: 56.0 points below. It shares with Bland: Kin (40.0 %"
                + " against 30.0 %). It is safer in: Claim (0, not 1); Pact (1, not 0). It is"
                + " riskier in: Base (1, not 0). It would come to resemble Bland, at a score of"
                + " 96.0, if these were as Bland's: Claim and Pact. Claim: such a change has"
                + " happened in Bland (1 January 2010 to 1 January 2020). Pact: such a change has"
                + " happened in Cland (1 January 2010 to 1 January 2020). Scores are an index from"
                + " 0 (safest) to 100 (riskiest), not a probability.");
  }

  @Test
  void the_same_country_at_another_date_is_told_by_its_date() {
    Resemblance then =
        Resemblance.of(Scorer.of(model()), aland(), profile("AAA", "Aland", THEN, 1, 0, 0.3, 0));
    assertThat(then.sentence()).startsWith("Aland 2020-01-01 scores 26.0, Aland 2010-01-01 82.0:");
    assertThatThrownBy(() -> Resemblance.of(Scorer.of(model()), aland(), aland()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs two countries or two dates");
  }

  @Test
  void what_is_not_known_of_both_is_told_and_not_changed() {
    Resemblance gap = Resemblance.of(Scorer.of(model()), aland().withoutReading("claim"), bland());
    assertThat(codes(gap.traits(Kind.UNKNOWN))).containsExactly("claim");
    assertThat(codes(gap.changes())).doesNotContain("claim");
    assertThat(gap.sentence())
        .contains("Not known of at least one: Claim (unknown against 1).")
        .contains("Aland's score rests on 60 % of the weight.")
        .doesNotContain("Bland's score rests on");
    assertThat(
            Resemblance.of(Scorer.of(model()), aland(), bland().withoutReading("pact")).sentence())
        .contains("Bland's score rests on 70 % of the weight.")
        .doesNotContain("Aland's score rests on");
  }

  /** Names that have commas of their own are not run together. */
  @Test
  void names_with_commas_stay_apart() {
    RiskModel model =
        RiskModel.builder("two")
            .indicator(
                Indicator.of("votes", HIGHER_IS_RISKIER).withName("Votes, all questions"),
                1,
                Normalization.goalposts(0, 1))
            .indicator(
                Indicator.of("kin", HIGHER_IS_RISKIER).withName("Kin"),
                1,
                Normalization.goalposts(0, 1))
            .build();
    CountryProfile low =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("votes", 0)
            .reading("kin", 0)
            .build();
    CountryProfile high =
        CountryProfile.builder(Country.of("BBB", "Bland"))
            .reading("votes", 1)
            .reading("kin", 1)
            .build();
    assertThat(Resemblance.of(Scorer.of(model), low, high).sentence())
        .contains("if these were as Bland's: Votes, all questions; Kin.");
  }

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  /** By trying every set on real profiles, with readings put in one by one. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_smaller_set_does_it(long seed) {
    RandomModels.Case c = RandomModels.generate(seed);
    CountryProfile first = c.profiles().get(0);
    CountryProfile second = c.profiles().get(1);
    Resemblance resemblance = Resemblance.of(c.scorer(), first, second);
    List<String> codes = new ArrayList<>();
    for (Criterion criterion : c.model().criteria()) {
      if (c.scorer().score(first).node(criterion.code()).value().orElse(0)
          < c.scorer().score(second).node(criterion.code()).value().orElse(0)) {
        codes.add(criterion.code());
      }
    }
    if (codes.size() > 10 || resemblance.isSimilar()) {
      return; // Too many sets to try, or nothing to ask.
    }
    double target = c.scorer().score(second).value() - Resemblance.SIMILAR - 1e-9;
    int fewest = Integer.MAX_VALUE;
    for (int set = 1; set < 1 << codes.size(); set++) {
      CountryProfile changed = first;
      for (int i = 0; i < codes.size(); i++) {
        if ((set >> i & 1) == 1) {
          Estimate other = second.estimate(codes.get(i)).orElseThrow();
          changed = changed.withReading(codes.get(i), other);
        }
      }
      if (c.scorer().score(changed).value() >= target) {
        fewest = Math.min(fewest, Integer.bitCount(set));
      }
    }
    assertThat(resemblance.isReachable()).isEqualTo(fewest < Integer.MAX_VALUE);
    if (resemblance.isReachable()) {
      assertThat(resemblance.changes()).hasSize(fewest);
      assertThat(resemblance.changedScore()).isGreaterThanOrEqualTo(target);
    }
  }

  /** One indicator alone, so that its value is the score. */
  private static Resemblance ofScores(double first, double second) {
    RiskModel one =
        RiskModel.builder("one")
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    CountryProfile left =
        CountryProfile.builder(Country.of("AAA", "Aland")).reading("x", first).build();
    CountryProfile right =
        CountryProfile.builder(Country.of("BBB", "Bland")).reading("x", second).build();
    return Resemblance.of(Scorer.of(one), left, right);
  }

  @Test
  void gaps_of_ten_points_are_alike_and_fifty_is_the_riskier_half() {
    assertThat(ofScores(20, 30).traits().get(0).kind()).isEqualTo(Kind.ALIKE);
    assertThat(ofScores(20, 30.5).traits().get(0).kind()).isEqualTo(Kind.SAFER);
    assertThat(ofScores(40, 30).traits().get(0).kind()).isEqualTo(Kind.ALIKE);
    assertThat(ofScores(40.5, 30).traits().get(0).kind()).isEqualTo(Kind.RISKIER);
    assertThat(ofScores(40, 50).traits().get(0).kind()).isEqualTo(Kind.SHARED);
    assertThat(ofScores(90, 49.5).traits().get(0).kind()).isEqualTo(Kind.RISKIER);
  }

  @Test
  void five_points_below_are_similar() {
    assertThat(ofScores(35, 40).isSimilar()).isTrue();
    assertThat(ofScores(34.5, 40).isSimilar()).isFalse();
    assertThat(ofScores(34.5, 40).isReachable()).isTrue();
  }

  /**
   * Asked is from 20 to 60: such a change begins at 30 at most, ends at 50 or more, and is 30 or
   * more.
   */
  @Test
  void a_precedent_goes_about_as_far_and_forwards_in_time() {
    Resemblance asked = ofScores(20, 60);
    double[][] changes = {
      {30, 60}, {30.5, 60.5}, {20, 50}, {19, 49.5}, {20, 49}, {60, 20}, {25, 52}
    };
    boolean[] are = {true, false, true, false, false, false, false};
    for (int i = 0; i < changes.length; i++) {
      CountryProfile before =
          CountryProfile.builder(Country.of("CCC", "Cland")).reading("x", changes[i][0]).build();
      CountryProfile after = before.withReading("x", changes[i][1]);
      Resemblance with =
          asked.withPrecedents(List.of(after.withAsOf(NOW), before.withAsOf(THEN), after));
      assertThat(with.precedents("x")).hasSize(are[i] ? 1 : 0);
    }
    assertThat(asked.sentence()).doesNotContain("happened");
    assertThat(asked).hasToString(asked.sentence() + "\n\n" + asked.toTable());
  }

  @Test
  void the_earliest_such_change_is_told_in_whatever_order_profiles_come() {
    CountryProfile low =
        CountryProfile.builder(Country.of("CCC", "Cland")).reading("x", 20).build();
    CountryProfile high = low.withReading("x", 60);
    LocalDate between = LocalDate.of(2015, 1, 1);
    assertThat(
            ofScores(20, 60)
                .withPrecedents(
                    List.of(high.withAsOf(NOW), high.withAsOf(between), low.withAsOf(THEN)))
                .precedents("x"))
        .singleElement()
        .satisfies(
            precedent -> {
              assertThat(Resemblance.date(precedent.before())).isEqualTo(THEN);
              assertThat(Resemblance.date(precedent.after())).isEqualTo(between);
            });
  }

  /** A gap of 100 in x, of 40 in y, and none in z: each indicator is asked by its own. */
  @Test
  void precedents_are_those_of_the_indicator_that_is_asked() {
    RiskModel model =
        RiskModel.builder("three")
            .indicator(Indicator.of("x", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("y", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("z", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    CountryProfile first = xyz("AAA", 0, 20, 30);
    Resemblance asked =
        Resemblance.of(Scorer.of(model), first, xyz("BBB", 100, 60, 30))
            .withPrecedents(
                List.of(
                    xyz("CCC", 0, 20, 30).withAsOf(THEN), xyz("CCC", 50, 60, 30).withAsOf(NOW)));
    assertThat(asked.precedents("x")).isEmpty();
    assertThat(asked.precedents("y")).hasSize(1);
    assertThat(asked.precedents("z")).isEmpty();
  }

  private static CountryProfile xyz(String code, double x, double y, double z) {
    return CountryProfile.builder(Country.of(code, code))
        .reading("x", x)
        .reading("y", y)
        .reading("z", z)
        .build();
  }

  @Test
  void five_points_above_are_similar_too() {
    assertThat(ofScores(45, 40).sentence()).startsWith("Aland scores 45.0, Bland 40.0: similar,");
    assertThat(ofScores(45.5, 40).sentence())
        .startsWith("Aland scores 45.5, Bland 40.0: 5.5 points above.");
  }

  @Test
  void what_does_not_apply_is_told_apart_from_what_is_not_known() {
    CountryProfile none =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .asOf(NOW)
            .notApplicable("claim", "an island")
            .reading("kin", 0.4)
            .reading("base", 1)
            .build();
    String sentence = Resemblance.of(Scorer.of(model()), none, bland()).sentence();
    assertThat(sentence)
        .contains("Not known of at least one: Pact (unknown against 0).")
        .contains("Does not apply to at least one: Claim (does not apply against 1).");
    assertThat(resemblance().sentence())
        .doesNotContain("Not known")
        .doesNotContain("Does not apply")
        .doesNotContain("such a change");
  }

  @Test
  void the_table_shows_what_is_shared_and_what_is_needed() {
    assertThat(resemblance().toTable().headers())
        .containsExactly("Indicator", "AAA", "BBB", "AAA risk", "BBB risk", "What", "Change");
    assertThat(resemblance().toTable().cell(0, 5)).isEqualTo("safer");
    assertThat(resemblance().toTable().cell(0, 6)).isEqualTo("needed");
    assertThat(resemblance().toTable().cell(2, 4)).isEqualTo("60");
    assertThat(resemblance().toTable().cell(2, 6)).isEmpty();
    Resemblance then =
        Resemblance.of(Scorer.of(model()), aland(), profile("AAA", "Aland", THEN, 1, 0, 0.3, 0));
    assertThat(then.toTable().headers().get(1)).contains("2020-01-01");
    assertThat(then.toTable().headers().get(2)).contains("2010-01-01");
  }
}
