package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A weighted group of indicators or of other factors (a dimension or pillar, in other words), at
 * any depth.
 *
 * <pre>{@code
 * model.factor("exposure").childCodes();      // [border_share, trade_share]
 * model.factor("exposure").weight();          // 0.6
 * model.effectiveWeight("border_share");      // 0.3
 * }</pre>
 *
 * @param code the code, unique in the model
 * @param name the name for people
 * @param weight the weight as given, finite and at least 0
 * @param aggregation how the children's values become the factor's
 * @param children at least one, not all of weight 0, in the order in which they are summed
 * @param rationale why all this was chosen
 * @since 0.1
 */
public record Factor(
    String code,
    String name,
    double weight,
    Aggregation aggregation,
    ImmutableList<Node> children,
    Rationale rationale)
    implements Node {

  /** The most factors that may lie inside each other, that at the top among them. */
  static final int MOST_LEVELS = 100;

  /**
   * Checks the parts. Whether the interactions of a {@link Aggregation#choquet} fit the children is
   * checked by the model.
   *
   * @throws IllegalArgumentException if there are no children or all of them have weight 0, or more
   *     than 100 factors lie inside each other
   */
  public Factor {
    Checks.code(code, "factor code");
    Checks.notBlank(name, "name of factor '" + code + "'");
    requireNonNull(aggregation, "aggregation");
    requireNonNull(rationale, "rationale");
    // The order of the children is the factor's own affair.
    aggregation = aggregation.unbound();
    weight = checkWeight(weight, "factor '" + code + "'");
    if (children.isEmpty()) {
      throw new IllegalArgumentException("Factor '" + code + "' has no children");
    }
    int levels = levels(children);
    if (levels > MOST_LEVELS) {
      throw new IllegalArgumentException(tooDeep(code));
    }
    double sum = 0;
    for (Node child : children) {
      sum += child.weight();
    }
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Weights in factor '" + code + "' must have a finite sum > 0, but it was " + sum);
    }
  }

  /**
   * Obtains a factor without reasons.
   *
   * @throws IllegalArgumentException as for one with reasons
   */
  public Factor(
      String code,
      String name,
      double weight,
      Aggregation aggregation,
      ImmutableList<Node> children) {
    this(code, name, weight, aggregation, children, Rationale.none());
  }

  /** How many factors lie inside each other, with the one of these children. */
  private static int levels(List<Node> children) {
    int most = 0;
    for (Node child : children) {
      List<Node> below = child.children();
      most = below.isEmpty() ? most : Math.max(most, levels(below));
    }
    return 1 + most;
  }

  private static String tooDeep(String code) {
    return "Factor '"
        + code
        + "' makes more than "
        + MOST_LEVELS
        + " levels of factors inside each other. Put its children higher up in the tree";
  }

  /** How the children are aggregated, in words. */
  @Override
  public String description() {
    return aggregation.toString();
  }

  @Override
  public double[] shares() {
    double[] shares = new double[children.size()];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = children.get(i).weight();
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** What keeps the aggregation from fitting the children. */
  ImmutableList<String> misfits() {
    return aggregation.misfits(this);
  }

  /** The codes of the children, in their order. */
  public ImmutableList<String> childCodes() {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    for (Node child : children) {
      codes.add(child.code());
    }
    return codes.build();
  }

  @Override
  public <R> R fold(
      Function<? super Factor, ? extends R> ofFactor,
      Function<? super Criterion, ? extends R> ofCriterion) {
    return ofFactor.apply(this);
  }

  @Override
  public Factor withWeight(double weight) {
    Rationale kept = rationale.keepIf(weight == this.weight, Choice.WEIGHT);
    return new Factor(code, name, weight, aggregation, children, kept);
  }

  /** A copy with another aggregation. */
  public Factor withAggregation(Aggregation aggregation) {
    Rationale kept =
        rationale.keepIf(aggregation.unbound().equals(this.aggregation), Choice.AGGREGATION);
    return new Factor(code, name, weight, aggregation, children, kept);
  }

  /** A copy whose interactions are those of a factor of the same children, for its own weights. */
  Factor withInteractionsOf(Factor stated) {
    return withAggregation(
        stated.aggregation.bind(childCodes()).reweighted(stated.shares(), shares()));
  }

  @Override
  public Factor withRationale(Rationale rationale) {
    return new Factor(code, name, weight, aggregation, children, rationale);
  }

  /** A copy with other children. */
  Factor withChildren(List<? extends Node> children) {
    return new Factor(code, name, weight, aggregation, ImmutableList.copyOf(children), rationale);
  }

  static double checkWeight(double weight, String of) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Weight of " + of + " must be finite and >= 0, but was " + weight);
    }
    return weight + 0.0;
  }

  /** Collects the children of a factor. Faults are kept for the model's builder to report. */
  public static final class Builder {

    private final String code;
    private final double weight;
    private final int level;
    private final List<Node> children = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private String name;
    private boolean nameSet;
    private Aggregation aggregation = Aggregation.arithmetic();
    private boolean aggregationSet;
    private Rationale rationale = Rationale.none();
    private boolean broken;

    /**
     * Starts a factor.
     *
     * @param level 1 for the top, 2 for a factor in it, and so on
     */
    Builder(String code, double weight, int level) {
      this.code = code;
      this.level = level;
      this.name = code;
      codes.add(code);
      this.weight = weight;
    }

    /** Sets the name for people; without it the name is the code. */
    @CanIgnoreReturnValue
    public Builder name(String name) {
      if (nameSet) {
        faults.add(
            Text.of(
                "name of factor '%s' was already set to '%s', second was '%s'",
                code, this.name, name));
      }
      nameSet = true;
      this.name = requireNonNull(name, "name");
      return this;
    }

    /** Sets how the children are aggregated; without it, by the arithmetic mean. */
    @CanIgnoreReturnValue
    public Builder aggregation(Aggregation aggregation) {
      if (aggregationSet) {
        faults.add(
            Text.of(
                "aggregation of factor '%s' was already set to %s, second was %s",
                code, this.aggregation, aggregation));
      }
      aggregationSet = true;
      this.aggregation = requireNonNull(aggregation, "aggregation");
      return this;
    }

    /** Sets the reasons for the factor's weight and aggregation; without it there are none. */
    @CanIgnoreReturnValue
    public Builder rationale(Rationale rationale) {
      this.rationale = requireNonNull(rationale, "rationale");
      return this;
    }

    /** Adds an indicator as it stands in another model, or with its reasons. */
    @CanIgnoreReturnValue
    public Builder criterion(Criterion criterion) {
      codes.add(criterion.code());
      children.add(criterion);
      return this;
    }

    /** Adds an indicator whose readings are not treated. */
    @CanIgnoreReturnValue
    public Builder indicator(Indicator indicator, double weight, Normalization normalization) {
      return indicator(indicator, weight, Treatment.none(), normalization);
    }

    /** Adds an indicator. */
    @CanIgnoreReturnValue
    public Builder indicator(
        Indicator indicator, double weight, Treatment treatment, Normalization normalization) {
      codes.add(indicator.code());
      try {
        children.add(new Criterion(indicator, weight, treatment, normalization));
      } catch (IllegalArgumentException fault) {
        faults.add(fault.getMessage() + " (in factor '" + code + "')");
        broken = true;
      }
      return this;
    }

    /** Adds a factor below this one. */
    @CanIgnoreReturnValue
    public Builder factor(String code, double weight, Consumer<Builder> children) {
      if (level == MOST_LEVELS) {
        // What is below it is not even asked for: a caller that never ends would end the stack.
        faults.add(tooDeep(code));
        broken = true;
        return this;
      }
      Builder builder = new Builder(code, weight, level + 1);
      children.accept(builder);
      faults.addAll(builder.faults);
      codes.addAll(builder.codes);
      @Nullable Factor factor = builder.tryBuild(faults);
      if (factor != null) {
        this.children.add(factor);
      } else {
        broken = true;
      }
      return this;
    }

    /** The factor, or null after adding what is wrong with it to the faults. */
    @Nullable Factor tryBuild(List<String> found) {
      if (broken && children.isEmpty()) {
        // All its children are faulty, which is already reported: it is not empty as well.
        return null;
      }
      try {
        Factor factor =
            new Factor(code, name, weight, aggregation, ImmutableList.copyOf(children), rationale);
        if (!broken) {
          // Without its faulty children it would seem to lack those that interactions name.
          found.addAll(factor.misfits());
        }
        return factor;
      } catch (IllegalArgumentException fault) {
        found.add(String.valueOf(fault.getMessage()));
        return null;
      }
    }

    String code() {
      return code;
    }

    /** The codes of the factor and of all that is below it, faulty ones too. */
    List<String> codes() {
      return codes;
    }

    List<String> faults() {
      return faults;
    }
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
