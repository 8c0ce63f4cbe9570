package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.score.Comparison;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SourcesOfDoubt;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.SharedIndicators;
import org.jspecify.annotations.Nullable;

/**
 * How sure the order of the two countries is: by what the sources leave open, by weights, by
 * method, and with all that is judged drawn together. Shares of draws, weights and methods are no
 * probabilities of events.
 *
 * <pre>{@code
 * NextUkraine.howSure();             // Kazakhstan is below Ukraine in 87.9 % of 100,000 draws ...
 * NextUkraine.howSure().methods();   // what each of 8 methods makes of the two
 * }</pre>
 *
 * @since 0.1
 */
public final class HowSure {

  /** Readings alone are drawn fast enough for 0.3 percentage points either way. */
  private static final int READING_DRAWS = 100_000;

  /** Of all else, enough for 1.5 percentage points either way; the page is to appear at once. */
  private static final int DRAWS = 4_000;

  private final Comparison comparison;
  private final ImmutableList<PaperMethod> methods;

  // Found when first asked for; racing threads find the same.
  private @Nullable UncertaintyResult ofReadings;
  private @Nullable Probability byWeights;
  private @Nullable SourcesOfDoubt doubt;

  /**
   * Asks about a comparison.
   *
   * @param comparison Kazakhstan, or a variant of it, minus Ukraine
   * @param methods other ways to judge it; empty if the comparison is by a model of its own
   */
  HowSure(Comparison comparison, ImmutableList<PaperMethod> methods) {
    this.comparison = comparison;
    this.methods = methods;
  }

  private ImmutableList<CountryProfile> both() {
    return ImmutableList.of(comparison.first().profile(), comparison.second().profile());
  }

  /** The probability that the first country scores lower when its readings are drawn. */
  public Probability byReadings() {
    return below(ofReadings());
  }

  private UncertaintyResult ofReadings() {
    UncertaintyResult result = ofReadings;
    if (result == null) {
      result = ofReadings(comparison.first().scorer()).withThreads(1).run(both());
      ofReadings = result;
    }
    return result;
  }

  /** Of the readings alone, weights held fixed: one analysis, so that all pages have one figure. */
  static UncertaintyAnalysis ofReadings(Scorer scorer) {
    return UncertaintyAnalysis.of(scorer).withSize(READING_DRAWS);
  }

  /**
   * The probability that the first country scores lower with all weights of the indicators that
   * both have equally likely, readings at their central values. Interactions go with the weights,
   * see {@link dev.steppe.model.Aggregation#reweighted}.
   */
  public Probability byWeights() {
    Probability result = byWeights;
    if (result == null) {
      result = below(ofWeights());
      byWeights = result;
    }
    return result;
  }

  private UncertaintyResult ofWeights() {
    Scorer shared = SharedIndicators.of(comparison.first().scorer(), both()).scorer();
    UncertaintyAnalysis analysis =
        UncertaintyAnalysis.of(shared)
            .withCentralReadings()
            .withWeights(WeightUncertainty.uniform());
    // A weighted sum has an exact answer, which takes no draws.
    return run(analysis, shared.model().isAdditive() ? 1 : DRAWS);
  }

  /**
   * From where the doubt comes: readings, all weights equally likely, and the numbers that are
   * judged for both countries alike (what the steps of a scale count, where it starts and ends, how
   * much a kind of tie binds), drawn together and one by one.
   */
  public SourcesOfDoubt doubt() {
    SourcesOfDoubt result = doubt;
    if (result == null) {
      Scorer scorer = comparison.first().scorer();
      UncertaintyAnalysis all =
          UncertaintyAnalysis.of(scorer)
              .withWeights(WeightUncertainty.uniform())
              .withJudgements(OpenJudgements.of(scorer.model(), both()));
      result = SourcesOfDoubt.of(all.withSize(DRAWS).withThreads(1), both().get(0), both().get(1));
      doubt = result;
    }
    return result;
  }

  private Probability below(UncertaintyResult result) {
    return result.probabilityRiskier(comparison.second().profile(), comparison.first().profile());
  }

  private UncertaintyResult run(UncertaintyAnalysis analysis, int draws) {
    // Threads would cost more to start than such few draws take.
    return analysis.withSize(draws).withThreads(1).run(both());
  }

  /** By how many of the methods the first country scores lower. */
  public int methodsBelow() {
    return methodsWith(-1);
  }

  private Comparison compare(PaperMethod method) {
    return Scorer.of(method.model()).compare(both().get(0), both().get(1));
  }

  /**
   * The analysis in which each draw takes one of the methods, all equally likely, and draws
   * readings.
   */
  public UncertaintyAnalysis underMethods() {
    UncertaintyAnalysis analysis = UncertaintyAnalysis.of(comparison.first().scorer());
    if (methods.isEmpty()) {
      return analysis;
    }
    MethodChoice choice = MethodChoice.named("method");
    for (PaperMethod method : methods) {
      choice = choice.or(method.name(), method.model());
    }
    return analysis.withChoice(choice);
  }

  /**
   * How clear the order is that the central readings give. Two that score the same are too close to
   * call.
   */
  public Clarity clarity() {
    int order = Ranking.compareScores(comparison.first().value(), comparison.second().value());
    if (order == 0) {
      return Clarity.TOO_CLOSE_TO_CALL;
    }
    boolean below = order < 0;
    double byMethods = methods.isEmpty() ? 1 : (double) methodsWith(order) / methods.size();
    return Clarity.of(
        comparison.isDecided(),
        kept(below, byReadings().value()),
        kept(below, byWeights().value()),
        byMethods,
        kept(below, doubt().together().below().value()));
  }

  private static double kept(boolean below, double shareBelow) {
    return below ? shareBelow : 1 - shareBelow;
  }

  private int methodsWith(int order) {
    return (int)
        methods.stream()
            .filter(method -> Math.signum(compare(method).difference()) == Math.signum(order))
            .count();
  }

  /** What every method makes of the two countries. */
  public Table methods() {
    Scorecard first = comparison.first();
    Scorecard second = comparison.second();
    Table.Builder table =
        Table.titled(
                Text.of(
                    "%s is below %s by %s of %s methods",
                    first.country().name(),
                    second.country().name(),
                    methodsBelow(),
                    methods.size()))
            .text("Method")
            .number(first.country().code(), 1)
            .number(second.country().code(), 1)
            .signed("Points", 1)
            .text("Why one might judge so");
    for (PaperMethod method : methods) {
      Comparison by = compare(method);
      table.row(
          method.name(), by.first().value(), by.second().value(), by.difference(), method.reason());
    }
    return table
        .note(
            "Each is the model with one choice made otherwise. Points: the first minus the second.")
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  /** One sentence; intervals hold the true share 95 times in 100. */
  @Override
  public String toString() {
    String below =
        Text.of(
            "%s is below %s in %s",
            comparison.first().country().name(), comparison.second().country().name(), readings());
    String weights = shown(byWeights(), "all weights of shared indicators");
    String parts =
        methods.isEmpty()
            ? Text.of("%s and %s.", below, weights)
            : Text.of(
                "%s, %s, and by %s of %s.",
                below, weights, methodsBelow(), Text.count(methods.size(), "method", "methods"));
    return parts + " " + together();
  }

  /** What all that is judged leaves of the order, and from where most of the doubt comes. */
  private String together() {
    SourcesOfDoubt all = doubt();
    SourcesOfDoubt.Source widest = all.sources().get(0);
    return Text.of(
        "With readings, weights, scales and ties drawn together: %s. Most of the doubt: %s, alone %s"
            + " to %s points (90 %% of draws).",
        shown(all.together().below(), Text.of("%,d draws", all.draws())),
        widest.name(),
        Decimals.signed(widest.low(), 1),
        Decimals.signed(widest.high(), 1));
  }

  private String readings() {
    if (ofReadings().varied().isNothing()) {
      double first = comparison.first().value();
      boolean below = Ranking.compareScores(first, comparison.second().value()) < 0;
      return (below ? "all" : "no") + " readings, of which none is uncertain";
    }
    Probability below = byReadings();
    String of =
        below.isExact() ? "all readings within their bounds" : Text.of("%,d draws", READING_DRAWS);
    return shown(below, of + ", weights held fixed");
  }

  private static String shown(Probability probability, String of) {
    String sure =
        probability.isExact()
            ? "exact"
            : Text.of(
                "%s to %s at 95 %%",
                Decimals.percent(probability.lower(), 1), Decimals.percent(probability.upper(), 1));
    return Text.of("%s %% of %s (%s)", Decimals.percent(probability.value(), 1), of, sure);
  }
}
