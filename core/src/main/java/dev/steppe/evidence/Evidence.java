package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;

/**
 * Structured knowledge about a country from which readings follow: its ethnic groups, its
 * alliances, its trade partners.
 *
 * <p>A scorer sees readings only. What changes is the evidence, and its readings follow; so a
 * country that leaves an alliance has every reading that rests on it changed at once. Applications
 * may bring evidence of their own.
 *
 * @since 0.1
 */
public interface Evidence extends Serializable {

  /** The name under which a profile keeps this evidence, such as {@code ethnic-distribution}. */
  String name();

  /** The readings that follow from this evidence, by indicator code. */
  ImmutableMap<String, Reading> readings();
}
