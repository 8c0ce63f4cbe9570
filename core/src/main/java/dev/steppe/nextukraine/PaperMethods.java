package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;

/**
 * The choices of method that could reasonably have been made otherwise, one at a time. They follow
 * the kinds of choice that a composite index has, scale, weight, aggregation and gaps, and not what
 * they do to the scores.
 */
final class PaperMethods {

  /** Keeps a value of 0 from deciding alone. */
  private static final double FLOOR = 1;

  private PaperMethods() {}

  static ImmutableList<PaperMethod> of(RiskModel model) {
    return ImmutableList.of(
        new PaperMethod(
            "the model itself",
            model,
            "Arithmetic means; the four factors weigh the same, and so do the indicators of each."),
        new PaperMethod(
            "geometric mean of factors",
            model.withAggregation(PaperModel.NAME, Aggregation.geometric(FLOOR)),
            "A factor that is low is not wholly made up for by others that are high."),
        new PaperMethod(
            "geometric means throughout",
            model.withAggregation(Aggregation.geometric(FLOOR)),
            "The same among the indicators of a factor: a country bound by treaty is safer,"
                + " whatever else its ties are."),
        new PaperMethod(
            "equal weights of indicators",
            equalIndicators(model),
            "The paper ranks none of the fourteen things that it names, so each counts the same,"
                + " whichever factor it is put in."),
        new PaperMethod(
            "three factors only",
            model.withWeight(PaperModel.CONTEXT, 0),
            "The paper says that it weighs ethnic distribution, alliance ties and trade"
                + " dependence; the context is ours to put in or to leave out."),
        new PaperMethod(
            "scales from none to all",
            wholeScales(model),
            "The greatest share in the region depends on which states belong to it; a share has a"
                + " natural scale."),
        new PaperMethod(
            "without oil transit",
            model.withWeight("transit_dependence", 0),
            "Ukraine sells no oil: one may hold that the question does not arise for it, and what"
                + " is asked of one of the two only cannot tell them apart."),
        new PaperMethod(
            "without unrest",
            model.withWeight("domestic_unrest", 0),
            "Unrest is a trigger that passes, not a condition that lasts."));
  }

  /** A factor weighs as much as it has indicators, unrest as much as others. */
  private static RiskModel equalIndicators(RiskModel model) {
    ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
    for (String factor :
        ImmutableList.of(
            PaperModel.ETHNIC, PaperModel.ALLIANCES, PaperModel.TRADE, PaperModel.CONTEXT)) {
      weights.put(factor, (double) model.factor(factor).children().size());
    }
    return model.withWeights(weights.put("domestic_unrest", 1.0).buildOrThrow());
  }

  private static RiskModel wholeScales(RiskModel model) {
    RiskModel whole = model;
    for (String share :
        ImmutableList.of(
            "kin_share", "max_regional_kin_share", "import_dependence", "export_dependence")) {
      whole = whole.withNormalization(share, Normalization.goalposts(0, 1));
    }
    return whole;
  }
}
