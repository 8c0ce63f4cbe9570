package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.graph.ImmutableValueGraph;
import java.time.LocalDate;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllianceNetworkTest {

  private static final Source RECORD = Source.of("Public record", "treaties");
  private static final LocalDate CSTO = LocalDate.of(1994, 4, 20);
  private static final LocalDate EAEU = LocalDate.of(2015, 1, 1);
  private static final LocalDate NOW = LocalDate.of(2022, 2, 23);

  static AllianceNetwork.Builder example() {
    return AllianceNetwork.builder()
        .alliance("CSTO", TieKind.DEFENCE_PACT, RECORD)
        .member("RUS", CSTO)
        .member("KAZ", CSTO)
        .member("UZB", CSTO, LocalDate.of(1999, 4, 2))
        .member("UZB", LocalDate.of(2006, 8, 16), LocalDate.of(2012, 6, 28))
        .alliance("EAEU", TieKind.ECONOMIC_UNION, RECORD)
        .member("RUS", EAEU)
        .member("KAZ", EAEU)
        .member("UZB", LocalDate.of(2020, 12, 11), LocalDate.MAX, 0.5)
        .tie("KAZ", "TUR", TieKind.PARTNERSHIP, "partnership", LocalDate.of(2009, 10, 22), RECORD)
        .actor("CHN");
  }

  private final AllianceNetwork network = example().build();

  @Test
  void strength_is_that_of_the_documented_example() {
    assertThat(network.strength("KAZ", "RUS", LocalDate.of(2014, 1, 1))).isEqualTo(0.75);
    assertThat(network.strength("KAZ", "RUS", LocalDate.of(2022, 1, 1))).isEqualTo(0.875);
    assertThat(network.strength("RUS", "KAZ", LocalDate.of(1994, 4, 19))).isZero();
    assertThat(network.strength("KAZ", "CHN", NOW)).isZero();
  }

  /** 1 - (1 - 0.75) (1 - 0.5) becomes 1 - (1 - 0.6) (1 - 0.5); what is stated otherwise stays. */
  @Test
  void ties_of_a_kind_bind_as_much_as_is_said_unless_stated_otherwise() {
    AllianceNetwork weaker = network.withDefaultStrength(TieKind.DEFENCE_PACT, 0.6);
    assertThat(weaker.strength("KAZ", "RUS", NOW)).isCloseTo(0.8, within(1e-12));
    assertThat(weaker.strength("KAZ", "TUR", NOW)).isEqualTo(0.25);
    assertThat(network.withDefaultStrength(TieKind.PARTNERSHIP, 0.4).strength("KAZ", "TUR", NOW))
        .isEqualTo(0.4);
    AllianceNetwork stated =
        AllianceNetwork.builder()
            .alliance("loose", TieKind.DEFENCE_PACT, 0.3, RECORD)
            .member("RUS", CSTO)
            .member("KAZ", CSTO)
            .build();
    assertThat(stated.withDefaultStrength(TieKind.DEFENCE_PACT, 0.9)).isEqualTo(stated);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.withDefaultStrength(TieKind.DEFENCE_PACT, 1.5))
        .withMessage("strength of alliance 'CSTO' must be in [0.0, 1.0], but was 1.5");
  }

  @Test
  void membership_starts_on_its_first_day_and_is_over_on_the_last() {
    assertThat(network.alliancesOf("UZB", CSTO)).containsExactly("CSTO");
    assertThat(network.alliancesOf("UZB", LocalDate.of(1999, 4, 1))).containsExactly("CSTO");
    assertThat(network.alliancesOf("UZB", LocalDate.of(1999, 4, 2))).isEmpty();
    assertThat(network.alliancesOf("UZB", LocalDate.of(2010, 1, 1))).containsExactly("CSTO");
    assertThat(network.alliancesOf("KAZ", NOW)).containsExactly("CSTO", "EAEU");
  }

  @Test
  void tie_of_two_members_holds_while_both_belong() {
    Tie tie = network.ties("KAZ", "UZB", LocalDate.of(2010, 1, 1)).get(0);
    assertThat(tie.toString()).isEqualTo("CSTO KAZ-UZB since 2006-08-16 until 2012-06-28");
    assertThat(tie.period().isOpen()).isFalse();
    assertThat(tie.source()).isEqualTo(RECORD);
    assertThat(network.ties("RUS", "KAZ", NOW).get(1).toString())
        .isEqualTo("EAEU RUS-KAZ since 2015-01-01");
  }

  @Test
  void observer_is_bound_half() {
    Tie tie = network.ties("KAZ", "UZB", NOW).get(0);
    assertThat(tie.degree()).isEqualTo(0.5);
    assertThat(tie.binding()).isEqualTo(0.25);
    assertThat(network.strength("KAZ", "UZB", NOW)).isEqualTo(0.25);
  }

  @Test
  void graph_holds_every_actor_and_the_ties_of_the_date() {
    ImmutableValueGraph<String, ImmutableList<Tie>> graph = network.graph(NOW);
    assertThat(graph.nodes()).containsExactly("CHN", "RUS", "KAZ", "UZB", "TUR");
    assertThat(graph.edges()).hasSize(4);
    assertThat(graph.edgeValue("KAZ", "RUS").orElseThrow()).hasSize(2);
    assertThat(graph.degree("CHN")).isZero();
    assertThat(network.graph(LocalDate.of(1990, 1, 1)).edges()).isEmpty();
  }

  @Test
  void bloc_among_its_own_members_is_an_actor() {
    AllianceNetwork union =
        AllianceNetwork.builder()
            .alliance("EU", TieKind.POLITICAL_BLOC, RECORD)
            .member("EU", CSTO)
            .member("EST", LocalDate.of(2004, 5, 1))
            .build();
    assertThat(union.strength("EST", "EU", NOW)).isEqualTo(0.4);
  }

  @Test
  void default_strengths_fall_from_pact_to_aspiration() {
    assertThat(TieKind.values())
        .extracting(TieKind::defaultStrength)
        .containsExactly(0.75, 0.5, 0.4, 0.25, 0.1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void strength_grows_with_every_tie_whatever_their_order_and_stays_within_one(long seed) {
    Random random = new Random(seed);
    AllianceNetwork forward = AllianceNetwork.builder().actor("A").actor("B").build();
    double strength = 0;
    double product = 1;
    for (int i = 0; i < 30; i++) {
      double s = random.nextDouble();
      double d = random.nextDouble();
      product *= 1 - s * d;
      Tie tie =
          Tie.of("B", "A", TieKind.PARTNERSHIP, "t" + i, CSTO, RECORD)
              .withStrength(s)
              .withDegree(d);
      forward = forward.withTie(tie);
      assertThat(forward.strength("A", "B", NOW)).isBetween(strength, 1.0);
      strength = forward.strength("A", "B", NOW);
    }
    assertThat(strength).isCloseTo(1 - product, within(1e-12));
    assertThat(forward.strength("B", "A", NOW)).isEqualTo(strength);
  }

  @Test
  void portfolios_are_alike_opposite_or_between() {
    AllianceNetwork.Builder builder = AllianceNetwork.builder();
    Tie full = Tie.of("A", "X", TieKind.DEFENCE_PACT, "pact", CSTO, RECORD).withStrength(1);
    AllianceNetwork opposite =
        builder
            .tie(full)
            .tie(new Tie("B", "Y", full.kind(), "pact", 1, 1, full.period(), RECORD))
            .build();
    assertThat(opposite.portfolioSimilarity("A", "B", NOW)).isEqualTo(-1);
    AllianceNetwork alike =
        opposite
            .withTie(new Tie("B", "X", full.kind(), "pact", 1, 1, full.period(), RECORD))
            .withTie(new Tie("A", "Y", full.kind(), "pact", 1, 1, full.period(), RECORD));
    assertThat(alike.portfolioSimilarity("A", "B", NOW)).isEqualTo(1);
    // Over RUS, TUR and CHN: KAZ (0.875, 0.25, 0), UZB (0.25, 0, 0); S = 1 - 2 * 0.875/3.
    assertThat(network.portfolioSimilarity("KAZ", "UZB", NOW))
        .isCloseTo(1 - 2 * 0.875 / 3, within(1e-15))
        .isEqualTo(network.portfolioSimilarity("UZB", "KAZ", NOW));
    assertThat(
            AllianceNetwork.builder()
                .actor("A")
                .actor("B")
                .build()
                .portfolioSimilarity("A", "B", NOW))
        .isEqualTo(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void similarity_stays_between_minus_one_and_one(long seed) {
    Random random = new Random(seed);
    AllianceNetwork.Builder builder = AllianceNetwork.builder();
    for (int i = 0; i < 8; i++) {
      for (int j = i + 1; j < 8; j++) {
        if (random.nextBoolean()) {
          builder.tie(
              Tie.of("A" + i, "A" + j, TieKind.DEFENCE_PACT, "t", CSTO, RECORD)
                  .withStrength(random.nextDouble()));
        } else {
          builder.actor("A" + i).actor("A" + j);
        }
      }
    }
    AllianceNetwork random8 = builder.build();
    assertThat(random8.portfolioSimilarity("A0", "A1", NOW)).isBetween(-1.0, 1.0);
  }

  @Test
  void leaving_ends_a_membership_and_joining_starts_one() {
    AllianceNetwork without = network.leaving("KAZ", "CSTO", NOW);
    assertThat(without.alliancesOf("KAZ", NOW)).containsExactly("EAEU");
    assertThat(without.alliancesOf("KAZ", NOW.minusDays(1))).containsExactly("CSTO", "EAEU");
    assertThat(without.strength("KAZ", "RUS", NOW)).isEqualTo(0.5);
    assertThat(without.joining("KAZ", "CSTO", NOW).strength("KAZ", "RUS", NOW)).isEqualTo(0.875);
    assertThat(network.leaving("KAZ", "CSTO", CSTO).alliancesOf("KAZ", CSTO)).isEmpty();
    assertThat(network.joining("GEO", "CSTO", NOW).strength("GEO", "RUS", NOW)).isEqualTo(0.75);
    assertThat(network.strength("KAZ", "RUS", NOW)).isEqualTo(0.875);
  }

  @Test
  void changes_that_make_no_sense_are_refused() {
    refused(
        () -> network.leaving("TUR", "CSTO", NOW),
        "'TUR' is not a member of 'CSTO' on 2022-02-23. Members then: [RUS, KAZ]");
    refused(
        () -> network.leaving("KAZ", "CST", NOW),
        "Unknown alliance 'CST'. Known: [CSTO, EAEU]. Maybe you meant 'CSTO'.");
    refused(
        () -> network.joining("KAZ", "CSTO", NOW),
        "'KAZ' is already a member of 'CSTO' on 2022-02-23: since 1994-04-20");
    refused(
        () -> network.joining("UZB", "CSTO", LocalDate.of(2003, 1, 1)),
        "Alliance network: 'UZB' is in 'CSTO' twice at once: since 2006-08-16 until 2012-06-28,"
            + " and since 2003-01-01");
    refused(
        () ->
            network.withTie(Tie.of("TUR", "KAZ", TieKind.PARTNERSHIP, "partnership", NOW, RECORD)),
        "Alliance network: tie 'partnership KAZ-TUR since 2009-10-22' holds twice at once, second"
            + " was since 2022-02-23");
  }

  @Test
  void ties_that_hold_twice_at_once_are_refused_when_built_too() {
    refused(
        () ->
            example()
                .tie("TUR", "KAZ", TieKind.PARTNERSHIP, "partnership", NOW, RECORD)
                .tie("TUR", "KAZ", TieKind.PARTNERSHIP, "another", NOW, RECORD)
                .build(),
        "Alliance network: tie 'partnership KAZ-TUR since 2009-10-22' holds twice at once, second"
            + " was since 2022-02-23");
  }

  @Test
  void ties_of_a_kind_are_those_with_whom_they_bind() {
    assertThat(network.tiesOf("KAZ", TieKind.PARTNERSHIP, NOW))
        .isEqualTo(network.ties("KAZ", "TUR", NOW));
    assertThat(network.tiesOf("KAZ", TieKind.DEFENCE_PACT, NOW))
        .containsExactly(network.ties("KAZ", "RUS", NOW).get(0));
    assertThat(network.tiesOf("CHN", TieKind.PARTNERSHIP, NOW)).isEmpty();
  }

  @Test
  void sources_are_those_of_alliances_and_of_ties_each_once() {
    Source atlas = Source.of("Atlas", "page 2");
    AllianceNetwork more =
        network
            .withTie(Tie.of("KAZ", "CHN", TieKind.PARTNERSHIP, "accord", NOW, atlas))
            .withTie(Tie.of("KAZ", "CHN", TieKind.PARTNERSHIP, "pledge", NOW, RECORD));
    assertThat(more.sources()).containsExactly(RECORD, atlas);
  }

  @Test
  void unknown_actors_are_refused() {
    refused(
        () -> network.strength("RUSS", "KAZ", NOW),
        "Unknown actor 'RUSS'. Known: [CHN, RUS, KAZ, UZB, TUR]. Maybe you meant 'RUS'.");
    refused(
        () -> network.strength("KAZ", "RUSS", NOW),
        "Unknown actor 'RUSS'. Known: [CHN, RUS, KAZ, UZB, TUR]. Maybe you meant 'RUS'.");
    refused(() -> network.ties("KAZ", "KAZ", NOW), "A tie needs two actors, but both were 'KAZ'");
    refused(
        () -> network.alliancesOf("QQQQQQ", NOW),
        "Unknown actor 'QQQQQQ'. Known: [CHN, RUS, KAZ, UZB, TUR].");
  }

  @Test
  void all_faults_are_reported_together() {
    AllianceNetwork.Builder builder =
        AllianceNetwork.builder()
            .member("KAZ", CSTO)
            .alliance("CSTO", TieKind.DEFENCE_PACT, 1.5, RECORD)
            .member("KAZ", NOW, CSTO)
            .member("RUS", CSTO)
            .member("RUS", NOW)
            .member("BLR", CSTO, LocalDate.MAX, -1)
            .alliance("CSTO", TieKind.POLITICAL_BLOC, RECORD)
            .tie("KAZ", "KAZ", TieKind.PARTNERSHIP, "self", CSTO, RECORD)
            .tie("KAZ", "", TieKind.PARTNERSHIP, "nobody", CSTO, RECORD);
    refused(
        builder::build,
        """
        Alliance network has 8 faults:
          - member 'KAZ' comes before any alliance
          - strength of alliance 'CSTO' must be in [0.0, 1.0], but was 1.5
          - member 'KAZ' of 'CSTO': until 1994-04-20 must be after since 2022-02-23
          - member 'BLR' of 'CSTO': degree of member 'BLR' must be in [0.0, 1.0], but was -1.0
          - alliance 'CSTO' was already set
          - tie 'self' is from 'KAZ' to itself
          - actor of a tie must not be blank
          - 'RUS' is in 'CSTO' twice at once: since 1994-04-20, and since 2022-02-23\
        """);
  }

  @Test
  void ties_refuse_what_is_outside_zero_to_one() {
    Tie tie = Tie.of("KAZ", "TUR", TieKind.PARTNERSHIP, "accord", CSTO, RECORD);
    refused(
        () -> tie.withStrength(Double.NaN),
        "strength of the tie 'accord' must be in [0.0, 1.0], but was NaN");
    refused(
        () -> tie.withDegree(2), "degree of the tie 'accord' must be in [0.0, 1.0], but was 2.0");
    refused(() -> tie.until(CSTO), "until 1994-04-20 must be after since 1994-04-20");
    assertThat(tie.until(NOW).period().includes(NOW)).isFalse();
    assertThat(tie.isBetween("TUR", "KAZ")).isTrue();
    assertThat(tie.isBetween("TUR", "TUR")).isFalse();
  }

  @Test
  void equal_networks_are_equal_and_survive_serialization() {
    assertThat(network).isEqualTo(example().build()).hasSameHashCodeAs(example().build());
    AllianceNetwork left = network.leaving("KAZ", "CSTO", NOW);
    assertThat(network).isNotEqualTo(left).doesNotHaveSameHashCodeAs(left);
    assertThat(Serialized.copyOf(network)).isEqualTo(network);
    assertThat(network.toString())
        .isEqualTo("Network of 5 actors, alliances [CSTO, EAEU], 1 other tie");
    assertThat(network.sources()).containsExactly(RECORD);
    assertThat(network.alliances()).containsExactly("CSTO", "EAEU");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void who_leaves_has_left_for_good() {
    AllianceNetwork network =
        AllianceNetwork.builder()
            .alliance("pact", TieKind.DEFENCE_PACT, Source.of("Record", ""))
            .member("AAA", LocalDate.of(1994, 1, 1), LocalDate.of(1999, 1, 1))
            .member("AAA", LocalDate.of(2006, 1, 1), LocalDate.of(2012, 1, 1))
            .member("BBB", LocalDate.of(1994, 1, 1))
            .build();
    AllianceNetwork left = network.leaving("AAA", "pact", LocalDate.of(1996, 1, 1));
    assertThat(network.strength("AAA", "BBB", LocalDate.of(2008, 1, 1))).isEqualTo(0.75);
    assertThat(left.strength("AAA", "BBB", LocalDate.of(1995, 1, 1))).isEqualTo(0.75);
    assertThat(left.strength("AAA", "BBB", LocalDate.of(1996, 1, 1))).isZero();
    assertThat(left.strength("AAA", "BBB", LocalDate.of(2008, 1, 1))).isZero();
  }
}
