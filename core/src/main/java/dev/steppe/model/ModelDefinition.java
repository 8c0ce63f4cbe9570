package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a model says, as plain data: strings, numbers, lists, maps and records of these. A
 * library that reads and writes JSON or YAML needs no word about it.
 *
 * <p>{@link RiskModel#definition} and {@link RiskModel#of(ModelDefinition)} are each other's
 * inverse: the model is equal and has the same fingerprint, and what it was fitted from is kept.
 * Whoever writes a definition by hand may leave out what is usual; the definition of its model says
 * that, too.
 *
 * <pre>{@code
 * {
 *   "format": 1,
 *   "code": "my-risk",
 *   "missing": {"method": "reweight", "parameters": {"minimum": 0.6}},
 *   "indicators": [
 *     {
 *       "code": "border_share", "weight": 1, "direction": "HIGHER_IS_RISKIER", "unit": "percent",
 *       "scale": {"method": "goalposts", "parameters": {"lower": 0, "upper": 60}},
 *       "reasons": {"scale": "From no border to the longest in the region."}
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p><em>Versions.</em> A library reads the format it writes and every older one. What a later
 * library adds is optional, means what was meant before where it is left out, and does not change
 * the number; the number grows where the same text would mean something else, and then older texts
 * are read as they were meant. A number that is greater than {@link #FORMAT} is a fault. Fields
 * that are in no definition are skipped without a word by some libraries; the {@link #schema}
 * refuses them.
 *
 * <p><em>Numbers.</em> A bound that is open is null. Parameters that may be infinite have {@code
 * "Infinity"} and {@code "-Infinity"} as text, see {@link MethodDefinition}. NaN is nowhere.
 *
 * @param format the version of the format; must be given
 * @param code the name of the model, which is the code of its root; must be given
 * @param name the name for people; the code if it is not given
 * @param weight the weight of the root, which moves no score; 1 if it is not given
 * @param aggregation how the top aggregates its children; {@code arithmetic} if it is not given
 * @param missing what is done about missing readings; {@code fail} if it is not given
 * @param classes the classes of scores, the safest first; empty if there are none
 * @param factors the factors right below the root
 * @param indicators the indicators right below the root
 * @param order the codes of all children of the root in the order in which they are summed; empty
 *     if that is the factors in their order, then the indicators in theirs
 * @param reasons a sentence for each choice that has one, by {@link Choice} in lower case
 * @param references what is referred to
 * @since 0.1
 */
public record ModelDefinition(
    int format,
    String code,
    String name,
    @Nullable Double weight,
    MethodDefinition aggregation,
    MethodDefinition missing,
    List<ClassDefinition> classes,
    List<FactorDefinition> factors,
    List<IndicatorDefinition> indicators,
    List<String> order,
    Map<String, String> reasons,
    List<String> references) {

  /** The version of the format that is written. */
  public static final int FORMAT = 1;

  /** Puts what is usual where nothing was given. */
  public ModelDefinition {
    code = Plain.text(code);
    name = Plain.text(name, code);
    weight = weight == null ? Double.valueOf(1) : weight;
    aggregation = aggregation == null ? MethodDefinition.of("arithmetic") : aggregation;
    missing = missing == null ? MethodDefinition.of("fail") : missing;
    classes = Plain.list(classes);
    factors = Plain.list(factors);
    indicators = Plain.list(indicators);
    order = Plain.list(order);
    reasons = Plain.map(reasons);
    references = Plain.list(references);
  }

  /**
   * The JSON Schema (draft 2020-12) of a definition: for editors, and for whoever checks a document
   * before it is read. It cannot say all that {@link RiskModel#of(ModelDefinition)} checks, such as
   * that codes are unique.
   */
  public static String schema() {
    try (InputStream in =
        requireNonNull(
            ModelDefinition.class.getResourceAsStream("model.schema.json"), "model.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The root as a factor. */
  FactorDefinition root() {
    return new FactorDefinition(
        code, name, weight, aggregation, factors, indicators, order, reasons, references);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
