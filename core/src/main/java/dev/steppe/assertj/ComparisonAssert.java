package dev.steppe.assertj;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/**
 * Claims about the difference of two scores, first minus second.
 *
 * <pre>{@code
 * assertThat(scorer.compare(aland, bland))
 *     .hasRiskierFirst()
 *     .isDecided()
 *     .isExplainedBy("treaty", "border_share");
 * }</pre>
 *
 * @since 0.1
 */
public class ComparisonAssert extends Claims<ComparisonAssert, Comparison> {

  /** Starts claims; tests rather call {@link SteppeAssertions#assertThat(Comparison)}. */
  public ComparisonAssert(@Nullable Comparison actual) {
    super(actual, ComparisonAssert.class);
  }

  /**
   * Claims that the first score is higher than the second.
   *
   * <pre>{@code
   * // aland scores 67, bland 32
   * assertThat(scorer.compare(aland, bland)).hasRiskierFirst();   // passes
   * assertThat(scorer.compare(bland, aland)).hasRiskierFirst();   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not
   */
  @CanIgnoreReturnValue
  public ComparisonAssert hasRiskierFirst() {
    return differs(1, Margin.NONE);
  }

  /**
   * Claims that the first score is higher than the second by a margin.
   *
   * @throws AssertionError if it is not
   */
  @CanIgnoreReturnValue
  public ComparisonAssert hasRiskierFirst(Margin margin) {
    return differs(1, margin);
  }

  /**
   * Claims that the first score is lower than the second.
   *
   * @throws AssertionError if it is not
   */
  @CanIgnoreReturnValue
  public ComparisonAssert hasRiskierSecond() {
    return differs(-1, Margin.NONE);
  }

  /**
   * Claims that the first score is lower than the second by a margin.
   *
   * @throws AssertionError if it is not
   */
  @CanIgnoreReturnValue
  public ComparisonAssert hasRiskierSecond(Margin margin) {
    return differs(-1, margin);
  }

  private ComparisonAssert differs(int order, Margin margin) {
    requireNonNull(margin, "margin");
    isNotNull();
    Optional<String> fault = Differences.fault(actual, order, margin);
    if (fault.isPresent()) {
      throw failed(fault.get());
    }
    return this;
  }

  /**
   * Claims that the difference, first minus second, lies between two bounds, both included.
   *
   * <pre>{@code
   * // aland scores 67, bland 32
   * assertThat(scorer.compare(aland, bland)).hasDifferenceBetween(30, 40);   // passes
   * assertThat(scorer.compare(bland, aland)).hasDifferenceBetween(30, 40);   // fails: -35
   * }</pre>
   *
   * @throws AssertionError if it does not
   * @throws IllegalArgumentException unless {@code -100 <= lower <= upper <= 100}
   */
  @CanIgnoreReturnValue
  public ComparisonAssert hasDifferenceBetween(double lower, double upper) {
    Numbers.checkBounds(lower, upper, -100, 100);
    isNotNull();
    double difference = actual.difference();
    if (!Numbers.isBetween(difference, lower, upper)) {
      int decimals = Numbers.decimalsBeside(difference, difference < lower ? lower : upper);
      throw failed(
          "to have a difference between " + lower + " and " + upper,
          "but it is " + Decimals.signed(difference, decimals) + " points.",
          decimals);
    }
    return this;
  }

  /**
   * Claims that the difference, first minus second, is a number of points, give or take.
   *
   * <pre>{@code
   * // aland scores 67, bland 32
   * assertThat(scorer.compare(aland, bland)).hasDifferenceCloseTo(35.5, within(1.0));   // passes
   * assertThat(scorer.compare(aland, bland)).hasDifferenceCloseTo(35.5, within(0.1));   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not
   * @throws IllegalArgumentException unless the number is in {@code [-100, 100]}
   */
  @CanIgnoreReturnValue
  public ComparisonAssert hasDifferenceCloseTo(double expected, Offset<Double> offset) {
    Numbers.checkExpected(expected, offset, -100, 100);
    isNotNull();
    if (!Numbers.isClose(actual.difference(), expected, offset)) {
      int decimals = Numbers.decimalsBeside(actual.difference(), expected);
      throw failed(
          "to have a difference close to " + expected + ", " + Numbers.shown(offset),
          "but it is " + Decimals.signed(actual.difference(), decimals) + " points.",
          decimals);
    }
    return this;
  }

  /**
   * Claims that no reading within its bounds can turn the order round.
   *
   * <pre>{@code
   * // aland scores from 64 to 70, bland 32, eland from 31 to 37
   * assertThat(scorer.compare(aland, bland)).isDecided();   // passes
   * assertThat(scorer.compare(bland, eland)).isDecided();   // fails
   * }</pre>
   *
   * @throws AssertionError if some can
   */
  @CanIgnoreReturnValue
  public ComparisonAssert isDecided() {
    isNotNull();
    if (!actual.isDecided()) {
      throw failed("to be decided", allowed() + uncertain(), Differences.decimals(actual));
    }
    return this;
  }

  /**
   * Claims that readings within their bounds can turn the order round; the opposite of {@link
   * #isDecided}.
   *
   * @throws AssertionError if none can
   */
  @CanIgnoreReturnValue
  public ComparisonAssert isUndecided() {
    isNotNull();
    if (actual.isDecided()) {
      throw failed("to be undecided", allowed(), Differences.decimals(actual));
    }
    return this;
  }

  /**
   * Claims that the order holds for all weights of indicators of which none differs from the
   * model's by more than a change. Two countries that are level have no order, and fail.
   *
   * <pre>{@code
   * // border_share, trade_share and treaty weigh 0.3, 0.3 and 0.4; aland leads by 35
   * assertThat(scorer.compare(aland, bland)).isRobustToWeightChangesUpTo(0.1);   // passes
   * }</pre>
   *
   * @param change of an effective weight, as a share of all weight, in {@code [0, 1]}
   * @throws AssertionError if some such weights bring the two level
   * @throws IllegalArgumentException if the change is outside {@code [0, 1]}, or as {@link
   *     WeightFlip#of(Comparison, WeightDistance)}
   */
  @CanIgnoreReturnValue
  public ComparisonAssert isRobustToWeightChangesUpTo(double change) {
    isNotNull();
    return robust(change, WeightFlip.of(actual, WeightDistance.LARGEST));
  }

  /**
   * The same when weight moves between the children of one factor only.
   *
   * @param factor the code of the factor; the model's name for the top
   */
  @CanIgnoreReturnValue
  public ComparisonAssert isRobustToWeightChangesUpTo(double change, String factor) {
    isNotNull();
    return robust(change, WeightFlip.within(actual, factor, WeightDistance.LARGEST));
  }

  private ComparisonAssert robust(double change, WeightFlip flip) {
    Robustness.fault(change, flip)
        .ifPresent(
            fault -> {
              throw failed(
                  "to keep its order whatever weights change by up to " + change,
                  fault,
                  Differences.decimals(actual));
            });
    return this;
  }

  /** The readings that leave it open. */
  private String uncertain() {
    List<String> open = new ArrayList<>();
    for (Scorecard card : List.of(actual.first(), actual.second())) {
      for (NodeScore node : card.nodes()) {
        if (node.effectiveWeight() > 0 && node.indicator().isPresent()) {
          Optional<Estimate> estimate = card.profile().estimate(node.code());
          estimate
              .filter(e -> e.lower() < e.upper())
              .ifPresent(
                  e -> open.add(card.country().code() + " '" + node.code() + "' (" + e + ")"));
        }
      }
    }
    return open.isEmpty() ? "" : "\nUncertain are: " + String.join(", ", open) + ".";
  }

  private String allowed() {
    double least = actual.range().lower();
    double most = actual.range().upper();
    int decimals = Math.max(Numbers.decimals(least, 0), Numbers.decimals(most, 0));
    return Numbers.compare(least, most) == 0
        ? "but the difference is exactly " + Decimals.signed(least, decimals) + " points."
        : Text.of(
            "but the bounds of the readings allow differences from %s to %s points.",
            Decimals.signed(least, decimals), Decimals.signed(most, decimals));
  }

  /**
   * Claims that these are the largest contributions to the difference: each is larger in size,
   * whatever its sign, than that of every other indicator. Their order does not matter.
   *
   * <p>The codes are all of indicators, which are held against all other {@linkplain
   * Comparison#contributions() indicators}, or all of factors (and indicators) at the top of the
   * model, held against {@linkplain Comparison#byFactor() the others there}. A contribution of
   * nothing explains nothing, and of two equal ones neither is larger.
   *
   * <pre>{@code
   * // treaty +20, border_share +18, trade_share -3
   * assertThat(aland.compareWith(bland)).isExplainedBy("treaty");                   // passes
   * assertThat(aland.compareWith(bland)).isExplainedBy("border_share", "treaty");   // passes
   * assertThat(aland.compareWith(bland)).isExplainedBy("trade_share");              // fails
   * }</pre>
   *
   * @throws AssertionError if they are not
   * @throws IllegalArgumentException if there is no code, one comes twice, or they are neither all
   *     of indicators nor all at the top; or see {@link Comparison#contributions}
   */
  @CanIgnoreReturnValue
  public ComparisonAssert isExplainedBy(String... codes) {
    isNotNull();
    Explanation claimed = Explanation.of(actual.first().model(), codes);
    Supplier<ImmutableList<Contribution>> parts =
        claimed.parts(actual::contributions, actual::byFactor);
    Optional<String> fault = claimed.fault(parts);
    if (fault.isPresent()) {
      int decimals = Differences.decimals(actual);
      throw failed(
          Text.of(
              "%sto be explained by %s\n%s%s",
              expecting(decimals),
              claimed,
              fault.get(),
              ClaimText.contributions(actual, parts, decimals)));
    }
    return this;
  }

  /**
   * Claims what an indicator, or all indicators below a factor, add to the difference.
   *
   * <pre>{@code
   * // treaty +20, border_share +18, trade_share -3
   * assertThat(aland.compareWith(bland)).hasContribution("treaty", 20, within(1e-9));    // passes
   * assertThat(aland.compareWith(bland)).hasContribution("treaty", -20, within(1e-9));   // fails
   * }</pre>
   *
   * @param points from -100 to 100
   * @throws AssertionError if it adds another number of points
   * @throws IllegalArgumentException if the model has no such node, or the points are out of range;
   *     or see {@link Comparison#contributions}
   */
  @CanIgnoreReturnValue
  public ComparisonAssert hasContribution(String code, double points, Offset<Double> offset) {
    requireNonNull(code, "code");
    Numbers.checkExpected(points, offset, -100, 100);
    isNotNull();
    double found = actual.contribution(code).points();
    if (!Numbers.isClose(found, points, offset)) {
      int decimals = Numbers.decimalsBeside(found, points);
      throw failed(
          Text.of(
              "to have a contribution of '%s' close to %s, %s",
              code, points, Numbers.shown(offset)),
          "but it is " + Decimals.signed(found, decimals) + " points.",
          decimals);
    }
    return this;
  }

  /** Goes on with claims about the first score. */
  @CheckReturnValue
  public ScorecardAssert first() {
    isNotNull();
    return new ScorecardAssert(actual.first()).reachedFrom(this, "first");
  }

  /** Goes on with claims about the second score. */
  @CheckReturnValue
  public ScorecardAssert second() {
    isNotNull();
    return new ScorecardAssert(actual.second()).reachedFrom(this, "second");
  }

  private AssertionError failed(String claim, String but, int decimals) {
    return failed(
        expecting(decimals) + claim + "\n" + but + ClaimText.contributions(actual, decimals));
  }

  private String expecting(int decimals) {
    return Text.of(
        "Expecting:\n  %s\nminus:\n  %s\n",
        ClaimText.card(actual.first(), decimals), ClaimText.card(actual.second(), decimals));
  }
}
