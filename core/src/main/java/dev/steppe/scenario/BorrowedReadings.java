package dev.steppe.scenario;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Evidence;
import dev.steppe.evidence.Reading;

/**
 * Evidence of which some readings come from another profile, so that only readings are known.
 *
 * @param name of the evidence in whose place it stands
 * @param origin whose readings were taken
 * @param readings all readings
 */
record BorrowedReadings(String name, String origin, ImmutableMap<String, Reading> readings)
    implements Evidence {

  @Override
  public String toString() {
    return "Readings, some or all of " + origin + ": " + readings.keySet();
  }
}
