package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Criterion;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a {@link WeightUncertainty} is drawn, which users need not see. */
sealed interface WeightDistribution extends WeightUncertainty
    permits FixedWeights,
        UniformWeights,
        DirichletWeights,
        OrdinalWeights,
        WeightsWithin,
        EachWeightWithin {

  /** Every kind is a law: it is the only one that is permitted. */
  static WeightDistribution of(WeightUncertainty uncertainty) {
    return (WeightDistribution) uncertainty;
  }

  /** What draws the weights of the indicators; null if they are fixed. */
  @Nullable WeightSampler sampler(CompiledModel model);

  static List<String> codes(RiskModel model) {
    List<String> codes = new ArrayList<>();
    for (Criterion criterion : model.criteria()) {
      codes.add(criterion.code());
    }
    return Collections.unmodifiableList(codes);
  }

  /** The model's effective weights, by indicator. */
  static ImmutableDoubleArray nominal(RiskModel model) {
    ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder();
    for (Criterion criterion : model.criteria()) {
      weights.add(model.effectiveWeight(criterion.code()));
    }
    return weights.build();
  }

  static ImmutableDoubleArray times(ImmutableDoubleArray weights, double factor) {
    ImmutableDoubleArray.Builder products = ImmutableDoubleArray.builder(weights.length());
    weights.forEach(weight -> products.add(weight * factor));
    return products.build();
  }
}
