package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Reading;
import dev.steppe.internal.Checks;

/**
 * Evidence of which some readings come from another profile, so that only readings are known.
 *
 * @param name of the evidence in whose place it stands
 * @param origin whose readings were taken
 * @param readings all readings
 */
record BorrowedReadings(String name, String origin, ImmutableMap<String, Reading> readings)
    implements Evidence {

  BorrowedReadings {
    Checks.notBlank(name, "name of evidence");
    requireNonNull(origin, "origin");
    readings.forEach((code, reading) -> requireNonNull(reading, Checks.code(code, "code")));
  }

  @Override
  public String toString() {
    return "Readings, some or all of " + origin + ": " + readings.keySet();
  }
}
