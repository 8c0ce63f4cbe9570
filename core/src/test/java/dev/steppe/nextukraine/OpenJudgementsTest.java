package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.UncertaintyResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenJudgementsTest {

  private static final RiskModel MODEL =
      RiskModel.builder("m")
          .indicator(
              Indicator.of("steps", Direction.HIGHER_IS_RISKIER).withDomain(0, 3),
              1,
              Normalization.piecewiseLinear(Map.of(0.0, 0.0, 1.0, 20.0, 2.0, 60.0, 3.0, 100.0)))
          .indicator(
              Indicator.of("ends", Direction.LOWER_IS_RISKIER).withDomain(0, 1),
              1,
              Normalization.goalposts(0, 0.8))
          .indicator(
              Indicator.of("natural", Direction.HIGHER_IS_RISKIER).withDomain(0, 1),
              1,
              Normalization.goalposts(0, 1))
          .build();

  private static ImmutableList<SharedJudgement> judgements() {
    return OpenJudgements.of(MODEL, List.of());
  }

  private static SharedJudgement judgement(List<SharedJudgement> all, String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  /** Half way to 0 and 60, to 20 and 100; a quarter of 0.8 off, and never beyond 1. */
  @Test
  void what_is_judged_may_be_off_by_the_rule_and_what_is_natural_not_at_all() {
    assertThat(judgements())
        .extracting(SharedJudgement::name)
        .containsExactly(
            "steps: what 1 counts", "steps: what 2 counts", "ends: where its scale ends");
    assertThat(judgements().get(0).values())
        .isEqualTo(
            SharedJudgement.ofScale("x", Estimate.triangular(10, 20, 40), "steps", x -> null)
                .values());
    assertThat(judgements().get(1).values())
        .isEqualTo(
            SharedJudgement.ofScale("x", Estimate.triangular(40, 60, 80), "steps", x -> null)
                .values());
    Estimate end = Estimate.triangular(0.8 - 0.2, 0.8, 1);
    for (int level = 0; level < 16; level++) {
      assertThat(judgements().get(2).values().get(level))
          .isCloseTo(end.inverseCdf((level + 0.5) / 16), within(1e-9));
    }
  }

  @Test
  void a_judgement_changes_its_own_step_alone_and_others_beside_it() {
    RiskModel changed = judgements().get(0).apply(3, judgements().get(1).apply(15, MODEL));
    double first = judgements().get(0).values().get(3);
    double second = judgements().get(1).values().get(15);
    assertThat(changed.criterion("steps").normalization())
        .isEqualTo(
            Normalization.piecewiseLinear(Map.of(0.0, 0.0, 1.0, first, 2.0, second, 3.0, 100.0)));
    assertThat(changed.criterion("ends")).isEqualTo(MODEL.criterion("ends"));
  }

  /** 21 numbers after 6 rules; whatever they are, weights stay. */
  @Test
  void the_structural_model_has_every_judged_number_of_its_scales() {
    ImmutableList<SharedJudgement> all = PostSovietStates.structural().openJudgements();
    assertThat(all).hasSize(6 + 21);
    for (SharedJudgement judgement : all.subList(6, 27)) {
      double[] values = judgement.values().toArray();
      assertThat(values).as(judgement.name()).isSorted().hasSizeBetween(8, 16);
      for (int level : new int[] {0, values.length - 1}) {
        RiskModel changed = judgement.apply(level, PostSovietStates.structural().model());
        assertThat(changed.effectiveWeights())
            .isEqualTo(PostSovietStates.structural().model().effectiveWeights());
        assertThat(changed.fingerprint())
            .isNotEqualTo(PostSovietStates.structural().model().fingerprint());
      }
    }
    // Up to half the way from 90 to 100, and a quarter of three decades down from a thousandth.
    assertThat(judgement(all, "Protection by others: what 4 counts").values().get(7))
        .isBetween(92.0, 95.0);
    assertThat(judgement(all, "Economy against Russia's: where its scale starts").values().get(0))
        .isBetween(Math.log(0.1) - Math.log(1000) / 4, Math.log(0.1));
  }

  @Test
  void the_model_with_disputes_has_those_of_its_record_besides() {
    ImmutableList<SharedJudgement> all = PostSovietStates.structuralWithDisputes().openJudgements();
    assertThat(all)
        .hasSize(9 + 29)
        .allSatisfy(each -> assertThat(each.values().toArray()).hasSizeBetween(2, 16));
  }

  /** A partnership of 0.25 may bind from 0.175 to 0.325, for both countries. */
  @Test
  void ties_of_a_kind_bind_as_much_for_every_country() {
    ImmutableList<SharedJudgement> all =
        OpenJudgements.of(
            NextUkraine.model(), List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine()));
    SharedJudgement partnership = judgement(all, "How much a tie binds: partnership");
    assertThat(partnership.values().toArray()).hasSize(3);
    assertThat(partnership.values().get(1)).isCloseTo(0.25, within(1e-9));
    CountryProfile least = partnership.apply(0, NextUkraine.kazakhstan());
    assertThat(least.estimate("tie_to_rivals_of_rival").orElseThrow().central())
        .isLessThan(
            NextUkraine.kazakhstan().estimate("tie_to_rivals_of_rival").orElseThrow().central());
    assertThat(partnership.apply(1, NextUkraine.kazakhstan()).estimates())
        .allSatisfy(
            (code, estimate) ->
                assertThat(estimate.central())
                    .isCloseTo(
                        NextUkraine.kazakhstan().estimate(code).orElseThrow().central(),
                        within(1e-9)));
    CountryProfile without =
        CountryProfile.builder(Country.of("AAA", "Aland")).reading("kin_share", 0.1).build();
    assertThat(partnership.apply(0, without)).isSameAs(without);
  }

  @Test
  void all_that_is_judged_is_drawn_together() {
    StateIndex attacked = PostSovietStates.structural();
    LocalDate eve = LocalDate.of(2022, 2, 23);
    UncertaintyResult u = attacked.uncertainty().withSize(2000).run(attacked.profiles(eve));
    assertThat(u.varied().weights()).isTrue();
    assertThat(u.varied().readings()).isTrue();
    assertThat(u.varied().judgements()).isTrue();
    assertThat(u.nominal()).isEqualTo(Scorer.of(attacked.model()).scoreAll(attacked.profiles(eve)));
    assertThat(u.toString()).contains("; drawn for all countries at once: 27 judgements; model");
  }
}
