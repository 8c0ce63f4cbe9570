package dev.steppe.internal.kernel;

import dev.steppe.evidence.Estimate;
import dev.steppe.model.Ramp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject's normalised values, as far as they are not drawn. Where a missing reading may be
 * anything there are two of these: the score is the middle of the two.
 */
final class SampledValues {

  final SampledProfile subject;
  final int position;

  /** By indicator; NaN where missing, and of no meaning where drawn. */
  final double[] values;

  /** By indicator: whether its drawn readings stay on the straight part of its ramp for sure. */
  final boolean[] onLine;

  /** By indicator: whether its drawn readings are uniform besides. */
  final boolean[] isUniform;

  /**
   * Who gets the weight of what is missing; null if nothing is. Whether there is data enough is
   * judged by the model's own weights, not by those drawn.
   */
  final @Nullable Reweighting gaps;

  private SampledValues(
      CompiledModel model,
      SampledProfile subject,
      int position,
      double[] values,
      @Nullable Reweighting gaps) {
    this.subject = subject;
    this.position = position;
    this.values = values;
    this.onLine = new boolean[values.length];
    this.isUniform = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      onLine[i] = isOnLine(model.ramps[i], subject.uncertain[i]);
      isUniform[i] = onLine[i] && subject.isUniform(i);
    }
    this.gaps = gaps;
  }

  /** One or two sets of values for each subject, in the order of the subjects. */
  static List<SampledValues> of(CompiledModel model, List<SampledProfile> subjects, GapEnd end) {
    List<SampledValues> all = new ArrayList<>();
    for (int s = 0; s < subjects.size(); s++) {
      SampledProfile subject = subjects.get(s);
      CompiledModel own = model.leavingOut(subject.notApplicable);
      double[] values = new double[model.indicators];
      boolean missing = false;
      boolean missed = false;
      for (int i = 0; i < values.length; i++) {
        double[] one = {subject.readings[i]};
        model.normalize(i, 1, one);
        values[i] = one[0];
        missing |= Double.isNaN(values[i]);
        missed |= Double.isNaN(values[i]) && own.effective[i] > 0;
      }
      if (missed && model.gapRule.isMiddleOfTwo()) {
        // What is filled has its weight; what does not apply has none.
        @Nullable Reweighting gaps =
            own == model ? null : gaps(own, RowEvaluator.imputed(own, values, false));
        if (end != GapEnd.RISKIEST) {
          double[] safest = RowEvaluator.imputed(own, values, false);
          all.add(new SampledValues(model, subject, s, safest, gaps));
        }
        if (end != GapEnd.SAFEST) {
          double[] riskiest = RowEvaluator.imputed(own, values, true);
          all.add(new SampledValues(model, subject, s, riskiest, gaps));
        }
      } else {
        all.add(new SampledValues(model, subject, s, values, missing ? gaps(own, values) : null));
      }
    }
    return all;
  }

  private static Reweighting gaps(CompiledModel own, double[] values) {
    return own.gapRule.reweighting(own, values);
  }

  /** Bounds are kept off the ends of the line by more than a drawn reading may be rounded. */
  private static boolean isOnLine(@Nullable Ramp ramp, @Nullable Estimate estimate) {
    if (ramp == null || estimate == null) {
      return false;
    }
    return ramp.isStraightOver(estimate, 1e-9 * (ramp.high() - ramp.low()));
  }

  /** The middle between the scores at the safe and at the risky end. */
  static void average(double[] safest, double[] riskiest, int rows) {
    for (int r = 0; r < rows; r++) {
      safest[r] += (riskiest[r] - safest[r]) / 2;
    }
  }
}
