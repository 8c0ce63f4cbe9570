package dev.steppe.tipping;

import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tipping points in words and tables. */
final class AnswerText {

  private AnswerText() {}

  static String summary(TippingAnswer answer) {
    String name = answer.country().name();
    List<String> sentences = new ArrayList<>();
    if (answer.isReached()) {
      sentences.add(Text.of("%s is at %s: no change is needed.", name, goal(answer)));
    } else {
      sentences.add(
          Text.of(
              "%s scores %s and is %s points %s %s.",
              name,
              Decimals.fixed(answer.card().value(), 1),
              Decimals.fixed(Math.abs(answer.difference()), 1),
              answer.difference() > 0 ? "below" : "above",
              goal(answer)));
      addAlone(answer, sentences);
      sentences.add(together(answer.together(TippingMeasure.EUCLIDEAN)));
      if (answer.together(TippingMeasure.SUM).reaches()) {
        sentences.add(together(answer.together(TippingMeasure.SUM)));
      }
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

  private static void addAlone(TippingAnswer answer, List<String> sentences) {
    List<TippingLever> levers = answer.reachingAlone();
    sentences.add(
        levers.isEmpty()
            ? "No indicator alone takes it there."
            : Text.of(
                "Alone, with all else as it is, %s it there: %s.",
                levers.size() == 1 ? "one indicator takes" : levers.size() + " indicators take",
                joined(levers, AnswerText::moved)));
    addList(
        "Alone these cannot: ",
        answer,
        TippingLever.Status.CANNOT,
        lever -> Text.of("%s (score %s at the farthest)", name(lever), score(lever)),
        sentences);
    addList(
        "Held as they are: ", answer, TippingLever.Status.IMMUTABLE, AnswerText::name, sentences);
    addList(
        "Without a reading, so not moved: ",
        answer,
        TippingLever.Status.MISSING,
        AnswerText::name,
        sentences);
    steps(answer).ifPresent(sentences::add);
  }

  /** Which indicators have no readings but some, so that nothing between is offered. */
  private static Optional<String> steps(TippingAnswer answer) {
    List<Indicator> stepping =
        answer.alone().stream()
            .filter(lever -> lever.neededReading().isPresent())
            .map(TippingLever::indicator)
            .filter(indicator -> !indicator.levels().isEmpty())
            .toList();
    return stepping.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "In steps only, with no reading between: "
                + joined(stepping, AnswerText::levels)
                + ".");
  }

  private static String levels(Indicator indicator) {
    return Text.of(
        "%s (%s)",
        indicator.name(),
        indicator.levels().stream().map(AnswerText::number).collect(Collectors.joining(", ")));
  }

  private static void addList(
      String lead,
      TippingAnswer answer,
      TippingLever.Status status,
      Function<TippingLever, String> text,
      List<String> sentences) {
    List<TippingLever> found =
        answer.alone().stream().filter(lever -> lever.status() == status).toList();
    if (!found.isEmpty()) {
      sentences.add(lead + joined(found, text) + ".");
    }
  }

  private static String together(TippingChange change) {
    if (!change.reaches()) {
      return Text.of(
          "All together cannot either: at the farthest the score is %s.",
          Decimals.fixed(change.score(), 1));
    }
    String doubt =
        change.isLeast()
            ? ""
            : Text.of(
                " (one that costs %s %% less is not ruled out)",
                Decimals.percent(change.gap().orElseThrow(), 2));
    return Text.of(
        "Together, the %s by %s costs %s%s: %s.",
        change.isLeast() ? "least change" : "smallest change found",
        measured(change),
        Decimals.fixed(change.cost().orElseThrow(), 1),
        doubt,
        joined(change.moves(), TippingMove::toString));
  }

  private static String measured(TippingChange change) {
    return change.measure() == TippingMeasure.EUCLIDEAN ? "Euclidean distance" : "sum of points";
  }

  private static <T> String joined(List<T> items, Function<T, String> text) {
    return items.stream().map(text).collect(Collectors.joining("; "));
  }

  /** An indicator and where its reading goes, such as "Imports (fraction) from 0.34 to 0.41". */
  static String way(Indicator indicator, double from, double to) {
    String unit = indicator.unit().isEmpty() ? "" : " (" + indicator.unit() + ")";
    return Text.of("%s%s from %s to %s", indicator.name(), unit, number(from), number(to));
  }

  private static String moved(TippingLever lever) {
    return way(
        lever.indicator(), lever.reading().orElseThrow(), lever.neededReading().orElseThrow());
  }

  static String lever(TippingLever lever) {
    return switch (lever.status()) {
      case REACHES -> moved(lever);
      case CANNOT -> Text.of("%s cannot, score %s at the farthest", name(lever), score(lever));
      case IMMUTABLE -> name(lever) + " is immutable";
      case MISSING -> name(lever) + " is missing";
      case NOT_APPLICABLE -> name(lever) + " does not apply";
    };
  }

  private static String name(TippingLever lever) {
    return lever.indicator().name();
  }

  private static String score(TippingLever lever) {
    return Decimals.fixed(lever.score(), 1);
  }

  /** Four digits that count, without zeros at the end. */
  static String number(double value) {
    return Decimals.significant(value, 4);
  }

  static Table table(TippingAnswer answer) {
    Table.Builder table =
        Table.titled(Text.of("What takes %s to %s alone", answer.country(), goal(answer)))
            .text("Indicator")
            .number("Reading", 3)
            .number("Needed", 3)
            .number("Value", 1)
            .number("Needed value", 1)
            .number("Score", 1)
            .text("Alone");
    for (TippingLever lever : answer.alone()) {
      table.row(
          name(lever),
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
            case NOT_APPLICABLE -> "not applicable";
          });
    }
    steps(answer).ifPresent(table::note);
    return table
        .note(
            Text.of(
                "Score now %s. Where it cannot be reached, needed is where the indicator takes the"
                    + " score farthest.",
                Decimals.fixed(answer.card().value(), 1)))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  static Table table(TippingChange change) {
    String joint = change.reaches() ? "Joint change" : "Farthest joint change";
    Table.Builder table =
        Table.titled(joint + " by " + measured(change))
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
    String score = Decimals.fixed(change.score(), 1);
    return table
        .note(
            change.reaches()
                ? Text.of(
                    "Score after it %s. Cost %s; nothing that reaches the target costs less than"
                        + " %s.",
                    score,
                    Decimals.fixed(change.cost().orElseThrow(), 3),
                    Decimals.fixed(change.lowerBound().orElseThrow(), 3))
                : Text.of("Score after it %s. The target cannot be reached.", score))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  static Table table(TippingSets sets) {
    Table.Builder table =
        Table.titled(
                Text.of(
                    "Smallest sets of scenarios that take %s to the score %s",
                    sets.card().country(), Decimals.fixed(sets.target(), 1)))
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
        Text.of(
            "Score now %s. Of %s %,d reach it; no proper subset of a set above does.",
            Decimals.fixed(sets.card().value(), 1),
            Text.count(sets.tried(), "set", "sets"),
            sets.reaching()));
    for (TippingSets.Excluded excluded : sets.excluded()) {
      table.note(
          Text.of(
              "Not tried: all that goes on from %s (%s).",
              String.join(" + ", excluded.scenarios()), excluded.reason()));
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }
}
