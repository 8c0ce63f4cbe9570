package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** An aggregation that takes any children, in any order and of any weights. */
sealed interface WeightedMean extends Aggregation
    permits Arithmetic, Geometric, Harmonic, PowerMean, MinimumOrMaximum, OwnMean {

  @Override
  default Aggregation bind(List<String> children) {
    return this;
  }

  @Override
  default Aggregation unbound() {
    return this;
  }

  @Override
  default ImmutableList<String> misfits(Factor factor) {
    return ImmutableList.of();
  }

  @Override
  default Aggregation reweighted(double[] from, double[] to) {
    return this;
  }
}
