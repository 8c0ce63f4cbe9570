package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Ramp;
import dev.steppe.model.RiskModel;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.ScoreInputs.UncertainReading;
import java.util.Arrays;
import java.util.Optional;

/**
 * The exact indices of scores that are weighted sums of their readings: the model is additive, and
 * every uncertain reading stays on the straight part of its normalisation.
 */
final class ScoreForm {

  private final ScoreInputs inputs;
  private final RiskModel model;

  private ScoreForm(ScoreInputs inputs) {
    this.inputs = inputs;
    this.model = inputs.model();
  }

  static Optional<SobolIndices> of(ScoreInputs inputs, BulkScorer scorer) {
    ScoreForm form = new ScoreForm(inputs);
    if (!form.isStraight() || (inputs.hasWeights() && form.hasGaps())) {
      return Optional.empty();
    }
    return Optional.of(inputs.hasWeights() ? form.withWeights() : form.withoutWeights(scorer));
  }

  private boolean isStraight() {
    if (!model.isAdditive()) {
      return false;
    }
    for (UncertainReading reading : inputs.readings()) {
      // Rounding may put an end of the scale just outside of it.
      Optional<Ramp> ramp =
          ramp(reading).filter(line -> line.isStraightOver(reading.estimate(), -1e-9));
      if (ramp.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Optional<Ramp> ramp(UncertainReading reading) {
    return model.criteria().get(reading.indicator()).ramp();
  }

  /** Whether an indicator that weighs something has no reading. */
  private boolean hasGaps() {
    double[] fixed = inputs.fixed();
    double[] alphas = inputs.alphas();
    for (int i = 0; i < fixed.length; i++) {
      if (Double.isNaN(fixed[i]) && alphas[i] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Points of score per unit of each reading, from its two ends, times the reading's spread. */
  private SobolIndices withoutWeights(BulkScorer scorer) {
    ImmutableList<UncertainReading> readings = inputs.readings();
    int count = readings.size();
    double[][] columns = new double[inputs.fixed().length][2 * count + 1];
    for (int i = 0; i < columns.length; i++) {
      Arrays.fill(columns[i], inputs.fixed()[i]);
    }
    for (int n = 0; n < count; n++) {
      double[] column = columns[readings.get(n).indicator()];
      Arrays.fill(column, readings.get(n).estimate().mean());
      column[2 * n] = readings.get(n).estimate().lower();
      column[2 * n + 1] = readings.get(n).estimate().upper();
    }
    double[] scores = scorer.score(columns);
    VarianceDecomposition decomposition = new VarianceDecomposition();
    for (int n = 0; n < count; n++) {
      Estimate estimate = readings.get(n).estimate();
      double slope = (scores[2 * n + 1] - scores[2 * n]) / (estimate.upper() - estimate.lower());
      decomposition.input(readings.get(n).code(), slope * slope * estimate.variance());
    }
    return decomposition.divide("score", scores[2 * count]);
  }

  private SobolIndices withWeights() {
    double[] alphas = inputs.alphas();
    int count = alphas.length;
    double[] means = new double[count];
    double[] variances = new double[count];
    boolean[] uncertain = new boolean[count];
    ImmutableList.Builder<String> names = ImmutableList.builder();
    Optional<Scorecard> card = inputs.profile().map(Scorer.of(model)::score);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      String code = model.indicators().get(i).code();
      names.add(code);
      sum += alphas[i];
      // What has no reading weighs nothing here.
      means[i] = card.isPresent() ? card.get().node(code).value().orElse(0) : 0;
    }
    for (UncertainReading reading : inputs.readings()) {
      int i = reading.indicator();
      Ramp ramp = ramp(reading).orElseThrow();
      means[i] = ramp.at(reading.estimate().mean());
      variances[i] = ramp.slope() * ramp.slope() * reading.estimate().variance();
      uncertain[i] = true;
    }
    double[] expected = new double[count];
    for (int i = 0; i < count; i++) {
      expected[i] = alphas[i] / sum;
    }
    return VarianceDecomposition.dirichlet(
        "score", names.build(), expected, sum, means, variances, uncertain);
  }
}
