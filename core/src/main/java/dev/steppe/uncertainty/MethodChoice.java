package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskModel;
import java.util.function.UnaryOperator;

/**
 * A choice of method that could have been made in another way, as an uncertain input: one of
 * several changes of the model, each with a probability. Immutable; {@code or} methods give copies
 * with one alternative more.
 *
 * <pre>{@code
 * MethodChoice.named("aggregation")
 *     .or("arithmetic", model -> model)
 *     .or("geometric", model -> model.withAggregation(Aggregation.geometric(1)));
 * }</pre>
 *
 * <p>An alternative may be a whole model, too: {@code .or("theirs", theirModel)}. A change must
 * keep the indicators and their order. One that puts in a method to be fitted must fit it: {@code
 * model -> model.withNormalization(Normalization.minMax()).fit(reference)}.
 *
 * @since 0.1
 */
public final class MethodChoice {

  private final String name;
  private final ImmutableList<Alternative> alternatives;

  private MethodChoice(String name, ImmutableList<Alternative> alternatives) {
    this.name = name;
    this.alternatives = alternatives;
  }

  /** One way to make the choice. */
  record Alternative(String name, double likelihood, UnaryOperator<RiskModel> change) {}

  /** Starts a choice without alternatives. */
  public static MethodChoice named(String name) {
    return new MethodChoice(Checks.notBlank(name, "name of a choice"), ImmutableList.of());
  }

  /** A copy with one alternative more, as likely as others of likelihood 1. */
  public MethodChoice or(String alternative, UnaryOperator<RiskModel> change) {
    return or(alternative, 1, change);
  }

  /** A copy with a whole model more, as likely as others of likelihood 1. */
  public MethodChoice or(String alternative, RiskModel model) {
    return or(alternative, 1, model);
  }

  /** A copy with a whole model more, see {@link #or(String, double, UnaryOperator)}. */
  public MethodChoice or(String alternative, double likelihood, RiskModel model) {
    requireNonNull(model, "model");
    return or(alternative, likelihood, whatever -> model);
  }

  /**
   * A copy with one alternative more.
   *
   * @param likelihood how likely it is compared with the others, greater than 0; likelihoods are
   *     divided by their sum
   * @throws IllegalArgumentException if the name was given before or the likelihood is not finite
   *     and greater than 0
   */
  public MethodChoice or(String alternative, double likelihood, UnaryOperator<RiskModel> change) {
    Checks.notBlank(alternative, "name of an alternative");
    if (alternatives().contains(alternative)) {
      throw new IllegalArgumentException(
          "Choice '" + name + "' already has an alternative '" + alternative + "'");
    }
    if (!(likelihood > 0 && likelihood < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Likelihood of '"
              + alternative
              + "' in choice '"
              + name
              + "' must be finite and > 0, but was "
              + likelihood);
    }
    return new MethodChoice(
        name,
        ImmutableList.<Alternative>builder()
            .addAll(alternatives)
            .add(new Alternative(alternative, likelihood, requireNonNull(change, "change")))
            .build());
  }

  /** The name of the choice. */
  public String name() {
    return name;
  }

  /** The names of the alternatives, in the order in which they were given. */
  public ImmutableList<String> alternatives() {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    alternatives.forEach(alternative -> names.add(alternative.name()));
    return names.build();
  }

  /**
   * This choice, if there is something to choose.
   *
   * @throws IllegalArgumentException if there are fewer than two alternatives
   */
  public MethodChoice complete() {
    if (alternatives.size() < 2) {
      throw new IllegalArgumentException(
          "Choice '" + name + "' needs at least two alternatives, but has " + alternatives());
    }
    return this;
  }

  /** The likelihood of an alternative, by its number from 0, as it was given. */
  public double likelihood(int alternative) {
    return alternatives.get(alternative).likelihood();
  }

  /** The model as an alternative, by its number from 0, makes it of another. */
  public RiskModel apply(int alternative, RiskModel model) {
    return requireNonNull(
        alternatives.get(alternative).change().apply(model),
        () -> "model of alternative '" + alternatives.get(alternative).name() + "'");
  }

  /**
   * The number from 0 of the alternative at a probability: the quantile of their likelihoods, in
   * the order in which they were given.
   *
   * @param probability in {@code (0, 1)}
   */
  public int at(double probability) {
    double sum = 0;
    for (Alternative alternative : alternatives) {
      sum += alternative.likelihood();
    }
    double left = probability * sum;
    for (int i = 0; i < alternatives.size() - 1; i++) {
      left -= alternatives.get(i).likelihood();
      if (left < 0) {
        return i;
      }
    }
    return alternatives.size() - 1;
  }

  @Override
  public String toString() {
    return Text.printable("choice '" + name + "' of " + alternatives());
  }
}
