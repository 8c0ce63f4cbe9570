package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ethnic groups of a country, and of its regions where known, seen from one of them: the kin
 * group, which a rival could claim to protect.
 *
 * <p>Shares are fractions in {@code [0, 1]}. Groups may sum to less than 1; the rest is unlisted.
 * The same group from two sources is kept twice and {@linkplain Estimate#spanning spans} them.
 *
 * <p>With {@code p_i} the national shares, the readings are, each if there are data for it:
 *
 * <ul>
 *   <li>{@code kin_share}: the share of the kin group.
 *   <li>{@code max_regional_kin_share}: its largest share in any region.
 *   <li>{@code regional_dissimilarity}: {@code D = 1/2 sum |a_r - b_r|} over the regions, where
 *       {@code a_r} is the part of all kin, and {@code b_r} the part of everybody else, who live in
 *       region {@code r}: the fraction of the kin who would have to move to be spread like the
 *       rest. Needs every region's share of the population, summing to 1 within 0.005 (published
 *       figures are rounded), and somebody in both groups.
 *   <li>{@code ethnic_fractionalisation}: {@code 1 - sum p_i^2}, the probability that two people
 *       are of different groups.
 *   <li>{@code ethnic_polarisation}: {@code RQ = 4 sum p_i^2 (1 - p_i)}, which is 1 for two halves.
 * </ul>
 *
 * <p>Unlisted groups make the last two intervals: from the rest counted as infinitely many tiny
 * groups to the rest counted as the one group (for polarisation, one or two) that moves the index
 * furthest. Uncertain shares make all but the first intervals, by interval arithmetic that treats
 * shares as free of each other: never too narrow, and clipped to {@code [0, 1]}. The central value
 * of an interval is its midpoint.
 *
 * <pre>{@code
 * EthnicDistribution groups = EthnicDistribution.builder("C")
 *     .group("A", 0.6, source).group("B", 0.3, source).group("C", 0.1, source)
 *     .region("north", source, r -> r.populationShare(0.25).group("C", 0.4))
 *     .region("south", source, r -> r.populationShare(0.75).group("C", 0.0))
 *     .build();
 * // kin_share 0.1, max_regional_kin_share 0.4, regional_dissimilarity 0.8333,
 * // ethnic_fractionalisation 0.54, ethnic_polarisation 0.864
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1257/0002828054201468">Montalvo and Reynal-Querol (2005), Ethnic
 *     Polarization, Potential Conflict, and Civil Wars, American Economic Review 95(3):796</a>
 * @see <a href="https://doi.org/10.2307/2088328">Duncan and Duncan (1955), A Methodological
 *     Analysis of Segregation Indexes, American Sociological Review 20(2):210</a>
 * @since 0.1
 */
public final class EthnicDistribution extends DerivedEvidence {

  private static final long serialVersionUID = 1L;

  private final String kinGroup;
  private final Shares groups;
  private final ImmutableMap<String, Region> regions;

  private EthnicDistribution(String kinGroup, Shares groups, ImmutableMap<String, Region> regions) {
    this.kinGroup = kinGroup;
    this.groups = groups;
    this.regions = regions;
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "ethnic distribution",
        () -> {
          EthnicChecks.check(kinGroup, groups, regions);
          return this;
        });
  }

  /**
   * Starts a distribution.
   *
   * @param kinGroup the name of the rival's co-nationals, as it is used for groups
   */
  public static Builder builder(String kinGroup) {
    return new Builder(kinGroup);
  }

  /** {@code ethnic-distribution}. */
  @Override
  public String name() {
    return "ethnic-distribution";
  }

  @Override
  public String changedBy() {
    return "moveGroup, movePeople, movePopulation or perturbGroups of Change";
  }

  @Override
  Derivations derive() {
    return new EthnicReadings(this);
  }

  /** The name of the rival's co-nationals. */
  public String kinGroup() {
    return kinGroup;
  }

  /** The national share of every listed group, in the order in which they were given. */
  public ImmutableMap<String, Estimate> groups() {
    return groups.estimates();
  }

  /** The figures for a group's national share, one a source; empty if it is not listed. */
  public ImmutableList<Reading> figures(String group) {
    return groups.figures(requireNonNull(group, "group"));
  }

  /** The names of the regions, in the order in which they were given. */
  public ImmutableSet<String> regions() {
    return regions.keySet();
  }

  /**
   * The share of every group listed in a region.
   *
   * @throws IllegalArgumentException if there is no such region
   */
  public ImmutableMap<String, Estimate> groupsIn(String region) {
    return region(region).groups().estimates();
  }

  /**
   * The share of the country's population that lives in a region, if stated.
   *
   * @throws IllegalArgumentException if there is no such region
   */
  public OptionalDouble populationShare(String region) {
    Double share = region(region).populationShare();
    return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
  }

  private Region region(String name) {
    Region region = regions.get(requireNonNull(name, "region"));
    if (region == null) {
      throw new IllegalArgumentException(Checks.unknown("region", name, regions.keySet()));
    }
    return region;
  }

  Shares nationalShares() {
    return groups;
  }

  ImmutableList<Region> allRegions() {
    return regions.values().asList();
  }

  /** Whether the regions cover the whole population. */
  boolean coversTheCountry() {
    double sum = 0;
    for (Region region : regions.values()) {
      Double share = region.populationShare();
      if (share == null) {
        return false;
      }
      sum += share;
    }
    return Math.abs(sum - 1) <= EthnicChecks.REGIONS_TOLERANCE;
  }

  /**
   * A copy in which a share of the whole population has moved from one group to another, which may
   * be new. Every figure of both groups moves; one that would leave {@code [0, 1]} narrows instead,
   * so that its central value still moves by {@code share}. Regional shares stay as they are.
   *
   * @param fromGroup the group that becomes smaller
   * @param toGroup the group that becomes larger
   * @param share a fraction of the population, in {@code [0, 1]}
   * @throws IllegalArgumentException if {@code fromGroup} is not listed or smaller than {@code
   *     share}
   */
  public EthnicDistribution moveShare(String fromGroup, String toGroup, double share) {
    return new EthnicDistribution(
        kinGroup, groups.moved(fromGroup, toGroup, share, "the population"), regions);
  }

  /**
   * A copy whose national shares are multiplied by factors and closed again to the sum they had, as
   * {@link TradePartners#perturb} does with partners. Regional shares stay as they are.
   *
   * @param factors by group, greater than 0; a group without one has 1
   * @throws IllegalArgumentException if a group is not listed, or nothing is left
   */
  public EthnicDistribution perturb(Map<String, Double> factors) {
    return new EthnicDistribution(kinGroup, groups.perturbed(factors, "the population"), regions);
  }

  /**
   * A copy in which people of one group have moved from one region to another: the population
   * shares of both regions follow, and so do the shares of all groups in them. National shares stay
   * as they are.
   *
   * @param group whose people move
   * @param fromRegion where they lived
   * @param toRegion where they go
   * @param share of the whole country's population
   * @throws IllegalArgumentException if there is no such region, one has no population share, fewer
   *     people of the group live in the first, or the second does not list the group and may have
   *     some of it in its unlisted rest
   */
  public EthnicDistribution movePeople(
      String group, String fromRegion, String toRegion, double share) {
    return resettled(Resettlement.ofGroup(group, region(fromRegion), share).to(region(toRegion)));
  }

  /**
   * A copy in which people of all groups, as they are mixed in the first region, have moved to the
   * second. National shares stay as they are.
   *
   * @param fromRegion where they lived
   * @param toRegion where they go
   * @param share of the whole country's population
   * @throws IllegalArgumentException if there is no such region, one has no population share, fewer
   *     people live in the first, or a group is listed in one region only and may be in the
   *     unlisted rest of the other
   */
  public EthnicDistribution movePopulation(String fromRegion, String toRegion, double share) {
    return resettled(Resettlement.ofAll(region(fromRegion), share).to(region(toRegion)));
  }

  /** A copy with other regions in place of those of the same name. */
  private EthnicDistribution resettled(List<Region> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    Map<String, Region> all = new LinkedHashMap<>(regions);
    changed.forEach(region -> all.put(region.name(), region));
    return new EthnicDistribution(kinGroup, groups, ImmutableMap.copyOf(all));
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof EthnicDistribution other
        && kinGroup.equals(other.kinGroup)
        && groups.equals(other.groups)
        && regions.equals(other.regions);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kinGroup.hashCode() + groups.hashCode()) + regions.hashCode();
  }

  /** One line: the groups and how many regions. */
  @Override
  public String toString() {
    return Text.of(
        "Groups %s, kin group '%s'%s",
        groups, kinGroup, regions.isEmpty() ? "" : ", " + regions.size() + " regions");
  }

  /** Collects groups and regions; every fault is reported at once, by {@link #build}. */
  public static final class Builder {

    private final String kinGroup;
    private final List<String> faults = new ArrayList<>();
    private final SharesCollector groups = new SharesCollector("the population", faults);
    private final Map<String, RegionBuilder> regions = new LinkedHashMap<>();

    private Builder(String kinGroup) {
      this.kinGroup = Checks.notBlank(kinGroup, "kin group");
    }

    /** Adds a group with its share of the population; 0.2 means 20 percent. */
    @CanIgnoreReturnValue
    public Builder group(String name, double share, Source source) {
      groups.add(name, share, source);
      return this;
    }

    /** Adds a group with an uncertain share of the population. */
    @CanIgnoreReturnValue
    public Builder group(String name, Estimate share, Source source) {
      groups.add(name, share, source);
      return this;
    }

    /** Adds a region, whose groups must include the kin group. */
    @CanIgnoreReturnValue
    public Builder region(String name, Source source, Consumer<RegionBuilder> parts) {
      RegionBuilder region =
          new RegionBuilder(Checks.notBlank(name, "name of a region"), source, faults);
      parts.accept(region);
      if (regions.putIfAbsent(name, region) != null) {
        faults.add("region '" + name + "' was already set");
      }
      return this;
    }

    /**
     * Builds the distribution.
     *
     * @throws IllegalArgumentException that lists every fault, if there is any: a share outside
     *     {@code [0, 1]}, shares that sum to more than 1, a group twice from the same source, no
     *     share for the kin group, a region twice, no data at all
     */
    public EthnicDistribution build() {
      List<String> found = new ArrayList<>(faults);
      Shares national = groups.build();
      if (national.isEmpty() && regions.isEmpty() && found.isEmpty()) {
        found.add("needs at least one group or region");
      }
      if (!national.isEmpty()) {
        EthnicChecks.kinGroup(kinGroup, national, "the population", found);
      }
      groups.checkSum(found);
      double population = 0;
      for (RegionBuilder region : regions.values()) {
        EthnicChecks.kinGroup(
            kinGroup, region.groups.build(), "region '" + region.name + "'", found);
        region.groups.checkSum(found);
        population += region.populationShare == null ? 0 : region.populationShare;
      }
      EthnicChecks.population(population, found);
      Checks.noFaults("Ethnic distribution seen from '" + kinGroup + "'", found);
      ImmutableMap.Builder<String, Region> built = ImmutableMap.builder();
      for (RegionBuilder region : regions.values()) {
        built.put(region.name, region.build());
      }
      return new EthnicDistribution(kinGroup, national, built.buildOrThrow());
    }
  }

  /** Collects what is known of one region. */
  public static final class RegionBuilder {

    private final String name;
    private final Source source;
    private final List<String> faults;
    private final SharesCollector groups;
    private @Nullable Double populationShare;

    private RegionBuilder(String name, Source source, List<String> faults) {
      this.name = name;
      this.source = requireNonNull(source, "source");
      this.faults = faults;
      this.groups = new SharesCollector("region '" + name + "'", faults);
    }

    /** Sets the share of the country's population that lives in the region. */
    @CanIgnoreReturnValue
    public RegionBuilder populationShare(double share) {
      if (!(share >= 0 && share <= 1)) {
        faults.add("population share of region '" + name + "' must be in [0, 1], but was " + share);
      } else if (populationShare != null) {
        faults.add(
            Text.of(
                "population share of region '%s' was already set to %s, second was %s",
                name, populationShare, share));
      } else {
        populationShare = share + 0.0;
      }
      return this;
    }

    /** Adds a group with its share of the region's population. */
    @CanIgnoreReturnValue
    public RegionBuilder group(String group, double share) {
      groups.add(group, share, source);
      return this;
    }

    /** Adds a group with an uncertain share of the region's population. */
    @CanIgnoreReturnValue
    public RegionBuilder group(String group, Estimate share) {
      groups.add(group, share, source);
      return this;
    }

    private Region build() {
      return new Region(name, populationShare, groups.build(), source);
    }
  }
}
