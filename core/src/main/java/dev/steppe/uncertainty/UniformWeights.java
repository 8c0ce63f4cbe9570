package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.RiskModel;
import java.util.Optional;

/** The Dirichlet distribution whose parameters are 1, see {@link WeightUncertainty#uniform}. */
record UniformWeights() implements WeightDistribution {

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public Optional<ImmutableDoubleArray> dirichletParameters(RiskModel model) {
    return Optional.of(ones(model));
  }

  private static ImmutableDoubleArray ones(RiskModel model) {
    ImmutableDoubleArray.Builder ones = ImmutableDoubleArray.builder();
    WeightDistribution.nominal(model).forEach(weight -> ones.add(weight > 0 ? 1 : 0));
    return ones.build();
  }

  @Override
  public WeightSampler sampler(CompiledModel model) {
    return WeightSampler.dirichlet(WeightDistribution.codes(model.model()), ones(model.model()));
  }

  @Override
  public String toString() {
    return "uniform()";
  }
}
