package dev.steppe.evidence;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A region of a country: the share of the population that lives there, and its groups. */
record Region(String name, @Nullable Double populationShare, Shares groups, Source source)
    implements Serializable {}
