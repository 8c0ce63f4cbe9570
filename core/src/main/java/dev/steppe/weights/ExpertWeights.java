package dev.steppe.weights;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import dev.steppe.table.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weights that experts gave by sharing out 100 points among the children of every factor (budget
 * allocation). Every expert's weights are kept; the spread is as much an answer as the mean.
 * Immutable.
 *
 * <pre>{@code
 * Files.writeString(form, ExpertWeights.sheet(model).toCsv());            // one copy for each expert
 * ExpertWeights given = ExpertWeights.read(model, Map.of("A", filledInByA, "B", filledInByB));
 * given.range("trade").lower();                                           // the least share of any
 * given.model("A");                                                       // the model with A's weights
 * }</pre>
 *
 * <p>So that a draw takes the weights of one of them, put {@code given.models()} into a {@code
 * MethodChoice}.
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC (2008), Handbook on Constructing
 *     Composite Indicators</a>, step 6, budget allocation
 * @since 0.1
 */
public final class ExpertWeights {

  private static final double BUDGET = 100;

  /** Points may be rounded to one decimal. */
  private static final double ROUNDING = 0.5;

  private final RiskModel model;
  private final ImmutableMap<String, ImmutableMap<String, Double>> shares;

  private ExpertWeights(
      RiskModel model, ImmutableMap<String, ImmutableMap<String, Double>> shares) {
    this.model = model;
    this.shares = shares;
  }

  /**
   * The form: a row for each factor and indicator, with an empty column of points. An expert shares
   * out 100 points among the rows of one parent.
   */
  public static Table sheet(RiskModel model) {
    Table.Builder table =
        Table.titled("Share out 100 points among the rows of each parent")
            .text("parent")
            .text("code")
            .text("name")
            .text("points")
            .text("reason");
    forEachChild(
        model, (parent, child) -> table.row(parent.code(), child.code(), child.name(), "", ""));
    return table.build();
  }

  private interface Visitor {
    void child(Factor parent, Node child);
  }

  private static void forEachChild(RiskModel model, Visitor visitor) {
    for (Factor factor : model.factors()) {
      factor.children().forEach(child -> visitor.child(factor, child));
    }
  }

  /**
   * Reads filled-in sheets.
   *
   * @param model of which the sheet is
   * @param sheets CSV with columns {@code code} and {@code points}, by expert; other columns say
   *     nothing
   * @throws IllegalArgumentException that lists every fault of every sheet: a column that is
   *     missing, a code that is unknown, missing or there twice, points that are no number of 0 or
   *     more, or that do not sum to 100 below a parent, within 0.5
   */
  public static ExpertWeights read(RiskModel model, Map<String, String> sheets) {
    List<String> faults = new ArrayList<>();
    ImmutableMap.Builder<String, ImmutableMap<String, Double>> shares = ImmutableMap.builder();
    if (sheets.isEmpty()) {
      faults.add("there must be at least one sheet");
    }
    sheets.forEach(
        (expert, text) -> {
          Map<String, Double> points =
              points(model, Checks.notBlank(expert, "expert"), text, faults);
          shares.put(expert, shares(model, expert, points, faults));
        });
    Checks.noFaults("Sheets of weights for model '" + model.name() + "'", faults);
    return new ExpertWeights(model, shares.buildOrThrow());
  }

  private static Map<String, Double> points(
      RiskModel model, String expert, String text, List<String> faults) {
    Map<String, Double> points = new LinkedHashMap<>();
    Set<String> known = new LinkedHashSet<>();
    forEachChild(model, (parent, child) -> known.add(child.code()));
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new StringReader(text))) {
      for (NamedCsvRecord row : rows) {
        @Nullable String code = row.findField("code").orElse(null);
        @Nullable String given = row.findField("points").orElse(null);
        if (code == null || given == null) {
          faults.add(
              expert + ": columns 'code' and 'points' are needed, but has " + row.getHeader());
          break;
        }
        String where = Text.of("%s, line %s: ", expert, row.getStartingLineNumber());
        if (!known.contains(code.strip())) {
          faults.add(
              where
                  + "no '"
                  + code.strip()
                  + "'"
                  + Checks.knownAfter(faults.size(), code.strip(), known));
        } else if (points.containsKey(code.strip())) {
          faults.add(where + "'" + code.strip() + "' is there twice");
        } else {
          points.put(code.strip(), number(given.strip(), where, faults));
        }
      }
    } catch (CsvParseException | IOException fault) {
      faults.add(expert + ": " + fault.getMessage());
    }
    return points;
  }

  private static double number(String text, String where, List<String> faults) {
    try {
      double points = Double.parseDouble(text);
      if (points >= 0 && points <= BUDGET) {
        return points;
      }
    } catch (NumberFormatException fault) {
      // Told below, as what is out of range.
    }
    faults.add(where + "points must be a number from 0 to 100, but were '" + text + "'");
    return Double.NaN;
  }

  private static ImmutableMap<String, Double> shares(
      RiskModel model, String expert, Map<String, Double> points, List<String> faults) {
    ImmutableMap.Builder<String, Double> shares = ImmutableMap.builder();
    for (Factor factor : model.factors()) {
      List<String> missing = new ArrayList<>();
      double sum = 0;
      for (Node child : factor.children()) {
        Double given = points.get(child.code());
        if (given == null) {
          missing.add(child.code());
        } else {
          sum += given;
        }
      }
      if (!missing.isEmpty()) {
        faults.add(Text.of("%s: no points for %s", expert, Text.list(missing)));
      } else if (Math.abs(sum - BUDGET) > ROUNDING) {
        faults.add(
            Text.of(
                "%s: points below '%s' must sum to 100, but to %s", expert, factor.code(), sum));
      } else if (!Double.isNaN(sum)) {
        for (Node child : factor.children()) {
          shares.put(child.code(), requireNonNull(points.get(child.code())) / sum);
        }
      }
    }
    return shares.buildOrThrow();
  }

  /** The experts, in the order of the sheets. */
  public ImmutableList<String> experts() {
    return shares.keySet().asList();
  }

  /**
   * The model with an expert's weights.
   *
   * @throws IllegalArgumentException if there is no sheet of that expert
   */
  public RiskModel model(String expert) {
    ImmutableMap<String, Double> given = shares.get(requireNonNull(expert, "expert"));
    if (given == null) {
      throw new IllegalArgumentException(
          "No sheet of '" + Text.brief(expert) + "'. " + Checks.known(expert, shares.keySet()));
    }
    return model.withWeights(given);
  }

  /** The model with each expert's weights, by expert. */
  public ImmutableMap<String, RiskModel> models() {
    ImmutableMap.Builder<String, RiskModel> models = ImmutableMap.builder();
    shares.forEach((expert, given) -> models.put(expert, model.withWeights(given)));
    return models.buildOrThrow();
  }

  /** The model with the mean of the experts' shares below each parent. */
  public RiskModel mean() {
    ImmutableMap.Builder<String, Double> means = ImmutableMap.builder();
    forEachChild(model, (parent, child) -> means.put(child.code(), meanShare(child.code())));
    return model.withWeights(means.buildOrThrow());
  }

  private double meanShare(String code) {
    return shares.values().stream()
        .mapToDouble(given -> requireNonNull(given.get(code), code))
        .average()
        .orElseThrow();
  }

  /**
   * The least and the greatest share below its parent that an expert gave, in {@code [0, 1]}.
   *
   * @throws IllegalArgumentException if the model has no such factor or indicator, or it is the
   *     root
   */
  public Range range(String code) {
    List<String> known = new ArrayList<>();
    forEachChild(model, (parent, child) -> known.add(child.code()));
    if (!known.contains(requireNonNull(code, "code"))) {
      throw new IllegalArgumentException(
          "No weight of '" + Text.brief(code) + "'. " + Checks.known(code, known));
    }
    double[] given =
        shares.values().stream()
            .mapToDouble(byCode -> requireNonNull(byCode.get(code), code))
            .sorted()
            .toArray();
    return new Range(given[0], given[given.length - 1]);
  }

  /** The mean and the spread of every share below its parent. */
  public Table toTable() {
    Table.Builder table =
        Table.titled("Weights by " + Text.count(shares.size(), "expert", "experts"))
            .text("Parent")
            .text("Code")
            .number("Mean", 3)
            .number("Least", 3)
            .number("Greatest", 3);
    forEachChild(
        model,
        (parent, child) ->
            table.row(
                parent.code(),
                child.code(),
                meanShare(child.code()),
                range(child.code()).lower(),
                range(child.code()).upper()));
    return table.note("Shares below the parent. Least and greatest: of any expert.").build();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
