package dev.steppe.analogue;

import dev.steppe.model.Criterion;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import java.util.Arrays;
import java.util.List;

/**
 * What a scorecard says of some indicators: the readings and the normalised values. As in the
 * kernel, NaN marks what is missing; it does not leave the package.
 */
final class Values {

  private final Scorecard card;
  private final double[] readings;
  private final double[] normalised;

  private Values(Scorecard card, double[] readings, double[] normalised) {
    this.card = card;
    this.readings = readings;
    this.normalised = normalised;
  }

  static Values of(Scorecard card, List<Criterion> criteria) {
    double[] readings = new double[criteria.size()];
    double[] normalised = new double[criteria.size()];
    Arrays.fill(readings, Double.NaN);
    Arrays.fill(normalised, Double.NaN);
    int next = 0;
    for (NodeScore node : card.nodes()) {
      if (next < criteria.size() && node.node() == criteria.get(next)) {
        readings[next] = node.raw().orElse(Double.NaN);
        normalised[next] = node.value().orElse(Double.NaN);
        next++;
      }
    }
    if (next != criteria.size()) {
      throw new AssertionError("criteria are not in the order of the nodes");
    }
    return new Values(card, readings, normalised);
  }

  Scorecard card() {
    return card;
  }

  double reading(int indicator) {
    return readings[indicator];
  }

  /** The normalised value; NaN if it is missing. */
  double at(int indicator) {
    return normalised[indicator];
  }

  boolean has(int indicator) {
    return !Double.isNaN(normalised[indicator]);
  }
}
