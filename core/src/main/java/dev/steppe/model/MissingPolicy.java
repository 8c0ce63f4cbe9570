package dev.steppe.model;

import java.io.Serializable;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * What a missing reading means for the score. An indicator with weight 0 is never missed.
 *
 * @since 0.1
 */
public sealed interface MissingPolicy extends Serializable
    permits FailOnMissing, ReweightMissing, BoundMissing {

  /** A missing reading is an error; one error lists all of them. This is the default. */
  static MissingPolicy fail() {
    return FailOnMissing.INSTANCE;
  }

  /**
   * Within each factor the weights of what is missing go to the others in proportion; a factor of
   * which everything is missing is itself missing. A profile whose readings carry less than {@code
   * minimumCoverage} of the effective weight has no score.
   *
   * @param minimumCoverage the least effective weight with data, in {@code [0, 1]}
   */
  static MissingPolicy reweight(double minimumCoverage) {
    return new ReweightMissing(minimumCoverage, false);
  }

  /**
   * As {@link #reweight}, but with a limit in every factor: a factor is missing when less than
   * {@code minimumShare} of its direct children have a value, whatever they weigh (if they weigh
   * anything). This is COINr's data threshold.
   *
   * @param minimumShare the least share of children with a value, in {@code [0, 1]}
   */
  static MissingPolicy reweightByCount(double minimumShare) {
    return new ReweightMissing(minimumShare, true);
  }

  /**
   * A missing reading may be anything: the score's range runs from all of them at their safest to
   * all at their riskiest, and its value is the middle of those two. So is the probability of an
   * order or a rank: it lies between the two that one and the other end give.
   */
  static MissingPolicy bound() {
    return BoundMissing.INSTANCE;
  }

  /**
   * The policy that plain data define, see {@link MethodDefinition}.
   *
   * @throws IllegalArgumentException that lists every fault: an unknown name, unknown or missing
   *     parameters, and what the method does not take
   */
  static MissingPolicy of(MethodDefinition definition) {
    return MethodFamilies.MISSING.read(definition);
  }

  /** The policy as plain data, of which {@link #of(MethodDefinition)} makes an equal one. */
  MethodDefinition definition();

  /** Whether the weight of what is missing goes to what is there. */
  boolean reweights();

  /**
   * What one of four functions gives: each is for policies of the factory that it is named after,
   * and is told the minimum if there is one. Whoever tells policies apart asks here.
   *
   * <pre>{@code
   * // The same policy without a minimum coverage of the whole
   * policy.fold(
   *     MissingPolicy::fail,
   *     minimum -> MissingPolicy.reweight(0),
   *     MissingPolicy::reweightByCount,
   *     MissingPolicy::bound)
   * }</pre>
   */
  <R> R fold(
      Supplier<? extends R> ofFail,
      DoubleFunction<? extends R> ofReweight,
      DoubleFunction<? extends R> ofReweightByCount,
      Supplier<? extends R> ofBound);
}
