package dev.steppe.tipping;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Interruption;
import java.util.OptionalDouble;

/**
 * What each indicator can do alone. Where the model is additive the value that is needed is {@code
 * gap / weight} away; else it is found by bisection, because the score rises with the value. Where
 * values jump each level is tried.
 */
final class SingleChange {

  /** So many rows, each of all readings, are held at a time. */
  private static final int TOGETHER = 256;

  private final StartAndTarget state;

  private SingleChange(StartAndTarget state) {
    this.state = state;
  }

  static ImmutableList<TippingLever> of(StartAndTarget state) {
    return new SingleChange(state).run();
  }

  private ImmutableList<TippingLever> run() {
    int n = state.criteria.length;
    ImmutableList.Builder<TippingLever> levers = ImmutableList.builder();
    for (int first = 0; first < n; first += TOGETHER) {
      double[][] rows = new double[Math.min(TOGETHER, n - first)][];
      for (int r = 0; r < rows.length; r++) {
        Interruption.check();
        int i = first + r;
        boolean moves = !state.isReachedAtOnce() && state.isMovable(i);
        rows[r] = state.readings.clone();
        if (moves) {
          rows[r][i] = state.levels[i].length > 0 ? amongLevels(i) : state.reading(i, needed(i));
        }
      }
      double[] scores = state.scores(rows);
      for (int r = 0; r < rows.length; r++) {
        levers.add(lever(first + r, rows[r][first + r], scores[r]));
      }
    }
    return levers.build();
  }

  /** Of the levels that reach the target, or else lead as far as any, the nearest reading. */
  private double amongLevels(int i) {
    double[] moves = state.levels[i];
    double[][] rows = new double[moves.length][];
    for (int level = 0; level < moves.length; level++) {
      rows[level] = row(i, moves[level]);
    }
    double[] scores = state.scores(rows);
    double farthest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      farthest = Math.max(farthest, state.beyond(score));
    }
    double wanted = Math.min(farthest, -StartAndTarget.TOLERANCE);
    double nearest = Double.NaN;
    for (int level = 0; level < moves.length; level++) {
      double reading = rows[level][i];
      double from = state.readings[i];
      if (state.beyond(scores[level]) >= wanted
          && !(Math.abs(reading - from) >= Math.abs(nearest - from))) {
        nearest = reading;
      }
    }
    return nearest;
  }

  private double[] row(int i, double points) {
    double[] row = state.readings.clone();
    row[i] = state.reading(i, points);
    return row;
  }

  /** The points that a scale without jumps has to move. */
  private double needed(int i) {
    double far = state.rooms[i];
    if (!state.isReached(state.score(row(i, far)))) {
      return far;
    }
    if (state.additive) {
      far = Math.min(far, state.gap() / state.weights[i]);
    } else {
      double[] values = state.values.clone();
      ValueModel model = state.byValues();
      double near = 0;
      for (double middle = far / 2;
          near < middle && middle < far;
          middle = near + (far - near) / 2) {
        values[i] = state.value(i, middle);
        if (state.beyond(model.score(values)) >= 0) {
          far = middle;
        } else {
          near = middle;
        }
      }
    }
    double[] points = new double[state.rooms.length];
    points[i] = far;
    state.repair(points);
    return points[i];
  }

  private TippingLever lever(int i, double reading, double score) {
    boolean fixed = state.isMissing(i) || state.isImmutable(i);
    TippingLever.Status status =
        state.isMissing(i)
            ? state.isNotApplicable(i)
                ? TippingLever.Status.NOT_APPLICABLE
                : TippingLever.Status.MISSING
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
