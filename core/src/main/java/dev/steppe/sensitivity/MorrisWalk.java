package dev.steppe.sensitivity;

import dev.steppe.internal.random.SplitMix64;
import dev.steppe.internal.random.Substreams;
import java.util.List;

/**
 * One trajectory through the grid of the inputs' probabilities: it starts at a random point and
 * moves each input once, in random order, by half the number of levels, up from the lower half of
 * them and down from the upper half.
 *
 * <p>The first trajectories have further points, which are no part of the way: from where each
 * input is moved it also goes to a random place off the grid. A step of the grid may bring an
 * output back to where it was, as that of a wave does; a random move does not.
 */
final class MorrisWalk {

  /** So many trajectories have points off the grid. */
  static final int CHECKED = 4;

  private static final long ORDERS = Substreams.key("order");

  private final int[] order;
  private final double[] steps;
  private final double[][] probabilities;

  private MorrisWalk(int[] order, double[] steps, double[][] probabilities) {
    this.order = order;
    this.steps = steps;
    this.probabilities = probabilities;
  }

  static MorrisWalk of(List<String> inputs, int levels, long seed, int number) {
    int count = inputs.size();
    SplitMix64 random = new SplitMix64(seed);
    random.restart(seed, ORDERS, number);
    int[] order = random.order(count);
    int half = levels / 2;
    double[] steps = new double[count];
    double[][] probabilities = new double[count][rows(count, number)];
    for (int place = 0; place < count; place++) {
      int input = order[place];
      random.restart(seed, Substreams.key("level/" + inputs.get(input)), number);
      int level = random.nextInt(levels);
      int moved = level < half ? level + half : level - half;
      steps[place] = (moved - level) / (levels - 1.0);
      double[] column = probabilities[input];
      for (int row = 0; row < column.length; row++) {
        int after = row <= count ? row : row - count - 1;
        column[row] = (after <= place ? level : moved) / (levels - 1.0);
      }
      if (number < CHECKED) {
        random.restart(seed, Substreams.key("off the grid/" + inputs.get(input)), number);
        column[count + 1 + place] = ((random.nextLong() >>> 11) + 0.5) * 0x1.0p-53;
      }
    }
    return new MorrisWalk(order, steps, probabilities);
  }

  /** How many points the trajectory of a number has. */
  static int rows(int count, int number) {
    return number < CHECKED ? 2 * count + 1 : count + 1;
  }

  /** {@code [input][row]}: the way, and then what is off the grid. */
  double[][] probabilities() {
    return probabilities;
  }

  int rows() {
    return probabilities[0].length;
  }

  /** The input that is moved between two rows of the way. */
  int input(int place) {
    return order[place];
  }

  /** The elementary effect of a step. */
  double effect(int place, double[] outputs) {
    return (outputs[place + 1] - outputs[place]) / steps[place];
  }

  /** How far the output is off after the step, either way. */
  double change(int place, double[] outputs) {
    return Math.abs(outputs[place + 1] - outputs[place]);
  }

  /** The same after a move off the grid, or 0 if there is none. */
  double changeOffGrid(int place, double[] outputs) {
    int row = order.length + 1 + place;
    return row < outputs.length ? Math.abs(outputs[row] - outputs[place]) : 0;
  }
}
