package dev.steppe.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a model apart into plain data. */
final class DefinitionWriter {

  private DefinitionWriter() {}

  static ModelDefinition of(RiskModel model) {
    FactorDefinition root = of(model.root());
    return new ModelDefinition(
        ModelDefinition.FORMAT,
        root.code(),
        root.name(),
        root.weight(),
        root.aggregation(),
        model.missing().definition(),
        model.classes().map(DefinitionWriter::of).orElse(List.of()),
        root.factors(),
        root.indicators(),
        root.order(),
        root.reasons(),
        root.references());
  }

  static List<ClassDefinition> of(RiskClasses classes) {
    List<ClassDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < classes.names().size(); i++) {
      definitions.add(
          new ClassDefinition(classes.names().get(i), i == 0 ? null : classes.cuts().get(i - 1)));
    }
    return definitions;
  }

  private static FactorDefinition of(Factor factor) {
    List<FactorDefinition> factors = new ArrayList<>();
    List<IndicatorDefinition> indicators = new ArrayList<>();
    for (Node child : factor.children()) {
      child.fold(inner -> factors.add(of(inner)), criterion -> indicators.add(of(criterion)));
    }
    List<String> usual = new ArrayList<>();
    factors.forEach(inner -> usual.add(inner.code()));
    indicators.forEach(indicator -> usual.add(indicator.code()));
    return new FactorDefinition(
        factor.code(),
        factor.name(),
        factor.weight(),
        factor.aggregation().definition(),
        factors,
        indicators,
        factor.childCodes().equals(usual) ? List.of() : factor.childCodes(),
        reasons(factor.rationale()),
        factor.rationale().references());
  }

  private static IndicatorDefinition of(Criterion criterion) {
    Indicator indicator = criterion.indicator();
    Origin origin = criterion.origin();
    return new IndicatorDefinition(
        indicator.code(),
        indicator.name(),
        indicator.unit(),
        criterion.weight(),
        indicator.direction().name(),
        new DomainDefinition(indicator.domainLower(), indicator.domainUpper(), indicator.levels()),
        criterion.refusesBeyondScale() ? IndicatorDefinition.REFUSED : IndicatorDefinition.END,
        criterion.treatment().definition(),
        criterion.normalization().definition(),
        origin.isFitted()
            ? new OriginDefinition(
                origin.treatment().definition(),
                origin.normalization().definition(),
                origin.readings())
            : null,
        reasons(criterion.rationale()),
        criterion.rationale().references());
  }

  private static Map<String, String> reasons(Rationale rationale) {
    Map<String, String> reasons = new LinkedHashMap<>();
    rationale.reasons().forEach((choice, reason) -> reasons.put(choice.toString(), reason));
    return reasons;
  }
}
