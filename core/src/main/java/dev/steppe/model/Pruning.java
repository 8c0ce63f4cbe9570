package dev.steppe.model;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves indicators out of a model. */
final class Pruning {

  private Pruning() {}

  /** The top factor without some indicators, and without factors of which nothing is left. */
  static Factor without(RiskModel model, Set<String> codes) {
    Set<String> known = new LinkedHashSet<>();
    model.indicators().forEach(indicator -> known.add(indicator.code()));
    Checks.noFaults(
        "Leaving indicators out of model '" + model.name() + "'",
        Checks.eachUnknown("unknown indicator", codes, known, code -> model.node(code).name()));
    return pruned(model.root(), codes)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Without "
                        + Text.quoted(codes)
                        + " nothing of model '"
                        + model.name()
                        + "' is left"));
  }

  private static Optional<Factor> pruned(Factor factor, Set<String> codes) {
    List<Node> left = new ArrayList<>();
    for (Node child : factor.children()) {
      child
          .<Optional<? extends Node>>fold(
              inner -> pruned(inner, codes),
              leaf -> codes.contains(leaf.code()) ? Optional.empty() : Optional.of(leaf))
          .ifPresent(left::add);
    }
    return left.isEmpty() ? Optional.empty() : Optional.of(factor.withChildren(left));
  }

  /** What a fault says if some indicators cannot be fitted and the rest can be without them. */
  static String hint(RiskModel model, Collection<String> alike) {
    return alike.isEmpty() || alike.size() == model.indicators().size()
        ? ""
        : Text.of(
            "\nThe rest can be fitted without what does not differ:"
                + " model.without(%s).fit(reference). Profiles then need select(...)",
            alike.stream().map(code -> '"' + code + '"').collect(Collectors.joining(", ")));
  }
}
