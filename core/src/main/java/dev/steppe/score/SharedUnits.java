package dev.steppe.score;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Unit;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.model.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sees to it that countries agree on the unit of an indicator that says none itself. */
final class SharedUnits {

  /** An indicator's unit, and who had it first. */
  private record Said(String unit, String who) {}

  private final List<Indicator> open = new ArrayList<>();
  private final Map<String, Said> units = new TreeMap<>();

  SharedUnits(CompiledModel compiled) {
    for (Indicator indicator : compiled.model().indicators()) {
      if (indicator.unit().isBlank()) {
        open.add(indicator);
      }
    }
  }

  /** A fault for each indicator that this country has in another unit than those before. */
  List<String> faults(CountryProfile profile) {
    List<String> faults = new ArrayList<>();
    for (Indicator indicator : open) {
      String code = indicator.code();
      for (Reading reading : profile.readings(code)) {
        if (reading.unit().isBlank()) {
          continue;
        }
        Said said =
            units.computeIfAbsent(
                code, absent -> new Said(reading.unit(), profile.countryAtDate().toString()));
        if (!Unit.match(said.unit(), reading.unit())) {
          faults.add(
              "reading of '"
                  + code
                  + "' is in '"
                  + reading.unit()
                  + "', but that of "
                  + said.who()
                  + " in '"
                  + said.unit()
                  + "'");
          break;
        }
      }
    }
    return faults;
  }
}
