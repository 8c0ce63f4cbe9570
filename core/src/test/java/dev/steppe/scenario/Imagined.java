package dev.steppe.scenario;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TieKind;
import dev.steppe.evidence.TradePartners;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.time.LocalDate;
import java.util.List;

/** Imagined countries beside a rival, whose numbers can be followed by hand. */
final class Imagined {

  static final Source SOURCE = Source.of("Almanac", "page 7").observed(2020);
  static final LocalDate DATE = LocalDate.of(2022, 1, 1);
  private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

  private Imagined() {}

  /** PACT 0.75 and UNION 0.5 with the rival, WEST 0.75 without it; a partnership of AAA and POL. */
  static AllianceNetwork network() {
    return AllianceNetwork.builder()
        .alliance("PACT", TieKind.DEFENCE_PACT, SOURCE)
        .member("RIV", LONG_AGO)
        .member("AAA", LONG_AGO)
        .alliance("UNION", TieKind.ECONOMIC_UNION, SOURCE)
        .member("RIV", LONG_AGO)
        .member("AAA", LONG_AGO)
        .member("BBB", LONG_AGO)
        .alliance("WEST", TieKind.DEFENCE_PACT, SOURCE)
        .member("POL", LONG_AGO)
        .member("CCC", LONG_AGO)
        .tie("AAA", "POL", TieKind.PARTNERSHIP, "friendship", LONG_AGO, SOURCE)
        .build();
  }

  static AllianceTies ties(String country) {
    return AllianceTies.builder(network(), country, DATE)
        .rival("RIV")
        .rivalsOfRival("POL")
        .poles("RIV", "POL")
        .build();
  }

  /** Exports CHN 0.5, RIV 0.3, TUR 0.2; imports RIV 0.4, CHN 0.2, 0.4 unlisted; transit 0.8. */
  static TradePartners trade() {
    return TradePartners.builder("RIV")
        .exports("CHN", 0.5, SOURCE)
        .exports("RIV", 0.3, SOURCE)
        .exports("TUR", 0.2, SOURCE)
        .imports("RIV", 0.4, SOURCE)
        .imports("CHN", 0.2, SOURCE)
        .transit(0.8, SOURCE)
        .build();
  }

  /** A 0.6, B 0.3, C 0.1, of whom 0.4 of the north (a quarter of the country) and none else. */
  static EthnicDistribution groups() {
    return EthnicDistribution.builder("C")
        .group("A", 0.6, SOURCE)
        .group("B", 0.3, SOURCE)
        .group("C", 0.1, SOURCE)
        .region("north", SOURCE, r -> r.populationShare(0.25).group("C", 0.4).group("A", 0.6))
        .region("south", SOURCE, r -> r.populationShare(0.75).group("C", 0.0).group("A", 0.6))
        .build();
  }

  static CountryProfile profile(String code) {
    return CountryProfile.builder(Country.of(code, code + "land"))
        .asOf(DATE)
        .reading("unrest", Reading.of(20).withUnit("index").withSource(SOURCE))
        .reading("power", Estimate.between(10, 20))
        .evidence(ties(code))
        .evidence(trade())
        .evidence(groups())
        .build();
  }

  /** A country that is in no alliance, with another reading. */
  static CountryProfile profile(String code, String reading, double value) {
    AllianceNetwork network = network().withTie(lone(code));
    return profile("AAA")
        .withCountry(Country.of(code, code + "land"))
        .withReading(reading, value)
        .withEvidence(
            AllianceTies.builder(network, code, DATE)
                .rival("RIV")
                .rivalsOfRival("POL")
                .poles("RIV", "POL")
                .build());
  }

  private static Tie lone(String code) {
    return Tie.of(code, "POL", TieKind.ASPIRATION, "friendship", LONG_AGO, SOURCE);
  }

  static CountryProfile aaa() {
    return profile("AAA");
  }

  static List<CountryProfile> all() {
    return List.of(
        profile("AAA"),
        profile("BBB").withReading("unrest", 35),
        profile("CCC").withReading("power", 60));
  }

  private static Indicator of(String code, Direction direction) {
    return Indicator.of(code, direction);
  }

  static RiskModel model() {
    return RiskModel.builder("imagined")
        .factor(
            "ties",
            1,
            f ->
                f.indicator(of("tie_to_rival", LOWER_IS_RISKIER), 1, Normalization.goalposts(0, 1))
                    .indicator(
                        of("treaty_protection", LOWER_IS_RISKIER), 1, Normalization.goalposts(0, 1))
                    .indicator(
                        of("multi_vector_index", LOWER_IS_RISKIER),
                        1,
                        Normalization.goalposts(0, 1)))
        .factor(
            "trade",
            1,
            f ->
                f.indicator(
                        of("export_dependence", HIGHER_IS_RISKIER),
                        1,
                        Normalization.goalposts(0, 0.5))
                    .indicator(
                        of("import_dependence", HIGHER_IS_RISKIER),
                        1,
                        Normalization.goalposts(0, 0.5))
                    .indicator(
                        of("transit_dependence", HIGHER_IS_RISKIER),
                        1,
                        Normalization.goalposts(0, 1)))
        .factor(
            "people",
            1,
            f ->
                f.indicator(of("kin_share", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 0.3))
                    .indicator(
                        of("regional_dissimilarity", HIGHER_IS_RISKIER),
                        1,
                        Normalization.goalposts(0, 1)))
        .indicator(
            of("unrest", HIGHER_IS_RISKIER).withDomain(0, 100), 1, Normalization.goalposts(0, 50))
        .indicator(of("power", LOWER_IS_RISKIER), 1, Normalization.goalposts(0, 80))
        .aggregation(Aggregation.geometric(1))
        .missing(MissingPolicy.reweight(0.7))
        .build();
  }

  static Scorer scorer() {
    return Scorer.of(model());
  }

  static Scorer additiveScorer() {
    return Scorer.of(model().withAggregation(Aggregation.arithmetic()));
  }
}
