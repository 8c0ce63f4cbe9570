package dev.steppe.evidence;

import dev.steppe.internal.Checks;
import dev.steppe.internal.OwnIdentity;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of the user's own, see {@link Estimate#own}, of which every number was multiplied
 * and then moved. As text it is {@code own(acme.rising@1, top=10)}, or, moved, {@code
 * own(acme.rising@1, top=10; times=2, plus=-3)}.
 */
final class OwnDistribution implements Estimate {

  private static final long serialVersionUID = 1L;

  private static final String NUMBER = "[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?";
  private static final Pattern TEXT =
      Pattern.compile(
          OwnIdentity.OWN
              + "\\(([\\w.-]+)@(\\d{1,9})((?:, ?[\\w.-]+=%s)*+)(?:; ?times=(%s), ?plus=(%s))?\\)"
                  .replace("%s", NUMBER));

  private final OwnIdentity identity;
  private final OwnEstimate method;
  private final double factor;
  private final double shift;

  /** The ends before it was multiplied and moved. */
  private final double least;

  private final double greatest;

  private OwnDistribution(OwnIdentity identity, OwnEstimate method, double factor, double shift) {
    this.identity = identity;
    this.method = method;
    this.factor = factor;
    this.shift = shift;
    this.least = method.quantile(0);
    this.greatest = method.quantile(1);
    if (!(least < greatest)) {
      throw new IllegalArgumentException(
          Text.of(
              "%s must rise from its least to its greatest number, but these are %s and %s",
              identity, least, greatest));
    }
    finite(method.central(), " as its central value");
    finite(method.mean(), " as its mean");
    identity.checked(method.variance(), 0, Double.POSITIVE_INFINITY, " as its variance");
    if (overflows(least)
        || overflows(greatest)
        || overflows(method.central())
        || overflows(method.mean())) {
      throw new IllegalArgumentException(
          Text.of(
              "%s, multiplied by %s and moved by %s, is beyond the range of doubles",
              identity, factor, shift));
    }
  }

  private boolean overflows(double value) {
    return Double.isFinite(value) && !Double.isFinite(moved(value));
  }

  static OwnIdentity identity(OwnEstimate method) {
    return OwnIdentity.of(method.id(), method.version(), method.parameters());
  }

  static OwnDistribution of(OwnEstimate method) {
    OwnIdentity identity = identity(method);
    if (!method.keepsContract()) {
      throw new IllegalArgumentException(
          identity + " must say that it keeps its contract: OwnEstimate.keepsContract");
    }
    return new OwnDistribution(identity, method, 1, 0);
  }

  /**
   * The estimate that a text says; null if it is not of this form.
   *
   * @throws IllegalArgumentException if there is no such distribution, or not with these parameters
   */
  static @Nullable Estimate parseOrNull(String text, OwnEstimates own) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    Map<String, Double> parameters = new TreeMap<>();
    for (String part : matcher.group(3).split(",", -1)) {
      if (!part.isBlank()) {
        String[] named = part.strip().split("=", 2);
        if (parameters.put(named[0], Double.valueOf(named[1])) != null) {
          throw new IllegalArgumentException(
              "parameter '" + named[0] + "' is given twice in '" + Text.brief(text) + "'");
        }
      }
    }
    OwnIdentity wanted =
        OwnIdentity.of(matcher.group(1), Integer.parseInt(matcher.group(2)), parameters);
    OwnEstimate method = own.made(wanted);
    return matcher.group(4) == null
        ? of(method)
        : of(method)
            .times(Double.parseDouble(matcher.group(4)))
            .plus(Double.parseDouble(matcher.group(5)));
  }

  private double finite(double value, String what) {
    return identity.checked(
        value, Math.max(-Double.MAX_VALUE, least), Math.min(Double.MAX_VALUE, greatest), what);
  }

  private double moved(double value) {
    return value * factor + shift;
  }

  @Override
  public double central() {
    return moved(method.central());
  }

  @Override
  public double lower() {
    return moved(least);
  }

  @Override
  public double upper() {
    return moved(greatest);
  }

  @Override
  public double mean() {
    return moved(method.mean());
  }

  @Override
  public double variance() {
    return factor * factor * method.variance();
  }

  /** The greatest probability whose quantile is at most x, by halving. */
  @Override
  public double cdf(double x) {
    if (x >= upper()) {
      return 1;
    }
    if (!(x >= lower())) {
      return 0;
    }
    double from = 0;
    double to = 1;
    for (double middle = 0.5; from < middle && middle < to; middle = from + (to - from) / 2) {
      if (inverseCdf(middle) <= x) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return from;
  }

  @Override
  public double inverseCdf(double p) {
    Checks.inRange(p, 0, 1, "probability");
    double value = p == 0 ? least : p == 1 ? greatest : method.quantile(p);
    return moved(identity.checked(value, least, greatest, " at " + p));
  }

  @Override
  public Estimate truncatedTo(double from, double to) {
    Estimates.checkBounds(from, to);
    if (from <= lower() && upper() <= to) {
      return this;
    }
    throw Estimates.uncuttable("An own", this, from, to);
  }

  @Override
  public Estimate plus(double by) {
    Checks.finite(by, "shift of an estimate");
    return with(factor, shift + by);
  }

  @Override
  public Estimate times(double by) {
    Checks.inRange(by, 0, Double.MAX_VALUE, "factor of an estimate");
    return by == 0 ? Estimate.exact(0) : with(factor * by, shift * by);
  }

  /** Moved to where all of it is one number, it is exact, as other estimates are. */
  private Estimate with(double times, double plus) {
    Checks.finite(times, "factor of an own estimate");
    Checks.finite(plus, "shift of an own estimate");
    OwnDistribution moved = new OwnDistribution(identity, method, times, plus);
    return moved.lower() == moved.upper() ? Estimate.exact(moved.lower()) : moved;
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "own estimate",
        () -> {
          identity.check(identity(method));
          return of(method).times(factor).plus(shift);
        });
  }

  /** The functions are what it is known by. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof OwnDistribution other
        && identity.equals(other.identity)
        && factor == other.factor
        && shift == other.shift;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * identity.hashCode() + Double.hashCode(factor)) + Double.hashCode(shift);
  }

  @Override
  public String toString() {
    String stated = identity.toString();
    return factor == 1 && shift == 0
        ? stated
        : stated.substring(0, stated.length() - 1)
            + "; times="
            + Text.shortest(factor)
            + ", plus="
            + Text.shortest(shift)
            + ")";
  }
}
