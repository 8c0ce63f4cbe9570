package dev.steppe.assertj;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskClasses;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/**
 * Claims about a country's score.
 *
 * <pre>{@code
 * assertThat(aland)
 *     .isRiskierThan(bland)
 *     .hasScoreBetween(60, 70)
 *     .isExplainedBy("treaty", "border_share");
 * }</pre>
 *
 * A claim that fails shows the score with its range and coverage, the other score if there is one,
 * and the largest contributions:
 *
 * <pre>{@code
 * Expecting:
 *   Bland (BBB): 32.0, range 32.0 to 32.0, coverage 100 %
 * to be riskier than:
 *   Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
 * but it is less risky, by 35.0 points.
 *
 * Largest contributions   BBB    AAA  Points
 * ---------------------  ----  -----  ------
 * treaty                 50.0  100.0   -20.0
 * border_share           10.0   70.0   -18.0
 * trade_share            30.0   20.0    +3.0
 * }</pre>
 *
 * @since 0.1
 */
public class ScorecardAssert extends Claims<ScorecardAssert, Scorecard> {

  private @Nullable Likelihood claimed;

  /** Starts claims; tests rather call {@link SteppeAssertions#assertThat(Scorecard)}. */
  public ScorecardAssert(@Nullable Scorecard actual) {
    super(actual, ScorecardAssert.class);
  }

  /**
   * Claims that the score is higher than the other.
   *
   * <pre>{@code
   * // aland scores 67, bland 32
   * assertThat(aland).isRiskierThan(bland);   // passes
   * assertThat(bland).isRiskierThan(aland);   // fails
   * assertThat(aland).isRiskierThan(aland);   // fails: the scores are equal
   * }</pre>
   *
   * @throws AssertionError if it is not, or the two come from different models
   */
  @CanIgnoreReturnValue
  public ScorecardAssert isRiskierThan(Scorecard other) {
    return differs(other, 1, Margin.NONE);
  }

  /**
   * Claims that the score is higher than the other by a margin.
   *
   * <pre>{@code
   * // aland scores 67, bland 32
   * assertThat(aland).isRiskierThan(bland, byAtLeast(35));   // passes
   * assertThat(aland).isRiskierThan(bland, byAtLeast(40));   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not, or the two come from different models
   */
  @CanIgnoreReturnValue
  public ScorecardAssert isRiskierThan(Scorecard other, Margin margin) {
    return differs(other, 1, margin);
  }

  /**
   * Claims that the score is lower than the other.
   *
   * <pre>{@code
   * // aland scores 67, bland 32
   * assertThat(bland).isLessRiskyThan(aland);   // passes
   * assertThat(aland).isLessRiskyThan(bland);   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not, or the two come from different models
   */
  @CanIgnoreReturnValue
  public ScorecardAssert isLessRiskyThan(Scorecard other) {
    return differs(other, -1, Margin.NONE);
  }

  /**
   * Claims that the score is lower than the other by a margin; see {@link #isRiskierThan(Scorecard,
   * Margin)}.
   *
   * @throws AssertionError if it is not, or the two come from different models
   */
  @CanIgnoreReturnValue
  public ScorecardAssert isLessRiskyThan(Scorecard other, Margin margin) {
    return differs(other, -1, margin);
  }

  /**
   * Claims that the order claimed just before holds this surely, when readings are drawn from their
   * estimates 100,000 times and the weights are those of the model.
   *
   * <pre>{@code
   * // aland scores from 64 to 70, bland 32
   * assertThat(aland).isRiskierThan(bland).withProbabilityAtLeast(0.95);   // passes
   * // eland scores from 31 to 37: above 32 in 5 of 6 draws
   * assertThat(eland).isRiskierThan(bland).withProbabilityAtLeast(0.95);   // fails
   * }</pre>
   *
   * <p>The lower end of the interval must reach the probability, so that a claim does not pass by
   * the luck of its draws; an exact probability is held to it as it is.
   *
   * @param probability in {@code [0, 1]}
   * @throws AssertionError if it does not
   * @throws IllegalArgumentException if the probability is out of range, or see {@link
   *     UncertaintyAnalysis#run(Iterable)}
   * @throws IllegalStateException unless {@link #isRiskierThan(Scorecard)} or {@link
   *     #isLessRiskyThan(Scorecard)}, without a margin, comes before
   */
  @CanIgnoreReturnValue
  public ScorecardAssert withProbabilityAtLeast(double probability) {
    isNotNull();
    return withProbabilityAtLeast(probability, UncertaintyAnalysis.of(actual.scorer()));
  }

  /**
   * The same for another analysis, such as one in which weights are drawn.
   *
   * <pre>{@code
   * // aland is ahead by 60 and 50 points, and behind by 10: it leads with 41/42 of all weights
   * UncertaintyAnalysis anyWeights =
   *     UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.uniform());
   * assertThat(aland).isRiskierThan(bland).withProbabilityAtLeast(0.9, anyWeights);
   * }</pre>
   *
   * @param analysis of the model of the score
   */
  @CanIgnoreReturnValue
  public ScorecardAssert withProbabilityAtLeast(double probability, UncertaintyAnalysis analysis) {
    Checks.inRange(probability, 0, 1, "probability");
    requireNonNull(analysis, "analysis");
    isNotNull();
    Likelihood order = claimed;
    if (order == null) {
      throw new IllegalStateException(
          "withProbabilityAtLeast follows isRiskierThan(other) or isLessRiskyThan(other), without a"
              + " margin");
    }
    Comparison comparison = Differences.of(this, actual, order.other(), "to be compared with");
    Optional<String> fault = order.fault(comparison, probability, analysis);
    if (fault.isPresent()) {
      throw failed(fault.get());
    }
    return this;
  }

  /**
   * Claims that the score is lower than the other even if something changes for this country.
   *
   * <pre>{@code
   * assertThat(kazakhstan).staysBelow(ukraine).underScenario(Scenario.of(Change.leave("CSTO")));
   * }</pre>
   *
   * @param other whose score stays as it is
   */
  @CheckReturnValue
  public ScenarioClaim staysBelow(Scorecard other) {
    return new ScenarioClaim(this, actual, requireNonNull(other, "other"), -1);
  }

  /**
   * Claims that the score is higher than the other even if something changes; see {@link
   * #staysBelow}.
   */
  @CheckReturnValue
  public ScenarioClaim staysAbove(Scorecard other) {
    return new ScenarioClaim(this, actual, requireNonNull(other, "other"), 1);
  }

  private ScorecardAssert differs(Scorecard other, int order, Margin margin) {
    requireNonNull(other, "other");
    requireNonNull(margin, "margin");
    isNotNull();
    claimed = margin.equals(Margin.NONE) ? new Likelihood(other, order) : null;
    String claim = "to be " + Differences.claim(order) + " than";
    Optional<String> fault =
        Differences.fault(Differences.of(this, actual, other, claim), order, margin);
    if (fault.isPresent()) {
      throw failed(fault.get());
    }
    return this;
  }

  /**
   * Claims that the score lies between two bounds, both included.
   *
   * <pre>{@code
   * // aland scores 67
   * assertThat(aland).hasScoreBetween(60, 67);   // passes
   * assertThat(aland).hasScoreBetween(50, 60);   // fails
   * }</pre>
   *
   * @throws AssertionError if it does not
   * @throws IllegalArgumentException unless {@code 0 <= lower <= upper <= 100}
   */
  @CanIgnoreReturnValue
  public ScorecardAssert hasScoreBetween(double lower, double upper) {
    Numbers.checkBounds(lower, upper, 0, 100);
    isNotNull();
    double value = actual.value();
    if (!Numbers.isBetween(value, lower, upper)) {
      double bound = value < lower ? lower : upper;
      int decimals = Numbers.decimalsBeside(value, bound);
      throw failed(
          Text.of(
              "%sto have a score between %s and %s\nbut it is %s %s.%s",
              expecting(decimals),
              lower,
              upper,
              ClaimText.points(value - bound, decimals),
              value < lower ? "below" : "above",
              ClaimText.contributions(actual, decimals)));
    }
    return this;
  }

  /**
   * Claims that the score is in a class of the {@linkplain dev.steppe.model.RiskModel#classes
   * model's}.
   *
   * <pre>{@code
   * // aland scores 67; low < 25 < medium < 50 < high
   * assertThat(aland).isInClass("high");     // passes
   * assertThat(aland).isInClass("medium");   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not, or the model states no classes
   * @throws IllegalArgumentException if the model states classes, but none of the name
   */
  @CanIgnoreReturnValue
  public ScorecardAssert isInClass(String name) {
    requireNonNull(name, "name");
    isNotNull();
    Optional<RiskClasses> classes = actual.model().classes();
    if (classes.isEmpty()) {
      throw failed(
          Text.of("%sto be in class '%s'\nbut its model states no classes.", expecting(1), name));
    }
    int expected = classes.get().indexOf(name);
    if (classes.get().indexOf(actual.value()) != expected) {
      throw failed(
          Text.of(
              "%sto be in class '%s' of %s\nbut it is %s.%s",
              expecting(1),
              name,
              classes.get(),
              classes.get().describe(actual.value()),
              ClaimText.contributions(actual, 1)));
    }
    return this;
  }

  /**
   * Claims that the score is a number, give or take.
   *
   * <pre>{@code
   * // aland scores 67
   * assertThat(aland).hasScoreCloseTo(66.5, within(1.0));   // passes
   * assertThat(aland).hasScoreCloseTo(66.5, within(0.1));   // fails
   * }</pre>
   *
   * @throws AssertionError if it is not
   * @throws IllegalArgumentException unless the number is in {@code [0, 100]}
   */
  @CanIgnoreReturnValue
  public ScorecardAssert hasScoreCloseTo(double expected, Offset<Double> offset) {
    Numbers.checkExpected(expected, offset, 0, 100);
    isNotNull();
    if (!Numbers.isClose(actual.value(), expected, offset)) {
      int decimals = Numbers.decimalsBeside(actual.value(), expected);
      throw failed(
          Text.of(
              "%sto have a score close to %s, %s\nbut the difference is %s.%s",
              expecting(decimals),
              expected,
              Numbers.shown(offset),
              ClaimText.points(actual.value() - expected, decimals),
              ClaimText.contributions(actual, decimals)));
    }
    return this;
  }

  /**
   * Claims that whatever the uncertain readings turn out to be, the score lies between two bounds,
   * both included.
   *
   * <pre>{@code
   * // aland scores 67, from 64 to 70
   * assertThat(aland).hasRangeWithin(60, 70);   // passes
   * assertThat(aland).hasRangeWithin(60, 68);   // fails
   * }</pre>
   *
   * @throws AssertionError if it need not
   * @throws IllegalArgumentException unless {@code 0 <= lower <= upper <= 100}
   */
  @CanIgnoreReturnValue
  public ScorecardAssert hasRangeWithin(double lower, double upper) {
    Numbers.checkBounds(lower, upper, 0, 100);
    isNotNull();
    double least = actual.range().lower();
    double most = actual.range().upper();
    boolean low = Numbers.compare(least, lower) >= 0;
    boolean high = Numbers.compare(most, upper) <= 0;
    if (!low || !high) {
      int decimals =
          Math.max(Numbers.decimalsBeside(least, lower), Numbers.decimalsBeside(most, upper));
      List<String> beyond = new ArrayList<>();
      if (!low) {
        beyond.add("down to " + Decimals.fixed(least, decimals));
      }
      if (!high) {
        beyond.add("up to " + Decimals.fixed(most, decimals));
      }
      throw failed(
          Text.of(
              "%sto have a range within %s and %s\nbut the bounds of its readings allow scores"
                  + " %s.%s",
              expecting(decimals), lower, upper, Text.list(beyond), new Gaps(actual).inWords()));
    }
    return this;
  }

  /**
   * Claims that this much of the effective weight has data.
   *
   * <pre>{@code
   * // 'treaty', with an effective weight of 0.4, has no reading
   * assertThat(card).hasCoverageAtLeast(0.6);   // passes
   * assertThat(card).hasCoverageAtLeast(0.9);   // fails, and names 'treaty'
   * }</pre>
   *
   * @param share from 0 to 1
   * @throws AssertionError if it has less
   * @throws IllegalArgumentException unless the share is in {@code [0, 1]}
   */
  @CanIgnoreReturnValue
  public ScorecardAssert hasCoverageAtLeast(double share) {
    Checks.inRange(share, 0, 1, "share");
    isNotNull();
    if (Numbers.compare(actual.coverage(), share) < 0) {
      int decimals = Numbers.decimalsBeside(actual.coverage(), share);
      throw failed(
          Text.of(
              "%sto have a coverage of at least %s\nbut it is %s.%s",
              expecting(1),
              share,
              Decimals.fixed(actual.coverage(), decimals),
              new Gaps(actual).withWeights()));
    }
    return this;
  }

  /**
   * Claims that every indicator that weighs anything has a reading.
   *
   * <pre>{@code
   * assertThat(card).hasNoMissingReadings();   // fails, and names 'treaty', if that has none
   * }</pre>
   *
   * @throws AssertionError if one has none
   */
  @CanIgnoreReturnValue
  public ScorecardAssert hasNoMissingReadings() {
    isNotNull();
    List<String> missing = new Gaps(actual).missing();
    if (!missing.isEmpty()) {
      throw failed(
          Text.of(
              "%sto have no missing readings\nbut %s missing.%s",
              expecting(1),
              Text.count(missing.size(), "is", "are"),
              new Gaps(actual).withWeights()));
    }
    return this;
  }

  /**
   * Claims that every reading that counts states its source.
   *
   * @throws AssertionError that lists those that do not
   */
  @CanIgnoreReturnValue
  public ScorecardAssert hasStatedSources() {
    isNotNull();
    List<String> unstated =
        actual.nodes().stream()
            .filter(node -> node.readings().stream().anyMatch(r -> !r.source().isStated()))
            .map(NodeScore::code)
            .toList();
    if (!unstated.isEmpty()) {
      throw failed(
          Text.of(
              "%sto have a source for every reading\nbut there is none for %s.",
              expecting(1), Text.quoted(unstated)));
    }
    return this;
  }

  /**
   * Goes on with a claim about what a scenario does to the score.
   *
   * <pre>{@code
   * assertThat(card).underScenario(Scenario.of(Change.leave("CSTO"))).rises(byAtLeast(1));
   * }</pre>
   *
   * @throws IllegalArgumentException if the scenario cannot apply to the country, or leaves no
   *     score
   */
  @CheckReturnValue
  public ChangeClaim underScenario(Scenario scenario) {
    requireNonNull(scenario, "scenario");
    isNotNull();
    return ChangeClaim.under(this, actual, scenario);
  }

  /**
   * Goes on with a claim about what happens while a reading goes from one number to another, and
   * all others stay: in 100 even steps, or through the only readings that there can be where an
   * indicator has levels or categories.
   *
   * <pre>{@code
   * assertThat(card).withReadingFrom("treaty", 0, 1).falls();   // a treaty never does harm
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no such indicator, a number is not finite, or
   *     there is no score for it
   */
  @CheckReturnValue
  public ChangeClaim withReadingFrom(String indicator, double first, double last) {
    Checks.finite(first, "first reading");
    Checks.finite(last, "last reading");
    isNotNull();
    return ChangeClaim.along(this, actual, indicator, first, last);
  }

  /**
   * Claims that these are the largest contributions to the score: each is larger in size than that
   * of every other indicator. Their order does not matter.
   *
   * <p>The codes are all of indicators, which are held against all other {@linkplain
   * Scorecard#contributions() indicators}, or all of factors (and indicators) at the top of the
   * model, held against {@linkplain Scorecard#byFactor() the others there}. A contribution of
   * nothing explains nothing, and of two equal ones neither is larger.
   *
   * <pre>{@code
   * // treaty +40, border_share +21, trade_share +6
   * assertThat(aland).isExplainedBy("treaty");                   // passes
   * assertThat(aland).isExplainedBy("border_share", "treaty");   // passes
   * assertThat(aland).isExplainedBy("border_share");             // fails: treaty is larger
   * }</pre>
   *
   * @throws AssertionError if they are not
   * @throws IllegalArgumentException if there is no code, one comes twice, or they are neither all
   *     of indicators nor all at the top; or see {@link Scorecard#contributions}
   */
  @CanIgnoreReturnValue
  public ScorecardAssert isExplainedBy(String... codes) {
    isNotNull();
    Explanation claimed = Explanation.of(actual.model(), codes);
    Supplier<ImmutableList<Contribution>> parts =
        claimed.parts(actual::contributions, actual::byFactor);
    Optional<String> fault = claimed.fault(parts);
    if (fault.isPresent()) {
      throw failed(
          Text.of(
              "%sto be explained by %s\n%s%s",
              expecting(1), claimed, fault.get(), ClaimText.contributions(actual, parts, 1)));
    }
    return this;
  }

  /**
   * Claims what an indicator, or all indicators below a factor, add to the score.
   *
   * <pre>{@code
   * // treaty +40, border_share +21, trade_share +6; the latter two make up exposure
   * assertThat(aland).hasContribution("exposure", 27, within(1e-9));    // passes
   * assertThat(aland).hasContribution("trade_share", 5, within(0.1));   // fails
   * }</pre>
   *
   * @param points from -100 to 100
   * @throws AssertionError if it adds another number of points
   * @throws IllegalArgumentException if the model has no such node, or the points are out of range;
   *     or see {@link Scorecard#contributions}
   */
  @CanIgnoreReturnValue
  public ScorecardAssert hasContribution(String code, double points, Offset<Double> offset) {
    requireNonNull(code, "code");
    Numbers.checkExpected(points, offset, -100, 100);
    isNotNull();
    double found = actual.contribution(code).points();
    if (!Numbers.isClose(found, points, offset)) {
      int decimals = Numbers.decimalsBeside(found, points);
      throw failed(
          Text.of(
              "%sto have a contribution of '%s' close to %s, %s\nbut it is %s points.%s",
              expecting(1),
              code,
              points,
              Numbers.shown(offset),
              Decimals.signed(found, decimals),
              ClaimText.contributions(actual, decimals)));
    }
    return this;
  }

  /**
   * Goes on with claims about a factor.
   *
   * <pre>{@code
   * assertThat(aland).factor("exposure").hasValueBetween(40, 50);
   * }</pre>
   *
   * @throws IllegalArgumentException if the model has no such factor
   */
  @CheckReturnValue
  public NodeScoreAssert factor(String code) {
    isNotNull();
    actual.model().factor(code);
    return new NodeScoreAssert(actual.node(code), this).reachedFrom(this, "factor '" + code + "'");
  }

  /**
   * Goes on with claims about an indicator.
   *
   * <pre>{@code
   * assertThat(aland).indicator("treaty").hasValueCloseTo(100, within(1e-9));
   * }</pre>
   *
   * @throws IllegalArgumentException if the model has no such indicator
   */
  @CheckReturnValue
  public NodeScoreAssert indicator(String code) {
    isNotNull();
    actual.model().criterion(code);
    return new NodeScoreAssert(actual.node(code), this)
        .reachedFrom(this, "indicator '" + code + "'");
  }

  /**
   * Goes on with claims about the difference: this score minus the other.
   *
   * @throws AssertionError if the two come from different models
   */
  @CheckReturnValue
  public ComparisonAssert comparedWith(Scorecard other) {
    requireNonNull(other, "other");
    isNotNull();
    Comparison comparison = Differences.of(this, actual, other, "to be compared with");
    return new ComparisonAssert(comparison)
        .reachedFrom(this, "compared with " + other.country().code());
  }

  private String expecting(int decimals) {
    return "Expecting:\n  " + ClaimText.card(actual, decimals) + "\n";
  }
}
