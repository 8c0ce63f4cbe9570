package dev.steppe.analogue;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a reader should know about a comparison: what was left out, and what is weak. */
final class AnalogueText {

  private final ImmutableList.Builder<String> notes = ImmutableList.builder();

  private AnalogueText() {}

  static ImmutableList<String> of(SimilaritySpace space, CommonGround ground) {
    AnalogueText all = new AnalogueText();
    all.addList(
        "Indicators not compared: ",
        space.ignored.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")"));
    all.addList(
        space.target.card().countryAtDate().name() + " has no value of ",
        codes(space, k -> !space.target.has(k)));
    all.addList(
        "Left out, having too little in common: ",
        space.leftOut.stream().map(card -> card.countryAtDate().name()));
    all.addList(
        "Mahalanobis distance and mixture go without what some lack or what does not vary: ",
        codes(space, k -> !ground.indicators().contains(k)));
    all.addCovariance(ground);
    return all.notes.build();
  }

  private void addList(String lead, Stream<String> items) {
    ImmutableList<String> listed = items.collect(ImmutableList.toImmutableList());
    if (!listed.isEmpty()) {
      notes.add(lead + String.join(", ", listed) + ".");
    }
  }

  private static Stream<String> codes(SimilaritySpace space, IntPredicate which) {
    return IntStream.range(0, space.size())
        .filter(which)
        .mapToObj(k -> space.criteria.get(k).code());
  }

  private void addCovariance(CommonGround ground) {
    if (ground.covariance() == null) {
      notes.add("No Mahalanobis distance: " + ground.fault() + ".");
    } else if (ground.rows() < ground.indicators().length()) {
      notes.add(
          Text.of(
              "The covariance rests on fewer countries and dates (%s) than indicators (%s): its"
                  + " correlations, shrunk by %s %%, are weakly known.",
              ground.rows(),
              ground.indicators().length(),
              Decimals.percent(ground.covariance().intensity(), 0)));
    }
  }
}
