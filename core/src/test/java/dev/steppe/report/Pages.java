package dev.steppe.report;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static dev.steppe.model.Direction.LOWER_IS_RISKIER;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.panel.Panel;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.table.Table;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.WeightDistance;
import dev.steppe.weights.WeightFlip;
import dev.steppe.weights.WeightStability;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Imagined countries, reports of them, and pages as trees of elements. */
final class Pages {

  static final LocalDate DATE = LocalDate.of(2022, 2, 23);

  private Pages() {}

  /** Exposure (0.6) from border and trade, protection (0.4) from treaty alone; gaps are allowed. */
  static RiskModel model() {
    return RiskModel.builder("my-risk")
        .factor(
            "exposure",
            0.6,
            f ->
                f.name("Exposure")
                    .indicator(
                        Indicator.of("border", HIGHER_IS_RISKIER)
                            .withName("Shared border")
                            .withUnit("percent"),
                        0.5,
                        Normalization.goalposts(0, 60))
                    .indicator(
                        Indicator.of("trade", HIGHER_IS_RISKIER)
                            .withName("Trade")
                            .withUnit("fraction"),
                        0.5,
                        Normalization.goalposts(0, 0.5)))
        .factor(
            "protection",
            0.4,
            f ->
                f.name("Protection")
                    .indicator(
                        Indicator.of("treaty", LOWER_IS_RISKIER).withName("Treaty"),
                        1.0,
                        Normalization.goalposts(0, 1)))
        .missing(MissingPolicy.reweight(0.2))
        .build();
  }

  static Scorer scorer() {
    return Scorer.of(model());
  }

  static CountryProfile aland() {
    return CountryProfile.builder(Country.of("AAA", "Aland"))
        .asOf(DATE)
        .reading("border", sourced(Estimate.exact(30), "percent", "Atlas"))
        .reading("trade", sourced(Estimate.between(0.1, 0.4), "fraction", "Trade office"))
        .reading("treaty", sourced(Estimate.exact(0.5), "", "Public record"))
        .build();
  }

  static CountryProfile bland() {
    return CountryProfile.builder(Country.of("BBB", "Bland"))
        .asOf(DATE)
        .reading("border", sourced(Estimate.exact(20), "percent", "Atlas"))
        .reading("trade", sourced(Estimate.exact(0.3), "fraction", "Trade office"))
        .reading("treaty", sourced(Estimate.exact(0.25), "", "Public record"))
        .build();
  }

  static Reading sourced(Estimate estimate, String unit, String document) {
    return new Reading(
        estimate,
        unit,
        Source.of(document, "table 1, https://example.org/a?b=1&c=2.")
            .observed(2020)
            .withQuality(Quality.ESTIMATE)
            .withNote("see javascript:alert(1)"));
  }

  /** Countries named A001, A002 and so on, with readings from a seed. */
  static List<CountryProfile> many(int count, LocalDate date) {
    Random random = new Random(7);
    List<CountryProfile> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String code =
          "" + (char) ('A' + i / 26 / 26) + (char) ('A' + i / 26 % 26) + (char) ('A' + i % 26);
      CountryProfile.Builder profile =
          CountryProfile.builder(Country.of(code, "Country " + i)).asOf(date);
      double border = 60 * random.nextDouble();
      profile.reading(
          "border", i % 3 == 0 ? Estimate.between(border / 2, border) : Estimate.exact(border));
      if (i % 5 != 0) {
        profile.reading("trade", random.nextDouble() / 2);
      }
      profile.reading("treaty", random.nextDouble());
      all.add(profile.build());
    }
    return all;
  }

  static List<Scenario> scenarios() {
    return List.of(
        Scenario.of("loses its treaty", Change.shift("treaty", Shift.fixed(0))),
        Scenario.of("trades less", Change.shift("trade", Shift.relative(-0.5))),
        Scenario.of("leaves what it is not in", Change.leave("NATO")),
        Scenario.of("stays as it is", Change.shift("border", Shift.relative(0))));
  }

  /** A report with one of everything about these countries. */
  static Report.Builder everything(CountryProfile first, CountryProfile second) {
    Scorer scorer = scorer();
    List<CountryProfile> both = List.of(first, second);
    UncertaintyAnalysis draws = UncertaintyAnalysis.of(scorer).withSize(2000).withSeed(1);
    return Report.titled("Could Aland be the next Bland?")
        .answer("In our own words.")
        .ranking(scorer.rank(both))
        .comparison(scorer.compare(first, second))
        .panel(
            Panel.of(
                scorer,
                List.of(
                    first,
                    first.withAsOf(DATE.minusYears(8)).withReading("treaty", 1),
                    second,
                    second.withAsOf(DATE.minusYears(8)))))
        .uncertainty(draws.run(both))
        .uncertainty("Any weights", draws.withWeights(WeightUncertainty.uniform()).run(both))
        .sensitivity("the first score", SensitivityAnalysis.of(scorer, first).sobol())
        .scenarios(ScenarioTable.of(scorer, both, scenarios()))
        .tippingPoint(TippingPoint.of(scorer, first).toReach(second))
        .weightStability(WeightStability.of(scorer, both))
        .weightFlip(WeightFlip.of(scorer.compare(first, second), WeightDistance.EUCLIDEAN))
        .note("A note with https://example.org/x, and ftp://example.org.")
        .table(Table.titled("A table").text("Word").row("here").build());
  }

  static Report.Builder everything() {
    return everything(aland(), bland());
  }

  /** The page as XML, which refuses what is not well-formed. */
  static Document parsed(String html) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    } catch (Exception fault) {
      throw new AssertionError(fault.getMessage(), fault);
    }
  }

  /** A chart as XML. */
  static Document drawn(Chart chart, int width) {
    Svg svg = new Svg();
    double height = chart.draw(svg, width);
    return parsed("<svg height=\"" + height + "\">" + svg.shapes() + "</svg>");
  }

  static List<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The first element of a tag below another. */
  static Element child(Element element, String tag) {
    return (Element) element.getElementsByTagName(tag).item(0);
  }

  /** The texts of all elements of a tag below another. */
  static List<String> texts(Element above, String tag) {
    NodeList found = above.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** The elements of a class. */
  static List<Element> elements(Document page, String tag, String style) {
    List<Element> elements = elements(page, tag);
    elements.removeIf(
        element -> !List.of(element.getAttribute("class").split(" ")).contains(style));
    return elements;
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  static List<String> texts(Document page, String style) {
    return elements(page, "text", style).stream().map(Element::getTextContent).toList();
  }
}
