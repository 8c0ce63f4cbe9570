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
    Estimate there = estimate(from);
    if (there == null) {
      throw new IllegalArgumentException(
          "Unknown part '" + from + "' of " + whole + ". " + Checks.known(from, names()));
    }
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
    Map<String, List<Reading>> changed = new LinkedHashMap<>();
    for (String name : names()) {
      changed.put(name, figures.get(name));
    }
    changed.put(from, changed(from, estimate -> decrease(estimate, share)));
    if (estimates.containsKey(requireNonNull(to, "to"))) {
      changed.put(to, changed(to, estimate -> increase(estimate, share)));
    } else {
      Source source = Provenance.source("moved from " + from, sources(figures.get(from)));
      changed.put(to, List.of(new Reading(Estimate.exact(share), Provenance.FRACTION, source)));
    }
    Collector checked = new Collector(whole);
    changed.forEach(
        (name, parts) ->
            parts.forEach(figure -> checked.add(name, figure.estimate(), figure.source())));
    checked.checkSum(checked.faults);
    Checks.noFaults("Moving " + share + " from '" + from + "' to '" + to + "'", checked.faults);
    return new Shares(changed);
  }

  private List<Reading> changed(String name, UnaryOperator<Estimate> change) {
    return figures.get(name).stream()
        .map(figure -> figure.withEstimate(change.apply(figure.estimate())))
        .toList();
  }

  private static Estimate decrease(Estimate estimate, double share) {
    if (estimate.lower() >= share) {
      return estimate.plus(-share);
    }
    double central = estimate.central();
    return central <= share ? Estimate.exact(0) : estimate.times((central - share) / central);
  }

  /** The mirror image of a decrease: what is not yet this part shrinks by {@code share}. */
  private static Estimate increase(Estimate estimate, double share) {
    if (estimate.upper() + share <= 1) {
      return estimate.plus(share);
    }
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
