package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Interruption;
import dev.steppe.model.Range;
import dev.steppe.model.RiskClasses;
import dev.steppe.score.Scorecard;
import dev.steppe.score.TieRule;
import dev.steppe.table.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation says: how surely one country outranks another, which ranks are likely, where
 * scores lie. Immutable.
 *
 * <p>Every probability either is exact or has an interval. Countries are named by their code, or by
 * their profile where one comes at several dates.
 *
 * <pre>{@code
 * UncertaintyResult result = UncertaintyAnalysis.of(scorer).run(List.of(aland, bland));
 * result.probabilityRiskier("AAA", "BBB").value();    // 1.0
 * result.isExact("AAA", "BBB");                       // true
 * }</pre>
 *
 * @since 0.1
 */
public final class UncertaintyResult {

  private final UncertaintySettings settings;
  private final AnalysedCountries countries;
  private final RunEstimates estimates;
  private final ImmutableList<Optional<FirstPlaces.First>> firsts;

  /** By country. */
  private final ImmutableList<Varied> varied;

  UncertaintyResult(
      UncertaintySettings settings,
      ImmutableList<Scorecard> cards,
      RunEstimates estimates,
      ImmutableList<Optional<FirstPlaces.First>> firsts,
      ImmutableList<Varied> varied) {
    this.settings = settings;
    this.countries = new AnalysedCountries(cards);
    this.estimates = estimates;
    this.firsts = firsts;
    this.varied = varied;
  }

  /** The countries, in the order in which they were given. */
  public ImmutableList<Country> countries() {
    return countries.countries();
  }

  /** The scores with the model's weights and central readings, in the order of the countries. */
  public ImmutableList<Scorecard> nominal() {
    return countries.list();
  }

  /**
   * The draws that were asked for: which, how many, from which seed, and how sure intervals are.
   */
  public SampleDesign design() {
    return settings.design();
  }

  /**
   * How many draws were made: as many as the {@link #design} says, or fewer if they were
   * {@linkplain UncertaintyAnalysis#withHalfWidth enough}.
   */
  public long draws() {
    return estimates.draws();
  }

  /** The fingerprint of the model. */
  public String fingerprint() {
    return settings.scorer().fingerprint();
  }

  /** The fingerprints of the models that a draw may take: one, if there is no choice. */
  public ImmutableList<String> models() {
    return settings.models();
  }

  /** What was not known about the weights. */
  public WeightUncertainty weights() {
    return settings.weights();
  }

  /** The judgements that all countries share, each drawn once a draw. */
  public ImmutableList<SharedJudgement> judgements() {
    return settings.judgements();
  }

  /** How the errors of readings were taken to go together. */
  public Correlations correlations() {
    return settings.correlations();
  }

  /** The rule by which countries with equal scores are ranked: they share the best rank. */
  public TieRule tieRule() {
    return TieRule.LOWEST;
  }

  /**
   * What was not held fixed. If that is nothing, every share of the draws is 0 or 1, and means no
   * more than the scores do.
   */
  public Varied varied() {
    return varied.stream().reduce(Varied::or).orElseThrow();
  }

  /**
   * Whether all intervals of ranks and pairs are as narrow as {@link
   * UncertaintyAnalysis#withHalfWidth} asked for; true if it asked for nothing. If not, the draws
   * ran out before.
   */
  public boolean reachedHalfWidth() {
    return settings.halfWidth() == 0 || estimates.widestOfDraws(settings) <= settings.halfWidth();
  }

  /** The greatest half-width of all intervals of ranks and pairs; 0 if all are exact. */
  public double widestHalfWidth() {
    return estimates.widest();
  }

  /**
   * The probability that the first country scores strictly higher than the second. It is exact
   * where no reading is drawn, for a plain weighted sum without gaps and weights that are uniform
   * or Dirichlet with whole parameters, and where weights are fixed and the ranges of the two
   * scores do not meet. With drawn weights it is counted where that takes less time: if 14 times
   * the square of the sum of the parameters (of the number of indicators, if weights are uniform)
   * is more than the number of draws, and that square times the number of pairs more than 2^24.
   */
  public Probability probabilityRiskier(String first, String second) {
    return estimates.win(countries.index(first), countries.index(second));
  }

  /** The probability that the first profile scores strictly higher than the second. */
  public Probability probabilityRiskier(CountryProfile first, CountryProfile second) {
    return estimates.win(countries.index(first), countries.index(second));
  }

  /** Whether the order of two countries is exact rather than counted. */
  public boolean isExact(String first, String second) {
    return probabilityRiskier(first, second).isExact();
  }

  /** Whether the order of two profiles is exact rather than counted. */
  public boolean isExact(CountryProfile first, CountryProfile second) {
    return probabilityRiskier(first, second).isExact();
  }

  /** The order of two countries, which prints as a sentence. */
  public PairwiseOrder order(String first, String second) {
    return order(countries.index(first), countries.index(second));
  }

  /** The order of two profiles, which prints as a sentence. */
  public PairwiseOrder order(CountryProfile first, CountryProfile second) {
    return order(countries.index(first), countries.index(second));
  }

  private PairwiseOrder order(int first, int second) {
    return new PairwiseOrder(
        countries.country(first),
        countries.country(second),
        estimates.win(first, second),
        estimates.win(second, first),
        estimates.tie(first, second),
        draws(),
        design().level(),
        varied.get(first).or(varied.get(second)));
  }

  /**
   * How probable each rank of a country is. It is exact where no reading is drawn and the model is
   * a plain weighted sum without gaps, for two countries if weights are uniform or Dirichlet with
   * whole parameters, for three if these sum to 64 at most, and for any number if the order of
   * every pair is certain; otherwise it is counted.
   */
  public RankAcceptability ranks(String code) {
    return ranks(countries.index(code));
  }

  /** How probable each rank of every country is, in the order of the countries. */
  public ImmutableList<RankAcceptability> ranks() {
    ImmutableList.Builder<RankAcceptability> all = ImmutableList.builder();
    for (int c = 0; c < countries.size(); c++) {
      all.add(ranks(c));
    }
    return all.build();
  }

  RankAcceptability ranks(int country) {
    ImmutableList.Builder<Probability> ranks = ImmutableList.builder();
    for (int r = 0; r < countries.size(); r++) {
      ranks.add(estimates.rank(country, r));
    }
    return new RankAcceptability(countries.country(country), ranks.build(), expectedRank(country));
  }

  double expectedRank(int country) {
    Interruption.checkIfMany((long) country * countries.size(), countries.size());
    double expected = 1;
    for (int other = 0; other < countries.size(); other++) {
      expected += other == country ? 0 : estimates.win(other, country).value();
    }
    return expected;
  }

  /**
   * A quantile of a country's rank.
   *
   * @param level in {@code (0, 1)}
   */
  public Quantile rankQuantile(String code, double level) {
    return rankQuantile(countries.index(code), level);
  }

  Quantile rankQuantile(int c, double level) {
    Quantile drawn = Quantile.of(level, estimates.rankCounts(c), 1, 1, settings.z());
    if (estimates.open().isEmpty()) {
      return drawn;
    }
    OpenReadings open = estimates.open().get();
    return new Quantile(
        level,
        drawn.value(),
        Quantile.of(level, open.bestRanks(c), 1, 1, settings.z()).lower(),
        Quantile.of(level, open.worstRanks(c), 1, 1, settings.z()).upper());
  }

  /** Where a country's score lies. */
  public ScoreDistribution score(String code) {
    return score(countries.index(code));
  }

  /** Where every country's score lies, in the order of the countries. */
  public ImmutableList<ScoreDistribution> scores() {
    ImmutableList.Builder<ScoreDistribution> all = ImmutableList.builder();
    for (int c = 0; c < countries.size(); c++) {
      all.add(score(c));
    }
    return all.build();
  }

  ScoreDistribution score(int c) {
    ImmutableLongArray counts = ImmutableLongArray.copyOf(estimates.scoreCounts(c));
    Optional<OpenReadings> open = estimates.open().filter(any -> varied.get(c).missing());
    return new ScoreDistribution(
        countries.country(c),
        countries.list().get(c).value(),
        estimates.mean(c),
        Math.sqrt(estimates.variance(c)),
        estimates.meanHalfWidth(c),
        estimates.hasExactMoments(c),
        possible(countries.list().get(c)),
        counts,
        open.map(ends -> ends.safest(c)).orElse(counts),
        open.map(ends -> ends.riskiest(c)).orElse(counts),
        settings.z());
  }

  /** The countries of which a missing reading may be anything. */
  ImmutableList<String> open() {
    ImmutableList.Builder<String> open = ImmutableList.builder();
    for (int c = 0; c < countries.size(); c++) {
      if (varied.get(c).missing()) {
        open.add(countries.label(c));
      }
    }
    return open.build();
  }

  /** What scores a draw can give: any, where weights, methods or judgements are drawn too. */
  private Range possible(Scorecard card) {
    return settings.weights().isFixed()
            && settings.candidates().size() == 1
            && settings.judgements().isEmpty()
        ? card.range()
        : new Range(0, 100);
  }

  /**
   * The mean of the effective weights in those draws in which a country has rank 1, by indicator:
   * what one would have to think to find it the riskiest. Empty if it never is.
   */
  public Optional<ImmutableMap<String, Double>> centralWeights(String code) {
    return firsts.get(countries.index(code)).map(this::byIndicator);
  }

  private ImmutableMap<String, Double> byIndicator(FirstPlaces.First first) {
    ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
    List<String> codes = settings.scorer().bulk().indicators();
    for (int i = 0; i < codes.size(); i++) {
      weights.put(codes.get(i), first.centralWeights().get(i));
    }
    return weights.buildOrThrow();
  }

  /**
   * The probability that a country has rank 1 when the weights are its {@link #centralWeights}: low
   * if the readings are too uncertain to tell. Empty if it never has. Central weights are the mean
   * of the draws in which the country is first; if these are few, the interval is as wide as that
   * of so many draws. With fixed weights it is the probability of rank 1.
   *
   * @throws IllegalStateException if the analysis was not asked for them, see {@link
   *     UncertaintyAnalysis#withConfidenceFactors}
   */
  public Optional<Probability> confidenceFactor(String code) {
    if (!hasConfidenceFactors()) {
      throw new IllegalStateException(
          "Confidence factors were not asked for. Use withConfidenceFactors(draws) of the"
              + " analysis.");
    }
    return firsts.get(countries.index(code)).flatMap(FirstPlaces.First::confidence);
  }

  boolean hasConfidenceFactors() {
    return settings.confidenceDraws() > 0;
  }

  Optional<FirstPlaces.First> first(int country) {
    return firsts.get(country);
  }

  AnalysedCountries cards() {
    return countries;
  }

  RunEstimates figures() {
    return estimates;
  }

  UncertaintySettings settings() {
    return settings;
  }

  /** The same as plain data, which a library for JSON writes and reads without a word about it. */
  public UncertaintyRecord toRecord() {
    return UncertaintyRecord.of(this);
  }

  /** Scores and the probabilities of ranks as a table, the likely riskiest first. */
  public Table toTable() {
    return UncertaintyTables.ranks(this);
  }

  /** The nominal, mean and median rank of each country, with the 5 % and 95 % quantiles. */
  public Table rankQuantiles() {
    return UncertaintyTables.rankQuantiles(this);
  }

  /** The probability that the row's country is riskier than the column's, in percent. */
  public Table pairs() {
    return UncertaintyTables.pairs(this);
  }

  /**
   * The central weights of the countries that are ever first, in percent, as a table; with their
   * confidence factors, if these were asked for.
   */
  public Table centralWeights() {
    return UncertaintyTables.centralWeights(this);
  }

  /** Mean, standard deviation and quantiles of every country's score, as a table. */
  public Table scoreQuantiles() {
    return UncertaintyTables.scoreQuantiles(this);
  }

  /**
   * Every class of every country, a row each: its probability with its interval.
   *
   * @param classes those that the model states, or any others
   */
  public Table classProbabilities(RiskClasses classes) {
    return UncertaintyTables.classProbabilities(this, classes);
  }

  /** Every rank of every country, a row each: its probability with its interval. */
  public Table rankProbabilities() {
    return UncertaintyTables.rankProbabilities(this);
  }

  /** Every pair of countries, a row each: the probability with its interval, and that of a tie. */
  public Table pairProbabilities() {
    return UncertaintyTables.pairProbabilities(this);
  }

  /** Whether all figures are the same. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof UncertaintyResult other
        && countries.equals(other.countries)
        && firsts.equals(other.firsts)
        && estimates.equals(other.estimates)
        && weights().equals(other.weights())
        && models().equals(other.models())
        && judgements().equals(other.judgements())
        && correlations().equals(other.correlations())
        && design().equals(other.design())
        && settings.halfWidth() == other.settings.halfWidth();
  }

  @Override
  public int hashCode() {
    return countries.hashCode() + 31 * estimates.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
