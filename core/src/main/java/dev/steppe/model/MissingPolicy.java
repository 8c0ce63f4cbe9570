package dev.steppe.model;

import dev.steppe.internal.Checks;
import java.io.Serializable;

/**
 * What a missing reading means for the score. An indicator with weight 0 is never missed.
 *
 * @since 0.1
 */
public sealed interface MissingPolicy extends Serializable
    permits MissingPolicy.Fail, MissingPolicy.Reweight, MissingPolicy.Bound {

  /** A missing reading is an error; one error lists all of them. This is the default. */
  static MissingPolicy fail() {
    return Fail.INSTANCE;
  }

  /**
   * Within each factor the weights of what is missing go to the others in proportion; a factor of
   * which everything is missing is itself missing. A profile whose readings carry less than {@code
   * minimumCoverage} of the effective weight has no score.
   *
   * @param minimumCoverage the least effective weight with data, in {@code [0, 1]}
   */
  static MissingPolicy reweight(double minimumCoverage) {
    return new Reweight(minimumCoverage, false);
  }

  /**
   * As {@link #reweight}, but with a limit in every factor: a factor is missing when less than
   * {@code minimumShare} of its direct children have a value, whatever they weigh (if they weigh
   * anything). This is COINr's data threshold.
   *
   * @param minimumShare the least share of children with a value, in {@code [0, 1]}
   */
  static MissingPolicy reweightByCount(double minimumShare) {
    return new Reweight(minimumShare, true);
  }

  /**
   * A missing reading may be anything: the score's range runs from all of them at their safest to
   * all at their riskiest, and its value is the middle of those two.
   */
  static MissingPolicy bound() {
    return Bound.INSTANCE;
  }

  /** See {@link MissingPolicy#fail()}. */
  record Fail() implements MissingPolicy {
    private static final Fail INSTANCE = new Fail();

    @Override
    public String toString() {
      return "fail()";
    }
  }

  /**
   * See {@link MissingPolicy#reweight} and {@link MissingPolicy#reweightByCount}.
   *
   * @param minimum the least coverage, in {@code [0, 1]}
   * @param byCount whether the children of every factor are counted, instead of weighing the whole
   */
  record Reweight(double minimum, boolean byCount) implements MissingPolicy {

    /** Checks the minimum. */
    public Reweight {
      minimum = Checks.inRange(minimum, 0, 1, "minimum coverage");
    }

    @Override
    public String toString() {
      return (byCount ? "reweightByCount(" : "reweight(") + minimum + ")";
    }
  }

  /** See {@link MissingPolicy#bound()}. */
  record Bound() implements MissingPolicy {
    private static final Bound INSTANCE = new Bound();

    @Override
    public String toString() {
      return "bound()";
    }
  }
}
