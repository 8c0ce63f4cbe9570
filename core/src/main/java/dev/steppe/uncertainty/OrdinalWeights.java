package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.random.WeightSampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** See {@link WeightUncertainty#ordinal}. */
record OrdinalWeights() implements WeightLaw {

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public WeightSampler sampler(CompiledModel model) {
    return WeightSampler.ordinal(
        WeightLaw.codes(model.model()), order(WeightLaw.nominal(model.model())));
  }

  /** The indicators that have a weight, the weightiest first. */
  private static ImmutableIntArray order(ImmutableDoubleArray weights) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < weights.length(); i++) {
      if (weights.get(i) > 0) {
        order.add(i);
      }
    }
    // Effective weights that should be equal may differ by a rounding error.
    order.sort(Comparator.comparingDouble(i -> -Math.rint(weights.get(i) * 1e12)));
    return ImmutableIntArray.copyOf(order);
  }

  @Override
  public String toString() {
    return "ordinal()";
  }
}
