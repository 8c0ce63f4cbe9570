package dev.steppe.assertj;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** What failures say of scores. */
final class ClaimText {

  /** How many contributions a failure lists one by one. */
  private static final int LARGEST = 5;

  private ClaimText() {}

  /** One line: who, when, score, range, coverage. */
  static String card(Scorecard card, int decimals) {
    return Text.of(
        "%s: %s, range %s to %s, coverage %s %%",
        card.countryAtDate(),
        Decimals.fixed(card.value(), decimals),
        Decimals.fixed(card.range().lower(), decimals),
        Decimals.fixed(card.range().upper(), decimals),
        Decimals.percent(card.coverage(), 0));
  }

  static String points(double size, int decimals) {
    return Decimals.fixed(Math.abs(size), decimals) + " points";
  }

  /** What the score is made of, the largest parts first. */
  static String contributions(Scorecard card, int decimals) {
    return contributions(card, card::contributions, decimals);
  }

  /** The same, of parts that may be factors. */
  static String contributions(
      Scorecard card, Supplier<ImmutableList<Contribution>> parts, int decimals) {
    return largest(parts, card.country().code(), "safest", decimals);
  }

  /** What the difference is made of, the largest parts first. */
  static String contributions(Comparison comparison, int decimals) {
    return contributions(comparison, comparison::contributions, decimals);
  }

  /** The same, of parts that may be factors. */
  static String contributions(
      Comparison comparison, Supplier<ImmutableList<Contribution>> parts, int decimals) {
    String first = comparison.first().country().code();
    String second = comparison.second().country().code();
    return largest(parts, first, second.equals(first) ? second + " (other)" : second, decimals);
  }

  private static String largest(
      Supplier<ImmutableList<Contribution>> parts, String first, String second, int decimals) {
    try {
      List<Contribution> all = parts.get();
      return all.stream().allMatch(part -> part.points() == 0)
          ? "\n\nNo indicator contributes anything."
          : "\n\n" + largest(all, first, second, decimals);
    } catch (IllegalArgumentException fault) {
      // The claim failed for a reason of its own, which must be told even if the parts cannot be.
      return "\n\nWhat contributes to it cannot be told: " + fault.getMessage();
    }
  }

  private static Table largest(
      List<Contribution> parts, String first, String second, int decimals) {
    Table.Builder table =
        Table.builder()
            .text("Largest contributions")
            .number(first, 1)
            .number(second, 1)
            .signed("Points", decimals);
    int moving = (int) parts.stream().filter(part -> part.points() != 0).count();
    int shown = moving <= LARGEST + 1 ? moving : LARGEST;
    List<Double> rows = new ArrayList<>();
    for (Contribution part : parts.subList(0, shown)) {
      table.row(part.code(), part.value(), part.reference(), part.points());
      rows.add(part.points());
    }
    if (shown < moving) {
      double others = 0;
      for (Contribution part : parts.subList(shown, moving)) {
        others += part.points();
      }
      table.row(
          "the " + (moving - shown) + " others together",
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          others);
      rows.add(others);
    }
    double sum = parts.stream().mapToDouble(Contribution::points).sum();
    if (!RoundedParts.addUp(decimals, sum, Doubles.toArray(rows))) {
      table.note(RoundedParts.NOTE);
    }
    return table.build();
  }

  /** One line: node, value, reading, weights. */
  static String node(NodeScore node, int decimals) {
    OptionalDouble value = node.value();
    return Text.of(
        "%s: %s%s, weight %s, effective weight %s",
        node.code(),
        value.isPresent()
            ? Decimals.fixed(value.getAsDouble(), decimals)
            : node.isApplicable() ? "missing" : "not applicable",
        node.raw().isPresent() ? ", reading " + node.raw().getAsDouble() : "",
        Decimals.fixed(node.weight(), 3),
        Decimals.fixed(node.effectiveWeight(), 3));
  }
}
