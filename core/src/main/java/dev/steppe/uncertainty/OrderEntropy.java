package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.internal.math.SampleMoments;
import java.util.List;

/**
 * Shannon's entropy of what was counted, in bits. All of it is from the expansion of the entropy
 * around the true shares: its first term gives the error, its second the bias.
 *
 * @param plugIn the entropy of the shares that were counted
 * @param correction what to add since counted shares look more certain than they are
 * @param standardError the standard error of either
 * @see <a href="https://doi.org/10.1016/0022-5193(70)90124-4">Hutcheson (1970), A test for
 *     comparing diversities based on the Shannon formula. Journal of Theoretical Biology 29(1),
 *     151-154</a>, equations 3 and 4
 */
record OrderEntropy(double plugIn, double correction, double standardError) {

  private static final double LN_2 = Math.log(2);

  /**
   * The entropy of counts.
   *
   * @param times by thing that was counted, each at least once, and sequence of draws. One sequence
   *     is of independent draws; several are independent of each other, with as many draws each
   * @param draws of all sequences
   */
  static OrderEntropy of(List<ImmutableLongArray> times, long draws) {
    int sequences = times.get(0).length();
    double[] shares = times.stream().mapToDouble(of -> sum(of) / draws).toArray();
    double plugIn = 0;
    for (double p : shares) {
      plugIn += p * surprise(p);
    }
    double beyond = (shares.length - 1) / (2.0 * draws * draws * LN_2 * LN_2);
    return sequences == 1
        ? new OrderEntropy(
            plugIn,
            (shares.length - 1) / (2.0 * draws * LN_2),
            Math.sqrt(spread(shares, plugIn) / draws + beyond))
        : new OrderEntropy(
            plugIn,
            correctionBetween(times, shares, draws),
            Math.sqrt(varianceBetween(times, shares, draws) + beyond));
  }

  private static double sum(ImmutableLongArray times) {
    return times.stream().sum();
  }

  /** In bits: 0 for what is certain, and so without the sign of a negative zero. */
  private static double surprise(double share) {
    return -Math.log(share) / LN_2 + 0.0;
  }

  /** The variance of a draw's surprise. */
  private static double spread(double[] shares, double mean) {
    double spread = 0;
    for (double p : shares) {
      spread += p * (surprise(p) - mean) * (surprise(p) - mean);
    }
    return spread;
  }

  /** Miller's correction with the variance of each share as the sequences show it. */
  private static double correctionBetween(
      List<ImmutableLongArray> times, double[] shares, long draws) {
    int sequences = times.get(0).length();
    double each = (double) draws / sequences;
    double correction = 0;
    for (int k = 0; k < shares.length; k++) {
      double[] figures = times.get(k).stream().mapToDouble(hits -> hits / each).toArray();
      correction += SampleMoments.variance(figures) / sequences / shares[k];
    }
    return correction / (2 * LN_2);
  }

  /** The variance of the mean surprise, as the sequences show it. */
  private static double varianceBetween(
      List<ImmutableLongArray> times, double[] shares, long draws) {
    int sequences = times.get(0).length();
    double each = (double) draws / sequences;
    double[] means = new double[sequences];
    for (int k = 0; k < shares.length; k++) {
      for (int s = 0; s < sequences; s++) {
        means[s] += times.get(k).get(s) / each * surprise(shares[k]);
      }
    }
    double error = SampleMoments.standardDeviation(means) / Math.sqrt(sequences);
    return error * error;
  }
}
