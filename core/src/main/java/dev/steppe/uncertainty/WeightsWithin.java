package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.random.WeightSampler;

/**
 * See {@link WeightUncertainty#within}.
 *
 * @param fraction the greatest change, as a fraction of the weight
 */
record WeightsWithin(double fraction) implements WeightDistribution {

  WeightsWithin {
    if (!(fraction > 0)) {
      throw new IllegalArgumentException(
          "fraction of weights must be in (0, 1], but was " + fraction);
    }
    fraction = Checks.inRange(fraction, 0, 1, "fraction of weights");
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public WeightSampler sampler(CompiledModel model) {
    ImmutableDoubleArray nominal = WeightDistribution.nominal(model.model());
    return WeightSampler.between(
        WeightDistribution.codes(model.model()),
        WeightDistribution.times(nominal, 1 - fraction),
        WeightDistribution.times(nominal, 1 + fraction));
  }

  @Override
  public String toString() {
    return "within(" + fraction + ")";
  }
}
