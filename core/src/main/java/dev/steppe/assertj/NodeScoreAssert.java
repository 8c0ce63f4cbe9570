package dev.steppe.assertj;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.score.NodeScore;
import dev.steppe.table.Decimals;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;

/**
 * Claims about a factor or an indicator of a scorecard; reached by {@link ScorecardAssert#factor}
 * and {@link ScorecardAssert#indicator}.
 *
 * <pre>{@code
 * assertThat(aland)
 *     .factor("exposure").hasValueBetween(40, 50).hasWeightCloseTo(0.6, within(1e-9))
 *     .returnToScorecard()
 *     .indicator("treaty").hasReadingCloseTo(0, within(1e-9));
 * }</pre>
 *
 * @since 0.1
 */
public class NodeScoreAssert extends Claims<NodeScoreAssert, NodeScore> {

  private final ScorecardAssert origin;

  NodeScoreAssert(NodeScore actual, ScorecardAssert origin) {
    super(actual, NodeScoreAssert.class);
    this.origin = origin;
  }

  /**
   * Claims that the value, of an indicator after normalisation, lies between two bounds, both
   * included.
   *
   * <pre>{@code
   * // exposure has the value 45
   * assertThat(aland).factor("exposure").hasValueBetween(40, 50);   // passes
   * assertThat(aland).factor("exposure").hasValueBetween(50, 60);   // fails
   * }</pre>
   *
   * @throws AssertionError if it does not, or is missing
   * @throws IllegalArgumentException unless {@code 0 <= lower <= upper <= 100}
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert hasValueBetween(double lower, double upper) {
    Numbers.checkBounds(lower, upper, 0, 100);
    String claim = "to have a value between " + lower + " and " + upper;
    double value = present(actual.value(), claim);
    if (!Numbers.isBetween(value, lower, upper)) {
      double bound = value < lower ? lower : upper;
      int decimals = Numbers.decimalsBeside(value, bound);
      throw failed(
          claim,
          "it is "
              + ClaimText.points(value - bound, decimals)
              + (value < lower ? " below." : " above."),
          decimals);
    }
    return this;
  }

  /**
   * Claims that the value, of an indicator after normalisation, is a number, give or take.
   *
   * <pre>{@code
   * // exposure has the value 45
   * assertThat(aland).factor("exposure").hasValueCloseTo(45, within(1e-9));   // passes
   * assertThat(aland).factor("exposure").hasValueCloseTo(46, within(0.5));    // fails
   * }</pre>
   *
   * @throws AssertionError if it is not, or is missing
   * @throws IllegalArgumentException unless the number is in {@code [0, 100]}
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert hasValueCloseTo(double expected, Offset<Double> offset) {
    Numbers.checkExpected(expected, offset, 0, 100);
    String claim = "to have a value close to " + expected + ", " + Numbers.shown(offset);
    return isClose(present(actual.value(), claim), expected, offset, claim);
  }

  /**
   * Claims that an indicator's central reading, before treatment, is a number, give or take.
   *
   * <pre>{@code
   * // border_share was read as 70
   * assertThat(aland).indicator("border_share").hasReadingCloseTo(70, within(1e-9));   // passes
   * assertThat(aland).indicator("border_share").hasReadingCloseTo(65, within(1.0));    // fails
   * }</pre>
   *
   * @throws AssertionError if it is not, or is missing
   * @throws IllegalArgumentException unless the number is finite, or if this is a factor
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert hasReadingCloseTo(double expected, Offset<Double> offset) {
    Numbers.checkExpected(expected, offset, -Double.MAX_VALUE, Double.MAX_VALUE);
    if (!actual.node().isLeaf()) {
      throw new IllegalArgumentException(
          "'" + actual.code() + "' is a factor, which has no reading of its own");
    }
    String claim = "to have a reading close to " + expected + ", " + Numbers.shown(offset);
    return isClose(present(actual.raw(), claim), expected, offset, claim);
  }

  /**
   * Claims which share of its factor's weight was used.
   *
   * <pre>{@code
   * // exposure weighs 3, its only sibling 2
   * assertThat(aland).factor("exposure").hasWeightCloseTo(0.6, within(1e-9));   // passes
   * assertThat(aland).factor("exposure").hasWeightCloseTo(0.5, within(1e-9));   // fails
   * }</pre>
   *
   * @throws AssertionError if it was another
   * @throws IllegalArgumentException unless the share is in {@code [0, 1]}
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert hasWeightCloseTo(double share, Offset<Double> offset) {
    Numbers.checkExpected(share, offset, 0, 1);
    return isClose(
        actual.weight(),
        share,
        offset,
        "to have a weight close to " + share + ", " + Numbers.shown(offset));
  }

  /**
   * Claims which share of the whole weight was used: the product of the shares from the top down.
   *
   * @throws AssertionError if it was another
   * @throws IllegalArgumentException unless the share is in {@code [0, 1]}
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert hasEffectiveWeightCloseTo(double share, Offset<Double> offset) {
    Numbers.checkExpected(share, offset, 0, 1);
    return isClose(
        actual.effectiveWeight(),
        share,
        offset,
        "to have an effective weight close to " + share + ", " + Numbers.shown(offset));
  }

  /**
   * Claims that this much of the weight at or below the node has data.
   *
   * @param share from 0 to 1
   * @throws AssertionError if it has less
   * @throws IllegalArgumentException unless the share is in {@code [0, 1]}
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert hasCoverageAtLeast(double share) {
    Checks.inRange(share, 0, 1, "share");
    if (Numbers.compare(actual.coverage(), share) < 0) {
      int decimals = Numbers.decimalsBeside(actual.coverage(), share);
      throw failed(
          "to have a coverage of at least " + share,
          "it is " + Decimals.fixed(actual.coverage(), decimals) + ".",
          1);
    }
    return this;
  }

  /**
   * Claims that there is no value, for want of readings.
   *
   * @throws AssertionError if there is one, or there can be none, as it does not apply
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert isMissing() {
    if (actual.value().isPresent()) {
      throw failed("to be missing", "it has a value.", 1);
    }
    if (!actual.isApplicable()) {
      throw failed("to be missing", notApplicable(), 1);
    }
    return this;
  }

  /**
   * Claims that it does not apply to the country, so that it has no weight.
   *
   * @throws AssertionError if it does
   */
  @CanIgnoreReturnValue
  public NodeScoreAssert isNotApplicable() {
    if (actual.isApplicable()) {
      throw failed("not to apply", "it does.", 1);
    }
    return this;
  }

  private String notApplicable() {
    return actual
        .notApplicable()
        .map(why -> "it does not apply: " + why.reason() + ".")
        .orElse("nothing below it applies.");
  }

  /** Goes back to claims about the whole scorecard. */
  @CheckReturnValue
  public ScorecardAssert returnToScorecard() {
    return origin;
  }

  private NodeScoreAssert isClose(
      double found, double expected, Offset<Double> offset, String claim) {
    if (!Numbers.isClose(found, expected, offset)) {
      int decimals = Numbers.decimalsBeside(found, expected);
      throw failed(claim, "it is " + Decimals.fixed(found, decimals) + ".", decimals);
    }
    return this;
  }

  private double present(OptionalDouble value, String claim) {
    return value.orElseThrow(
        () -> failed(claim, actual.isApplicable() ? "it is missing." : notApplicable(), 1));
  }

  private AssertionError failed(String claim, String but, int decimals) {
    return failed(
        "Expecting:\n  " + ClaimText.node(actual, decimals) + "\n" + claim + "\nbut " + but);
  }
}
