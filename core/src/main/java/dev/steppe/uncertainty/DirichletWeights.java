package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.RiskModel;
import java.util.Optional;

/**
 * See {@link WeightUncertainty#dirichlet}.
 *
 * @param concentration the sum of the parameters
 */
record DirichletWeights(double concentration) implements WeightDistribution {

  DirichletWeights {
    if (!(concentration > 0 && concentration < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "concentration of weights must be finite and > 0, but was " + concentration);
    }
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public Optional<ImmutableDoubleArray> dirichletParameters(RiskModel model) {
    return Optional.of(parameters(model));
  }

  private ImmutableDoubleArray parameters(RiskModel model) {
    return WeightDistribution.times(WeightDistribution.nominal(model), concentration);
  }

  @Override
  public WeightSampler sampler(CompiledModel model) {
    return WeightSampler.dirichlet(
        WeightDistribution.codes(model.model()), parameters(model.model()));
  }

  @Override
  public String toString() {
    return "dirichlet(" + concentration + ")";
  }
}
