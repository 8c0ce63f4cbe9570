package dev.steppe.sensitivity;

import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What drives an output, in words. */
final class DriverText {

  /** A share below this is not worth a word. */
  private static final double SLIGHT = 0.01;

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
      leaders.add(Text.of("'%s' (%s)", index.input(), percent(index.first())));
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

  private static String slight(SobolIndices result) {
    List<String> slight =
        result.indices().stream()
            .filter(index -> index.total() < SLIGHT)
            .map(SobolIndex::input)
            .toList();
    return slight.isEmpty()
        ? ""
        : " Hardly anything (less than 1 % each) depends on " + Text.quoted(slight) + ".";
  }

  private static String percent(double share) {
    return Decimals.fixed(100 * share, 0) + " %";
  }
}
