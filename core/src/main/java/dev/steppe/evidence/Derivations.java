package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the readings of evidence follow from it, by code. A number is worked out when it is asked
 * for; the words about where it comes from, which take longer, when the readings are.
 *
 * <p>A kind of evidence switches over its codes: a function for each would be a class for each, and
 * every program that scores a country would wait for them.
 */
abstract class Derivations {

  private final ImmutableSet<String> codes;

  // Found when first asked for; racing threads find the same.
  private final @Nullable Estimate[] numbers;
  private @Nullable ImmutableMap<String, Reading> readings;

  /**
   * What follows from evidence.
   *
   * @param codes of what follows, in the order in which the readings stand
   */
  Derivations(ImmutableSet<String> codes) {
    this.codes = codes;
    this.numbers = new @Nullable Estimate[codes.size()];
  }

  /** The number of one of the codes. */
  abstract Estimate number(String code);

  /** The reading of one of the codes with that number, its unit and its source. */
  abstract Reading told(String code, Estimate number);

  final ImmutableSet<String> codes() {
    return codes;
  }

  final Optional<Estimate> estimate(String code) {
    requireNonNull(code, "code");
    for (int at = 0; at < numbers.length; at++) {
      if (codes.asList().get(at).equals(code)) {
        return Optional.of(estimate(at));
      }
    }
    return Optional.empty();
  }

  private Estimate estimate(int at) {
    Estimate result = numbers[at];
    if (result == null) {
      result = number(codes.asList().get(at));
      numbers[at] = result;
    }
    return result;
  }

  final ImmutableMap<String, Reading> readings() {
    ImmutableMap<String, Reading> result = readings;
    if (result == null) {
      ImmutableMap.Builder<String, Reading> all = ImmutableMap.builder();
      for (int at = 0; at < numbers.length; at++) {
        String code = codes.asList().get(at);
        all.put(code, told(code, estimate(at)));
      }
      result = all.buildOrThrow();
      readings = result;
    }
    return result;
  }

  /** The number of one part of a whole. */
  static Estimate share(Shares shares, String part) {
    return requireNonNull(shares.estimate(part));
  }

  /** The reading of an index over all parts of a whole, each of which is one of a noun. */
  static Reading index(Estimate number, String name, Shares shares, String noun) {
    return Provenance.derived(
        number, Provenance.INDEX, name + " over " + shares.count(noun), shares.sources());
  }

  static AssertionError unknown(String code) {
    return new AssertionError("no reading of '" + code + "' follows");
  }
}
