package dev.steppe.nextukraine;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.Period;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TieKind;
import java.time.LocalDate;
import java.util.List;

/**
 * The treaties that bind the successor states to Russia, to its rivals and to the poles between
 * which a multi-vector policy moves, with their dates, in two networks.
 *
 * <p>Both have the same organisations. The pair's adds what Kazakhstan and Ukraine signed with each
 * pole. For the region that is not known to us of all 14 alike, and a network that lists it for
 * some would measure our diligence; it has the agreements with NATO and the EU instead, which are
 * known of every state, and two defence pacts. Pacts with Russia of those whom the CSTO binds to it
 * already are left out.
 */
final class Treaties {

  /** The organisations, and what Kazakhstan and Ukraine signed besides. */
  static final class Pair {
    static final AllianceNetwork NETWORK = network("pair");

    private Pair() {}
  }

  /** The organisations, and what every successor state signed with NATO and the EU. */
  static final class Region {
    static final AllianceNetwork NETWORK = network("region");

    private Region() {}
  }

  private Treaties() {}

  private static AllianceNetwork network(String use) {
    AllianceNetwork.Builder network = AllianceNetwork.builder();
    String open = "";
    for (CsvRecord row : memberships()) {
      String alliance = row.getField(0);
      if (!alliance.equals(open)) {
        TieKind kind = TieKind.valueOf(row.getField(1));
        double strength = number(row.getField(2), kind.defaultStrength());
        network.alliance(alliance, kind, strength, publicRecord(row.getField(7)));
        open = alliance;
      }
      network.member(
          row.getField(3),
          Resource.date(row.getField(4)),
          until(row.getField(5)),
          number(row.getField(6), 1));
    }
    for (CsvRecord row : ties()) {
      if (row.getField(7).equals(use) || row.getField(7).equals("both")) {
        network.tie(tie(row));
      }
    }
    return network.build();
  }

  private static List<CsvRecord> memberships() {
    return Resource.records(
        "memberships.csv",
        List.of(
            "alliance", "kind", "strength", "actor", "since", "until", "degree", "record", "note"));
  }

  private static List<CsvRecord> ties() {
    return Resource.records(
        "ties.csv",
        List.of(
            "first", "second", "kind", "label", "since", "until", "strength", "used", "record"));
  }

  private static Tie tie(CsvRecord row) {
    TieKind kind = TieKind.valueOf(row.getField(2));
    return new Tie(
        row.getField(0),
        row.getField(1),
        kind,
        row.getField(3),
        number(row.getField(6), kind.defaultStrength()),
        1,
        new Period(Resource.date(row.getField(4)), until(row.getField(5))),
        publicRecord(row.getField(8)));
  }

  private static LocalDate until(String field) {
    return field.isEmpty() ? LocalDate.MAX : Resource.date(field);
  }

  private static double number(String field, double otherwise) {
    return field.isEmpty() ? otherwise : Double.parseDouble(field);
  }

  /** Kazakhstan's or Ukraine's place among the five poles of the paper. */
  static AllianceTies pair(String country, LocalDate date) {
    return place(Pair.NETWORK, country, date)
        .rivalsOfRival("NATO", "EU", "USA")
        .poles("RUS", "CHN", "EU", "USA", "TUR")
        .build();
  }

  /**
   * A successor state's place. NATO stands for the United States among the poles: agreements with
   * it are known of every state.
   */
  static AllianceTies region(String country, LocalDate date) {
    return place(Region.NETWORK, country, date)
        .rivalsOfRival("NATO", "EU", "USA")
        .poles("RUS", "CHN", "EU", "NATO", "TUR")
        .build();
  }

  private static AllianceTies.Builder place(
      AllianceNetwork network, String country, LocalDate date) {
    return AllianceTies.builder(network, country, date).rival("RUS");
  }

  private static Source publicRecord(String place) {
    return Source.of("public record", place).withQuality(Quality.JUDGEMENT);
  }
}
