package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import dev.steppe.model.Choice;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.Treatment;
import java.util.List;

/**
 * Why an indicator stands in the model as it does: every number of the model that is not evidence,
 * with a sentence that says why. The paper gives no weights and no scales (P115), so all of these
 * are ours, and anyone may put others in their place.
 *
 * @param factor the code of its factor
 * @param indicator the indicator, with the direction that counts as risky
 * @param directionReason why that end is risky
 * @param weight its weight within the factor
 * @param weightReason why that weight
 * @param scale from which reading to which the risk runs from 0 to 100
 * @param scaleReason why those ends
 * @param facts the ids of the paper's facts that argue with it
 * @since 0.1
 */
public record Judgement(
    String factor,
    Indicator indicator,
    String directionReason,
    double weight,
    String weightReason,
    Normalization scale,
    String scaleReason,
    ImmutableList<String> facts) {

  /** The indicator as it stands in a model, with the reasons. */
  Criterion criterion() {
    return new Criterion(indicator, weight, Treatment.none(), scale)
        .withRationale(
            Rationale.of(Choice.DIRECTION, directionReason)
                .with(Choice.WEIGHT, weightReason)
                .with(Choice.SCALE, scaleReason)
                .withReferences(facts.toArray(new String[0])));
  }

  /** The same in another factor. */
  Judgement withFactor(String code) {
    return new Judgement(
        code, indicator, directionReason, weight, weightReason, scale, scaleReason, facts);
  }

  /** The same under another name for people. */
  Judgement withName(String name) {
    return withIndicator(indicator.withName(name));
  }

  /** The same about an indicator with another name, unit or domain. */
  Judgement withIndicator(Indicator other) {
    return new Judgement(
        factor, other, directionReason, weight, weightReason, scale, scaleReason, facts);
  }

  /** The same on another scale. */
  Judgement withScale(Normalization other, String reason) {
    return new Judgement(
        factor, indicator, directionReason, weight, weightReason, other, reason, facts);
  }

  /** Adds those of a factor to it, in their order. */
  static void fill(Factor.Builder factor, String code, List<Judgement> judgements) {
    for (Judgement judgement : judgements) {
      if (judgement.factor().equals(code)) {
        factor.criterion(judgement.criterion());
      }
    }
  }
}
