package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradePartnersTest {

  private static final Source FACTBOOK = Source.of("Factbook", "Exports - partners").observed(2019);
  private static final Source BANK =
      Source.of("Bank", "bulletin 4").observed(2020).withQuality(Quality.ESTIMATE);

  private static TradePartners example() {
    return TradePartners.builder("RUS")
        .exports("CHN", 0.5, FACTBOOK)
        .exports("RUS", 0.3, FACTBOOK)
        .exports("TUR", 0.2, FACTBOOK)
        .transit(0.8, BANK)
        .build();
  }

  private static Estimate reading(TradePartners trade, String code) {
    return trade.readings().get(code).estimate();
  }

  @Test
  void readings_are_those_of_the_documented_example() {
    TradePartners trade = example();
    assertThat(trade.name()).isEqualTo("trade-partners");
    assertThat(trade.readings())
        .containsOnlyKeys(
            "export_dependence",
            "transit_dependence",
            "export_concentration",
            "export_diversification");
    assertThat(reading(trade, "export_dependence")).isEqualTo(Estimate.exact(0.3));
    assertThat(reading(trade, "transit_dependence")).isEqualTo(Estimate.exact(0.8));
    assertThat(reading(trade, "export_concentration").central()).isCloseTo(0.38, within(1e-15));
    // (0.5 ln 2 + 0.3 ln(10/3) + 0.2 ln 5) / ln 3
    assertThat(reading(trade, "export_diversification").central())
        .isCloseTo(1.0296530140645737 / 1.0986122886681098, within(1e-14))
        .isCloseTo(0.9372, within(5e-5));
    assertThat(trade.readings().get("export_concentration").toString())
        .endsWith(
            "index from 0 to 1, Factbook, derived: Herfindahl-Hirschman index over 3 partners"
                + " (2019)");
    assertThat(trade.readings().get("export_dependence").unit()).isEqualTo("fraction");
    assertThat(trade.readings().get("transit_dependence").source()).isEqualTo(BANK);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 8, 50})
  void equal_partners_have_concentration_one_over_n_and_full_diversification(int n) {
    TradePartners.Builder builder = TradePartners.builder("P0");
    for (int i = 0; i < n; i++) {
      builder.imports("P" + i, 1.0 / n, FACTBOOK);
    }
    TradePartners trade = builder.build();
    assertThat(reading(trade, "import_concentration").central()).isCloseTo(1.0 / n, within(1e-12));
    assertThat(reading(trade, "import_diversification").central())
        .isCloseTo(n == 1 ? 0 : 1, within(1e-12));
  }

  @Test
  void the_unlisted_rest_bounds_concentration_by_the_smallest_listed_share() {
    TradePartners trade =
        TradePartners.builder("RUS")
            .imports("RUS", 0.4, FACTBOOK)
            .imports("CHN", 0.2, FACTBOOK)
            .imports("DEU", 0.15, FACTBOOK)
            .build();
    // 0.16 + 0.04 + 0.0225; the rest, 0.25, is one partner of 0.15 and one of 0.1 at most.
    assertThat(reading(trade, "import_concentration").lower()).isCloseTo(0.2225, within(1e-12));
    assertThat(reading(trade, "import_concentration").upper()).isCloseTo(0.255, within(1e-12));
    // -(0.4 ln 0.4 + 0.2 ln 0.2 + 0.15 ln 0.15 + 0.25 ln 0.25) / ln 4
    assertThat(reading(trade, "import_diversification").isExact()).isTrue();
    assertThat(reading(trade, "import_diversification").central())
        .isCloseTo(1.3195454632493369 / Math.log(4), within(1e-12));
    assertThat(trade.readings().get("import_diversification").source().place())
        .isEqualTo("derived: normalised entropy over 3 partners and the unlisted rest");
  }

  @Test
  void a_listed_zero_is_not_the_smallest_partner() {
    TradePartners trade =
        TradePartners.builder("RUS")
            .exports("CHN", 0.6, FACTBOOK)
            .exports("RUS", 0, FACTBOOK)
            .build();
    assertThat(reading(trade, "export_concentration").upper())
        .isCloseTo(0.36 + 0.16, within(1e-12));
    assertThat(reading(trade, "export_dependence")).isEqualTo(Estimate.exact(0));
  }

  @Test
  void dependence_is_missing_when_the_rival_is_not_listed() {
    TradePartners trade = TradePartners.builder("RUS").exports("CHN", 0.6, FACTBOOK).build();
    assertThat(trade.readings()).containsOnlyKeys("export_concentration", "export_diversification");
    assertThat(trade.transit()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void intervals_hold_every_sharp_case(long seed) {
    Random random = new Random(seed);
    double[] lower = new double[4];
    double[] upper = new double[4];
    TradePartners.Builder builder = TradePartners.builder("P0");
    for (int i = 0; i < 4; i++) {
      lower[i] = 0.05 + 0.15 * random.nextDouble();
      upper[i] = lower[i] + 0.05 * random.nextDouble();
      builder.exports("P" + i, Estimate.between(lower[i], upper[i]), FACTBOOK);
    }
    TradePartners uncertain = builder.build();
    for (int round = 0; round < 200; round++) {
      TradePartners.Builder sharp = TradePartners.builder("P0");
      for (int i = 0; i < 4; i++) {
        double share = lower[i] + (upper[i] - lower[i]) * random.nextDouble();
        sharp.exports("P" + i, share, FACTBOOK);
      }
      TradePartners filled = sharp.build();
      for (String code : new String[] {"export_concentration", "export_diversification"}) {
        Estimate bounds = reading(uncertain, code);
        assertThat(reading(filled, code).lower()).isGreaterThanOrEqualTo(bounds.lower() - 1e-12);
        assertThat(reading(filled, code).upper()).isLessThanOrEqualTo(bounds.upper() + 1e-12);
        assertThat(bounds.lower()).isNotNegative();
        assertThat(bounds.upper()).isLessThanOrEqualTo(1);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23, 24})
  void moving_trade_toward_equal_shares_concentrates_less_and_diversifies_more(long seed) {
    Random random = new Random(seed);
    double first = 0.5 + 0.4 * random.nextDouble();
    TradePartners trade =
        TradePartners.builder("RUS")
            .imports("RUS", first, FACTBOOK)
            .imports("CHN", 1 - first, FACTBOOK)
            .build();
    TradePartners moved =
        trade.moveShare(Flow.IMPORTS, "RUS", "CHN", (first - 0.5) * random.nextDouble());
    assertThat(reading(moved, "import_concentration").central())
        .isLessThan(reading(trade, "import_concentration").central());
    assertThat(reading(moved, "import_diversification").central())
        .isGreaterThan(reading(trade, "import_diversification").central());
    assertThat(moved.partners(Flow.IMPORTS).values().stream().mapToDouble(Estimate::central).sum())
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void a_share_moves_within_its_flow_only() {
    TradePartners trade =
        TradePartners.builder("RUS")
            .exports("RUS", 0.3, FACTBOOK)
            .imports("RUS", 0.4, FACTBOOK)
            .build();
    TradePartners moved = trade.moveShare(Flow.EXPORTS, "RUS", "EU", 0.1);
    assertThat(moved.partners(Flow.EXPORTS).get("RUS").central()).isCloseTo(0.2, within(1e-15));
    assertThat(moved.partners(Flow.EXPORTS)).containsEntry("EU", Estimate.exact(0.1));
    assertThat(moved.partners(Flow.IMPORTS)).isEqualTo(trade.partners(Flow.IMPORTS));
    TradePartners bought = trade.moveShare(Flow.IMPORTS, "RUS", "EU", 0.4);
    assertThat(reading(bought, "import_dependence")).isEqualTo(Estimate.exact(0));
    assertThat(reading(bought, "export_dependence")).isEqualTo(Estimate.exact(0.3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade.moveShare(Flow.EXPORTS, "RUS", "EU", 0.4))
        .withMessage("Cannot move 0.4 from 'RUS' to 'EU': its share of exports is 0.3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trade.moveShare(Flow.IMPORTS, "RUSS", "EU", 0.4))
        .withMessage("Unknown part 'RUSS' of imports. Known: [RUS]. Maybe you meant 'RUS'.");
  }

  @Test
  void transit_can_change() {
    TradePartners changed = example().withTransit(Estimate.between(0.5, 0.6), FACTBOOK);
    assertThat(reading(changed, "transit_dependence")).isEqualTo(Estimate.between(0.5, 0.6));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> example().withTransit(Estimate.between(-0.1, 0.5), FACTBOOK))
        .withMessage("transit share of exports must be in [0, 1], but was -0.1..0.5");
    assertThat(example().withTransit(Estimate.between(0, 1), FACTBOOK)).isNotEqualTo(example());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> example().withTransit(Estimate.exact(50), FACTBOOK))
        .withMessage("transit share of exports must be in [0, 1], but was 50.0");
  }

  @Test
  void figures_from_two_sources_are_kept_and_spanned() {
    TradePartners trade =
        TradePartners.builder("RUS")
            .exports("RUS", 0.1, FACTBOOK)
            .exports("RUS", 0.12, BANK)
            .transit(0.8, FACTBOOK)
            .transit(0.7, BANK)
            .build();
    assertThat(trade.figures(Flow.EXPORTS, "RUS")).hasSize(2);
    assertThat(trade.figures(Flow.IMPORTS, "RUS")).isEmpty();
    assertThat(reading(trade, "export_dependence")).isEqualTo(Estimate.between(0.1, 0.12));
    assertThat(reading(trade, "transit_dependence")).isEqualTo(Estimate.between(0.7, 0.8));
    assertThat(trade.transit().orElseThrow().source().quality()).isEqualTo(Quality.ESTIMATE);
  }

  @Test
  void all_faults_are_reported_together() {
    TradePartners.Builder builder =
        TradePartners.builder("RUS")
            .exports("CHN", 0.7, FACTBOOK)
            .exports("RUS", 0.4, FACTBOOK)
            .exports("RUS", Estimate.exact(0.3), FACTBOOK)
            .imports("CHN", -0.1, FACTBOOK)
            .imports("TUR", Estimate.between(0.5, 0.75), FACTBOOK)
            .imports("DEU", Estimate.between(0.5, 0.75), FACTBOOK)
            .transit(Estimate.exact(80), BANK);
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage(
            """
            Trade with rival 'RUS' has 5 faults:
              - share of 'RUS' in exports was already set to 0.4 from the same source (Factbook, \
            Exports - partners (2019)), second was 0.3. Figures that disagree need different sources.
              - share of 'CHN' in imports must be in [0, 1], but was -0.1
              - share of 'RUS' in transit must be in [0, 1], but was 80.0. Maybe it is in percent.
              - shares in exports must sum to at most 1, but sum to 1.1: CHN 0.7, RUS 0.4
              - shares in imports must sum to at most 1, but sum to 1.25: TUR 0.625, DEU 0.625\
            """);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TradePartners.builder("RUS").build())
        .withMessage("Trade with rival 'RUS': needs at least one partner or a transit share");
  }

  @Test
  void equal_lists_are_equal_and_survive_serialization() {
    assertThat(example()).isEqualTo(example()).hasSameHashCodeAs(example());
    assertThat(example()).isNotEqualTo(example().moveShare(Flow.EXPORTS, "RUS", "CHN", 0.1));
    assertThat(Serialized.copyOf(example())).isEqualTo(example());
    assertThat(example().rival()).isEqualTo("RUS");
    assertThat(example().toString())
        .isEqualTo("Exports {CHN=0.5, RUS=0.3, TUR=0.2}, imports {}, transit 0.8, rival 'RUS'");
  }

  @Test
  void entropy_of_amounts_is_normalized() {
    assertThat(Entropy.normalized(new double[] {0.2, 0.2, 0.2})).isCloseTo(1, within(1e-15));
    assertThat(Entropy.normalized(new double[] {0.2, 0, 0})).isZero();
    assertThat(Entropy.normalized(new double[] {0, 0})).isZero();
    assertThat(Entropy.normalized(new double[] {3})).isZero();
    // The binary entropy of 1/4 is 0.8113 bit, 2 - 3/4 log2(3).
    assertThat(Entropy.normalized(new double[] {3, 1}))
        .isCloseTo(0.8112781244591328, within(1e-14));
  }
}
