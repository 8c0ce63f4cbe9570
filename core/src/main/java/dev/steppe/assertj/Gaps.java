package dev.steppe.assertj;

import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.List;

/** Which readings a score lacks, and which it has with doubt, in the order of the model. */
record Gaps(Scorecard card) {

  /** The indicators that weigh something and have no reading. */
  List<String> missing() {
    List<String> codes = new ArrayList<>();
    for (Criterion criterion : card.model().criteria()) {
      if (card.profile().readings(criterion.code()).isEmpty()
          && !card.profile().notApplicable().containsKey(criterion.code())
          && card.model().effectiveWeight(criterion.code()) > 0) {
        codes.add(criterion.code());
      }
    }
    return codes;
  }

  private List<String> uncertain() {
    List<String> codes = new ArrayList<>();
    for (NodeScore node : card.nodes()) {
      if (node.readings().stream().anyMatch(reading -> !reading.estimate().isExact())) {
        codes.add(node.code());
      }
    }
    return codes;
  }

  /** Lines that name what makes a range wide; none if nothing does. */
  String inWords() {
    return line("Uncertain readings", uncertain()) + line("Missing readings", missing());
  }

  private static String line(String what, List<String> codes) {
    return codes.isEmpty() ? "" : Text.of("\n%s: %s.", what, Text.quoted(codes));
  }

  /** A line for each missing reading, with what it weighs. */
  String withWeights() {
    StringBuilder text = new StringBuilder("\nMissing readings, with their effective weights:");
    for (String code : missing()) {
      String weight = Decimals.fixed(card.model().effectiveWeight(code), 3);
      text.append(Text.of("\n  %s %s", code, weight));
    }
    return text.toString();
  }
}
