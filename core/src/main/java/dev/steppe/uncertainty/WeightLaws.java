package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.NestedWeightSampler;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Criterion;
import dev.steppe.model.Node;
import dev.steppe.uncertainty.WeightUncertainty.Dirichlet;
import dev.steppe.uncertainty.WeightUncertainty.EachWithin;
import dev.steppe.uncertainty.WeightUncertainty.Ordinal;
import dev.steppe.uncertainty.WeightUncertainty.Uniform;
import dev.steppe.uncertainty.WeightUncertainty.Within;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link WeightUncertainty} means for the indicators of a model. */
final class WeightLaws {

  private WeightLaws() {}

  static List<String> codes(CompiledModel model) {
    List<String> codes = new ArrayList<>();
    for (Criterion criterion : model.model().criteria()) {
      codes.add(criterion.code());
    }
    return codes;
  }

  /** The model's effective weights, by indicator. */
  static ImmutableDoubleArray nominal(CompiledModel model) {
    ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder(model.indicatorCount());
    for (int i = 0; i < model.indicatorCount(); i++) {
      weights.add(model.effectiveWeight(i));
    }
    return weights.build();
  }

  /** How weights are drawn; null if they are not. */
  static @Nullable WeightSampler law(CompiledModel model, WeightUncertainty uncertainty) {
    ImmutableDoubleArray nominal = nominal(model);
    Optional<ImmutableDoubleArray> parameters = parameters(model, uncertainty);
    if (parameters.isPresent()) {
      return WeightSampler.dirichlet(codes(model), parameters.get());
    }
    if (uncertainty instanceof Ordinal) {
      return WeightSampler.ordinal(codes(model), order(nominal));
    }
    if (uncertainty instanceof Within within) {
      return WeightSampler.between(
          codes(model),
          times(nominal, 1 - within.fraction()),
          times(nominal, 1 + within.fraction()));
    }
    if (uncertainty instanceof EachWithin each) {
      return new NestedWeightSampler(model, fractions(model, each));
    }
    return null;
  }

  /** By node; a code that is no node's, or the root's, is refused. */
  private static ImmutableDoubleArray fractions(CompiledModel model, EachWithin each) {
    String root = model.model().name();
    List<String> faults = new ArrayList<>();
    for (String code : each.fractions().keySet()) {
      if (code.equals(root)) {
        faults.add("'" + code + "' is the top of the tree, which has no weight");
      } else if (model.find(code) < 0) {
        faults.add(
            "unknown code '" + code + "'. " + Checks.known(code, model.model().nodes().keySet()));
      }
    }
    Checks.noFaults("Uncertainty of the weights of model '" + root + "'", faults);
    ImmutableDoubleArray.Builder fractions = ImmutableDoubleArray.builder();
    for (Node node : model.nodes()) {
      fractions.add(requireNonNull(each.fractions().getOrDefault(node.code(), each.others())));
    }
    return fractions.build();
  }

  /** The parameters of the Dirichlet distribution, if it is one. */
  static Optional<ImmutableDoubleArray> parameters(
      CompiledModel model, WeightUncertainty uncertainty) {
    ImmutableDoubleArray nominal = nominal(model);
    if (uncertainty instanceof Uniform) {
      ImmutableDoubleArray.Builder ones = ImmutableDoubleArray.builder(nominal.length());
      nominal.forEach(weight -> ones.add(weight > 0 ? 1 : 0));
      return Optional.of(ones.build());
    }
    return uncertainty instanceof Dirichlet dirichlet
        ? Optional.of(times(nominal, dirichlet.concentration()))
        : Optional.empty();
  }

  private static ImmutableDoubleArray times(ImmutableDoubleArray weights, double factor) {
    ImmutableDoubleArray.Builder products = ImmutableDoubleArray.builder(weights.length());
    weights.forEach(weight -> products.add(weight * factor));
    return products.build();
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
}
