package dev.steppe.internal.math;

import dev.steppe.internal.Interruption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The point of a polytope that is nearest to the origin, as a mixture of the polytope's points.
 *
 * <p>Wolfe (1976), <i>Finding the nearest point in a polytope</i>, Mathematical Programming 11,
 * 128-149, <a href="https://doi.org/10.1007/BF01580381">doi:10.1007/BF01580381</a>. The method
 * keeps a <em>corral</em>: affinely independent points whose affine hull has its nearest point
 * inside their convex hull. It ends after finitely many steps, since the distance falls from corral
 * to corral. Ties go to the first point, so the result is a function of the points in their order.
 */
public final class NearestPoint {

  /** Stop where the distance can fall by no more than this, relative to the farthest point. */
  private static final double PRECISION = 1e-13;

  private static final double SINGULAR = 1e-13;

  private final double[][] points;

  /** The square of the greatest distance of a point. */
  private final double size;

  private final List<Integer> corral = new ArrayList<>();
  private double[] weights = {1};
  private double[] nearest;

  private NearestPoint(double[][] points) {
    this.points = points;
    double largest = 0;
    int first = 0;
    for (int j = 0; j < points.length; j++) {
      double square = Vectors.dot(points[j], points[j]);
      largest = Math.max(largest, square);
      first = square < Vectors.dot(points[first], points[first]) ? j : first;
    }
    this.size = largest;
    this.corral.add(first);
    this.nearest = points[first].clone();
  }

  /** Finds the nearest point of the convex hull of at least one point. */
  public static NearestPoint of(double[][] points) {
    NearestPoint search = new NearestPoint(points);
    search.run();
    return search;
  }

  private void run() {
    double distance = Vectors.dot(nearest, nearest);
    while (true) {
      Interruption.check();
      int entering = lowest();
      double gain = distance - Vectors.dot(nearest, points[entering]);
      if (gain <= PRECISION * Math.sqrt(size * distance) || corral.contains(entering)) {
        return;
      }
      List<Integer> before = List.copyOf(corral);
      double[] weightsBefore = weights;
      double[] nearestBefore = nearest;
      corral.add(entering);
      weights = Arrays.copyOf(weights, corral.size());
      boolean solved = descend();
      nearest = mixture();
      double reached = Vectors.dot(nearest, nearest);
      if (!solved || !(reached < distance)) {
        // Rounding leaves nothing to gain: what was there is as good as it gets.
        corral.clear();
        corral.addAll(before);
        weights = weightsBefore;
        nearest = nearestBefore;
        return;
      }
      distance = reached;
    }
  }

  /** The point that lies lowest in the direction of the nearest one. */
  private int lowest() {
    int lowest = 0;
    for (int j = 1; j < points.length; j++) {
      if (Vectors.dot(nearest, points[j]) < Vectors.dot(nearest, points[lowest])) {
        lowest = j;
      }
    }
    return lowest;
  }

  /** Wolfe's minor cycle: drops points until the affine minimiser is a mixture of the rest. */
  private boolean descend() {
    while (true) {
      double[] affine = affineMinimiser();
      if (affine.length == 0) {
        return false;
      }
      double step = 1;
      int leaving = -1;
      for (int i = 0; i < affine.length; i++) {
        if (affine[i] <= 0) {
          double limit = weights[i] == 0 ? 0 : weights[i] / (weights[i] - affine[i]);
          if (leaving < 0 || limit < step) {
            step = limit;
            leaving = i;
          }
        }
      }
      if (leaving < 0) {
        weights = affine;
        return true;
      }
      drop(leaving, step, affine);
    }
  }

  private void drop(int leaving, double step, double[] affine) {
    double[] kept = new double[weights.length - 1];
    double sum = 0;
    for (int i = 0, j = 0; i < weights.length; i++) {
      if (i != leaving) {
        kept[j] = Math.max(0, weights[i] + step * (affine[i] - weights[i]));
        sum += kept[j++];
      }
    }
    for (int j = 0; j < kept.length; j++) {
      kept[j] /= sum;
    }
    corral.remove(leaving);
    weights = kept;
  }

  /** Weights, of any sign, of the point of the corral's affine hull nearest to the origin. */
  private double[] affineMinimiser() {
    int count = corral.size() - 1;
    if (count == 0) {
      return new double[] {1};
    }
    double[] base = points[corral.get(0)];
    double[][] edges = new double[base.length][count];
    double[] towards = new double[base.length];
    for (int k = 0; k < base.length; k++) {
      towards[k] = -base[k];
      for (int i = 0; i < count; i++) {
        edges[k][i] = points[corral.get(i + 1)][k] - base[k];
      }
    }
    if (count > base.length) {
      return new double[0];
    }
    DecompositionSolver solver =
        new QRDecomposition(new Array2DRowRealMatrix(edges, false), SINGULAR * Math.sqrt(size))
            .getSolver();
    if (!solver.isNonSingular()) {
      return new double[0];
    }
    double[] steps = solver.solve(new ArrayRealVector(towards, false)).toArray();
    double[] affine = new double[count + 1];
    affine[0] = 1;
    for (int i = 0; i < count; i++) {
      affine[i + 1] = steps[i];
      affine[0] -= steps[i];
    }
    return affine;
  }

  private double[] mixture() {
    double[] mixed = new double[points[0].length];
    for (int i = 0; i < weights.length; i++) {
      double[] point = points[corral.get(i)];
      for (int k = 0; k < mixed.length; k++) {
        mixed[k] += weights[i] * point[k];
      }
    }
    return mixed;
  }

  /** The weight of every point; they are at least 0 and sum to 1. */
  public double[] weights() {
    double[] all = new double[points.length];
    for (int i = 0; i < weights.length; i++) {
      all[corral.get(i)] = weights[i];
    }
    return all;
  }

  /** The nearest point. */
  double[] point() {
    return nearest.clone();
  }

  /** Its distance from the origin. */
  public double distance() {
    return Math.sqrt(Vectors.dot(nearest, nearest));
  }

  /**
   * By how much the least possible distance may be below {@link #distance()}: no point of the hull
   * is nearer than the hyperplane through its lowest point.
   */
  public double gap() {
    double distance = distance();
    if (distance == 0) {
      return 0;
    }
    double bound = Vectors.dot(nearest, points[lowest()]) / distance;
    return Math.max(0, distance - Math.max(0, bound));
  }

  /** The points on the face that has the nearest point: all of them if the origin is inside. */
  List<Integer> face(double tolerance) {
    double height = Vectors.dot(nearest, nearest);
    List<Integer> face = new ArrayList<>();
    for (int j = 0; j < points.length; j++) {
      if (Vectors.dot(nearest, points[j]) <= height + tolerance * size) {
        face.add(j);
      }
    }
    return face;
  }

  /**
   * Whether there is one mixture only that is the nearest point: the points on its face are
   * affinely independent.
   */
  public boolean isUnique(double tolerance) {
    List<Integer> face = face(tolerance);
    int edges = face.size() - 1;
    if (edges == 0) {
      return true;
    }
    double[] base = points[face.get(0)];
    if (edges > base.length) {
      return false;
    }
    double[][] matrix = new double[base.length][edges];
    for (int k = 0; k < base.length; k++) {
      for (int j = 0; j < edges; j++) {
        matrix[k][j] = points[face.get(j + 1)][k] - base[k];
      }
    }
    double[] singular =
        new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false)).getSingularValues();
    return singular[edges - 1] > tolerance * singular[0];
  }
}
