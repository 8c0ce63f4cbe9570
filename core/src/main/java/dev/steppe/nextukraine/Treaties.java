package dev.steppe.nextukraine;

import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TieKind;
import java.time.LocalDate;

/**
 * The treaties that bind Kazakhstan and Ukraine to Russia, to its rivals and to the poles between
 * which a multi-vector policy moves, with their dates. Dates are of the public record.
 */
final class Treaties {

  private static final AllianceNetwork NETWORK = network();

  private Treaties() {}

  private static AllianceNetwork network() {
    return AllianceNetwork.builder()
        .actor("UKR")
        // Collective Security Treaty, in force 20 April 1994; the organisation's charter 2003.
        .alliance("CSTO", TieKind.DEFENCE_PACT, record("Collective Security Treaty, 15 May 1992"))
        .member("KAZ", date(1994, 4, 20))
        .member("RUS", date(1994, 4, 20))
        .alliance("EAEU", TieKind.ECONOMIC_UNION, record("treaty on the EAEU, 29 May 2014"))
        .member("KAZ", date(2015, 1, 1))
        .member("RUS", date(2015, 1, 1))
        // Ukraine never ratified the charter and recalled its representatives in May 2018.
        .alliance("CIS", TieKind.POLITICAL_BLOC, record("CIS founding documents, December 1991"))
        .member("KAZ", date(1991, 12, 21))
        .member("RUS", date(1991, 12, 8))
        .member("UKR", date(1991, 12, 8), date(2018, 5, 19), 0.5)
        .alliance("SCO", TieKind.POLITICAL_BLOC, record("founding declaration, 15 June 2001"))
        .member("KAZ", date(2001, 6, 15))
        .member("RUS", date(2001, 6, 15))
        .member("CHN", date(2001, 6, 15))
        .alliance("Turkic States", TieKind.POLITICAL_BLOC, record("Nakhchivan Agreement, 2009"))
        .member("KAZ", date(2009, 10, 3))
        .member("TUR", date(2009, 10, 3))
        .tie(partners("KAZ", "RUS", "treaty of alliance", date(2013, 11, 11)))
        .tie(
            Tie.of(
                    "UKR",
                    "RUS",
                    TieKind.PARTNERSHIP,
                    "treaty of friendship",
                    date(1999, 4, 1),
                    record("treaty of 31 May 1997, in force 1 April 1999 to 31 March 2019"))
                .until(date(2019, 4, 1)))
        .tie(partners("KAZ", "EU", "enhanced partnership agreement", date(2020, 3, 1)))
        // Free trade and common rules without membership: between a partnership and a union.
        .tie(
            Tie.of(
                    "UKR",
                    "EU",
                    TieKind.ECONOMIC_UNION,
                    "association agreement",
                    date(2017, 9, 1),
                    record("association agreement, in force 1 September 2017"))
                .withStrength(0.4))
        .tie(partners("KAZ", "NATO", "individual partnership plan", date(2006, 1, 31)))
        .tie(partners("UKR", "NATO", "intensified dialogue", date(2005, 4, 21)))
        .tie(
            Tie.of(
                "UKR",
                "NATO",
                TieKind.ASPIRATION,
                "membership as constitutional aim",
                date(2019, 2, 21),
                record("constitutional amendment, February 2019")))
        .tie(partners("KAZ", "USA", "enhanced strategic partnership", date(2018, 1, 16)))
        .tie(partners("UKR", "USA", "charter on strategic partnership", date(2008, 12, 19)))
        .tie(partners("KAZ", "CHN", "comprehensive strategic partnership", date(2011, 6, 13)))
        .tie(partners("UKR", "CHN", "strategic partnership", date(2011, 6, 20)))
        .tie(partners("KAZ", "CHN", "Belt and Road", date(2016, 9, 2)))
        .tie(partners("UKR", "CHN", "Belt and Road", date(2017, 12, 5)))
        .tie(partners("KAZ", "TUR", "strategic partnership", date(2009, 10, 22)))
        .tie(partners("UKR", "TUR", "strategic partnership", date(2011, 1, 25)))
        .build();
  }

  static AllianceTies of(String country, LocalDate date) {
    return AllianceTies.builder(NETWORK, country, date)
        .rival("RUS")
        .rivalsOfRival("NATO", "EU", "USA")
        .poles("RUS", "CHN", "EU", "USA", "TUR")
        .build();
  }

  private static Tie partners(String first, String second, String label, LocalDate since) {
    return Tie.of(first, second, TieKind.PARTNERSHIP, label, since, record(label + ", " + since));
  }

  private static Source record(String place) {
    return Source.of("public record", place).withQuality(Quality.JUDGEMENT);
  }

  private static LocalDate date(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
