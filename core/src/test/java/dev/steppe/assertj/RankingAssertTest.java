package dev.steppe.assertj;

import static dev.steppe.assertj.Failures.assertFailure;
import static dev.steppe.assertj.Failures.assertRefusal;
import static dev.steppe.assertj.Imagined.ALAND;
import static dev.steppe.assertj.Imagined.BLAND;
import static dev.steppe.assertj.Imagined.CLAND;
import static dev.steppe.assertj.Imagined.DLAND;
import static dev.steppe.assertj.Imagined.SCORER;
import static dev.steppe.assertj.SteppeAssertions.assertThat;
import static dev.steppe.assertj.SteppeAssertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.TieRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingAssertTest {

  /** 67, 32, 30. */
  private static final Ranking THREE = Ranking.of(List.of(ALAND, BLAND, DLAND));

  /** 67, 32, 32, 30. */
  private static final Ranking TIED = Ranking.of(List.of(ALAND, BLAND, CLAND, DLAND));

  @Test
  void claims_chain() {
    assertThat(THREE)
        .ranksInOrder("AAA", "DDD")
        .ranksInOrder("AAA", "BBB", "DDD")
        .ranksExactly("AAA", "BBB", "DDD")
        .hasRank("BBB", 2)
        .hasRiskiest("AAA")
        .hasLeastRisky("DDD")
        .country("AAA")
        .hasScoreCloseTo(67, within(1e-9));
  }

  /** The nearest pair is 34 and 32, which moving 0.075 from border to trade share makes level. */
  @Test
  void an_order_holds_until_weights_have_moved_far_enough() {
    Ranking ranking =
        Ranking.of(List.of(ALAND, BLAND, Imagined.card("EEE", "Eland", 26 + 2.0 / 3, 20, 50)));
    assertThat(ranking).isRobustToWeightChangesUpTo(0.074);
    assertFailure(() -> assertThat(ranking).isRobustToWeightChangesUpTo(0.076))
        .contains("to keep its order whatever weights change by up to 0.076", "but it does not: ");
  }

  @Test
  void a_wrong_order_is_shown_with_what_accounts_for_it() {
    assertFailure(() -> assertThat(THREE).ranksInOrder("BBB", "AAA"))
        .isEqualTo(
            """

            Expecting:
              Rank  Country      Score
              ----  -----------  -----
                 1  Aland (AAA)   67.0
                 2  Bland (BBB)   32.0
                 3  Dland (DDD)   30.0
            to rank in order [BBB, AAA]
            but:
              Bland (BBB): 32.0, range 32.0 to 32.0, coverage 100 %
            is less risky than:
              Aland (AAA): 67.0, range 64.0 to 70.0, coverage 100 %
            by 35.0 points.

            Largest contributions   BBB    AAA  Points
            ---------------------  ----  -----  ------
            treaty                 50.0  100.0   -20.0
            border_share           10.0   70.0   -18.0
            trade_share            30.0   20.0    +3.0""");
  }

  @Test
  void ties_are_in_no_order() {
    assertFailure(() -> assertThat(TIED).ranksInOrder("BBB", "CCC"))
        .endsWith(
            """
            to rank in order [BBB, CCC]
            but:
              Bland (BBB): 32.0, range 32.0 to 32.0, coverage 100 %
            is tied with:
              Cland (CCC): 32.0, range 32.0 to 32.0, coverage 100 %

            Largest contributions   BBB   CCC  Points
            ---------------------  ----  ----  ------
            border_share           10.0  30.0    -6.0
            trade_share            30.0  10.0    +6.0""");
    assertFailure(() -> assertThat(TIED).ranksInOrder("CCC", "BBB")).contains("is tied with:");
    assertFailure(() -> assertThat(TIED).ranksExactly("AAA", "BBB", "CCC", "DDD"))
        .contains("to rank exactly [AAA, BBB, CCC, DDD]\n", "is tied with:");
  }

  @Test
  void an_exact_order_names_every_country() {
    assertFailure(() -> assertThat(TIED).ranksExactly("AAA", "DDD"))
        .endsWith("to rank exactly [AAA, DDD]\nbut it also ranks 'BBB', 'CCC'.");
    assertFailure(() -> assertThat(THREE).ranksExactly("BBB", "AAA", "DDD"))
        .contains("is less risky than:");
  }

  @Test
  void a_rank_follows_the_tie_rule() {
    assertThat(TIED).hasRank("BBB", 2).hasRank("CCC", 2).hasRank("DDD", 4);
    assertFailure(() -> assertThat(TIED).hasRank("CCC", 3))
        .endsWith("to have Cland (CCC) at rank 3\nbut it is at rank 2, tied with 'BBB' (LOWEST).");
    Ranking halves = TIED.withTieRule(TieRule.AVERAGE);
    assertThat(halves).hasRank("CCC", 2.5);
    assertFailure(() -> assertThat(halves).hasRank("DDD", 2.5))
        .contains("   2.5  Bland (BBB)   32.0\n")
        .endsWith("to have Dland (DDD) at rank 2.5\nbut it is at rank 4.");
  }

  @Test
  void the_ends_can_fail() {
    assertFailure(() -> assertThat(THREE).hasRiskiest("BBB"))
        .contains("to have Bland (BBB) as the riskiest\nbut:\n  Bland (BBB): 32.0")
        .contains("is less risky than:\n  Aland (AAA)");
    assertFailure(() -> assertThat(THREE).hasLeastRisky("BBB"))
        .contains("to have Bland (BBB) as the least risky\nbut:\n  Dland (DDD): 30.0")
        .contains("is less risky than:\n  Bland (BBB)");
    Ranking two = Ranking.of(List.of(BLAND, CLAND));
    assertFailure(() -> assertThat(two).hasRiskiest("BBB")).contains("is tied with:");
    assertFailure(() -> assertThat(two).hasRiskiest("CCC")).contains("is tied with:");
    assertFailure(() -> assertThat(two).hasLeastRisky("BBB")).contains("is tied with:");
    assertThat(Ranking.of(List.of(BLAND))).hasRiskiest("BBB").hasLeastRisky("BBB");
  }

  @Test
  void arguments_are_checked() {
    assertRefusal(() -> assertThat(THREE).hasRiskiest("AAB"))
        .isEqualTo(
            "Country 'AAB' is not ranked. Known: [AAA, BBB, DDD]. Maybe you meant 'AAA' (Aland).");
    assertRefusal(() -> assertThat(THREE).ranksInOrder("AAA", "BBD"))
        .contains("Country 'BBD' is not ranked.");
    assertRefusal(() -> assertThat(THREE).ranksInOrder("AAA"))
        .isEqualTo("ranksInOrder needs at least two countries, but was given [AAA]");
    assertRefusal(() -> assertThat(THREE).ranksInOrder("AAA", "AAA"))
        .isEqualTo("'AAA' was given twice");
    assertRefusal(() -> assertThat(THREE).hasRank("AAA", 0))
        .isEqualTo("rank must be in [1, 3], but was 0.0");
    assertRefusal(() -> assertThat(THREE).hasRank("AAA", Double.NaN))
        .isEqualTo("rank must be in [1, 3], but was NaN");
  }

  @Test
  void a_country_at_two_dates_cannot_be_named_by_its_code() {
    Scorecard later =
        Imagined.SCORER.score(
            CountryProfile.builder(Country.of("BBB", "Bland"))
                .asOf(LocalDate.of(2022, 2, 24))
                .reading("border_share", 90)
                .reading("trade_share", 90)
                .reading("treaty", 0)
                .build());
    Ranking dated = Ranking.of(List.of(ALAND, BLAND, later, DLAND));
    assertThat(dated).ranksInOrder("AAA", "DDD");
    assertRefusal(() -> assertThat(dated).ranksInOrder("AAA", "BBB"))
        .isEqualTo("Country 'BBB' is ranked more than once, at different dates");
  }

  @Test
  void of_many_countries_both_ends_are_listed() {
    List<Scorecard> cards = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      char letter = (char) ('A' + i);
      cards.add(Imagined.card("L" + letter + letter, "Land " + letter, 90 - i, 0, 0));
    }
    assertFailure(() -> assertThat(Ranking.of(cards)).hasRank("LYY", 24))
        .contains(
            """
                10  Land J (LJJ)   64.3
                 -  (5 more)          -
                16  Land P (LPP)   62.5
            """);
  }

  @Test
  void descriptions_come_first() {
    assertFailure(() -> assertThat(THREE).as("neighbours").hasRank("AAA", 2))
        .startsWith("[neighbours] \nExpecting:\n  Rank  Country");
    assertFailure(() -> assertThat(THREE).as("x").country("BBB").factor("exposure").isMissing())
        .startsWith("[x country 'BBB' factor 'exposure'] \nExpecting:\n");
  }

  @Test
  void null_is_told_first() {
    Ranking none = null;
    assertFailure(() -> assertThat(none).ranksInOrder("AAA", "BBB")).contains("not to be null");
    assertFailure(() -> assertThat(none).ranksExactly("AAA")).contains("not to be null");
    assertFailure(() -> assertThat(none).hasRank("AAA", 1)).contains("not to be null");
    assertFailure(() -> assertThat(none).hasRiskiest("AAA")).contains("not to be null");
    assertFailure(() -> assertThat(none).hasLeastRisky("AAA")).contains("not to be null");
    assertFailure(() -> assertThat(none).country("AAA").isNull()).contains("not to be null");
  }

  @Test
  void a_snapshot_is_written_on_request_and_held_to(@TempDir Path folder) throws IOException {
    Ranking ranking = SCORER.rank(ALAND.profile(), BLAND.profile());
    Path file = folder.resolve("deeper").resolve("ranking.csv");
    assertFailure(() -> assertThat(ranking).matchesSnapshot(file))
        .contains("there is no file", "-Dsteppe.snapshots.write to write it");
    System.setProperty(RankingSnapshot.RENEW, "");
    try {
      assertThat(ranking).matchesSnapshot(file);
    } finally {
      System.clearProperty(RankingSnapshot.RENEW);
    }
    assertThat(Files.readString(file))
        .isEqualTo("rank,country,as_of,score\n1,AAA,,67.000000000\n2,BBB,,32.000000000\n");
    assertThat(ranking).matchesSnapshot(file);
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    assertThat(ranking).matchesSnapshot(file);
    assertFailure(
            () -> assertThat(SCORER.rank(ALAND.profile(), CLAND.profile())).matchesSnapshot(file))
        .contains(
            """
            Country  Kept             Now
            -------  ---------------  ---------------
            CCC      not ranked       2: 32.000000000
            BBB      2: 32.000000000  not ranked""")
        .contains(
            "If the new one is right: Run the test with -Dsteppe.snapshots.write to renew it.");
  }
}
