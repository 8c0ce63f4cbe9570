package dev.steppe.cli;

import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Indicator;
import dev.steppe.model.RiskModel;
import dev.steppe.score.PartialRanking;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;

/** Whether files say what they should. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a model, and whether the countries of data files can be scored by it. Exits with 1 if"
          + " one cannot."
    },
    footer = {"  steppe check model.json", "  steppe check model.json data.csv"})
final class CheckCommand extends Question {

  /** What was found, as plain data. */
  record Found(String model, String fingerprint, int indicators, List<Country> countries) {

    /** A country: how many readings the model takes of it, and why it cannot be scored. */
    record Country(String country, String name, int readings, List<String> reasons) {}
  }

  @Override
  boolean needsData() {
    return false;
  }

  @Override
  Answer ask(Case given) {
    Found found = found(given);
    boolean all = found.countries().stream().allMatch(country -> country.reasons().isEmpty());
    return new Answer(all, () -> text(found), () -> table(found), () -> found, this::noPage);
  }

  private static Found found(Case given) {
    if (given.profiles().isEmpty()) {
      RiskModel model = given.model();
      return new Found(model.name(), model.fingerprint(), model.indicators().size(), List.of());
    }
    RiskModel model = given.scorer().model();
    Set<String> codes =
        model.indicators().stream().map(Indicator::code).collect(ImmutableSet.toImmutableSet());
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (PartialRanking.NotRanked each :
        given.scorer().rankScorable(given.profiles()).notRanked()) {
      reasons.put(each.profile().country().code(), each.reasons());
    }
    List<Found.Country> countries = new ArrayList<>();
    for (CountryProfile profile : given.profiles()) {
      countries.add(
          new Found.Country(
              profile.country().code(),
              profile.country().name(),
              (int) profile.codes().stream().filter(codes::contains).count(),
              reasons.getOrDefault(profile.country().code(), List.of())));
    }
    return new Found(model.name(), given.scorer().fingerprint(), codes.size(), countries);
  }

  private static String text(Found found) {
    String text =
        "Model '"
            + found.model()
            + "': "
            + found.indicators()
            + (found.indicators() == 1 ? " indicator" : " indicators")
            + ", fingerprint "
            + found.fingerprint()
            + ".\n";
    return found.countries().isEmpty() ? text : text + "\n" + table(found);
  }

  private static Table table(Found found) {
    Table.Builder table =
        Table.builder().text("Country").text("Name").number("Readings", 0).text("No score because");
    for (Found.Country country : found.countries()) {
      table.row(
          country.country(),
          country.name(),
          country.readings(),
          String.join("; ", country.reasons()));
    }
    return table.build();
  }
}
