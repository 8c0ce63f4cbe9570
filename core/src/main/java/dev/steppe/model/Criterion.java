package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/**
 * An indicator as it stands in a model: with its weight, and with how its readings are treated and
 * normalised.
 *
 * @param indicator what is read
 * @param weight the weight as given, finite and at least 0
 * @param treatment what is done to a reading first
 * @param normalization how the treated reading becomes a value from 0 to 100
 * @since 0.1
 */
public record Criterion(
    Indicator indicator, double weight, Treatment treatment, Normalization normalization)
    implements Node {

  /** Checks the parts. */
  public Criterion {
    requireNonNull(indicator, "indicator");
    requireNonNull(treatment, "treatment");
    requireNonNull(normalization, "normalization");
    weight = Factor.checkWeight(weight, "indicator '" + indicator.code() + "'");
  }

  @Override
  public String code() {
    return indicator.code();
  }

  @Override
  public String name() {
    return indicator.name();
  }

  /** Whether both treatment and normalisation are ready to be used. */
  public boolean isFitted() {
    return treatment.isFitted() && normalization.isFitted();
  }

  @Override
  public ImmutableList<Node> children() {
    return ImmutableList.of();
  }

  @Override
  public double[] shares() {
    return new double[0];
  }

  /**
   * The ramp that gives the value of a reading, if it is nothing else: there is no treatment, and
   * the normalisation is one.
   */
  public Optional<Ramp> ramp() {
    return treatment.isIdentity() ? normalization.ramp(indicator.direction()) : Optional.empty();
  }

  /** How a reading becomes a value, in words. */
  @Override
  public String description() {
    return (treatment.isIdentity() ? "" : treatment + ", ")
        + normalization
        + (indicator.direction().isHigherRiskier() ? "" : ", lower is riskier");
  }

  @Override
  public <R> R fold(
      Function<? super Factor, ? extends R> ofFactor,
      Function<? super Criterion, ? extends R> ofCriterion) {
    return ofCriterion.apply(this);
  }

  @Override
  public Criterion withWeight(double weight) {
    return new Criterion(indicator, weight, treatment, normalization);
  }

  Criterion withIndicator(Indicator indicator) {
    return new Criterion(indicator, weight, treatment, normalization);
  }

  /** A copy with another treatment. */
  public Criterion withTreatment(Treatment treatment) {
    return new Criterion(indicator, weight, treatment, normalization);
  }

  /** A copy with another normalisation. */
  public Criterion withNormalization(Normalization normalization) {
    return new Criterion(indicator, weight, treatment, normalization);
  }
}
