package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.JudgedReading;
import dev.steppe.internal.kernel.SampledProfile;
import dev.steppe.internal.random.Copula;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A profile's readings by indicator, cut to the domains as the scorer cuts them. Where readings or
 * their scale depend on shared judgements, these are values.
 */
final class UncertainReadings {

  private final double[] central;
  private final @Nullable Estimate[] estimates;
  private final @Nullable JudgedReading[] judged;
  private final ImmutableSet<String> notApplicable;

  private UncertainReadings(
      int count, @Nullable JudgedReading[] judged, ImmutableSet<String> notApplicable) {
    this.notApplicable = notApplicable;
    this.central = new double[count];
    this.estimates = new @Nullable Estimate[count];
    this.judged = judged;
  }

  /**
   * The readings of a profile that has a score.
   *
   * @param drawn whether uncertain readings are drawn; else they have their central value
   * @param judged by indicator, what depends on shared judgements; null for all else
   */
  static UncertainReadings of(
      CompiledModel model,
      CountryProfile profile,
      boolean drawn,
      @Nullable JudgedReading[] judged) {
    UncertainReadings readings =
        new UncertainReadings(model.indicatorCount(), judged, profile.notApplicable().keySet());
    Arrays.fill(readings.central, Double.NaN);
    List<Criterion> criteria = model.model().criteria();
    for (int i = 0; i < criteria.size(); i++) {
      @Nullable JudgedReading of = judged[i];
      if (of != null) {
        readings.central[i] = of.envelope().central();
        readings.estimates[i] = of.envelope();
        continue;
      }
      Indicator indicator = criteria.get(i).indicator();
      @Nullable Estimate estimate = profile.estimate(indicator.code()).orElse(null);
      if (estimate != null) {
        Estimate possible = indicator.inDomain(estimate);
        readings.central[i] = possible.central();
        // What weighs nothing in the model weighs nothing in any draw.
        boolean counts = drawn && !possible.isExact() && model.effectiveWeight(i) > 0;
        readings.estimates[i] = counts ? possible : null;
      }
    }
    return readings;
  }

  /** The codes that do not apply. */
  ImmutableSet<String> notApplicable() {
    return notApplicable;
  }

  double central(int indicator) {
    return central[indicator];
  }

  /** What a reading, or a value, is drawn from; null if it is not drawn. */
  @Nullable Estimate estimate(int indicator) {
    return estimates[indicator];
  }

  /** How many are drawn. */
  long drawn() {
    return Arrays.stream(estimates).filter(Objects::nonNull).count();
  }

  /** Whether anything differs from draw to draw. */
  boolean isDrawn() {
    return drawsReadings() || isJudged();
  }

  /** Whether a reading is drawn. */
  boolean drawsReadings() {
    for (int i = 0; i < estimates.length; i++) {
      @Nullable JudgedReading of = judged[i];
      if (of == null ? estimates[i] != null : of.isDrawn()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a reading or its scale depends on shared judgements. */
  boolean isJudged() {
    for (@Nullable JudgedReading of : judged) {
      if (of != null) {
        return true;
      }
    }
    return false;
  }

  SampledProfile subject(String name, List<String> codes, @Nullable Copula copula) {
    return new SampledProfile(name, codes, central, estimates, notApplicable, copula, judged);
  }

  /** Whether all readings are the same, and drawn alike. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof UncertainReadings other
        && Arrays.equals(central, other.central)
        && Arrays.equals(estimates, other.estimates)
        && Arrays.equals(judged, other.judged)
        && notApplicable.equals(other.notApplicable);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(central);
  }
}
