package dev.steppe.nextukraine;

import dev.steppe.evidence.Reading;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The paper's question answered on a page of text: the answer beside the paper's verdict, the
 * scores, every factor and indicator behind them, what accounts for the difference, and the
 * sources.
 *
 * @since 0.1
 */
public final class Briefing {

  private final Comparison comparison;

  Briefing(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The two scores with a bar each. */
  public Table scores() {
    Table.Builder table =
        Table.builder()
            .text("Country")
            .number("Score", 1)
            .bar("0 safest, 100 riskiest", 0, 100, 40)
            .number("Least", 1)
            .number("Most", 1)
            .share("Coverage %", 100, 0);
    for (Scorecard card : List.of(comparison.first(), comparison.second())) {
      table.row(
          card.country().name(),
          card.value(),
          card.value(),
          card.range().lower(),
          card.range().upper(),
          100 * card.coverage());
    }
    return table
        .note("An index, not a probability. Least and most: what uncertain readings allow.")
        .build();
  }

  /** Every factor and indicator: readings, values, weight, and points of the difference. */
  public Table reasons() {
    Sources sources = sources();
    String first = comparison.first().country().code();
    String second = comparison.second().country().code();
    Table.Builder table =
        Table.builder()
            .text("Factor / indicator")
            .text(first)
            .text(second)
            .number(first + " risk", 0)
            .number(second + " risk", 0)
            .number("Weight", 3)
            .signed("Points", 1)
            .text("From");
    List<NodeScore> others = comparison.second().nodes();
    List<NodeScore> nodes = comparison.first().nodes();
    for (int i = 1; i < nodes.size(); i++) {
      NodeScore node = nodes.get(i);
      Contribution part = comparison.contribution(node.code());
      table.row(
          "  ".repeat(node.depth() - 1) + node.name(),
          shown(node),
          shown(others.get(i)),
          part.value(),
          part.reference(),
          comparison.first().model().effectiveWeight(node.code()),
          part.points(),
          sources.letters(node, others.get(i)));
    }
    int[] depths = nodes.stream().mapToInt(NodeScore::depth).toArray();
    double[] points =
        nodes.stream().mapToDouble(node -> comparison.contribution(node.code()).points()).toArray();
    table.note(
        Text.of(
            "Weight: of the whole score. Points: what it adds to the difference of %s; %s",
            Decimals.signed(comparison.difference(), 1),
            RoundedParts.addUp(1, depths, points) ? "they sum to it." : "rounded one by one."));
    return table.build();
  }

  /** The reading as people would say it: shares in percent, disagreeing figures as a span. */
  private static String shown(NodeScore node) {
    return node.indicator().map(indicator -> shown(node, indicator.unit())).orElse("");
  }

  private static String shown(NodeScore node, String unit) {
    if (node.readings().isEmpty()) {
      return "missing";
    }
    double factor = unit.equals("fraction") ? 100 : 1;
    boolean percent = unit.equals("fraction") || unit.startsWith("percent");
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (Reading reading : node.readings()) {
      lower = Math.min(lower, reading.estimate().lower());
      upper = Math.max(upper, reading.estimate().upper());
    }
    int decimals = percent ? 1 : 2;
    String from = Decimals.fixed(factor * lower, decimals);
    String to = Decimals.fixed(factor * upper, decimals);
    return (from.equals(to) ? from : from + ".." + to) + (percent ? " %" : "");
  }

  private Sources sources() {
    return new Sources(comparison);
  }

  /** The verdict. */
  public Verdict verdict() {
    return new Verdict(comparison);
  }

  /** The whole page, the answer first. */
  @Override
  public String toString() {
    return verdict() + "\n\n" + scores() + "\n\n" + reasons() + "\n\n" + sources();
  }

  /** The documents behind a comparison, each with a letter. */
  private static final class Sources {

    /** Of a line, as wide as the table above. */
    private static final int WIDTH = 106;

    private final List<String> documents = new ArrayList<>();

    Sources(Comparison comparison) {
      for (Scorecard card : List.of(comparison.first(), comparison.second())) {
        for (NodeScore node : card.nodes()) {
          for (Reading reading : node.readings()) {
            for (String document : documents(reading)) {
              if (!documents.contains(document)) {
                documents.add(document);
              }
            }
          }
        }
      }
    }

    /** A derived reading names all documents that it rests on. */
    private static List<String> documents(Reading reading) {
      return List.of(reading.source().document().split("; ", -1));
    }

    private static char letter(int document) {
      return (char) ('a' + document);
    }

    String letters(NodeScore first, NodeScore second) {
      StringBuilder found = new StringBuilder();
      for (int d = 0; d < documents.size(); d++) {
        if (rests(first, documents.get(d)) || rests(second, documents.get(d))) {
          found.append(letter(d));
        }
      }
      return found.toString();
    }

    private static boolean rests(NodeScore node, String document) {
      for (Reading reading : node.readings()) {
        if (documents(reading).contains(document)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("Sources");
      int free = 0;
      for (int d = 0; d < documents.size(); d++) {
        String named = letter(d) + " " + documents.get(d);
        boolean fits = named.length() < free;
        text.append(fits ? "; " : "\n  ").append(named);
        free = (fits ? free : WIDTH) - named.length() - 2;
      }
      return text.toString();
    }
  }
}
