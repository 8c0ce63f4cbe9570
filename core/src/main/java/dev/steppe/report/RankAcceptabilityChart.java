package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.RankAcceptability;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** In what share of the draws each country has each rank, as a map of colours with numbers. */
final class RankAcceptabilityChart implements Chart {

  /** So many countries and ranks are shown at most. */
  static final int MOST = 20;

  /** How many shades there are. */
  static final int SHADES = 5;

  private final UncertaintyResult result;
  private final ImmutableList<Integer> order;
  private final ImmutableList<RankAcceptability> ranks;

  RankAcceptabilityChart(UncertaintyResult result) {
    this.result = result;
    this.ranks = result.ranks();
    this.order =
        IntStream.range(0, ranks.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer c) -> ranks.get(c).expectedRank())
                    .thenComparing(c -> ranks.get(c).country()))
            .limit(MOST)
            .collect(ImmutableList.toImmutableList());
  }

  private int shownRanks() {
    return Math.min(MOST, ranks.size());
  }

  @Override
  public String title() {
    return "How sure the ranks are";
  }

  @Override
  public String reading() {
    int likeliest = order.get(0);
    for (int c : order) {
      likeliest =
          ranks.get(c).rank(1).value() > ranks.get(likeliest).rank(1).value() ? c : likeliest;
    }
    Probability first = ranks.get(likeliest).rank(1);
    if (result.varied().isNothing()) {
      return Text.of(
          "The riskiest is %s; nothing is uncertain here: weights are held fixed and no reading is"
              + " drawn.",
          ReportText.label(result, likeliest));
    }
    if (result.varied().missing() && !first.isExact()) {
      return Text.of(
          "%s ranks first, as the riskiest, in anything from %s to %s of the draws, as a missing"
              + " reading may be anything.",
          ReportText.label(result, likeliest),
          ReportText.percent(first.lower()),
          ReportText.percent(first.upper()));
    }
    return Text.of(
        "The likeliest to rank first, as the riskiest, is %s, in %s.",
        ReportText.label(result, likeliest), ReportText.shareOf(first, result.draws()));
  }

  @Override
  public String legend() {
    String shown =
        ranks.size() > MOST
            ? Text.of(
                " The %s countries with the least mean rank of %s, and the first %s ranks.",
                MOST, ranks.size(), MOST)
            : "";
    return (result.widestHalfWidth() == 0
            ? "How probable each rank of a country is, in percent and exact; rank 1 is the riskiest."
                + " Empty: never. A share of weights and readings, not the probability of an event."
            : "Percent of the draws in which a country has a rank; rank 1 is the riskiest. Empty:"
                + " never. A share of draws of readings and weights, not the probability of an"
                + " event.")
        + shown;
  }

  @Override
  public Table table() {
    Table.Builder table =
        Table.titled(
                result.widestHalfWidth() == 0
                    ? "Probability by rank, in percent"
                    : "Share of the draws by rank, in percent")
            .text("Country")
            .number("Mean rank", 2);
    for (int rank = 1; rank <= shownRanks(); rank++) {
      table.share("Rank " + rank, 100, 1);
    }
    for (int c : order) {
      List<Object> row = new ArrayList<>();
      row.add(ReportText.label(result, c));
      row.add(ranks.get(c).expectedRank());
      for (int rank = 1; rank <= shownRanks(); rank++) {
        row.add(100 * ranks.get(c).rank(rank).value());
      }
      table.row(row.toArray());
    }
    // Accuracy, seed and weights, in the library's own words.
    result.toTable().notes().stream().skip(1).forEach(table::note);
    return table.build();
  }

  @Override
  public double draw(Svg svg, int width) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    ImmutableList.Builder<ImmutableList<HeatMap.Cell>> rows = ImmutableList.builder();
    for (int c : order) {
      names.add(ReportText.label(result, c));
      ImmutableList.Builder<HeatMap.Cell> row = ImmutableList.builder();
      for (int rank = 1; rank <= shownRanks(); rank++) {
        row.add(cell(c, rank));
      }
      rows.add(row.build());
    }
    List<String> columns = new ArrayList<>();
    for (int rank = 1; rank <= shownRanks(); rank++) {
      columns.add(ranks.size() <= 3 ? "Rank " + rank : Integer.toString(rank));
    }
    return new HeatMap(names.build(), ImmutableList.copyOf(columns), rows.build()).draw(svg, width);
  }

  private HeatMap.Cell cell(int country, int rank) {
    double share = ranks.get(country).rank(rank).value();
    String where = ReportText.label(result, country) + ", rank " + rank + ": ";
    return new HeatMap.Cell(shade(share), shown(share), where + ReportText.percent(share));
  }

  /** What is never is empty. */
  static String shown(double share) {
    return share == 0 ? "" : Decimals.share(100 * share, 100, 0);
  }

  static String shade(double share) {
    return share == 0 ? "none" : "share" + Math.max(1, (int) Math.ceil(SHADES * share));
  }
}
