package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;
import dev.steppe.internal.tally.ScoreHistogram;
import dev.steppe.model.Range;
import dev.steppe.model.RiskClasses;

/**
 * Where a country's score lies, given what is not known. A score is an index from 0 to 100, not a
 * probability.
 *
 * <pre>{@code
 * UncertaintyAnalysis drawn = UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.uniform());
 * drawn.run(aland, bland).score("BBB").nominal();   // 24.0
 * drawn.run(aland, bland).score("BBB").mean();      // 26.666666666666664
 * }</pre>
 *
 * @param country the country
 * @param nominal the score with the model's weights and central readings
 * @param mean the mean
 * @param standardDeviation the standard deviation of single draws, not of the mean
 * @param meanHalfWidth half the width of the interval of the mean; 0 if the mean is exact
 * @param isExact whether both mean and standard deviation are computed in closed form
 * @param possible what scores the bounds of the readings allow, with the model's weights if these
 *     are known
 * @param counts how many draws round to 0, 0.01, 0.02, ... 100 points, with what is missing and may
 *     be anything ({@link dev.steppe.model.MissingPolicy#bound()}) at the middle of its scale; so
 *     are mean and standard deviation
 * @param safest the same with what is missing at the safe end; the same counts if nothing is
 * @param riskiest the same at the risky end
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
    ImmutableLongArray safest,
    ImmutableLongArray riskiest,
    double z) {

  /**
   * A quantile of the draws: the median is {@code quantile(0.5)}. Draws are counted in steps of
   * 0.01 points, and so the interval is wider by half a step at either end, as far as such scores
   * are possible. Quantiles of scores that differ by less than a step are no finer than that.
   *
   * <p>Where something is missing that may be anything, the interval runs from that of the quantile
   * with it at the safe end to that with it at the risky end, and the value is with it in the
   * middle.
   *
   * @param level in {@code (0, 1)}
   */
  public Quantile quantile(double level) {
    Quantile middle = of(level, counts);
    return isOpen()
        ? new Quantile(
            level, middle.value(), of(level, safest).lower(), of(level, riskiest).upper())
        : middle;
  }

  /** Whether the score depends on something missing that may be anything. */
  public boolean isOpen() {
    return !safest.equals(riskiest);
  }

  private Quantile of(double level, ImmutableLongArray some) {
    return Quantile.of(level, some.toArray(), 0, ScoreHistogram.STEPS, z)
        .widened(0.5 / ScoreHistogram.STEPS, possible);
  }

  /** How probable each class is, of classes that a model states or any others. */
  public ClassAcceptability classes(RiskClasses classes) {
    return ClassAcceptability.of(this, classes);
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
        + "; quantiles of "
        + Text.count(counts.stream().sum(), "draw", "draws")
        + (isOpen() ? ", missing readings at the middle of their scale" : "");
  }
}
