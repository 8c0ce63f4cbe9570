package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;

/** The readings that follow from an {@link EthnicDistribution}; it states the formulas. */
final class EthnicReadings extends Derivations {

  private final Shares national;
  private final List<Region> regions;
  private final String kin;

  EthnicReadings(EthnicDistribution distribution) {
    super(codes(distribution));
    this.national = distribution.nationalShares();
    this.regions = distribution.allRegions();
    this.kin = distribution.kinGroup();
  }

  private static ImmutableSet<String> codes(EthnicDistribution distribution) {
    Shares national = distribution.nationalShares();
    List<Region> regions = distribution.allRegions();
    ImmutableSet.Builder<String> codes = ImmutableSet.builder();
    if (!national.isEmpty()) {
      codes.add("kin_share");
    }
    if (!regions.isEmpty()) {
      codes.add("max_regional_kin_share");
      if (distribution.coversTheCountry() && areMixed(regions, distribution.kinGroup())) {
        codes.add("regional_dissimilarity");
      }
    }
    if (!national.isEmpty()) {
      codes.add("ethnic_fractionalisation").add("ethnic_polarisation");
    }
    return codes.build();
  }

  @Override
  Estimate number(String code) {
    return switch (code) {
      case "kin_share" -> share(national, kin);
      case "max_regional_kin_share" -> largest(regions, kin);
      case "regional_dissimilarity" ->
          dissimilarity(kinOf(regions, kin), othersOf(regions, kin)).toEstimate();
      case "ethnic_fractionalisation" -> fractionalisation(national).toEstimate();
      case "ethnic_polarisation" -> polarisation(national).toEstimate();
      default -> throw unknown(code);
    };
  }

  @Override
  Reading told(String code, Estimate number) {
    return switch (code) {
      case "kin_share" -> national.reading(kin);
      case "max_regional_kin_share" -> largest(number, regions, kin);
      case "regional_dissimilarity" ->
          Provenance.derived(
              number,
              Provenance.INDEX,
              "dissimilarity of kin and others over " + regions.size() + " regions",
              sources(regions));
      case "ethnic_fractionalisation" -> index(number, "fractionalisation", national, "group");
      case "ethnic_polarisation" -> index(number, "polarisation", national, "group");
      default -> throw unknown(code);
    };
  }

  private static Interval fractionalisation(Shares shares) {
    Interval squares = new Interval(0, square(shares.rest().upper()));
    for (Interval part : shares.parts()) {
      squares = squares.plus(new Interval(square(part.lower()), square(part.upper())));
    }
    return squares.complement();
  }

  private static Interval polarisation(Shares shares) {
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

  /** Whether there are kin and others: without either, nobody is apart from anybody. */
  private static boolean areMixed(List<Region> regions, String kin) {
    return !areAllZero(kinOf(regions, kin)) && !areAllZero(othersOf(regions, kin));
  }

  /** The kin in each region, as parts of everybody in the country. */
  private static List<Interval> kinOf(List<Region> regions, String kin) {
    List<Interval> amounts = new ArrayList<>(regions.size());
    for (Region region : regions) {
      amounts.add(Interval.of(kinIn(region, kin)).times(population(region)));
    }
    return amounts;
  }

  private static List<Interval> othersOf(List<Region> regions, String kin) {
    List<Interval> amounts = new ArrayList<>(regions.size());
    for (Region region : regions) {
      amounts.add(Interval.of(kinIn(region, kin)).complement().times(population(region)));
    }
    return amounts;
  }

  private static double population(Region region) {
    return requireNonNull(region.populationShare());
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
