package dev.steppe.model;

import dev.steppe.internal.Checks;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * See {@link MissingPolicy#reweight} and {@link MissingPolicy#reweightByCount}.
 *
 * @param minimum the least coverage, in {@code [0, 1]}
 * @param byCount whether the children of every factor are counted, instead of weighing the whole
 */
record ReweightMissing(double minimum, boolean byCount) implements MissingPolicy {

  ReweightMissing {
    minimum = Checks.inRange(minimum, 0, 1, "minimum coverage");
  }

  @Override
  public boolean reweights() {
    return true;
  }

  @Override
  public <R> R fold(
      Supplier<? extends R> ofFail,
      DoubleFunction<? extends R> ofReweight,
      DoubleFunction<? extends R> ofReweightByCount,
      Supplier<? extends R> ofBound) {
    return byCount ? ofReweightByCount.apply(minimum) : ofReweight.apply(minimum);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of(byCount ? "reweightByCount" : "reweight").with("minimum", minimum);
  }

  @Override
  public String toString() {
    return (byCount ? "reweightByCount(" : "reweight(") + minimum + ")";
  }
}
