package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Named parts of a whole, as fractions that sum to 1 at most; what they leave is unlisted. A part
 * keeps one figure a source, and its estimate spans them.
 */
final class Shares implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Shares that sum to at most this much more than 1, or less, are complete. */
  static final double TOLERANCE = 1e-9;

  private final ImmutableMap<String, Part> parts;

  /** Shares that nobody has checked; see {@link SharesCollector}. */
  Shares(ImmutableMap<String, Part> parts) {
    this.parts = parts;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  ImmutableSet<String> names() {
    return parts.keySet();
  }

  ImmutableMap<String, Estimate> estimates() {
    return ImmutableMap.copyOf(Maps.transformValues(parts, Part::estimate));
  }

  ImmutableList<Reading> figures(String name) {
    Part part = parts.get(name);
    return part == null ? ImmutableList.of() : part.figures();
  }

  @Nullable Estimate estimate(String name) {
    Part part = parts.get(requireNonNull(name, "name"));
    return part == null ? null : part.estimate();
  }

  /** All sources, each once, in the order of the parts. */
  ImmutableList<Source> sources() {
    ImmutableSet.Builder<Source> sources = ImmutableSet.builder();
    for (Part part : parts.values()) {
      sources.addAll(part.sources());
    }
    return sources.build().asList();
  }

  /** The reading of one part: its only figure as it is, or the span of several. */
  Reading reading(String name) {
    Part part = requireNonNull(parts.get(name));
    return part.figures().size() == 1
        ? part.figures().get(0)
        : Provenance.derived(
            part.estimate(),
            Provenance.FRACTION,
            "span of " + part.figures().size() + " figures for " + name,
            part.sources());
  }

  List<Interval> parts() {
    List<Interval> intervals = new ArrayList<>(parts.size());
    for (Part part : parts.values()) {
      intervals.add(Interval.of(part.estimate()));
    }
    return intervals;
  }

  /** What is unlisted: 1 less the parts, not below 0. */
  Interval rest() {
    Interval sum = Interval.ZERO;
    for (Interval part : parts()) {
      sum = sum.plus(part);
    }
    return new Interval(positive(1 - sum.upper()), positive(1 - sum.lower()));
  }

  private static double positive(double rest) {
    return rest > TOLERANCE ? rest : 0;
  }

  /** The sum of the central shares. */
  double sum() {
    double sum = 0;
    for (Part part : parts.values()) {
      sum += part.central();
    }
    return sum;
  }

  boolean sumToOneAtMost() {
    return sum() <= 1 + TOLERANCE;
  }

  /** How the parts read in a sentence: {@code "3 groups"}, with the rest if there is one. */
  String count(String noun) {
    String listed = Text.count(names().size(), noun, noun + "s");
    return rest().upper() == 0 ? listed : listed + " and the unlisted rest";
  }

  /**
   * A copy in which a share has moved from one part to another, that may be new. Every figure moves
   * by {@code share}; a figure that would leave [0, 1] is drawn together instead, so that its
   * central value moves by {@code share}.
   */
  Shares moved(String from, String to, double share, String whole) {
    Checks.inRange(share, 0, 1, "share to move from '" + from + "' to '" + to + "'");
    Part there = listed(from, whole);
    for (Reading figure : there.figures()) {
      if (figure.estimate().central() < share - TOLERANCE) {
        throw new IllegalArgumentException(
            Text.of(
                "Cannot move %s from '%s' to '%s': its share of %s is %s",
                share, from, to, whole, there.estimate()));
      }
    }
    return from.equals(to) ? this : exchanged(from, there.less(share), to, share, whole);
  }

  /**
   * A copy in which a fraction of one part has gone to another, that may be new. Figures of the
   * first are multiplied by {@code 1 - fraction}; those of the second move as in {@link #moved}.
   */
  Shares redirected(String from, String to, double fraction, String whole) {
    Part there = something(from, fraction, whole);
    double share = fraction * there.central();
    return from.equals(to) ? this : exchanged(from, there.without(fraction), to, share, whole);
  }

  /** A copy in which one part has become smaller and another larger by a share. */
  private Shares exchanged(String from, Part left, String to, double share, String whole) {
    Part former = parts.get(requireNonNull(to, "to"));
    Part grown = former == null ? added(to, share, from, whole) : former.more(share);
    ImmutableMap.Builder<String, Part> changed =
        ImmutableMap.builderWithExpectedSize(parts.size() + 1);
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      String name = part.getKey();
      changed.put(name, name.equals(from) ? left : name.equals(to) ? grown : part.getValue());
    }
    if (former == null) {
      changed.put(to, grown);
    }
    return new Shares(changed.buildOrThrow())
        .checked(whole, () -> "Moving " + share + " from '" + from + "' to '" + to + "'");
  }

  private Part added(String to, double share, String from, String whole) {
    Checks.notBlank(to, "name of a part of " + whole);
    Source source = Provenance.source("moved from " + from, listed(from, whole).sources());
    return Part.of(new Reading(Estimate.exact(share), Provenance.FRACTION, source));
  }

  /**
   * A copy in which a fraction of one part has gone to all other listed ones, in proportion to
   * their central shares.
   */
  Shares cut(String from, double fraction, String whole) {
    double share = fraction * something(from, fraction, whole).central();
    double others = 0;
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      others += part.getKey().equals(from) ? 0 : part.getValue().central();
    }
    if (!(others > 0)) {
      throw new IllegalArgumentException(
          "Cannot cut '" + from + "': no other part of " + whole + " is listed with a share");
    }
    double growth = 1 + share / others;
    return scaled(
        name -> name.equals(from) ? 1 - fraction : growth, whole, "Cutting '" + from + "'");
  }

  /**
   * A copy perturbed in Aitchison's sense: {@code x_i' = L x_i p_i / sum x_j p_j} over the listed
   * parts, with {@code L} their sum before, so that what is unlisted stays as it is. A part without
   * a factor has 1.
   */
  Shares perturbed(Map<String, Double> factors, String whole) {
    for (String name : factors.keySet()) {
      listed(name, whole);
    }
    double before = sum();
    double after = 0;
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      after += part.getValue().central() * factors.getOrDefault(part.getKey(), 1.0);
    }
    if (!(after > 0 && after < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Nothing of " + whole + " is left to be perturbed");
    }
    double closure = before / after;
    return scaled(name -> factors.getOrDefault(name, 1.0) * closure, whole, "Perturbing " + whole);
  }

  private Part listed(String name, String whole) {
    Part there = parts.get(requireNonNull(name, "name"));
    if (there == null) {
      throw new IllegalArgumentException(
          "Unknown part '" + name + "' of " + whole + ". " + Checks.known(name, names()));
    }
    return there;
  }

  /** A listed part of which there is something. */
  private Part something(String name, double fraction, String whole) {
    Checks.inRange(fraction, 0, 1, "fraction of '" + name + "' to move");
    Part there = listed(name, whole);
    if (!(there.central() > 0)) {
      throw new IllegalArgumentException(
          "Nothing to move from '" + name + "': its share of " + whole + " is 0");
    }
    return there;
  }

  private Shares scaled(ToDoubleFunction<String> ratios, String whole, String what) {
    ImmutableMap.Builder<String, Part> changed = ImmutableMap.builderWithExpectedSize(parts.size());
    parts.forEach((name, part) -> changed.put(name, part.times(ratios.applyAsDouble(name))));
    return new Shares(changed.buildOrThrow()).checked(whole, () -> what);
  }

  /**
   * A copy after some of the people have come or gone: {@code x' = (size x + people c) / (size +
   * people)} for a part that is the fraction {@code c} of those who move. A figure that would leave
   * [0, 1] is drawn together.
   *
   * @param size of the whole before, as a fraction of everybody
   * @param people who come, or, if negative, go
   * @param composition of those who move; parts that are not listed here are added
   */
  Shares mixed(double size, double people, Map<String, Reading> composition, String whole) {
    ImmutableMap.Builder<String, Part> changed = ImmutableMap.builder();
    double keep = size / (size + people);
    parts.forEach(
        (name, part) -> {
          Reading moving = composition.get(name);
          double shift =
              moving == null ? 0 : moving.estimate().central() * people / (size + people);
          changed.put(name, part.affine(keep, shift));
        });
    composition.forEach(
        (name, moving) -> {
          double share = moving.estimate().central() * people / (size + people);
          if (!parts.containsKey(name) && share > 0) {
            changed.put(name, Part.of(moving.withEstimate(Estimate.exact(share))));
          }
        });
    return new Shares(changed.buildOrThrow()).checked(whole, () -> "Moving people");
  }

  /**
   * Itself if it is a composition, as it is after nearly every move. Where one of several figures
   * was too small to lose its share, another part may have gained more than this one has lost; what
   * then sums to more than 1 is refused as if somebody had given it.
   */
  private Shares checked(String whole, Supplier<String> what) {
    if (isComposition()) {
      return this;
    }
    List<String> faults = new ArrayList<>();
    SharesCollector collector = new SharesCollector(whole, faults);
    parts.forEach(
        (name, part) ->
            part.figures()
                .forEach(figure -> collector.add(name, figure.estimate(), figure.source())));
    collector.checkSum(faults);
    Checks.noFaults(what.get(), faults);
    return this;
  }

  /** Made again of its figures, each of which is looked at. */
  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "composition",
        () -> {
          List<String> faults = new ArrayList<>();
          SharesCollector collector = new SharesCollector("a whole", faults);
          ImmutableMap.Builder<String, Part> remade = ImmutableMap.builder();
          parts.forEach(
              (name, part) -> {
                for (Reading figure : part.figures()) {
                  collector.add(name, figure.estimate(), figure.source());
                }
                remade.put(name, Part.of(part.figures()));
              });
          collector.checkSum(faults);
          Checks.noFaults("Parts", faults);
          return new Shares(remade.buildOrThrow());
        });
  }

  private boolean isComposition() {
    for (Part part : parts.values()) {
      if (!part.isWithinWhole()) {
        return false;
      }
    }
    return sumToOneAtMost();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Shares other && parts.equals(other.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return estimates().toString();
  }
}
