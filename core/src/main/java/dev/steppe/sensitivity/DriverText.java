package dev.steppe.sensitivity;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What drives an output, in words. */
final class DriverText {

  /** A share below this is not worth a word. */
  private static final double SLIGHT = 0.01;

  /** Shares that differ by less are the same but for rounding. */
  private static final double ROUNDING = 1e-12;

  private DriverText() {}

  static String of(SobolIndices result) {
    if (!result.isDefined()) {
      return "The " + result.output() + " is the same everywhere: there is no spread to divide.";
    }
    List<SobolIndex> order = new ArrayList<>(result.indices());
    order.sort(Comparator.comparingDouble(SobolIndex::first).reversed());
    double together = result.interactions().orElseThrow();
    double alone = 0;
    List<String> leaders = new ArrayList<>();
    for (SobolIndex index : order) {
      if (alone > 0.5 || index.first() < SLIGHT) {
        break;
      }
      alone += index.first();
      leaders.add(Text.of("\"%s\" (%s)", index.input(), percent(index.first())));
    }
    if (!(alone > 0.5)) {
      leaders = List.of(Text.of("inputs acting together (%s)", percent(together)));
    }
    return Text.of(
        "Most of the spread of the %s comes from %s.%s%s",
        result.output(),
        String.join(" and ", leaders),
        alone > 0.5 && together >= SLIGHT
            ? Text.of(" Inputs acting together make up %s.", percent(together))
            : "",
        slight(result));
  }

  /** What estimates say that cannot be. */
  static ImmutableList<String> remarks(SobolIndices result) {
    List<SobolIndex> below =
        result.indices().stream().filter(index -> index.first() < -ROUNDING).toList();
    List<SobolIndex> above =
        result.indices().stream()
            .filter(index -> index.first() - index.total() > ROUNDING)
            .toList();
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    remark(remarks, "below 0", below, index -> upperFirst(index) >= 0);
    remark(remarks, "above the total one", above, index -> lowerFirst(index) <= upperTotal(index));
    return remarks.build();
  }

  private static void remark(
      ImmutableList.Builder<String> remarks,
      String where,
      List<SobolIndex> indices,
      Predicate<SobolIndex> isWithin) {
    List<String> within = names(indices, isWithin);
    List<String> beyond = names(indices, isWithin.negate());
    if (!within.isEmpty()) {
      remarks.add(
          Text.of("The first-order index is %s, within its error: %s.", where, some(within)));
    }
    if (!beyond.isEmpty()) {
      remarks.add(
          Text.of(
              "The first-order index is %s by more than its error: %s. Use more rows.",
              where, some(beyond)));
    }
  }

  private static List<String> names(List<SobolIndex> indices, Predicate<SobolIndex> which) {
    return indices.stream().filter(which).map(SobolIndex::input).toList();
  }

  /** The ends of intervals; an exact index is its own. */
  private static double upperFirst(SobolIndex index) {
    return index.firstInterval().map(ConfidenceInterval::upper).orElse(index.first());
  }

  private static double lowerFirst(SobolIndex index) {
    return index.firstInterval().map(ConfidenceInterval::lower).orElse(index.first());
  }

  private static double upperTotal(SobolIndex index) {
    return index.totalInterval().map(ConfidenceInterval::upper).orElse(index.total());
  }

  private static String slight(SobolIndices result) {
    List<String> slight =
        result.indices().stream()
            .filter(index -> index.total() < SLIGHT)
            .map(SobolIndex::input)
            .toList();
    return slight.isEmpty()
        ? ""
        : " Hardly anything (less than 1 % each) depends on " + some(slight) + ".";
  }

  /** Names, if they are not too many for a line or two. */
  static String some(List<String> names) {
    int most = 10;
    return names.size() <= most + 1
        ? Text.named(names)
        : Text.of("%s and %s more", Text.named(names.subList(0, most)), names.size() - most);
  }

  private static String percent(double share) {
    return Decimals.percent(share, 0) + " %";
  }
}
