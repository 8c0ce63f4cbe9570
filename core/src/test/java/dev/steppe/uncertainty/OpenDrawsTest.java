package dev.steppe.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.MissingPolicy;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What missing readings leave open, counted again draw by draw from both ends of each score. */
class OpenDrawsTest {

  private static final List<String> CODES = List.of("AAA", "BBB", "CCC", "DDD");

  /** Two lack a reading each; the last is low, but not always. */
  private static final List<CountryProfile> COUNTRIES =
      List.of(
          Models.country(0, Estimate.between(20, 80), Estimate.exact(0), Estimate.exact(40))
              .withoutReading("b"),
          Models.country(1, Estimate.exact(0), Estimate.between(30, 70), Estimate.exact(50))
              .withoutReading("a"),
          Models.country(2, Estimate.between(35, 65), Estimate.exact(45), Estimate.exact(45)),
          Models.country(
              3, Estimate.between(10, 60), Estimate.exact(20), Estimate.between(30, 55)));

  /** More draws a sequence than are counted at once. */
  private static UncertaintyAnalysis analysis(Sampling sampling) {
    return UncertaintyAnalysis.of(
            Scorer.of(Models.model(1, 1, 3).withMissing(MissingPolicy.bound())))
        .withSampling(sampling)
        .withSize(sampling == Sampling.RANDOM ? 20_000 : 1 << 18)
        .withThreads(1);
  }

  /** The least and the greatest score of each country in each draw. */
  private record Ends(List<ImmutableDoubleArray> low, List<ImmutableDoubleArray> high) {

    static Ends of(ScoreDraws draws) {
      List<ImmutableDoubleArray> low = new ArrayList<>();
      List<ImmutableDoubleArray> high = new ArrayList<>();
      for (String code : CODES) {
        low.add(draws.safest(code));
        high.add(draws.riskiest(code));
      }
      return new Ends(low, high);
    }

    boolean surely(int above, int below, int draw) {
      return low.get(above).get(draw) > high.get(below).get(draw);
    }

    boolean maybe(int above, int below, int draw) {
      return high.get(above).get(draw) > low.get(below).get(draw);
    }
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void pairs_and_ranks_have_the_shares_of_the_draws(Sampling sampling) {
    UncertaintyAnalysis analysis = analysis(sampling);
    UncertaintyResult u = analysis.run(COUNTRIES);
    ScoreDraws draws = analysis.draws(COUNTRIES);
    Ends ends = Ends.of(draws);
    int size = draws.count();
    int countries = CODES.size();
    long[][] surely = new long[countries][countries];
    long[][] maybe = new long[countries][countries];
    double[][] shares = new double[countries][countries];
    for (int r = 0; r < size; r++) {
      for (int a = 0; a < countries; a++) {
        int best = 0;
        int worst = countries - 1;
        for (int b = 0; b < countries; b++) {
          if (a != b) {
            surely[a][b] += ends.surely(a, b, r) ? 1 : 0;
            maybe[a][b] += ends.maybe(a, b, r) ? 1 : 0;
            best += ends.surely(b, a, r) ? 1 : 0;
            worst -= ends.surely(a, b, r) ? 1 : 0;
          }
        }
        for (int rank = best; rank <= worst; rank++) {
          shares[a][rank] += 1.0 / (worst - best + 1) / size;
        }
      }
    }
    for (int a = 0; a < countries; a++) {
      for (int b = 0; b < countries; b++) {
        if (surely[a][b] != maybe[a][b]) {
          PairwiseOrder order = u.order(CODES.get(a), CODES.get(b));
          Probability above = order.firstRiskier();
          assertThat(above.value())
              .isCloseTo((surely[a][b] + maybe[a][b]) / 2.0 / size, within(1e-12));
          assertThat(above.lower()).isLessThanOrEqualTo((double) surely[a][b] / size);
          assertThat(above.lower()).isCloseTo((double) surely[a][b] / size, within(0.01));
          assertThat(above.upper()).isGreaterThanOrEqualTo((double) maybe[a][b] / size);
          assertThat(above.upper()).isCloseTo((double) maybe[a][b] / size, within(0.01));
          // No two are level but where one may be anything: from 0 to all draws that leave it open.
          double open = (double) (maybe[a][b] - surely[a][b]) / size;
          assertThat(order.tied().value())
              .isCloseTo(1 - above.value() - order.secondRiskier().value(), within(1e-12));
          assertThat(order.tied().lower()).isZero();
          assertThat(order.tied().upper()).isBetween(open, open + 0.01);
        }
      }
      for (int rank = 0; rank < countries; rank++) {
        assertThat(u.ranks(CODES.get(a)).rank(rank + 1).value())
            .as("rank %s of %s", rank + 1, CODES.get(a))
            .isCloseTo(shares[a][rank], within(1e-9));
      }
    }
    assertThat(surely[0][3]).isNotEqualTo(maybe[0][3]);
    assertThat(surely[2][3]).isEqualTo(maybe[2][3]).isBetween(1L, size - 1L);
  }

  @Test
  void whole_orders_have_the_shares_of_the_draws() {
    UncertaintyAnalysis analysis = analysis(Sampling.RANDOM);
    RankingOrders orders = analysis.orders(COUNTRIES);
    ScoreDraws draws = analysis.draws(COUNTRIES);
    Ends ends = Ends.of(draws);
    int size = draws.count();
    assertThat(orders.list()).hasSizeGreaterThan(10);
    for (RankingOrder order : orders.list()) {
      String[] codes = order.notation().split(" > ");
      long surely = 0;
      long maybe = 0;
      for (int r = 0; r < size; r++) {
        boolean only = true;
        boolean allowed = true;
        for (int k = 0; k < codes.length; k++) {
          for (int l = k + 1; l < codes.length; l++) {
            only &= ends.surely(CODES.indexOf(codes[k]), CODES.indexOf(codes[l]), r);
            allowed &= ends.maybe(CODES.indexOf(codes[k]), CODES.indexOf(codes[l]), r);
          }
        }
        surely += only ? 1 : 0;
        maybe += allowed ? 1 : 0;
      }
      assertThat(order.share().lower())
          .as(order.notation())
          .isBetween((double) surely / size - 0.01, (double) surely / size);
      assertThat(order.share().upper())
          .isBetween((double) maybe / size, (double) maybe / size + 0.01);
    }
  }

  @Test
  void progress_hears_of_the_draws_that_are_counted_again() {
    List<Long> heard = new ArrayList<>();
    analysis(Sampling.RANDOM).withProgress((done, total) -> heard.add(done)).run(COUNTRIES);
    assertThat(heard).containsExactly(8192L, 16_384L, 20_000L, 8192L, 16_384L, 20_000L);
  }
}
