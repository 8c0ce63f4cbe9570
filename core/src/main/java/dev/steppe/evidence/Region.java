package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Checks;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A region of a country: the share of the population that lives there, and its groups. */
record Region(String name, @Nullable Double populationShare, Shares groups, Source source)
    implements Serializable {

  Region {
    Checks.notBlank(name, "name of a region");
    requireNonNull(groups, "groups");
    requireNonNull(source, "source");
    if (populationShare != null) {
      Checks.inRange(populationShare, 0, 1, "population share of region '" + name + "'");
    }
  }
}
