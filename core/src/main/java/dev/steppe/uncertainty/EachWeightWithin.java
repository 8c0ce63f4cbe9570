package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.NestedWeightSampler;
import dev.steppe.internal.random.WeightSampler;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * See {@link WeightUncertainty#eachWithin(double)}.
 *
 * @param others the greatest change of weights that are not listed, as a fraction of the weight
 * @param listed the same by code, for those that are listed
 */
record EachWeightWithin(double others, ImmutableMap<String, Double> listed)
    implements WeightDistribution {

  EachWeightWithin {
    requireNonNull(listed, "listed");
    List<String> faults = new ArrayList<>();
    if (listed.isEmpty() && !isFraction(others)) {
      faults.add("fraction must be in (0, 1], but was " + others);
    } else if (others != 0 && !isFraction(others)) {
      faults.add("fraction of the others must be in [0, 1], but was " + others);
    }
    listed.forEach(
        (code, fraction) -> {
          if (!isFraction(fraction)) {
            faults.add("fraction of '" + code + "' must be in (0, 1], but was " + fraction);
          }
        });
    Checks.noFaults("Uncertainty of weights", faults);
    others += 0.0;
  }

  private static boolean isFraction(double fraction) {
    return fraction > 0 && fraction <= 1;
  }

  @Override
  public boolean isFixed() {
    return false;
  }

  @Override
  public Optional<ImmutableMap<String, Double>> fractions(RiskModel model) {
    checkCodes(model);
    ImmutableMap.Builder<String, Double> fractions = ImmutableMap.builder();
    for (Node node : model.nodes().values()) {
      double fraction = fraction(node);
      if (fraction > 0 && node.weight() > 0 && !node.code().equals(model.name())) {
        fractions.put(node.code(), fraction);
      }
    }
    return Optional.of(fractions.buildOrThrow());
  }

  @Override
  public WeightSampler sampler(CompiledModel model) {
    checkCodes(model.model());
    ImmutableDoubleArray.Builder fractions = ImmutableDoubleArray.builder();
    model.nodes().forEach(node -> fractions.add(fraction(node)));
    return new NestedWeightSampler(model, fractions.build());
  }

  private double fraction(Node node) {
    return requireNonNull(listed.getOrDefault(node.code(), others));
  }

  /** Refuses a code that is no node's, or the root's. */
  private void checkCodes(RiskModel model) {
    List<String> faults = new ArrayList<>();
    for (String code : listed.keySet()) {
      if (code.equals(model.name())) {
        faults.add("'" + code + "' is the top of the tree, which has no weight");
      } else if (!model.nodes().containsKey(code)) {
        faults.add(
            "unknown code '"
                + code
                + "'"
                + Checks.knownAfter(
                    faults.size(), code, model.nodes().keySet(), each -> model.node(each).name()));
      }
    }
    Checks.noFaults("Uncertainty of the weights of model '" + model.name() + "'", faults);
  }

  @Override
  public String toString() {
    return Text.printable(
        "eachWithin(" + (listed.isEmpty() ? String.valueOf(others) : listed) + ")");
  }
}
