package dev.steppe.model;

import dev.steppe.internal.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A factor with all that is below it, as plain data. Null counts as not given; nothing is checked
 * before {@link RiskModel#of(ModelDefinition)}.
 *
 * @param code the code, unique in the model; must be given
 * @param name the name for people; the code if it is not given
 * @param weight the weight; must be given
 * @param aggregation how the children's values become the factor's; {@code arithmetic} if it is not
 *     given
 * @param factors the factors right below
 * @param indicators the indicators right below
 * @param order the codes of all children in the order in which they are summed; empty if that is
 *     the factors in their order, then the indicators in theirs
 * @param reasons a sentence for each choice that has one, by {@link Choice} in lower case
 * @param references what is referred to
 * @see ModelDefinition
 * @since 0.1
 */
public record FactorDefinition(
    String code,
    String name,
    @Nullable Double weight,
    MethodDefinition aggregation,
    List<FactorDefinition> factors,
    List<IndicatorDefinition> indicators,
    List<String> order,
    Map<String, String> reasons,
    List<String> references) {

  /** Puts what is usual where nothing was given. */
  public FactorDefinition {
    code = Plain.text(code);
    name = Plain.text(name, code);
    aggregation = aggregation == null ? MethodDefinition.of("arithmetic") : aggregation;
    factors = Plain.list(factors);
    indicators = Plain.list(indicators);
    order = Plain.list(order);
    reasons = Plain.map(reasons);
    references = Plain.list(references);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
