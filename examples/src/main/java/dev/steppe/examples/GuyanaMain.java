package dev.steppe.examples;

import static java.util.Objects.requireNonNull;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorer;
import dev.steppe.tipping.Resemblance;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Could Guyana be the next Ukraine? Another rival, a model and a country of one's own. */
public final class GuyanaMain {

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.GuyanaMain -pl examples"
          + " -am";

  private GuyanaMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    Scorer scorer = Scorer.of(RiskModel.readCsv(resource("model.csv")));
    CountryProfile guyana =
        CsvFormat.standard().withWord("none", 0).readLong(resource("guyana.csv")).profile("GUY");
    List<CountryProfile> known = // Of 14 states at four dates, with Russia as the rival.
        PostSovietStates.structural().profiles().stream()
            .map(profile -> profile.select(scorer.model().effectiveWeights().keySet()))
            .toList();
    for (CountryProfile other : known) {
      LocalDate date = requireNonNull(other.countryAtDate().date(), "date");
      if (other.country().code().equals("UKR") && date.getYear() == 2022) {
        System.out.println(
            Screen.fit(
                Resemblance.of(scorer, guyana, other)
                    .withFixed("land_border_with_rival")
                    .withPrecedents(known)));
      }
    }
  }

  private static Reader resource(String name) {
    return new InputStreamReader(
        requireNonNull(GuyanaMain.class.getResourceAsStream("/guyana/" + name), name),
        StandardCharsets.UTF_8);
  }
}
