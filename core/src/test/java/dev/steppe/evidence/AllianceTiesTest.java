package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AllianceTiesTest {

  private static final Source RECORD = Source.of("Public record", "treaties");
  private static final Source ATLAS = Source.of("Atlas", "page 2").withQuality(Quality.ESTIMATE);
  private static final LocalDate THEN = LocalDate.of(1994, 4, 20);
  private static final LocalDate NOW = LocalDate.of(2022, 2, 23);

  private static AllianceNetwork network() {
    return AllianceNetwork.builder()
        .alliance("CSTO", TieKind.DEFENCE_PACT, RECORD)
        .member("KAZ", THEN)
        .member("RUS", THEN)
        .member("BLR", THEN)
        .alliance("EAEU", TieKind.ECONOMIC_UNION, ATLAS)
        .member("KAZ", LocalDate.of(2015, 1, 1))
        .member("RUS", LocalDate.of(2015, 1, 1))
        .tie("KAZ", "CHN", TieKind.PARTNERSHIP, "partnership", LocalDate.of(2005, 7, 4), RECORD)
        .tie("KAZ", "EU", TieKind.PARTNERSHIP, "EPCA", LocalDate.of(2020, 3, 1), RECORD)
        .actor("TUR")
        .actor("USA")
        .build();
  }

  private static AllianceTies example() {
    return AllianceTies.builder(network(), "KAZ", NOW)
        .rival("RUS")
        .rivalsOfRival("USA", "EU")
        .poles("RUS", "CHN", "EU", "TUR")
        .build();
  }

  private static double value(AllianceTies ties, String code) {
    return ties.readings().get(code).estimate().central();
  }

  @Test
  void readings_are_those_of_the_documented_example() {
    AllianceTies ties = example();
    assertThat(ties.name()).isEqualTo("alliance-ties");
    assertThat(ties.readings())
        .containsOnlyKeys(
            "tie_to_rival",
            "tie_to_rivals_of_rival",
            "treaty_protection",
            "multi_vector_index",
            "ties_beside_strongest");
    assertThat(value(ties, "tie_to_rival")).isEqualTo(0.875);
    assertThat(value(ties, "tie_to_rivals_of_rival")).isEqualTo(0.25);
    assertThat(value(ties, "treaty_protection")).isZero();
    // p = 7/11, 2/11, 2/11, 0: entropy 0.9075 nat over ln 4.
    assertThat(value(ties, "multi_vector_index")).isCloseTo(0.6546, within(5e-5));
    assertThat(value(ties, "ties_beside_strongest")).isCloseTo(0.5 / 3, within(1e-15));
  }

  @Test
  void ties_of_a_kind_bind_as_much_as_is_said_and_the_same_stays_where_there_is_none() {
    AllianceTies ties = example();
    AllianceTies weaker = ties.withDefaultStrength(TieKind.DEFENCE_PACT, 0.6);
    assertThat(value(weaker, "tie_to_rival")).isCloseTo(1 - 0.4 * 0.5, within(1e-12));
    for (TieKind kind : TieKind.values()) {
      AllianceNetwork changed = ties.network().withDefaultStrength(kind, 0.1);
      assertThat(ties.withDefaultStrength(kind, 0.1).readings())
          .isEqualTo(ties.withNetwork(changed).readings());
    }
    for (TieKind kind : TieKind.values()) {
      assertThat(ties.withDefaultStrength(kind, kind.defaultStrength())).isSameAs(ties);
    }
    // An alliance of others is none of this country.
    AllianceTies beside = ties.withDate(LocalDate.of(2014, 12, 31));
    assertThat(beside.withDefaultStrength(TieKind.ECONOMIC_UNION, 0.1)).isSameAs(beside);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> beside.withDefaultStrength(TieKind.ECONOMIC_UNION, 1.5))
        .withMessage("strength of alliance 'EAEU' must be in [0.0, 1.0], but was 1.5");
  }

  @Test
  void sources_name_the_ties_that_count() {
    AllianceTies ties = example();
    assertThat(ties.readings().get("tie_to_rival").source().toString())
        .isEqualTo(
            "Public record; Atlas, derived: ties to RUS on 2022-02-23: CSTO since 1994, EAEU since"
                + " 2015 (2022) [judgement]");
    assertThat(ties.readings().get("tie_to_rivals_of_rival").source().place())
        .isEqualTo("derived: ties to EU on 2022-02-23: EPCA since 2020");
    assertThat(ties.readings().get("treaty_protection").source().place())
        .isEqualTo("derived: defence pacts without RUS on 2022-02-23: none");
    assertThat(ties.readings().get("treaty_protection").source().document())
        .isEqualTo("Public record; Atlas");
    assertThat(ties.readings().get("multi_vector_index").source().place())
        .isEqualTo(
            "derived: entropy of ties over poles [RUS, CHN, EU, TUR] on 2022-02-23: CSTO since"
                + " 1994, EAEU since 2015, partnership since 2005, EPCA since 2020");
    assertThat(ties.readings().values())
        .allMatch(reading -> reading.unit().equals("index from 0 to 1"));
  }

  @Test
  void an_unstated_source_stays_unstated_in_quality() {
    AllianceNetwork network =
        AllianceNetwork.builder()
            .tie("KAZ", "RUS", TieKind.PARTNERSHIP, "pact", THEN, Source.unstated())
            .build();
    AllianceTies ties = AllianceTies.builder(network, "KAZ", NOW).rival("RUS").build();
    assertThat(ties.readings()).containsOnlyKeys("tie_to_rival", "treaty_protection");
    assertThat(ties.readings().get("tie_to_rival").source().quality()).isEqualTo(Quality.UNSTATED);
  }

  @Test
  void a_pact_of_which_the_rival_is_no_member_protects() {
    AllianceTies ties =
        example()
            .withNetwork(
                network()
                    .withTie(Tie.of("KAZ", "TUR", TieKind.DEFENCE_PACT, "accord", THEN, RECORD))
                    .withTie(
                        Tie.of("KAZ", "USA", TieKind.DEFENCE_PACT, "umbrella", THEN, RECORD)
                            .withStrength(0.9)
                            .withDegree(0.5)));
    assertThat(value(ties, "treaty_protection")).isEqualTo(0.75);
    assertThat(ties.readings().get("treaty_protection").source().place())
        .isEqualTo("derived: strongest defence pact without RUS on 2022-02-23: accord since 1994");
    assertThat(value(ties, "tie_to_rivals_of_rival")).isEqualTo(0.45);
    AllianceTies withoutRussia = example().withNetwork(network().leaving("RUS", "CSTO", NOW));
    assertThat(value(withoutRussia, "treaty_protection")).isEqualTo(0.75);
    assertThat(value(withoutRussia, "tie_to_rival")).isEqualTo(0.5);
  }

  @Test
  void of_equal_ties_the_first_that_was_named_is_told() {
    AllianceNetwork network =
        network()
            .withTie(Tie.of("KAZ", "USA", TieKind.PARTNERSHIP, "charter", THEN, RECORD))
            .withTie(Tie.of("KAZ", "TUR", TieKind.DEFENCE_PACT, "accord", THEN, RECORD))
            .withTie(Tie.of("KAZ", "EU", TieKind.DEFENCE_PACT, "guarantee", THEN, RECORD));
    AllianceTies equal =
        AllianceTies.builder(network, "KAZ", NOW).rival("RUS").rivalsOfRival("USA", "CHN").build();
    assertThat(value(equal, "tie_to_rivals_of_rival")).isEqualTo(0.25);
    assertThat(equal.readings().get("tie_to_rivals_of_rival").source().place())
        .isEqualTo("derived: ties to USA on 2022-02-23: charter since 1994");
    // TUR comes before EU in the network.
    assertThat(network.actors()).containsExactly("TUR", "USA", "KAZ", "RUS", "BLR", "CHN", "EU");
    assertThat(equal.readings().get("treaty_protection").source().place())
        .isEqualTo("derived: strongest defence pact without RUS on 2022-02-23: accord since 1994");
  }

  @Test
  void where_no_tie_is_all_to_whom_there_could_be_are_told() {
    AllianceTies none =
        AllianceTies.builder(network(), "KAZ", NOW)
            .rival("RUS")
            .rivalsOfRival("USA", "TUR")
            .build();
    assertThat(value(none, "tie_to_rivals_of_rival")).isZero();
    assertThat(none.readings().get("tie_to_rivals_of_rival").source().place())
        .isEqualTo("derived: ties to USA, TUR on 2022-02-23: none");
  }

  @Test
  void evenness_over_poles_is_least_for_one_and_greatest_for_equal_ties() {
    AllianceNetwork.Builder builder = AllianceNetwork.builder().actor("A").actor("Z");
    for (String pole : new String[] {"P", "Q", "R"}) {
      builder.tie("A", pole, TieKind.PARTNERSHIP, "t", THEN, RECORD);
    }
    AllianceNetwork network = builder.build();
    assertThat(value(poles(network, "P", "Q", "R"), "multi_vector_index"))
        .isCloseTo(1, within(1e-15));
    assertThat(value(poles(network, "P", "Z"), "multi_vector_index")).isZero();
    assertThat(value(poles(network, "P"), "multi_vector_index")).isZero();
    assertThat(value(poles(network, "Z"), "multi_vector_index")).isZero();
    // Two equal ties of three poles: ln 2/ln 3.
    assertThat(value(poles(network, "P", "Q", "Z"), "multi_vector_index"))
        .isCloseTo(Math.log(2) / Math.log(3), within(1e-15));
  }

  /** Evenness may fall by a further tie; this does not, whichever pole it is to. */
  @Test
  void no_further_tie_makes_ties_beside_the_strongest_less() {
    AllianceTies ties = example();
    double before = value(ties, "ties_beside_strongest");
    for (String pole : ties.poles()) {
      AllianceNetwork more =
          ties.network().withTie(Tie.of("KAZ", pole, TieKind.PARTNERSHIP, "further", THEN, RECORD));
      double after = value(ties.withNetwork(more), "ties_beside_strongest");
      assertThat(after)
          .as(pole)
          .isCloseTo(
              pole.equals("RUS")
                  ? before
                  : before + 0.25 * (1 - ties.network().strength("KAZ", pole, NOW)) / 3,
              within(1e-15));
    }
    AllianceTies one =
        AllianceTies.builder(ties.network(), "KAZ", NOW).rival("RUS").poles("CHN").build();
    assertThat(one.readings()).doesNotContainKey("ties_beside_strongest");
  }

  private static AllianceTies poles(AllianceNetwork network, String... poles) {
    return AllianceTies.builder(network, "A", NOW).rival("P").poles(poles).build();
  }

  @Test
  void readings_follow_when_the_country_leaves_or_the_date_moves() {
    AllianceTies left = example().leaving("CSTO");
    assertThat(value(left, "tie_to_rival")).isEqualTo(0.5);
    assertThat(left.joining("CSTO")).isNotEqualTo(example());
    assertThat(value(left.joining("CSTO"), "tie_to_rival")).isEqualTo(0.875);
    assertThat(value(example().withDate(LocalDate.of(2000, 1, 1)), "tie_to_rival")).isEqualTo(0.75);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> left.leaving("CSTO"))
        .withMessage("'KAZ' is not a member of 'CSTO' on 2022-02-23. Members then: [RUS, BLR]");
  }

  @Test
  void all_faults_are_reported_together() {
    AllianceTies.Builder builder =
        AllianceTies.builder(network(), "KAZ", NOW)
            .rival("RUS")
            .rival("CHN")
            .rivalsOfRival("CHN", "US")
            .poles("KAZ", "EU")
            .poles("Atlantis", "KAZ");
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            """
            Alliance ties of 'KAZ' has 6 faults:
              - rival was already set to 'RUS', second was 'CHN'
              - poles were already set to [KAZ, EU]
              - 'CHN' cannot be its own rival
              - rival of the rival 'US' is not in the network. Known: [TUR, USA, KAZ, RUS, BLR, CHN,\
             EU]. Maybe you meant 'USA'.
              - pole 'Atlantis' is not in the network. Known: [TUR, USA, KAZ, RUS, BLR, CHN, EU].
              - pole must be another actor than the country itself\
            """);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllianceTies.builder(network(), "UKR", NOW).build())
        .withMessage(
            """
            Alliance ties of 'UKR' has 2 faults:
              - country 'UKR' is not in the network. Known: [TUR, USA, KAZ, RUS, BLR, CHN, EU]. Maybe\
             you meant 'TUR'.
              - needs a rival\
            """);
  }

  @Test
  void a_rival_is_another_actor_of_the_network() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                AllianceTies.builder(network(), "KAZ", NOW)
                    .rival("RUSS")
                    .rivalsOfRival("KAZ")
                    .build())
        .withMessage(
            """
            Alliance ties of 'KAZ' has 2 faults:
              - rival 'RUSS' is not in the network. Known: [TUR, USA, KAZ, RUS, BLR, CHN, EU]. Maybe\
             you meant 'RUS'.
              - rival of the rival must be another actor than the country itself\
            """);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllianceTies.builder(network(), "KAZ", NOW).rival("KAZ").build())
        .withMessage("Alliance ties of 'KAZ': rival must be another actor than the country itself");
  }

  @Test
  void equal_ties_are_equal_and_survive_serialization() {
    AllianceTies ties = example();
    assertThat(ties).isEqualTo(example()).hasSameHashCodeAs(example());
    assertThat(ties).doesNotHaveSameHashCodeAs(ties.withDate(THEN));
    assertThat(Serialized.copyOf(ties)).isEqualTo(ties);
    assertThat(Serialized.copyOf(ties).readings()).isEqualTo(ties.readings());
    assertThat(ties.toString())
        .isEqualTo("Ties of KAZ on 2022-02-23, rival 'RUS', alliances [CSTO, EAEU]");
    assertThat(ties.country()).isEqualTo("KAZ");
    assertThat(ties.date()).isEqualTo(NOW);
    assertThat(ties.asOf()).contains(NOW);
    assertThat(ties.rival()).isEqualTo("RUS");
    assertThat(ties.rivalsOfRival()).containsExactly("USA", "EU");
    assertThat(ties.poles()).containsExactly("RUS", "CHN", "EU", "TUR");
    assertThat(ties.network()).isEqualTo(network());
  }
}
