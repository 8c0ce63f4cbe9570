package dev.steppe.scenario;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.TieKind;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One change of what is known about a country. Immutable; it knows no country until a {@link
 * Scenario} applies it to one.
 *
 * <ul>
 *   <li><em>Readings</em> that were given one by one are shifted. A reading that follows from
 *       evidence, such as {@code import_dependence} from trade partners, is not: the evidence is
 *       changed, and all its readings follow, so that nothing counts twice or contradicts itself.
 *   <li><em>Shares</em> stay parts of a whole: what one part loses, others gain. What is unlisted
 *       stays as it is, unless a part is moved to a partner or group that is new.
 *   <li><em>Gradable</em> changes can be made in part, see {@link #at}.
 * </ul>
 *
 * <pre>{@code
 * Change change = Change.shift("trade_share", Shift.fixed(30));
 * CountryProfile changed = Scenario.of(change).applyTo(aland);
 * scorer.score(changed).value();                                         // 73.0
 * scorer.score(Scenario.of(change.at(0.5)).applyTo(aland)).value();    // 70.0
 * }</pre>
 *
 * @since 0.1
 */
public sealed interface Change extends Serializable permits Step {

  /**
   * Shifts a plain reading; each figure, if several sources differ.
   *
   * @param code the indicator's code
   */
  static Change shift(String code, Shift shift) {
    return new ShiftReading(code, shift);
  }

  /**
   * Leaves an alliance for good. In part, the degree of the membership falls: {@code d (1 - t)}.
   */
  static Change leave(String alliance) {
    return new LeaveAlliance(alliance, 1);
  }

  /** Joins an alliance as a full member. In part, as a member of degree {@code t}. */
  static Change join(String alliance) {
    return new JoinAlliance(alliance, 1);
  }

  /**
   * Changes how full a membership is. In part, {@code (1 - t) d + t degree}.
   *
   * @param alliance to which the country belongs
   * @param degree in {@code [0, 1]}: 1 is full, 0.5 an observer's
   */
  static Change degree(String alliance, double degree) {
    return new SetDegree(alliance, degree, 1);
  }

  /**
   * Adds a tie of its kind's default strength to another actor. In part, a tie of degree {@code t}.
   *
   * @param actor who is in the network
   * @param kind what it obliges to
   * @param label the name of the treaty
   */
  static Change tie(String actor, TieKind kind, String label) {
    return tie(actor, kind, label, kind.defaultStrength());
  }

  /** Adds a tie of a strength in {@code [0, 1]} to another actor. */
  static Change tie(String actor, TieKind kind, String label, double strength) {
    return new AddTie(actor, kind, label, strength, 1);
  }

  /**
   * Strengthens or weakens a tie that the country has of its own, not by an alliance. In part,
   * {@code (1 - t) s + t strength}.
   *
   * @param actor with whom
   * @param label the name of the treaty
   * @param strength in {@code [0, 1]}; 0 means that it no longer binds
   */
  static Change strengthen(String actor, String label, double strength) {
    return new SetTieStrength(actor, label, strength, 1);
  }

  /** Counts alliances and ties on another date. All or nothing: it has no part. */
  static Change alliancesOn(LocalDate date) {
    return new MoveDate(date);
  }

  /**
   * Moves a share of all exports, or of all imports, from one partner to another, which may be new.
   * In part, {@code t share}.
   *
   * @param share a fraction of the whole flow, in {@code [0, 1]}
   */
  static Change moveTrade(Flow flow, String from, String to, double share) {
    return new MoveTrade(flow, from, to, share);
  }

  /**
   * Moves a fraction of the trade with one partner to another, which may be new. In part, {@code t
   * fraction}.
   *
   * @param fraction of the trade with {@code from}, in {@code [0, 1]}; 1 for all of it
   */
  static Change redirect(Flow flow, String from, String to, double fraction) {
    return new RedirectTrade(flow, from, to, fraction);
  }

  /**
   * Ends the trade with a partner; its share goes to all others that are listed, in proportion to
   * theirs. In part, the fraction {@code t} of its share goes. Use {@link #redirect} to name the
   * one to whom it goes.
   */
  static Change cutPartner(Flow flow, String partner) {
    return new CutPartner(flow, partner, 1);
  }

  /**
   * Perturbs the shares of partners: {@code x_i' = L x_i p_i / sum x_j p_j}, with {@code L} the sum
   * of the listed shares. In part, with factors {@code p_i^t}, the straight line between the two in
   * Aitchison's geometry.
   *
   * @param factors by partner, greater than 0; a partner without one has 1
   * @see <a href="https://doi.org/10.1007/978-94-009-4109-0">Aitchison (1986), The Statistical
   *     Analysis of Compositional Data</a>
   */
  static Change perturbTrade(Flow flow, Map<String, Double> factors) {
    return new PerturbTrade(flow, ImmutableMap.copyOf(factors));
  }

  /**
   * Sets the share of exports that crosses the rival's territory. In part, {@code (1 - t) x + t
   * share}.
   */
  static Change transit(double share) {
    return new SetTransit(share, 1);
  }

  /**
   * Moves a share of the whole population from one ethnic group to another, which may be new;
   * regional shares stay as they are. In part, {@code t share}.
   *
   * @param share a fraction of the population, in {@code [0, 1]}
   */
  static Change moveGroup(String from, String to, double share) {
    return new MoveGroup(from, to, share);
  }

  /**
   * Moves people of one group from a region to another; shares and sizes of both regions follow,
   * national shares stay. In part, {@code t share}.
   *
   * @param group whose people move
   * @param fromRegion where they lived
   * @param toRegion where they go
   * @param share a fraction of the country's population, in {@code [0, 1]}
   */
  static Change movePeople(String group, String fromRegion, String toRegion, double share) {
    return new MovePeople(group, fromRegion, toRegion, share);
  }

  /**
   * Moves people of all groups, as they are mixed in the first region, to another. In part, {@code
   * t share}.
   *
   * @param share a fraction of the country's population, in {@code [0, 1]}
   */
  static Change movePopulation(String fromRegion, String toRegion, double share) {
    return new MovePopulation(fromRegion, toRegion, share);
  }

  /**
   * Perturbs the national shares of ethnic groups, as {@link #perturbTrade} does those of partners.
   *
   * @param factors by group, greater than 0; a group without one has 1
   */
  static Change perturbGroups(Map<String, Double> factors) {
    return new PerturbGroups(ImmutableMap.copyOf(factors));
  }

  /**
   * Takes evidence from another profile: "Kazakhstan with Ukraine's alliances". Its readings
   * replace those of the evidence of the same name, and any plain readings of the same codes; what
   * the other's evidence does not yield becomes missing. All or nothing: it has no part.
   *
   * <p>Groups and partners are taken as they are and can be changed further. Alliance ties are
   * those of the other country, which is itself an actor of its network; only their readings are
   * taken, and later changes of alliances cannot apply.
   *
   * @param from whose evidence
   * @param evidence its name, such as {@code alliance-ties}
   * @throws IllegalArgumentException if the other has no such evidence
   */
  static Change take(CountryProfile from, String evidence) {
    return TakeEvidence.of(from, evidence);
  }

  /**
   * Takes readings from another profile, in place of what this one knows of the codes. Evidence
   * from which one of them followed keeps its other readings, but cannot be changed any more. All
   * or nothing: it has no part.
   *
   * @param from whose readings
   * @param codes of indicators, each known of the other
   * @throws IllegalArgumentException that lists the codes that the other lacks
   */
  static Change takeReadings(CountryProfile from, Collection<String> codes) {
    return TakeReadings.of(from, ImmutableSet.copyOf(codes));
  }

  /**
   * Takes the readings of all indicators below a factor from another profile, see {@link
   * #takeReadings}. What the other does not know becomes missing.
   *
   * @throws IllegalArgumentException if the other knows none of them
   */
  static Change takeFactor(CountryProfile from, Factor factor) {
    List<String> codes = new ArrayList<>();
    List<Node> open = new ArrayList<>(factor.children());
    for (int i = 0; i < open.size(); i++) {
      Node node = open.get(i);
      open.addAll(node.children());
      if (node.isLeaf()) {
        codes.add(node.code());
      }
    }
    return TakeReadings.ofFactor(from, factor.code(), codes);
  }

  /** What the change does, as the end of a sentence about a country: {@code "leaves CSTO"}. */
  String description();

  /**
   * Whether the change can be made in part: all but bounds, dates and what is taken from another
   * profile.
   */
  boolean isGradable();

  /**
   * A part of the change; 1 is all of it. How each kind is divided is told at its factory.
   *
   * @param share in {@code [0, 1]}
   * @throws IllegalArgumentException if the share is outside, or the change is not gradable and the
   *     share is not 1
   */
  Change at(double share);
}
