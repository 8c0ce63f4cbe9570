package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the parts of a whole and what is wrong with them. */
final class SharesCollector {

  private final String whole;
  private final List<String> faults;
  private final Map<String, List<Reading>> figures = new LinkedHashMap<>();

  /**
   * Starts the parts of a whole.
   *
   * @param whole its name in messages
   * @param faults what is wrong goes here, where others may also put faults
   */
  SharesCollector(String whole, List<String> faults) {
    this.whole = whole;
    this.faults = faults;
  }

  void add(String name, double share, Source source) {
    if (isShare(share, share, name, share)) {
      add(name, Estimate.exact(share), source);
    }
  }

  void add(String name, Estimate share, Source source) {
    requireNonNull(source, "source");
    Checks.notBlank(name, "name of a part of " + whole);
    if (!isShare(share.lower(), share.upper(), name, share)) {
      return;
    }
    List<Reading> known = figures.get(name);
    if (known == null) {
      known = new ArrayList<>();
      figures.put(name, known);
    }
    for (Reading earlier : known) {
      if (earlier.source().equals(source)) {
        faults.add(
            Text.of(
                "share of '%s' in %s was already set to %s from the same source (%s),"
                    + " second was %s. Figures that disagree need different sources.",
                name, whole, earlier.estimate(), source, share));
        return;
      }
    }
    known.add(new Reading(share, Provenance.FRACTION, source));
  }

  private boolean isShare(double lower, double upper, String name, Object given) {
    if (lower >= 0 && upper <= 1) {
      return true;
    }
    faults.add(
        Text.of(
            "share of '%s' in %s must be in [0, 1], but was %s%s",
            name, whole, given, lower > 1 && upper <= 100 ? ". Maybe it is in percent." : ""));
    return false;
  }

  /** Adds a fault if the central shares sum to more than 1. */
  void checkSum(List<String> found) {
    Shares shares = build();
    if (!shares.sumToOneAtMost()) {
      found.add(
          Text.of(
              "shares in %s must sum to at most 1, but sum to %s: %s",
              whole,
              shares.sum(),
              shares.estimates().entrySet().stream()
                  .map(entry -> entry.getKey() + " " + entry.getValue().central())
                  .collect(Collectors.joining(", "))));
    }
  }

  /** The shares; a composition only if there are no faults. */
  Shares build() {
    ImmutableMap.Builder<String, Part> parts = ImmutableMap.builder();
    for (Map.Entry<String, List<Reading>> part : figures.entrySet()) {
      parts.put(part.getKey(), Part.of(part.getValue()));
    }
    return new Shares(parts.buildOrThrow());
  }
}
