package dev.steppe.internal.kernel;

import dev.steppe.internal.math.ShapleyWeights;
import dev.steppe.model.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Splits the difference of two rows' scores over the indicators: the Owen value of the game in
 * which a set of indicators takes its values from the first row and the others take theirs from the
 * second, with the factor tree as coalition structure.
 *
 * <p>Below additive factors this is effective weight times difference, in closed form. Elsewhere it
 * is the Shapley value on each factor's children, nested, over all {@code 2^k} subsets of the k
 * children that differ. Either way the parts sum to the difference.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-45494-3_7">Owen (1977), Values of games with a
 *     priori unions</a>
 * @see <a href="https://doi.org/10.1007/s10888-011-9214-z">Shorrocks (2013), Decomposition
 *     procedures for distributional analysis. Journal of Economic Inequality 11, 99-126</a>
 */
public final class Attribution {

  /** Beyond this many evaluations of a factor the exact answer would take minutes. */
  static final long LIMIT = 1L << 25;

  private final CompiledModel model;
  private final double[] first;
  private final double[] second;
  private final boolean[] differs;
  private final boolean[] samePattern;
  private final double[] points;
  private final Values values;
  private double work;

  private Attribution(CompiledModel model, double[] first, double[] second) {
    this.model = model;
    int nodes = model.nodes().size();
    this.first = Arrays.copyOf(first, nodes);
    this.second = Arrays.copyOf(second, nodes);
    this.differs = new boolean[nodes];
    this.samePattern = new boolean[nodes];
    this.points = new double[model.indicators];
    this.values = new Values(model);
    for (int i = 0; i < model.indicators; i++) {
      boolean counts = model.effective[i] > 0;
      differs[i] = counts && Double.compare(first[i], second[i]) != 0;
      samePattern[i] = !counts || Double.isNaN(first[i]) == Double.isNaN(second[i]);
    }
    for (int f = 0; f < model.children.length; f++) {
      int node = model.indicators + f;
      int[] children = model.children[f];
      samePattern[node] = true;
      for (int child : children) {
        differs[node] |= differs[child];
        samePattern[node] &= samePattern[child];
      }
      this.first[node] = values.of(f, this.first);
      this.second[node] = values.of(f, this.second);
    }
  }

  /**
   * The parts by indicator, in points: of the first row's score minus the second row's.
   *
   * @throws IllegalArgumentException if the exact answer is out of reach, or a mixture of the two
   *     rows has no data at all
   */
  public static double[] difference(CompiledModel model, Evaluation first, Evaluation second) {
    return difference(model, first.model(), first.entering(), second.model(), second.entering());
  }

  /**
   * The parts by indicator of a row's score minus that of the same row with every indicator that is
   * not missing at the safe end of its scale.
   */
  public static double[] fromSafest(CompiledModel model, Evaluation evaluation) {
    CompiledModel own = evaluation.model();
    return difference(model, own, evaluation.entering(), own, safestIndicators(evaluation));
  }

  /** The values of all nodes in the row that {@link #fromSafest} is held against. */
  public static double[] safest(CompiledModel model, Evaluation evaluation) {
    double[] safest = safestIndicators(evaluation);
    return new Attribution(model, safest, safest).first;
  }

  private static double[] safestIndicators(Evaluation evaluation) {
    CompiledModel model = evaluation.model();
    double[] safest = evaluation.entering();
    for (int i = 0; i < safest.length; i++) {
      if (!Double.isNaN(safest[i]) || (model.gapRule.isMiddleOfTwo() && model.applies[i])) {
        safest[i] = model.scale(i).lower();
      }
    }
    return safest;
  }

  /** What does not apply to one of the two has no value there, and weighs nothing. */
  private static double[] difference(
      CompiledModel model,
      CompiledModel ofFirst,
      double[] first,
      CompiledModel ofSecond,
      double[] second) {
    if (!model.gapRule.isMiddleOfTwo()) {
      return new Attribution(model, first, second).run();
    }
    // The score is the mean of the safest and the riskiest case, and so is its split.
    double[] safest =
        new Attribution(
                model,
                RowEvaluator.imputed(ofFirst, first, false),
                RowEvaluator.imputed(ofSecond, second, false))
            .run();
    double[] riskiest =
        new Attribution(
                model,
                RowEvaluator.imputed(ofFirst, first, true),
                RowEvaluator.imputed(ofSecond, second, true))
            .run();
    for (int i = 0; i < safest.length; i++) {
      safest[i] = (safest[i] + riskiest[i]) / 2;
    }
    return safest;
  }

  private double[] run() {
    checkWork(model.children.length - 1, true, 0, new ArrayList<>());
    split(model.children.length - 1, y -> y, 1.0);
    for (double part : points) {
      if (Double.isNaN(part)) {
        throw new IllegalArgumentException(
            "Contributions in model '"
                + model.model().name()
                + "' are not defined: the two profiles have no indicator in common, so a mixture of"
                + " them has no data");
      }
    }
    return points;
  }

  /**
   * Splits over the children of a factor.
   *
   * @param context the expected score, up to a constant, when the factor has a value
   * @param slope the context's slope where it is a straight line, else NaN
   */
  private void split(int factor, DoubleUnaryOperator context, double slope) {
    int node = model.indicators + factor;
    if (!differs[node]) {
      return;
    }
    if (!Double.isNaN(slope) && model.aggregations[factor].isAdditive() && samePattern[node]) {
      double[] shares = values.shares(factor, first);
      for (int c = 0; c < shares.length; c++) {
        int child = model.children[factor][c];
        double childSlope = slope * shares[c];
        if (child >= model.indicators) {
          split(child - model.indicators, y -> childSlope * y, childSlope);
        } else if (differs[child]) {
          points[child] = childSlope * (first[child] - second[child]);
        }
      }
      return;
    }
    shapley(factor, context);
  }

  private void shapley(int factor, DoubleUnaryOperator context) {
    Mixture mixture = new Mixture(factor);
    int[] players = mixture.players;
    int k = players.length;
    double[] game = new double[1 << k];
    for (int set = 0; set < game.length; set++) {
      game[set] = context.applyAsDouble(mixture.value(set));
    }
    double[] weight = ShapleyWeights.of(k);
    for (int p = 0; p < k; p++) {
      int child = model.children[factor][players[p]];
      int player = p;
      if (child >= model.indicators) {
        DoubleUnaryOperator inner =
            y -> {
              double expected = 0;
              for (int set = 0; set < game.length; set++) {
                if ((set >> player & 1) == 0) {
                  expected +=
                      weight[Integer.bitCount(set)]
                          * context.applyAsDouble(mixture.value(set, player, y));
                }
              }
              return expected;
            };
        split(child - model.indicators, inner, Double.NaN);
      } else {
        points[child] = ShapleyWeights.value(weight, game, p);
      }
    }
  }

  /**
   * Counts what {@link #split} will do, and refuses too much of it before it begins. A factor with
   * k children that differ takes {@code 2^k} values, and each of them as many in the factor above
   * as has half the sets of its children, and so on up the tree.
   *
   * @param context how many values it takes to follow one of this factor up the tree
   * @param above the factors that are no plain weighted sums on the way, from the top
   */
  private void checkWork(int factor, boolean straight, double context, List<Integer> above) {
    int node = model.indicators + factor;
    if (!differs[node]) {
      return;
    }
    boolean sum = straight && model.aggregations[factor].isAdditive() && samePattern[node];
    double inner = 0;
    if (!sum) {
      above.add(factor);
      int k = new Mixture(factor).players.length;
      work += Math.pow(2, k) * (1 + context);
      if (k > 20 || work > LIMIT) {
        throw tooLarge(above);
      }
      inner = Math.pow(2, k - 1) * (1 + context);
    }
    for (int child : model.children[factor]) {
      if (child >= model.indicators) {
        checkWork(child - model.indicators, sum, inner, above);
      }
    }
    if (!sum) {
      above.remove(above.size() - 1);
    }
  }

  private IllegalArgumentException tooLarge(List<Integer> above) {
    List<String> wide = new ArrayList<>();
    int last = above.get(above.size() - 1);
    int players = 0;
    for (int factor : above) {
      int k = new Mixture(factor).players.length;
      players = Math.max(players, k);
      if (k > 1) {
        wide.add("'" + model.nodes().get(model.indicators + factor).code() + "'");
      }
    }
    String here = "'" + model.nodes().get(model.indicators + last).code() + "'";
    int differing = new Mixture(last).players.length;
    boolean deep = differing <= 20 && wide.size() > 1;
    return new IllegalArgumentException(
        "Exact contributions in model '"
            + model.model().name()
            + "' would take too long: "
            + (deep
                ? wide.size()
                    + " factors that are no plain weighted sums, or of which the two lack different"
                    + " readings, lie inside each other, from "
                    + wide.get(0)
                    + " down to "
                    + wide.get(wide.size() - 1)
                    + ", with up to "
                    + players
                    + " children that differ. Each of them multiplies the work: make the tree"
                    + " flatter there."
                : differing
                    + " children of factor "
                    + here
                    + " differ, and it is no plain weighted sum, or the two lack different readings."
                    + " Group them into factors of fewer children."));
  }

  /** The values of factors in a row, in buffers that are used again. */
  private static final class Values {

    private final CompiledModel model;
    private final boolean[] present;
    private final double[] shares;
    private final double[][] columns;
    private final double[] out = new double[1];

    Values(CompiledModel model) {
      this.model = model;
      int most = 0;
      for (int[] children : model.children) {
        most = Math.max(most, children.length);
      }
      this.present = new boolean[most];
      this.shares = new double[most];
      this.columns = new double[most][1];
    }

    /** NaN if nothing of weight is there: a factor without data in a factor above is left out. */
    double of(int factor, double[] row) {
      int[] children = model.children[factor];
      for (int c = 0; c < children.length; c++) {
        double value = row[children[c]];
        present[c] = !Double.isNaN(value);
        columns[c][0] = present[c] ? value : 0;
      }
      if (!ChildShares.of(model.shares[factor], present, 1, shares)) {
        return Double.NaN;
      }
      boolean fits = children.length == columns.length;
      double[][] exact = fits ? columns : Arrays.copyOf(columns, children.length);
      model.aggregations[factor].aggregate(exact, shares, out, 1);
      return out[0];
    }

    /** The weight shares that the children of a factor have in a row. */
    double[] shares(int factor, double[] row) {
      of(factor, row);
      return Arrays.copyOf(shares, model.children[factor].length);
    }
  }

  /** A factor's value when some of its children are the first row's and the others the second's. */
  private final class Mixture {

    private final Aggregation aggregation;
    private final int[] children;
    private final double[] nominal;
    private final boolean[] present;
    private final double[] shares;
    private final double[][] columns;
    private final double[] out = new double[1];

    /** Positions of the children that differ. */
    private final int[] players;

    Mixture(int factor) {
      this.aggregation = model.aggregations[factor];
      this.children = model.children[factor];
      this.nominal = model.shares[factor];
      this.present = new boolean[children.length];
      this.shares = new double[children.length];
      this.columns = new double[children.length][1];
      int[] found = new int[children.length];
      int count = 0;
      for (int c = 0; c < children.length; c++) {
        if (differs[children[c]]) {
          found[count++] = c;
        }
      }
      this.players = Arrays.copyOf(found, count);
    }

    double value(int set) {
      fill(set);
      return aggregate();
    }

    double value(int set, int player, double value) {
      fill(set);
      columns[players[player]][0] = value;
      return aggregate();
    }

    private void fill(int set) {
      for (int c = 0; c < children.length; c++) {
        columns[c][0] = second[children[c]];
      }
      for (int p = 0; p < players.length; p++) {
        if ((set >> p & 1) == 1) {
          columns[players[p]][0] = first[children[players[p]]];
        }
      }
    }

    /** NaN if nothing of weight is there: a factor without data in a factor above is left out. */
    private double aggregate() {
      for (int c = 0; c < nominal.length; c++) {
        present[c] = !Double.isNaN(columns[c][0]);
        columns[c][0] = present[c] ? columns[c][0] : 0;
      }
      if (!ChildShares.of(nominal, present, 1, shares)) {
        return Double.NaN;
      }
      aggregation.aggregate(columns, shares, out, 1);
      return out[0];
    }
  }
}
