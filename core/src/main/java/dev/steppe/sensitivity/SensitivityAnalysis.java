package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Scorer;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Asks what drives an output: a score, a ranking, or any function of uncertain inputs. Immutable;
 * {@code with} methods give changed copies.
 *
 * <p>By default 4096 rows of a scrambled Sobol sequence, and 95 % intervals from 1000 bootstrap
 * samples. The same settings give the same bits, on any number of threads.
 *
 * <pre>{@code
 * SobolIndices indices =
 *     SensitivityAnalysis.of(
 *             x -> x[0] + 2 * x[1],
 *             UncertainInput.uniform("a", 0, 1),
 *             UncertainInput.uniform("b", 0, 1))
 *         .withSeed(7)
 *         .sobol();
 * indices.first("b");   // 0.8 within its interval
 * }</pre>
 *
 * @since 0.1
 */
public final class SensitivityAnalysis {

  private final Problem problem;
  private final RowDesign design;
  private final Execution execution;

  private SensitivityAnalysis(Problem problem, RowDesign design, Execution execution) {
    this.problem = problem;
    this.design = design;
    this.execution = execution;
  }

  /**
   * Starts an analysis of a function.
   *
   * @param function takes the values of the inputs, in their order, in a new array each time
   * @param inputs at least one, with different names
   * @throws IllegalArgumentException if there are no inputs, or names recur
   */
  public static SensitivityAnalysis of(
      ToDoubleFunction<double[]> function, UncertainInput... inputs) {
    return of(function, ImmutableList.copyOf(inputs));
  }

  /** As {@link #of(ToDoubleFunction, UncertainInput...)}. */
  public static SensitivityAnalysis of(
      ToDoubleFunction<double[]> function, Iterable<UncertainInput> inputs) {
    requireNonNull(function, "function");
    // Nobody knows whether it may be called by several threads at once.
    return of(new FunctionProblem(function, ImmutableList.copyOf(inputs)))
        .withExecution(Execution.onCallingThread());
  }

  /**
   * Starts an analysis of the score of a profile: its uncertain readings are the inputs.
   *
   * @throws IllegalArgumentException if the profile cannot be scored, or all its readings are exact
   */
  public static SensitivityAnalysis of(Scorer scorer, CountryProfile profile) {
    return of(ScoreInputs.of(scorer, profile));
  }

  /**
   * Starts an analysis of a score.
   *
   * @throws IllegalArgumentException if nothing is uncertain, names of inputs recur, or the profile
   *     cannot be scored with an alternative of a choice
   */
  public static SensitivityAnalysis of(ScoreInputs inputs) {
    return of(new ScoreProblem(requireNonNull(inputs, "inputs")));
  }

  /**
   * Starts an analysis of a ranking: of how far ranks move from those of the model as it is.
   *
   * @throws IllegalArgumentException if nothing is uncertain, names of inputs recur, or a profile
   *     cannot be scored with an alternative of a choice
   */
  public static SensitivityAnalysis of(RankInputs inputs) {
    return of(new RankProblem(requireNonNull(inputs, "inputs")));
  }

  static SensitivityAnalysis of(Problem problem) {
    return new SensitivityAnalysis(problem, RowDesign.DEFAULT, Execution.onAllProcessors());
  }

  /** How the output is sampled. */
  public SampleDesign design() {
    return design.sample();
  }

  /** The names of the inputs. */
  public ImmutableList<String> inputs() {
    return problem.inputs();
  }

  /**
   * A copy that samples in another way.
   *
   * @param design with a size from 16 to 2^24 rows
   */
  public SensitivityAnalysis withDesign(SampleDesign design) {
    return new SensitivityAnalysis(
        problem,
        new RowDesign(requireNonNull(design, "design"), this.design.resamples()),
        execution);
  }

  /** A copy with points of another kind. */
  public SensitivityAnalysis withSampling(Sampling sampling) {
    return withDesign(design().withSampling(sampling));
  }

  /**
   * A copy with another number of rows.
   *
   * @param size from 16 to 2^24; a power of 2 for the Sobol sequence
   */
  public SensitivityAnalysis withSize(long size) {
    return withDesign(design().withSize(size));
  }

  /**
   * A copy with another seed. Draws of an input depend on the seed, its name and the number of the
   * row; on the Sobol sequence also on its place among the inputs.
   */
  public SensitivityAnalysis withSeed(long seed) {
    return withDesign(design().withSeed(seed));
  }

  /** A copy whose intervals have another level, such as 0.9. */
  public SensitivityAnalysis withLevel(double level) {
    return withDesign(design().withLevel(level));
  }

  /** A copy whose intervals rest on another number of bootstrap samples, 10 to 100000. */
  public SensitivityAnalysis withResamples(int resamples) {
    return new SensitivityAnalysis(problem, new RowDesign(design.sample(), resamples), execution);
  }

  /**
   * A copy that is run in another way. A function is run by the calling thread if nothing is said:
   * on several threads it must be able to run several times at once. Scores and ranks always can,
   * and are run on all processors. The results are the same to the bit.
   */
  public SensitivityAnalysis withExecution(Execution execution) {
    return new SensitivityAnalysis(problem, design, requireNonNull(execution, "execution"));
  }

  /** A copy with another number of threads at most, see {@link #withExecution}. */
  public SensitivityAnalysis withThreads(int threads) {
    return withExecution(execution.withThreads(threads));
  }

  /** A copy of which somebody hears how many blocks of 1024 rows are done, and may stop it. */
  public SensitivityAnalysis withProgress(Progress progress) {
    return withExecution(execution.withProgress(progress));
  }

  /**
   * First-order and total indices: exact where a closed form exists, else from {@code size * (k +
   * 2)} outputs for {@code k} inputs. Exact ones come with those of all pairs, whose number grows
   * with the square of that of the inputs.
   *
   * @throws IllegalArgumentException if an output is not finite; the message has its inputs
   * @throws java.util.concurrent.CancellationException if {@linkplain #withProgress progress} says
   *     stop, or the thread is interrupted
   */
  public SobolIndices sobol() {
    Optional<SobolIndices> exact = problem.closedForm();
    return exact.isPresent() ? exact.get() : sobolBySampling();
  }

  /** As {@link #sobol()}, but always from a sample: to check one way by the other. */
  public SobolIndices sobolBySampling() {
    return new SobolRuns(problem, design, false).run(execution);
  }

  /**
   * As {@link #sobol()}, with second-order indices: exact where a closed form exists, else from
   * {@code size * (2 k + 2)} outputs.
   */
  public SobolIndices sobolWithPairs() {
    Optional<SobolIndices> exact = problem.closedForm();
    return exact.isPresent() ? exact.get() : new SobolRuns(problem, design, true).run(execution);
  }

  /**
   * The shares of the variance by input that sum to 1: exact where a closed form exists, else from
   * {@code size * 2^k} outputs for {@code k} inputs if these are 10 at most, and from {@code size *
   * (k + 1)} with random orders of the inputs if they are more.
   *
   * @throws IllegalArgumentException if an output is not finite; the message has its inputs
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public ShapleyEffects shapley() {
    Optional<SobolIndices> exact = problem.closedForm();
    return exact.isPresent() ? ShapleyEffects.of(exact.get()) : shapleyBySampling();
  }

  /** As {@link #shapley()}, but always from a sample: to check one way by the other. */
  public ShapleyEffects shapleyBySampling() {
    return new ShapleyRuns(problem, design).run(execution);
  }

  /** Elementary effects on four levels, as {@link #morris(int, int)}. */
  public MorrisEffects morris(int trajectories) {
    return morris(trajectories, 4);
  }

  /**
   * Elementary effects by Morris's method, from {@code trajectories * (k + 1)} outputs, and {@code
   * 4 k} at points off the grid to see what its steps hide; of the design only the seed counts.
   * Uncertain weights have no elementary effects.
   *
   * @param trajectories at least 2; 10 to 50 are common
   * @param levels on how many levels the probabilities of an input lie, from 0 to 1; even
   * @throws IllegalArgumentException if a number is out of its range, an input has no bounds or is
   *     the weight vector, or an output is not finite
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public MorrisEffects morris(int trajectories, int levels) {
    return new MorrisRuns(problem, trajectories, levels, design.seed()).run(execution);
  }
}
