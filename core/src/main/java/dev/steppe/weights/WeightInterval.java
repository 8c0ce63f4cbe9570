package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import dev.steppe.score.Scorecard;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far one weight can move, the others in proportion, while every country that scores higher
 * than another still does. At an end where two countries come level, the interval is open.
 *
 * <pre>{@code
 * WeightStability.of(NextUkraine.compare()).interval("tie_to_rival").weight();   // 0.0625
 * WeightStability.of(NextUkraine.compare()).interval("tie_to_rival").upper();    // 1.0
 * }</pre>
 *
 * @since 0.1
 */
public final class WeightInterval {

  private final String code;
  private final String name;
  private final double weight;
  private final double lower;
  private final double upper;
  private final @Nullable LevelPair lowerPair;
  private final @Nullable LevelPair upperPair;

  WeightInterval(
      String code,
      String name,
      double weight,
      double lower,
      double upper,
      @Nullable LevelPair lowerPair,
      @Nullable LevelPair upperPair) {
    this.code = code;
    this.name = name;
    this.weight = weight;
    this.lower = lower;
    this.upper = upper;
    this.lowerPair = lowerPair;
    this.upperPair = upperPair;
  }

  /**
   * Two countries that change places: one that scores higher under the model's weights, and one
   * that comes level with it and then passes it.
   *
   * @param above the one that scores higher as the weights are
   * @param below the one that scores lower as the weights are
   */
  public record LevelPair(Scorecard above, Scorecard below) {

    /** Checks the parts. */
    public LevelPair {
      requireNonNull(above, "above");
      requireNonNull(below, "below");
    }

    /** In words, such as {@code Bland (BBB) level with Aland (AAA)}. */
    @Override
    public String toString() {
      return below.country() + " level with " + above.country();
    }
  }

  /** The code of the indicator or factor whose weight it is. */
  public String code() {
    return code;
  }

  /** Its name for people. */
  public String name() {
    return name;
  }

  /** The weight as it is, from 0 to 1. */
  public double weight() {
    return weight;
  }

  /** The weight to which it can fall: 0, or where two countries come level. */
  public double lower() {
    return lower;
  }

  /** The weight to which it can rise: 1, or where two countries come level. */
  public double upper() {
    return upper;
  }

  /** Who come level at the lower end; empty if nobody does down to 0. */
  public Optional<LevelPair> lowerPair() {
    return Optional.ofNullable(lowerPair);
  }

  /** Who come level at the upper end; empty if nobody does up to 1. */
  public Optional<LevelPair> upperPair() {
    return Optional.ofNullable(upperPair);
  }

  /** Whether no value of this weight, from 0 to 1, brings two countries level. */
  public boolean isUnlimited() {
    return lowerPair == null && upperPair == null;
  }

  /** By how much the weight must fall for two countries to come level; empty if none do. */
  public OptionalDouble decrease() {
    return lowerPair == null ? OptionalDouble.empty() : OptionalDouble.of(weight - lower);
  }

  /** By how much the weight must rise for two countries to come level; empty if none do. */
  public OptionalDouble increase() {
    return upperPair == null ? OptionalDouble.empty() : OptionalDouble.of(upper - weight);
  }

  /** The smaller of {@link #decrease} and {@link #increase}; empty if there is neither. */
  public OptionalDouble smallestChange() {
    if (lowerPair == null) {
      return increase();
    }
    return upperPair == null || weight - lower <= upper - weight ? decrease() : increase();
  }

  /**
   * {@link #smallestChange} as a fraction of the weight: 0.1 means that a tenth more or less of it
   * brings two countries level. Empty if no change does, or if the weight is 0.
   */
  public OptionalDouble smallestRelativeChange() {
    OptionalDouble change = smallestChange();
    return change.isPresent() && weight > 0
        ? OptionalDouble.of(change.getAsDouble() / weight)
        : OptionalDouble.empty();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof WeightInterval other
        && code.equals(other.code)
        && Double.compare(weight, other.weight) == 0
        && Double.compare(lower, other.lower) == 0
        && Double.compare(upper, other.upper) == 0
        && Objects.equals(lowerPair, other.lowerPair)
        && Objects.equals(upperPair, other.upperPair);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, weight, lower, upper);
  }

  @Override
  public String toString() {
    return code + " " + weight + " in " + lower + ".." + upper;
  }
}
