package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EthnicDistributionTest {

  private static final Source CENSUS = Source.of("Census", "table 1").observed(2021);
  private static final Source SURVEY =
      Source.of("Survey", "page 3").observed(2019).withQuality(Quality.ESTIMATE);

  private static EthnicDistribution example() {
    return EthnicDistribution.builder("C")
        .group("A", 0.6, CENSUS)
        .group("B", 0.3, CENSUS)
        .group("C", 0.1, CENSUS)
        .region("north", CENSUS, r -> r.populationShare(0.25).group("C", 0.4))
        .region("south", CENSUS, r -> r.populationShare(0.75).group("C", 0.0))
        .build();
  }

  private static Estimate reading(EthnicDistribution distribution, String code) {
    return distribution.readings().get(code).estimate();
  }

  @Test
  void readings_are_those_of_the_documented_example() {
    EthnicDistribution groups = example();
    assertThat(groups.name()).isEqualTo("ethnic-distribution");
    assertThat(groups.readings())
        .containsOnlyKeys(
            "kin_share",
            "max_regional_kin_share",
            "regional_dissimilarity",
            "ethnic_fractionalisation",
            "ethnic_polarisation");
    assertThat(reading(groups, "kin_share")).isEqualTo(Estimate.exact(0.1));
    assertThat(reading(groups, "max_regional_kin_share")).isEqualTo(Estimate.exact(0.4));
    // All kin in the north; others 0.15/0.9 there and 0.75/0.9 in the south: D = 0.75/0.9.
    assertThat(reading(groups, "regional_dissimilarity").central())
        .isCloseTo(0.75 / 0.9, within(1e-15));
    assertThat(reading(groups, "ethnic_fractionalisation").central())
        .isCloseTo(0.54, within(1e-15));
    assertThat(reading(groups, "ethnic_polarisation").central()).isCloseTo(0.864, within(1e-15));
    assertThat(groups.readings().values())
        .filteredOn(reading -> !reading.unit().equals("index from 0 to 1"))
        .allMatch(reading -> reading.unit().equals("fraction"))
        .hasSize(2);
  }

  // Montalvo and Reynal-Querol (2005): RQ is 1 for two halves, falls with more equal groups, as
  // 4 (n - 1) / n^2, while fractionalisation rises, as 1 - 1/n.
  @ParameterizedTest
  @CsvSource({"1, 0, 0", "2, 0.5, 1", "3, 0.6666666666666667, 0.8888888888888888", "4, 0.75, 0.75"})
  void equal_groups_have_their_known_indices(int n, double fractionalisation, double polarisation) {
    EthnicDistribution.Builder builder = EthnicDistribution.builder("G0");
    for (int i = 0; i < n; i++) {
      builder.group("G" + i, 1.0 / n, CENSUS);
    }
    EthnicDistribution groups = builder.build();
    assertThat(reading(groups, "ethnic_fractionalisation").central())
        .isCloseTo(fractionalisation, within(1e-12));
    assertThat(reading(groups, "ethnic_polarisation").central())
        .isCloseTo(polarisation, within(1e-12));
  }

  @Test
  void unlisted_groups_make_the_indices_intervals() {
    EthnicDistribution groups =
        EthnicDistribution.builder("A").group("A", 0.5, CENSUS).group("B", 0.3, CENSUS).build();
    // The rest, 0.2, as infinitely many groups: 1 - 0.34; as one: 1 - 0.34 - 0.04.
    assertThat(reading(groups, "ethnic_fractionalisation").lower()).isCloseTo(0.62, within(1e-12));
    assertThat(reading(groups, "ethnic_fractionalisation").upper()).isCloseTo(0.66, within(1e-12));
    // 4 (0.125 + 0.063) = 0.752; one group of 0.2 adds 4 * 0.032.
    assertThat(reading(groups, "ethnic_polarisation").lower()).isCloseTo(0.752, within(1e-12));
    assertThat(reading(groups, "ethnic_polarisation").upper()).isCloseTo(0.88, within(1e-12));
    assertThat(groups.readings().get("ethnic_polarisation").source().place())
        .isEqualTo("derived: polarisation over 2 groups and the unlisted rest");
  }

  @Test
  void a_large_unlisted_rest_may_be_two_halves() {
    EthnicDistribution groups = EthnicDistribution.builder("A").group("A", 0.1, CENSUS).build();
    // 4 * 0.009 for A; two groups of 0.45 add 4 * 2 * 0.2025 * 0.55, one of 0.9 only 4 * 0.081.
    assertThat(reading(groups, "ethnic_polarisation").lower()).isCloseTo(0.036, within(1e-12));
    assertThat(reading(groups, "ethnic_polarisation").upper()).isCloseTo(0.927, within(1e-12));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void intervals_hold_every_way_to_fill_them(long seed) {
    Random random = new Random(seed);
    double[] lower = new double[4];
    double[] upper = new double[4];
    EthnicDistribution.Builder builder = EthnicDistribution.builder("G0");
    for (int i = 0; i < 4; i++) {
      lower[i] = 0.2 * random.nextDouble();
      upper[i] = lower[i] + 0.05 * random.nextDouble();
      builder.group("G" + i, Estimate.between(lower[i], upper[i]), CENSUS);
    }
    EthnicDistribution uncertain = builder.build();
    for (int round = 0; round < 200; round++) {
      EthnicDistribution.Builder sharp = EthnicDistribution.builder("G0");
      double rest = 1;
      for (int i = 0; i < 4; i++) {
        double share = lower[i] + (upper[i] - lower[i]) * random.nextDouble();
        sharp.group("G" + i, share, CENSUS);
        rest -= share;
      }
      for (int i = 0; rest > 1e-3 && i < 20; i++) {
        double share = rest * random.nextDouble();
        sharp.group("R" + i, share, CENSUS);
        rest -= share;
      }
      EthnicDistribution filled = sharp.group("R", Math.max(0, rest), CENSUS).build();
      for (String code : new String[] {"ethnic_fractionalisation", "ethnic_polarisation"}) {
        assertThat(reading(filled, code).central())
            .isBetween(
                reading(uncertain, code).lower() - 1e-12, reading(uncertain, code).upper() + 1e-12)
            .isBetween(0.0, 1.0);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void dissimilarity_interval_holds_every_sharp_case(long seed) {
    Random random = new Random(seed);
    double[] population = {0.5, 0.3, 0.2};
    double[] lower = new double[3];
    double[] upper = new double[3];
    EthnicDistribution.Builder builder = EthnicDistribution.builder("K");
    for (int r = 0; r < 3; r++) {
      lower[r] = 0.8 * random.nextDouble();
      upper[r] = lower[r] + 0.2 * random.nextDouble();
      Estimate share = Estimate.between(lower[r], upper[r]);
      double people = population[r];
      builder.region("r" + r, CENSUS, b -> b.populationShare(people).group("K", share));
    }
    Estimate bounds = reading(builder.build(), "regional_dissimilarity");
    for (int round = 0; round < 200; round++) {
      double[] k = new double[3];
      double national = 0;
      for (int r = 0; r < 3; r++) {
        k[r] = lower[r] + (upper[r] - lower[r]) * random.nextDouble();
        national += population[r] * k[r];
      }
      double sum = 0; // D = sum w_r |k_r - K| / (2 K (1 - K)): Massey and Denton (1988).
      for (int r = 0; r < 3; r++) {
        sum += population[r] * Math.abs(k[r] - national);
      }
      assertThat(sum / (2 * national * (1 - national)))
          .isBetween(bounds.lower() - 1e-12, bounds.upper() + 1e-12);
    }
  }

  @Test
  void dissimilarity_is_one_when_apart_and_zero_when_even() {
    EthnicDistribution apart =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.populationShare(0.3).group("K", 1))
            .region("b", CENSUS, r -> r.populationShare(0.7).group("K", 0))
            .build();
    assertThat(reading(apart, "regional_dissimilarity")).isEqualTo(Estimate.exact(1));
    EthnicDistribution even =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.populationShare(0.3).group("K", 0.2))
            .region("b", CENSUS, r -> r.populationShare(0.7).group("K", 0.2))
            .build();
    assertThat(reading(even, "regional_dissimilarity").central()).isCloseTo(0, within(1e-15));
    assertThat(even.readings())
        .containsOnlyKeys("max_regional_kin_share", "regional_dissimilarity");
  }

  @Test
  void dissimilarity_needs_regions_that_cover_the_country_and_both_groups() {
    EthnicDistribution partial =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.populationShare(0.3).group("K", 0.5))
            .region("b", CENSUS, r -> r.populationShare(0.6).group("K", 0))
            .build();
    assertThat(partial.readings()).containsOnlyKeys("max_regional_kin_share");
    EthnicDistribution unstated =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.populationShare(1).group("K", 0.5))
            .region("b", CENSUS, r -> r.group("K", 0))
            .build();
    assertThat(unstated.readings()).containsOnlyKeys("max_regional_kin_share");
    EthnicDistribution nobody =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.populationShare(1).group("K", 0))
            .build();
    assertThat(nobody.readings()).containsOnlyKeys("max_regional_kin_share");
    EthnicDistribution everybody =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.populationShare(1).group("K", 1))
            .build();
    assertThat(everybody.readings()).containsOnlyKeys("max_regional_kin_share");
  }

  @Test
  void largest_regional_share_is_an_interval_when_regions_may_swap() {
    EthnicDistribution groups =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.group("K", Estimate.triangular(0.2, 0.3, 0.5)))
            .region("b", SURVEY, r -> r.group("K", 0.25))
            .build();
    Reading reading = groups.readings().get("max_regional_kin_share");
    assertThat(reading.estimate()).isEqualTo(Estimate.between(0.25, 0.5));
    assertThat(reading.source().toString())
        .isEqualTo("Census; Survey, derived: largest kin share over 2 regions (a) [estimate]");
    EthnicDistribution certain =
        EthnicDistribution.builder("K")
            .region("a", CENSUS, r -> r.group("K", Estimate.triangular(0.2, 0.3, 0.5)))
            .region("b", SURVEY, r -> r.group("K", 0.1))
            .build();
    assertThat(reading(certain, "max_regional_kin_share"))
        .isEqualTo(Estimate.triangular(0.2, 0.3, 0.5));
  }

  @Test
  void figures_from_two_sources_are_kept_and_spanned() {
    EthnicDistribution groups =
        EthnicDistribution.builder("K")
            .group("K", 0.2, CENSUS)
            .group("K", 0.1794, SURVEY)
            .group("Other", 0.7, CENSUS)
            .build();
    assertThat(groups.groups()).containsEntry("K", Estimate.between(0.1794, 0.2));
    assertThat(groups.figures("K")).hasSize(2);
    assertThat(groups.figures("?")).isEmpty();
    Reading kin = groups.readings().get("kin_share");
    assertThat(kin.estimate()).isEqualTo(Estimate.between(0.1794, 0.2));
    assertThat(kin.source().document()).isEqualTo("Census; Survey");
    assertThat(kin.source().place()).isEqualTo("derived: span of 2 figures for K");
    assertThat(kin.source().quality()).isEqualTo(Quality.ESTIMATE);
    assertThat(kin.source().observedYear()).isEmpty();
    assertThat(example().readings().get("kin_share").source()).isEqualTo(CENSUS);
    assertThat(example().readings().get("ethnic_polarisation").source().observedYear())
        .hasValue(2021);
  }

  @Test
  void unstated_sources_stay_unstated_in_quality() {
    EthnicDistribution groups =
        EthnicDistribution.builder("K").group("K", 1, Source.unstated()).build();
    Source source = groups.readings().get("ethnic_polarisation").source();
    assertThat(source.document()).isEqualTo("source not stated");
    assertThat(source.quality()).isEqualTo(Quality.UNSTATED);
  }

  @Test
  void accessors_give_what_was_put_in() {
    EthnicDistribution groups = example();
    assertThat(groups.kinGroup()).isEqualTo("C");
    assertThat(groups.groups().keySet()).containsExactly("A", "B", "C");
    assertThat(groups.regions()).containsExactly("north", "south");
    assertThat(groups.groupsIn("north")).isEqualTo(ImmutableMap.of("C", Estimate.exact(0.4)));
    assertThat(groups.populationShare("south")).hasValue(0.75);
    assertThat(groups.toString())
        .isEqualTo("Groups {A=0.6, B=0.3, C=0.1}, kin group 'C', 2 regions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.groupsIn("nord"))
        .withMessage("Unknown region 'nord'. Known: [north, south]. Maybe you meant 'north'.");
  }

  @Test
  void a_share_moves_from_group_to_group() {
    EthnicDistribution moved = example().moveShare("A", "C", 0.2);
    assertThat(moved.groups().get("A").central()).isCloseTo(0.4, within(1e-15));
    assertThat(moved.groups().get("C").central()).isCloseTo(0.3, within(1e-15));
    assertThat(reading(moved, "kin_share").central()).isCloseTo(0.3, within(1e-15));
    assertThat(reading(moved, "regional_dissimilarity"))
        .isEqualTo(reading(example(), "regional_dissimilarity"));
    EthnicDistribution fresh = example().moveShare("A", "D", 0.6);
    assertThat(fresh.groups()).containsEntry("A", Estimate.exact(0)).containsKey("D");
    assertThat(fresh.figures("D").get(0).source().toString())
        .isEqualTo("Census, derived: moved from A (2021)");
    assertThat(example().moveShare("A", "A", 0.2)).isEqualTo(example());
    assertThat(example().moveShare("A", "B", 0)).isEqualTo(example());
  }

  @Test
  void a_share_that_is_not_there_cannot_move() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> example().moveShare("C", "A", 0.2))
        .withMessage("Cannot move 0.2 from 'C' to 'A': its share of the population is 0.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> example().moveShare("X", "A", 0.2))
        .withMessage("Unknown part 'X' of the population. Known: [A, B, C].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> example().moveShare("A", "B", Double.NaN))
        .withMessage("share to move from 'A' to 'B' must be in [0.0, 1.0], but was NaN");
  }

  @Test
  void uncertain_shares_stay_in_bounds_and_keep_their_sum_when_they_move() {
    EthnicDistribution groups =
        EthnicDistribution.builder("K")
            .group("K", Estimate.between(0, 0.2), CENSUS)
            .group("L", Estimate.between(0.8, 1), CENSUS)
            .build();
    EthnicDistribution moved = groups.moveShare("K", "L", 0.05);
    assertThat(moved.groups().get("K").lower()).isZero();
    assertThat(moved.groups().get("K").upper()).isCloseTo(0.1, within(1e-12));
    assertThat(moved.groups().get("L").lower()).isCloseTo(0.9, within(1e-12));
    assertThat(moved.groups().get("L").upper()).isCloseTo(1, within(1e-12));
    EthnicDistribution back = groups.moveShare("L", "K", 0.3);
    assertThat(back.groups().get("L").lower()).isCloseTo(0.5, within(1e-12));
    assertThat(back.groups().get("K")).isEqualTo(Estimate.between(0.3, 0.5));
    assertThat(groups.moveShare("K", "L", 0.1).groups())
        .isEqualTo(ImmutableMap.of("K", Estimate.exact(0), "L", Estimate.exact(1)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void shares_stay_a_composition_however_they_move(long seed) {
    Random random = new Random(seed);
    EthnicDistribution groups =
        EthnicDistribution.builder("A")
            .group("A", 0.5, CENSUS)
            .group("B", Estimate.normal(0.2, 0.05, 0, 1), CENSUS)
            .group("C", Estimate.triangular(0.1, 0.2, 0.25), CENSUS)
            .group("D", Estimate.between(0.05, 0.15), SURVEY)
            .build();
    String[] names = {"A", "B", "C", "D"};
    for (int i = 0; i < 100; i++) {
      String from = names[random.nextInt(4)];
      String to = names[random.nextInt(4)];
      double share = random.nextDouble() * groups.groups().get(from).central();
      groups = groups.moveShare(from, to, share);
      double sum = 0;
      for (Estimate estimate : groups.groups().values()) {
        assertThat(estimate.lower()).isBetween(0.0, 1.0);
        assertThat(estimate.upper()).isBetween(0.0, 1.0);
        sum += estimate.central();
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void all_faults_are_reported_together() {
    EthnicDistribution.Builder builder =
        EthnicDistribution.builder("Russian")
            .group("Kazakh", 0.7, CENSUS)
            .group("Kazakh", 0.6, CENSUS)
            .group("Russians", 0.4, CENSUS)
            .group("Uzbek", 3.1, CENSUS)
            .group("Uighur", Double.NaN, CENSUS)
            .group("Tatar", Estimate.between(-0.1, 0.1), CENSUS)
            .region(
                "north",
                CENSUS,
                r -> r.populationShare(0.7).populationShare(0.6).group("Kazakh", 0.4))
            .region("south", CENSUS, r -> r.populationShare(1.5).group("Russian", 0.4))
            .region("east", CENSUS, r -> r.populationShare(0.4).group("Russian", 0.4))
            .region("east", CENSUS, r -> r.group("Russian", 0.4));
    String message =
        """
        Ethnic distribution seen from 'Russian' has 11 faults:
          - share of 'Kazakh' in the population was already set to 0.7 from the same source \
        (Census, table 1 (2021)), second was 0.6. Figures that disagree need different sources.
          - share of 'Uzbek' in the population must be in [0, 1], but was 3.1. Maybe it is in percent.
          - share of 'Uighur' in the population must be in [0, 1], but was NaN
          - share of 'Tatar' in the population must be in [0, 1], but was -0.1..0.1
          - population share of region 'north' was already set to 0.7, second was 0.6
          - population share of region 'south' must be in [0, 1], but was 1.5
          - region 'east' was already set
          - kin group 'Russian' has no share in the population; give 0 if nobody belongs to it, an \
        interval if little is known. Known: [Kazakh, Russians]. Maybe you meant 'Russians'.
          - shares in the population must sum to at most 1, but sum to 1.1: Kazakh 0.7, Russians 0.4
          - kin group 'Russian' has no share in region 'north'; give 0 if nobody belongs to it, an \
        interval if little is known. Known: [Kazakh].
          - population shares of the regions must sum to at most 1, but sum to 1.1\
        """;
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
  }

  @Test
  void no_data_at_all_is_a_fault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EthnicDistribution.builder("K").build())
        .withMessage("Ethnic distribution seen from 'K': needs at least one group or region");
  }

  @Test
  void shares_of_a_region_sum_to_one_at_most() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                EthnicDistribution.builder("Kazakh")
                    .region("north", CENSUS, r -> r.group("Kazakh", 0.7).group("Russians", 0.4))
                    .build())
        .withMessage(
            "Ethnic distribution seen from 'Kazakh': shares in region 'north' must sum to at most"
                + " 1, but sum to 1.1: Kazakh 0.7, Russians 0.4");
  }

  @Test
  void equal_distributions_are_equal_and_survive_serialization() {
    assertThat(example()).isEqualTo(example()).hasSameHashCodeAs(example());
    assertThat(example()).isNotEqualTo(example().moveShare("A", "B", 0.1));
    assertThat(Serialized.copyOf(example())).isEqualTo(example());
    assertThat(Serialized.copyOf(example()).readings()).isEqualTo(example().readings());
  }

  @Test
  void a_profile_takes_its_readings_from_the_distribution() {
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland")).evidence(example()).build();
    assertThat(profile.estimate("kin_share")).contains(Estimate.exact(0.1));
    assertThat(profile.evidence(EthnicDistribution.class)).contains(example());
  }
}
