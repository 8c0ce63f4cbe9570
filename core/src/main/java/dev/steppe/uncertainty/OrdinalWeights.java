package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.random.WeightSampler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** See {@link WeightUncertainty#ordinal}. */
record OrdinalWeights() implements WeightDistribution {

  private static final double ROUNDING = 1e-12;

  @Override
  public boolean isFixed() {
    return false;
  }

  /** Effective weights that should be equal may differ by a rounding error, whatever their size. */
  @Override
  public WeightSampler sampler(CompiledModel model) {
    ImmutableDoubleArray weights = WeightDistribution.nominal(model.model());
    List<Integer> order = order(weights);
    ImmutableIntArray.Builder ties = ImmutableIntArray.builder(order.size());
    int first = 0;
    for (int k = 0; k < order.size(); k++) {
      double least = weights.get(order.get(first)) * (1 - ROUNDING);
      first = weights.get(order.get(k)) < least ? k : first;
      ties.add(first);
    }
    return WeightSampler.ordinal(
        WeightDistribution.codes(model.model()), ImmutableIntArray.copyOf(order), ties.build());
  }

  /** The indicators that have a weight, the weightiest first. */
  private static List<Integer> order(ImmutableDoubleArray weights) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < weights.length(); i++) {
      if (weights.get(i) > 0) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingDouble(i -> -weights.get(i)));
    return order;
  }

  @Override
  public String toString() {
    return "ordinal()";
  }
}
