package dev.steppe.evidence;

import dev.steppe.internal.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The groups of one region, as lines of a table give them. */
final class RegionGroups {

  private final String name;
  private final Source source;
  private final long line;
  private final Map<String, Estimate> shares = new LinkedHashMap<>();
  private @Nullable Double population;
  private long populationLine;

  /**
   * A region.
   *
   * @param source of all its groups
   * @param line the first that has it
   */
  RegionGroups(String name, Source source, long line) {
    this.name = name;
    this.source = source;
    this.line = line;
  }

  /** Adds what a line says of the region, whose groups have one source. */
  void add(EvidenceLines.Line from, String group, Estimate share, Source ofLine) {
    shares.put(group, share);
    if (!source.equals(ofLine)) {
      from.fault(
          "source",
          Text.of(
              "'%s' has groups from %s here, but from %s in line %s. A region has one source;"
                  + " withSource says which",
              name, ofLine, source, line));
    }
    Estimate said = from.text("population").isEmpty() ? null : from.fraction("population");
    if (said == null) {
      return;
    }
    double central = said.central();
    if (!said.isExact()) {
      from.fault("population", "must be one number, but was " + from.text("population"));
    } else if (population != null && population != central) {
      from.fault(
          "population",
          Text.of(
              "'%s' has %s of the population here, but %s in line %s",
              name, central, population, populationLine));
    } else if (population == null) {
      population = central;
      populationLine = from.number();
    }
  }

  /** Adds the region to a distribution; the kin group with a share if it is not listed. */
  void addTo(EthnicDistribution.Builder builder, String kinGroup, @Nullable Estimate unlistedKin) {
    builder.region(
        name,
        source,
        region -> {
          if (population != null) {
            region.populationShare(population);
          }
          shares.forEach(region::group);
          if (unlistedKin != null && !shares.containsKey(kinGroup)) {
            region.group(kinGroup, unlistedKin);
          }
        });
  }
}
