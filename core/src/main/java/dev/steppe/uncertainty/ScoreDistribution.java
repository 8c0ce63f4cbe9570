package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.evidence.Country;
import dev.steppe.internal.tally.ScoreHistogram;
import dev.steppe.model.Range;

/**
 * Where a country's score lies, given what is not known. A score is an index from 0 to 100, not a
 * probability.
 *
 * @param country the country
 * @param nominal the score with the model's weights and central readings
 * @param mean the mean
 * @param standardDeviation the standard deviation of single draws, not of the mean
 * @param meanHalfWidth half the width of the interval of the mean; 0 if the mean is exact
 * @param isExact whether both mean and standard deviation are computed in closed form
 * @param possible what scores the bounds of the readings allow, with the model's weights if these
 *     are known
 * @param counts how many draws round to 0, 0.01, 0.02, ... 100 points
 * @param z the standard normal quantile at the upper end of intervals
 * @since 0.1
 */
public record ScoreDistribution(
    Country country,
    double nominal,
    double mean,
    double standardDeviation,
    double meanHalfWidth,
    boolean isExact,
    Range possible,
    ImmutableLongArray counts,
    double z) {

  /**
   * A quantile of the draws: the median is {@code quantile(0.5)}. Draws are counted in steps of
   * 0.01 points, and so the interval is wider by half a step at either end, as far as such scores
   * are possible. Quantiles of scores that differ by less than a step are no finer than that.
   *
   * @param level in {@code (0, 1)}
   */
  public Quantile quantile(double level) {
    return Quantile.of(level, counts.toArray(), 0, ScoreHistogram.STEPS, z)
        .widened(0.5 / ScoreHistogram.STEPS, possible);
  }

  /** In a line, without the counts. */
  @Override
  public String toString() {
    return country
        + ": score "
        + nominal
        + ", mean "
        + mean
        + ", standard deviation "
        + standardDeviation
        + (isExact ? " (exact)" : " (mean within " + meanHalfWidth + ")")
        + ", of "
        + counts.stream().sum()
        + " draws";
  }
}
