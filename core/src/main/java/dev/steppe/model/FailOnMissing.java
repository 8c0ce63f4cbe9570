package dev.steppe.model;

import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/** See {@link MissingPolicy#fail()}. */
record FailOnMissing() implements MissingPolicy {

  static final MissingPolicy INSTANCE = new FailOnMissing();

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
    return ofFail.get();
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("fail");
  }

  @Override
  public String toString() {
    return "fail()";
  }
}
