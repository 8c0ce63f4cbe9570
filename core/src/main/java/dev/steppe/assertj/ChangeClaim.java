package dev.steppe.assertj;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.model.Criterion;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A claim about what a change does to a score; see {@link ScorecardAssert#underScenario} and {@link
 * ScorecardAssert#withReadingFrom}.
 *
 * <pre>{@code
 * assertThat(card).underScenario(Scenario.of(Change.leave("CSTO"))).rises(byAtLeast(1));
 * assertThat(card).withReadingFrom("treaty", 0, 1).falls();   // all the way
 * }</pre>
 *
 * @since 0.1
 */
@CheckReturnValue
public final class ChangeClaim {

  private static final int STEPS = 100;

  private final ScorecardAssert claims;
  private final List<Step> steps;

  /** A score on the way, and what the country is there, such as {@code with 'treaty' at 0.5}. */
  private record Step(String where, Scorecard card) {}

  private ChangeClaim(ScorecardAssert claims, List<Step> steps) {
    this.claims = claims;
    this.steps = ImmutableList.copyOf(steps);
  }

  /** As a country is, and under a scenario. */
  static ChangeClaim under(ScorecardAssert claims, Scorecard card, Scenario scenario) {
    Scorecard changed = ScenarioClaim.scored(card, scenario);
    return new ChangeClaim(
        claims,
        List.of(new Step("as it is", card), new Step("under '" + scenario.name() + "'", changed)));
  }

  /** While a reading goes from one number to another. */
  static ChangeClaim along(
      ScorecardAssert claims, Scorecard card, String indicator, double first, double last) {
    Criterion criterion = card.model().criterion(indicator);
    String code = criterion.code();
    CountryProfile profile = readingsAlone(card);
    List<Step> steps = new ArrayList<>();
    for (double reading : way(criterion, first, last)) {
      steps.add(
          new Step(
              "with '" + code + "' at " + Decimals.significant(reading, 6),
              card.scorer().score(profile.withReading(code, reading))));
    }
    return new ChangeClaim(claims, steps);
  }

  /** The readings on the way: the only ones that there can be, or else so many even steps. */
  private static List<Double> way(Criterion criterion, double first, double last) {
    List<Double> levels = criterion.indicator().levels();
    if (levels.isEmpty() && criterion.normalization().isDiscrete()) {
      levels = criterion.normalization().jumps().asList();
    }
    List<Double> way = new ArrayList<>();
    if (levels.isEmpty()) {
      for (int i = 1; i < STEPS; i++) {
        double share = (double) i / STEPS;
        way.add(first * (1 - share) + last * share);
      }
    } else {
      levels.stream()
          .filter(level -> level > Math.min(first, last) && level < Math.max(first, last))
          .sorted(first < last ? Comparator.naturalOrder() : Comparator.reverseOrder())
          .forEach(way::add);
    }
    way.add(0, first);
    way.add(last);
    return way;
  }

  /** The same readings without the evidence from which some follow, so that each can change. */
  private static CountryProfile readingsAlone(Scorecard card) {
    CountryProfile.Builder alone = CountryProfile.builder(card.country());
    card.profile().asOf().ifPresent(alone::asOf);
    card.profile().notApplicable().forEach(alone::notApplicable);
    for (NodeScore node : card.nodes()) {
      node.readings().forEach(reading -> alone.reading(node.code(), reading));
    }
    return alone.build();
  }

  /**
   * Claims that it raises the score, and lowers it nowhere on the way.
   *
   * @return the claims about the score as it is
   * @throws AssertionError if it does not
   */
  @CanIgnoreReturnValue
  public ScorecardAssert rises() {
    return rises(Margin.NONE);
  }

  /** As {@link #rises()}, in all by a margin. */
  @CanIgnoreReturnValue
  public ScorecardAssert rises(Margin margin) {
    return moves(1, margin);
  }

  /**
   * Claims that it lowers the score, and raises it nowhere on the way.
   *
   * @return the claims about the score as it is
   * @throws AssertionError if it does not
   */
  @CanIgnoreReturnValue
  public ScorecardAssert falls() {
    return falls(Margin.NONE);
  }

  /** As {@link #falls()}, in all by a margin. */
  @CanIgnoreReturnValue
  public ScorecardAssert falls(Margin margin) {
    return moves(-1, margin);
  }

  /**
   * Claims that the score is the same all the way.
   *
   * @return the claims about the score as it is
   * @throws AssertionError if it is not
   */
  @CanIgnoreReturnValue
  public ScorecardAssert stays() {
    for (int i = 1; i < steps.size(); i++) {
      Step from = steps.get(0);
      Step to = steps.get(i);
      if (Numbers.compare(from.card().value(), to.card().value()) != 0) {
        throw failed("to keep its score", from, to, "it does not");
      }
    }
    return claims;
  }

  private ScorecardAssert moves(int order, Margin margin) {
    String claim = order > 0 ? "to rise" : "to fall";
    for (int i = 1; i < steps.size(); i++) {
      Step from = steps.get(i - 1);
      Step to = steps.get(i);
      if (order * Numbers.compare(to.card().value(), from.card().value()) < 0) {
        throw failed(claim, from, to, order > 0 ? "it falls" : "it rises");
      }
    }
    Step first = steps.get(0);
    Step last = steps.get(steps.size() - 1);
    double points = order * (last.card().value() - first.card().value());
    if (Numbers.compare(points, 0) <= 0) {
      throw failed(claim, first, last, "it stays the same");
    }
    if (Numbers.compare(points, margin.points()) < 0) {
      String but = "it does so by less";
      throw failed(claim + " " + margin, first, last, but);
    }
    return claims;
  }

  private AssertionError failed(String claim, Step from, Step to, String but) {
    int decimals = Numbers.decimals(from.card().value(), to.card().value());
    return claims.failed(
        Text.of(
            """
            Expecting the score of %s %s, but %s:
              %s: %s
              %s: %s""",
            from.card().countryAtDate(),
            claim,
            but,
            from.where(),
            Decimals.fixed(from.card().value(), decimals),
            to.where(),
            Decimals.fixed(to.card().value(), decimals)));
  }
}
