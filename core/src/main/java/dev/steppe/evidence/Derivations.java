package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the readings of evidence follow from it, by code. A number is worked out when it is asked
 * for; the words about where it comes from, which take longer, when the readings are.
 */
final class Derivations {

  /** How one reading follows: its number, and the reading with that number. */
  private record Derivation(Supplier<Estimate> number, Function<Estimate, Reading> told) {}

  private final ImmutableMap<String, Derivation> byCode;
  private @Nullable ImmutableMap<String, Reading> readings;

  private Derivations(ImmutableMap<String, Derivation> byCode) {
    this.byCode = byCode;
  }

  ImmutableSet<String> codes() {
    return byCode.keySet();
  }

  Optional<Estimate> estimate(String code) {
    Derivation derivation = byCode.get(requireNonNull(code, "code"));
    return derivation == null ? Optional.empty() : Optional.of(derivation.number.get());
  }

  ImmutableMap<String, Reading> readings() {
    ImmutableMap<String, Reading> result = readings;
    if (result == null) {
      ImmutableMap.Builder<String, Reading> all = ImmutableMap.builder();
      for (Map.Entry<String, Derivation> entry : byCode.entrySet()) {
        Derivation derivation = entry.getValue();
        all.put(entry.getKey(), derivation.told.apply(derivation.number.get()));
      }
      result = all.buildOrThrow();
      readings = result;
    }
    return result;
  }

  /** Collects what follows. */
  static final class Builder {

    private final ImmutableMap.Builder<String, Derivation> byCode = ImmutableMap.builder();

    /**
     * Adds a reading.
     *
     * @param number its estimate
     * @param told the reading with that estimate, its unit and its source
     */
    void add(String code, Supplier<Estimate> number, Function<Estimate, Reading> told) {
      byCode.put(code, new Derivation(number, told));
    }

    /** Adds a reading that is one part of a whole. */
    void addShare(String code, Shares shares, String part) {
      add(code, () -> requireNonNull(shares.estimate(part)), estimate -> shares.reading(part));
    }

    /** Adds an index over all parts of a whole, each of which is one of a noun. */
    void addIndex(
        String code, Shares shares, Function<Shares, Interval> formula, String name, String noun) {
      add(
          code,
          () -> formula.apply(shares).toEstimate(),
          estimate ->
              Provenance.derived(
                  estimate,
                  Provenance.INDEX,
                  name + " over " + shares.count(noun),
                  shares.sources()));
    }

    Derivations build() {
      return new Derivations(byCode.buildOrThrow());
    }
  }
}
