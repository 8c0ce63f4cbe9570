package dev.steppe.nextukraine;

import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up countries that span every scale, of which one reading is changed at a time. */
final class MadeUpStates {

  private static final double[] YES_OR_NO = {0, 1};
  private static final double[] HALVES = {0, 0.5, 1};
  private static final double[] FIVE_STEPS = {0, 1, 2, 3, 4};

  /** The values that a reading can have, the lowest first. */
  private static final Map<String, double[]> KNOWN = known();

  private final Scorer scorer;
  private final Map<String, double[]> ladders = new LinkedHashMap<>();
  private final List<Map<String, Double>> all = new ArrayList<>();

  /** 2000 of them, for a model of these judgements. */
  MadeUpStates(RiskModel model, List<Judgement> judgements) {
    scorer = Scorer.of(model);
    for (Judgement judgement : judgements) {
      String code = judgement.indicator().code();
      ladders.put(code, KNOWN.get(code));
    }
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      Map<String, Double> state = new LinkedHashMap<>();
      ladders.forEach((code, steps) -> state.put(code, steps[random.nextInt(steps.length)]));
      all.add(state);
    }
  }

  private static Map<String, double[]> known() {
    Map<String, double[]> ladders = new LinkedHashMap<>();
    ladders.put("kin_share", new double[] {0, 0.01, 0.05, 0.1, 0.2, 0.4});
    ladders.put("contested_territory", HALVES);
    ladders.put("nato_course", FIVE_STEPS);
    ladders.put("eu_course", FIVE_STEPS);
    ladders.put("un_agreement_with_rival", new double[] {40, 60, 80, 100});
    ladders.put("votes_on_rival", HALVES);
    ladders.put("dispute_intensity_10y", FIVE_STEPS);
    ladders.put("dispute_intensity_fading", FIVE_STEPS);
    ladders.put("dispute_count_10y", new double[] {0, 1, 2, 3, 4, 5, 6, 8, 10});
    ladders.put("land_border_with_rival", YES_OR_NO);
    ladders.put("near_sea", YES_OR_NO);
    ladders.put("rival_forces_without_consent", YES_OR_NO);
    ladders.put("rival_forces_with_consent", YES_OR_NO);
    ladders.put("capability_against_rival", new double[] {0.1, 1, 10, 100});
    ladders.put("outside_pact", FIVE_STEPS);
    ladders.put("pact_with_rival", HALVES);
    ladders.put("unrest", new double[] {0, 1 / 3.0, 2 / 3.0, 1});
    return ladders;
  }

  /** Readings by code, the same on every run. */
  List<Map<String, Double>> all() {
    return all;
  }

  Map<String, double[]> ladders() {
    return ladders;
  }

  double score(Map<String, Double> readings) {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("XAA", "Made up"));
    readings.forEach(profile::reading);
    return scorer.score(profile.build()).value();
  }

  /** A state with one reading changed. */
  static Map<String, Double> with(Map<String, Double> state, String code, double value) {
    Map<String, Double> changed = new LinkedHashMap<>(state);
    changed.put(code, value);
    return changed;
  }

  /** What a change of one reading does to a score. */
  double change(Map<String, Double> state, String code, double from, double to) {
    return score(with(state, code, to)) - score(with(state, code, from));
  }

  /** The state at the safest or the riskiest end of every scale. */
  static Map<String, Double> end(List<Judgement> judgements, boolean riskiest) {
    Map<String, Double> state = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      double[] steps = KNOWN.get(judgement.indicator().code());
      boolean last = (judgement.indicator().direction() == LOWER_IS_RISKIER) != riskiest;
      state.put(judgement.indicator().code(), steps[last ? steps.length - 1 : 0]);
    }
    return state;
  }
}
