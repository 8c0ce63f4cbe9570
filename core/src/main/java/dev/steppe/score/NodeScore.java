package dev.steppe.score;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Indicator;
import dev.steppe.model.Node;
import dev.steppe.model.Range;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What was computed at one node of the tree: an indicator's way from reading to value, or a
 * factor's value.
 *
 * <pre>{@code
 * NodeScore node = scorer.score(aland).node("border_share");
 * node.raw().getAsDouble();     // 30.0
 * node.value().getAsDouble();   // 50.0
 * node.effectiveWeight();       // 0.3
 * }</pre>
 *
 * @since 0.1
 */
public final class NodeScore {

  private final Node node;
  private final int depth;
  private final ImmutableList<Reading> readings;
  private final double raw;
  private final double treated;
  private final double value;
  private final double weight;
  private final double effectiveWeight;
  private final double coverage;
  private final boolean applies;
  private final @Nullable NotApplicable notApplicable;

  NodeScore(
      Node node,
      int depth,
      ImmutableList<Reading> readings,
      double raw,
      double treated,
      double value,
      double weight,
      double effectiveWeight,
      double coverage,
      boolean applies,
      @Nullable NotApplicable notApplicable) {
    this.node = node;
    this.depth = depth;
    this.readings = readings;
    this.raw = raw;
    this.treated = treated;
    this.value = value;
    this.weight = weight;
    this.effectiveWeight = effectiveWeight;
    this.coverage = coverage;
    this.applies = applies;
    this.notApplicable = notApplicable;
  }

  /** The node of the model: a factor or a criterion. */
  public Node node() {
    return node;
  }

  /** The code of the node. */
  public String code() {
    return node.code();
  }

  /** The name of the node for people. */
  public String name() {
    return node.name();
  }

  /** The indicator; empty for a factor. */
  public Optional<Indicator> indicator() {
    return node.fold(factor -> Optional.empty(), criterion -> Optional.of(criterion.indicator()));
  }

  /** How many factors are above; 0 for the root. */
  public int depth() {
    return depth;
  }

  /** The readings of an indicator, one a source; empty for a factor, or if missing. */
  public ImmutableList<Reading> readings() {
    return readings;
  }

  /** Why an indicator does not apply to the country; empty if it does, and for a factor. */
  public Optional<NotApplicable> notApplicable() {
    return Optional.ofNullable(notApplicable);
  }

  /**
   * Whether an indicator applies to the country, or anything that has a weight below a factor. What
   * does not has no value and no weight, and is not missing.
   */
  public boolean isApplicable() {
    return applies;
  }

  /** An indicator's central reading; empty for a factor, or if missing. */
  public OptionalDouble raw() {
    return present(raw);
  }

  /** The reading after treatment; empty for a factor, or if missing. */
  public OptionalDouble treated() {
    return present(treated);
  }

  /**
   * Whether the reading, or a finite bound of it, is beyond the {@linkplain
   * dev.steppe.model.Normalization#extent scale} after treatment, and counts as at its end.
   */
  public boolean isBeyondScale() {
    if (readings.isEmpty()) {
      return false;
    }
    return node.fold(
        factor -> false,
        criterion -> {
          Range extent = criterion.normalization().extent();
          boolean beyond = treated < extent.lower() || treated > extent.upper();
          Indicator indicator = criterion.indicator();
          for (Reading reading : readings) {
            double lower = Math.max(reading.estimate().lower(), indicator.domainLower());
            double upper = Math.min(reading.estimate().upper(), indicator.domainUpper());
            beyond |= Double.isFinite(lower) && criterion.treatment().treat(lower) < extent.lower();
            beyond |= Double.isFinite(upper) && criterion.treatment().treat(upper) > extent.upper();
          }
          return beyond;
        });
  }

  /** An indicator's normalised value or a factor's value, from 0 to 100; empty if missing. */
  public OptionalDouble value() {
    return present(value);
  }

  /** The share of its factor's weight that was used; 0 if missing and reweighted. */
  public double weight() {
    return weight;
  }

  /** The product of the shares that were used, from the root down. */
  public double effectiveWeight() {
    return effectiveWeight;
  }

  /** The share of the weight at or below the node that enters its value, from 0 to 1. */
  public double coverage() {
    return coverage;
  }

  static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof NodeScore other
        && node.equals(other.node)
        && depth == other.depth
        && readings.equals(other.readings)
        && Double.compare(raw, other.raw) == 0
        && Double.compare(treated, other.treated) == 0
        && Double.compare(value, other.value) == 0
        && Double.compare(weight, other.weight) == 0
        && Double.compare(effectiveWeight, other.effectiveWeight) == 0
        && Double.compare(coverage, other.coverage) == 0
        && applies == other.applies
        && Objects.equals(notApplicable, other.notApplicable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(node.code(), raw, value, effectiveWeight);
  }

  @Override
  public String toString() {
    String missing = applies ? "missing" : "not applicable";
    return node.code() + " = " + (Double.isNaN(value) ? missing : Double.toString(value));
  }
}
