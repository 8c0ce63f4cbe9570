package dev.steppe.model;

import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  // The compiler leaves a record's to be made at the first call, which takes longer than a score.
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof BoundMissing;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
