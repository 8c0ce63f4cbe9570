package dev.steppe.assertj;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.steppe.evidence.OwnEstimate;
import dev.steppe.model.OwnAggregation;
import dev.steppe.model.OwnNormalization;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Where claims about scores start.
 *
 * <p>This extends AssertJ's own {@link Assertions}, so that one static import serves a whole test:
 *
 * <pre>{@code
 * import static dev.steppe.assertj.SteppeAssertions.assertThat;
 * import static dev.steppe.assertj.SteppeAssertions.within;
 *
 * assertThat(card).hasScoreCloseTo(67, within(0.1));     // a ScorecardAssert
 * assertThat(card.profile().codes()).contains("treaty"); // AssertJ's own
 * }</pre>
 *
 * <p>Importing {@code assertThat} from both classes is fine as well: the compiler takes the one
 * whose parameter type is closest. A project with assertions of its own may extend this class in
 * turn.
 *
 * <p>To collect failures instead of stopping at the first:
 *
 * <pre>{@code
 * SteppeSoftAssertions.assertSoftly(softly -> {
 *   softly.assertThat(card).hasScoreBetween(40, 60).hasNoMissingReadings();
 *   softly.assertThat(ranking).hasRiskiest("AAA");
 * });
 * }</pre>
 *
 * @since 0.1
 */
@CheckReturnValue
public class SteppeAssertions extends Assertions {

  /** For classes that add assertions of their own. */
  protected SteppeAssertions() {}

  /** Starts claims about a country's score. */
  public static ScorecardAssert assertThat(@Nullable Scorecard actual) {
    return new ScorecardAssert(actual);
  }

  /** Starts claims about the order of countries. */
  public static RankingAssert assertThat(@Nullable Ranking actual) {
    return new RankingAssert(actual);
  }

  /** Starts claims about the difference of two scores. */
  public static ComparisonAssert assertThat(@Nullable Comparison actual) {
    return new ComparisonAssert(actual);
  }

  /** Starts claims about a scale of one's own. */
  public static OwnNormalizationAssert assertThat(@Nullable OwnNormalization actual) {
    return new OwnNormalizationAssert(actual);
  }

  /** Starts claims about an aggregation of one's own. */
  public static OwnAggregationAssert assertThat(@Nullable OwnAggregation actual) {
    return new OwnAggregationAssert(actual);
  }

  /** Starts claims about a distribution of one's own. */
  public static OwnEstimateAssert assertThat(@Nullable OwnEstimate actual) {
    return new OwnEstimateAssert(actual);
  }

  /**
   * The least by which one score must exceed another.
   *
   * <pre>{@code
   * assertThat(aland).isRiskierThan(bland, byAtLeast(10));
   * }</pre>
   *
   * @param points in points of the scale from 0 to 100
   * @throws IllegalArgumentException unless the points are in {@code [0, 100]}
   */
  public static Margin byAtLeast(double points) {
    return new Margin(points);
  }
}
