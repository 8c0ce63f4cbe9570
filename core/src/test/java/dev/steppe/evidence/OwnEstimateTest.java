package dev.steppe.evidence;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import dev.steppe.testing.Owned;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import org.junit.jupiter.api.Test;

/** Estimates of one's own; the one that rises is a beta distribution with shapes 2 and 1. */
class OwnEstimateTest {

  private static final Estimate RISING = Estimate.own(new Owned.Rising(10));
  private static final Estimate BETA = Estimate.beta(2, 1, 0, 10);

  private static Estimate shape(
      Owned.Curve quantile, double mean, double variance, boolean keepsContract) {
    return Estimate.own(new Owned.Shape(quantile, mean, variance, keepsContract));
  }

  @Test
  void it_is_the_distribution_that_it_says() {
    assertThat(RISING.lower()).isZero();
    assertThat(RISING.upper()).isEqualTo(10);
    assertThat(RISING.central()).isEqualTo(10 * Math.sqrt(0.5));
    assertThat(RISING.mean()).isCloseTo(BETA.mean(), within(1e-12));
    assertThat(RISING.variance()).isCloseTo(BETA.variance(), within(1e-12));
    for (double p = 0; p <= 1; p += 0.0625) {
      assertThat(RISING.inverseCdf(p)).isCloseTo(BETA.inverseCdf(p), within(1e-9));
      assertThat(RISING.cdf(10 * p)).isCloseTo(BETA.cdf(10 * p), within(1e-12));
    }
    assertThat(RISING.cdf(-1)).isZero();
    assertThat(RISING.cdf(11)).isEqualTo(1);
    assertThat(RISING.inverseCdf(0.25)).isEqualTo(5);
    assertThat(RISING.isExact()).isFalse();
    Estimate moved = RISING.times(3).plus(-2);
    assertThat(moved.mean()).isCloseTo(BETA.times(3).plus(-2).mean(), within(1e-12));
    assertThat(moved.variance()).isCloseTo(BETA.times(3).variance(), within(1e-12));
    assertThat(moved.cdf(13)).isCloseTo(BETA.cdf(5), within(1e-12));
    assertThat(RISING.plus(1e30)).isEqualTo(Estimate.exact(1e30));
    assertThat(RISING.truncatedTo(0, 10)).isSameAs(RISING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RISING.truncatedTo(0, 9))
        .withMessage(
            "An own estimate cannot be cut: own(acme.rising@1, top=10) is not within [0.0, 9.0]."
                + " Give one whose bounds are inside.");
  }

  @Test
  void it_is_known_by_id_version_and_parameters() {
    assertThat(RISING).hasToString("own(acme.rising@1, top=10)");
    assertThat(RISING).isEqualTo(Estimate.own(new Owned.Rising(10))).isNotEqualTo(BETA);
    assertThat(RISING).isNotEqualTo(Estimate.own(new Owned.Rising(11)));
    assertThat(RISING).isNotEqualTo(RISING.plus(1));
    assertThat(RISING.times(2).plus(-3))
        .hasToString("own(acme.rising@1, top=10; times=2, plus=-3)");
    assertThat(Serialized.copyOf(RISING.plus(1))).isEqualTo(RISING.plus(1));
    assertThat(Estimate.parse("own(acme.rising@1, top=1e1)", Owned.estimates())).isEqualTo(RISING);
  }

  @Test
  void what_is_no_distribution_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape(p -> p, 0.5, 1 / 12.0, false))
        .withMessage(
            "own(a.shape@3) must say that it keeps its contract: OwnEstimate.keepsContract");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape(p -> 3, 3, 0, true))
        .withMessage(
            "own(a.shape@3) must rise from its least to its greatest number, but these are 3.0 and"
                + " 3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape(p -> p, 2, 1, true))
        .withMessage("own(a.shape@3) gave 2.0 as its mean: must be in [0.0, 1.0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shape(p -> p, 0.5, Double.NaN, true))
        .withMessageContaining("gave NaN as its variance");
    Estimate broken = shape(p -> p > 0.9 && p < 1 ? 5 : p, 0.5, 1 / 12.0, true);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> broken.inverseCdf(0.95))
        .withMessage("own(a.shape@3) gave 5.0 at 0.95: must be in [0.0, 1.0]");
  }

  @Test
  void texts_that_name_none_are_told_what_is_known() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.parse("own(acme.rising@1, top=10)"))
        .withMessage(
            "there is no own estimate 'acme.rising@1'. OwnEstimates has none: see"
                + " Estimate.parse(text, own) and CsvFormat.withOwnEstimates");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.parse("own(acme.rising@2, top=10)", Owned.estimates()))
        .withMessage("there is no own estimate 'acme.rising@2'. Known: [acme.rising@1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.parse("own(acme.rising@1, top=-1)", Owned.estimates()))
        .withMessageContaining("cannot be made of {top=-1.0}")
        .withMessageContaining("top must be > 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.parse("own(acme.rising@1, top=1, top=2)", Owned.estimates()))
        .withMessageContaining("parameter 'top' is given twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.parse("own(acme.rising)", Owned.estimates()))
        .withMessage("'own(acme.rising)' is not a number or an interval lo..hi");
    OwnEstimates other =
        OwnEstimates.none().with("acme.other", 1, parameters -> new Owned.Rising(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.parse("own(acme.other@1)", other))
        .withMessage("own(acme.other@1) was asked for, but made was own(acme.rising@1, top=1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Owned.estimates().with("acme.rising", 1, p -> new Owned.Rising(1)))
        .withMessage("Own method acme.rising@1 is there already");
  }

  @Test
  void tables_hold_it_and_the_registry_reads_it() {
    Dataset data =
        Dataset.of(
            CountryProfile.builder(Country.of("AAA", "Aland"))
                .reading("a", RISING)
                .reading("b", RISING.times(2).plus(1))
                .build());
    CsvFormat format = CsvFormat.standard().withOwnEstimates(Owned.estimates());
    assertThat(format.readLong(data.toLongCsv())).isEqualTo(data);
    assertThat(
            format
                .readWide("country,a\nAAA,\"own(acme.rising@1, top=10)\"\n")
                .profile("AAA")
                .estimate("a"))
        .contains(RISING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.readLongCsv(data.toLongCsv()))
        .withMessageContaining("line 2, column 'value': there is no own estimate 'acme.rising@1'")
        .withMessageContaining("CsvFormat.withOwnEstimates");
  }

  /** One draw is one quantile: so it has the bits of the same seed on any number of threads. */
  @Test
  void draws_go_through_its_quantile() {
    Scorer scorer =
        Scorer.of(
            RiskModel.builder("m")
                .indicator(
                    Indicator.of("a", HIGHER_IS_RISKIER).withDomain(0, 100),
                    1,
                    Normalization.goalposts(0, 5))
                .indicator(Indicator.of("b", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 40))
                .build());
    UncertaintyAnalysis analysis = UncertaintyAnalysis.of(scorer).withSize(20_000);
    UncertaintyResult own = analysis.run(profile(RISING));
    UncertaintyResult beta = analysis.run(profile(BETA));
    assertThat(own.score("AAA").mean()).isCloseTo(beta.score("AAA").mean(), within(1e-9));
    assertThat(own.score("AAA").quantile(0.5).value())
        .isCloseTo(beta.score("AAA").quantile(0.5).value(), within(1e-2));
    assertThat(analysis.withThreads(3).run(profile(RISING)).score("AAA"))
        .isEqualTo(analysis.withThreads(1).run(profile(RISING)).score("AAA"));
    assertThat(scorer.score(profile(RISING)).range())
        .isEqualTo(scorer.score(profile(BETA)).range());
    // Without the kink at 5 the mean is exact, from the mean that it says: 10 * 2 / 3 of 40.
    CountryProfile straight = profile(Estimate.exact(0)).withReading("b", RISING);
    assertThat(analysis.run(straight).score("AAA").mean())
        .isCloseTo(50 * (20 / 3.0) / 40, within(1e-12));
  }

  private static CountryProfile profile(Estimate a) {
    return CountryProfile.builder(Country.of("AAA", "Aland"))
        .reading("a", a)
        .reading("b", RISING)
        .build();
  }
}
