package dev.steppe.weights;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of weights, in place of one number for each: all effective weights of indicators
 * (at least 0, sum 1) for which every constraint holds are admissible.
 *
 * <p>A constraint may name a factor: its weight is the sum of the effective weights below it. Codes
 * are checked when the set meets a model. Immutable; every method gives a copy with one constraint
 * more.
 *
 * <pre>{@code
 * WeightSet.any()
 *     .between("exposure", 0.4, 0.7)             // of a factor
 *     .heavier("treaty", "trade_share")          // of indicators
 *     .riskier(ukraine2013, belarus2013);        // a judgement of two countries
 * WeightSet.around(model, 0.2);                  // a fifth more or less than in the model
 * }</pre>
 *
 * @since 0.1
 */
public final class WeightSet {

  private static final WeightSet ANY = new WeightSet(ImmutableList.of());

  private final ImmutableList<WeightConstraint> constraints;

  private WeightSet(ImmutableList<WeightConstraint> constraints) {
    this.constraints = constraints;
  }

  /** All weights: nothing is known. */
  public static WeightSet any() {
    return ANY;
  }

  /**
   * The weights of every indicator from {@code 1 - share} to {@code 1 + share} times what they are
   * in the model.
   *
   * @param share a fraction, in {@code [0, 1]}; 0.2 means a fifth more or less
   */
  public static WeightSet around(RiskModel model, double share) {
    double checked = Checks.inRange(share, 0, 1, "share");
    WeightSet set = ANY;
    for (Criterion criterion : model.criteria()) {
      double weight = model.effectiveWeight(criterion.code());
      set =
          set.between(
              criterion.code(), weight * (1 - checked), Math.min(1, weight * (1 + checked)));
    }
    return set;
  }

  private WeightSet with(WeightConstraint constraint) {
    return new WeightSet(
        ImmutableList.<WeightConstraint>builder().addAll(constraints).add(constraint).build());
  }

  /**
   * The weight lies between two bounds.
   *
   * @param code of an indicator or a factor
   * @param lower at least 0
   * @param upper at most 1, and no less than {@code lower}
   */
  public WeightSet between(String code, double lower, double upper) {
    return with(new WeightConstraint.Between(code, lower, upper));
  }

  /** The weight is at least so much, in {@code [0, 1]}. */
  public WeightSet atLeast(String code, double weight) {
    return between(code, weight, 1);
  }

  /** The weight is at most so much, in {@code [0, 1]}. */
  public WeightSet atMost(String code, double weight) {
    return between(code, 0, weight);
  }

  /** The first weighs at least as much as the second. */
  public WeightSet heavier(String heavier, String lighter) {
    return heavier(heavier, lighter, 1);
  }

  /**
   * The first weighs at least so many times as much as the second.
   *
   * @param times finite and above 0
   */
  public WeightSet heavier(String heavier, String lighter, double times) {
    return with(new WeightConstraint.Ratio(heavier, lighter, times));
  }

  /** Each weighs at least as much as the next. */
  public WeightSet ranked(String... codes) {
    if (codes.length < 2) {
      throw new IllegalArgumentException(
          "An order of weights needs at least 2 codes, but has " + codes.length);
    }
    WeightSet set = this;
    for (int i = 1; i < codes.length; i++) {
      set = set.heavier(codes[i - 1], codes[i]);
    }
    return set;
  }

  /** The first country is judged to be at least as risky as the second. */
  public WeightSet riskier(CountryProfile riskier, CountryProfile safer) {
    return riskier(riskier, safer, 0);
  }

  /**
   * The first country is judged to score so many points more than the second, or more.
   *
   * @param points from 0 to 100
   */
  public WeightSet riskier(CountryProfile riskier, CountryProfile safer, double points) {
    return with(new WeightConstraint.Judgement(riskier, safer, points));
  }

  /** The constraints in words, in the order in which they were made. */
  public ImmutableList<String> constraints() {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    constraints.forEach(constraint -> words.add(constraint.toString()));
    return words.build();
  }

  ImmutableList<WeightConstraint> all() {
    return constraints;
  }

  /** The countries of the judgements that are not among the given ones. */
  ImmutableList<CountryProfile> judgedBeside(List<CountryProfile> profiles) {
    List<CountryProfile> judged = new ArrayList<>();
    for (WeightConstraint constraint : constraints) {
      for (CountryProfile profile : constraint.judged()) {
        if (!profiles.contains(profile) && !judged.contains(profile)) {
          judged.add(profile);
        }
      }
    }
    return ImmutableList.copyOf(judged);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof WeightSet other && constraints.equals(other.constraints);
  }

  @Override
  public int hashCode() {
    return constraints.hashCode();
  }

  @Override
  public String toString() {
    return constraints.isEmpty() ? "any weights" : Text.printable(String.join("; ", constraints()));
  }
}
