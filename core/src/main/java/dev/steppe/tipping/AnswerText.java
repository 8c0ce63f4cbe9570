package dev.steppe.tipping;

import dev.steppe.model.Indicator;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tipping points in words and tables. */
final class AnswerText {

  private AnswerText() {}

  static String summary(TippingAnswer answer) {
    Scorecard card = answer.card();
    String name = card.country().name();
    if (answer.isReached()) {
      return name
          + " is at "
          + goal(answer)
          + ": no change is needed. "
          + Scorecard.NOT_A_PROBABILITY;
    }
    String gap = Decimals.fixed(Math.abs(answer.difference()), 1);
    String start =
        name
            + " scores "
            + Decimals.fixed(card.value(), 1)
            + " and is "
            + gap
            + " points "
            + (answer.difference() > 0 ? "below " : "above ")
            + goal(answer)
            + ".";
    List<String> sentences = new ArrayList<>();
    sentences.add(start);
    sentences.add(aloneSentence(answer));
    listed(answer, TippingLever.Status.CANNOT)
        .ifPresent(list -> sentences.add("Alone these cannot: " + list + "."));
    listed(answer, TippingLever.Status.IMMUTABLE)
        .ifPresent(list -> sentences.add("Held as they are: " + list + "."));
    listed(answer, TippingLever.Status.MISSING)
        .ifPresent(list -> sentences.add("Without a reading, so not moved: " + list + "."));
    sentences.add(togetherSentence(answer, TippingMeasure.EUCLIDEAN));
    if (answer.together(TippingMeasure.SUM).reaches()) {
      sentences.add(togetherSentence(answer, TippingMeasure.SUM));
    }
    sentences.add(Scorecard.NOT_A_PROBABILITY);
    return String.join(" ", sentences);
  }

  private static String goal(TippingAnswer answer) {
    String score = Decimals.fixed(answer.target(), 1);
    return answer
        .rival()
        .map(rival -> rival.country().name() + "'s " + score)
        .orElse("the score " + score);
  }

  private static String aloneSentence(TippingAnswer answer) {
    List<TippingLever> levers = answer.reachingAlone();
    if (levers.isEmpty()) {
      return "No indicator alone takes it there.";
    }
    return "Alone, with all else as it is, "
        + (levers.size() == 1 ? "one indicator takes" : levers.size() + " indicators take")
        + " it there: "
        + joined(levers, lever -> moved(lever))
        + ".";
  }

  private static String moved(TippingLever lever) {
    return way(
        lever.indicator(), lever.reading().orElseThrow(), lever.neededReading().orElseThrow());
  }

  private static java.util.Optional<String> listed(
      TippingAnswer answer, TippingLever.Status status) {
    List<TippingLever> found =
        answer.alone().stream().filter(lever -> lever.status() == status).toList();
    if (found.isEmpty()) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        joined(
            found,
            lever ->
                status == TippingLever.Status.CANNOT
                    ? lever.indicator().name()
                        + " (score "
                        + Decimals.fixed(lever.score(), 1)
                        + " at the farthest)"
                    : lever.indicator().name()));
  }

  private static String togetherSentence(TippingAnswer answer, TippingMeasure measure) {
    TippingChange change = answer.together(measure);
    if (!change.reaches()) {
      return "All together cannot either: at the farthest the score is "
          + Decimals.fixed(change.score(), 1)
          + ".";
    }
    return "Together, the "
        + (change.isLeast() ? "least change" : "smallest change found")
        + " by "
        + (measure == TippingMeasure.EUCLIDEAN ? "Euclidean distance" : "sum of points")
        + " costs "
        + Decimals.fixed(change.cost().orElseThrow(), 1)
        + (change.isLeast()
            ? ""
            : " (one that costs "
                + Decimals.fixed(100 * change.gap().orElseThrow(), 2)
                + " % less is not ruled out)")
        + ": "
        + joined(change.moves(), TippingMove::toString)
        + ".";
  }

  private static <T> String joined(List<T> items, Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining("; "));
  }

  /** An indicator and where its reading goes, such as "Imports (fraction) from 0.34 to 0.41". */
  static String way(Indicator indicator, double from, double to) {
    return indicator.name()
        + (indicator.unit().isEmpty() ? "" : " (" + indicator.unit() + ")")
        + " from "
        + number(from)
        + " to "
        + number(to);
  }

  static String lever(TippingLever lever) {
    String name = lever.indicator().name();
    return switch (lever.status()) {
      case REACHES -> moved(lever);
      case CANNOT ->
          name + " cannot, score " + Decimals.fixed(lever.score(), 1) + " at the farthest";
      case IMMUTABLE -> name + " is immutable";
      case MISSING -> name + " is missing";
    };
  }

  /** Four digits that count, without zeros at the end. */
  static String number(double value) {
    return Decimals.significant(value, 4);
  }

  static Table table(TippingAnswer answer) {
    Table.Builder table =
        Table.titled("What takes " + answer.country() + " to " + goal(answer) + " alone")
            .text("Indicator")
            .number("Reading", 3)
            .number("Needed", 3)
            .number("Value", 1)
            .number("Needed value", 1)
            .number("Score", 1)
            .text("Alone");
    for (TippingLever lever : answer.alone()) {
      table.row(
          lever.indicator().name(),
          lever.reading(),
          lever.neededReading(),
          lever.value(),
          lever.neededValue(),
          lever.score(),
          switch (lever.status()) {
            case REACHES -> "reaches it";
            case CANNOT -> "cannot";
            case IMMUTABLE -> "immutable";
            case MISSING -> "missing";
          });
    }
    return table
        .note(
            "Score now "
                + Decimals.fixed(answer.card().value(), 1)
                + ". Where it cannot be reached, needed is where the indicator takes the score"
                + " farthest.")
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  static Table table(TippingChange change) {
    Table.Builder table =
        Table.titled(
                (change.reaches() ? "Joint change" : "Farthest joint change")
                    + " by "
                    + (change.measure() == TippingMeasure.EUCLIDEAN
                        ? "Euclidean distance"
                        : "sum of points"))
            .text("Indicator")
            .number("Reading", 3)
            .number("Needed", 3)
            .number("Value", 1)
            .number("Needed value", 1)
            .signed("Points", 1)
            .number("Cost a point", 2);
    for (TippingMove move : change.moves()) {
      table.row(
          move.indicator().name(),
          move.fromReading(),
          move.toReading(),
          move.fromValue(),
          move.toValue(),
          move.toValue() - move.fromValue(),
          move.cost());
    }
    String score = "Score after it " + Decimals.fixed(change.score(), 1) + ".";
    return table
        .note(
            change.reaches()
                ? score
                    + " Cost "
                    + Decimals.fixed(change.cost().orElseThrow(), 3)
                    + "; nothing that reaches the target costs less than "
                    + Decimals.fixed(change.lowerBound().orElseThrow(), 3)
                    + "."
                : score + " The target cannot be reached.")
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  static Table table(TippingSets sets) {
    Table.Builder table =
        Table.titled(
                "Smallest sets of scenarios that take "
                    + sets.card().country()
                    + " to the score "
                    + Decimals.fixed(sets.target(), 1))
            .number("Scenarios", 0)
            .text("Set")
            .number("Score", 1);
    for (TippingSets.Found found : sets.minimal()) {
      table.row(
          found.scenarios().size(),
          found.scenarios().isEmpty() ? "none is needed" : String.join(" + ", found.scenarios()),
          found.score());
    }
    table.note(
        "Score now "
            + Decimals.fixed(sets.card().value(), 1)
            + ". Of "
            + sets.tried()
            + " sets "
            + sets.reaching()
            + " reach it; no proper subset of a set above does.");
    for (TippingSets.Excluded excluded : sets.excluded()) {
      table.note(
          "Not tried: all that goes on from "
              + String.join(" + ", excluded.scenarios())
              + " ("
              + excluded.reason()
              + ").");
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }
}
