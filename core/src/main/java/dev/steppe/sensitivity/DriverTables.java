package dev.steppe.sensitivity;

import dev.steppe.internal.Text;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How results print. */
final class DriverTables {

  private static final int DECIMALS = 3;

  private DriverTables() {}

  static Table of(SobolIndices result) {
    Table.Builder table =
        Table.titled("What drives the " + result.output())
            .text("Input")
            .number("First", DECIMALS)
            .number("First from", DECIMALS)
            .number("First to", DECIMALS)
            .number("Total", DECIMALS)
            .number("Total from", DECIMALS)
            .number("Total to", DECIMALS)
            .bar("", 0, 1, 20);
    List<SobolIndex> order = new ArrayList<>(result.indices());
    order.sort(Comparator.comparingDouble(SobolIndex::total).reversed());
    for (SobolIndex index : order) {
      table.row(
          index.input(),
          index.first(),
          lower(index.firstInterval()),
          upper(index.firstInterval()),
          index.total(),
          lower(index.totalInterval()),
          upper(index.totalInterval()),
          index.total());
    }
    table.note(result.summary());
    result.remarks().forEach(table::note);
    return table
        .note(
            "First: the share of the variance that would go if the input became known; total: the"
                + " share that would stay if all others did.")
        .note(how(result.rowDesign()))
        .build();
  }

  static Table pairs(SobolIndices result) {
    Table.Builder table =
        Table.titled("What pairs of inputs do together to the " + result.output())
            .text("Input")
            .text("With")
            .number("Second order", DECIMALS)
            .number("From", DECIMALS)
            .number("To", DECIMALS);
    List<SobolIndices.Pair> order = new ArrayList<>(result.pairs());
    order.sort(Comparator.comparingDouble(SobolIndices.Pair::index).reversed());
    for (SobolIndices.Pair pair : order) {
      table.row(
          pair.first(),
          pair.second(),
          pair.index(),
          lower(pair.interval()),
          upper(pair.interval()));
    }
    return table.note(how(result.rowDesign())).build();
  }

  static Table of(ShapleyEffects result) {
    Table.Builder table =
        Table.titled("Shares of the spread of the " + result.output())
            .text("Input")
            .number("Share", DECIMALS)
            .number("From", DECIMALS)
            .number("To", DECIMALS)
            .bar("", 0, 1, 20);
    List<ShapleyEffect> order = new ArrayList<>(result.effects());
    order.sort(Comparator.comparingDouble(ShapleyEffect::share).reversed());
    for (ShapleyEffect effect : order) {
      table.row(
          effect.input(),
          effect.share(),
          lower(effect.interval()),
          upper(effect.interval()),
          effect.share());
    }
    return table
        .note(
            "Shares of the variance that sum to 1; what inputs do together is divided equally among"
                + " them.")
        .note(how(result.rowDesign()))
        .build();
  }

  static Table of(MorrisEffects result) {
    Table.Builder table =
        Table.titled("Elementary effects on the " + result.output())
            .text("Input")
            .number("Mean absolute", DECIMALS)
            .number("Std. error", DECIMALS)
            .signed("Mean", DECIMALS)
            .number("Std. deviation", DECIMALS);
    List<MorrisEffect> order = new ArrayList<>(result.effects());
    order.sort(Comparator.comparingDouble(MorrisEffect::meanAbsolute).reversed());
    for (MorrisEffect effect : order) {
      table.row(
          effect.input(),
          effect.meanAbsolute(),
          effect.standardError(),
          effect.mean(),
          effect.standardDeviation());
    }
    result.remarks().forEach(table::note);
    return table
        .note(
            Text.of(
                "Change of the %s while an input goes from its least to its greatest value, from"
                    + " steps of part of the way. A great standard deviation means that the input"
                    + " acts together with others or not along a straight line.",
                result.output()))
        .note(
            Text.of(
                "%s on %s, seed %s.",
                Text.count(result.trajectories(), "trajectory", "trajectories"),
                Text.count(result.levels(), "level", "levels"),
                result.seed()))
        .build();
  }

  static Table of(ImportanceVersusWeight result) {
    Table.Builder table =
        Table.titled("Importance beside weight, over " + result.countries() + " countries")
            .text("Part")
            .number("Weight", DECIMALS)
            .number("Share", DECIMALS)
            .number("Main effect", DECIMALS)
            .number("Linear", DECIMALS);
    for (Importance part : result.parts()) {
      table.row(part.code(), part.weight(), part.share(), part.mainEffect(), part.linear());
    }
    result.warnings().forEach(table::note);
    return table
        .note(
            "Main effect: the share of the variance of the score over these countries that a part"
                + " accounts for by itself, correlations included; linear: as far as it is a"
                + " straight line; share: the main effect divided by the sum of all.")
        .build();
  }

  private static OptionalDouble lower(Optional<ConfidenceInterval> interval) {
    return interval.stream().mapToDouble(ConfidenceInterval::lower).findFirst();
  }

  private static OptionalDouble upper(Optional<ConfidenceInterval> interval) {
    return interval.stream().mapToDouble(ConfidenceInterval::upper).findFirst();
  }

  private static String how(Optional<RowDesign> design) {
    return design.isEmpty()
        ? "Exact, by closed form: no intervals."
        : Text.of(
            "Estimated from %s; from, to: intervals of %s by %s.",
            design.get(),
            percent(design.get().level()),
            Text.count(design.get().resamples(), "bootstrap sample", "bootstrap samples"));
  }

  private static String percent(double level) {
    return Decimals.percent(level) + " %";
  }
}
