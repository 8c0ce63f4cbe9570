package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The draws of an analysis one by one: scores by country, effective weights and readings, all in
 * the order of the draws. Immutable.
 *
 * <p>These are the draws that {@link UncertaintyAnalysis#run} counts, so that what it does not say
 * can be computed from them: a correlation of scores, say, or what the weights are where one
 * country overtakes another. A draw of a score is an index from 0 to 100, not a probability.
 *
 * <p>Where a missing reading may be anything ({@link dev.steppe.model.MissingPolicy#bound()}), each
 * draw allows all scores from {@link #safest} to {@link #riskiest}, and {@link #scores} is the
 * middle of the two.
 *
 * <pre>{@code
 * ScoreDraws draws = analysis.withSize(1000).draws(profiles);
 * draws.scores("KAZ").get(0);                        // the first draw of a score
 * draws.readings("KAZ", "debt").get(0);              // from which reading it comes
 * draws.toTable(20).toCsv();
 * }</pre>
 *
 * @since 0.1
 */
public final class ScoreDraws {

  private static final long MOST_NUMBERS = 100_000_000;

  private final UncertaintySettings settings;
  private final AnalysedCountries countries;
  private final Scores scores;
  private final double[][] weights;
  private final Redrawn redrawn;

  /** Takes the arrays without a copy. */
  ScoreDraws(
      UncertaintySettings settings,
      AnalysedCountries countries,
      Scores scores,
      double[][] weights,
      Redrawn redrawn) {
    this.settings = settings;
    this.countries = countries;
    this.scores = scores;
    this.weights = weights;
    this.redrawn = redrawn;
  }

  /** By country and draw; all three the same arrays where nothing that is missing may vary. */
  static final class Scores {

    private final double[][] middle;
    private final double[][] safest;
    private final double[][] riskiest;

    Scores(double[][] middle, double[][] safest, double[][] riskiest) {
      this.middle = middle;
      this.safest = safest;
      this.riskiest = riskiest;
    }
  }

  /** Makes what was drawn beside weights. */
  interface Redrawn {
    ImmutableDoubleArray readings(int country, int indicator);

    /** The values of a judgement. */
    ImmutableDoubleArray judgement(SharedJudgement judgement);
  }

  static void checkSize(long draws, int columns) {
    if (draws > MOST_NUMBERS / columns) {
      throw new IllegalArgumentException(
          "Draws one by one may be at most 100 million numbers (800 MB), but "
              + draws
              + " draws of "
              + columns
              + " scores and weights are more. At most "
              + MOST_NUMBERS / columns
              + " draws fit.");
    }
  }

  /** The countries, in the order in which they were given. */
  public ImmutableList<Country> countries() {
    return countries.countries();
  }

  /** The codes of the indicators, in the order of the model. */
  public ImmutableList<String> indicators() {
    return settings.scorer().bulk().indicators();
  }

  /** How many draws there are. */
  public int count() {
    return scores.middle[0].length;
  }

  /** The fingerprint of the model. */
  public String fingerprint() {
    return settings.scorer().fingerprint();
  }

  /** How the errors of readings were taken to go together. */
  public Correlations correlations() {
    return settings.correlations();
  }

  /**
   * Which draws these are. Those of a Sobol sequence come from 16 scrambled ones, one after the
   * other and each with as many.
   */
  public SampleDesign design() {
    return settings.design();
  }

  /**
   * The values of a judgement that all countries share, by draw. Makes a copy.
   *
   * @throws IllegalArgumentException if none of this name was drawn
   */
  public ImmutableDoubleArray judgement(String name) {
    List<String> names = settings.judgements().stream().map(SharedJudgement::name).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "No judgement '" + Text.brief(name) + "' was drawn. " + Checks.known(name, names));
    }
    return redrawn.judgement(settings.judgements().get(names.indexOf(name)));
  }

  /** The scores of a country, in {@code [0, 100]}, by draw. Makes a copy. */
  public ImmutableDoubleArray scores(String code) {
    return ImmutableDoubleArray.copyOf(scores.middle[countries.index(code)]);
  }

  /** The scores of a profile, in {@code [0, 100]}, by draw. Makes a copy. */
  public ImmutableDoubleArray scores(CountryProfile profile) {
    return ImmutableDoubleArray.copyOf(scores.middle[countries.index(profile)]);
  }

  /**
   * The scores of a country by draw with what is missing at the safe end of its scale: {@link
   * #scores} if nothing is that may be anything. Makes a copy.
   */
  public ImmutableDoubleArray safest(String code) {
    return ImmutableDoubleArray.copyOf(scores.safest[countries.index(code)]);
  }

  /** The same of a profile, see {@link #safest(String)}. */
  public ImmutableDoubleArray safest(CountryProfile profile) {
    return ImmutableDoubleArray.copyOf(scores.safest[countries.index(profile)]);
  }

  /**
   * The scores of a country by draw with what is missing at the risky end of its scale: {@link
   * #scores} if nothing is that may be anything. Makes a copy.
   */
  public ImmutableDoubleArray riskiest(String code) {
    return ImmutableDoubleArray.copyOf(scores.riskiest[countries.index(code)]);
  }

  /** The same of a profile, see {@link #riskiest(String)}. */
  public ImmutableDoubleArray riskiest(CountryProfile profile) {
    return ImmutableDoubleArray.copyOf(scores.riskiest[countries.index(profile)]);
  }

  /** Whether scores of a country depend on what is missing. */
  private boolean isOpen(int country) {
    return !Arrays.equals(scores.safest[country], scores.riskiest[country]);
  }

  /**
   * The effective weights of an indicator by draw: those of all indicators sum to 1. All countries
   * share them; where a reading is missing, {@linkplain dev.steppe.model.MissingPolicy the model's
   * policy} may give its weight to others. Makes a copy.
   *
   * @throws IllegalArgumentException if the indicator is not in the model
   */
  public ImmutableDoubleArray weights(String indicator) {
    return ImmutableDoubleArray.copyOf(weights[indicator(indicator)]);
  }

  /**
   * The readings of a country by draw, in the unit of the indicator, within its domain: the same
   * number each time where a reading is exact or central. They are not kept, but drawn again at
   * each call.
   *
   * @throws IllegalArgumentException if the indicator is not in the model, or the country has no
   *     reading of it
   */
  public ImmutableDoubleArray readings(String code, String indicator) {
    return readings(countries.index(code), indicator);
  }

  /** The readings of a profile by draw, see {@link #readings(String, String)}. */
  public ImmutableDoubleArray readings(CountryProfile profile, String indicator) {
    return readings(countries.index(profile), indicator);
  }

  private ImmutableDoubleArray readings(int country, String indicator) {
    ImmutableDoubleArray column = redrawn.readings(country, indicator(indicator));
    if (Double.isNaN(column.get(0))) {
      throw new IllegalArgumentException(
          "Country '" + countries.label(country) + "' has no reading of '" + indicator + "'");
    }
    return column;
  }

  private int indicator(String code) {
    int found = indicators().indexOf(code);
    if (found < 0) {
      throw new IllegalArgumentException(Checks.unknown("indicator", code, indicators()));
    }
    return found;
  }

  /** The first 20 draws as a table. */
  public Table toTable() {
    return toTable(20);
  }

  /**
   * The first draws as a table, one in a row: scores by country, with both ends where something
   * missing may be anything, then weights in percent by indicator. Its CSV has every digit.
   *
   * @param rows how many draws, at least 1; fewer if there are not so many
   */
  public Table toTable(int rows) {
    Checks.inRange(rows, 1, Integer.MAX_VALUE, "rows");
    Table.Builder table = Table.titled("Draws of scores and weights").number("Draw", 0);
    List<double[]> columns = new ArrayList<>();
    boolean anyOpen = false;
    for (int c = 0; c < countries.size(); c++) {
      String label = countries.label(c);
      table.number(label, 1);
      columns.add(scores.middle[c]);
      if (isOpen(c)) {
        table.number(label + " safest", 1).number(label + " riskiest", 1);
        columns.add(scores.safest[c]);
        columns.add(scores.riskiest[c]);
        anyOpen = true;
      }
    }
    indicators().forEach(code -> table.share("Weight of " + code, 100, 1));
    int shown = Math.min(rows, count());
    for (int r = 0; r < shown; r++) {
      List<Object> row = new ArrayList<>();
      row.add((double) (r + 1));
      for (double[] column : columns) {
        row.add(column[r]);
      }
      for (double[] column : weights) {
        row.add(100 * column[r]);
      }
      table.row(row.toArray());
    }
    if (anyOpen) {
      table.note(UncertaintyTables.AT_MIDDLE + "; safest and riskiest: at the ends.");
    }
    return table
        .note(
            Text.of(
                "The first %s of %s from seed %s.",
                shown, Text.count(count(), "draw", "draws"), design().seed()))
        .note("Weights in percent.")
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  /** Whether all draws are the same, to the bit, and of the same analysis. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ScoreDraws other
        && fingerprint().equals(other.fingerprint())
        && correlations().equals(other.correlations())
        && design().seed() == other.design().seed()
        && design().sampling() == other.design().sampling()
        && countries.equals(other.countries)
        && Arrays.deepEquals(scores.middle, other.scores.middle)
        && Arrays.deepEquals(scores.safest, other.scores.safest)
        && Arrays.deepEquals(scores.riskiest, other.scores.riskiest)
        && Arrays.deepEquals(weights, other.weights);
  }

  @Override
  public int hashCode() {
    return 31 * countries.hashCode() + Arrays.hashCode(scores.middle[0]);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
