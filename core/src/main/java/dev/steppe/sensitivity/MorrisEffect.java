package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import dev.steppe.internal.math.SampleMoments;
import java.util.Arrays;

/**
 * How an output changes when one input moves, over many points: mean, mean of the absolute values
 * and standard deviation of its elementary effects. An elementary effect is the change of the
 * output divided by the step of the input, which is measured on the scale of its probabilities: 1
 * is the way from its least to its greatest value.
 *
 * @param input the name of the input
 * @param mean the mean effect (mu), in units of the output; effects of opposite signs cancel
 * @param meanAbsolute the mean of the absolute effects (mu star): how much the input matters
 * @param standardDeviation of the effects (sigma): 0 if the effect is the same everywhere, great if
 *     the input acts together with others or not along a straight line
 * @param standardError of {@code meanAbsolute}
 * @since 0.1
 */
public record MorrisEffect(
    String input,
    double mean,
    double meanAbsolute,
    double standardDeviation,
    double standardError) {

  /** Checks that nothing is null. */
  public MorrisEffect {
    requireNonNull(input, "input");
  }

  static MorrisEffect of(String input, double[] effects) {
    double most = Arrays.stream(effects).map(Math::abs).max().orElseThrow();
    if (!(most < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The effect of '"
              + input
              + "' is beyond the range of doubles. Give the output in a greater unit.");
    }
    // By a power of 2, so that squares stay within the range and no digit is lost.
    int exponent = Math.getExponent(most);
    double[] scaled = Arrays.stream(effects).map(e -> Math.scalb(e, -exponent)).toArray();
    double[] sizes = Arrays.stream(scaled).map(Math::abs).toArray();
    return new MorrisEffect(
        input,
        Math.scalb(SampleMoments.mean(scaled), exponent),
        Math.scalb(SampleMoments.mean(sizes), exponent),
        Math.scalb(SampleMoments.standardDeviation(scaled), exponent),
        Math.scalb(SampleMoments.standardDeviation(sizes) / Math.sqrt(effects.length), exponent));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
