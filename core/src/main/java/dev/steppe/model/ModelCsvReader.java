package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.io.CharStreams;
import dev.steppe.internal.Checks;
import dev.steppe.internal.TextDecoder;
import dev.steppe.model.ModelCsvRows.Row;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a model from a table with a row for each node, and collects its faults. Used once. */
final class ModelCsvReader {

  private static final int LISTED_FAULTS = 100;

  private static final ImmutableList<String> OF_INDICATORS =
      ImmutableList.of(
          "direction",
          "unit",
          "lower",
          "upper",
          "levels",
          "beyond_scale",
          "treatment",
          "scale",
          "from_treatment",
          "from_scale",
          "from_readings");

  /** Parts of a definition that have a column of another name. */
  private static final ImmutableMap<String, String> COLUMN_OF =
      ImmutableMap.of(
          "domain", "lower",
          "domain.levels", "levels",
          "beyondScale", "beyond_scale",
          "fittedFrom.treatment", "from_treatment",
          "fittedFrom.scale", "from_scale",
          "fittedFrom.readings", "from_readings");

  /** Stands for a scale that cannot be read, which has been told. */
  private static final MethodDefinition STAND_IN = Normalization.goalposts(0, 1).definition();

  private static final Row NOWHERE = new Row(0, ImmutableMap.of());

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final SetMultimap<String, Row> children = LinkedHashMultimap.create();

  /** The row of each factor and indicator, by its path in the definition. */
  private final Map<String, Row> places = new LinkedHashMap<>();

  private final OwnMethods methods;

  private ModelCsvReader(OwnMethods methods) {
    this.methods = methods;
  }

  /** What is wrong, and where. */
  record Fault(long line, int column, String message) {

    /** A fault in a line as a whole, or in the header, which is line 1. */
    static Fault in(long line, String message) {
      return new Fault(line, -1, "line " + line + ": " + message);
    }

    static Fault in(Row row, String column, String message) {
      return new Fault(
          row.line(),
          ModelCsv.COLUMNS.indexOf(column),
          "line " + row.line() + ", column '" + column + "': " + message);
    }
  }

  static RiskModel read(Path file) throws IOException {
    try (Reader reader =
        TextDecoder.open(file, StandardCharsets.UTF_8, "Save it as UTF-8, and read that")) {
      return read(CharStreams.toString(reader), OwnMethods.none());
    } catch (TextDecoder.NotText e) {
      throw new IllegalArgumentException("Table of a model: " + e.getMessage(), e);
    }
  }

  static RiskModel read(String text, OwnMethods methods) {
    return new ModelCsvReader(methods).model(text);
  }

  private RiskModel model(String text) {
    for (Row row : new ModelCsvRows(faults).read(text)) {
      if (row.code().isEmpty()) {
        // Else it would be the parent of the root, which names none.
        fault(row, "code", "must be given");
        continue;
      }
      @Nullable Row first = rows.putIfAbsent(row.code(), row);
      if (first == null) {
        children.put(row.parent(), row);
      } else {
        fault(row, "code", "'" + row.code() + "' is in line " + first.line() + " already");
      }
    }
    @Nullable Row root = root();
    @Nullable RiskModel model = null;
    if (root != null) {
      checkParents();
      PathFaults found = new PathFaults(methods);
      model = DefinitionReader.read(definition(root), found);
      found.list().forEach(this::place);
    }
    faults.sort(Comparator.comparingLong(Fault::line).thenComparingInt(Fault::column));
    Checks.noFaults(
        "Table of a model", faults.stream().map(Fault::message).toList(), LISTED_FAULTS);
    return requireNonNull(model);
  }

  private void fault(Row row, String column, String message) {
    faults.add(Fault.in(row, column, message));
  }

  /** The one row without a parent. */
  private @Nullable Row root() {
    List<Row> roots = List.copyOf(children.get(""));
    if (roots.isEmpty() && faults.isEmpty()) {
      faults.add(Fault.in(1, "no row has an empty parent, as the root of the model must"));
    }
    for (Row other : roots.subList(Math.min(1, roots.size()), roots.size())) {
      fault(
          other,
          "parent",
          "must be given: line " + roots.get(0).line() + " is the root of the model already");
    }
    return roots.isEmpty() ? null : roots.get(0);
  }

  /** Every row hangs on the root. */
  private void checkParents() {
    Set<Row> circles = circles();
    for (Row row : rows.values()) {
      if (row.parent().isEmpty()) {
        continue;
      }
      if (!rows.containsKey(row.parent())) {
        fault(
            row,
            "parent",
            "there is no '"
                + row.parent()
                + "'"
                + Checks.knownAfter(faults.size(), row.parent(), rows.keySet()));
      } else if (circles.contains(row)) {
        fault(row, "parent", "goes round in a circle and never to the root");
      }
    }
  }

  /** The rows that are above themselves. */
  private Set<Row> circles() {
    Set<Row> circles = new LinkedHashSet<>();
    Set<Row> done = new HashSet<>();
    for (Row start : rows.values()) {
      Set<Row> met = new LinkedHashSet<>();
      @Nullable Row row = start;
      while (row != null && !done.contains(row) && met.add(row)) {
        row = rows.get(row.parent());
      }
      if (row != null && met.contains(row)) {
        List<Row> path = List.copyOf(met);
        circles.addAll(path.subList(path.indexOf(row), path.size()));
      }
      done.addAll(met);
    }
    return circles;
  }

  private ModelDefinition definition(Row root) {
    FactorDefinition top = factor(root, "", 1);
    MethodDefinition missing =
        method(root, "missing", MethodFamilies.MISSING, MethodDefinition.of("fail"));
    return new ModelDefinition(
        ModelDefinition.FORMAT,
        top.code(),
        top.name(),
        top.weight(),
        top.aggregation(),
        missing,
        classes(root),
        top.factors(),
        top.indicators(),
        top.order(),
        top.reasons(),
        top.references());
  }

  private List<ClassDefinition> classes(Row root) {
    try {
      return root.cell("classes").isEmpty()
          ? List.of()
          : DefinitionWriter.of(RiskClasses.parse(root.cell("classes")));
    } catch (IllegalArgumentException fault) {
      fault(root, "classes", String.valueOf(fault.getMessage()));
      return List.of();
    }
  }

  private FactorDefinition factor(Row row, String path, int level) {
    places.put(path, row);
    for (String column : OF_INDICATORS) {
      mustBeEmpty(row, column, "of a factor");
    }
    if (level > 1) {
      mustBeEmpty(row, "missing", "but of the root");
      mustBeEmpty(row, "classes", "but of the root");
    }
    List<FactorDefinition> factors = new ArrayList<>();
    List<IndicatorDefinition> indicators = new ArrayList<>();
    List<String> order = new ArrayList<>();
    String dot = path.isEmpty() ? "" : path + ".";
    // One level too many is enough for it to be told.
    for (Row child : level > Factor.MOST_LEVELS ? Set.<Row>of() : children.get(row.code())) {
      order.add(child.code());
      if (children.containsKey(child.code())) {
        factors.add(factor(child, dot + "factors[" + factors.size() + "]", level + 1));
      } else {
        indicators.add(indicator(child, dot + "indicators[" + indicators.size() + "]"));
      }
    }
    List<String> usual = new ArrayList<>();
    factors.forEach(inner -> usual.add(inner.code()));
    indicators.forEach(leaf -> usual.add(leaf.code()));
    return new FactorDefinition(
        row.code(),
        row.text("name"),
        weight(row, level == 1 ? 1.0 : null),
        method(row, "aggregation", MethodFamilies.AGGREGATIONS, MethodDefinition.of("arithmetic")),
        factors,
        indicators,
        order.equals(usual) ? List.of() : order,
        reasons(row),
        references(row));
  }

  private IndicatorDefinition indicator(Row row, String path) {
    places.put(path, row);
    mustBeEmpty(row, "aggregation", "of what no row has as its parent");
    mustBeEmpty(row, "missing", "but of the root");
    mustBeEmpty(row, "classes", "but of the root");
    if (row.cell("scale").isEmpty()) {
      fault(row, "scale", "must be given, or rows that have '" + row.code() + "' as their parent");
    }
    return new IndicatorDefinition(
        row.code(),
        row.text("name"),
        row.text("unit"),
        weight(row, null),
        row.cell("direction"),
        new DomainDefinition(number(row, "lower", null), number(row, "upper", null), levels(row)),
        row.cell("beyond_scale"),
        method(row, "treatment", MethodFamilies.TREATMENTS, MethodDefinition.of("none")),
        method(row, "scale", MethodFamilies.SCALES, STAND_IN),
        origin(row),
        reasons(row),
        references(row));
  }

  private @Nullable OriginDefinition origin(Row row) {
    if (row.cell("from_treatment").isEmpty()
        && row.cell("from_scale").isEmpty()
        && row.cell("from_readings").isEmpty()) {
      return null;
    }
    @Nullable Double readings = number(row, "from_readings", 0.0);
    if (readings == null || readings != (int) (double) readings) {
      fault(row, "from_readings", "must be a whole number, but was " + readings);
      readings = 1.0;
    }
    return new OriginDefinition(
        method(row, "from_treatment", MethodFamilies.TREATMENTS, MethodDefinition.of("none")),
        row.cell("from_scale").isEmpty()
            ? MethodDefinition.of("")
            : method(row, "from_scale", MethodFamilies.SCALES, STAND_IN),
        (int) (double) readings);
  }

  private void mustBeEmpty(Row row, String column, String what) {
    if (!row.cell(column).isEmpty()) {
      fault(row, column, "must be empty " + what + ", but was '" + row.cell(column) + "'");
    }
  }

  private @Nullable Double weight(Row row, @Nullable Double otherwise) {
    return number(row, "weight", otherwise);
  }

  /** The number in a cell, or another where there is none. */
  private @Nullable Double number(Row row, String column, @Nullable Double otherwise) {
    try {
      return row.cell(column).isEmpty()
          ? otherwise
          : Double.valueOf(MethodText.number(row.cell(column)));
    } catch (IllegalArgumentException fault) {
      fault(row, column, String.valueOf(fault.getMessage()));
      // Stands for what cannot be read, which has been told.
      return column.equals("weight") ? Double.valueOf(1) : otherwise;
    }
  }

  private List<Double> levels(Row row) {
    List<Double> levels = new ArrayList<>();
    String cell = row.cell("levels");
    if (cell.isEmpty()) {
      return levels;
    }
    try {
      for (String level : Splitter.on(',').trimResults().split(cell)) {
        levels.add(MethodText.number(level));
      }
    } catch (IllegalArgumentException fault) {
      fault(row, "levels", String.valueOf(fault.getMessage()));
      return List.of();
    }
    return levels;
  }

  private MethodDefinition method(
      Row row, String column, Methods<?> family, MethodDefinition otherwise) {
    try {
      return row.cell(column).isEmpty() ? otherwise : MethodText.parse(row.cell(column), family);
    } catch (IllegalArgumentException fault) {
      fault(row, column, String.valueOf(fault.getMessage()));
      return otherwise;
    }
  }

  private static Map<String, String> reasons(Row row) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Choice choice : Choice.values()) {
      String reason = row.text(ModelCsv.reason(choice.toString()));
      if (!reason.isBlank()) {
        reasons.put(choice.toString(), reason);
      }
    }
    return reasons;
  }

  /** One a line. */
  private static List<String> references(Row row) {
    return row.text("references").lines().filter(reference -> !reference.isBlank()).toList();
  }

  /** Tells a fault of the definition where it is in the table. */
  private void place(PathFaults.Fault fault) {
    String path = fault.path();
    int cut = path.length();
    while (!places.containsKey(path.substring(0, cut))) {
      cut = Math.max(0, path.lastIndexOf('.', cut - 1));
    }
    Row row = places.getOrDefault(path.substring(0, cut), NOWHERE);
    String part = cut == 0 ? path : path.substring(Math.min(path.length(), cut + 1));
    if (part.isEmpty()) {
      faults.add(Fault.in(row.line(), fault.message()));
      return;
    }
    String column = part.split("[.\\[]", 2)[0];
    String rest = part.substring(column.length());
    for (Map.Entry<String, String> other : COLUMN_OF.entrySet()) {
      // The longest that fits comes last.
      if (part.startsWith(other.getKey())) {
        column = other.getValue();
        rest = part.substring(other.getKey().length());
      }
    }
    fault(row, column, (rest.isEmpty() ? "" : rest.substring(1) + ": ") + fault.message());
  }
}
