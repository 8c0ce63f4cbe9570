package dev.steppe.internal.tally;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums of doubles that have the same bits in any order and however they are grouped: a number is
 * rounded to a multiple of {@code 2^-53} once, and whole numbers are added from then on. Not
 * thread-safe.
 */
public final class ReproducibleSums implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int PLACES = 53;
  private static final double UNITS = 0x1.0p53;
  private static final long MASK = (1L << PLACES) - 1;

  private final long[] whole;

  /** In units of 2^-53, from 0 to below 1. */
  private final long[] fraction;

  /** A number of sums, all 0. */
  public ReproducibleSums(int count) {
    whole = new long[count];
    fraction = new long[count];
  }

  /** How many sums there are. */
  public int size() {
    return whole.length;
  }

  /**
   * Adds a number to each sum.
   *
   * @param numbers far below {@code 2^63} in size, as the sums must be
   */
  public void add(double[] numbers) {
    for (int i = 0; i < whole.length; i++) {
      double floor = Math.floor(numbers[i]);
      add(i, (long) floor, (long) Math.rint((numbers[i] - floor) * UNITS));
    }
  }

  /** Adds others to these, one by one. */
  public void add(ReproducibleSums others) {
    for (int i = 0; i < whole.length; i++) {
      add(i, others.whole[i], others.fraction[i]);
    }
  }

  private void add(int i, long wholes, long units) {
    long sum = fraction[i] + units;
    whole[i] += wholes + (sum >>> PLACES);
    fraction[i] = sum & MASK;
  }

  /**
   * Whether all sums have both of their parts, in their ranges, as those that were read may not.
   */
  public boolean areWhole() {
    return whole.length == fraction.length
        && Arrays.stream(fraction).allMatch(units -> units >= 0 && units <= MASK);
  }

  /** A sum. */
  public double get(int i) {
    return whole[i] + fraction[i] / UNITS;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ReproducibleSums other
        && Arrays.equals(whole, other.whole)
        && Arrays.equals(fraction, other.fraction);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(whole) + Arrays.hashCode(fraction);
  }
}
