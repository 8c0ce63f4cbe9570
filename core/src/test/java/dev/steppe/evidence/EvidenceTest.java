package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.ImmutableMap;
import dev.steppe.testing.RandomModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all evidence has in common: numbers that can be asked for without their sources. */
class EvidenceTest {

  private static final Source SOURCE = Source.of("Almanac", "page 7").observed(2020);
  private static final Source OTHER = Source.of("Yearbook", "");
  private static final LocalDate THEN = LocalDate.of(2000, 1, 1);
  private static final LocalDate NOW = LocalDate.of(2022, 1, 1);

  static LongStream seeds() {
    return RandomModels.seeds();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_number_asked_for_alone_has_the_bits_of_the_reading(long seed) {
    Random random = new Random(seed);
    for (Evidence evidence : List.of(trade(random), groups(random), ties(random))) {
      List<Estimate> alone =
          evidence.codes().stream().map(code -> evidence.estimate(code).orElseThrow()).toList();
      assertThat(evidence.codes()).containsExactlyElementsOf(evidence.readings().keySet());
      assertThat(alone)
          .as(evidence.toString())
          .containsExactlyElementsOf(
              evidence.readings().values().stream().map(Reading::estimate).toList());
      assertThat(evidence.estimate("nothing_of_the_kind")).isEmpty();
    }
  }

  @Test
  void a_code_is_needed() {
    for (Evidence evidence : List.of(trade(new Random(1)), new Rumour(ImmutableMap.of()))) {
      assertThatNullPointerException()
          .isThrownBy(() -> evidence.estimate(null))
          .withMessage("code");
    }
  }

  /** Evidence that says nothing of codes and estimates itself. */
  record Rumour(ImmutableMap<String, Reading> readings) implements Evidence {
    @Override
    public String name() {
      return "rumour";
    }
  }

  @Test
  void other_evidence_needs_readings_only() {
    Evidence rumour =
        new Rumour(ImmutableMap.of("x", Reading.of(1), "y", Reading.of(Estimate.between(2, 4))));
    assertThat(rumour.codes()).containsExactly("x", "y");
    assertThat(rumour.estimate("y")).contains(Estimate.between(2, 4));
    assertThat(rumour.estimate("z")).isEmpty();
  }

  private static Estimate share(Random random, double most) {
    double lower = most * random.nextDouble();
    return switch (random.nextInt(5)) {
      case 0 -> Estimate.exact(0);
      case 1 -> Estimate.exact(lower);
      case 2 -> Estimate.between(lower, most);
      case 3 -> Estimate.triangular(lower, (lower + most) / 2, most);
      default -> Estimate.normal(lower, 0.1, 0, most);
    };
  }

  private static TradePartners trade(Random random) {
    TradePartners.Builder trade = TradePartners.builder("P0");
    trade.exports("P1", share(random, 0.2), SOURCE);
    for (int i = random.nextInt(2); i < 4; i++) {
      trade.exports("P" + i, share(random, 0.25), OTHER);
    }
    for (int i = random.nextInt(6); i < 5; i++) {
      trade.imports("P" + i, share(random, 0.2), SOURCE);
    }
    return (random.nextBoolean() ? trade : trade.transit(share(random, 1), SOURCE)).build();
  }

  private static EthnicDistribution groups(Random random) {
    EthnicDistribution.Builder groups = EthnicDistribution.builder("C");
    groups.group("C", share(random, 0.3), SOURCE).group("A", share(random, 0.7), SOURCE);
    if (random.nextBoolean()) {
      groups.group("C", share(random, 0.3), OTHER);
    }
    int regions = random.nextInt(4);
    for (int i = 0; i < regions; i++) {
      groups.region(
          "region " + i,
          i == 0 ? SOURCE : OTHER,
          r -> r.populationShare(1.0 / regions).group("C", share(random, 0.9)));
    }
    return groups.build();
  }

  private static AllianceTies ties(Random random) {
    AllianceNetwork.Builder network = AllianceNetwork.builder();
    for (int a = 0; a < 4; a++) {
      TieKind kind = TieKind.values()[random.nextInt(TieKind.values().length)];
      network.alliance("alliance " + a, kind, random.nextDouble(), a == 0 ? SOURCE : OTHER);
      for (String actor : List.of("AAA", "BBB", "CCC", "RIV", "POL")) {
        if (random.nextBoolean()) {
          network.member(actor, THEN, LocalDate.MAX, random.nextDouble());
        }
      }
    }
    for (String actor : List.of("BBB", "CCC", "RIV", "POL")) {
      network.actor("AAA").actor(actor);
      TieKind kind = random.nextBoolean() ? TieKind.DEFENCE_PACT : TieKind.PARTNERSHIP;
      if (random.nextInt(3) == 0) {
        network.tie("AAA", actor, kind, "treaty", THEN, SOURCE);
      }
    }
    AllianceTies.Builder ties = AllianceTies.builder(network.build(), "AAA", NOW).rival("RIV");
    return (random.nextBoolean() ? ties : ties.rivalsOfRival("POL", "BBB").poles("RIV", "CCC"))
        .build();
  }
}
