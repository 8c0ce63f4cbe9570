package dev.steppe.sensitivity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.math.LocalLinearRegression;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether the parts of a score matter as much as their weights say, over a set of countries.
 *
 * <p>A weight says how far the score moves with one part while all others stay. Over real countries
 * the others do not stay: a part that hardly differs between countries, or that runs against the
 * others, matters less than its weight, and one that goes with many others matters more. The
 * measure is the main effect, which is the share of the variance of the score over the countries
 * that the part accounts for by itself, correlations included (its correlation ratio, by local
 * linear regression). Main effects need not sum to 1, so their shares stand beside the weights.
 *
 * <p>This describes a set of countries, not what a score means: a small share is no fault of a
 * model by itself. With fewer than {@value #FEW} countries the figures come with a warning.
 *
 * <pre>{@code
 * ImportanceVersusWeight table = ImportanceVersusWeight.of(scorer, profiles);
 * table.importance("treaty").share();   // beside importance("treaty").weight()
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1111/j.1467-985X.2012.01059.x">Paruolo, Saisana and Saltelli
 *     (2013), Ratings and rankings: voodoo or science? Journal of the Royal Statistical Society,
 *     Series A 176, 609-634</a>
 * @since 0.1
 */
public final class ImportanceVersusWeight {

  /** With fewer countries than this the figures come with a warning: {@value}. */
  public static final int FEW = 30;

  /** A line through two points leaves no error to judge it by. */
  private static final int LEAST = 4;

  private final int countries;
  private final ImmutableList<Importance> parts;

  private ImportanceVersusWeight(int countries, ImmutableList<Importance> parts) {
    this.countries = countries;
    this.parts = parts;
  }

  /**
   * The importance of every indicator, beside its effective weight.
   *
   * @param profiles at least 4; uncertain readings count with their central value
   * @throws IllegalArgumentException if there are fewer, one cannot be scored, or one lacks a
   *     reading
   */
  public static ImportanceVersusWeight of(Scorer scorer, Iterable<CountryProfile> profiles) {
    List<String> codes = new ArrayList<>();
    scorer.model().indicators().forEach(indicator -> codes.add(indicator.code()));
    return of(scorer, profiles, codes);
  }

  /**
   * The importance of some nodes of the model, such as the factors below its top, beside their
   * effective weights divided by the sum of these.
   *
   * @throws IllegalArgumentException if there are fewer than 4 profiles, one cannot be scored or
   *     lacks the value of a node, or there is no such node
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static ImportanceVersusWeight of(
      Scorer scorer, Iterable<CountryProfile> profiles, Iterable<String> codes) {
    return of(scorer, profiles, codes, Progress.none());
  }

  /**
   * As {@link #of(Scorer, Iterable, Iterable)}, while somebody hears how many nodes are done. The
   * curve of a node takes a time that grows with the square of the number of profiles.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static ImportanceVersusWeight of(
      Scorer scorer, Iterable<CountryProfile> profiles, Iterable<String> codes, Progress progress) {
    requireNonNull(progress, "progress");
    ImmutableList<Scorecard> cards = scorer.scoreAll(profiles);
    ImmutableSet<String> chosen = ImmutableSet.copyOf(codes);
    check(scorer.model(), cards, chosen);
    double[] scores = cards.stream().mapToDouble(Scorecard::value).toArray();
    double weights = 0;
    double effects = 0;
    List<OptionalDouble> mainEffects = new ArrayList<>();
    List<OptionalDouble> linear = new ArrayList<>();
    for (String code : chosen) {
      double[] values =
          cards.stream().mapToDouble(card -> card.node(code).value().orElseThrow()).toArray();
      boolean varies =
          !SobolEstimators.isConstant(new double[][] {values})
              && !SobolEstimators.isConstant(new double[][] {scores});
      OptionalDouble effect =
          varies
              ? OptionalDouble.of(new LocalLinearRegression(values, scores).correlationRatio())
              : OptionalDouble.empty();
      mainEffects.add(effect);
      linear.add(
          varies ? OptionalDouble.of(squaredCorrelation(values, scores)) : OptionalDouble.empty());
      weights += scorer.model().effectiveWeight(code);
      effects += effect.orElse(0);
      progress.tell(mainEffects.size(), chosen.size());
    }
    ImmutableList.Builder<Importance> parts = ImmutableList.builder();
    for (int i = 0; i < chosen.size(); i++) {
      String code = chosen.asList().get(i);
      OptionalDouble effect = mainEffects.get(i);
      parts.add(
          new Importance(
              code,
              scorer.model().effectiveWeight(code) / weights,
              effect,
              linear.get(i),
              effect.isPresent() && effects > 0
                  ? OptionalDouble.of(effect.getAsDouble() / effects)
                  : OptionalDouble.empty()));
    }
    return new ImportanceVersusWeight(cards.size(), parts.build());
  }

  private static void check(
      RiskModel model, ImmutableList<Scorecard> cards, ImmutableSet<String> codes) {
    List<String> faults = new ArrayList<>();
    if (cards.size() < LEAST) {
      faults.add("needs at least " + LEAST + " profiles, but has " + cards.size());
    }
    double weights = 0;
    for (String code : codes) {
      weights += model.effectiveWeight(code);
      for (Scorecard card : cards) {
        if (card.node(code).value().isEmpty()) {
          String why = card.node(code).isApplicable() ? "" : ", to which it does not apply";
          faults.add("'" + code + "' has no value for " + card.country().code() + why);
        }
      }
    }
    if (!(weights > 0)) {
      faults.add("needs a part with a weight, but has " + codes);
    }
    Checks.noFaults("Importance versus weight", faults);
  }

  private static double squaredCorrelation(double[] x, double[] y) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < x.length; i++) {
      meanX += x[i] / x.length;
      meanY += y[i] / x.length;
    }
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
    }
    return Math.min(
        1,
        products * products / LocalLinearRegression.squares(x) / LocalLinearRegression.squares(y));
  }

  /** How many countries the figures rest on. */
  public int countries() {
    return countries;
  }

  /** The parts, in the order of the model or as asked for. */
  public ImmutableList<Importance> parts() {
    return parts;
  }

  /**
   * The importance of a part.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public Importance importance(String code) {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    parts.forEach(part -> codes.add(part.code()));
    return parts.get(SobolIndices.number(codes.build(), code, "part"));
  }

  /** What a reader must know before believing the figures. */
  public ImmutableList<String> warnings() {
    return countries < FEW
        ? ImmutableList.of(
            "WARNING: only "
                + countries
                + " countries (fewer than "
                + FEW
                + "). Main effects of so few are rough, and too great as a rule.")
        : ImmutableList.of();
  }

  /** The parts as a table, in their order. */
  public Table toTable() {
    return DriverTables.of(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
