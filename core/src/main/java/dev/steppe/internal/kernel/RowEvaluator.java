package dev.steppe.internal.kernel;

import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Ramp;
import dev.steppe.model.Treatment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Evaluates one row in full, missing readings included. */
final class RowEvaluator {

  private final CompiledModel model;
  private final double[] values;

  /** A column of one row for each node: the workspace of all passes. */
  private final double[][] columns;

  private RowEvaluator(CompiledModel model, double[] values) {
    this.model = model;
    this.values = values;
    this.columns = new double[model.nodes().size()][1];
  }

  static Evaluation evaluate(
      CompiledModel model, double[] readings, double[] lower, double[] upper) {
    int indicators = model.indicators;
    double[] treated = new double[indicators];
    double[] values = new double[indicators];
    boolean complete = true;
    boolean missed = false;
    for (int i = 0; i < indicators; i++) {
      Ramp ramp = model.ramps[i];
      if (ramp != null) {
        treated[i] = readings[i];
        values[i] = ramp.at(readings[i]);
      } else {
        Criterion criterion = model.criteria[i];
        treated[i] = criterion.treatment().treat(readings[i]);
        values[i] =
            criterion.normalization().normalize(treated[i], criterion.indicator().direction());
      }
      complete &= !Double.isNaN(values[i]);
      missed |= Double.isNaN(values[i]) && model.effective[i] > 0;
    }
    RowEvaluator evaluator = new RowEvaluator(model, values);
    boolean exact = readings == lower && readings == upper;
    if (complete) {
      return evaluator.row(readings, treated, model.sums, null, exact ? null : lower, upper);
    }
    if (model.missing() instanceof MissingPolicy.Reweight || !missed) {
      Reweighting reweighting =
          new Reweighting(
              model,
              values,
              model.missing() instanceof MissingPolicy.Reweight reweight
                  ? reweight
                  : Reweighting.ANY_DATA);
      return evaluator.row(
          readings, treated, reweighting.sums, reweighting, exact ? null : lower, upper);
    }
    if (model.missing() instanceof MissingPolicy.Bound) {
      return evaluator.bounded(readings, treated, lower, upper);
    }
    return evaluator.unscored(readings, treated);
  }

  /** The row under the given terms. */
  private Evaluation row(
      double[] readings,
      double[] treated,
      FlattenedSums sums,
      @Nullable Reweighting reweighting,
      double @Nullable [] lower,
      double[] upper) {
    double[] all = aggregate(values, sums, reweighting, true);
    double score = all[model.root()];
    double least = score;
    double greatest = score;
    if (lower != null) {
      least =
          aggregate(bounds(lower, upper, readings, false), sums, reweighting, false)[model.root()];
      greatest =
          aggregate(bounds(lower, upper, readings, true), sums, reweighting, false)[model.root()];
    }
    double[] coverage;
    if (reweighting == null) {
      coverage = new double[all.length];
      for (int n = 0; n < all.length; n++) {
        coverage[n] = n < model.indicators && Double.isNaN(values[n]) ? 0 : 1;
      }
    } else {
      coverage = reweighting.coverage;
      for (int n = 0; n < all.length; n++) {
        if (!reweighting.present[n]) {
          all[n] = Double.NaN;
        }
      }
      if (!reweighting.present[model.root()]) {
        least = Double.NaN;
        greatest = Double.NaN;
      }
    }
    return new Evaluation(
        readings,
        treated,
        all,
        sharesByNode(reweighting == null ? model.shares : reweighting.shares),
        coverage,
        least,
        greatest);
  }

  /** The row when a missing reading may be anything: the middle of the safest and the riskiest. */
  private Evaluation bounded(double[] readings, double[] treated, double[] lower, double[] upper) {
    double[] safest = aggregate(imputed(model, values, false), model.sums, null, true);
    double[] riskiest = aggregate(imputed(model, values, true), model.sums, null, true);
    double[] all = new double[safest.length];
    for (int n = 0; n < all.length; n++) {
      all[n] = n < model.indicators ? values[n] : safest[n] + (riskiest[n] - safest[n]) / 2;
    }
    double[] lowest = imputed(model, bounds(lower, upper, readings, false), false);
    double[] highest = imputed(model, bounds(lower, upper, readings, true), true);
    return new Evaluation(
        readings,
        treated,
        all,
        sharesByNode(model.shares),
        new Reweighting(model, values, Reweighting.ANY_DATA).coverage,
        aggregate(lowest, model.sums, null, false)[model.root()],
        aggregate(highest, model.sums, null, false)[model.root()]);
  }

  private Evaluation unscored(double[] readings, double[] treated) {
    double[] all = Arrays.copyOf(values, model.nodes().size());
    Arrays.fill(all, model.indicators, all.length, Double.NaN);
    double[] coverage = new Reweighting(model, values, Reweighting.ANY_DATA).coverage;
    return new Evaluation(
        readings, treated, all, sharesByNode(model.shares), coverage, Double.NaN, Double.NaN);
  }

  /** The values in which what is missing is at the safe or at the risky end of its scale. */
  static double[] imputed(CompiledModel model, double[] from, boolean risky) {
    double[] filled = from.clone();
    for (int i = 0; i < filled.length; i++) {
      if (Double.isNaN(filled[i])) {
        Normalization.Bounds scale = model.scale(i);
        filled[i] = risky ? scale.upper() : scale.lower();
      }
    }
    return filled;
  }

  /** The normalised values at the safe or at the risky ends of the readings' bounds. */
  private double[] bounds(double[] lower, double[] upper, double[] readings, boolean risky) {
    double[] ends = values.clone();
    for (int i = 0; i < ends.length; i++) {
      if (!Double.isNaN(readings[i]) && lower[i] < upper[i]) {
        Criterion criterion = model.criteria[i];
        Treatment treatment = criterion.treatment();
        Direction direction = criterion.indicator().direction();
        Normalization.Bounds bounds =
            criterion
                .normalization()
                .bounds(treatment.treat(lower[i]), treatment.treat(upper[i]), direction);
        ends[i] = risky ? bounds.upper() : bounds.lower();
      }
    }
    return ends;
  }

  /** All node values, or those that the root needs. What is missing has weight 0 in the terms. */
  private double[] aggregate(
      double[] leaves, FlattenedSums sums, @Nullable Reweighting reweighting, boolean all) {
    for (int i = 0; i < leaves.length; i++) {
      columns[i][0] = Double.isNaN(leaves[i]) ? 0 : leaves[i];
    }
    for (int f = 0; f < model.needed.length; f++) {
      boolean present = reweighting == null || reweighting.present[model.indicators + f];
      if (present && (all || model.needed[f])) {
        sums.aggregate(model, f, columns, 1);
      }
    }
    double[] result = new double[columns.length];
    for (int n = 0; n < result.length; n++) {
      result[n] = n < leaves.length ? leaves[n] : columns[n][0];
    }
    return result;
  }

  private double[] sharesByNode(double[][] shares) {
    double[] byNode = new double[model.nodes().size()];
    byNode[model.root()] = 1;
    for (int f = 0; f < shares.length; f++) {
      for (int c = 0; c < shares[f].length; c++) {
        byNode[model.children[f][c]] = shares[f][c];
      }
    }
    return byNode;
  }
}
