package dev.steppe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.RiskModel;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.BulkScorer;
import dev.steppe.uncertainty.UncertaintyPart;
import java.util.List;

/** What holds of streams that others have written: they are refused, or their values are sound. */
public final class StreamClaims {

  private StreamClaims() {}

  /** What the library of streams, or a collection of others, refuses by itself. */
  public static void isOfOthers(Throwable refused) {
    assertThat(refused.getStackTrace())
        .as("%s", refused)
        .noneMatch(
            frame ->
                frame.getClassName().startsWith("dev.steppe.")
                    && !frame.getClassName().contains("SerialSamples")
                    && !frame.getClassName().startsWith("dev.steppe.fuzz.")
                    && !frame.getClassName().contains("Forge"));
  }

  /** Whether a value is as one that a factory has made. */
  public static void assertSound(String what, Object value) {
    try {
      check(what, value);
    } catch (Exception | AssertionError broken) {
      throw new AssertionError(what + ": " + broken.getMessage(), broken);
    }
  }

  private static void check(String what, Object value) {
    assertThat(value.toString()).isNotNull();
    assertThat(value.hashCode()).isEqualTo(value.hashCode());
    if (value instanceof Estimate estimate) {
      Sound.estimate(estimate);
    } else if (value instanceof RiskModel model) {
      assertThat(RiskModel.of(model.definition(), Owned.methods())).isEqualTo(model);
    } else if (value instanceof CountryProfile profile) {
      Sound.profile(profile);
    } else if (value instanceof Dataset dataset) {
      assertThat(dataset.toTable().toString()).isNotEmpty();
    } else if (value instanceof BulkScorer scorer) {
      assertThat(scorer.score(new double[][] {{50}, {2}})[0]).isBetween(0.0, 100.0);
    } else if (value instanceof UncertaintyPart part) {
      assertCombines(what, part);
    } else if (value instanceof Scenario scenario) {
      assertApplies(what, scenario);
    }
  }

  /** Parts of other analyses are read, and refused when they are put together. */
  private static void assertCombines(String what, UncertaintyPart part) {
    try {
      assertThat(
              SerialSamples.analysis().combine(SerialSamples.countries(), List.of(part)).toString())
          .as(what)
          .doesNotContain("NaN");
    } catch (IllegalArgumentException refused) {
      assertThat(refused).as(what).hasMessageMatching("(?s)The (set of parts|counts of part).*");
    }
  }

  private static void assertApplies(String what, Scenario scenario) {
    try {
      assertThat(scenario.applyTo(SerialSamples.profile()).toString()).as(what).isNotEmpty();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).as(what).hasMessageContaining(scenario.name());
    }
  }
}
