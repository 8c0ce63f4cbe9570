package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it stands in a model: with its weight, and with how its readings are treated and
 * normalised.
 *
 * <pre>{@code
 * model.criterion("treaty").normalization();           // goalposts(0.0, 1.0)
 * model.criterion("treaty").indicator().direction();   // LOWER_IS_RISKIER
 * }</pre>
 *
 * @param indicator what is read
 * @param weight the weight as given, finite and at least 0
 * @param treatment what is done to a reading first
 * @param normalization how the treated reading becomes a value from 0 to 100
 * @param rationale why all this was chosen
 * @param origin what treatment and normalisation were before they were fitted to a reference set
 * @since 0.1
 */
public record Criterion(
    Indicator indicator,
    double weight,
    Treatment treatment,
    Normalization normalization,
    Rationale rationale,
    Origin origin)
    implements Node {

  /** Checks the parts. */
  public Criterion {
    requireNonNull(indicator, "indicator");
    requireNonNull(treatment, "treatment");
    requireNonNull(normalization, "normalization");
    requireNonNull(rationale, "rationale");
    requireNonNull(origin, "origin");
    weight = Factor.checkWeight(weight, "indicator '" + indicator.code() + "'");
  }

  /** Obtains a criterion whose methods are as given, without reasons. */
  public Criterion(
      Indicator indicator, double weight, Treatment treatment, Normalization normalization) {
    this(
        indicator,
        weight,
        treatment,
        normalization,
        Rationale.none(),
        Origin.given(requireNonNull(treatment), requireNonNull(normalization)));
  }

  @Override
  public String code() {
    return indicator.code();
  }

  @Override
  public String name() {
    return indicator.name();
  }

  /**
   * Whether all but the {@link #origin} is equal: methods that are the same are no others for what
   * they were fitted from.
   */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Criterion other
        && indicator.equals(other.indicator)
        && Double.compare(weight, other.weight) == 0
        && treatment.equals(other.treatment)
        && normalization.equals(other.normalization)
        && rationale.equals(other.rationale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(indicator, weight, treatment, normalization, rationale);
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
    Rationale kept = rationale.keepIf(weight == this.weight, Choice.WEIGHT);
    return new Criterion(indicator, weight, treatment, normalization, kept, origin);
  }

  Criterion withIndicator(Indicator indicator) {
    boolean sameDomain =
        indicator.domainLower() == this.indicator.domainLower()
            && indicator.domainUpper() == this.indicator.domainUpper()
            && indicator.levels().equals(this.indicator.levels());
    Rationale kept =
        rationale
            .keepIf(sameDomain, Choice.DOMAIN)
            .keepIf(indicator.direction() == this.indicator.direction(), Choice.DIRECTION);
    return new Criterion(indicator, weight, treatment, normalization, kept, origin);
  }

  /** A copy whose domain has nothing that is beyond the scale. */
  Criterion refusingBeyondScale() {
    Range extent =
        Preimage.of(treatment, normalization.extent())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        Text.of(
                            "%s brings no reading onto the scale %s",
                            treatment, normalization.extent())));
    return withIndicator(
        indicator.withDomain(
            indicator.domainLower() >= extent.lower() ? indicator.domainLower() : extent.lower(),
            indicator.domainUpper() <= extent.upper() ? indicator.domainUpper() : extent.upper()));
  }

  /** Whether the scale has ends, and nothing of the domain is beyond them. */
  boolean refusesBeyondScale() {
    if (!isFitted() || normalization.extent().width() == Double.POSITIVE_INFINITY) {
      return false;
    }
    return Preimage.of(treatment, normalization.extent())
        .filter(extent -> extent.width() < Double.POSITIVE_INFINITY)
        .filter(extent -> indicator.domainLower() >= extent.lower())
        .filter(extent -> indicator.domainUpper() <= extent.upper())
        .isPresent();
  }

  /** A copy with another treatment. */
  public Criterion withTreatment(Treatment treatment) {
    if (treatment.equals(this.treatment)) {
      return this;
    }
    return new Criterion(
        indicator,
        weight,
        treatment,
        normalization,
        rationale.without(Choice.TREATMENT),
        origin.withTreatment(treatment, normalization));
  }

  /** A copy with another normalisation. */
  public Criterion withNormalization(Normalization normalization) {
    if (normalization.equals(this.normalization)) {
      return this;
    }
    return new Criterion(
        indicator,
        weight,
        treatment,
        normalization,
        rationale.without(Choice.SCALE),
        origin.withNormalization(normalization, treatment));
  }

  @Override
  public Criterion withRationale(Rationale rationale) {
    return new Criterion(indicator, weight, treatment, normalization, rationale, origin);
  }

  /** A copy whose methods were fitted to so many readings; what they were before is kept. */
  Criterion fitted(Treatment treatment, Normalization normalization, int readings) {
    return new Criterion(
        indicator,
        weight,
        treatment,
        normalization,
        rationale,
        new Origin(origin.treatment(), origin.normalization(), readings));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
