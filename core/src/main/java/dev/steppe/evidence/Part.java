package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A part of a whole, as a fraction of it: its figures, one a source, and the estimate that spans
 * them. What would take a figure out of [0, 1] draws it together instead, so that its central value
 * still moves as it should.
 */
record Part(ImmutableList<Reading> figures, Estimate estimate) implements Serializable {

  static Part of(Reading figure) {
    return new Part(ImmutableList.of(figure), figure.estimate());
  }

  static Part of(List<Reading> figures) {
    List<Estimate> estimates = new ArrayList<>(figures.size());
    for (Reading figure : figures) {
      estimates.add(figure.estimate());
    }
    return new Part(ImmutableList.copyOf(figures), Estimate.spanning(estimates));
  }

  private Part with(UnaryOperator<Estimate> change) {
    if (figures.size() == 1) {
      return of(figures.get(0).withEstimate(change.apply(estimate)));
    }
    List<Reading> changed = new ArrayList<>(figures.size());
    for (Reading figure : figures) {
      changed.add(figure.withEstimate(change.apply(figure.estimate())));
    }
    return of(changed);
  }

  /** Whether it can be a part of anything. */
  boolean isWithinWhole() {
    return estimate.lower() >= 0 && estimate.upper() <= 1;
  }

  double central() {
    return estimate.central();
  }

  ImmutableList<Source> sources() {
    return Provenance.sources(figures);
  }

  /** All figures less a share; none below 0. */
  Part less(double share) {
    return with(figure -> less(figure, share));
  }

  /** All figures more by a share; none above 1. */
  Part more(double share) {
    return with(figure -> more(figure, share));
  }

  /** What is left when a fraction has gone. */
  Part without(double fraction) {
    return with(figure -> figure.times(1 - fraction));
  }

  /** All figures multiplied; none above 1. */
  Part times(double ratio) {
    return with(figure -> times(figure, ratio));
  }

  /**
   * All figures as {@code keep x + shift}.
   *
   * @throws IllegalArgumentException if a central value would leave [0, 1]
   */
  Part affine(double keep, double shift) {
    return with(figure -> affine(figure, keep, shift));
  }

  private static Estimate less(Estimate figure, double share) {
    return figure.lower() >= share ? figure.plus(-share) : drawnDown(figure, share);
  }

  private static Estimate drawnDown(Estimate figure, double share) {
    double central = figure.central();
    return central <= share ? Estimate.exact(0) : figure.times((central - share) / central);
  }

  private static Estimate more(Estimate figure, double share) {
    return figure.upper() + share <= 1 ? figure.plus(share) : drawnUp(figure, share);
  }

  /** The mirror image of drawing down: what is not yet this part shrinks by {@code share}. */
  private static Estimate drawnUp(Estimate figure, double share) {
    double central = figure.central();
    if (central + share >= 1) {
      return Estimate.exact(Math.min(1, central + share));
    }
    double factor = (1 - central - share) / (1 - central);
    return figure.times(factor).plus(1 - factor).truncatedTo(0, 1);
  }

  private static Estimate times(Estimate figure, double ratio) {
    return figure.upper() * ratio <= 1
        ? figure.times(ratio)
        : drawnUp(figure, figure.central() * (ratio - 1));
  }

  private static Estimate affine(Estimate figure, double keep, double shift) {
    double central = figure.central() * keep + shift;
    if (central < -Shares.TOLERANCE || central > 1 + Shares.TOLERANCE) {
      throw new IllegalArgumentException(
          "a share of " + figure + " would become " + central + ", outside [0, 1]");
    }
    if (figure.lower() * keep + shift >= 0 && figure.upper() * keep + shift <= 1) {
      return figure.times(keep).plus(shift);
    }
    double by = Math.max(0, Math.min(1, central)) - figure.central();
    return by > 0 ? drawnUp(figure, by) : drawnDown(figure, -by);
  }
}
