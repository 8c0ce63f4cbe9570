package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a model as a table with a row for each node, each factor before its children. */
final class ModelCsv {

  /** Those that are always written; the others only if some row has something in them. */
  private static final ImmutableList<String> ALWAYS =
      ImmutableList.of("code", "parent", "weight", "direction", "scale");

  private static final ImmutableList<String> NUMBERS = ImmutableList.of("weight", "lower", "upper");

  /** All columns in the order in which they are written. */
  static final ImmutableList<String> COLUMNS = columns();

  private final List<Map<String, Object>> rows = new ArrayList<>();

  private ModelCsv() {}

  private static ImmutableList<String> columns() {
    ImmutableList.Builder<String> columns = ImmutableList.builder();
    columns.add(
        "code", "name", "parent", "weight", "direction", "unit", "lower", "upper", "levels");
    columns.add("beyond_scale", "treatment", "scale", "aggregation", "missing", "classes");
    columns.add("from_treatment", "from_scale", "from_readings");
    for (Choice choice : Choice.values()) {
      columns.add(reason(choice.toString()));
    }
    return columns.add("references").build();
  }

  /** The column with the reason for a choice. */
  static String reason(String choice) {
    return choice + "_reason";
  }

  static String of(ModelDefinition model) {
    ModelCsv csv = new ModelCsv();
    Map<String, Object> top = csv.factor(model.root(), "");
    put(top, "classes", classes(model.classes()), "");
    put(top, "missing", MethodText.of(model.missing(), MethodFamilies.MISSING), "fail");
    return csv.table().toCsv();
  }

  private static String classes(List<ClassDefinition> classes) {
    StringBuilder text = new StringBuilder();
    for (ClassDefinition one : classes) {
      Double from = one.from();
      text.append(text.length() == 0 ? "" : " < ");
      text.append(from == null ? "" : MethodText.number(from) + " < ").append(one.name());
    }
    return text.toString();
  }

  private Map<String, Object> factor(FactorDefinition factor, String parent) {
    Map<String, Object> row = new LinkedHashMap<>();
    rows.add(row);
    node(row, factor.code(), factor.name(), parent, factor.weight());
    put(
        row,
        "aggregation",
        MethodText.of(factor.aggregation(), MethodFamilies.AGGREGATIONS),
        "arithmetic");
    why(row, factor.reasons(), factor.references());
    Map<String, Runnable> children = new LinkedHashMap<>();
    factor
        .factors()
        .forEach(inner -> children.put(inner.code(), () -> factor(inner, factor.code())));
    factor
        .indicators()
        .forEach(leaf -> children.put(leaf.code(), () -> indicator(leaf, factor.code())));
    Set<String> order = new LinkedHashSet<>(factor.order());
    order.addAll(children.keySet());
    order.forEach(code -> children.getOrDefault(code, () -> {}).run());
    return row;
  }

  private void indicator(IndicatorDefinition indicator, String parent) {
    Map<String, Object> row = new LinkedHashMap<>();
    rows.add(row);
    node(row, indicator.code(), indicator.name(), parent, indicator.weight());
    row.put("direction", indicator.direction());
    put(row, "unit", indicator.unit(), "");
    number(row, "lower", indicator.domain().lower());
    number(row, "upper", indicator.domain().upper());
    put(
        row,
        "levels",
        indicator.domain().levels().stream()
            .map(MethodText::number)
            .collect(Collectors.joining(", ")),
        "");
    put(row, "beyond_scale", indicator.beyondScale(), IndicatorDefinition.END);
    put(row, "treatment", MethodText.of(indicator.treatment(), MethodFamilies.TREATMENTS), "none");
    row.put("scale", MethodText.of(indicator.scale(), MethodFamilies.SCALES));
    @Nullable OriginDefinition from = indicator.fittedFrom();
    if (from != null) {
      row.put("from_treatment", MethodText.of(from.treatment(), MethodFamilies.TREATMENTS));
      row.put("from_scale", MethodText.of(from.scale(), MethodFamilies.SCALES));
      row.put("from_readings", String.valueOf(from.readings()));
    }
    why(row, indicator.reasons(), indicator.references());
  }

  private static void node(
      Map<String, Object> row, String code, String name, String parent, @Nullable Double weight) {
    row.put("code", code);
    put(row, "name", name, code);
    row.put("parent", parent);
    number(row, "weight", weight);
  }

  private static void why(
      Map<String, Object> row, Map<String, String> reasons, List<String> references) {
    reasons.forEach((choice, reason) -> row.put(reason(choice), reason));
    put(row, "references", String.join("\n", references), "");
  }

  /** What is usual is left out. */
  private static void put(Map<String, Object> row, String column, String text, String usual) {
    if (!text.equals(usual)) {
      row.put(column, text);
    }
  }

  private static void number(Map<String, Object> row, String column, @Nullable Double number) {
    if (number != null) {
      row.put(column, OptionalDouble.of(number));
    }
  }

  private Table table() {
    Set<String> used = new LinkedHashSet<>(ALWAYS);
    rows.forEach(row -> used.addAll(row.keySet()));
    List<String> columns = COLUMNS.stream().filter(used::contains).toList();
    Table.Builder table = Table.builder();
    for (String column : columns) {
      if (NUMBERS.contains(column)) {
        table.number(column, 3);
      } else {
        table.text(column);
      }
    }
    for (Map<String, Object> row : rows) {
      table.row(
          columns.stream()
              .map(
                  column ->
                      row.getOrDefault(
                          column, NUMBERS.contains(column) ? OptionalDouble.empty() : ""))
              .toArray());
    }
    return table.build();
  }
}
