package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Named parts of a whole, as fractions that sum to 1 at most; what they leave is unlisted. A part
 * keeps one figure a source, and its estimate spans them.
 */
final class Shares implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Shares that sum to at most this much more than 1, or less, are complete. */
  static final double TOLERANCE = 1e-9;

  private final ImmutableListMultimap<String, Reading> figures;
  private final ImmutableMap<String, Estimate> estimates;

  private Shares(Map<String, ? extends List<Reading>> figures) {
    ImmutableListMultimap.Builder<String, Reading> all = ImmutableListMultimap.builder();
    ImmutableMap.Builder<String, Estimate> spanned = ImmutableMap.builder();
    for (Map.Entry<String, ? extends List<Reading>> part : figures.entrySet()) {
      all.putAll(part.getKey(), part.getValue());
      List<Estimate> estimates = new ArrayList<>();
      for (Reading figure : part.getValue()) {
        estimates.add(figure.estimate());
      }
      spanned.put(part.getKey(), Estimate.spanning(estimates));
    }
    this.figures = all.build();
    this.estimates = spanned.buildOrThrow();
  }

  boolean isEmpty() {
    return estimates.isEmpty();
  }

  ImmutableSet<String> names() {
    return estimates.keySet();
  }

  ImmutableMap<String, Estimate> estimates() {
    return estimates;
  }

  ImmutableList<Reading> figures(String name) {
    return figures.get(name);
  }

  @Nullable Estimate estimate(String name) {
    return estimates.get(requireNonNull(name, "name"));
  }

  /** All sources, each once, in the order of the parts. */
  ImmutableList<Source> sources() {
    return sources(figures.values());
  }

  static ImmutableList<Source> sources(Collection<Reading> readings) {
    ImmutableSet.Builder<Source> sources = ImmutableSet.builder();
    for (Reading reading : readings) {
      sources.add(reading.source());
    }
    return sources.build().asList();
  }

  /** The reading of one part: its only figure as it is, or the span of several. */
  Reading reading(String name) {
    ImmutableList<Reading> found = figures.get(name);
    return found.size() == 1
        ? found.get(0)
        : Provenance.derived(
            requireNonNull(estimates.get(name)),
            Provenance.FRACTION,
            "span of " + found.size() + " figures for " + name,
            sources(found));
  }

  List<Interval> parts() {
    List<Interval> parts = new ArrayList<>(estimates.size());
    for (Estimate estimate : estimates.values()) {
      parts.add(Interval.of(estimate));
    }
    return parts;
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

  /** How the parts read in a sentence: {@code "3 groups"}, with the rest if there is one. */
  String count(String noun) {
    String listed = names().size() + " " + noun + (names().size() == 1 ? "" : "s");
    return rest().upper() == 0 ? listed : listed + " and the unlisted rest";
  }

  /**
   * A copy in which a share has moved from one part to another, that may be new. Every figure moves
   * by {@code share}; a figure that would leave [0, 1] is drawn together instead, so that its
   * central value moves by {@code share}.
   */
  Shares moved(String from, String to, double share, String whole) {
    Checks.inRange(share, 0, 1, "share to move from '" + from + "' to '" + to + "'");
    Estimate there = listed(from, whole);
    for (Reading figure : figures.get(from)) {
      if (figure.estimate().central() < share - TOLERANCE) {
        throw new IllegalArgumentException(
            "Cannot move "
                + share
                + " from '"
                + from
                + "' to '"
                + to
                + "': its share of "
                + whole
                + " is "
                + there);
      }
    }
    if (from.equals(to)) {
      return this;
    }
    Map<String, List<Reading>> changed = new LinkedHashMap<>(figures());
    changed.put(from, changed(from, estimate -> decrease(estimate, share)));
    changed.put(to, increased(to, share, from));
    return checked(changed, whole, "Moving " + share + " from '" + from + "' to '" + to + "'");
  }

  /**
   * A copy in which a fraction of one part has gone to another, that may be new. Figures of the
   * first are multiplied by {@code 1 - fraction}; those of the second move as in {@link #moved}.
   */
  Shares redirected(String from, String to, double fraction, String whole) {
    double share = fraction * somethingAt(from, fraction, whole);
    if (from.equals(to)) {
      return this;
    }
    Map<String, List<Reading>> changed = new LinkedHashMap<>(figures());
    changed.put(from, changed(from, estimate -> estimate.times(1 - fraction)));
    changed.put(to, increased(to, share, from));
    return checked(changed, whole, "Moving " + share + " from '" + from + "' to '" + to + "'");
  }

  /**
   * A copy in which a fraction of one part has gone to all other listed ones, in proportion to
   * their central shares.
   */
  Shares cut(String from, double fraction, String whole) {
    double share = fraction * somethingAt(from, fraction, whole);
    double others = 0;
    for (Map.Entry<String, Estimate> part : estimates.entrySet()) {
      others += part.getKey().equals(from) ? 0 : part.getValue().central();
    }
    if (!(others > 0)) {
      throw new IllegalArgumentException(
          "Cannot cut '" + from + "': no other part of " + whole + " is listed with a share");
    }
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (String name : names()) {
      ratios.put(name, name.equals(from) ? 1 - fraction : 1 + share / others);
    }
    return scaled(ratios, whole, "Cutting '" + from + "'");
  }

  /**
   * A copy perturbed in Aitchison's sense: {@code x_i' = L x_i p_i / sum x_j p_j} over the listed
   * parts, with {@code L} their sum before, so that what is unlisted stays as it is. A part without
   * a factor has 1.
   */
  Shares perturbed(Map<String, Double> factors, String whole) {
    double before = 0;
    double after = 0;
    for (String name : factors.keySet()) {
      listed(name, whole);
    }
    for (Map.Entry<String, Estimate> part : estimates.entrySet()) {
      double central = part.getValue().central();
      before += central;
      after += central * factors.getOrDefault(part.getKey(), 1.0);
    }
    if (!(after > 0 && after < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("Nothing of " + whole + " is left to be perturbed");
    }
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (String name : names()) {
      ratios.put(name, factors.getOrDefault(name, 1.0) * (before / after));
    }
    return scaled(ratios, whole, "Perturbing " + whole);
  }

  private Estimate listed(String name, String whole) {
    Estimate there = estimate(name);
    if (there == null) {
      throw new IllegalArgumentException(
          "Unknown part '" + name + "' of " + whole + ". " + Checks.known(name, names()));
    }
    return there;
  }

  /** The central share of a part of which there is something. */
  private double somethingAt(String name, double fraction, String whole) {
    Checks.inRange(fraction, 0, 1, "fraction of '" + name + "' to move");
    double central = listed(name, whole).central();
    if (!(central > 0)) {
      throw new IllegalArgumentException(
          "Nothing to move from '" + name + "': its share of " + whole + " is 0");
    }
    return central;
  }

  private Map<String, List<Reading>> figures() {
    Map<String, List<Reading>> all = new LinkedHashMap<>();
    for (String name : names()) {
      all.put(name, figures.get(name));
    }
    return all;
  }

  private Shares scaled(Map<String, Double> ratios, String whole, String what) {
    Map<String, List<Reading>> changed = new LinkedHashMap<>();
    ratios.forEach(
        (name, ratio) -> changed.put(name, changed(name, estimate -> scaled(estimate, ratio))));
    return checked(changed, whole, what);
  }

  /** Multiplied; what would leave [0, 1] is drawn together, with the same central value. */
  private static Estimate scaled(Estimate estimate, double ratio) {
    return estimate.upper() * ratio <= 1
        ? estimate.times(ratio)
        : drawnUp(estimate, estimate.central() * (ratio - 1));
  }

  private List<Reading> increased(String to, double share, String from) {
    if (estimates.containsKey(requireNonNull(to, "to"))) {
      return changed(to, estimate -> increase(estimate, share));
    }
    Source source = Provenance.source("moved from " + from, sources(figures.get(from)));
    return List.of(new Reading(Estimate.exact(share), Provenance.FRACTION, source));
  }

  static Shares checked(Map<String, List<Reading>> figures, String whole, String what) {
    Collector checked = new Collector(whole);
    figures.forEach(
        (name, parts) ->
            parts.forEach(figure -> checked.add(name, figure.estimate(), figure.source())));
    checked.checkSum(checked.faults);
    Checks.noFaults(what, checked.faults);
    return new Shares(figures);
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
    Map<String, List<Reading>> changed = new LinkedHashMap<>();
    double keep = size / (size + people);
    for (String name : names()) {
      Reading moving = composition.get(name);
      double shift = moving == null ? 0 : moving.estimate().central() * people / (size + people);
      changed.put(name, changed(name, estimate -> affine(estimate, keep, shift)));
    }
    composition.forEach(
        (name, moving) -> {
          double share = moving.estimate().central() * people / (size + people);
          if (!estimates.containsKey(name) && share > 0) {
            changed.put(name, List.of(moving.withEstimate(Estimate.exact(share))));
          }
        });
    return checked(changed, whole, "Moving people");
  }

  private static Estimate affine(Estimate estimate, double keep, double shift) {
    double central = estimate.central() * keep + shift;
    if (central < -TOLERANCE || central > 1 + TOLERANCE) {
      throw new IllegalArgumentException(
          "a share of " + estimate + " would become " + central + ", outside [0, 1]");
    }
    if (estimate.lower() * keep + shift >= 0 && estimate.upper() * keep + shift <= 1) {
      return estimate.times(keep).plus(shift);
    }
    double by = Math.max(0, Math.min(1, central)) - estimate.central();
    return by > 0 ? drawnUp(estimate, by) : drawnDown(estimate, -by);
  }

  private List<Reading> changed(String name, UnaryOperator<Estimate> change) {
    return figures.get(name).stream()
        .map(figure -> figure.withEstimate(change.apply(figure.estimate())))
        .toList();
  }

  private static Estimate decrease(Estimate estimate, double share) {
    return estimate.lower() >= share ? estimate.plus(-share) : drawnDown(estimate, share);
  }

  private static Estimate drawnDown(Estimate estimate, double share) {
    double central = estimate.central();
    return central <= share ? Estimate.exact(0) : estimate.times((central - share) / central);
  }

  private static Estimate increase(Estimate estimate, double share) {
    return estimate.upper() + share <= 1 ? estimate.plus(share) : drawnUp(estimate, share);
  }

  /** The mirror image of drawing down: what is not yet this part shrinks by {@code share}. */
  private static Estimate drawnUp(Estimate estimate, double share) {
    double central = estimate.central();
    if (central + share >= 1) {
      return Estimate.exact(Math.min(1, central + share));
    }
    double factor = (1 - central - share) / (1 - central);
    return estimate.times(factor).plus(1 - factor).truncatedTo(0, 1);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Shares other && figures.equals(other.figures);
  }

  @Override
  public int hashCode() {
    return figures.hashCode();
  }

  @Override
  public String toString() {
    return estimates.toString();
  }

  /** Collects parts and what is wrong with them. */
  static final class Collector {

    private final String whole;
    private final List<String> faults;
    private final Map<String, List<Reading>> figures = new LinkedHashMap<>();

    Collector(String whole) {
      this(whole, new ArrayList<>());
    }

    /** Adds to faults that others may also add to. */
    Collector(String whole, List<String> faults) {
      this.whole = whole;
      this.faults = faults;
    }

    void add(String name, double share, Source source) {
      if (isShare(share, share, name, Double.toString(share))) {
        add(name, Estimate.exact(share), source);
      }
    }

    void add(String name, Estimate share, Source source) {
      requireNonNull(source, "source");
      Checks.notBlank(name, "name of a part of " + whole);
      if (!isShare(share.lower(), share.upper(), name, share.toString())) {
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
              "share of '"
                  + name
                  + "' in "
                  + whole
                  + " was already set to "
                  + earlier.estimate()
                  + " from the same source ("
                  + source
                  + "), second was "
                  + share
                  + ". Figures that disagree need different sources.");
          return;
        }
      }
      known.add(new Reading(share, Provenance.FRACTION, source));
    }

    private boolean isShare(double lower, double upper, String name, String text) {
      if (lower >= 0 && upper <= 1) {
        return true;
      }
      faults.add(
          "share of '"
              + name
              + "' in "
              + whole
              + " must be in [0, 1], but was "
              + text
              + (lower > 1 && upper <= 100 ? ". Maybe it is in percent." : ""));
      return false;
    }

    /** Adds a fault if the central shares sum to more than 1. */
    void checkSum(List<String> found) {
      Map<String, Estimate> estimates = new Shares(figures).estimates();
      double sum = 0;
      for (Estimate estimate : estimates.values()) {
        sum += estimate.central();
      }
      if (!(sum <= 1 + TOLERANCE)) {
        found.add(
            "shares in "
                + whole
                + " must sum to at most 1, but sum to "
                + sum
                + ": "
                + estimates.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue().central())
                    .collect(Collectors.joining(", ")));
      }
    }

    /** The shares; only for a collector without faults. */
    Shares build() {
      return new Shares(figures);
    }
  }
}
