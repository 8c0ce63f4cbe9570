package dev.steppe.assertj;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Claims that are all checked, and fail together.
 *
 * <pre>{@code
 * SteppeSoftAssertions.assertSoftly(softly -> {
 *   softly.assertThat(card).hasScoreBetween(40, 60).hasNoMissingReadings();
 *   softly.assertThat(ranking).hasRiskiest("AAA");
 *   softly.assertThat(card.profile().codes()).contains("treaty");   // AssertJ's own
 * });
 * }</pre>
 *
 * @since 0.1
 */
@CheckReturnValue
public class SteppeSoftAssertions extends AbstractSoftAssertions
    implements StandardSoftAssertionsProvider {

  /** Starts to collect; {@code assertAll()} ends it. */
  public SteppeSoftAssertions() {}

  /**
   * Collects what fails in a block, and fails with all of it at its end.
   *
   * @throws AssertionError if a claim in it fails
   */
  public static void assertSoftly(Consumer<SteppeSoftAssertions> claims) {
    SteppeSoftAssertions softly = new SteppeSoftAssertions();
    claims.accept(softly);
    softly.assertAll();
  }

  /** Starts claims about a country's score. */
  public ScorecardAssert assertThat(@Nullable Scorecard actual) {
    return proxy(ScorecardAssert.class, Scorecard.class, actual);
  }

  /** Starts claims about the order of countries. */
  public RankingAssert assertThat(@Nullable Ranking actual) {
    return proxy(RankingAssert.class, Ranking.class, actual);
  }

  /** Starts claims about the difference of two scores. */
  public ComparisonAssert assertThat(@Nullable Comparison actual) {
    return proxy(ComparisonAssert.class, Comparison.class, actual);
  }
}
