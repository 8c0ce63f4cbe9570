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
  private final double[] normalized;

  private Values(Scorecard card, double[] readings, double[] normalized) {
    this.card = card;
    this.readings = readings;
    this.normalized = normalized;
  }

  static Values of(Scorecard card, List<Criterion> criteria) {
    double[] readings = new double[criteria.size()];
    double[] normalized = new double[criteria.size()];
    Arrays.fill(readings, Double.NaN);
    Arrays.fill(normalized, Double.NaN);
    int next = 0;
    for (NodeScore node : card.nodes()) {
      if (next < criteria.size() && node.node() == criteria.get(next)) {
        readings[next] = node.raw().orElse(Double.NaN);
        normalized[next] = node.value().orElse(Double.NaN);
        next++;
      }
    }
    if (next != criteria.size()) {
      throw new AssertionError("criteria are not in the order of the nodes");
    }
    return new Values(card, readings, normalized);
  }

  Scorecard card() {
    return card;
  }

  double reading(int indicator) {
    return readings[indicator];
  }

  /** The normalised value; NaN if it is missing. */
  double at(int indicator) {
    return normalized[indicator];
  }

  boolean has(int indicator) {
    return !Double.isNaN(normalized[indicator]);
  }
}
