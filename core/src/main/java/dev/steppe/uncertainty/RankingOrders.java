package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.math.DoubleMath;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.Country;
import dev.steppe.internal.tally.OrderTally;
import dev.steppe.score.TieRule;
import dev.steppe.table.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which whole orders of the countries come up how often, and how uncertain the order is as a whole.
 * Immutable.
 *
 * <p>{@link UncertaintyResult} tells the ranks of each country and the order of each pair, which
 * leave open which of them go together. These are the same draws, counted by order. All shares are
 * counted, also where that result is exact.
 *
 * <p>Shannon's entropy of the order is the mean of {@code log2(1 / share)} over the draws, in bits:
 * 0 if one order is certain, 1 if two are as likely, {@code log2(n!)} if all strict orders of n
 * countries are.
 *
 * <p>Where a missing reading may be anything ({@link dev.steppe.model.MissingPolicy#bound()}), each
 * draw is counted with what is missing at the middle, and so are the entropies. The interval of an
 * order runs from the share of the draws that allow no other order to that of all that allow it.
 * Orders that come up for other values only are not listed.
 *
 * <pre>{@code
 * RankingOrders orders = analysis.orders(profiles);
 * orders.mostFrequent().notation();    // "UKR > KAZ > MDA"
 * orders.entropy();                    // bits
 * }</pre>
 *
 * @since 0.1
 */
public final class RankingOrders {

  private final UncertaintySettings settings;
  private final AnalysedCountries countries;
  private final ImmutableList<RankingOrder> list;
  private final RankingOrder nominal;
  private final OrderEntropy entropy;
  private final Varied varied;

  RankingOrders(
      UncertaintySettings settings,
      AnalysedCountries countries,
      ImmutableList<RankingOrder> list,
      RankingOrder nominal,
      OrderEntropy entropy,
      Varied varied) {
    this.varied = varied;
    this.settings = settings;
    this.countries = countries;
    this.list = list;
    this.nominal = nominal;
    this.entropy = entropy;
  }

  static void checkSize(int profiles) {
    if (profiles > OrderTally.MOST_COUNTRIES) {
      throw new IllegalArgumentException(
          "Whole orders are counted for at most "
              + OrderTally.MOST_COUNTRIES
              + " profiles, which have 47,293 orders with ties, but "
              + profiles
              + " were given. Leave out some of them; run(profiles) gives ranks and pairs of any"
              + " number.");
    }
  }

  /** The countries, in the order in which they were given. */
  public ImmutableList<Country> countries() {
    return countries.countries();
  }

  /** The orders that came up, the most frequent first. */
  public ImmutableList<RankingOrder> list() {
    return list;
  }

  /**
   * The order that came up most often; of several as frequent the one that has the country that was
   * given first highest, then the second, and so on.
   */
  public RankingOrder mostFrequent() {
    return list.get(0);
  }

  /**
   * The order by the model's weights and central readings, which need not be the most frequent one,
   * and may have come up in none of the draws.
   */
  public RankingOrder nominal() {
    return nominal;
  }

  /** The fingerprint of the model. */
  public String fingerprint() {
    return settings.scorer().fingerprint();
  }

  /** The draws: which, how many, from which seed, and how sure intervals are. */
  public SampleDesign design() {
    return settings.design();
  }

  /** How many draws were made: as many as the {@link #design} says. */
  public long draws() {
    return settings.size();
  }

  /** The rule by which countries with equal scores are ranked: they share the best rank. */
  public TieRule tieRule() {
    return TieRule.LOWEST;
  }

  /**
   * Shannon's entropy of the order in bits: {@link #plugInEntropy}, which is too low on the average
   * because draws are few, with the correction of Miller and Madow, {@code (m - 1) / (2 n ln 2)}
   * for m different orders in n draws.
   *
   * <ul>
   *   <li>Orders that are too rare to come up are not in m: where many came up only once, the
   *       entropy still is too low.
   *   <li>With {@linkplain UncertaintyAnalysis#withSampling Sobol draws} the same correction is
   *       made with the variances of the shares between the sequences, which are smaller as a rule.
   *   <li>With few draws the corrected entropy may be above that of m orders as likely.
   * </ul>
   *
   * @see <a href="https://doi.org/10.1002/j.1538-7305.1948.tb01338.x">Shannon (1948), A
   *     mathematical theory of communication. Bell System Technical Journal 27(3), 379-423</a>;
   *     Miller (1955), Note on the bias of information estimates. Information Theory in Psychology
   *     II-B, 95-100
   */
  public double entropy() {
    return entropy.plugIn() + entropy.correction();
  }

  /** Shannon's entropy of the shares as they were counted, in bits. */
  public double plugInEntropy() {
    return entropy.plugIn();
  }

  /**
   * The standard error of the entropy, in bits, for many draws. For independent draws it is that of
   * Hutcheson: the square root of {@code (sum p log2(p)^2 - H^2) / n + (m - 1) / (2 (n ln 2)^2)}
   * for shares p and plug-in entropy H. With {@linkplain UncertaintyAnalysis#withSampling Sobol
   * draws} the first term is what the sequences show. It is 0 if only one order came up; how sure
   * that is, the interval of its share tells.
   *
   * @see <a href="https://doi.org/10.1016/0022-5193(70)90124-4">Hutcheson (1970), A test for
   *     comparing diversities based on the Shannon formula. Journal of Theoretical Biology 29(1),
   *     151-154</a>
   */
  public double entropyStandardError() {
    return entropy.standardError();
  }

  /**
   * The entropy as a share of {@code log2(n!)}, the one if all strict orders of the n countries
   * were as likely; 0 for one country. It may be above 1 where ties are frequent or draws are few.
   */
  public double normalizedEntropy() {
    double most = Math.log(DoubleMath.factorial(countries.size())) / Math.log(2);
    return most == 0 ? 0 : entropy() / most;
  }

  /** How many orders, if as likely, would have the same entropy: {@code 2^entropy}. */
  public double effectiveOrders() {
    return Math.pow(2, entropy());
  }

  /** The most frequent order and the entropy, in two sentences. Wording may change. */
  public String summary() {
    return OrderTables.summary(this);
  }

  /** The 20 most frequent orders as a table. */
  public Table toTable() {
    return toTable(20);
  }

  /**
   * The most frequent orders as a table, one in a row, with the shares of draws in percent.
   *
   * @param rows how many orders, at least 1; fewer if there are not so many
   */
  public Table toTable(int rows) {
    return OrderTables.table(this, rows);
  }

  /**
   * What was not held fixed. If that is nothing, there is one order, and its share of the draws
   * means no more than the scores do.
   */
  public Varied varied() {
    return varied;
  }

  UncertaintySettings settings() {
    return settings;
  }

  /** Whether all orders and figures are the same, to the bit, and of the same analysis. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof RankingOrders other
        && countries.equals(other.countries)
        && list.equals(other.list)
        && nominal.equals(other.nominal)
        && entropy.equals(other.entropy)
        && design().equals(other.design())
        && settings.weights().equals(other.settings.weights())
        && settings.models().equals(other.settings.models())
        && settings.judgements().equals(other.settings.judgements())
        && settings.correlations().equals(other.settings.correlations());
  }

  @Override
  public int hashCode() {
    return Objects.hash(list, entropy);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
