package dev.steppe.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.model.RiskModel;
import java.io.Serializable;

/** What holds of every value, whoever made it: a factory, a reader of text or one of streams. */
public final class Sound {

  private static final double[] PROBABILITIES = {
    0, Double.MIN_VALUE, 1e-9, 0.25, 0.5, 0.75, 1 - 1e-9, Math.nextDown(1.0), 1
  };

  private Sound() {}

  /** What holds of any value that has an {@code equals} of its own: it can be sent. */
  public static void value(Serializable value) {
    Object sent = SerialSamples.readSafely(SerialSamples.bytes(value));
    assertThat(sent).isEqualTo(value).hasSameHashCodeAs(value).hasToString(value.toString());
  }

  /** A value between bounds, with the same text for equal ones, and quantiles that never fall. */
  public static void estimate(Estimate estimate) {
    value(estimate);
    assertThat(Estimate.parse(estimate.toString(), Owned.estimates())).isEqualTo(estimate);
    assertThat(estimate.central()).isFinite().isBetween(estimate.lower(), estimate.upper());
    assertThat(estimate.mean()).isBetween(estimate.lower(), estimate.upper());
    assertThat(estimate.variance()).isGreaterThanOrEqualTo(0);
    double before = estimate.lower();
    for (double probability : PROBABILITIES) {
      double value = estimate.inverseCdf(probability);
      assertThat(value)
          .as("quantile %s of %s", probability, estimate)
          .isBetween(before, estimate.upper());
      assertThat(estimate.cdf(value)).as("cdf of %s in %s", value, estimate).isBetween(0.0, 1.0);
      before = value;
    }
  }

  /** Readings that are sound, and a profile that is the same when it is built again. */
  public static void profile(CountryProfile profile) {
    value(profile);
    assertThat(profile.toBuilder().build()).isEqualTo(profile);
    for (Reading reading : profile.plainReadings().values()) {
      estimate(reading.estimate());
      assertThat(reading.unit()).isNotNull();
    }
    profile.estimates().values().forEach(Sound::estimate);
    assertThat(profile.toTable().toString()).isNotEmpty();
  }

  /** Profiles that are sound, a column of them for every code. */
  public static void dataset(Dataset dataset) {
    value(dataset);
    dataset.forEach(Sound::profile);
    assertThat(dataset.toTable().toString()).isNotEmpty();
    for (String code : dataset.codes()) {
      assertThat(dataset.column(code)).hasSize(dataset.size());
    }
  }

  /** The same model again from its definition, and from its table. */
  public static void model(RiskModel model) {
    value(model);
    RiskModel again = RiskModel.of(model.definition(), Owned.methods());
    assertThat(again).isEqualTo(model);
    assertThat(again.fingerprint()).isEqualTo(model.fingerprint());
    RiskModel fromTable = RiskModel.readCsv(model.toCsv(), Owned.methods());
    assertThat(fromTable).isEqualTo(model);
    assertThat(fromTable.fingerprint()).isEqualTo(model.fingerprint());
    for (double weight : model.effectiveWeights().values()) {
      assertThat(weight).isBetween(0.0, 1.0);
    }
  }
}
