package dev.steppe.evidence;

import dev.steppe.internal.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what keeps datasets apart: a fault that many countries share is one. */
final class JoinFaults {

  private final Map<String, Shared> faults = new LinkedHashMap<>();

  /** The first country with a fault, and how many there are. */
  private static final class Shared {
    private @Nullable Country first;
    private int countries;
  }

  /**
   * Adds a fault.
   *
   * @param message what is wrong
   * @param country of whom, to be named behind it; null if the message says so
   */
  void add(String message, @Nullable Country country) {
    Shared shared = faults.computeIfAbsent(message, absent -> new Shared());
    shared.first = shared.countries == 0 ? country : shared.first;
    shared.countries++;
  }

  int size() {
    return faults.values().stream().mapToInt(shared -> shared.countries).sum();
  }

  List<String> messages() {
    return faults.entrySet().stream().map(fault -> of(fault.getValue()) + fault.getKey()).toList();
  }

  private static String of(Shared shared) {
    if (shared.first == null) {
      return "";
    }
    return shared.countries == 1
        ? shared.first + ": "
        : Text.of(
            "%s and %s: ",
            shared.first, Text.count(shared.countries - 1, "other country", "other countries"));
  }
}
