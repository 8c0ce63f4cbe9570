package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.LOWER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the model with disputes does with made-up countries that span each scale, of which one
 * reading is changed at a time. No country of the world is scored here.
 */
class DisputeModelTest {

  private static final String INTENSITY = "dispute_intensity_10y";
  private static final String COUNT = "dispute_count_10y";

  private static final ImmutableList<Judgement> JUDGEMENTS =
      DisputeModel.judgements(LOWER_IS_RISKIER);

  private static final MadeUpStates STATES =
      new MadeUpStates(DisputeModel.build(JUDGEMENTS), JUDGEMENTS);

  private static Map<String, Double> with(
      Map<String, Double> state, double intensity, double count) {
    return MadeUpStates.with(MadeUpStates.with(state, INTENSITY, intensity), COUNT, count);
  }

  /** The made-up states, and one at the safest and one at the riskiest end of all other scales. */
  private static List<Map<String, Double>> states() {
    List<Map<String, Double>> all = new ArrayList<>(STATES.all());
    all.add(MadeUpStates.end(JUDGEMENTS, false));
    all.add(MadeUpStates.end(JUDGEMENTS, true));
    // The least of the three conditions counts most: no other motive, all else at the worst.
    Map<String, Double> friend = MadeUpStates.end(JUDGEMENTS, true);
    for (Judgement judgement : JUDGEMENTS.subList(0, 8)) {
      String code = judgement.indicator().code();
      friend = MadeUpStates.with(friend, code, MadeUpStates.end(JUDGEMENTS, false).get(code));
    }
    all.add(friend);
    return all;
  }

  private static double worst(
      boolean most, java.util.function.ToDoubleFunction<Map<String, Double>> of) {
    var changes = states().stream().mapToDouble(of);
    return most ? changes.max().orElseThrow() : changes.min().orElseThrow();
  }

  @Test
  void every_indicator_can_move_a_score() {
    STATES
        .ladders()
        .forEach(
            (code, steps) ->
                assertThat(
                        states().stream()
                            .mapToDouble(
                                state ->
                                    Math.abs(
                                        STATES.change(
                                            state, code, steps[0], steps[steps.length - 1])))
                            .max()
                            .orElseThrow())
                    .as(code)
                    .isGreaterThan(2));
  }

  /** Whatever the record was: an act of any level more, and the gravest so far or not. */
  @Test
  void no_act_of_a_single_year_moves_a_score_by_more_than_5_points() {
    double most = 0;
    for (int count = 0; count < 10; count++) {
      for (int before = count > 0 ? 2 : 0; before <= (count > 0 ? 4 : 1); before++) {
        for (int act = 1; act <= 4; act++) {
          int after = Math.max(before, act);
          int from = count;
          int to = act > 1 ? count + 1 : count;
          int level = before;
          double change =
              worst(
                  true,
                  state ->
                      STATES.score(with(state, after, to))
                          - STATES.score(with(state, level, from)));
          assertThat(change).as("%s of %s, then %s", before, count, act).isBetween(0.0, 5.0);
          most = Math.max(most, change);
        }
      }
    }
    assertThat(most).isGreaterThan(4.5);
  }

  /** From none at all, and when it leaves the window. */
  @Test
  void a_first_dispute_raises_every_score() {
    assertThat(
            worst(
                false, state -> STATES.score(with(state, 1, 0)) - STATES.score(with(state, 0, 0))))
        .isPositive();
    assertThat(
            worst(
                false, state -> STATES.score(with(state, 2, 1)) - STATES.score(with(state, 1, 0))))
        .isPositive();
  }

  /** A war after many disputes, where nothing else is a reason: it makes the motive alone. */
  @Test
  void a_long_record_decides_alone() {
    Map<String, Double> friend = states().get(states().size() - 1);
    assertThat(STATES.score(with(friend, 4, 10)) - STATES.score(with(friend, 0, 0)))
        .isCloseTo(100 * Math.sqrt(0.2) / 2, within(1e-9));
    assertThat(
            worst(
                false, state -> STATES.score(with(state, 4, 10)) - STATES.score(with(state, 0, 0))))
        .isGreaterThan(1);
  }

  /** Without any dispute a state can still be near the riskiest end: nothing annihilates. */
  @Test
  void no_record_does_not_annihilate() {
    Map<String, Double> riskiest = MadeUpStates.end(JUDGEMENTS, true);
    assertThat(STATES.score(riskiest)).isEqualTo(100);
    assertThat(STATES.score(with(riskiest, 0, 0))).isGreaterThan(90);
    Map<String, Double> safest = MadeUpStates.end(JUDGEMENTS, false);
    assertThat(STATES.score(safest)).isLessThan(4);
  }

  @Test
  void every_step_goes_the_way_its_judgement_says() {
    for (Judgement judgement : JUDGEMENTS) {
      String code = judgement.indicator().code();
      double sign = judgement.indicator().direction() == LOWER_IS_RISKIER ? -1 : 1;
      double[] steps = STATES.ladders().get(code);
      for (Map<String, Double> state : STATES.all().subList(0, 200)) {
        for (int i = 1; i < steps.length; i++) {
          assertThat(sign * STATES.change(state, code, steps[i - 1], steps[i]))
              .as(code)
              .isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  /** What the structural model says, the record apart. */
  @Test
  void the_rest_is_the_structural_model() {
    assertThat(
            DisputeModel.build(JUDGEMENTS)
                .withoutNode(DisputeModel.RECORD)
                .factor(StructuralModel.MOTIVE))
        .isEqualTo(
            StructuralModel.build(StructuralModel.judgements(LOWER_IS_RISKIER))
                .factor(StructuralModel.MOTIVE));
    assertThat(DisputeModel.REASONS.keySet()).contains(DisputeModel.NAME, DisputeModel.RECORD);
    assertThat(DisputeModel.LEFT_OUT).doesNotContainKey(StructuralModel.DISPUTES);
    assertThat(DisputeModel.fading(LOWER_IS_RISKIER)).hasSameSizeAs(JUDGEMENTS);
  }
}
