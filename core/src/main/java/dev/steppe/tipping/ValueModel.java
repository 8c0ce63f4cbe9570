package dev.steppe.tipping;

import com.google.common.collect.ImmutableMap;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Normalization;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorer;
import java.util.Set;

/**
 * The same model as a function of normalised values: the readings of its twin are the values of the
 * model. The twin is scored as any model is.
 */
final class ValueModel {

  private final BulkScorer twin;
  private final double[][] columns;
  private final double[] score = new double[1];

  /**
   * The model as a function of values.
   *
   * @param notApplicable the codes of what does not apply, whose values are missing
   */
  ValueModel(RiskModel model, Set<String> notApplicable) {
    RiskModel changed = model.withTreatment(Treatment.none()).withoutDomains();
    for (Criterion criterion : model.criteria()) {
      changed = changed.withNormalization(criterion.code(), identity(criterion));
    }
    this.twin = Scorer.of(changed).bulk().withNotApplicable(notApplicable);
    this.columns = new double[model.criteria().size()][1];
  }

  /** Gives back each value of the scale, and has its ends where a missing one ranges over it. */
  private static Normalization identity(Criterion criterion) {
    Direction direction = criterion.indicator().direction();
    Range scale = criterion.normalization().scale(direction);
    boolean higher = direction == Direction.HIGHER_IS_RISKIER;
    if (higher && scale.lower() == 0 && scale.upper() == 100) {
      return Normalization.goalposts(0, 100);
    }
    double lower = higher ? scale.lower() : 100 - scale.lower();
    double upper = higher ? scale.upper() : 100 - scale.upper();
    return scale.lower() < scale.upper()
        ? Normalization.piecewiseLinear(ImmutableMap.of(scale.lower(), lower, scale.upper(), upper))
        : Normalization.piecewiseLinear(ImmutableMap.of(0.0, lower, 100.0, upper));
  }

  /** The score of values, NaN where missing. */
  double score(double[] values) {
    for (int i = 0; i < values.length; i++) {
      columns[i][0] = values[i];
    }
    twin.score(columns, 0, 1, score, 0);
    return score[0];
  }
}
