package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The partners of a country's trade, seen from its dependence on one of them, the rival.
 *
 * <p>Shares are fractions of all exports, or of all imports, in {@code [0, 1]}. Partners may sum to
 * less than 1; the rest is unlisted. The same partner from two sources is kept twice and
 * {@linkplain Estimate#spanning spans} them.
 *
 * <p>With {@code s_i} the listed shares and {@code r} the unlisted rest, the readings are, each if
 * there are data for it:
 *
 * <ul>
 *   <li>{@code export_dependence}, {@code import_dependence}: the share of the rival, if listed.
 *   <li>{@code transit_dependence}: the share of exports that crosses the rival's territory.
 *   <li>{@code export_concentration}, {@code import_concentration}: the Herfindahl-Hirschman index
 *       {@code sum s_i^2}, which is 1 for a single partner and 1/n for n equal ones. The rest makes
 *       it an interval: from infinitely many tiny partners, which add 0, to partners as large as
 *       the smallest listed one (lists name the largest partners), as many as fill the rest.
 *   <li>{@code export_diversification}, {@code import_diversification}: Shannon's entropy {@code
 *       -sum s_i ln s_i}, the rest counted as one more partner if there is any, divided by the
 *       logarithm of the number of these parts; 1 for equal shares, 0 for a single partner. A
 *       listed partner with share 0 counts as a part, so shares that move to fewer partners lower
 *       it. It depends on how many partners are listed: compare it between lists of like length.
 * </ul>
 *
 * <p>Uncertain shares make the indices intervals, by interval arithmetic that treats shares as free
 * of each other: never too narrow, and clipped to {@code [0, 1]}. The central value of an interval
 * is its midpoint.
 *
 * <pre>{@code
 * TradePartners trade = TradePartners.builder("RUS")
 *     .exports("CHN", 0.5, source).exports("RUS", 0.3, source).exports("TUR", 0.2, source)
 *     .transit(0.8, source)
 *     .build();
 * // export_dependence 0.3, transit_dependence 0.8, export_concentration 0.38,
 * // export_diversification 0.9372
 * }</pre>
 *
 * @see <a href="https://www.jstor.org/stable/1818582">Hirschman (1964), The Paternity of an Index,
 *     American Economic Review 54(5):761</a>
 * @see <a href="https://doi.org/10.1002/j.1538-7305.1948.tb01338.x">Shannon (1948), A Mathematical
 *     Theory of Communication, Bell System Technical Journal 27(3):379</a>
 * @since 0.1
 */
public final class TradePartners extends DerivedEvidence {

  private static final long serialVersionUID = 1L;

  private final String rival;
  private final Shares exports;
  private final Shares imports;
  private final @Nullable Reading transit;

  private TradePartners(String rival, Shares exports, Shares imports, @Nullable Reading transit) {
    this.rival = rival;
    this.exports = exports;
    this.imports = imports;
    this.transit = transit;
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of("list of partners", this::checked);
  }

  private TradePartners checked() {
    requireNonNull(exports, "exports");
    requireNonNull(imports, "imports");
    List<String> faults = new ArrayList<>();
    if (transit != null) {
      new SharesCollector("exports", faults).add(rival, transit.estimate(), transit.source());
    }
    Checks.notBlank(rival, "rival");
    if (exports.isEmpty() && imports.isEmpty() && transit == null) {
      faults.add("needs at least one partner or a transit share");
    }
    Checks.noFaults("Trade with rival '" + rival + "'", faults);
    return this;
  }

  /**
   * Starts a list of partners.
   *
   * @param rival the partner whose grip is in question, as it is named among the partners
   */
  public static Builder builder(String rival) {
    return new Builder(rival);
  }

  /** {@code trade-partners}. */
  @Override
  public String name() {
    return "trade-partners";
  }

  @Override
  public String changedBy() {
    return "moveTrade, redirect, cutPartner, perturbTrade or transit of Change";
  }

  @Override
  Derivations derive() {
    return new TradeReadings(this);
  }

  /** The partner whose grip is in question. */
  public String rival() {
    return rival;
  }

  /** The share of every listed partner, in the order in which they were given. */
  public ImmutableMap<String, Estimate> partners(Flow flow) {
    return shares(flow).estimates();
  }

  /** The figures for a partner's share, one a source; empty if it is not listed. */
  public ImmutableList<Reading> figures(Flow flow, String partner) {
    return shares(flow).figures(requireNonNull(partner, "partner"));
  }

  /** The share of exports that crosses the rival's territory, if stated. */
  public Optional<Reading> transit() {
    return Optional.ofNullable(transit);
  }

  Shares shares(Flow flow) {
    return flow == Flow.EXPORTS ? exports : imports;
  }

  /**
   * A copy in which a share of all exports, or of all imports, has moved from one partner to
   * another, which may be new. Every figure of both partners moves; one that would leave {@code [0,
   * 1]} narrows instead, so that its central value still moves by {@code share}.
   *
   * @param flow exports or imports
   * @param from the partner that becomes smaller
   * @param to the partner that becomes larger
   * @param share a fraction of the whole flow, in {@code [0, 1]}
   * @throws IllegalArgumentException if {@code from} is not listed or smaller than {@code share}
   */
  public TradePartners moveShare(Flow flow, String from, String to, double share) {
    return with(flow, shares(flow).moved(from, to, share, flow.label()));
  }

  /**
   * A copy in which a fraction of the trade with one partner goes to another, which may be new.
   *
   * @param flow exports or imports
   * @param from the partner that becomes smaller
   * @param to the partner that becomes larger
   * @param fraction of the first partner's share, in {@code [0, 1]}; 1 for all of it
   * @throws IllegalArgumentException if {@code from} is not listed or its share is 0
   */
  public TradePartners redirect(Flow flow, String from, String to, double fraction) {
    return with(flow, shares(flow).redirected(from, to, fraction, flow.label()));
  }

  /**
   * A copy in which a fraction of the trade with a partner goes to all others that are listed, in
   * proportion to their shares. What is unlisted stays as it is.
   *
   * @param flow exports or imports
   * @param partner the partner that becomes smaller
   * @param fraction of its share, in {@code [0, 1]}; 1 for all of it
   * @throws IllegalArgumentException if the partner is not listed, its share is 0, or there is no
   *     other
   */
  public TradePartners cut(Flow flow, String partner, double fraction) {
    return with(flow, shares(flow).cut(partner, fraction, flow.label()));
  }

  /**
   * A copy whose shares are multiplied by factors and closed again to the sum they had: {@code x_i'
   * = L x_i p_i / sum x_j p_j}, with {@code L} the sum of the listed shares. This is Aitchison's
   * perturbation of a composition; a partner without a factor has 1, and what is unlisted stays as
   * it is.
   *
   * @param flow exports or imports
   * @param factors by partner, greater than 0
   * @throws IllegalArgumentException if a partner is not listed, or nothing is left
   * @see <a href="https://doi.org/10.1007/978-94-009-4109-0">Aitchison (1986), The Statistical
   *     Analysis of Compositional Data, section 2.8</a>
   */
  public TradePartners perturb(Flow flow, Map<String, Double> factors) {
    return with(flow, shares(flow).perturbed(factors, flow.label()));
  }

  private TradePartners with(Flow flow, Shares changed) {
    return flow == Flow.EXPORTS
        ? new TradePartners(rival, changed, imports, transit)
        : new TradePartners(rival, exports, changed, transit);
  }

  /**
   * A copy with another share of exports that crosses the rival's territory, as when a pipeline
   * opens.
   *
   * @throws IllegalArgumentException if the share can leave {@code [0, 1]}
   */
  public TradePartners withTransit(Estimate share, Source source) {
    if (!(share.lower() >= 0 && share.upper() <= 1)) {
      throw new IllegalArgumentException(
          "transit share of exports must be in [0, 1], but was " + share);
    }
    return new TradePartners(
        rival, exports, imports, new Reading(share, Provenance.FRACTION, source));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof TradePartners other
        && rival.equals(other.rival)
        && exports.equals(other.exports)
        && imports.equals(other.imports)
        && transit().equals(other.transit());
  }

  @Override
  public int hashCode() {
    return Objects.hash(rival, exports, imports, transit);
  }

  /** One line: the partners of both flows. */
  @Override
  public String toString() {
    return Text.of(
        "Exports %s, imports %s%s, rival '%s'",
        exports, imports, transit == null ? "" : ", transit " + transit.estimate(), rival);
  }

  /** Collects partners; every fault is reported at once, by {@link #build}. */
  public static final class Builder {

    private final String rival;
    private final List<String> faults = new ArrayList<>();
    private final SharesCollector exports = new SharesCollector("exports", faults);
    private final SharesCollector imports = new SharesCollector("imports", faults);
    private final SharesCollector transit = new SharesCollector("transit", faults);

    private Builder(String rival) {
      this.rival = Checks.notBlank(rival, "rival");
    }

    /** Adds a partner with its share of exports; 0.2 means 20 percent. */
    @CanIgnoreReturnValue
    public Builder exports(String partner, double share, Source source) {
      exports.add(partner, share, source);
      return this;
    }

    /** Adds a partner with an uncertain share of exports. */
    @CanIgnoreReturnValue
    public Builder exports(String partner, Estimate share, Source source) {
      exports.add(partner, share, source);
      return this;
    }

    /** Adds a partner with its share of imports; 0.2 means 20 percent. */
    @CanIgnoreReturnValue
    public Builder imports(String partner, double share, Source source) {
      imports.add(partner, share, source);
      return this;
    }

    /** Adds a partner with an uncertain share of imports. */
    @CanIgnoreReturnValue
    public Builder imports(String partner, Estimate share, Source source) {
      imports.add(partner, share, source);
      return this;
    }

    /** Adds a figure for the share of exports that crosses the rival's territory. */
    @CanIgnoreReturnValue
    public Builder transit(double share, Source source) {
      transit.add(rival, share, source);
      return this;
    }

    /** Adds an uncertain figure for the share of exports that crosses the rival's territory. */
    @CanIgnoreReturnValue
    public Builder transit(Estimate share, Source source) {
      transit.add(rival, share, source);
      return this;
    }

    /**
     * Builds the list of partners.
     *
     * @throws IllegalArgumentException that lists every fault, if there is any: a share outside
     *     {@code [0, 1]}, shares that sum to more than 1, a partner twice from the same source, no
     *     data at all
     */
    public TradePartners build() {
      List<String> found = new ArrayList<>(faults);
      Shares crossing = transit.build();
      TradePartners built =
          new TradePartners(
              rival,
              exports.build(),
              imports.build(),
              crossing.isEmpty() ? null : crossing.reading(rival));
      exports.checkSum(found);
      imports.checkSum(found);
      if (found.isEmpty() && built.codes().isEmpty()) {
        found.add("needs at least one partner or a transit share");
      }
      Checks.noFaults("Trade with rival '" + rival + "'", found);
      return built;
    }
  }
}
