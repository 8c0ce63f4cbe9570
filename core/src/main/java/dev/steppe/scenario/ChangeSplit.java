package dev.steppe.scenario;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.math.ShapleyWeights;
import dev.steppe.internal.random.SplitMix64;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The Shapley value of the changes of a scenario: v(S) is the score after the changes in S, in the
 * scenario's order, and what cannot apply without a change that is not in S is left out.
 */
final class ChangeSplit {

  private final Scorer scorer;
  private final ImmutableList<Change> changes;
  private final ScenarioEvaluator evaluator;
  private final double base;
  private final double all;
  final double[] points;
  final double[] standardErrors;

  private ChangeSplit(
      Scorer scorer, CountryProfile profile, Scenario scenario, double base, double all) {
    this.scorer = scorer;
    this.changes = scenario.changes();
    this.evaluator = new ScenarioEvaluator(scorer, profile);
    this.base = base;
    this.all = all;
    this.points = new double[changes.size()];
    this.standardErrors = new double[changes.size()];
  }

  /**
   * {@code phi_i = sum over S without i of |S|! (k - |S| - 1)! / k! (v(S + i) - v(S))}, from all
   * {@code 2^k} sets.
   */
  static ChangeSplit exact(
      Scorer scorer, CountryProfile profile, Scenario scenario, double base, double all) {
    ChangeSplit split = new ChangeSplit(scorer, profile, scenario, base, all);
    int k = split.points.length;
    double[] weights = ShapleyWeights.of(k);
    double[] values = split.values(1 << k, set -> i -> (set >> i & 1) == 1);
    for (int i = 0; i < k; i++) {
      split.points[i] = ShapleyWeights.value(weights, values, i);
    }
    return split;
  }

  /**
   * The mean gain of each change over random orders, each with its reverse. Gains along an order
   * sum to the difference, so the means do as well. The standard error is that of the mean of
   * independent pairs.
   */
  static ChangeSplit sampled(
      Scorer scorer,
      CountryProfile profile,
      Scenario scenario,
      double base,
      double all,
      SampleDesign design,
      Progress progress) {
    int pairs = (int) design.size();
    ChangeSplit split = new ChangeSplit(scorer, profile, scenario, base, all);
    double[] squares = new double[split.points.length];
    SplitMix64 random = new SplitMix64(design.seed());
    for (int pair = 0; pair < pairs; pair++) {
      random.restart(design.seed(), 0, pair);
      double[] gains = split.gains(random.order(squares.length));
      for (int i = 0; i < gains.length; i++) {
        double deviation = gains[i] - split.points[i];
        split.points[i] += deviation / (pair + 1); // Welford's update keeps its digits.
        squares[i] += deviation * (gains[i] - split.points[i]);
      }
      progress.tell(pair + 1, pairs);
    }
    for (int i = 0; i < squares.length; i++) {
      split.standardErrors[i] = Math.sqrt(squares[i] / (pairs - 1.0) / pairs);
    }
    return split;
  }

  /** The mean gains along an order and its reverse. */
  private double[] gains(int[] order) {
    Interruption.check();
    int k = order.length;
    int[] place = new int[k];
    for (int i = 0; i < k; i++) {
      place[order[i]] = i;
    }
    // The first n of the order, then the first n of the reverse.
    double[] forward = values(k + 1, n -> i -> place[i] < n);
    double[] backward = values(k + 1, n -> i -> place[i] >= k - n);
    double[] gains = new double[k];
    for (int i = 0; i < k; i++) {
      double first = forward[place[i] + 1] - forward[place[i]];
      double second = backward[k - place[i]] - backward[k - place[i] - 1];
      gains[i] = first / 2 + second / 2;
    }
    return gains;
  }

  /** The set of changes with a number. */
  private interface Sets {
    IntPredicate set(int number);
  }

  private double[] values(int count, Sets sets) {
    double[] values = new double[count];
    evaluator.score(0, count, number -> edit(evaluator.edit(), sets.set(number)), values);
    for (int number = 0; number < count; number++) {
      if (Double.isNaN(values[number])) {
        throw unscored(sets.set(number));
      }
    }
    // The ends are known, and the same to the bit.
    values[0] = base;
    values[count - 1] = all;
    return values;
  }

  private ProfileEdit edit(ProfileEdit edit, IntPredicate set) {
    for (int i = 0; i < changes.size(); i++) {
      if (set.test(i)) {
        edit.apply(changes.get(i));
      }
    }
    return edit;
  }

  private IllegalArgumentException unscored(IntPredicate set) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (set.test(i)) {
        made.add(Integer.toString(i + 1));
      }
    }
    String what = "Changes cannot be told apart, because with " + made + " alone there is no score";
    try {
      scorer.score(edit(evaluator.edit(), set).build("trial"));
    } catch (IllegalArgumentException fault) {
      return new IllegalArgumentException(what + ": " + fault.getMessage(), fault);
    }
    throw new AssertionError(what);
  }

  /** The gain of a change by itself; null if it cannot apply without others. */
  @Nullable Double alone(int change) {
    ProfileEdit edit = evaluator.edit();
    if (edit.apply(changes.get(change)) != null) {
      return null;
    }
    double[] value = new double[1];
    evaluator.score(0, 1, number -> edit, value);
    return Double.isNaN(value[0]) ? null : (Double) (value[0] - base);
  }
}
