package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.table.Table;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The shares of an output's variance by input that sum to 1: Shapley values of the game in which a
 * set of inputs earns the variance that it explains. What inputs do together is divided equally
 * among them, so that one number for each input tells the whole story, where Sobol indices need
 * two. A share lies between the first-order and the total Sobol index. Inputs are independent of
 * each other.
 *
 * <p>Estimates sum to 1 as well, but for rounding. If the output is the same everywhere, the shares
 * are undefined and {@link #effects()} is empty.
 *
 * <pre>{@code
 * ShapleyEffects effects =
 *     SensitivityAnalysis.of(
 *             x -> x[0] * x[1], UncertainInput.uniform("a", 0, 1), UncertainInput.uniform("b", 0, 1))
 *         .shapley();
 * effects.share("a");   // 0.5 within its interval
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1137/130936233">Owen (2014), Sobol' indices and Shapley value,
 *     SIAM/ASA Journal on Uncertainty Quantification 2, 245-251</a>
 * @see <a href="https://doi.org/10.1137/15M1048070">Song, Nelson and Staum (2016), Shapley effects
 *     for global sensitivity analysis: theory and computation, SIAM/ASA Journal on Uncertainty
 *     Quantification 4, 1060-1083</a>
 * @since 0.1
 */
public final class ShapleyEffects {

  private final String output;
  private final ImmutableList<String> inputs;
  private final double variance;
  private final ImmutableList<ShapleyEffect> effects;
  private final Optional<RowDesign> design;

  ShapleyEffects(
      String output,
      ImmutableList<String> inputs,
      double variance,
      ImmutableList<ShapleyEffect> effects,
      Optional<RowDesign> design) {
    this.output = output;
    this.inputs = inputs;
    this.variance = variance;
    this.effects = effects;
    this.design = design;
  }

  /** With no more than two inputs acting together, each gets half of what the two do. */
  static ShapleyEffects of(SobolIndices exact) {
    ImmutableList.Builder<ShapleyEffect> effects = ImmutableList.builder();
    for (SobolIndex index : exact.indices()) {
      // What is beyond the first order is shared by two inputs each.
      double share = (index.first() + index.total()) / 2;
      effects.add(new ShapleyEffect(index.input(), share, Optional.empty()));
    }
    return new ShapleyEffects(
        exact.output(), exact.inputs(), exact.variance(), effects.build(), Optional.empty());
  }

  String output() {
    return output;
  }

  /** The names of the inputs, in the order in which they were given. */
  public ImmutableList<String> inputs() {
    return inputs;
  }

  /** The variance of the output; 0 if it is the same everywhere. */
  public double variance() {
    return variance;
  }

  /** The shares, in the order of {@link #inputs}; empty if they are undefined. */
  public ImmutableList<ShapleyEffect> effects() {
    return effects;
  }

  /** Whether the shares come from a closed form, not from a sample. */
  public boolean isExact() {
    return design.isEmpty();
  }

  /** How the output was sampled; empty if the shares are exact. */
  public Optional<SampleDesign> design() {
    return design.map(RowDesign::sample);
  }

  /** On how many bootstrap samples the intervals rest; empty if there are none. */
  public OptionalInt resamples() {
    return design.isEmpty() ? OptionalInt.empty() : OptionalInt.of(design.get().resamples());
  }

  Optional<RowDesign> rowDesign() {
    return design;
  }

  /**
   * The share of an input; empty if it is undefined.
   *
   * @throws IllegalArgumentException if there is no such input
   */
  public OptionalDouble share(String input) {
    int i = SobolIndices.number(inputs, input);
    return effects.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(effects.get(i).share());
  }

  /** The shares as a table, the greatest first. */
  public Table toTable() {
    return DriverTables.of(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
