package dev.steppe.internal.kernel;

import dev.steppe.model.Criterion;
import dev.steppe.model.Ramp;
import dev.steppe.model.Range;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Evaluates one row in full, missing readings included. */
final class RowEvaluator {

  private final CompiledModel model;
  private final double[] readings;
  private final double[] lower;
  private final double[] upper;
  private final double[] treated;
  private final double[] values;

  /** A column of one row for each node: the workspace of all passes. */
  private final double[][] columns;

  private RowEvaluator(
      CompiledModel model,
      double[] readings,
      double[] lower,
      double[] upper,
      double[] treated,
      double[] values,
      double[][] columns) {
    this.model = model;
    this.readings = readings;
    this.lower = lower;
    this.upper = upper;
    this.treated = treated;
    this.values = values;
    this.columns = columns;
  }

  static Evaluation evaluate(
      CompiledModel model, double[] readings, double[] lower, double[] upper) {
    int indicators = model.indicators;
    double[] treated = model.treats ? new double[indicators] : readings;
    double[] values = new double[indicators];
    boolean complete = true;
    boolean missed = false;
    for (int i = 0; i < indicators; i++) {
      Ramp ramp = model.ramps[i];
      if (ramp != null) {
        if (treated != readings) {
          treated[i] = readings[i];
        }
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
    double[][] columns = model.spareColumns.getAndSet(null);
    if (columns == null) {
      columns = new double[model.nodes().size()][1];
    }
    RowEvaluator row = new RowEvaluator(model, readings, lower, upper, treated, values, columns);
    Evaluation evaluation =
        complete
            ? row.evaluated(model.sums, null)
            : missed ? model.gapRule.evaluate(row) : row.reweighted();
    model.spareColumns.set(columns);
    return evaluation;
  }

  /** The row when what is there gets the weight of what is missing. */
  Evaluation reweighted() {
    Reweighting reweighting = model.gapRule.reweighting(model, values);
    return evaluated(reweighting.sums, reweighting);
  }

  /** The row under the given terms. */
  private Evaluation evaluated(FlattenedSums sums, @Nullable Reweighting reweighting) {
    double[] all = nodes(values, sums, reweighting);
    double score = all[model.root()];
    double least = score;
    double greatest = score;
    if ((readings != lower || readings != upper) && !model.isMonotone()) {
      least = 0;
      greatest = 100;
    } else if (readings != lower || readings != upper) {
      double[] ends = new double[values.length];
      least = root(bounds(false, ends), sums, reweighting);
      greatest = root(bounds(true, ends), sums, reweighting);
    }
    if (reweighting != null) {
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
        model,
        readings,
        treated,
        all,
        reweighting == null ? model.sharesByNode : model.byNode(reweighting.shares),
        reweighting == null ? model.complete : reweighting.coverage,
        least,
        greatest);
  }

  /** The row when a missing reading may be anything: the middle of the safest and the riskiest. */
  Evaluation bounded() {
    double[] safest = nodes(imputed(model, values, false), model.sums, null);
    double[] riskiest = nodes(imputed(model, values, true), model.sums, null);
    double[] all = new double[safest.length];
    for (int n = 0; n < all.length; n++) {
      double middle = safest[n] + (riskiest[n] - safest[n]) / 2;
      all[n] = n < model.indicators ? values[n] : model.applies[n] ? middle : Double.NaN;
    }
    double[] ends = new double[values.length];
    double[] lowest = imputed(model, bounds(false, ends), false);
    double[] highest = imputed(model, bounds(true, ends), true);
    return new Evaluation(
        model,
        readings,
        treated,
        all,
        model.sharesByNode,
        model.gapRule.reweighting(model, values).coverage,
        root(lowest, model.sums, null),
        root(highest, model.sums, null));
  }

  /** The row without a score. */
  Evaluation unscored() {
    double[] all = Arrays.copyOf(values, model.nodes().size());
    Arrays.fill(all, model.indicators, all.length, Double.NaN);
    double[] coverage = model.gapRule.reweighting(model, values).coverage;
    return new Evaluation(
        model, readings, treated, all, model.sharesByNode, coverage, Double.NaN, Double.NaN);
  }

  /**
   * The values in which what is missing is at the safe or at the risky end of its scale; what does
   * not apply stays away.
   */
  static double[] imputed(CompiledModel model, double[] from, boolean risky) {
    double[] filled = from.clone();
    for (int i = 0; i < filled.length; i++) {
      if (Double.isNaN(filled[i]) && model.applies[i]) {
        Range scale = model.scale(i);
        filled[i] = risky ? scale.upper() : scale.lower();
      }
    }
    return filled;
  }

  /** Puts in the normalised values at the safe or at the risky ends of the readings' bounds. */
  private double[] bounds(boolean risky, double[] ends) {
    System.arraycopy(values, 0, ends, 0, ends.length);
    for (int i = 0; i < ends.length; i++) {
      if (!Double.isNaN(readings[i]) && lower[i] < upper[i]) {
        Range bounds = model.bounds(i, lower[i], upper[i]);
        ends[i] = risky ? bounds.upper() : bounds.lower();
      }
    }
    return ends;
  }

  /** The values of all nodes. */
  private double[] nodes(double[] leaves, FlattenedSums sums, @Nullable Reweighting reweighting) {
    aggregate(leaves, sums, reweighting, true);
    double[] result = Arrays.copyOf(leaves, columns.length);
    for (int n = leaves.length; n < result.length; n++) {
      result[n] = columns[n][0];
    }
    return result;
  }

  /** The root's value. */
  private double root(double[] leaves, FlattenedSums sums, @Nullable Reweighting reweighting) {
    aggregate(leaves, sums, reweighting, false);
    return columns[model.root()][0];
  }

  /** All node values, or those that the root needs. What is missing has weight 0 in the terms. */
  private void aggregate(
      double[] leaves, FlattenedSums sums, @Nullable Reweighting reweighting, boolean all) {
    for (int i = 0; i < leaves.length; i++) {
      columns[i][0] = Double.isNaN(leaves[i]) ? 0 : leaves[i];
    }
    for (int n = leaves.length; n < columns.length; n++) {
      columns[n][0] = 0;
    }
    for (int f = 0; f < model.needed.length; f++) {
      int node = model.indicators + f;
      boolean present = model.applies[node] && (reweighting == null || reweighting.present[node]);
      if (present && (all || model.needed[f])) {
        sums.aggregate(model, f, columns, 1);
      }
    }
  }
}
