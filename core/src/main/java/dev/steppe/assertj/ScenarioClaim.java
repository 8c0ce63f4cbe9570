package dev.steppe.assertj;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.Scorecard;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim about two scores that is to hold under scenarios for the first country; see {@link
 * ScorecardAssert#staysBelow}.
 *
 * <pre>{@code
 * assertThat(kazakhstan).staysBelow(ukraine).underScenarios(NextUkraine.whatIfs());
 * }</pre>
 *
 * @since 0.1
 */
public final class ScenarioClaim {

  private final ScorecardAssert claims;
  private final @Nullable Scorecard actual;
  private final Scorecard other;
  private final int order;

  ScenarioClaim(ScorecardAssert claims, @Nullable Scorecard actual, Scorecard other, int order) {
    this.claims = claims;
    this.actual = actual;
    this.other = other;
    this.order = order;
  }

  /**
   * Claims it under one scenario.
   *
   * @return the claims about the score as it is
   * @throws AssertionError if it does not hold, or the two scores come from different models
   * @throws IllegalArgumentException if the scenario cannot apply to the country, or leaves no
   *     score
   */
  @CanIgnoreReturnValue
  public ScorecardAssert underScenario(Scenario scenario) {
    return underScenarios(List.of(scenario));
  }

  /**
   * Claims it under each of several scenarios, one at a time.
   *
   * @return the claims about the score as it is
   * @throws AssertionError at the first scenario under which it does not hold, as for {@link
   *     #underScenario}
   * @throws IllegalArgumentException as for {@link #underScenario}, at the first that cannot apply
   */
  @CanIgnoreReturnValue
  public ScorecardAssert underScenarios(Iterable<Scenario> scenarios) {
    claims.isNotNull();
    Scorecard base = requireNonNull(actual, "actual");
    for (Scenario scenario : scenarios) {
      check(base, requireNonNull(scenario, "scenario"));
    }
    return claims;
  }

  private void check(Scorecard base, Scenario scenario) {
    Scorecard changed = scored(base, scenario);
    String claim = "to be " + Differences.claim(order) + " than";
    Optional<String> fault =
        Differences.fault(Differences.of(claims, changed, other, claim), order, Margin.NONE);
    if (fault.isPresent()) {
      throw claims.failed(under(scenario) + fault.get());
    }
  }

  /** The score under a scenario; one that cannot apply is a fault of the test, not of the score. */
  static Scorecard scored(Scorecard base, Scenario scenario) {
    CountryProfile changed = scenario.applyTo(base.profile());
    try {
      return base.scorer().score(changed);
    } catch (IllegalArgumentException fault) {
      throw new IllegalArgumentException(
          Text.of(
              "Scenario '%s' for %s leaves no score: %s",
              scenario.name(), base.country(), String.valueOf(fault.getMessage())),
          fault);
    }
  }

  private static String under(Scenario scenario) {
    return "Under the scenario '" + scenario.name() + "'\n";
  }
}
