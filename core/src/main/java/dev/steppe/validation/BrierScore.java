package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.table.Table;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How far probabilities were from what happened: the mean of {@code (p - o)^2}, where {@code o} is
 * 1 if the event happened and 0 if not. 0 is best, 1 worst; always saying 0.5 gives 0.25.
 *
 * <p><strong>Not for scores.</strong> A score of this library is an index and no probability, so it
 * has no Brier score; nor does dividing it by 100 make it one. This class takes probabilities in
 * {@code [0, 1]} that were meant as such, and refuses other numbers.
 *
 * <p>The score splits into parts (Murphy 1973), over bins of forecasts with {@code n} cases, mean
 * forecast {@code f} and observed frequency {@code o} each, the frequency of all cases being {@code
 * b}:
 *
 * <ul>
 *   <li>reliability: mean of {@code (f - o)^2}; 0 if the event is as frequent as was said;
 *   <li>resolution: mean of {@code (o - b)^2}; high if the forecasts tell cases apart;
 *   <li>uncertainty: {@code b (1 - b)}, the score of always saying {@code b};
 *   <li>within-bin variance and covariance: 0 where each bin has one forecast value; otherwise what
 *       is lost by taking a bin as one (Stephenson, Coelho and Jolliffe 2008).
 * </ul>
 *
 * <pre>{@code
 * value = reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance
 *
 * BrierScore.of(Map.of("a", 0.1, "b", 0.9, "c", 0.8, "d", 0.3), Outcomes.of("b", "c")).value();
 * // 0.0375
 * }</pre>
 *
 * @param value the Brier score, from 0 to 1
 * @param reliability how far forecasts are from the frequencies that followed
 * @param resolution how far these frequencies differ from bin to bin
 * @param uncertainty how uncertain the event is before any forecast
 * @param withinBinVariance the mean squared distance of forecasts from the mean of their bin
 * @param withinBinCovariance twice the mean product of that distance and the outcome's
 * @param bins the bins that have cases, the lowest forecasts first
 * @param warnings what a reader must know before believing the figure; empty if nothing
 * @see <a href="https://doi.org/10.1175/2007WAF2006116.1">Stephenson, Coelho and Jolliffe (2008),
 *     Two extra components in the Brier score decomposition, Weather and Forecasting 23,
 *     752-757</a>; Murphy (1973), A new vector partition of the probability score, Journal of
 *     Applied Meteorology 12, 595-600; Brier (1950), Verification of forecasts expressed in terms
 *     of probability, Monthly Weather Review 78, 1-3, whose score is twice this one
 * @since 0.1
 */
public record BrierScore(
    double value,
    double reliability,
    double resolution,
    double uncertainty,
    double withinBinVariance,
    double withinBinCovariance,
    ImmutableList<Bin> bins,
    ImmutableList<String> warnings) {

  /** Checks that nothing is missing. */
  public BrierScore {
    requireNonNull(bins, "bins");
    requireNonNull(warnings, "warnings");
  }

  /**
   * Cases with forecasts that count as one.
   *
   * @param cases how many
   * @param meanForecast the mean of their probabilities
   * @param frequency the share of them that had the event
   */
  public record Bin(int cases, double meanForecast, double frequency) {}

  /**
   * The score with one bin for each distinct probability.
   *
   * @param probabilities in {@code [0, 1]}, by the key of the case
   * @throws IllegalArgumentException if there is none, a number is outside {@code [0, 1]}, or an
   *     outcome has no probability or a probability no outcome; the message lists all of it
   */
  public static <K> BrierScore of(Map<K, ? extends Number> probabilities, Outcomes<K> outcomes) {
    return BrierSum.distinct(join(probabilities, outcomes));
  }

  /**
   * The score with bins of equal width: of 10 bins, the first is {@code [0, 0.1)} and the last
   * {@code [0.9, 1]}.
   *
   * @param probabilities in {@code [0, 1]}, by the key of the case
   * @param bins how many bins, at least 1
   * @throws IllegalArgumentException as for {@link #of}, or if there is no bin
   */
  public static <K> BrierScore binned(
      Map<K, ? extends Number> probabilities, Outcomes<K> outcomes, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("Count of bins must be at least 1, but was " + bins);
    }
    return BrierSum.binned(join(probabilities, outcomes), bins);
  }

  private static <K> Cases join(Map<K, ? extends Number> probabilities, Outcomes<K> outcomes) {
    return Cases.join(
        "probability",
        probabilities,
        outcomes,
        value ->
            value >= 0 && value <= 1
                ? null
                : "must be in [0, 1], but was "
                    + value
                    + (value > 1 && value <= 100 ? ". A score is no probability." : ""),
        false);
  }

  /** How many cases there are. */
  public int size() {
    return bins.stream().mapToInt(Bin::cases).sum();
  }

  /** How many of the cases had the event. */
  public int events() {
    return bins.stream().mapToInt(bin -> (int) Math.rint(bin.cases() * bin.frequency())).sum();
  }

  /**
   * The resolution that the forecasts have within and between bins: {@code resolution -
   * withinBinVariance + withinBinCovariance}.
   */
  public double generalizedResolution() {
    return resolution - withinBinVariance + withinBinCovariance;
  }

  /**
   * The Brier skill score against always saying the frequency of these cases: {@code 1 - value /
   * uncertainty}. 1 is perfect, 0 no better, below 0 worse; empty if all cases came out the same.
   */
  public OptionalDouble skill() {
    return uncertainty == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - value / uncertainty);
  }

  /** The parts as a table. */
  public Table toTable() {
    return ValidationTables.brier(this);
  }

  /** What was said and how often it happened, bin by bin, as a table. */
  public Table calibration() {
    return ValidationTables.calibration(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
