package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Unit;
import dev.steppe.internal.Checks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits one criterion to a reference set, and collects all that is in the way. */
final class CriterionFit {

  private final Criterion criterion;
  private final List<String> faults = new ArrayList<>();

  /** Those who have a reading, and the readings. */
  private final List<CountryProfile> known = new ArrayList<>();

  /** The unit of all readings, as far as it is said. */
  private String unit;

  private final ImmutableDoubleArray raw;
  private final Criterion fitted;
  private boolean isErased;

  CriterionFit(Criterion criterion, Iterable<CountryProfile> reference) {
    this.criterion = criterion;
    this.unit = criterion.indicator().unit();
    this.raw = readings(reference);
    this.fitted = faults.isEmpty() ? fit() : criterion;
  }

  /** The fitted criterion, or the criterion as it came where there are faults. */
  Criterion fitted() {
    return fitted;
  }

  List<String> faults() {
    return faults;
  }

  /** Whether it has faults, and readings do not differ or are too few to. */
  boolean isAlike() {
    return !faults.isEmpty() && (!differ(raw) || isErased);
  }

  private ImmutableDoubleArray readings(Iterable<CountryProfile> reference) {
    Indicator indicator = criterion.indicator();
    ImmutableDoubleArray.Builder readings = ImmutableDoubleArray.builder();
    for (CountryProfile profile : reference) {
      @Nullable Estimate estimate = profile.estimate(criterion.code()).orElse(null);
      if (estimate == null) {
        continue;
      }
      known.add(profile);
      readings.add(estimate.central());
      checkUnit(profile);
      try {
        Checks.inRange(
            estimate.central(),
            indicator.domainLower(),
            indicator.domainUpper(),
            "reading of " + profile.country());
      } catch (IllegalArgumentException fault) {
        faults.add(String.valueOf(fault.getMessage()));
      }
    }
    return readings.build();
  }

  /** All readings are in the indicator's unit, or, where it has none, in one. */
  private void checkUnit(CountryProfile profile) {
    for (Reading reading : profile.readings(criterion.code())) {
      if (!Unit.match(unit, reading.unit())) {
        faults.add(
            "reading of "
                + profile.country()
                + " is in '"
                + reading.unit()
                + "', but the indicator or an earlier reading in '"
                + unit
                + "'");
        return;
      }
      unit = unit.isBlank() ? reading.unit() : unit;
    }
  }

  private Criterion fit() {
    try {
      Treatment treatment = criterion.treatment().fit(raw);
      ImmutableDoubleArray treated = treated(treatment);
      if (!faults.isEmpty()) {
        return criterion;
      }
      if (differ(raw) && !differ(treated)) {
        isErased = true;
        faults.add(erased(treated.get(0)));
        return criterion;
      }
      Direction direction = criterion.indicator().direction();
      return criterion.fitted(
          treatment, criterion.normalization().fit(treated, direction), raw.length());
    } catch (IllegalArgumentException fault) {
      faults.add(String.valueOf(fault.getMessage()));
      return criterion;
    }
  }

  private ImmutableDoubleArray treated(Treatment treatment) {
    ImmutableDoubleArray.Builder treated = ImmutableDoubleArray.builder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      try {
        treated.add(treatment.treat(raw.get(i)));
      } catch (IllegalArgumentException fault) {
        faults.add("reading of " + known.get(i).country() + ": " + fault.getMessage());
      }
    }
    return treated.build();
  }

  private String erased(double left) {
    return criterion.treatment()
        + " leaves no difference: all "
        + raw.length()
        + " readings, from "
        + raw.stream().min().orElseThrow()
        + " to "
        + raw.stream().max().orElseThrow()
        + ", become "
        + left
        + ". Treat them in another way, such as logOfRange(), or not at all";
  }

  private static boolean differ(ImmutableDoubleArray values) {
    return values.stream().distinct().limit(2).count() > 1;
  }
}
