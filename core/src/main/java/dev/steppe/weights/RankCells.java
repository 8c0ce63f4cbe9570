package dev.steppe.weights;

import dev.steppe.internal.Interruption;
import dev.steppe.internal.math.CutSimplex;
import dev.steppe.score.Ranking;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fewest countries that can score higher than a given one, over all admissible weights, by
 * cutting these into cells.
 *
 * <p>In a cell, a country whose score exceeds the given one's at every corner is above everywhere,
 * and one for which it does at no corner is above nowhere: differences of scores are linear in the
 * weights. How many are above everywhere is a lower bound, how many are above at a corner a
 * candidate, and among the corners of the smallest cells are the best weights there are, since what
 * is level is not above. A cell whose bound does not undercut the best candidate is done with; any
 * other is cut where one of the undecided countries is level with the given one: on one side this
 * one is not above, on the other it counts as above.
 *
 * @see "Edelsbrunner (1987), Algorithms in Combinatorial Geometry. Springer"
 */
final class RankCells {

  /** Half a unit of the last decimal of scores: what is above by less is level. */
  private static final double LEVEL = 0.5e-9;

  private final CutSimplex whole;
  private final int first;
  private final int others;
  private final int mostCuts;
  private int cuts;
  private int fewest = Integer.MAX_VALUE;
  private double[] best = new double[0];

  private RankCells(CutSimplex whole, int others, int mostCuts) {
    this.whole = whole;
    this.first = whole.functions() - others;
    this.others = others;
    this.mostCuts = mostCuts;
  }

  /**
   * Searches.
   *
   * @param margins by other country, its score minus the given one's when each weight is 1
   * @param open the countries that are neither above everywhere nor nowhere
   * @param always how many are above everywhere
   * @param mostCuts after which cells are left as they are
   * @return null if there are too many cuts, or cells have too many corners
   */
  static @Nullable RankCells search(
      CutSimplex admissible, double[][] margins, int[] open, int always, int mostCuts) {
    RankCells cells = new RankCells(admissible.with(margins, LEVEL), margins.length, mostCuts);
    return cells.search(cells.whole, open, always) ? cells : null;
  }

  /** How many are above at the best weights; no admissible weights have fewer. */
  int fewest() {
    return fewest;
  }

  /** The best weights. */
  double[] best() {
    return best;
  }

  /** Searches a cell; false if it was left undone. */
  private boolean search(CutSimplex cell, int[] open, int always) {
    Interruption.check();
    int corners = cell.corners();
    int[] counts = new int[corners];
    int[] higher = new int[open.length];
    // All functions of a corner lie side by side.
    for (int c = 0; c < corners; c++) {
      for (int i = 0; i < open.length; i++) {
        int above = isAbove(cell, c, open[i]) ? 1 : 0;
        counts[c] += above;
        higher[i] += above;
      }
    }
    int[] rest = new int[open.length];
    int undecided = 0;
    int bound = always;
    for (int i = 0; i < open.length; i++) {
      if (higher[i] == corners) {
        bound++;
      } else if (higher[i] > 0) {
        rest[undecided++] = open[i];
      }
    }
    int least = offer(cell, counts);
    if (bound >= fewest || undecided == 0) {
      return true;
    }
    int pick = pick(cell, least, rest, undecided);
    CutSimplex @Nullable [] halves = ++cuts > mostCuts ? null : cell.halves(first + rest[pick]);
    if (halves == null) {
      return false;
    }
    int[] next = new int[undecided - 1];
    System.arraycopy(rest, 0, next, 0, pick);
    System.arraycopy(rest, pick + 1, next, pick, undecided - 1 - pick);
    return (halves[0].corners() == 0 || search(halves[0], next, bound))
        && (halves[1].corners() == 0 || search(halves[1], next, bound + 1));
  }

  /** As {@link Ranking#compareScores} says, without the rounding. */
  private boolean isAbove(CutSimplex cell, int corner, int other) {
    return cell.value(corner, first + other) > LEVEL;
  }

  /** Lets the corners compete that have the fewest undecided above; returns the first of them. */
  private int offer(CutSimplex cell, int[] counts) {
    int least = 0;
    for (int c = 1; c < counts.length; c++) {
      least = counts[c] < counts[least] ? c : least;
    }
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] <= counts[least] + 1) {
        int above = 0;
        for (int b = 0; b < others; b++) {
          above += isAbove(cell, c, b) ? 1 : 0;
        }
        if (above < fewest) {
          fewest = above;
          best = cell.weights(c);
        }
      }
    }
    return least;
  }

  /**
   * The undecided country to cut by: that is above at the given corner, and whose plane is furthest
   * from the nearer of its sides.
   */
  private int pick(CutSimplex cell, int corner, int[] open, int count) {
    double[] least = new double[count];
    double[] most = new double[count];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int c = 0; c < cell.corners(); c++) {
      for (int i = 0; i < count; i++) {
        double value = cell.value(c, first + open[i]);
        least[i] = Math.min(least[i], value);
        most[i] = Math.max(most[i], value);
      }
    }
    int pick = 0;
    double greatest = -1;
    for (int i = 0; i < count; i++) {
      double depth = Math.min(most[i], -least[i]) + (isAbove(cell, corner, open[i]) ? 1000 : 0);
      if (depth > greatest) {
        greatest = depth;
        pick = i;
      }
    }
    return pick;
  }
}
