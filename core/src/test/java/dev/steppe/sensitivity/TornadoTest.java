package dev.steppe.sensitivity;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import org.junit.jupiter.api.Test;

class TornadoTest {

  private static final Scorer SCORER =
      Scorer.of(
          RiskModel.builder("two")
              .indicator(
                  Indicator.of("gas", HIGHER_IS_RISKIER).withDomain(0, 100),
                  0.6,
                  Normalization.goalposts(0, 100))
              .indicator(
                  Indicator.of("debt", HIGHER_IS_RISKIER), 0.4, Normalization.goalposts(0, 100))
              .build());

  private static CountryProfile profile(String code, String name, Estimate gas, Estimate debt) {
    return CountryProfile.builder(Country.of(code, name))
        .reading("gas", gas)
        .reading("debt", debt)
        .build();
  }

  private static CountryProfile aland() {
    return profile("AAA", "Aland", Estimate.between(20, 70), Estimate.between(30, 40));
  }

  private static CountryProfile bland(Estimate debt) {
    return profile("BBB", "Bland", Estimate.exact(50), debt);
  }

  @Test
  void a_doubt_between_levels_swings_from_end_to_end() {
    Scorer graded =
        Scorer.of(
            RiskModel.builder("graded")
                .indicator(
                    Indicator.of("grade", HIGHER_IS_RISKIER).withLevels(0, 1, 2),
                    1,
                    Normalization.goalposts(0, 2))
                .build());
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("grade", Estimate.between(0.5, 1.5))
            .build();
    Tornado.Swing swing = Tornado.of(graded.score(profile)).swings().get(0);
    assertThat(swing.atLower()).isEqualTo(25);
    assertThat(swing.atUpper()).isEqualTo(75);
  }

  @Test
  void a_score_swings_with_one_reading_at_a_time_the_widest_first() {
    Tornado tornado = Tornado.of(SCORER.score(aland()));
    assertThat(tornado.value()).isCloseTo(41, within(1e-9));
    assertThat(tornado.swings())
        .extracting(swing -> swing.indicator().code())
        .containsExactly("gas", "debt");
    Tornado.Swing widest = tornado.swings().get(0);
    assertThat(widest.lower()).isEqualTo(20);
    assertThat(widest.upper()).isEqualTo(70);
    assertThat(widest.atLower()).isCloseTo(26, within(1e-9));
    assertThat(widest.atUpper()).isCloseTo(56, within(1e-9));
    assertThat(widest.width()).isCloseTo(30, within(1e-9));
    assertThat(tornado.turning()).isEmpty();
    assertThat(tornado)
        .hasToString(
            """
            What one uncertain reading does to the score of Aland (AAA)

            Reading  Country   Lower   Upper  At lower  At upper  Width
            -------  -------  ------  ------  --------  --------  -----
            gas      Aland    20.000  70.000      26.0      56.0   30.0
            debt     Aland    30.000  40.000      39.0      43.0    4.0

            One reading moves, all others stay at their centre, where it is 41.0 points.
            Scores are an index from 0 (safest) to 100 (riskiest), not a probability.""");
  }

  @Test
  void a_difference_swings_with_the_readings_of_both() {
    CountryProfile bland = bland(Estimate.between(0, 40));
    Tornado tornado = Tornado.of(SCORER.compare(aland(), bland));
    // Bland scores 30 + 0.4 * 20 = 38, from 30 to 46.
    assertThat(tornado.value()).isCloseTo(3, within(1e-9));
    assertThat(tornado.swings())
        .extracting(swing -> swing.card().country().code() + " " + swing.indicator().code())
        .containsExactly("AAA gas", "BBB debt", "AAA debt");
    Tornado.Swing second = tornado.swings().get(1);
    assertThat(second.atLower()).isCloseTo(11, within(1e-9));
    assertThat(second.atUpper()).isCloseTo(-5, within(1e-9));
    assertThat(second.least()).isEqualTo(second.atUpper());
    assertThat(second.most()).isEqualTo(second.atLower());
    assertThat(tornado.turning()).containsExactlyElementsOf(tornado.swings().subList(0, 2));
    assertThat(tornado.toTable().title())
        .isEqualTo(
            "What one uncertain reading does to the difference of Aland (AAA) and Bland (BBB)");
  }

  @Test
  void a_swing_that_reaches_level_scores_could_turn_the_order_round() {
    Tornado tornado = Tornado.of(SCORER.compare(aland(), bland(Estimate.between(0, 55))));
    // Bland's debt of 27.5 makes 41 on both sides.
    assertThat(tornado.value()).isZero();
    assertThat(tornado.turning()).hasSize(3);
  }

  @Test
  void a_reading_without_bounds_swings_between_its_quantiles_within_its_domain() {
    CountryProfile open = profile("AAA", "Aland", Estimate.normal(5, 10), Estimate.normal(50, 10));
    Tornado tornado = Tornado.of(SCORER.score(open));
    Tornado.Swing debt = tornado.swings().get(0);
    // The 1 % quantile of the standard normal is -2.3263.
    assertThat(debt.lower()).isCloseTo(50 - 23.263, within(1e-3));
    assertThat(debt.upper()).isCloseTo(50 + 23.263, within(1e-3));
    Tornado.Swing gas = tornado.swings().get(1);
    assertThat(gas.lower()).isCloseTo(5 - 23.263, within(1e-3));
    assertThat(gas.least()).isCloseTo(0.4 * 50, within(1e-9));
  }

  @Test
  void exact_readings_do_not_swing() {
    Tornado tornado = Tornado.of(SCORER.score(bland(Estimate.exact(10))));
    assertThat(tornado.swings()).isEmpty();
    assertThat(tornado).isEqualTo(Tornado.of(SCORER.score(bland(Estimate.exact(10)))));
    assertThat(tornado).isNotEqualTo(Tornado.of(SCORER.score(aland())));
  }
}
