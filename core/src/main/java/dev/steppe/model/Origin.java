package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How a criterion was before it was fitted to a reference set. No score depends on it, and neither
 * does the {@linkplain RiskModel#fingerprint fingerprint}, which counts what was fitted.
 *
 * <p>The goalposts of a fitted {@code minMax()} are any goalposts; this says where they are from.
 *
 * @param treatment the treatment as it was given
 * @param normalization the normalisation as it was given
 * @param readings how many readings of the reference set it was fitted to; 0 if it never was
 * @since 0.1
 */
public record Origin(Treatment treatment, Normalization normalization, int readings)
    implements Serializable {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there are less than no readings
   */
  public Origin {
    requireNonNull(treatment, "treatment");
    requireNonNull(normalization, "normalization");
    if (readings < 0) {
      throw new IllegalArgumentException(
          "Readings that a criterion was fitted to must be 0 or more, but were " + readings);
    }
  }

  /** Whether there was a reference set. */
  public boolean isFitted() {
    return readings > 0;
  }

  /** The methods were given as they are, whatever they were fitted to elsewhere. */
  static Origin given(Treatment treatment, Normalization normalization) {
    return new Origin(treatment, normalization, 0);
  }

  /** The same beside another treatment, which is as given; fitted as far as the other method is. */
  Origin withTreatment(Treatment given, Normalization now) {
    return new Origin(given, normalization, normalization.equals(now) ? 0 : readings);
  }

  /** The same beside another normalisation. */
  Origin withNormalization(Normalization given, Treatment now) {
    return new Origin(treatment, given, treatment.equals(now) ? 0 : readings);
  }
}
