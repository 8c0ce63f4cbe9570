package dev.steppe.desk;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Between which readings a slider goes.
 *
 * @param lowest its left end
 * @param highest its right end
 * @param levels the only readings that there are, ascending; empty if there may be any
 */
record ReadingRange(double lowest, double highest, List<Double> levels) {

  /** Of what has no scale with ends, and nobody has a reading of. */
  static final ReadingRange NONE = new ReadingRange(0, 0, List.of());

  /** From end to end of each scale, and to the readings that lie beyond it. */
  static Map<String, ReadingRange> of(RiskModel model, Dataset countries) {
    @Nullable RiskModel onScale = onScale(model);
    Map<String, ReadingRange> ranges = new LinkedHashMap<>();
    for (Criterion criterion : model.criteria()) {
      Indicator scale =
          onScale == null ? criterion.indicator() : onScale.criterion(criterion.code()).indicator();
      ranges.put(criterion.code(), of(criterion, scale, countries));
    }
    return ranges;
  }

  /** The model whose domains are what its scales tell apart; null if a domain is beyond a scale. */
  private static @Nullable RiskModel onScale(RiskModel model) {
    try {
      return model.refusingBeyondScale();
    } catch (IllegalArgumentException nothingInCommon) {
      return null;
    }
  }

  private static ReadingRange of(Criterion criterion, Indicator scale, Dataset countries) {
    List<Double> levels = scale.levels();
    if (levels.isEmpty() && criterion.normalization().isDiscrete()) {
      levels = criterion.normalization().jumps().asList();
    }
    if (!levels.isEmpty()) {
      return new ReadingRange(levels.get(0), levels.get(levels.size() - 1), List.copyOf(levels));
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    if (Double.isFinite(scale.domainLower())) {
      lowest = scale.domainLower();
    }
    if (Double.isFinite(scale.domainUpper())) {
      highest = scale.domainUpper();
    }
    for (CountryProfile country : countries) {
      @Nullable Estimate known = country.estimates().get(criterion.code());
      if (known != null) {
        Estimate possible = criterion.indicator().inDomain(known);
        lowest = Math.min(lowest, finite(possible.lower(), possible.central()));
        highest = Math.max(highest, finite(possible.upper(), possible.central()));
      }
    }
    return Double.isFinite(lowest) && Double.isFinite(highest)
        ? new ReadingRange(lowest, highest, List.of())
        : NONE;
  }

  private static double finite(double bound, double central) {
    return Double.isFinite(bound) ? bound : central;
  }
}
