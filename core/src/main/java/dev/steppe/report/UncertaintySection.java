package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Scorecard;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.sensitivity.Tornado;
import dev.steppe.uncertainty.PairwiseOrder;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How sure the answer is. */
final class UncertaintySection implements Section {

  /** The order of each pair is told for so many countries at most. */
  private static final int FEW = 3;

  /** What a figure with weights held fixed means. */
  private static final String HELD =
      "With weights held fixed, a figure says what the sources leave open, not what other weights"
          + " would say.";

  private final Results report;

  UncertaintySection(Results report) {
    this.report = report;
  }

  @Override
  public String heading() {
    return "How sure";
  }

  @Override
  public boolean isEmpty() {
    return report.comparisons().isEmpty()
        && report.uncertainties().isEmpty()
        && report.sensitivities().isEmpty();
  }

  @Override
  public Optional<String> inShort() {
    List<String> said = new ArrayList<>();
    boolean explained = false;
    for (Results.Titled<UncertaintyResult> uncertainty : report.uncertainties()) {
      List<PairwiseOrder> orders = orders(uncertainty.result());
      if (uncertainty.result().countries().size() > 1) {
        said.add(
            uncertainty.what()
                + ": "
                + (orders.isEmpty()
                    ? lowered(new RankAcceptabilityChart(uncertainty.result()).reading())
                    : orders.get(0) + "."));
        // Beside the first figure that it is about: the next may be one with weights drawn.
        if (!explained && isHeld(uncertainty.result())) {
          said.add(HELD);
          explained = true;
        }
      }
    }
    if (said.isEmpty() && !report.comparisons().isEmpty()) {
      said.add(bounds(report.comparisons().get(0)));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  /** Whether readings were drawn and weights were not. */
  private static boolean isHeld(UncertaintyResult result) {
    return !result.varied().weights() && !result.varied().isNothing();
  }

  /** What was drawn, in words. */
  static String what(UncertaintyResult result) {
    return result.varied().weights()
        ? "Draws with weights "
            + new PlainWords(result.nominal().get(0).model()).methods(result.weights().toString())
        : "Draws of readings, weights held fixed";
  }

  private static String lowered(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The orders of all pairs of a few countries, and of those that are compared on the page. */
  private ImmutableList<PairwiseOrder> orders(UncertaintyResult result) {
    List<PairwiseOrder> orders = new ArrayList<>();
    List<CountryProfile> profiles = new ArrayList<>();
    result.nominal().forEach(card -> profiles.add(card.profile()));
    for (Comparison comparison : report.comparisons()) {
      CountryProfile first = comparison.first().profile();
      CountryProfile second = comparison.second().profile();
      if (!first.equals(second) && profiles.contains(first) && profiles.contains(second)) {
        orders.add(result.order(first, second));
      }
    }
    if (orders.isEmpty() && profiles.size() <= FEW) {
      for (int i = 0; i < profiles.size(); i++) {
        for (int j = i + 1; j < profiles.size(); j++) {
          orders.add(result.order(profiles.get(i), profiles.get(j)));
        }
      }
    }
    return ImmutableList.copyOf(orders);
  }

  private static String bounds(Comparison comparison) {
    if (comparison.range().width() == 0) {
      return "No reading of the two is uncertain.";
    }
    return Text.of(
        "The bounds of the readings, all at once, allow differences from %s to %s points.",
        ReportText.signed(comparison.range().lower()),
        ReportText.signed(comparison.range().upper()));
  }

  @Override
  public void write(HtmlWriter html, ChartWriter writer) {
    for (Comparison comparison : report.comparisons()) {
      html.paragraph(bounds(comparison));
      Tornado tornado = Tornado.of(comparison);
      if (!tornado.swings().isEmpty()) {
        writer.add(
            new TornadoChart(comparison, tornado),
            List.of(comparison.first(), comparison.second()));
      }
    }
    int number = 0;
    for (Results.Titled<UncertaintyResult> uncertainty : report.uncertainties()) {
      number++;
      uncertainty(html, writer, uncertainty, "draws-" + number);
    }
    for (Results.Titled<SobolIndices> sensitivity : report.sensitivities()) {
      Scorecard any = report.cards().get(0);
      writer.add(
          new ImportanceChart(sensitivity.what(), sensitivity.result(), any.model()),
          report.answered());
    }
  }

  private void uncertainty(
      HtmlWriter html,
      ChartWriter writer,
      Results.Titled<UncertaintyResult> uncertainty,
      String id) {
    UncertaintyResult result = uncertainty.result();
    ImmutableList<PairwiseOrder> orders = orders(result);
    if (!orders.isEmpty() && result.countries().size() == 2) {
      // Of two countries the order says all that a map of two ranks would.
      writer.panel(
          "h3",
          id,
          uncertainty.what(),
          orders.get(0) + ".",
          () -> {
            if (isHeld(result)) {
              html.paragraph(HELD);
            }
            writer.table("As a table: ", result.toTable());
          });
      return;
    }
    html.element("h3", uncertainty.what(), "id", id);
    if (isHeld(result)) {
      html.paragraph(HELD);
    }
    for (PairwiseOrder order : orders) {
      html.element("p", order + ".", "class", "reading");
    }
    if (result.countries().size() > 1) {
      writer.add(new RankAcceptabilityChart(result), "h4", result.nominal());
    }
    writer.add(ScoreChart.of(result), "h4", result.nominal());
    if (result.countries().size() > 1) {
      writer.table("As a table: ", result.pairs());
    }
  }
}
