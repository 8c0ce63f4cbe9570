package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskModel;
import dev.steppe.sensitivity.SobolIndex;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.table.Table;
import java.util.Comparator;
import java.util.List;

/** What share of the spread of a score each uncertain input accounts for. */
final class ImportanceChart implements Chart {

  /** Inputs beyond these are in the table only. */
  static final int MOST = 30;

  private final String of;
  private final SobolIndices indices;
  private final ImmutableList<SobolIndex> order;

  /**
   * Shows indices.
   *
   * @param of whose spread it is, such as "Kazakhstan's score"
   */
  ImportanceChart(String of, SobolIndices indices, RiskModel model) {
    this.of = of;
    this.indices = indices.withNames(new PlainWords(model)::name);
    this.order =
        this.indices.indices().stream()
            .sorted(Comparator.comparingDouble(SobolIndex::total).reversed())
            .limit(MOST)
            .collect(ImmutableList.toImmutableList());
  }

  @Override
  public String title() {
    return "What the doubt about " + of + " comes from";
  }

  @Override
  public String reading() {
    return indices.summary();
  }

  @Override
  public String legend() {
    return Text.of(
        "Percent of the variance of %s. Full bar and number: what would go if this"
            + " input became known. Frame: with what it does together with others.%s%s",
        of,
        indices.isExact() ? "" : " Line: interval of the frame.",
        indices.indices().size() > MOST ? " The first " + MOST + " inputs." : "");
  }

  @Override
  public Table table() {
    return indices.toTable();
  }

  @Override
  public double draw(Svg svg, int width) {
    double least = order.stream().mapToDouble(index -> Math.min(index.first(), 0)).min().orElse(0);
    double most =
        order.stream()
            .mapToDouble(
                index ->
                    Math.max(index.total(), index.totalInterval().map(i -> i.upper()).orElse(0.0)))
            .max()
            .orElse(1);
    Rows rows =
        Rows.of(
            svg,
            width,
            Lists.transform(order, SobolIndex::input),
            List.of("-100.0 %"),
            Math.min(0, 100 * least),
            Math.max(100, 100 * most));
    for (SobolIndex index : order) {
      String name = index.input();
      double y = rows.row(name, "name", ReportText.percent(index.first()));
      bar(rows, "frame", name + ", total: ", index.total(), y);
      bar(rows, "bar", name + ": ", index.first(), y);
      index
          .totalInterval()
          .ifPresent(
              interval ->
                  rows.front()
                      .line(
                          "range",
                          rows.scale().at(100 * interval.lower()),
                          y + Rows.BAR / 2,
                          rows.scale().at(100 * interval.upper()),
                          y + Rows.BAR / 2));
    }
    return rows.axis("percent of the variance");
  }

  private static void bar(Rows rows, String style, String name, double share, double y) {
    double zero = rows.scale().at(0);
    double end = rows.scale().at(100 * share);
    rows.front()
        .rect(
            style,
            Math.min(zero, end),
            y,
            Math.abs(end - zero),
            Rows.BAR,
            name + ReportText.percent(share));
  }
}
