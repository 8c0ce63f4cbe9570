package dev.steppe.report;

import dev.steppe.scenario.ScenarioTable;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingMeasure;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightStability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What would change the answer: facts, and weights. */
final class ScenarioSection implements Section {

  private final Results report;

  ScenarioSection(Results report) {
    this.report = report;
  }

  @Override
  public String heading() {
    return "What would change it";
  }

  @Override
  public boolean isEmpty() {
    return report.scenarios().isEmpty()
        && report.tippingPoints().isEmpty()
        && report.stabilities().isEmpty()
        && report.flips().isEmpty();
  }

  @Override
  public Optional<String> inShort() {
    List<String> said = new ArrayList<>();
    report.scenarios().stream()
        .limit(1)
        .forEach(table -> said.add(new ScenarioChart(table).reading()));
    report.tippingPoints().stream()
        .limit(1)
        .forEach(answer -> said.add(new TippingChart(answer).reading()));
    if (said.isEmpty()) {
      report.stabilities().stream().limit(1).forEach(stability -> said.add(stability.sentence()));
      report.flips().stream().limit(1).forEach(flip -> said.add(flip.sentence()));
    }
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  @Override
  public void write(HtmlWriter html, ChartWriter writer) {
    for (ScenarioTable table : report.scenarios()) {
      boolean alone = table.profiles().size() == 1;
      writer.add(alone ? new ScenarioBarChart(table) : new ScenarioChart(table), report.answered());
    }
    for (TippingAnswer answer : report.tippingPoints()) {
      TippingChart chart = new TippingChart(answer);
      writer.add(
          chart,
          "h3",
          List.of(answer.card()),
          () -> {
            for (TippingMeasure measure : TippingMeasure.values()) {
              writer.table("As a table: ", answer.together(measure).toTable());
            }
            writer.folded("In words", new HtmlWriter().paragraph(chart.paragraph()).toString());
          });
    }
    if (!report.stabilities().isEmpty() || !report.flips().isEmpty()) {
      String first =
          report.stabilities().isEmpty()
              ? report.flips().get(0).sentence()
              : report.stabilities().get(0).sentence();
      writer.panel(
          "h3",
          "weights",
          "Which weights would turn it round",
          first,
          () -> weights(html, writer, first));
    }
  }

  /** All that is said of weights; the first sentence stands above. */
  private void weights(HtmlWriter html, ChartWriter writer, String first) {
    html.paragraph(
        "The weights of a model are judgements. So far can they move before the order turns"
            + " round.");
    for (WeightStability stability : report.stabilities()) {
      sentence(html, stability.sentence(), first);
      writer.table("As a table: ", stability.toTable());
    }
    for (WeightFlip flip : report.flips()) {
      sentence(html, flip.sentence(), first);
      writer.table("As a table: ", flip.toTable());
    }
  }

  private static void sentence(HtmlWriter html, String sentence, String first) {
    if (!sentence.equals(first)) {
      html.element("p", sentence, "class", "reading");
    }
  }
}
