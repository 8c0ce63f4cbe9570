package dev.steppe.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.List;
import java.util.Map;

/**
 * People who leave a region for another.
 *
 * @param from where they lived
 * @param share of the whole country's population
 * @param composition their groups
 * @param all whether they are of all groups, as these are mixed in the region
 */
record Resettlement(
    Region from, double share, ImmutableMap<String, Reading> composition, boolean all) {

  /** People of one group. */
  static Resettlement ofGroup(String group, Region from, double share) {
    Estimate there = from.groups().estimate(group);
    if (there == null) {
      throw new IllegalArgumentException(
          Text.of(
              "Unknown part '%s' of region '%s'. %s",
              group, from.name(), Checks.known(group, from.groups().names())));
    }
    double people = population(from) * there.central();
    if (people < share - Shares.TOLERANCE) {
      throw new IllegalArgumentException(
          Text.of(
              "Cannot move %s of the population as '%s' from '%s': only %s live there",
              share, group, from.name(), people));
    }
    Reading whole = new Reading(Estimate.exact(1), Provenance.FRACTION, from.source());
    return new Resettlement(from, share, ImmutableMap.of(group, whole), false);
  }

  /** People of all groups. */
  static Resettlement ofAll(Region from, double share) {
    ImmutableMap.Builder<String, Reading> composition = ImmutableMap.builder();
    for (String group : from.groups().names()) {
      composition.put(group, from.groups().reading(group));
    }
    return new Resettlement(from, share, composition.buildOrThrow(), true);
  }

  /** Both regions as they are afterwards; none if the two are one. */
  List<Region> to(Region to) {
    if (all) {
      to.groups().names().forEach(group -> checkKnown(from, group));
    }
    Checks.inRange(share, 0, 1, "share of the population to move");
    double left = population(from);
    if (left <= share) {
      throw new IllegalArgumentException(
          Text.of(
              "Cannot move %s of the population from '%s': %s live there, and somebody must stay",
              share, from.name(), left));
    }
    if (from.name().equals(to.name())) {
      return ImmutableList.of();
    }
    for (Map.Entry<String, Reading> group : composition.entrySet()) {
      if (group.getValue().estimate().central() > 0) {
        checkKnown(to, group.getKey());
      }
    }
    return ImmutableList.of(mixed(from, -share), mixed(to, share));
  }

  private Region mixed(Region region, double people) {
    double size = population(region);
    Shares groups =
        region.groups().mixed(size, people, composition, "region '" + region.name() + "'");
    return new Region(region.name(), size + people, groups, region.source());
  }

  private static double population(Region region) {
    Double share = region.populationShare();
    if (share == null) {
      throw new IllegalArgumentException(
          "Region '" + region.name() + "' has no population share, so nobody can be counted in it");
    }
    return share;
  }

  private static void checkKnown(Region region, String group) {
    if (region.groups().estimate(group) == null && region.groups().rest().upper() > 0) {
      throw new IllegalArgumentException(
          Text.of(
              "Group '%s' is not listed in region '%s', but may be in its unlisted rest",
              group, region.name()));
    }
  }
}
