package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the structural model does with made-up countries that span each scale, of which one reading
 * is changed at a time. No country of the world is scored here.
 */
class StructuralModelTest {

  private static final ImmutableList<Judgement> WITH_TRIGGER =
      ImmutableList.<Judgement>builder()
          .addAll(StructuralModel.judgements(LOWER_IS_RISKIER))
          .add(StructuralModel.TRIGGER_JUDGEMENT)
          .build();

  private static final MadeUpStates STATES =
      new MadeUpStates(StructuralModel.build(WITH_TRIGGER), WITH_TRIGGER);

  private static final Map<String, double[]> LADDERS = STATES.ladders();

  private static final List<Map<String, Double>> BASES = STATES.all();

  private static double change(Map<String, Double> base, String code, double from, double to) {
    return STATES.change(base, code, from, to);
  }

  /** From one end of its scale to the other, each moves a score by two points or more somewhere. */
  @Test
  void every_indicator_can_move_a_score() {
    LADDERS.forEach(
        (code, steps) -> {
          double most = 0;
          for (Map<String, Double> base : BASES) {
            most = Math.max(most, Math.abs(change(base, code, steps[0], steps[steps.length - 1])));
          }
          assertThat(most).as(code).isGreaterThan(2);
        });
  }

  @Test
  void every_step_goes_the_way_its_judgement_says() {
    for (Judgement judgement : WITH_TRIGGER) {
      String code = judgement.indicator().code();
      double sign = judgement.indicator().direction() == LOWER_IS_RISKIER ? -1 : 1;
      double[] steps = LADDERS.get(code);
      for (Map<String, Double> base : BASES.subList(0, 200)) {
        for (int i = 1; i < steps.length; i++) {
          assertThat(sign * change(base, code, steps[i - 1], steps[i]))
              .as(code)
              .isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  /** Whatever else holds: no condition may be one that counts for nothing. */
  @Test
  void contested_territory_and_the_courses_move_every_score() {
    for (String code : List.of("contested_territory", "nato_course", "eu_course", "kin_share")) {
      double[] steps = LADDERS.get(code);
      for (Map<String, Double> base : BASES) {
        for (int i = 1; i < steps.length; i++) {
          assertThat(change(base, code, steps[i - 1], steps[i])).as(code).isGreaterThan(0);
        }
      }
    }
  }

  @Test
  void no_episode_of_unrest_moves_a_score_by_more_than_5_points() {
    for (Map<String, Double> base : BASES) {
      assertThat(change(base, "unrest", 0, 1)).isBetween(0.5, 5.0);
    }
  }

  /** Where no other power protects, which would be the better protection. */
  @Test
  void leaving_a_pact_with_the_rival_raises_a_score() {
    for (Map<String, Double> base : BASES) {
      if (base.get("outside_pact") <= 1) {
        assertThat(change(base, "pact_with_rival", 1, 0)).isGreaterThan(4.9);
        assertThat(change(base, "pact_with_rival", 1, 0.5)).isGreaterThan(4);
      }
    }
  }

  @Test
  void a_promise_of_membership_raises_a_score() {
    for (Map<String, Double> base : BASES) {
      assertThat(change(base, "nato_course", 2, 3)).isGreaterThan(0.6);
    }
  }

  @Test
  void forces_against_its_will_raise_a_score() {
    for (Map<String, Double> base : BASES) {
      assertThat(change(base, "rival_forces_without_consent", 0, 1)).isGreaterThan(2.4);
    }
  }

  /** The strongest protection lowers every score, but annihilates none. */
  @Test
  void membership_of_nato_protects_and_does_not_annihilate() {
    for (Map<String, Double> base : BASES) {
      assertThat(change(base, "outside_pact", 0, 4)).isLessThan(-7);
      assertThat(STATES.score(MadeUpStates.with(base, "outside_pact", 4))).isGreaterThan(3);
    }
  }

  /** Ends of all scales. */
  @Test
  void scores_span_nearly_the_whole_scale() {
    assertThat(STATES.score(MadeUpStates.end(WITH_TRIGGER, false))).isLessThan(4);
    assertThat(STATES.score(MadeUpStates.end(WITH_TRIGGER, true))).isEqualTo(100);
  }

  @Test
  void levers_add_up() {
    RiskModel levers = LeverModel.build();
    Scorer scorer = Scorer.of(levers);
    CountryProfile.Builder none = CountryProfile.builder(Country.of("XAA", "None"));
    CountryProfile.Builder all = CountryProfile.builder(Country.of("XAB", "All"));
    for (Judgement judgement : LeverModel.JUDGEMENTS) {
      String code = judgement.indicator().code();
      boolean lower = judgement.indicator().direction() == LOWER_IS_RISKIER;
      double greatest =
          code.equals("gas_import_dependence") ? 100 : code.endsWith("port_dependence") ? 0.6 : 1;
      none.reading(code, lower ? greatest : 0);
      all.reading(code, lower ? 0 : greatest);
    }
    assertThat(scorer.score(none.build()).value()).isZero();
    assertThat(scorer.score(all.build()).value()).isEqualTo(100);
    // Gas that comes from elsewhere is no lever: a quarter less.
    assertThat(scorer.score(all.build().withReading("gas_from_rival", 0)).value()).isEqualTo(75);
  }
}
