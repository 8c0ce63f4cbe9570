package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;

/** The readings that follow from an {@link EthnicDistribution}; it states the formulas. */
final class EthnicReadings {

  private EthnicReadings() {}

  static Derivations of(EthnicDistribution distribution) {
    Derivations.Builder readings = new Derivations.Builder();
    Shares national = distribution.nationalShares();
    String kin = distribution.kinGroup();
    if (!national.isEmpty()) {
      readings.addShare("kin_share", national, kin);
    }
    List<Region> regions = distribution.allRegions();
    if (!regions.isEmpty()) {
      readings.add(
          "max_regional_kin_share",
          () -> largest(regions, kin),
          share -> largest(share, regions, kin));
      if (distribution.coversTheCountry()) {
        addDissimilarity(regions, kin, readings);
      }
    }
    if (!national.isEmpty()) {
      readings.addIndex(
          "ethnic_fractionalisation",
          national,
          EthnicReadings::fractionalisation,
          "fractionalisation",
          "group");
      readings.addIndex(
          "ethnic_polarisation", national, EthnicReadings::polarisation, "polarisation", "group");
    }
    return readings.build();
  }

  static Interval fractionalisation(Shares shares) {
    Interval squares = new Interval(0, square(shares.rest().upper()));
    for (Interval part : shares.parts()) {
      squares = squares.plus(new Interval(square(part.lower()), square(part.upper())));
    }
    return squares.complement();
  }

  static Interval polarisation(Shares shares) {
    Interval sum = new Interval(0, mostPolarised(shares.rest().upper()));
    for (Interval part : shares.parts()) {
      sum = sum.plus(part.map(p -> p * p * (1 - p), 2.0 / 3));
    }
    return sum.times(4);
  }

  /**
   * The greatest {@code sum x_i^2 (1 - x_i)} of groups that sum to {@code rest}. Two groups x and y
   * with x + y = s give s^2 - s^3 + x y (3 s - 2): one group of s is more when s is under 2/3, two
   * halves when it is over; and of three groups, some two are under 2/3.
   */
  private static double mostPolarised(double rest) {
    return rest <= 2.0 / 3 ? square(rest) * (1 - rest) : 2 * square(rest / 2) * (1 - rest / 2);
  }

  private static double square(double x) {
    return x * x;
  }

  private static Estimate kinIn(Region region, String kin) {
    return requireNonNull(region.groups().estimate(kin));
  }

  /** The region with the largest central share, the first of several. */
  private static Region top(List<Region> regions, String kin) {
    Region first = regions.get(0);
    for (Region region : regions) {
      first = kinIn(region, kin).central() > kinIn(first, kin).central() ? region : first;
    }
    return first;
  }

  private static Estimate largest(List<Region> regions, String kin) {
    Region first = top(regions, kin);
    Estimate top = kinIn(first, kin);
    double lower = top.lower();
    double upper = top.upper();
    boolean certain = true;
    for (Region region : regions) {
      Estimate share = kinIn(region, kin);
      certain &= region.name().equals(first.name()) || share.upper() <= top.lower();
      lower = Math.max(lower, share.lower());
      upper = Math.max(upper, share.upper());
    }
    return certain ? top : Estimate.between(lower, upper);
  }

  private static Reading largest(Estimate share, List<Region> regions, String kin) {
    return Provenance.derived(
        share,
        Provenance.FRACTION,
        "largest kin share over "
            + regions.size()
            + (regions.size() == 1 ? " region (" : " regions (")
            + top(regions, kin).name()
            + ")",
        sources(regions));
  }

  private static List<Source> sources(List<Region> regions) {
    ImmutableSet.Builder<Source> sources = ImmutableSet.builder();
    for (Region region : regions) {
      sources.add(region.source());
    }
    return sources.build().asList();
  }

  private static void addDissimilarity(
      List<Region> regions, String kin, Derivations.Builder readings) {
    List<Interval> ours = new ArrayList<>();
    List<Interval> others = new ArrayList<>();
    for (Region region : regions) {
      double population = requireNonNull(region.populationShare());
      Interval share = Interval.of(kinIn(region, kin));
      ours.add(share.times(population));
      others.add(share.complement().times(population));
    }
    if (areAllZero(ours) || areAllZero(others)) {
      return; // Without kin, or without anybody else, nobody is apart from anybody.
    }
    readings.add(
        "regional_dissimilarity",
        () -> dissimilarity(ours, others).toEstimate(),
        index ->
            Provenance.derived(
                index,
                Provenance.INDEX,
                "dissimilarity of kin and others over " + regions.size() + " regions",
                sources(regions)));
  }

  private static boolean areAllZero(List<Interval> amounts) {
    for (Interval amount : amounts) {
      if (!amount.equals(Interval.ZERO)) {
        return false;
      }
    }
    return true;
  }

  private static Interval dissimilarity(List<Interval> ours, List<Interval> others) {
    Interval sum = Interval.ZERO;
    for (int r = 0; r < ours.size(); r++) {
      sum = sum.plus(partOf(ours, r).distanceTo(partOf(others, r)));
    }
    return sum.times(0.5);
  }

  /** The part of the total that falls to one amount: least when the others are greatest. */
  private static Interval partOf(List<Interval> amounts, int index) {
    double least = 0;
    double greatest = 0;
    for (int i = 0; i < amounts.size(); i++) {
      Interval amount = amounts.get(i);
      least += i == index ? amount.lower() : amount.upper();
      greatest += i == index ? amount.upper() : amount.lower();
    }
    Interval own = amounts.get(index);
    return new Interval(
        own.lower() == 0 ? 0 : own.lower() / least, own.upper() == 0 ? 0 : own.upper() / greatest);
  }
}
