package dev.steppe.weights;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.model.Node;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How results print, as tables and in sentences. */
final class WeightTables {

  private WeightTables() {}

  static ImmutableList<String> codes(List<Node> nodes) {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    nodes.forEach(node -> codes.add(node.code()));
    return codes.build();
  }

  static Table stability(WeightStability stability, String whose) {
    Table.Builder table =
        Table.titled("How far each weight can move alone (" + whose + ")")
            .text("Weight of")
            .number("Weight", 4)
            .number("From", 4)
            .number("To", 4)
            .text("Level at the lower end")
            .text("Level at the upper end");
    for (WeightInterval interval : stability.intervals()) {
      table.row(
          interval.name(),
          interval.weight(),
          interval.lower(),
          interval.upper(),
          pair(interval.lowerPair()),
          pair(interval.upperPair()));
    }
    table.note(stability.sentence());
    table.note(
        "The other weights keep their proportions. No entry: nobody comes level up to 0 or 1.");
    if (stability.ties() > 0) {
      table.note(
          "Pairs that are level to begin with, which do not count: " + stability.ties() + ".");
    }
    return finished(table, stability.leftOut());
  }

  private static String pair(Optional<WeightInterval.LevelPair> pair) {
    return pair.map(p -> p.below().country().code() + " with " + p.above().country().code())
        .orElse("");
  }

  static String sentence(WeightStability stability) {
    Optional<WeightInterval> tightest = stability.tightest();
    if (tightest.isEmpty()) {
      return Text.of(
          "No change of one weight, the others in proportion, brings two of the %s level.",
          Text.count(stability.scorecards().size(), "country", "countries"));
    }
    WeightInterval interval = tightest.get();
    boolean falls = interval.decrease().equals(interval.smallestChange());
    WeightInterval.LevelPair pair =
        (falls ? interval.lowerPair() : interval.upperPair()).orElseThrow();
    String level = pair.below().country().name() + " level with " + pair.above().country().name();
    return Text.of(
        "The smallest change of one weight that brings two countries level: \"%s\" from %s to %s"
            + " (%s).",
        interval.name(),
        shown(interval.weight()),
        shown(falls ? interval.lower() : interval.upper()),
        level);
  }

  static Table flip(WeightFlip flip, String whose) {
    Scorecard first = flip.comparison().first();
    Scorecard second = flip.comparison().second();
    Table.Builder table =
        Table.titled(
                Text.of(
                    "What weights bring %s and %s level (%s)",
                    first.country().name(), second.country().name(), whose))
            .text("Weight of")
            .number("From", 4)
            .number("To", 4)
            .signed("Change", 4);
    for (WeightFlip.Move move : flip.moves()) {
      table.row(move.name(), move.from(), move.to(), move.change());
    }
    table.note(flip.sentence());
    return finished(table, flip.leftOut());
  }

  static String sentence(WeightFlip flip, String whose) {
    double difference = flip.comparison().difference();
    boolean inOrder = difference >= 0;
    Scorecard upper = inOrder ? flip.comparison().first() : flip.comparison().second();
    Scorecard lower = inOrder ? flip.comparison().second() : flip.comparison().first();
    String both = upper.country().name() + " and " + lower.country().name();
    if (!flip.isPossible()) {
      return Text.of(
          "No weights of the %s bring %s level: the first scores higher on each of them.",
          whose, both);
    }
    if (Ranking.compareScores(difference, 0) == 0) {
      return both + " are level as the weights are.";
    }
    List<WeightFlip.Move> moves = flip.moves();
    WeightFlip.Move largest = moves.get(0);
    return Text.of(
        "%s, %s points apart, come level at weights that differ by %s (%s); the largest of %s"
            + " moves: \"%s\" from %s to %s.",
        both,
        Decimals.fixed(Math.abs(difference), 1),
        shown(flip.distance().orElseThrow()),
        measured(flip.measure()),
        moves.size(),
        largest.name(),
        shown(largest.from()),
        shown(largest.to()));
  }

  private static String measured(WeightDistance measure) {
    return switch (measure) {
      case EUCLIDEAN -> "root of the sum of squares";
      case TOTAL -> "sum of changes";
      case LARGEST -> "largest change";
    };
  }

  static Table order(RobustOrder order) {
    Table.Builder table =
        Table.titled("What all admissible weights agree on")
            .text("Country")
            .number("Score", 1)
            .number("Best rank", 0)
            .number("Worst rank", 0)
            .number("Always at least level with", 0)
            .number("Can be above", 0);
    int others = order.scorecards().size() - 1;
    List<PairwisePreference> pairs = order.pairs();
    List<ExtremeRanks> ranges = order.ranks();
    List<String> outer = new ArrayList<>();
    for (int country = 0; country < order.scorecards().size(); country++) {
      Scorecard card = order.scorecards().get(country);
      if (!ranges.get(country).isExact()) {
        outer.add(ranges.get(country).toString());
      }
      int necessary = 0;
      int above = 0;
      for (PairwisePreference pair : pairs.subList(country * others, (country + 1) * others)) {
        necessary += pair.isNecessary() ? 1 : 0;
        above += pair.canBeAbove() ? 1 : 0;
      }
      table.row(
          card.country().toString(),
          card.value(),
          ranges.get(country).highest(),
          ranges.get(country).lowest(),
          necessary,
          above);
    }
    if (!outer.isEmpty()) {
      table.note(
          "Ranks that are not left under any admissible weights, but may not be reached: "
              + String.join(", ", outer)
              + ".");
    }
    table.note("Admissible: " + order.weights() + ".");
    table.note(
        "Rank 1 is the riskiest; countries that are level take the better and the worse rank.");
    return finished(table, order.leftOut());
  }

  static Table pairs(RobustOrder order) {
    Table.Builder table =
        Table.titled("How far apart admissible weights put two countries, in points")
            .text("First")
            .text("Second")
            .signed("Least", 1)
            .signed("Most", 1)
            .text("First above second");
    for (PairwisePreference pair : order.pairs()) {
      table.row(
          pair.first().country().toString(),
          pair.second().country().toString(),
          pair.least(),
          pair.most(),
          how(pair));
    }
    table.note("First minus second. Admissible: " + order.weights() + ".");
    return finished(table, order.leftOut());
  }

  private static String how(PairwisePreference pair) {
    if (pair.isAlwaysAbove()) {
      return "always";
    }
    if (pair.canBeAbove()) {
      return pair.isNecessary() ? "always, or level" : "sometimes";
    }
    return pair.isPossible() ? "level at most" : "never";
  }

  static String sentence(PairwisePreference pair) {
    String pairInWords = pair.first().country() + " above " + pair.second().country();
    double most = pair.most();
    if (Ranking.compareScores(most, 0) < 0) {
      return Text.of(
          "No admissible weights put %s: the first stays at least %s points below.",
          pairInWords, Decimals.fixed(-most, 1));
    }
    if (!pair.canBeAbove()) {
      return Text.of("No admissible weights put %s: the two are level at most.", pairInWords);
    }
    boolean always = pair.isAlwaysAbove();
    return Text.of(
        "%s admissible weights put %s: by %s to %s points, the most at %s.",
        always ? "All" : "Some",
        pairInWords,
        always ? Decimals.fixed(pair.least(), 1) : "up",
        Decimals.fixed(most, 1),
        pair.atMost().inWords());
  }

  private static Table finished(Table.Builder table, List<String> leftOut) {
    if (!leftOut.isEmpty()) {
      table.note("Held at weight 0 for lack of readings: " + String.join(", ", leftOut) + ".");
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }

  private static String shown(double weight) {
    return Decimals.fixed(weight, 4);
  }
}
