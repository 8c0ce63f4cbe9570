package dev.steppe.panel;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.internal.Text;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Sparkline;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How panels and trajectories print. */
final class PanelTables {

  /** A line of more blocks than this would be broken into many, in a text. */
  private static final int MOST_BLOCKS = 100;

  private PanelTables() {}

  static Table scores(Panel panel) {
    Table.Builder table = Table.titled("Scores by date").text("Country");
    for (LocalDate date : panel.dates()) {
      table.number(date.toString(), 1);
    }
    boolean withBlocks = panel.dates().size() <= MOST_BLOCKS;
    table.signed("Change", 1);
    if (withBlocks) {
      table.text("");
    }
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (Scorecard card : panel.scorecards()) {
      least = Math.min(least, card.value());
      greatest = Math.max(greatest, card.value());
    }
    for (Country country : byLastScore(panel)) {
      List<OptionalDouble> scores = scores(panel, country);
      List<Object> row = new ArrayList<>();
      row.add(country.toString());
      row.addAll(scores);
      Trajectory trajectory = panel.trajectory(country.code());
      row.add(
          trajectory.dates().size() > 1
              ? OptionalDouble.of(trajectory.change().difference())
              : OptionalDouble.empty());
      if (withBlocks) {
        row.add(Sparkline.of(scores, least, greatest));
      }
      table.row(row.toArray());
    }
    table.note("Change: from the first date at which the country is known to the last.");
    if (withBlocks) {
      table.note(
          Text.of(
              "The blocks run from %s to %s, the least and the greatest score of all.",
              Decimals.fixed(least, 1), Decimals.fixed(greatest, 1)));
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }

  private static List<OptionalDouble> scores(Panel panel, Country country) {
    List<OptionalDouble> scores = new ArrayList<>();
    for (LocalDate date : panel.dates()) {
      Optional<Scorecard> card = panel.find(country, date);
      scores.add(card.isPresent() ? OptionalDouble.of(card.get().value()) : OptionalDouble.empty());
    }
    return scores;
  }

  /** The riskiest at the last date first, then those that are not known then. */
  private static List<Country> byLastScore(Panel panel) {
    LocalDate last = panel.dates().get(panel.dates().size() - 1);
    Set<Country> countries = new LinkedHashSet<>(panel.ranking(last).countries());
    countries.addAll(panel.countries());
    return ImmutableList.copyOf(countries);
  }

  static Table rankings(Panel panel) {
    Table.Builder table = Table.titled("Rankings, the riskiest first").number("", 0);
    int places = 0;
    for (LocalDate date : panel.dates()) {
      table.text(date.toString());
      places = Math.max(places, panel.ranking(date).size());
    }
    for (int place = 0; place < places; place++) {
      List<Object> row = new ArrayList<>();
      row.add(place + 1);
      for (LocalDate date : panel.dates()) {
        row.add(place < panel.ranking(date).size() ? place(panel.ranking(date), place) : "");
      }
      table.row(row.toArray());
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }

  private static String place(Ranking ranking, int place) {
    Ranking.Entry entry = ranking.entries().get(place);
    return Decimals.fixed(entry.value(), 1) + " " + entry.country().name();
  }

  static Table coverage(Panel panel) {
    Table.Builder table = Table.titled("Weight with data, in percent").text("Country");
    for (LocalDate date : panel.dates()) {
      table.share(date.toString(), 100, 0);
    }
    for (Country country : panel.countries()) {
      List<Object> row = new ArrayList<>();
      row.add(country.toString());
      for (LocalDate date : panel.dates()) {
        Optional<Scorecard> card = panel.find(country, date);
        row.add(
            card.isPresent()
                ? OptionalDouble.of(100 * card.get().coverage())
                : OptionalDouble.empty());
      }
      table.row(row.toArray());
    }
    return table.build();
  }

  static Table trajectory(Trajectory trajectory, int depth) {
    ImmutableList<PeriodChange> steps = trajectory.steps();
    Table.Builder table =
        Table.titled(trajectory.country() + " over time  " + trajectory.sparkline())
            .text("What moved it");
    for (Scorecard card : trajectory.scorecards()) {
      table.number(card.profile().asOf().orElseThrow().toString(), 1);
    }
    for (PeriodChange change : steps) {
      table.signed("to " + change.to().getYear() + suffix(steps, change), 1);
    }
    Scorecard first = trajectory.scorecards().get(0);
    for (NodeScore node : first.nodes()) {
      if (node.depth() > depth) {
        continue;
      }
      List<Object> row = new ArrayList<>();
      row.add("  ".repeat(node.depth()) + node.name());
      for (Scorecard card : trajectory.scorecards()) {
        row.add(card.node(node.code()).value());
      }
      for (PeriodChange change : steps) {
        row.add(change.comparison().contribution(node.code()).points());
      }
      table.row(row.toArray());
    }
    table.note("Left: values from 0 to 100. Right: what each adds to the change, in points.");
    List<NodeScore> shown = first.nodes().stream().filter(node -> node.depth() <= depth).toList();
    int[] depths = shown.stream().mapToInt(NodeScore::depth).toArray();
    boolean right = true;
    for (PeriodChange change : steps) {
      double[] points =
          shown.stream()
              .mapToDouble(node -> change.comparison().contribution(node.code()).points())
              .toArray();
      right &= RoundedParts.addUp(1, depths, points);
    }
    if (!right) {
      table.note(RoundedParts.NOTE);
    }
    for (PeriodChange change : steps) {
      table.note(change.toString());
    }
    return table.note(Scorecard.NOT_A_PROBABILITY).build();
  }

  /** Tells steps to dates of one year apart. */
  private static String suffix(List<PeriodChange> steps, PeriodChange change) {
    long ofYear = steps.stream().filter(s -> s.to().getYear() == change.to().getYear()).count();
    return ofYear > 1 ? change.to().toString().substring(4) : "";
  }

  static String line(PeriodChange change) {
    return Text.of(
        "%s to %s: %s points, rank %s to %s",
        change.from(),
        change.to(),
        Decimals.signed(change.change(), 1),
        rank(change.rankBefore()),
        rank(change.rankAfter()));
  }

  private static String rank(double rank) {
    return Decimals.fixed(rank, rank == Math.rint(rank) ? 0 : 1);
  }
}
