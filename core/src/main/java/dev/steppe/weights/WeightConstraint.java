package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.internal.math.LinearRow;
import dev.steppe.model.Node;
import dev.steppe.score.Ranking;
import java.util.List;

/**
 * One thing that is known of weights. The weight of a factor is the sum of the effective weights of
 * the indicators below it.
 */
sealed interface WeightConstraint
    permits WeightConstraint.Between, WeightConstraint.Ratio, WeightConstraint.Judgement {

  /** The rows that say the same, each {@code coefficients . weights >= bound}. */
  List<LinearRow> rows(WeightedScores scores);

  /** The countries that it judges. */
  List<CountryProfile> judged();

  /**
   * Narrows bounds of the weights, if it says nothing but bounds of single weights.
   *
   * @param lower by weight; receives greater bounds
   * @param upper by weight; receives lesser bounds
   * @return whether that is all it says
   */
  boolean narrow(WeightedScores scores, double[] lower, double[] upper);

  /**
   * An effective weight lies between two bounds.
   *
   * @param code of an indicator or a factor
   * @param lower at least 0
   * @param upper at most 1, and no less than {@code lower}
   */
  record Between(String code, double lower, double upper) implements WeightConstraint {

    /** Checks the bounds. */
    public Between {
      requireNonNull(code, "code");
      lower = Checks.inRange(lower, 0, 1, "lower bound of the weight of '" + code + "'");
      upper = Checks.inRange(upper, 0, 1, "upper bound of the weight of '" + code + "'");
      if (lower > upper) {
        throw new IllegalArgumentException(
            Text.of(
                "The weight of '%s' needs lower <= upper, but was [%s, %s]", code, lower, upper));
      }
    }

    @Override
    public List<LinearRow> rows(WeightedScores scores) {
      if (Double.compare(lower, 0) == 0 && !isWeighed(scores, code)) {
        // What is left out weighs nothing, which is at most anything.
        return List.of();
      }
      double[] weight = weightOf(scores, code, this);
      return List.of(new LinearRow(weight, lower), new LinearRow(negated(weight), -upper));
    }

    @Override
    public List<CountryProfile> judged() {
      return List.of();
    }

    @Override
    public boolean narrow(WeightedScores scores, double[] least, double[] most) {
      int k = scores.indexOf(code);
      if (k < 0) {
        return rows(scores).isEmpty();
      }
      least[k] = Math.max(least[k], lower);
      most[k] = Math.min(most[k], upper);
      return true;
    }

    @Override
    public String toString() {
      return "weight of '" + code + "' in [" + lower + ", " + upper + "]";
    }
  }

  /**
   * A weight is at least so many times another.
   *
   * @param heavier the code of an indicator or a factor
   * @param lighter the code of another
   * @param times finite and above 0
   */
  record Ratio(String heavier, String lighter, double times) implements WeightConstraint {

    /** Checks the factor. */
    public Ratio {
      requireNonNull(heavier, "heavier");
      requireNonNull(lighter, "lighter");
      if (!(times > 0 && times < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            Text.of(
                "The ratio of the weights of '%s' and '%s' must be finite and > 0, but was %s",
                heavier, lighter, times));
      }
    }

    @Override
    public List<LinearRow> rows(WeightedScores scores) {
      double[] row = weightOf(scores, heavier, this);
      double[] other = weightOf(scores, lighter, this);
      for (int k = 0; k < row.length; k++) {
        row[k] -= times * other[k];
      }
      return List.of(new LinearRow(row, 0));
    }

    @Override
    public List<CountryProfile> judged() {
      return List.of();
    }

    @Override
    public boolean narrow(WeightedScores scores, double[] lower, double[] upper) {
      return false;
    }

    @Override
    public String toString() {
      return Text.of(
          "weight of '%s' at least %sthat of '%s'",
          heavier, times == 1 ? "" : times + " times ", lighter);
    }
  }

  /**
   * A country scores at least so many points more than another.
   *
   * @param riskier the country that is judged to be riskier
   * @param safer the other
   * @param points from 0 to 100; with 0 the two may be level
   */
  record Judgement(CountryProfile riskier, CountryProfile safer, double points)
      implements WeightConstraint {

    /** Checks the points. */
    public Judgement {
      requireNonNull(riskier, "riskier");
      requireNonNull(safer, "safer");
      points = Checks.inRange(points, 0, 100, "points of a judgement");
    }

    @Override
    public List<LinearRow> rows(WeightedScores scores) {
      double[] difference = scores.difference(position(scores, riskier), position(scores, safer));
      return List.of(new LinearRow(difference, points));
    }

    @Override
    public List<CountryProfile> judged() {
      return List.of(riskier, safer);
    }

    @Override
    public boolean narrow(WeightedScores scores, double[] lower, double[] upper) {
      return false;
    }

    private static int position(WeightedScores scores, CountryProfile profile) {
      for (int c = 0; c < scores.cards().size(); c++) {
        if (scores.cards().get(c).profile().equals(profile)) {
          return c;
        }
      }
      throw new AssertionError(profile);
    }

    @Override
    public String toString() {
      return riskier.country()
          + (Ranking.compareScores(points, 0) == 0
              ? " at least as risky as "
              : " riskier by " + points + " points or more than ")
          + safer.country();
    }
  }

  private static double[] negated(double[] row) {
    double[] negated = new double[row.length];
    for (int k = 0; k < row.length; k++) {
      negated[k] = -row[k];
    }
    return negated;
  }

  /** 1 for the weights that a node's weight is the sum of, 0 for the others. */
  private static double[] weightOf(
      WeightedScores scores, String code, WeightConstraint constraint) {
    double[] row = new double[scores.size()];
    if (!mark(scores, scores.model().node(code), row)) {
      throw new IllegalArgumentException(
          "Nothing can be said of the weight of '"
              + code
              + "', because countries lack its readings: "
              + constraint);
    }
    return row;
  }

  private static boolean isWeighed(WeightedScores scores, String code) {
    return mark(scores, scores.model().node(code), new double[scores.size()]);
  }

  private static boolean mark(WeightedScores scores, Node node, double[] row) {
    int position = scores.indexOf(node.code());
    if (position >= 0) {
      row[position] = 1;
      return true;
    }
    boolean found = false;
    for (Node child : node.children()) {
      found |= mark(scores, child, row);
    }
    return found;
  }
}
