package dev.steppe.internal.kernel;

import dev.steppe.model.MissingPolicy;

/** A {@link MissingPolicy} as the engine follows it. */
sealed interface GapRule {

  static GapRule of(MissingPolicy policy) {
    return policy.fold(
        Unscored::new,
        least -> new Reweighted(least, false),
        least -> new Reweighted(least, true),
        Bounded::new);
  }

  /** A row of which a reading that weighs is missing. */
  Evaluation evaluate(RowEvaluator row);

  /** Who gets the weight of what is missing, and which nodes have a value then. */
  Reweighting reweighting(CompiledModel model, double[] values);

  /**
   * Whether the score is the middle of two: what is missing is at the safe end of its scale in one,
   * and at the risky end in the other.
   */
  boolean isMiddleOfTwo();

  /** There is no score. */
  record Unscored() implements GapRule {

    @Override
    public Evaluation evaluate(RowEvaluator row) {
      return row.unscored();
    }

    @Override
    public Reweighting reweighting(CompiledModel model, double[] values) {
      return new Reweighting(model, values, 0, false);
    }

    @Override
    public boolean isMiddleOfTwo() {
      return false;
    }
  }

  /** What is there gets the weight, unless it is too little. */
  record Reweighted(double minimum, boolean byCount) implements GapRule {

    @Override
    public Evaluation evaluate(RowEvaluator row) {
      return row.reweighted();
    }

    @Override
    public Reweighting reweighting(CompiledModel model, double[] values) {
      return new Reweighting(model, values, minimum, byCount);
    }

    @Override
    public boolean isMiddleOfTwo() {
      return false;
    }
  }

  /** What is missing may be anything. */
  record Bounded() implements GapRule {

    @Override
    public Evaluation evaluate(RowEvaluator row) {
      return row.bounded();
    }

    @Override
    public Reweighting reweighting(CompiledModel model, double[] values) {
      return new Reweighting(model, values, 0, false);
    }

    @Override
    public boolean isMiddleOfTwo() {
      return true;
    }
  }
}
