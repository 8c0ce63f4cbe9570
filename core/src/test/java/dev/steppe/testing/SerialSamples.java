package dev.steppe.testing;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.CodeList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryAtDate;
import dev.steppe.evidence.CountryCodes;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.Flow;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TieKind;
import dev.steppe.evidence.TradePartners;
import dev.steppe.evidence.Unit;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Ramp;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.PaperFacts;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioGrid;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.Correlations;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values of all classes that Java's serialization can send. */
public final class SerialSamples {

  private static final Source CENSUS =
      Source.of("Census", "table 1").observed(2021).withNote("of residents");
  private static final Source SURVEY = Source.of("Survey", "page 3").withQuality(Quality.ESTIMATE);
  private static final LocalDate DAY = LocalDate.of(2015, 1, 1);

  private SerialSamples() {}

  /** The bytes of a value. */
  public static byte[] bytes(Object value) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of a stream. */
  public static Object read(byte[] stream) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
      return in.readObject();
    }
  }

  static Object readSafely(byte[] stream) {
    try {
      return read(stream);
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All of them. */
  public static Stream<Serializable> all() {
    return Stream.of(
            estimates(),
            evidence(),
            models(),
            scenarios(),
            Stream.of(
                SampleDesign.sobol(64),
                WeightUncertainty.fixed(),
                WeightUncertainty.uniform(),
                WeightUncertainty.dirichlet(100),
                WeightUncertainty.ordinal(),
                WeightUncertainty.within(0.25),
                WeightUncertainty.eachWithin(0.25),
                WeightUncertainty.eachWithin(Map.of("debt", 0.25)),
                Correlations.none().with("debt", "growth", 0.5).withSharedError("debt", 0.3),
                scorer().bulk(),
                scorer().compare(countries().get(0), countries().get(1)).contributions().get(0),
                PaperFacts.load().fact("P058"),
                analysis().part(countries(), 0, 1),
                analysis().part(countries(), 1, 3)))
        .flatMap(samples -> samples);
  }

  private static Stream<Serializable> estimates() {
    return Stream.of(
        Estimate.exact(3),
        Estimate.between(1, 2),
        Estimate.triangular(1, 2, 4),
        Estimate.normal(5, 2),
        Estimate.normal(5, 2, 0, 100),
        Estimate.logNormal(100, 0.5),
        Estimate.logNormal(100, 0.5, 10, 900),
        Estimate.logNormal(100, 0.5).plus(7),
        Estimate.pert(0, 1, 5),
        Estimate.own(new Owned.Rising(10)).times(2).plus(3),
        Estimate.beta(2, 3, 0, 100));
  }

  private static Stream<Serializable> evidence() {
    return Stream.of(
        profile(),
        profile()
            .withNotApplicable(
                "ports", new NotApplicable("it has no coast", Source.of("Atlas", "map 2"))),
        Dataset.of(
                profile(),
                CountryProfile.builder(Country.of("UKR", "Ukraine"))
                    .reading("growth", Reading.of(1))
                    .build())
            .withName("some"),
        CountryCodes.of(CodeList.ISO3, CodeList.NAMES)
            .withPlace("EU27", "European Union")
            .withAlias("Quellia", "XQU")
            .leavingOut("World"),
        Unit.of("percent"),
        CountryAtDate.of(Country.of("UKR", "Ukraine"), DAY),
        Tie.of("KAZ", "TUR", TieKind.PARTNERSHIP, "partnership", DAY, CENSUS));
  }

  /** A country of which all kinds of evidence are known. */
  public static CountryProfile profile() {
    AllianceNetwork network =
        AllianceNetwork.builder()
            .alliance("CSTO", TieKind.DEFENCE_PACT, 0.7, CENSUS)
            .member("RUS", DAY)
            .member("KAZ", DAY, LocalDate.of(2030, 1, 1), 0.5)
            .tie("KAZ", "TUR", TieKind.PARTNERSHIP, "partnership", DAY, SURVEY)
            .actor("CHN")
            .build();
    Reading debt = Reading.of(Estimate.normal(40, 5, 0, 200)).withUnit("percent");
    return CountryProfile.builder(Country.of("KAZ", "Kazakhstan"))
        .asOf(LocalDate.of(2022, 2, 23))
        .reading("debt", debt.withSource(CENSUS))
        .reading("debt", debt.withEstimate(Estimate.between(30, 35)).withSource(SURVEY))
        .reading("growth", Reading.of(2.5))
        .evidence(
            EthnicDistribution.builder("C")
                .group("A", 0.6, CENSUS)
                .group("B", 0.3, CENSUS)
                .group("C", 0.1, CENSUS)
                .group("C", Estimate.between(0.05, 0.08), SURVEY)
                .region("north", CENSUS, region -> region.populationShare(0.25).group("C", 0.4))
                .region("south", SURVEY, region -> region.populationShare(0.75).group("C", 0.0))
                .build())
        .evidence(
            TradePartners.builder("RUS")
                .exports("RUS", 0.3, CENSUS)
                .exports("CHN", 0.2, CENSUS)
                .imports("RUS", 0.35, SURVEY)
                .transit(0.8, CENSUS)
                .build())
        .evidence(
            AllianceTies.builder(network, "KAZ", LocalDate.of(2022, 2, 23))
                .rival("RUS")
                .rivalsOfRival("TUR")
                .poles("RUS", "CHN")
                .build())
        .changed("kin_share", "as supposed")
        .build();
  }

  private static Stream<Serializable> models() {
    return Stream.concat(
        IntStream.range(0, 12).mapToObj(AnyModels::generate),
        Stream.of(
            new Range(0, 1),
            new Ramp(0, 1, 0, 100),
            Aggregation.choquet(Interaction.of("a", "b", 0.5)).bind(List.of("a", "b", "c")),
            Aggregation.own(new Owned.Half(0.5)),
            Normalization.own(new Owned.Root(4)),
            Normalization.zScore(50, 10)
                .fit(
                    ImmutableDoubleArray.of(1e15, 1e15 + 1, 1e15 + 3),
                    Direction.HIGHER_IS_RISKIER)));
  }

  private static Stream<Serializable> scenarios() {
    return Stream.of(
        Scenario.of(
            "many",
            Change.leave("CSTO").at(0.5),
            Change.join("UNION"),
            Change.degree("CSTO", 0.5),
            Change.tie("TUR", TieKind.PARTNERSHIP, "treaty", 0.5),
            Change.strengthen("TUR", "partnership", 0.4),
            Change.alliancesOn(DAY),
            Change.moveTrade(Flow.EXPORTS, "RUS", "CHN", 0.1),
            Change.redirect(Flow.IMPORTS, "RUS", "TUR", 0.2),
            Change.cutPartner(Flow.EXPORTS, "RUS"),
            Change.perturbTrade(Flow.EXPORTS, Map.of("RUS", 1.5)),
            Change.transit(0.4),
            Change.moveGroup("A", "B", 0.1),
            Change.movePeople("C", "north", "south", 0.01),
            Change.movePopulation("north", "south", 0.1),
            Change.perturbGroups(Map.of("A", 1.1)),
            Change.take(profile(), "trade-partners"),
            Change.take(profile(), "alliance-ties"),
            Change.takeReadings(profile(), List.of("debt"))),
        Scenario.of(
            "shifts",
            Change.shift("debt", Shift.absolute(3)),
            Change.shift("debt", Shift.relative(0.1)),
            Change.shift("debt", Shift.scaled(1.1)),
            Change.shift("debt", Shift.fixed(40)),
            Change.shift("debt", Shift.atLeast(33))),
        ScenarioGrid.of(
            ScenarioGrid.Axis.of("one", Scenario.none(), Scenario.of(Change.leave("CSTO"))),
            ScenarioGrid.Axis.of("two", Scenario.of(Change.join("UNION")))));
  }

  /** A scorer of two indicators. */
  public static Scorer scorer() {
    return Scorer.of(
        RiskModel.builder("risk")
            .missing(MissingPolicy.reweight(0.5))
            .indicator(
                Indicator.of("debt", Direction.HIGHER_IS_RISKIER),
                1,
                Normalization.goalposts(0, 100))
            .indicator(
                Indicator.of("growth", Direction.LOWER_IS_RISKIER),
                2,
                Normalization.piecewiseLinear(Map.of(0.0, 10.0, 5.0, 90.0)))
            .build());
  }

  /** Three countries whose readings are not known for sure. */
  public static List<CountryProfile> countries() {
    return IntStream.range(0, 3)
        .mapToObj(
            i ->
                CountryProfile.builder(Country.of("AA" + (char) ('A' + i), "country " + i))
                    .reading("debt", Reading.of(Estimate.between(20 + i, 50 + 5 * i)))
                    .reading("growth", Reading.of(Estimate.normal(2 + i, 1)))
                    .build())
        .toList();
  }

  /** An analysis of them. */
  public static UncertaintyAnalysis analysis() {
    return UncertaintyAnalysis.of(scorer())
        .withWeights(WeightUncertainty.uniform())
        .withSize(500)
        .withSeed(3);
  }
}
