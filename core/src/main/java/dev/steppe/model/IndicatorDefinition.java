package dev.steppe.model;

import dev.steppe.internal.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it stands in a model, as plain data. Null counts as not given; nothing is checked
 * before {@link RiskModel#of(ModelDefinition)}.
 *
 * @param code the code, unique in the model; must be given
 * @param name the name for people; the code if it is not given
 * @param unit the unit of the readings, in words; may be empty
 * @param weight the weight; must be given
 * @param direction which end is risky: {@code HIGHER_IS_RISKIER} or {@code LOWER_IS_RISKIER}; must
 *     be given
 * @param domain the readings that make sense; any if it is not given
 * @param beyondScale what a reading beyond the scale is: {@code end} if it counts as at the end of
 *     the scale, or {@code refused} if it is an error, which narrows the domain to the scale; the
 *     former if it is not given. A definition of a model says {@code refused} of an indicator of
 *     whose domain nothing is beyond the scale.
 * @param treatment what is done to a reading first; {@code none} if it is not given
 * @param scale how the treated reading becomes a value from 0 to 100; must be given
 * @param fittedFrom what treatment and scale were before they were fitted; null if they never were
 * @param reasons a sentence for each choice that has one, by {@link Choice} in lower case
 * @param references what is referred to
 * @see ModelDefinition
 * @since 0.1
 */
public record IndicatorDefinition(
    String code,
    String name,
    String unit,
    @Nullable Double weight,
    String direction,
    DomainDefinition domain,
    String beyondScale,
    MethodDefinition treatment,
    MethodDefinition scale,
    @Nullable OriginDefinition fittedFrom,
    Map<String, String> reasons,
    List<String> references) {

  static final String END = "end";
  static final String REFUSED = "refused";

  /** Puts what is usual where nothing was given. */
  public IndicatorDefinition {
    code = Plain.text(code);
    name = Plain.text(name, code);
    unit = Plain.text(unit);
    direction = Plain.text(direction);
    domain = domain == null ? DomainDefinition.any() : domain;
    beyondScale = Plain.text(beyondScale, END);
    treatment = treatment == null ? MethodDefinition.of("none") : treatment;
    scale = scale == null ? MethodDefinition.of("") : scale;
    reasons = Plain.map(reasons);
    references = Plain.list(references);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
