package dev.steppe.validation;

import dev.steppe.internal.Text;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.statistics.PValue;
import dev.steppe.statistics.PValueMethod;
import dev.steppe.table.Table;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How results print. */
final class ValidationTables {

  private static final int DECIMALS = 3;

  private ValidationTables() {}

  static Table summary(Validation validation) {
    Auc auc = validation.auc();
    Table.Builder table = figures("Order of scores", validation.size(), validation.positives());
    auc(table, auc);
    top(table.rule(), validation.top(validation.positives()));
    return notes(table, validation.warnings()).build();
  }

  static Table auc(Auc auc) {
    Table.Builder table =
        figures("Area under the ROC curve", auc.positives() + auc.negatives(), auc.positives());
    auc(table, auc);
    return notes(table, auc.warnings()).build();
  }

  private static void auc(Table.Builder table, Auc auc) {
    interval(table, "AUC", auc.value(), auc.interval());
    interval(table, "AUC", auc.value(), auc.approximateInterval());
    pValue(table, "p-value, two-sided", auc.pValue());
    pValue(table, "p-value, AUC this high", auc.oneSidedPValue());
    table.note(
        "AUC: how often a case with the event scores above one without; 0.5 is no order at all.");
  }

  static Table top(TopCases top) {
    Table.Builder table =
        figures("The " + top.k() + " highest scores", top.cases(), top.positives());
    top(table, top);
    return notes(table, top.warnings()).build();
  }

  private static void top(Table.Builder table, TopCases top) {
    interval(table, "Precision at " + top.k(), top.precision(), top.precisionInterval());
    interval(table, "Recall at " + top.k(), top.recall(), top.recallInterval());
    table.row("Base rate", top.baseRate(), OptionalDouble.empty(), OptionalDouble.empty(), "");
    if (top.tiedAtCut() > 0) {
      table.note(
          Text.of(
              "%s equal scores lie on both sides of the cut at %s: from %s to %s events above it;"
                  + " shown is the mean over their orders.",
              top.tiedAtCut(), top.k(), top.leastHits(), top.mostHits()));
    }
  }

  private static Table.Builder figures(String what, int cases, int positives) {
    return figures(
        what + ": " + Text.count(cases, "case", "cases") + ", " + positives + " with the event");
  }

  private static Table.Builder figures(String title) {
    return Table.titled(title)
        .text("Figure")
        .number("Value", DECIMALS)
        .number("Lower", DECIMALS)
        .number("Upper", DECIMALS)
        .text("How");
  }

  private static void interval(
      Table.Builder table, String figure, double value, ConfidenceInterval interval) {
    table.row(figure, value, interval.lower(), interval.upper(), interval.how());
  }

  private static void pValue(Table.Builder table, String figure, PValue pValue) {
    table.row(figure, pValue.value(), OptionalDouble.empty(), OptionalDouble.empty(), pValue.how());
  }

  private static Table.Builder notes(Table.Builder table, Iterable<String> warnings) {
    warnings.forEach(table::note);
    return table;
  }

  static Table brier(BrierScore score) {
    Table.Builder table =
        Table.titled(
                Text.of(
                    "Brier score of %s, %s with the event",
                    Text.count(score.size(), "probability", "probabilities"), score.events()))
            .text("Part")
            .signed("Value", 4)
            .row("Reliability", score.reliability())
            .row("Resolution", -score.resolution())
            .row("Uncertainty", score.uncertainty())
            .row("Within-bin variance", score.withinBinVariance())
            .row("Within-bin covariance", -score.withinBinCovariance())
            .rule()
            .row("Brier score", score.value())
            .row("Skill", score.skill())
            .note("The parts sum to the score: 0 is best. Skill: 1 is best, 0 no better than the")
            .note("frequency of these cases.");
    return notes(table, score.warnings()).build();
  }

  static Table calibration(BrierScore score) {
    Table.Builder table =
        Table.titled(
                Text.of(
                    "What was said and what happened: %s, %s with the event",
                    Text.count(score.size(), "case", "cases"), score.events()))
            .number("Cases", 0)
            .number("Mean probability", DECIMALS)
            .number("Frequency", DECIMALS)
            .bar("0..1", 0, 1, 20);
    for (BrierScore.Bin bin : score.bins()) {
      table.row(bin.cases(), bin.meanForecast(), bin.frequency(), bin.frequency());
    }
    return notes(table, score.warnings()).build();
  }

  static Table bootstrap(String title, ClusterBootstrap bootstrap) {
    Table.Builder table = figures(title);
    bootstrap(table, "AUC", bootstrap.auc());
    bootstrap(table, "Average precision", bootstrap.averagePrecision());
    table.note(
        Text.of(
            "%s of %s, seed %s%s.",
            Text.count(bootstrap.design().size(), "resample", "resamples"),
            Text.count(bootstrap.clusters(), "cluster", "clusters"),
            bootstrap.design().seed(),
            bootstrap.leftOut() == 0
                ? ""
                : Text.of(
                    "; %,d more had no event, or nothing else, and were left out",
                    bootstrap.leftOut())));
    table.note(
        "Average precision: the mean, over the events, of the share of the event down to their"
            + " score; without any order, the base rate.");
    return notes(table, bootstrap.warnings()).build();
  }

  private static void bootstrap(Table.Builder table, String what, BootstrapFigure figure) {
    interval(table, what, figure.value(), figure.interval());
  }

  static Table groups(ScoreGroups groups) {
    int cases = 0;
    int events = 0;
    for (ScoreGroups.Group group : groups.groups()) {
      cases += group.cases();
      events += group.events();
    }
    Table.Builder table =
        Table.titled(
                Text.of(
                    "How often the event came: %s, %s with the event",
                    Text.count(cases, "case", "cases"), events))
            .number("Score from", DECIMALS)
            .number("to", DECIMALS)
            .number("Cases", 0)
            .number("Events", 0)
            .number("Share", DECIMALS)
            .number("Lower", DECIMALS)
            .number("Upper", DECIMALS)
            .bar("0..1", 0, 1, 20);
    for (ScoreGroups.Group group : groups.groups()) {
      table.row(
          group.least(),
          group.greatest(),
          group.cases(),
          group.events(),
          group.share(),
          group.interval().lower(),
          group.interval().upper(),
          group.share());
    }
    table.note(
        "A score is an index, not a probability: the share should rise from group to group, and"
            + (groups.falls() == 0
                ? " does not fall."
                : " falls " + Text.count(groups.falls(), "time", "times") + "."));
    return notes(table, groups.warnings()).build();
  }

  static Table comparison(ValidationComparison comparison) {
    Map<String, Validation> byName = comparison.byName();
    String model = byName.keySet().iterator().next();
    Validation first = byName.values().iterator().next();
    int top = first.positives();
    Table.Builder table =
        Table.titled("Side by side: " + first.counts())
            .text("Order")
            .number("AUC", DECIMALS)
            .number("Average precision", DECIMALS)
            .number("Events among the " + top + " highest", 1)
            .signed("Lead in AUC", DECIMALS)
            .signed("Lower", DECIMALS)
            .signed("Upper", DECIMALS);
    byName.forEach(
        (name, validation) -> {
          WeightedOrder.Figures figures = validation.order().ofAll();
          Optional<BootstrapFigure> lead =
              name.equals(model) || !ClusterBootstrap.isPossible(first)
                  ? Optional.empty()
                  : Optional.of(comparison.lead(name).auc());
          table.row(
              name,
              figures.auc(),
              figures.averagePrecision(),
              validation.top(top).hits(),
              number(lead, BootstrapFigure::value),
              number(lead, figure -> figure.interval().lower()),
              number(lead, figure -> figure.interval().upper()));
        });
    table.note(
        ClusterBootstrap.isPossible(first)
            ? Text.of(
                "Lead: the AUC of '%s' less that of the row, with an interval of %s %% from"
                    + " resampled clusters. If the interval holds 0, neither is shown to be better.",
                model, Text.of("%.0f", 100 * comparison.design().level()))
            : "No lead is given: fewer than two clusters have the event, or nothing else.");
    return notes(table, first.warnings()).build();
  }

  private static OptionalDouble number(
      Optional<BootstrapFigure> figure, ToDoubleFunction<BootstrapFigure> of) {
    return figure.isPresent()
        ? OptionalDouble.of(of.applyAsDouble(figure.get()))
        : OptionalDouble.empty();
  }

  static Table correlation(RankCorrelation correlation) {
    Table.Builder table =
        Table.titled(
                "Agreement of two orders of " + Text.count(correlation.cases(), "case", "cases"))
            .text("Coefficient")
            .signed("Value", DECIMALS)
            .number("p-value", 4)
            .text("How");
    coefficient(table, "Spearman's rho", correlation.spearman());
    coefficient(table, "Kendall's tau-b", correlation.kendall());
    if (correlation.spearman().pValue().method() == PValueMethod.SAMPLED) {
      table.note(
          Text.of(
              "%s sampled with seed %s.",
              Text.count(correlation.design().size(), "order was", "orders were"),
              correlation.design().seed()));
    }
    return notes(table, correlation.warnings()).build();
  }

  private static void coefficient(
      Table.Builder table, String name, RankCorrelation.Coefficient coefficient) {
    table.row(name, coefficient.value(), coefficient.pValue().value(), coefficient.pValue().how());
  }
}
