package dev.steppe.uncertainty;

import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.random.WeightSampler;
import org.jspecify.annotations.Nullable;

/** See {@link WeightUncertainty#fixed}. */
record FixedWeights() implements WeightDistribution {

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public @Nullable WeightSampler sampler(CompiledModel model) {
    return null;
  }

  @Override
  public String toString() {
    return "fixed()";
  }
}
