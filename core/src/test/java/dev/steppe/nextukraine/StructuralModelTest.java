package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  /** The values that a reading can have, the lowest first. */
  private static final Map<String, double[]> LADDERS = ladders();

  private static final Scorer SCORER = Scorer.of(StructuralModel.build(WITH_TRIGGER));

  private static final List<Map<String, Double>> BASES = bases();

  private static Map<String, double[]> ladders() {
    Map<String, double[]> ladders = new LinkedHashMap<>();
    ladders.put("kin_share", new double[] {0, 0.01, 0.05, 0.1, 0.2, 0.4});
    ladders.put("contested_territory", new double[] {0, 0.5, 1});
    ladders.put("nato_course", new double[] {0, 1, 2, 3, 4});
    ladders.put("eu_course", new double[] {0, 1, 2, 3, 4});
    ladders.put("un_agreement_with_rival", new double[] {40, 60, 80, 100});
    ladders.put("votes_on_rival", new double[] {0, 0.5, 1});
    ladders.put("land_border_with_rival", new double[] {0, 1});
    ladders.put("near_sea", new double[] {0, 1});
    ladders.put("rival_forces_without_consent", new double[] {0, 1});
    ladders.put("rival_forces_with_consent", new double[] {0, 1});
    ladders.put("capability_against_rival", new double[] {0.1, 1, 10, 100});
    ladders.put("outside_pact", new double[] {0, 1, 2, 3, 4});
    ladders.put("pact_with_rival", new double[] {0, 0.5, 1});
    ladders.put("unrest", new double[] {0, 1 / 3.0, 2 / 3.0, 1});
    return ladders;
  }

  private static List<Map<String, Double>> bases() {
    Random random = new Random(1);
    List<Map<String, Double>> bases = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      Map<String, Double> base = new LinkedHashMap<>();
      LADDERS.forEach((code, steps) -> base.put(code, steps[random.nextInt(steps.length)]));
      bases.add(base);
    }
    return bases;
  }

  private static double score(Map<String, Double> readings) {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("XAA", "Made up"));
    readings.forEach(profile::reading);
    return SCORER.score(profile.build()).value();
  }

  private static double change(Map<String, Double> base, String code, double from, double to) {
    Map<String, Double> before = new LinkedHashMap<>(base);
    before.put(code, from);
    Map<String, Double> after = new LinkedHashMap<>(base);
    after.put(code, to);
    return score(after) - score(before);
  }

  @Test
  void every_indicator_has_a_ladder_here() {
    assertThat(LADDERS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            WITH_TRIGGER.stream().map(judgement -> judgement.indicator().code()).toList());
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
      Map<String, Double> member = new LinkedHashMap<>(base);
      member.put("outside_pact", 4.0);
      assertThat(score(member)).isGreaterThan(3);
    }
  }

  /** Ends of all scales. */
  @Test
  void scores_span_nearly_the_whole_scale() {
    Map<String, Double> safest = new LinkedHashMap<>();
    Map<String, Double> riskiest = new LinkedHashMap<>();
    for (Judgement judgement : WITH_TRIGGER) {
      String code = judgement.indicator().code();
      double[] steps = LADDERS.get(code);
      boolean lower = judgement.indicator().direction() == LOWER_IS_RISKIER;
      safest.put(code, lower ? steps[steps.length - 1] : steps[0]);
      riskiest.put(code, lower ? steps[0] : steps[steps.length - 1]);
    }
    assertThat(score(safest)).isLessThan(4);
    assertThat(score(riskiest)).isEqualTo(100);
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
