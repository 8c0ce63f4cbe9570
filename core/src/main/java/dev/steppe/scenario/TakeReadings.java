package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Readings of another profile take the place of the country's own.
 *
 * @param origin whose readings they were
 * @param what they are together, in words
 * @param readings by code; none for what is to be missing
 */
record TakeReadings(
    String origin, String what, ImmutableMap<String, ImmutableList<Reading>> readings)
    implements Step {

  TakeReadings {
    requireNonNull(origin, "origin");
    requireNonNull(what, "what");
    readings.forEach(
        (code, taken) -> {
          Checks.indicatorCode(code);
          for (Reading reading : taken) {
            requireNonNull(reading, code);
          }
        });
  }

  static TakeReadings of(CountryProfile from, Collection<String> codes) {
    List<String> faults = new ArrayList<>();
    for (String code : codes) {
      NotApplicable none = from.notApplicable().get(code);
      if (none != null) {
        faults.add(Text.of("'%s' does not apply to it (%s)", code, none.reason()));
      } else if (from.readings(code).isEmpty()) {
        faults.add(
            "no reading of '" + code + "'" + Checks.knownAfter(faults.size(), code, from.codes()));
      }
    }
    if (codes.isEmpty()) {
      faults.add("no code is given");
    }
    Checks.noFaults("Readings of " + from.country(), faults);
    return new TakeReadings(
        from.country().toString(), Text.list(List.copyOf(codes)), readings(from, codes));
  }

  static TakeReadings ofFactor(CountryProfile from, String factor, Collection<String> codes) {
    List<String> none = codes.stream().filter(from.notApplicable()::containsKey).toList();
    if (!none.isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "Factor '%s' of %s cannot be taken as a whole, since %s does not apply to it: name the"
                  + " codes that are to be taken",
              factor, from.country(), Text.quoted(none)));
    }
    if (codes.stream().allMatch(code -> from.readings(code).isEmpty())) {
      throw new IllegalArgumentException(
          from.country() + " has no reading below factor '" + factor + "', which has " + codes);
    }
    return new TakeReadings(from.country().toString(), factor, readings(from, codes));
  }

  private static ImmutableMap<String, ImmutableList<Reading>> readings(
      CountryProfile from, Collection<String> codes) {
    requireNonNull(from, "from");
    ImmutableMap.Builder<String, ImmutableList<Reading>> readings = ImmutableMap.builder();
    for (String code : codes) {
      readings.put(code, from.readings(code));
    }
    return readings.buildOrThrow();
  }

  @Override
  public void apply(ProfileEdit edit) {
    readings.forEach((code, taken) -> edit.take(origin, code, taken));
  }

  @Override
  public String thing() {
    return "readings of " + readings.keySet();
  }

  @Override
  public String told(Tense tense) {
    return tense.of("has", "had") + " the " + what + " of " + origin;
  }

  @Override
  public boolean isGradable() {
    return false;
  }

  @Override
  public Change at(double part) {
    return whole(part);
  }
}
