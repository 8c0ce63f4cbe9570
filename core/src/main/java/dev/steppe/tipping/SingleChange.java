package dev.steppe.tipping;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;

/**
 * What each indicator can do alone. Where the model is additive the value that is needed is {@code
 * gap / weight} away; else it is found by bisection, because the score rises with the value.
 */
final class SingleChange {

  private final StartAndTarget state;
  private final double[] needed;

  private SingleChange(StartAndTarget state) {
    this.state = state;
    this.needed = new double[state.criteria.length];
  }

  static ImmutableList<TippingLever> of(StartAndTarget state) {
    return new SingleChange(state).run();
  }

  private ImmutableList<TippingLever> run() {
    int n = needed.length;
    double[][] farthest = new double[n][];
    for (int i = 0; i < n; i++) {
      farthest[i] = row(i, state.isMovable(i) ? state.rooms[i] : 0);
    }
    double[] best = state.scores(farthest);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      if (state.isReachedAtOnce() || !state.isMovable(i)) {
        needed[i] = 0;
      } else {
        needed[i] = state.isReached(best[i]) ? needed(i) : state.rooms[i];
      }
      rows[i] = row(i, needed[i]);
    }
    double[] scores = state.scores(rows);
    ImmutableList.Builder<TippingLever> levers = ImmutableList.builder();
    for (int i = 0; i < n; i++) {
      levers.add(lever(i, rows[i][i], scores[i]));
    }
    return levers.build();
  }

  private double[] row(int i, double points) {
    double[] row = state.readings.clone();
    if (points > 0) {
      row[i] = state.reading(i, points);
    }
    return row;
  }

  private double needed(int i) {
    if (state.additive) {
      return Math.min(state.rooms[i], state.gap() / state.weights[i]);
    }
    double[] values = state.values.clone();
    double near = 0;
    double far = state.rooms[i];
    ValueModel model = state.byValues();
    for (double middle = far / 2; near < middle && middle < far; middle = near + (far - near) / 2) {
      values[i] = state.value(i, middle);
      if (state.beyond(model.score(values)) >= 0) {
        far = middle;
      } else {
        near = middle;
      }
    }
    double[] points = new double[values.length];
    points[i] = far;
    state.repair(points);
    return points[i];
  }

  private TippingLever lever(int i, double reading, double score) {
    boolean fixed = state.isMissing(i) || state.isImmutable(i);
    TippingLever.Status status =
        state.isMissing(i)
            ? TippingLever.Status.MISSING
            : state.isImmutable(i)
                ? TippingLever.Status.IMMUTABLE
                : state.isReached(score) ? TippingLever.Status.REACHES : TippingLever.Status.CANNOT;
    return new TippingLever(
        state.criteria[i].indicator(),
        status,
        present(state.readings[i]),
        present(state.values[i]),
        fixed ? OptionalDouble.empty() : OptionalDouble.of(reading),
        fixed ? OptionalDouble.empty() : OptionalDouble.of(state.scale(i).value(reading)),
        score);
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
