package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must hold between the groups and regions of an {@link EthnicDistribution}. */
final class EthnicChecks {

  static final double REGIONS_TOLERANCE = 0.005;

  private EthnicChecks() {}

  /**
   * Checks all of it but the shares, which are checked by themselves.
   *
   * @throws IllegalArgumentException that lists every fault
   */
  static void check(String kinGroup, Shares groups, ImmutableMap<String, Region> regions) {
    Checks.notBlank(kinGroup, "kin group");
    List<String> faults = new ArrayList<>();
    if (groups.isEmpty() && regions.isEmpty()) {
      faults.add("needs at least one group or region");
    }
    if (!groups.isEmpty()) {
      kinGroup(kinGroup, groups, "the population", faults);
    }
    double population = 0;
    for (Map.Entry<String, Region> entry : regions.entrySet()) {
      Region region = entry.getValue();
      if (!entry.getKey().equals(region.name())) {
        faults.add("region '" + region.name() + "' is called '" + entry.getKey() + "'");
      }
      kinGroup(kinGroup, region.groups(), "region '" + region.name() + "'", faults);
      population += region.populationShare() == null ? 0 : region.populationShare();
    }
    population(population, faults);
    Checks.noFaults("Ethnic distribution seen from '" + kinGroup + "'", faults);
  }

  static void kinGroup(String kinGroup, Shares shares, String where, List<String> faults) {
    if (shares.estimate(kinGroup) == null) {
      faults.add(
          Text.of(
              "kin group '%s' has no share in %s; give 0 if nobody belongs to it, an"
                  + " interval if little is known. %s",
              kinGroup, where, Checks.known(kinGroup, shares.names())));
    }
  }

  static void population(double sum, List<String> faults) {
    if (sum > 1 + REGIONS_TOLERANCE) {
      faults.add("population shares of the regions must sum to at most 1, but sum to " + sum);
    }
  }
}
