package dev.steppe.assertj;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Text;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Contribution;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells whether some parts of a score, or of a difference, are its largest. */
final class Explanation {

  private final ImmutableSet<String> codes;
  private final boolean indicators;

  private Explanation(ImmutableSet<String> codes, boolean indicators) {
    this.codes = codes;
    this.indicators = indicators;
  }

  /**
   * Checks the codes.
   *
   * @throws IllegalArgumentException unless they are distinct indicators of the model, or distinct
   *     children of its root
   */
  static Explanation of(RiskModel model, String... codes) {
    requireNonNull(codes, "codes");
    if (codes.length == 0) {
      throw new IllegalArgumentException("isExplainedBy needs at least one code");
    }
    Set<String> distinct = new LinkedHashSet<>();
    List<String> top = new ArrayList<>();
    for (Node child : model.root().children()) {
      top.add(child.code());
    }
    boolean indicators = true;
    for (String code : codes) {
      indicators &= model.node(code).isLeaf();
      if (!distinct.add(code)) {
        throw new IllegalArgumentException("'" + code + "' was given twice");
      }
    }
    if (!indicators && !top.containsAll(distinct)) {
      throw new IllegalArgumentException(
          Text.of(
              "isExplainedBy takes either indicators, or what is at the top of model '%s' %s, but"
                  + " was given %s",
              model.name(), top, distinct));
    }
    return new Explanation(ImmutableSet.copyOf(distinct), indicators);
  }

  /** Those parts of a score or of a difference among which the codes are. */
  Supplier<ImmutableList<Contribution>> parts(
      Supplier<ImmutableList<Contribution>> ofIndicators,
      Supplier<ImmutableList<Contribution>> ofTopLevel) {
    return indicators ? ofIndicators : ofTopLevel;
  }

  /** Why the codes are not the largest of the parts; empty if they are. */
  Optional<String> fault(Supplier<ImmutableList<Contribution>> parts) {
    Contribution least = null;
    Contribution most = null;
    for (Contribution part : parts.get()) {
      if (codes.contains(part.code())) {
        least = part;
      } else if (most == null) {
        most = part;
      }
    }
    Contribution weakest = requireNonNull(least);
    double size = Math.abs(weakest.points());
    if (Numbers.compare(size, 0) == 0) {
      return Optional.of("but '" + weakest.code() + "' contributes nothing.");
    }
    if (most == null) {
      return Optional.empty();
    }
    double other = Math.abs(most.points());
    int order = Numbers.compare(other, size);
    if (order < 0) {
      return Optional.empty();
    }
    int decimals = Numbers.decimals(other, size);
    return Optional.of(
        Text.of(
            "but '%s' contributes %s '%s': %s against %s points.",
            most.code(),
            order == 0 ? "as much as" : "more than",
            weakest.code(),
            Decimals.signed(most.points(), decimals),
            Decimals.signed(weakest.points(), decimals)));
  }

  @Override
  public String toString() {
    return codes.toString();
  }
}
