package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TieKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The dated treaties against a coding of memberships by date that was made apart from them, and
 * whose organisations were checked against the lists of the World Factbook.
 */
class TreatiesTest {

  private static final AllianceNetwork NETWORK = PostSovietStates.network();

  @Test
  void memberships_are_those_of_the_coding_at_every_date() throws IOException {
    List<String> differences = new ArrayList<>();
    int checked = 0;
    try (InputStream in = TreatiesTest.class.getResourceAsStream("membership-codings.csv");
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      for (NamedCsvRecord row : rows) {
        String country = row.getField("country");
        LocalDate date = LocalDate.parse(row.getField("date"));
        double found = coded(row.getField("coding"), country, date);
        if (found != Double.parseDouble(row.getField("value"))) {
          differences.add(row.getFields() + " but " + found);
        }
        checked++;
      }
    }
    assertThat(differences).isEmpty();
    assertThat(checked).isEqualTo(14 * 4 * 16 - 14 * 2); // One ended before the last two dates.
  }

  private static double coded(String coding, String country, LocalDate date) {
    return switch (coding) {
      case "csto_member" -> flag(degree("CSTO", country, date) > 0);
      case "csto_active_member" -> flag(degree("CSTO", country, date) == 1);
      case "cis_membership" -> degree("CIS", country, date);
      case "eurasec_member" -> degree("Eurasian Economic Community", country, date);
      case "customs_union_or_eaeu_member" ->
          Math.max(degree("Customs Union", country, date), degree("EAEU", country, date));
      case "union_state_with_russia" -> degree("Union State", country, date);
      case "nato_member" -> degree("NATO", country, date);
      case "nato_aspirant" -> flag(count("NATO", TieKind.ASPIRATION, country, date) > 0);
      case "nato_status" -> natoStatus(country, date);
      case "eu_member" -> degree("EU", country, date);
      case "eu_status" -> euStatus(country, date);
      case "sco_member" -> degree("SCO", country, date);
      case "turkic_states_member" -> degree("Turkic States", country, date);
      case "guam_member" -> degree("GUAM", country, date);
      case "defence_pact_with_nato_state" ->
          flag(
              count("TUR", TieKind.DEFENCE_PACT, country, date) > 0
                  || count("USA", TieKind.DEFENCE_PACT, country, date) > 0);
      case "defence_pact_with_russia" ->
          flag(count("RUS", TieKind.DEFENCE_PACT, country, date) > 0);
      default -> throw new AssertionError(coding);
    };
  }

  /** 1 Partnership for Peace, 2 an individual plan, 3 intensified dialogue, 4 member. */
  private static double natoStatus(String country, LocalDate date) {
    if (degree("NATO", country, date) > 0) {
      return 4;
    }
    // Georgia and Ukraine are in the dialogue; of it the network knows the aim, not the step.
    boolean dialogue = ImmutableSet.of("GEO", "UKR").contains(country);
    int agreements = count("NATO", TieKind.PARTNERSHIP, country, date);
    return agreements == 2 && dialogue ? 3 : agreements;
  }

  /** 1 partnership agreement, 2 association agreement, 3 candidate, 4 member. */
  private static double euStatus(String country, LocalDate date) {
    if (degree("EU", country, date) > 0) {
      return 4;
    }
    return count("EU", TieKind.PARTNERSHIP, country, date)
        + 2 * count("EU", TieKind.ECONOMIC_UNION, country, date)
        + count("EU", TieKind.ASPIRATION, country, date);
  }

  private static int count(String actor, TieKind kind, String country, LocalDate date) {
    int count = 0;
    for (Tie tie : NETWORK.ties(country, actor, date)) {
      count += tie.kind() == kind ? 1 : 0;
    }
    return count;
  }

  /** The degree of a membership, from the tie with the actor around whom the alliance is. */
  private static double degree(String alliance, String country, LocalDate date) {
    String centre =
        switch (alliance) {
          case "NATO" -> "NATO";
          case "EU" -> "EU";
          case "Turkic States" -> "TUR";
          case "GUAM" -> country.equals("GEO") ? "MDA" : "GEO";
          default -> "RUS";
        };
    for (Tie tie : NETWORK.ties(country, centre, date)) {
      if (tie.label().equals(alliance)) {
        return tie.degree();
      }
    }
    return 0;
  }

  private static double flag(boolean holds) {
    return holds ? 1 : 0;
  }

  @Test
  void the_pair_keeps_its_own_agreements() {
    LocalDate date = LocalDate.of(2022, 2, 23);
    assertThat(Treaties.Pair.NETWORK.ties("KAZ", "USA", date)).hasSize(1);
    assertThat(NETWORK.ties("KAZ", "USA", date)).isEmpty();
    assertThat(NETWORK.alliances()).isEqualTo(Treaties.Pair.NETWORK.alliances());
  }
}
