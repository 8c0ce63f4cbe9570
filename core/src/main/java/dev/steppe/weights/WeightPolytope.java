package dev.steppe.weights;

import dev.steppe.internal.math.BoxSimplex;
import dev.steppe.internal.math.CutSimplex;
import dev.steppe.internal.math.LinearProgram;
import dev.steppe.internal.math.LinearRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The admissible weights as a polytope, which has at least one point. Bounds of single indicators
 * make a box, for which least sums need no linear program.
 */
final class WeightPolytope {

  private final int size;
  private final List<LinearRow> rows;
  private final @Nullable BoxSimplex box;
  private final @Nullable CutSimplex corners;

  private WeightPolytope(int size, List<LinearRow> rows, @Nullable BoxSimplex box) {
    this.size = size;
    this.rows = rows;
    this.box = box;
    this.corners = corners(size, rows);
  }

  private static @Nullable CutSimplex corners(int size, List<LinearRow> rows) {
    CutSimplex left = CutSimplex.whole(size);
    for (LinearRow row : rows) {
      if (left != null) {
        CutSimplex with = left.with(new double[][] {row.atUnits()}, LinearProgram.TOLERANCE);
        CutSimplex @Nullable [] halves = with.halves(with.functions() - 1);
        left = halves == null || halves[1].corners() == 0 ? null : halves[1];
      }
    }
    return left;
  }

  /** The corners; null if there are too many of them. */
  @Nullable CutSimplex corners() {
    return corners;
  }

  /**
   * Obtains the polytope.
   *
   * @throws IllegalArgumentException if a constraint names what is not weighed, or no weights
   *     satisfy all of them; the message then lists a smallest set of constraints that contradict
   *     each other: without any one of them the others can be satisfied
   */
  static WeightPolytope of(WeightedScores scores, WeightSet set) {
    List<WeightConstraint> constraints = set.all();
    List<List<LinearRow>> rowsOf = new ArrayList<>();
    for (WeightConstraint constraint : constraints) {
      rowsOf.add(constraint.rows(scores));
    }
    if (!isFeasible(scores.size(), flat(rowsOf))) {
      throw contradiction(scores.size(), constraints, rowsOf);
    }
    return new WeightPolytope(scores.size(), flat(rowsOf), box(scores, constraints));
  }

  private static List<LinearRow> flat(List<List<LinearRow>> rowsOf) {
    List<LinearRow> rows = new ArrayList<>();
    rowsOf.forEach(rows::addAll);
    return rows;
  }

  /**
   * Whether some weights satisfy all rows: whether the least slack that all of them need is 0. That
   * program always has a solution, so that its optimum is proven either way.
   */
  static boolean isFeasible(int size, List<LinearRow> rows) {
    List<LinearRow> elastic = new ArrayList<>();
    for (LinearRow row : rows) {
      elastic.add(row.extended(size + 1, size, 2));
    }
    double[] costs = new double[size + 1];
    costs[size] = 1;
    return rows.isEmpty()
        || new LinearProgram(size, elastic).minimise(costs).bound() <= LinearProgram.TOLERANCE;
  }

  /**
   * Leaves out one constraint after the other for as long as the rest still contradict each other.
   *
   * @see "Chinneck, Dravnieks (1991), Locating minimal infeasible constraint sets in linear
   *     programs. ORSA Journal on Computing 3, 157-168"
   */
  private static IllegalArgumentException contradiction(
      int size, List<WeightConstraint> constraints, List<List<LinearRow>> rowsOf) {
    List<WeightConstraint> conflict = new ArrayList<>(constraints);
    List<List<LinearRow>> rows = new ArrayList<>(rowsOf);
    for (int s = conflict.size() - 1; s >= 0; s--) {
      List<LinearRow> removed = rows.remove(s);
      if (isFeasible(size, flat(rows))) {
        rows.add(s, removed);
      } else {
        conflict.remove(s);
      }
    }
    StringBuilder message =
        new StringBuilder("No weights satisfy all statements. These contradict each other:");
    conflict.forEach(constraint -> message.append("\n  - ").append(constraint));
    return new IllegalArgumentException(message.toString());
  }

  /** The box, if nothing but bounds of single weights is stated. */
  private static @Nullable BoxSimplex box(
      WeightedScores scores, List<WeightConstraint> constraints) {
    double[] lower = new double[scores.size()];
    double[] upper = new double[scores.size()];
    Arrays.fill(upper, 1);
    for (WeightConstraint constraint : constraints) {
      if (!constraint.narrow(scores, lower, upper)) {
        return null;
      }
    }
    return new BoxSimplex(lower, upper);
  }

  int size() {
    return size;
  }

  List<LinearRow> rows() {
    return rows;
  }

  /** Admissible weights with the least weighted sum of the values. */
  double[] least(double[] values) {
    return box != null ? box.least(values) : new LinearProgram(size, rows).minimise(values).point();
  }
}
