package dev.steppe.tipping;

import dev.steppe.analysis.Progress;
import dev.steppe.internal.Interruption;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * The least cost at which a score that never falls with progress reaches its target: branch, reduce
 * and bound over boxes of progress, one dimension a block.
 *
 * <p>All that is used of the score is that it never falls, so the bound holds for any model:
 *
 * <ul>
 *   <li>a box whose upper corner does not reach the target has no answer in it;
 *   <li>no answer in a box is cheaper than its lower corner;
 *   <li>a box can be cut to where a block must be when all the others are at their upper end, and
 *       to what the best answer so far leaves to pay.
 * </ul>
 *
 * <p>The box with the least bound is split next, until the bounds meet or the limit is reached; the
 * least bound of what is left is a lower bound of all costs.
 *
 * <p>Source: Tuy (2000), Monotonic optimization: problems and solution approaches. SIAM Journal on
 * Optimization 11, 464-494.
 */
final class BranchAndBound {

  /** The share of the cost at which bounds count as met. */
  private static final double NEAR = 1e-5;

  /** How often the cut of a block is halved: more would cost more scores than splitting does. */
  private static final int CUTS = 4;

  private final IndicatorBlock[] blocks;
  private final ToDoubleFunction<double[]> beyond;
  private final long limit;
  private final Progress progress;
  private long evaluations;
  private double[] best = new double[0];
  private double bestCost = Double.POSITIVE_INFINITY;
  private double leastCut = Double.POSITIVE_INFINITY;

  /** The progress between two corners, and what it costs at least. */
  private static final class Box {
    final double[] lower;
    final double[] upper;
    final double bound;
    final long number;

    Box(double[] lower, double[] upper, double bound, long number) {
      this.lower = lower;
      this.upper = upper;
      this.bound = bound;
      this.number = number;
    }
  }

  private final PriorityQueue<Box> open =
      new PriorityQueue<>(
          (a, b) ->
              a.bound != b.bound
                  ? Double.compare(a.bound, b.bound)
                  : Long.compare(a.number, b.number));

  private long boxes;

  /**
   * A search.
   *
   * @param beyond how far the score is beyond its target; at the greatest progress it has reached
   *     it
   * @param limit how many scores may be computed
   */
  BranchAndBound(
      List<IndicatorBlock> blocks,
      ToDoubleFunction<double[]> beyond,
      long limit,
      Progress progress) {
    this.blocks = blocks.toArray(new IndicatorBlock[0]);
    this.beyond = beyond;
    this.limit = limit;
    this.progress = progress;
  }

  /** The progress of the cheapest answer that was found. */
  double[] run() {
    double[] lower = new double[blocks.length];
    double[] upper = new double[blocks.length];
    for (int b = 0; b < blocks.length; b++) {
      upper[b] = blocks[b].room();
    }
    offer(upper.clone());
    if (!reaches(upper)) {
      // The target is within the tolerance of what can be reached at all: nothing is proven.
      leastCut = 0;
      return best;
    }
    improve(upper);
    add(lower, upper);
    while (!open.isEmpty() && evaluations < limit) {
      progress.tell(evaluations, limit);
      Box box = open.poll();
      if (box.bound >= bestCost * (1 - NEAR)) {
        open.add(box);
        break;
      }
      split(box);
    }
    return best;
  }

  /** What no answer undercuts: the least bound of what was cut off or is left. */
  double lowerBound() {
    double least = Math.min(bestCost, leastCut);
    return open.isEmpty() ? least : Math.min(least, open.peek().bound);
  }

  private boolean reaches(double[] progress) {
    Interruption.check();
    evaluations++;
    return beyond.applyAsDouble(progress) >= -StartAndTarget.TOLERANCE / 2;
  }

  private double cost(double[] progress) {
    double sum = 0;
    for (int b = 0; b < blocks.length; b++) {
      sum += blocks[b].cost(progress[b]);
    }
    return sum;
  }

  /** Keeps an answer if it is the cheapest so far. */
  private void offer(double[] progress) {
    double cost = cost(progress);
    if (cost < bestCost) {
      bestCost = cost;
      best = progress;
    }
  }

  private void split(Box box) {
    int widest = 0;
    double most = -1;
    for (int b = 0; b < blocks.length; b++) {
      double spread = blocks[b].cost(box.upper[b]) - blocks[b].cost(box.lower[b]);
      if (spread > most && box.lower[b] < box.upper[b]) {
        most = spread;
        widest = b;
      }
    }
    double middle = (box.lower[widest] + box.upper[widest]) / 2;
    double below = blocks[widest].below(middle);
    // A level in the middle belongs to one half only, or steps would be gone through twice.
    double above = blocks[widest].above(below == middle ? Math.nextUp(middle) : middle);
    double[] end = box.upper.clone();
    end[widest] = Math.max(box.lower[widest], below);
    double[] start = box.lower.clone();
    start[widest] = Math.min(box.upper[widest], above);
    if (start[widest] <= box.lower[widest] || end[widest] >= box.upper[widest]) {
      // Neighbouring doubles: nothing is left to split.
      leastCut = Math.min(leastCut, box.bound);
      return;
    }
    add(box.lower, end);
    add(start, box.upper);
  }

  /** Cuts a box to where answers can be, and keeps what is left. */
  private void add(double[] from, double[] to) {
    double[] lower = from.clone();
    double[] upper = to.clone();
    cutAbove(lower, upper);
    if (!reaches(upper)) {
      return;
    }
    cutBelow(lower, upper);
    double bound = cost(lower);
    if (bound >= bestCost * (1 - NEAR)) {
      leastCut = Math.min(leastCut, bound);
      return;
    }
    if (reaches(lower)) {
      offer(lower);
      return;
    }
    if (boxes % 16 == 0) {
      double[] answer = towards(lower, upper);
      if (cost(answer) < bestCost * 1.05) {
        shrink(answer);
      }
      offer(answer);
    }
    open.add(new Box(lower, upper, bound, boxes++));
  }

  /** No block goes further than the best answer leaves to pay. */
  private void cutAbove(double[] lower, double[] upper) {
    double least = cost(lower);
    for (int b = 0; b < blocks.length; b++) {
      double left = bestCost - (least - blocks[b].cost(lower[b]));
      double end = blocks[b].affordable(left * (1 + 1e-12));
      upper[b] = Math.max(lower[b], Math.min(upper[b], end));
    }
  }

  /** Every block goes as far as it must when all others are at their upper end. */
  private void cutBelow(double[] lower, double[] upper) {
    double[] probe = upper.clone();
    for (int b = 0; b < blocks.length; b++) {
      probe[b] = lower[b];
      if (lower[b] < upper[b] && !reaches(probe)) {
        double near = lower[b];
        double far = upper[b];
        for (int step = 0; step < CUTS; step++) {
          double middle = (near + far) / 2;
          probe[b] = middle;
          if (reaches(probe)) {
            far = middle;
          } else {
            near = middle;
          }
        }
        lower[b] = Math.min(upper[b], blocks[b].above(near));
      }
      probe[b] = upper[b];
    }
  }

  /**
   * The first point that reaches the target on the way between two points, the second of which
   * does.
   */
  private double[] towards(double[] from, double[] to) {
    double near = 0;
    double far = 1;
    for (int step = 0; step < 40; step++) {
      double middle = (near + far) / 2;
      if (reaches(between(from, to, middle))) {
        far = middle;
      } else {
        near = middle;
      }
    }
    return between(from, to, far);
  }

  private double[] between(double[] from, double[] to, double share) {
    double[] point = new double[from.length];
    for (int b = 0; b < point.length; b++) {
      point[b] = share == 1 ? to[b] : blocks[b].above(from[b] + share * (to[b] - from[b]));
    }
    return point;
  }

  /** Takes back, block by block, what an answer does not need. */
  private void shrink(double[] answer) {
    for (int b = 0; b < blocks.length; b++) {
      double far = answer[b];
      answer[b] = 0;
      if (far == 0 || reaches(answer)) {
        continue;
      }
      double near = 0;
      for (int step = 0; step < 40; step++) {
        double middle = (near + far) / 2;
        answer[b] = blocks[b].above(middle);
        if (reaches(answer)) {
          far = middle;
        } else {
          near = middle;
        }
      }
      answer[b] = blocks[b].above(far);
    }
  }

  /**
   * Looks for a cheap answer by a sequence of straight-line problems: where the score was replaced
   * by its slopes the cheapest moves are known, and from there one goes back to the target.
   */
  private void improve(double[] upper) {
    double[] start = towards(new double[blocks.length], upper);
    offer(start.clone());
    double[] shrunk = start.clone();
    shrink(shrunk);
    offer(shrunk);
    double[] at = start;
    for (int round = 0; round < 60 && evaluations < limit / 2; round++) {
      double[] next = cheapest(at, slopes(at, upper), upper);
      boolean better = false;
      for (double step = 1; step > 1e-3 && !better; step /= 2) {
        double[] back = towards(between(at, next, step), upper);
        better = cost(back) < cost(at) * (1 - 1e-12);
        at = better ? back : at;
      }
      if (!better) {
        break;
      }
      offer(at.clone());
    }
    double[] last = at.clone();
    shrink(last);
    offer(last);
  }

  private double[] slopes(double[] at, double[] upper) {
    double[] slopes = new double[at.length];
    double[] probe = at.clone();
    for (int b = 0; b < at.length; b++) {
      double width = 1e-5 * upper[b];
      double low = Math.max(0, at[b] - width);
      double high = Math.min(upper[b], at[b] + width);
      probe[b] = blocks[b].above(high);
      double gained = probe[b];
      double more = beyond.applyAsDouble(probe);
      probe[b] = blocks[b].below(low);
      gained -= probe[b];
      double less = beyond.applyAsDouble(probe);
      evaluations += 2;
      slopes[b] = gained > 0 ? Math.max(0, more - less) / gained : 0;
      probe[b] = at[b];
    }
    return slopes;
  }

  /** The cheapest point of the same score if the slopes were the same everywhere. */
  private double[] cheapest(double[] at, double[] slopes, double[] upper) {
    double wanted = 0;
    double available = 0;
    for (int b = 0; b < at.length; b++) {
      wanted += slopes[b] * at[b];
      available += slopes[b] * upper[b];
    }
    double high = 1;
    if (!(available > wanted)) {
      return upper.clone();
    }
    while (gained(slopes, high) < wanted && high < 1e300) {
      high *= 2;
    }
    double low = 0;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      if (gained(slopes, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    // Between the two prices a block may jump from one end to the other; take the way in between.
    double missed = gained(slopes, low);
    double reached = gained(slopes, high);
    double share =
        reached > missed ? Math.min(1, Math.max(0, (wanted - missed) / (reached - missed))) : 1;
    double[] point = new double[at.length];
    for (int b = 0; b < at.length; b++) {
      double from = blocks[b].best(slopes[b] * low);
      point[b] = from + share * (blocks[b].best(slopes[b] * high) - from);
    }
    return point;
  }

  private double gained(double[] slopes, double price) {
    double sum = 0;
    for (int b = 0; b < slopes.length; b++) {
      sum += slopes[b] * blocks[b].best(slopes[b] * price);
    }
    return sum;
  }
}
