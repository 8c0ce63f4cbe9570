package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Structured knowledge about a country from which readings follow: its ethnic groups, its
 * alliances, its trade partners.
 *
 * <p>A scorer sees readings only. What changes is the evidence, and its readings follow; so a
 * country that leaves an alliance has every reading that rests on it changed at once. Applications
 * may bring evidence of their own.
 *
 * <pre>{@code
 * record Border(double share) implements Evidence {
 *   public String name() { return "border"; }
 *   public ImmutableMap<String, Reading> readings() {
 *     return ImmutableMap.of("border_share", Reading.of(share));
 *   }
 * }
 * CountryProfile dland = bland.withoutReading("border_share").withEvidence(new Border(30));
 * dland.estimate("border_share").get().central();    // 30.0
 * }</pre>
 *
 * @since 0.1
 */
public interface Evidence extends Serializable {

  /** The name under which a profile keeps this evidence, such as {@code ethnic-distribution}. */
  String name();

  /** The readings that follow from this evidence, by indicator code. */
  ImmutableMap<String, Reading> readings();

  /** The codes of the readings, in their order. */
  default ImmutableSet<String> codes() {
    return readings().keySet();
  }

  /**
   * The day as of which all its readings are, as of alliances that count on a day; empty if only
   * their sources say when they are of.
   */
  default Optional<LocalDate> asOf() {
    return Optional.empty();
  }

  /**
   * What changes it, for messages to somebody who tries to change a reading that follows from it,
   * such as {@code leave or join of Change}; empty if there is nothing to name.
   */
  default String changedBy() {
    return "";
  }

  /**
   * The estimate of one reading, without its unit and source; empty if there is no such reading.
   *
   * <p>This is what trying out many changes of evidence needs. Evidence whose sources take longer
   * to put together than its numbers may override this and {@link #codes()}; both must agree with
   * {@link #readings()}.
   *
   * @param code an indicator code
   */
  default Optional<Estimate> estimate(String code) {
    return Optional.ofNullable(readings().get(requireNonNull(code, "code"))).map(Reading::estimate);
  }
}
