package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Table;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Which inputs an output's variance goes back to: the variance-based indices of Sobol.
 *
 * <p>For every input there is the first-order index, the share of the variance that would go if
 * that input became known, and the total index, the share that would stay if all others became
 * known. The two are equal where the input acts by itself, and then the first-order indices sum to
 * 1; what is left to 1 is due to inputs that act together. Inputs are independent of each other.
 *
 * <ul>
 *   <li>Exact indices ({@link #isExact}) come from a closed form and have no intervals.
 *   <li>Others are estimates with bootstrap intervals, good for small inputs too. On a Sobol
 *       sequence, whose points are more even than random ones, the intervals are too wide rather
 *       than too narrow.
 *   <li>An estimate of first order may be below 0 or above the total, where few rows or small
 *       inputs leave it open; {@link #remarks} and the table name them.
 *   <li>If the output is the same everywhere there is no variance to divide: the indices are
 *       undefined, and {@link #indices()} is empty.
 * </ul>
 *
 * <p>They say what drives the spread of an output under the stated uncertainty of its inputs, not
 * what the output itself is due to: an input that is known exactly drives nothing, however much it
 * weighs.
 *
 * <pre>{@code
 * SobolIndices indices =
 *     SensitivityAnalysis.of(
 *             x -> x[0] * x[1], UncertainInput.uniform("a", 0, 1), UncertainInput.uniform("b", 0, 1))
 *         .sobol();
 * indices.first("a");   // 3/7 = 0.43 within its interval
 * indices.total("a");   // 4/7 = 0.57
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/S0378-4754(00)00270-6">Sobol (2001), Global sensitivity
 *     indices for nonlinear mathematical models and their Monte Carlo estimates, Mathematics and
 *     Computers in Simulation 55, 271-280</a>
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. (2010), Variance based
 *     sensitivity analysis of model output, Computer Physics Communications 181, 259-270</a>
 * @since 0.1
 */
public final class SobolIndices {

  private final String output;
  private final ImmutableList<String> inputs;
  private final double mean;
  private final double variance;
  private final ImmutableList<SobolIndex> indices;
  private final ImmutableList<Pair> pairs;
  private final Optional<RowDesign> design;

  SobolIndices(
      String output,
      ImmutableList<String> inputs,
      double mean,
      double variance,
      ImmutableList<SobolIndex> indices,
      ImmutableList<Pair> pairs,
      Optional<RowDesign> design) {
    this.output = output;
    this.inputs = inputs;
    this.mean = mean;
    this.variance = variance;
    this.indices = indices;
    this.pairs = pairs;
    this.design = design;
  }

  /**
   * What share of an output's variance goes back to two inputs acting together, beyond what each
   * does by itself (a second-order index).
   *
   * @param first the name of the input that was given first
   * @param second the name of the other
   * @param index the share; an estimate may be a little below 0
   * @param interval the interval of the index; empty if it is exact
   */
  public record Pair(
      String first, String second, double index, Optional<ConfidenceInterval> interval) {

    /** Checks that nothing is null. */
    public Pair {
      requireNonNull(first, "first");
      requireNonNull(second, "second");
      requireNonNull(interval, "interval");
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /** What is divided: {@code score} or {@code output}. */
  String output() {
    return output;
  }

  /** The names of the inputs, in the order in which they were given. */
  public ImmutableList<String> inputs() {
    return inputs;
  }

  /** The expected output. */
  public double mean() {
    return mean;
  }

  /** The variance of the output, which the indices divide; 0 if it is the same everywhere. */
  public double variance() {
    return variance;
  }

  /** The indices by input, in the order of {@link #inputs}; empty if they are undefined. */
  public ImmutableList<SobolIndex> indices() {
    return indices;
  }

  /**
   * The second-order indices, in the order of {@link #inputs}; empty if they are undefined or were
   * not asked for.
   */
  public ImmutableList<Pair> pairs() {
    return pairs;
  }

  /** Whether there is any variance to divide. */
  public boolean isDefined() {
    return !indices.isEmpty();
  }

  /** Whether the indices come from a closed form, not from a sample. */
  public boolean isExact() {
    return design.isEmpty();
  }

  /** How the output was sampled; empty if the indices are exact, or the points were brought. */
  public Optional<SampleDesign> design() {
    return design.filter(rows -> !rows.isOwn()).map(RowDesign::sample);
  }

  /** On how many bootstrap samples the intervals rest; empty if there are none. */
  public OptionalInt resamples() {
    return design.isEmpty() ? OptionalInt.empty() : OptionalInt.of(design.get().resamples());
  }

  Optional<RowDesign> rowDesign() {
    return design;
  }

  /**
   * The first-order index of an input; empty if it is undefined.
   *
   * @throws IllegalArgumentException if there is no such input
   */
  public OptionalDouble first(String input) {
    int i = number(inputs, input);
    return isDefined() ? OptionalDouble.of(indices.get(i).first()) : OptionalDouble.empty();
  }

  /**
   * The total index of an input; empty if it is undefined.
   *
   * @throws IllegalArgumentException if there is no such input
   */
  public OptionalDouble total(String input) {
    int i = number(inputs, input);
    return isDefined() ? OptionalDouble.of(indices.get(i).total()) : OptionalDouble.empty();
  }

  /**
   * The second-order index of two inputs, in any order; empty if it is undefined or was not asked
   * for.
   *
   * @throws IllegalArgumentException if there are no such inputs, or they are the same
   */
  public OptionalDouble interaction(String input, String other) {
    int first = Math.min(number(inputs, input), number(inputs, other));
    int second = Math.max(number(inputs, input), number(inputs, other));
    if (first == second) {
      throw new IllegalArgumentException(
          "Two inputs must differ to interact, but both were '" + Text.brief(input) + "'");
    }
    for (Pair pair : pairs) {
      if (pair.first().equals(inputs.get(first)) && pair.second().equals(inputs.get(second))) {
        return OptionalDouble.of(pair.index());
      }
    }
    return OptionalDouble.empty();
  }

  static int number(ImmutableList<String> inputs, String input) {
    return number(inputs, input, "input");
  }

  static int number(ImmutableList<String> names, String name, String what) {
    int i = names.indexOf(requireNonNull(name, what));
    if (i < 0) {
      throw new IllegalArgumentException(
          "There is no " + what + " '" + Text.brief(name) + "'. " + Checks.known(name, names));
    }
    return i;
  }

  /**
   * The share of the variance that goes back to inputs acting together: 1 minus the sum of the
   * first-order indices. Empty if the indices are undefined.
   */
  public OptionalDouble interactions() {
    if (!isDefined()) {
      return OptionalDouble.empty();
    }
    double left = 1;
    for (SobolIndex index : indices) {
      left -= index.first();
    }
    return OptionalDouble.of(left);
  }

  /**
   * What drives the spread, in a sentence or two, such as {@code Most of the spread of the score
   * comes from "treaty" (62 %).} The wording may change between releases.
   */
  public String summary() {
    return DriverText.of(this);
  }

  /**
   * Where estimates say what indices cannot be: a first-order index below 0 or above the total one.
   * Each remark says for which inputs, and whether their intervals account for it or more rows are
   * needed. Empty if there are none. The wording may change between releases.
   *
   * <pre>{@code
   * SensitivityAnalysis.of(
   *         x -> x[0] + 0.1 * x[1], UncertainInput.uniform("a", 0, 1), UncertainInput.uniform("b", 0, 1))
   *     .withSize(16)
   *     .sobol()
   *     .remarks();   // The first-order index is above the total one, within its error: "b".
   * }</pre>
   */
  public ImmutableList<String> remarks() {
    return DriverText.remarks(this);
  }

  /**
   * The same with other names of inputs, such as indicators by their names and not their codes.
   *
   * <pre>{@code
   * indices.withNames(code -> model.node(code).name()).summary();
   * }</pre>
   */
  public SobolIndices withNames(UnaryOperator<String> names) {
    requireNonNull(names, "names");
    return new SobolIndices(
        output,
        inputs.stream().map(names).collect(ImmutableList.toImmutableList()),
        mean,
        variance,
        indices.stream()
            .map(
                one ->
                    new SobolIndex(
                        names.apply(one.input()),
                        one.first(),
                        one.total(),
                        one.firstInterval(),
                        one.totalInterval()))
            .collect(ImmutableList.toImmutableList()),
        pairs.stream()
            .map(
                pair ->
                    new Pair(
                        names.apply(pair.first()),
                        names.apply(pair.second()),
                        pair.index(),
                        pair.interval()))
            .collect(ImmutableList.toImmutableList()),
        design);
  }

  /** The indices as a table, the greatest total index first. */
  public Table toTable() {
    return DriverTables.of(this);
  }

  /** The second-order indices as a table, the greatest first. */
  public Table pairTable() {
    return DriverTables.pairs(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
