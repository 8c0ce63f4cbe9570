package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.primitives.Doubles;
import dev.steppe.internal.Text;
import dev.steppe.model.Node;
import dev.steppe.score.Contribution;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the factors at the top of the model add to each score, in bars of parts. */
final class StackChart implements Chart {

  /** So many parts can be told apart by colour; the smallest of more are one part. */
  static final int COLOURS = 6;

  private static final double SMALLEST = 1e-9;
  private static final String OTHERS = "All others";

  private final ImmutableList<Scorecard> cards;
  private final ImmutableList<String> codes;
  private final ImmutableList<String> names;
  private final boolean dated;

  /** Whether any country has points that no part adds. */
  private final boolean hasBaseline;

  private StackChart(ImmutableList<Scorecard> cards, List<String> codes, List<String> names) {
    this.cards = cards;
    this.codes = ImmutableList.copyOf(codes);
    this.names = ImmutableList.copyOf(names);
    this.dated = cards.stream().map(Scorecard::country).distinct().count() < cards.size();
    this.hasBaseline = cards.stream().anyMatch(card -> card.baseline() > SMALLEST);
  }

  /**
   * Splits the scores.
   *
   * @throws IllegalArgumentException if a score has no exact contributions
   */
  static StackChart of(Ranking ranking) {
    ImmutableList<Scorecard> cards =
        ranking.entries().stream()
            .map(Ranking.Entry::scorecard)
            .collect(ImmutableList.toImmutableList());
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Node node : cards.get(0).model().root().children()) {
      for (Scorecard card : cards) {
        sums.merge(node.code(), card.contribution(node.code()).points(), Double::sum);
      }
    }
    List<String> codes = new ArrayList<>(sums.keySet());
    if (codes.size() > COLOURS) {
      codes.sort(Comparator.comparingDouble(code -> -sums.getOrDefault(code, 0.0)));
      codes = codes.subList(0, COLOURS - 1);
    }
    List<String> names = new ArrayList<>();
    codes.forEach(code -> names.add(cards.get(0).model().node(code).name()));
    if (codes.size() < sums.size()) {
      names.add(OTHERS);
    }
    return new StackChart(cards, codes, names);
  }

  /** The points of each part, in the order of the names. */
  private double[] parts(Scorecard card) {
    double[] parts = new double[names.size()];
    double rest = card.value() - card.baseline();
    for (int i = 0; i < codes.size(); i++) {
      parts[i] = card.contribution(codes.get(i)).points();
      rest -= parts[i];
    }
    if (codes.size() < parts.length) {
      parts[codes.size()] = rest;
    }
    return parts;
  }

  @Override
  public String title() {
    return "What the scores are made of";
  }

  @Override
  public String reading() {
    if (cards.size() > 3) {
      return "The greatest part of the score is " + byCount() + ".";
    }
    List<String> each = new ArrayList<>();
    for (Scorecard card : cards) {
      Contribution greatest = greatest(card);
      each.add(
          Text.of(
              each.isEmpty()
                  ? "The greatest part of %s's %s points is \"%s\" (%s)"
                  : "of %s's %s \"%s\" (%s)",
              name(card),
              ReportText.points(card.value()),
              greatest.name(),
              ReportText.points(greatest.points())));
    }
    return String.join(", ", each) + ".";
  }

  private String byCount() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Scorecard card : cards) {
      counts.merge(greatest(card).name(), 1, Integer::sum);
    }
    List<String> order = new ArrayList<>(counts.keySet());
    order.sort(Comparator.comparingInt(name -> -counts.getOrDefault(name, 0)));
    List<String> said = new ArrayList<>();
    for (String name : order) {
      said.add("\"" + name + "\" in " + counts.get(name) + " of " + cards.size());
    }
    return Text.list(said);
  }

  private static Contribution greatest(Scorecard card) {
    return card.byFactor().get(0);
  }

  private String name(Scorecard card) {
    return ReportText.name(card, dated);
  }

  @Override
  public String legend() {
    return "Points that each part adds; they sum to the score."
        + (hasBaseline ? " The grey part is the score of a country that is safest in all." : "")
        + Chart.undrawn(cards);
  }

  @Override
  public ImmutableList<LegendEntry> keys() {
    ImmutableList.Builder<LegendEntry> keys = ImmutableList.builder();
    if (hasBaseline) {
      keys.add(new LegendEntry("part base", "Safest in all"));
    }
    for (int i = 0; i < names.size(); i++) {
      keys.add(new LegendEntry("part p" + i, names.get(i)));
    }
    return keys.build();
  }

  @Override
  public Table table() {
    Table.Builder table = Table.titled(title() + ", in points").text("Country");
    if (hasBaseline) {
      table.number("Safest in all", 1);
    }
    List<String> headers = new ArrayList<>();
    for (String name : names) {
      // Two parts may have one name, two columns may not.
      String header = headers.contains(name) ? name + " " + (headers.size() + 1) : name;
      headers.add(header);
      table.number(header, 1);
    }
    table.number("Score ", 1);
    boolean right = true;
    for (Scorecard card : cards) {
      List<Object> row = new ArrayList<>();
      row.add(name(card));
      if (hasBaseline) {
        row.add(card.baseline());
      }
      for (double part : parts(card)) {
        row.add(part);
      }
      row.add(card.value());
      table.row(row.toArray());
      double[] base = hasBaseline ? new double[] {card.baseline()} : new double[0];
      right &= RoundedParts.addUp(1, card.value(), Doubles.concat(base, parts(card)));
    }
    if (!right) {
      table.note(RoundedParts.NOTE);
    }
    return table.build();
  }

  @Override
  public double draw(Svg svg, int width) {
    Rows rows =
        Rows.of(
            svg,
            width,
            Lists.transform(cards, this::name),
            Lists.transform(cards, card -> ReportText.points(card.value())),
            0,
            100);
    for (Scorecard card : Chart.drawn(cards)) {
      double y = rows.row(name(card), "name", ReportText.points(card.value()));
      double sum = 0;
      if (card.baseline() > SMALLEST) {
        part(rows, "base", "Safest in all", 0, card.baseline(), y);
        sum = card.baseline();
      }
      double[] parts = parts(card);
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] > SMALLEST) {
          part(rows, "p" + i, names.get(i), sum, parts[i], y);
          sum += parts[i];
        }
      }
    }
    return rows.axis("points");
  }

  private static void part(
      Rows rows, String style, String name, double from, double points, double y) {
    double start = rows.scale().at(from);
    double length = rows.scale().at(from + points) - start;
    String shown = ReportText.points(points);
    rows.front().rect("part " + style, start, y, length, Rows.BAR, name + ": " + shown);
    if (length > Svg.width(shown) + 6) {
      rows.front().text("inside on-" + style, start + length / 2, y + 12.5, shown);
    }
  }
}
