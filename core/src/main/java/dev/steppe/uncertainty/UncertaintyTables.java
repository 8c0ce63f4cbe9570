package dev.steppe.uncertainty;

import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskClasses;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How the results of this package print. */
final class UncertaintyTables {

  /** So many ranks have a column each; beyond, the table would not fit a page. */
  private static final int MOST_RANKS = 6;

  /** So many alternatives are named. */
  private static final int MOST_FINGERPRINTS = 3;

  /** So many countries are named. */
  private static final int MOST_NAMED = 6;

  /** How what may be anything is counted where a figure has room for one value. */
  static final String AT_MIDDLE =
      "Missing readings that may be anything stand at the middle of their scale";

  private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};

  private UncertaintyTables() {}

  static Table ranks(UncertaintyResult result) {
    int count = result.countries().size();
    int shown = Math.min(count, MOST_RANKS);
    Table.Builder table =
        Table.titled("How sure the ranks are")
            .text("Country")
            .number("Score", 1)
            .number("5 %", 1)
            .number("95 %", 1)
            .number("Mean rank", 1);
    for (int rank = 1; rank <= shown; rank++) {
      table.share("Rank " + rank, 100, 1);
    }
    List<RankAcceptability> all = result.ranks();
    for (int c : byExpectedRank(result)) {
      RankAcceptability ranks = all.get(c);
      ScoreDistribution score = result.score(c);
      List<Object> row = new ArrayList<>();
      row.add(ranks.country().toString());
      row.add(score.mean());
      row.add(score.quantile(0.05).value());
      row.add(score.quantile(0.95).value());
      row.add(ranks.expectedRank());
      for (int rank = 1; rank <= shown; rank++) {
        row.add(100 * ranks.rank(rank).value());
      }
      table.row(row.toArray());
    }
    table.note(
        "Score: mean, and the 5 % and 95 % quantiles of the draws. Ranks: in percent"
            + (result.widestHalfWidth() == 0 ? "" : " of the draws")
            + ", rank 1 is the riskiest."
            + (shown < count ? " Ranks from " + (shown + 1) + " on have no column here." : "")
            + atMiddle(result));
    return table
        .note(accuracy(result))
        .note(origin(result))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  static Table rankQuantiles(UncertaintyResult result) {
    Table.Builder table =
        Table.titled("Where the ranks lie")
            .text("Country")
            .number("Nominal", 0)
            .number("Mean", 2)
            .number("Median", 0)
            .number("5 %", 0)
            .number("95 %", 0);
    for (int c : byExpectedRank(result)) {
      Scorecard card = result.nominal().get(c);
      table.row(
          card.country().toString(),
          nominalRank(result, card),
          result.expectedRank(c),
          result.rankQuantile(c, 0.5).value(),
          result.rankQuantile(c, 0.05).value(),
          result.rankQuantile(c, 0.95).value());
    }
    return table
        .note(
            "Nominal: the rank with the model's weights and methods. Mean, median and quantiles:"
                + " of the draws. Rank 1 is the riskiest."
                + atMiddle(result))
        .note(accuracy(result))
        .note(origin(result))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  private static double nominalRank(UncertaintyResult result, Scorecard card) {
    double rank = 1;
    for (Scorecard other : result.nominal()) {
      rank += Ranking.compareScores(other.value(), card.value()) > 0 ? 1 : 0;
    }
    return rank;
  }

  static Table pairs(UncertaintyResult result) {
    Table.Builder table = Table.titled("Row riskier than column, in percent").text("Country");
    List<Integer> order = byExpectedRank(result);
    for (int c : order) {
      table.share(result.cards().label(c), 100, 1);
    }
    for (int c : order) {
      List<Object> row = new ArrayList<>();
      row.add(result.countries().get(c).name());
      for (int d : order) {
        row.add(
            c == d
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * result.figures().win(c, d).value()));
      }
      table.row(row.toArray());
    }
    return table.note(accuracy(result)).note(origin(result)).build();
  }

  static Table scoreQuantiles(UncertaintyResult result) {
    Table.Builder table =
        Table.titled("Where the scores lie")
            .text("Country")
            .number("Nominal", 1)
            .number("Mean", 1)
            .number("Std. deviation", 2);
    for (double level : LEVELS) {
      table.number(Decimals.percent(level) + " %", 1);
    }
    for (int c : byExpectedRank(result)) {
      ScoreDistribution score = result.score(c);
      List<Object> row = new ArrayList<>();
      row.add(result.cards().label(c));
      row.add(score.nominal());
      row.add(score.mean());
      row.add(score.standardDeviation());
      for (double level : LEVELS) {
        row.add(score.quantile(level).value());
      }
      table.row(row.toArray());
    }
    return table
        .note(
            "Nominal: with the model's weights and central readings. Then the draws."
                + atMiddle(result))
        .note(origin(result))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  static Table classProbabilities(UncertaintyResult result, RiskClasses classes) {
    Table.Builder table =
        interval(Table.titled("How probable each class is").text("Country").text("Class"));
    for (int c : byExpectedRank(result)) {
      List<Probability> shares = result.score(c).classes(classes).shares();
      for (int i = 0; i < shares.size(); i++) {
        Probability p = shares.get(i);
        table.row(result.cards().label(c), classes.names().get(i), p.value(), p.lower(), p.upper());
      }
    }
    return table.note("Classes: " + classes + ".").note(origin(result)).build();
  }

  static Table rankProbabilities(UncertaintyResult result) {
    Table.Builder table =
        interval(Table.titled("How probable each rank is").text("Country").number("Rank", 0));
    for (int c : byExpectedRank(result)) {
      List<Probability> ranks = result.ranks(c).ranks();
      for (int rank = 1; rank <= ranks.size(); rank++) {
        Probability p = ranks.get(rank - 1);
        table.row(result.cards().label(c), rank, p.value(), p.lower(), p.upper());
      }
    }
    return table.note("Rank 1 is the riskiest. " + accuracy(result)).note(origin(result)).build();
  }

  static Table pairProbabilities(UncertaintyResult result) {
    Table.Builder table =
        interval(
                Table.titled("How probably the first is riskier than the second")
                    .text("First")
                    .text("Second"))
            .share("Tied", 1, 4);
    List<Integer> order = byExpectedRank(result);
    for (int c : order) {
      for (int d : order) {
        if (c != d) {
          Probability p = result.figures().win(c, d);
          table.row(
              result.cards().label(c),
              result.cards().label(d),
              p.value(),
              p.lower(),
              p.upper(),
              result.figures().tie(c, d).value());
        }
      }
    }
    return table.note(accuracy(result)).note(origin(result)).build();
  }

  private static Table.Builder interval(Table.Builder table) {
    return table.share("Probability", 1, 4).share("Lower", 1, 4).share("Upper", 1, 4);
  }

  static Table centralWeights(UncertaintyResult result) {
    Table.Builder table =
        Table.titled("Weights that make a country the riskiest").text("Indicator");
    List<Integer> firsts = new ArrayList<>();
    for (int c : byExpectedRank(result)) {
      if (result.first(c).isPresent()) {
        firsts.add(c);
        table.share(result.cards().label(c), 100, 1);
      }
    }
    List<String> codes = result.settings().scorer().bulk().indicators();
    for (int i = 0; i < codes.size(); i++) {
      List<Object> row = new ArrayList<>();
      row.add(codes.get(i));
      for (int c : firsts) {
        row.add(100 * result.first(c).orElseThrow().centralWeights().get(i));
      }
      table.row(row.toArray());
    }
    if (result.hasConfidenceFactors()) {
      table.rule();
      List<Object> row = new ArrayList<>();
      row.add("Confidence factor");
      for (int c : firsts) {
        row.add(100 * result.first(c).orElseThrow().confidence().orElseThrow().value());
      }
      table.row(row.toArray());
    }
    return table
        .note(
            "In percent: mean effective weights of the draws in which the country has rank 1."
                + atMiddle(result))
        .note(origin(result))
        .build();
  }

  private static List<Integer> byExpectedRank(UncertaintyResult result) {
    List<Country> countries = result.countries();
    double[] ranks =
        IntStream.range(0, countries.size()).mapToDouble(result::expectedRank).toArray();
    return IntStream.range(0, ranks.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer c) -> ranks[c])
                .thenComparing(c -> countries.get(c)))
        .toList();
  }

  /** Says of whom a reading may be anything, so that nobody takes its middle for known. */
  private static String atMiddle(UncertaintyResult result) {
    List<String> open = result.open();
    return open.isEmpty()
        ? ""
        : Text.of(
            " %s in scores, their mean and quantiles: in those of %s%s.",
            AT_MIDDLE,
            Text.list(open.subList(0, Math.min(MOST_NAMED, open.size()))),
            open.size() > MOST_NAMED ? " and others" : "");
  }

  private static String accuracy(UncertaintyResult result) {
    if (result.varied().isNothing()) {
      return "A share is 0 or 100 %, as " + Varied.NOTHING + ".";
    }
    if (result.widestHalfWidth() == 0) {
      return "All probabilities of ranks and pairs are exact, not from draws.";
    }
    return Text.of(
        "%s %% intervals reach %s percentage points to either side at most%s.%s",
        Decimals.percent(result.design().level()),
        Decimals.percent(result.widestHalfWidth(), 2),
        result.reachedHalfWidth()
            ? ""
            : Text.of(
                "; %s were asked for, but the draws ran out",
                Decimals.percent(result.settings().halfWidth(), 2)),
        result.varied().missing()
            ? " Where a missing reading may be anything, they reach from the least to the greatest"
                + " share that it allows, and the share is the middle."
            : "");
  }

  private static String origin(UncertaintyResult result) {
    return origin(result.settings(), result.draws());
  }

  static String origin(UncertaintySettings settings, long draws) {
    int scrambles = settings.scrambles();
    return Text.of(
        "%s from seed %s%s; weights %s%s%s; model %s%s.",
        Text.count(draws, "draw", "draws"),
        settings.seed(),
        scrambles == 0
            ? ""
            : Text.of(" in %s scrambled Sobol sequences, intervals between them", scrambles),
        settings.weights().isFixed() ? "held fixed" : settings.weights(),
        settings.judgements().isEmpty()
            ? ""
            : "; drawn for all countries at once: " + settings.judgementNames(),
        settings.correlations().isNone() ? "" : "; readings correlated: " + settings.correlations(),
        settings.scorer().fingerprint(),
        others(settings));
  }

  private static String others(UncertaintySettings settings) {
    List<String> alternatives = new ArrayList<>(settings.models());
    alternatives.remove(settings.scorer().fingerprint());
    if (alternatives.isEmpty()) {
      return "";
    }
    return alternatives.size() > MOST_FINGERPRINTS
        ? " or one of " + alternatives.size() + " others"
        : " or " + String.join(", ", alternatives);
  }
}
