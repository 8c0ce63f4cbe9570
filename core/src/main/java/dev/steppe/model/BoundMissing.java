package dev.steppe.model;

import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** See {@link MissingPolicy#bound()}. */
record BoundMissing() implements MissingPolicy {

  static final MissingPolicy INSTANCE = new BoundMissing();

  @Override
  public boolean reweights() {
    return false;
  }

  @Override
  public <R> R fold(
      Supplier<? extends R> ofFail,
      DoubleFunction<? extends R> ofReweight,
      DoubleFunction<? extends R> ofReweightByCount,
      Supplier<? extends R> ofBound) {
    return ofBound.get();
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("bound");
  }

  @Override
  public String toString() {
    return "bound()";
  }
}
