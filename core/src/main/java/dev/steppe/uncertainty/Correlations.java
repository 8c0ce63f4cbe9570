package dev.steppe.uncertainty;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.internal.random.Copula;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the errors of readings go together: those of two indicators in one country, and those of one
 * indicator in all countries. What is not named is independent. Immutable.
 *
 * <p>Readings are joined by a Gaussian copula: each is read off its own distribution, {@code x =
 * F^-1(Phi(z))}, at standard normal numbers z that are correlated. So the distribution of each
 * reading is what it was.
 *
 * <ul>
 *   <li>{@link #with} is the correlation {@code rho} of the z of two indicators within each
 *       country. Spearman's rank correlation of the readings is {@code 6 / pi * asin(rho / 2)}:
 *       0.58 for 0.6. Pearson's is a little nearer to 0 than {@code rho}, and equal to it if both
 *       are normal and not cut.
 *   <li>{@link #withSharedError} is the share s of an error that all countries have in common,
 *       because their readings come from one source or method: {@code z = sqrt(1 - s) h + sqrt(s)
 *       g}, with g the same for all. It is the correlation of the z of any two countries.
 *   <li>Where shares differ, two indicators cannot be correlated by more than {@code sqrt(s1 s2) +
 *       sqrt((1 - s1) (1 - s2))}. Between countries, two indicators are correlated by {@code
 *       sqrt(s1 s2)} of that part of the bound which {@code rho} is.
 * </ul>
 *
 * <p>The independent numbers belong to the readings, in the order in which indicators are named
 * here: to name another one at the end does not change the draws of those before it, nor does
 * another country.
 *
 * <pre>{@code
 * Correlations.none().with("debt", "deficit", 0.6).withSharedError("conflict", 0.5);
 * }</pre>
 *
 * @param pairs the pairs of indicators, in the order of their naming
 * @param sharedErrors by indicator, the share of the error that all countries have in common
 * @see <a href="https://doi.org/10.1007/0-387-28678-0">Nelsen (2006), An Introduction to Copulas,
 *     2nd edition</a>
 * @since 0.1
 */
public record Correlations(ImmutableList<Pair> pairs, ImmutableMap<String, Double> sharedErrors)
    implements Serializable {

  /** So many are named where this prints. */
  private static final int SHOWN = 6;

  private static final Correlations NONE = new Correlations(ImmutableList.of(), ImmutableMap.of());

  /**
   * The correlation of two indicators' readings within each country.
   *
   * @param first the code of an indicator
   * @param second the code of another
   * @param rho of the normal numbers, in {@code [-1, 1]}
   * @since 0.1
   */
  public record Pair(String first, String second, double rho) implements Serializable {

    /** Checks the parts. */
    public Pair {
      requireNonNull(first, "first");
      requireNonNull(second, "second");
      if (first.equals(second)) {
        throw new IllegalArgumentException(
            "A correlation needs two indicators, but both were '" + Text.brief(first) + "'");
      }
      rho = Checks.inRange(rho, -1, 1, "correlation of '" + first + "' and '" + second + "'");
    }

    @Override
    public String toString() {
      return Text.printable(first + " and " + second) + " " + rho;
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a pair comes twice, or a share is not in {@code [0, 1]}
   */
  public Correlations {
    Map<Set<String>, Pair> known = new HashMap<>();
    for (Pair pair : pairs) {
      @Nullable Pair before = known.putIfAbsent(Set.of(pair.first, pair.second), pair);
      if (before != null) {
        throw new IllegalArgumentException(
            "The correlation of '"
                + pair.first
                + "' and '"
                + pair.second
                + "' was already set to "
                + before.rho);
      }
    }
    sharedErrors.forEach((code, share) -> Checks.inRange(share, 0, 1, sharedErrorOf(code)));
  }

  private static String sharedErrorOf(String indicator) {
    return "shared error of '" + indicator + "'";
  }

  /** All readings are independent. This is the default. */
  public static Correlations none() {
    return NONE;
  }

  /**
   * These and the correlation of two indicators within each country.
   *
   * @param rho of the normal numbers, in {@code [-1, 1]}
   * @throws IllegalArgumentException if it is out of range, the indicators are the same, or their
   *     correlation was set before
   */
  public Correlations with(String first, String second, double rho) {
    return new Correlations(
        ImmutableList.<Pair>builder().addAll(pairs).add(new Pair(first, second, rho)).build(),
        sharedErrors);
  }

  /**
   * These and the share of an indicator's error that all countries have in common.
   *
   * @param share in {@code [0, 1]}
   * @throws IllegalArgumentException if it is out of range, or was set before
   */
  public Correlations withSharedError(String indicator, double share) {
    requireNonNull(indicator, "indicator");
    @Nullable Double before = sharedErrors.get(indicator);
    if (before != null) {
      throw new IllegalArgumentException(
          "The " + sharedErrorOf(indicator) + " was already set to " + before);
    }
    return new Correlations(
        pairs,
        ImmutableMap.<String, Double>builder()
            .putAll(sharedErrors)
            .put(indicator, share)
            .buildOrThrow());
  }

  /** Whether all readings are independent. */
  public boolean isNone() {
    return pairs.isEmpty() && sharedErrors.isEmpty();
  }

  double sharedError(String indicator) {
    return sharedErrors.getOrDefault(indicator, 0.0);
  }

  /** Whether two indicators among some are correlated within a country. */
  boolean correlateAny(Predicate<String> among) {
    return pairs.stream()
        .anyMatch(pair -> pair.rho != 0 && among.test(pair.first) && among.test(pair.second));
  }

  /** Refuses unknown indicators, and correlations that cannot be. */
  void check(List<String> codes) {
    Set<String> named = new LinkedHashSet<>();
    pairs.forEach(pair -> named.addAll(List.of(pair.first, pair.second)));
    named.addAll(sharedErrors.keySet());
    Set<String> known = new LinkedHashSet<>(codes);
    List<String> faults = Checks.eachUnknown("Unknown indicator", named, known, code -> code);
    CorrelationMatrix matrix = new CorrelationMatrix(this);
    faults.addAll(matrix.faults());
    Checks.noFaults("Correlations of readings", faults);
  }

  /** The copula of a country's readings; null if all are independent. */
  @Nullable Copula copula(List<String> codes) {
    if (isNone()) {
      return null;
    }
    double[] shared = codes.stream().mapToDouble(this::sharedError).toArray();
    return new Copula(codes, new CorrelationMatrix(this).factors(codes), shared);
  }

  /**
   * Such as {@code debt and deficit 0.6, shared error of conflict 0.5}, or {@code none}; of more
   * than six, the first.
   */
  @Override
  public String toString() {
    if (isNone()) {
      return "none";
    }
    List<String> parts = new ArrayList<>();
    pairs.forEach(pair -> parts.add(pair.toString()));
    sharedErrors.forEach(
        (code, share) -> parts.add("shared error of " + Text.printable(code) + " " + share));
    return parts.stream().limit(SHOWN).collect(Collectors.joining(", "))
        + (parts.size() > SHOWN ? ", ... (" + parts.size() + " in all)" : "");
  }
}
