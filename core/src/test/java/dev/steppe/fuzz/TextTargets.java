package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CodeList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryCodes;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Unit;
import dev.steppe.scenario.Scenario;
import dev.steppe.testing.Owned;
import dev.steppe.testing.SerialSamples;
import dev.steppe.testing.Sound;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers of a line of text. */
final class TextTargets {

  private static final CountryCodes LETTERS = CountryCodes.of(CodeList.ISO3, CodeList.NAMES);
  private static final List<CountryCodes> CODES =
      List.of(
          LETTERS,
          LETTERS.withOldCodes(),
          CountryCodes.of(CodeList.ISO2).withAlias("Quellia", "XQU"),
          CountryCodes.of(CodeList.M49),
          CountryCodes.of(CodeList.COW_NUMBERS, CodeList.COW_LETTERS),
          CountryCodes.of(CodeList.GW_NUMBERS, CodeList.GW_LETTERS),
          CountryCodes.unchecked().withPlace("EU27", "European Union"));

  private static final Pattern DATED = Pattern.compile("(?s)([0-6])([0-9]{0,4}):(.*)");

  private TextTargets() {}

  static void estimate(String text) throws Exception {
    Optional<Estimate> read = Refusal.orValue(() -> Estimate.parse(text, Owned.estimates()));
    if (read.isEmpty()) {
      return;
    }
    Sound.estimate(read.get());
    assertThat(Estimate.parse(text, Owned.estimates())).isEqualTo(read.get());
    Refusal.orValue(() -> read.get().plus(1e300)).ifPresent(Sound::estimate);
    Refusal.orValue(() -> read.get().times(-3)).ifPresent(Sound::estimate);
    Refusal.orValue(() -> read.get().truncatedTo(0, 1)).ifPresent(Sound::estimate);
  }

  static void scenario(String text) throws Exception {
    Optional<Scenario> read = Refusal.orValue(() -> Scenario.parse(text));
    if (read.isEmpty()) {
      return;
    }
    Scenario scenario = read.get();
    Sound.value(scenario);
    assertThat(Scenario.parse(text)).isEqualTo(scenario);
    assertThat(scenario.sentences()).hasSameSizeAs(scenario.changes());
    if (scenario.isGradable()) {
      Refusal.orValue(() -> scenario.at(0.5).applyTo(SerialSamples.profile()))
          .ifPresent(Sound::value);
    }
  }

  /** Before a colon comes which codes are known, a digit, and the year of the name, if any. */
  static void country(String text) throws Exception {
    Matcher parts = DATED.matcher(text);
    boolean dated = parts.matches();
    CountryCodes codes = CODES.get(dated ? Integer.parseInt(parts.group(1)) : text.length() % 7);
    String name = dated ? parts.group(3) : text;
    check(Refusal.orValue(() -> codes.country(name)));
    if (dated && !parts.group(2).isEmpty()) {
      int year = Integer.parseInt(parts.group(2));
      check(Refusal.orValue(() -> codes.country(name, year)));
    }
  }

  private static void check(Optional<Country> country) {
    country.ifPresent(
        found -> {
          assertThat(found.code()).matches("[A-Z]{3}|EU27");
          assertThat(found.name()).isNotBlank();
        });
  }

  static void unit(String text) throws Exception {
    Optional<Unit> read = Refusal.orValue(() -> Unit.of(text));
    if (read.isEmpty()) {
      return;
    }
    Unit unit = read.get();
    assertThat(unit.factor()).isPositive().isFinite();
    assertThat(Unit.match(text, text)).isTrue();
    assertThat(Unit.of(text)).isEqualTo(unit);
    if (unit.converts(Unit.of("percent"))) {
      Refusal.orValue(() -> unit.convert(Estimate.between(0.1, 0.2), Unit.of("percent")))
          .ifPresent(Sound::estimate);
    }
  }
}
