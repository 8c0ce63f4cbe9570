package dev.steppe.weights;

import com.google.common.primitives.Ints;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.math.CutSimplex;
import dev.steppe.internal.math.LinearProgram;
import dev.steppe.internal.math.LinearRow;
import dev.steppe.internal.math.Vectors;
import dev.steppe.score.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fewest countries that can score higher than a given one, over all admissible weights, by
 * branch and bound.
 *
 * <p>A country b that is above under some weights but not under all is undecided; by M_b &gt; 0 it
 * is above at most. A node of the search demands of some undecided countries that they are not
 * above, and counts some others as above. The linear program {@code min sum z_b} over weights and
 * z, with {@code score_a - score_b + M_b z_b >= 0} for those that are still open and {@code score_a
 * - score_b >= 0} for those that must not be above, relaxes the mixed-integer program in which z_b
 * is 0 or 1. Its proven lower bound, rounded up, ends a branch that cannot beat the best weights
 * found so far. Its solution is itself a candidate, whose countries above are counted. A branch
 * ends by its bound, by a demand that no weights meet, or by a candidate as good as its bound, so
 * that the answer is exact. Where there are too many programs, or one that cannot be solved, what
 * is left of the tree keeps its bounds: the answer then lies between the least of them and the best
 * weights that were found.
 *
 * @see "Kadzinski, Greco, Slowinski (2012), Extreme ranking analysis in robust ordinal regression.
 *     Omega 40, 488-501"
 */
final class RankSearch {

  /** Programs that are solved for one end of one country's range before bounds are all there is. */
  static final int MOST_PROGRAMS = 5_000;

  /** A program counts once more for each so many of its coefficients: larger ones take longer. */
  private static final int COEFFICIENTS = 2_500;

  /**
   * By how much a bound may exceed a whole number without counting as more. A bound is proven
   * whatever its distance from the optimum, so that half of this may be lost in solving.
   */
  private static final double SLACK = 1e-6;

  /**
   * Points by which M_b exceeds the greatest difference that was found, which is rounded: z_b must
   * not have to exceed 1. Far less than what makes two scores differ.
   */
  private static final double ALLOWANCE = 1e-10;

  private final WeightPolytope polytope;
  private final double[][] margins;
  private final double[] most;
  private final List<Integer> undecided = new ArrayList<>();
  private int always;
  private double[] best = new double[0];
  private int fewest = Integer.MAX_VALUE;
  private int least;
  private int mostPrograms;
  private int programs;

  /**
   * Prepares a search.
   *
   * @param margins by other country: its score minus the given one's when each has all the weight
   * @param least by other country, the least such difference over all admissible weights
   * @param most by other country, the greatest
   */
  RankSearch(WeightPolytope polytope, double[][] margins, double[] least, double[] most) {
    this.polytope = polytope;
    this.margins = margins;
    this.most = most;
    for (int b = 0; b < margins.length; b++) {
      if (Ranking.compareScores(least[b], 0) > 0) {
        always++;
      } else if (Ranking.compareScores(most[b], 0) > 0) {
        undecided.add(b);
      }
    }
  }

  /** Lets admissible weights compete for the best. */
  void offer(double[] weights) {
    int above = 0;
    for (int b = 0; b < margins.length; b++) {
      above += isAbove(b, weights) ? 1 : 0;
    }
    if (above < fewest) {
      fewest = above;
      best = weights;
    }
  }

  private boolean isAbove(int b, double[] weights) {
    return Ranking.compareScores(Vectors.dot(margins[b], weights), 0) > 0;
  }

  /**
   * Searches cell by cell, which is quick where the admissible weights have few corners.
   *
   * @param mostCuts of cells
   * @return false if that was too little, and nothing was found
   */
  boolean runByCells(int mostCuts) {
    CutSimplex corners = polytope.corners();
    RankCells cells =
        corners == null
            ? null
            : RankCells.search(corners, margins, Ints.toArray(undecided), always, mostCuts);
    if (cells == null) {
      return false;
    }
    offer(cells.best());
    least = Math.min(fewest, cells.fewest());
    return true;
  }

  /** Searches, with about so many small programs; at least one candidate must have been offered. */
  void run(int mostPrograms) {
    this.mostPrograms = mostPrograms;
    least = Math.min(fewest, branch(always, best, new ArrayList<>(), undecided));
  }

  /**
   * What no admissible weights undercut: as few as {@link #fewest}, unless the search took too many
   * programs or one of them could not be solved.
   */
  int least() {
    return least;
  }

  /** How many countries score higher at the best weights. */
  int fewest() {
    return fewest;
  }

  /** Weights at which so few score higher. */
  double[] best() {
    return best;
  }

  /**
   * Searches below a node.
   *
   * @param above how many count as above
   * @param hint weights that may meet the demands
   * @param below those that must not be above
   * @param open those of which nothing is demanded yet
   * @return a lower bound of how many are above wherever the demands are met
   */
  private int branch(int above, double[] hint, List<Integer> below, List<Integer> open) {
    if (above >= fewest || programs >= mostPrograms) {
      return above;
    }
    Interruption.check();
    int bound;
    double[] point;
    try {
      if (!isPossible(hint, below)) {
        return Integer.MAX_VALUE;
      }
      LinearProgram.Optimum relaxed = relaxation(below, open);
      bound = above + Math.max(0, (int) Math.ceil(relaxed.bound() - SLACK));
      point = Arrays.copyOf(relaxed.point(), polytope.size());
    } catch (ArithmeticException unsolved) {
      return above;
    }
    if (bound >= fewest) {
      return bound;
    }
    offer(point);
    int next = furthestAbove(point, open);
    if (bound >= fewest || next < 0) {
      return bound;
    }
    List<Integer> rest = new ArrayList<>(open);
    rest.remove(Integer.valueOf(next));
    List<Integer> demanded = new ArrayList<>(below);
    demanded.add(next);
    int without = branch(above, point, demanded, rest);
    return Math.max(bound, Math.min(without, branch(above + 1, point, below, rest)));
  }

  /** Whether some admissible weights keep all of these from being above. */
  private boolean isPossible(double[] hint, List<Integer> below) {
    boolean met = true;
    for (int b : below) {
      met &= !isAbove(b, hint);
    }
    if (met) {
      return true;
    }
    programs++;
    List<LinearRow> rows = new ArrayList<>(polytope.rows());
    for (int b : below) {
      rows.add(new LinearRow(negated(margins[b], 0), 0));
    }
    return WeightPolytope.isFeasible(polytope.size(), rows);
  }

  private LinearProgram.Optimum relaxation(List<Integer> below, List<Integer> open) {
    int size = polytope.size();
    int variables = size + open.size();
    programs += 1 + variables * (polytope.rows().size() + open.size()) / COEFFICIENTS;
    List<LinearRow> rows = new ArrayList<>();
    for (LinearRow row : polytope.rows()) {
      rows.add(row.extended(variables));
    }
    for (int b : below) {
      rows.add(new LinearRow(negated(margins[b], open.size()), 0));
    }
    double[] costs = new double[variables];
    for (int i = 0; i < open.size(); i++) {
      double[] row = negated(margins[open.get(i)], open.size());
      row[size + i] = most[open.get(i)] + ALLOWANCE;
      rows.add(new LinearRow(row, 0));
      costs[size + i] = 1;
    }
    return new LinearProgram(size, rows).minimise(costs, SLACK / 2);
  }

  private static double[] negated(double[] margins, int more) {
    double[] negated = new double[margins.length + more];
    for (int k = 0; k < margins.length; k++) {
      negated[k] = -margins[k];
    }
    return negated;
  }

  /** Where the relaxation is furthest from a whole number of countries; -1 if none is above. */
  private int furthestAbove(double[] point, List<Integer> open) {
    int furthest = -1;
    double share = 0;
    for (int b : open) {
      double here = Vectors.dot(margins[b], point) / most[b];
      if (isAbove(b, point) && here > share) {
        share = here;
        furthest = b;
      }
    }
    return furthest;
  }
}
