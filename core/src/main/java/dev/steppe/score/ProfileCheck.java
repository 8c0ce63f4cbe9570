package dev.steppe.score;

import com.google.common.collect.Sets;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Unit;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds out what keeps a profile from having a score. The slow half of a check that failed. */
final class ProfileCheck {

  private final CompiledModel compiled;

  /** The model without what does not apply. */
  private final CompiledModel own;

  private final CountryProfile profile;
  private final List<String> faults = new ArrayList<>();

  /** So many unknown codes are held against all that are known. */
  private static final int MOST_HINTS = 20;

  private ProfileCheck(CompiledModel compiled, CountryProfile profile) {
    this.compiled = compiled;
    this.own = compiled.leavingOut(profile.notApplicable().keySet());
    this.profile = profile;
  }

  /**
   * The estimate within the indicator's domain. One with an open end is cut off at the domain;
   * other values outside are a fault, and so are a known one that is none of the levels, and doubt
   * about a category: the answer is null.
   */
  static @Nullable Estimate inDomain(CompiledModel compiled, int node, Estimate estimate) {
    Indicator indicator = compiled.criterion(node).indicator();
    double lower = indicator.domainLower();
    double upper = indicator.domainUpper();
    if (!estimate.isExact() && compiled.criterion(node).normalization().isDiscrete()) {
      return null;
    }
    if (estimate.isExact() && !indicator.isLevel(estimate.central())) {
      return null;
    }
    if (estimate.lower() >= lower && estimate.upper() <= upper) {
      return estimate;
    }
    if (estimate.central() < lower || estimate.central() > upper) {
      return null;
    }
    boolean open =
        (estimate.lower() >= lower || Double.isInfinite(estimate.lower()))
            && (estimate.upper() <= upper || Double.isInfinite(estimate.upper()));
    if (!open) {
      return null;
    }
    try {
      return indicator.inDomain(estimate);
    } catch (IllegalArgumentException nothingInside) {
      return null;
    }
  }

  /** The error that lists all faults of the profile. */
  static IllegalArgumentException error(
      CompiledModel compiled, CountryProfile profile, List<String> faults) {
    return Checks.error(
        "Profile of " + profile.country() + " for model '" + compiled.model().name() + "'", faults);
  }

  /**
   * All faults of the profile, each a sentence that names no country.
   *
   * @param ofMethods what the evaluation threw: told where no reading is at fault alone, as when an
   *     aggregation of one's own gives what its children cannot come to
   */
  static List<String> faults(
      CompiledModel compiled, CountryProfile profile, List<String> ofMethods) {
    return new ProfileCheck(compiled, profile).find(ofMethods);
  }

  private List<String> find(List<String> ofMethods) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < compiled.indicatorCount(); i++) {
      Criterion criterion = compiled.criterion(i);
      @Nullable Estimate estimate = profile.estimate(criterion.code()).orElse(null);
      if (estimate == null) {
        if (own.effectiveWeight(i) > 0) {
          missing.add(criterion.code());
        }
      } else {
        checkReading(i, criterion, estimate);
      }
    }
    checkUnknown(missing);
    checkMissing(missing);
    if (!own.applies(own.root())) {
      faults.add("no indicator that has a weight applies to it");
    }
    if (faults.isEmpty()) {
      faults.addAll(ofMethods);
    }
    if (faults.isEmpty()) {
      throw new AssertionError("a profile that cannot be scored has faults");
    }
    return faults;
  }

  /** Whether all readings of an indicator are in its unit, as far as units are said. */
  static boolean inUnit(CompiledModel compiled, int node, CountryProfile profile) {
    Indicator indicator = compiled.criterion(node).indicator();
    for (Reading reading : profile.readings(indicator.code())) {
      if (!Unit.match(indicator.unit(), reading.unit())) {
        return false;
      }
    }
    return true;
  }

  private void checkReading(int node, Criterion criterion, Estimate estimate) {
    Indicator indicator = criterion.indicator();
    if (!inUnit(compiled, node, profile)) {
      for (Reading reading : profile.readings(criterion.code())) {
        if (!Unit.match(indicator.unit(), reading.unit())) {
          faults.add(
              "reading of '"
                  + criterion.code()
                  + "' is in '"
                  + reading.unit()
                  + "', but the indicator in '"
                  + indicator.unit()
                  + "'"
                  + (Unit.of(reading.unit()).converts(Unit.of(indicator.unit()))
                      ? ". Convert it: reading.convertedTo(unit), or CsvLayout.withUnit"
                      : ""));
        }
      }
      return;
    }
    @Nullable String fault = fault(compiled, node, estimate);
    if (fault != null) {
      faults.add("reading of '" + criterion.code() + "'" + fault);
    }
  }

  /** What keeps an estimate from being scored, as the end of a sentence about the reading. */
  static @Nullable String fault(CompiledModel compiled, int node, Estimate estimate) {
    Criterion criterion = compiled.criterion(node);
    @Nullable Estimate possible = inDomain(compiled, node, estimate);
    Indicator indicator = criterion.indicator();
    Normalization normalization = criterion.normalization();
    if (possible == null && !estimate.isExact() && normalization.isDiscrete()) {
      return " must be one category, but was " + estimate;
    }
    if (possible == null && estimate.isExact() && !indicator.levels().isEmpty()) {
      return Text.of(" must be one of %s, but was %s", indicator.levels(), estimate);
    }
    if (possible == null) {
      return Text.of(
          " must be in [%s, %s], but was %s",
          indicator.domainLower(), indicator.domainUpper(), estimate);
    }
    try {
      normalization.normalize(
          criterion.treatment().treat(possible.central()), indicator.direction());
    } catch (IllegalArgumentException fault) {
      return ": " + fault.getMessage();
    }
    try {
      if (!possible.isExact()) {
        normalization.bounds(
            criterion.treatment().treat(possible.lower()),
            criterion.treatment().treat(possible.upper()),
            indicator.direction());
      }
      return null;
    } catch (IllegalArgumentException fault) {
      return Text.of(
          ": %s, to which %s reaches. Give the estimate a lower bound above that",
          String.valueOf(fault.getMessage()), estimate);
    }
  }

  private void checkUnknown(List<String> missing) {
    List<String> known = new ArrayList<>();
    for (Criterion criterion : compiled.model().criteria()) {
      known.add(criterion.code());
    }
    Set<String> given = profile.plainReadings().keySet();
    Set<String> none = profile.notApplicable().keySet();
    int unknown = 0;
    for (String code : Sets.union(given, none)) {
      int node = compiled.find(code);
      if (node >= compiled.indicatorCount()) {
        faults.add(
            "'"
                + code
                + "' is a factor, "
                + (given.contains(code)
                    ? "which has no reading of its own"
                    : "of which it is said of each indicator that it does not apply"));
      } else if (node < 0 && ++unknown > MOST_HINTS) {
        faults.add("unknown indicator '" + code + "'");
      } else if (node < 0) {
        UnaryOperator<String> name = each -> compiled.model().node(each).name();
        String hint = Checks.maybeYouMeant(code, missing, name);
        faults.add(
            "unknown indicator '"
                + code
                + "'. "
                + (hint.isEmpty() ? Checks.known(code, known, name) : hint.strip()));
      }
    }
  }

  private void checkMissing(List<String> missing) {
    if (missing.isEmpty()) {
      return;
    }
    Optional<String> fault =
        compiled
            .model()
            .missing()
            .fold(
                () ->
                    Optional.of(
                        (missing.size() == 1 ? "no reading of " : "no readings of ")
                            + Text.quoted(missing)
                            + ", and the model's missing policy is to fail"),
                minimum ->
                    tooLittle(
                        missing,
                        minimum,
                        "a coverage of at least " + minimum + ", but it is " + coverage(missing)),
                minimum ->
                    tooLittle(
                        missing,
                        minimum,
                        "values of at least " + minimum + " of the children of every factor"),
                Optional::empty);
    fault.ifPresent(faults::add);
  }

  /** A reading that is at fault is there all the same. */
  private Optional<String> tooLittle(List<String> missing, double minimum, String needed) {
    double[] there = new double[compiled.indicatorCount()];
    for (int i = 0; i < there.length; i++) {
      there[i] = profile.codes().contains(compiled.criterion(i).code()) ? 0 : Double.NaN;
    }
    return own.isEnough(there)
        ? Optional.empty()
        : Optional.of(
            "too little data: no readings of "
                + Text.quoted(missing)
                + ", and the model needs "
                + (minimum == 0 ? "at least one" : needed));
  }

  private double coverage(List<String> missing) {
    double coverage = 0;
    for (int i = 0; i < compiled.indicatorCount(); i++) {
      coverage += missing.contains(compiled.criterion(i).code()) ? 0 : own.effectiveWeight(i);
    }
    return coverage;
  }
}
