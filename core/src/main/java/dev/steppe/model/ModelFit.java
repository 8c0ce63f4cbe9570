package dev.steppe.model;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits what a model takes from a reference set, see {@link RiskModel#fit}. */
final class ModelFit {

  private final ImmutableList<CountryProfile> reference;
  private final List<String> faults = new ArrayList<>();

  ModelFit(Iterable<CountryProfile> reference) {
    this.reference = ImmutableList.copyOf(reference);
  }

  RiskModel of(RiskModel model) {
    RiskModel fitted =
        model.withCriteria(criterion -> criterion.isFitted() ? criterion : tried(criterion));
    Checks.noFaults("Fitting model '" + model.name() + "'", faults);
    return fitted;
  }

  private Criterion tried(Criterion criterion) {
    try {
      return fitted(criterion);
    } catch (IllegalArgumentException fault) {
      faults.add("indicator '" + criterion.code() + "': " + fault.getMessage());
      return criterion;
    }
  }

  private Criterion fitted(Criterion criterion) {
    ImmutableDoubleArray raw = readings(criterion.indicator());
    Treatment treatment = criterion.treatment().fit(raw);
    ImmutableDoubleArray.Builder treated = ImmutableDoubleArray.builder(raw.length());
    raw.forEach(reading -> treated.add(treatment.treat(reading)));
    return criterion
        .withTreatment(treatment)
        .withNormalization(
            criterion.normalization().fit(treated.build(), criterion.indicator().direction()));
  }

  private ImmutableDoubleArray readings(Indicator indicator) {
    ImmutableDoubleArray.Builder readings = ImmutableDoubleArray.builder();
    for (CountryProfile profile : reference) {
      @Nullable Estimate estimate = profile.estimates().get(indicator.code());
      if (estimate != null) {
        readings.add(
            Checks.inRange(
                estimate.central(),
                indicator.domainLower(),
                indicator.domainUpper(),
                "reading of " + profile.country()));
      }
    }
    return readings.build();
  }
}
