package dev.steppe.report;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import dev.steppe.panel.Panel;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.scenario.Shift;
import dev.steppe.score.Comparison;
import dev.steppe.score.Contribution;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.sensitivity.Tornado;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingCosts;
import dev.steppe.tipping.TippingLever;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.RankAcceptability;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What charts show is what the results say: as text, and as lengths. */
class ChartsTest {

  /** Places are rounded to a hundredth of a pixel. */
  private static final double PIXEL = 0.011;

  /** A model of so many indicators of equal weight under the root. */
  static RiskModel wide(int indicators) {
    ModelBuilder model = RiskModel.builder("wide");
    for (int i = 0; i < indicators; i++) {
      model.indicator(
          Indicator.of("i" + i, HIGHER_IS_RISKIER).withName("Indicator number " + i),
          1,
          Normalization.goalposts(0, 100));
    }
    return model.build();
  }

  static CountryProfile wideProfile(String code, int indicators, int step) {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of(code, code));
    for (int i = 0; i < indicators; i++) {
      profile.reading("i" + i, (17.0 * step * (i + 1)) % 97 + 1);
    }
    return profile.build();
  }

  private static double x(Element rect) {
    return Pages.number(rect, "x");
  }

  private static double width(Element rect) {
    return Pages.number(rect, "width");
  }

  /** Pixels for a unit of the axis, from the two ends of the scale of bars that start at zero. */
  private static double unit(Document chart, String style, List<Double> values) {
    List<Element> bars = Pages.elements(chart, "rect", style);
    int longest = 0;
    for (int i = 0; i < values.size(); i++) {
      longest = values.get(i) > values.get(longest) ? i : longest;
    }
    return width(bars.get(longest)) / values.get(longest);
  }

  private static void staysInside(Document chart, int width) {
    double height = Pages.number(chart.getDocumentElement(), "height");
    for (Element rect : Pages.elements(chart, "rect")) {
      assertThat(x(rect)).isBetween(-PIXEL, width + PIXEL);
      assertThat(x(rect) + width(rect)).isBetween(-PIXEL, width + PIXEL);
      assertThat(width(rect)).isNotNegative();
      assertThat(Pages.number(rect, "y") + Pages.number(rect, "height")).isBetween(0.0, height);
    }
    for (Element text : Pages.elements(chart, "text")) {
      assertThat(Pages.number(text, "x")).isBetween(0.0, (double) width);
      assertThat(Pages.number(text, "y")).isBetween(0.0, height);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 14, 200})
  void bars_of_a_ranking_are_as_long_as_the_scores(int count) {
    Ranking ranking = Pages.scorer().rank(Pages.many(count, Pages.DATE));
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(ScoreChart.of(ranking), size);
      staysInside(chart, size);
      List<Double> scores = ranking.entries().stream().map(Ranking.Entry::value).toList();
      double unit = unit(chart, "bar", scores);
      List<Element> bars = Pages.elements(chart, "rect", "bar");
      List<String> texts = Pages.texts(chart, "value");
      assertThat(bars).hasSize(Math.min(count, Chart.MOST_ROWS));
      assertThat(ScoreChart.of(ranking).table().rowCount()).isEqualTo(count);
      assertThat(
              ScoreChart.of(ranking).legend().endsWith("the first 20 of 200; the table has all."))
          .isEqualTo(count == 200);
      for (int i = 0; i < bars.size(); i++) {
        assertThat(width(bars.get(i))).isCloseTo(unit * scores.get(i), within(PIXEL));
        assertThat(texts.get(i)).startsWith(Decimals.fixed(scores.get(i), 1));
      }
    }
  }

  @Test
  void the_line_of_a_score_goes_from_its_least_to_its_most() {
    Ranking ranking = Pages.scorer().rank(Pages.aland());
    Document chart = Pages.drawn(ScoreChart.of(ranking), Chart.WIDE);
    Element bar = Pages.elements(chart, "rect", "bar").get(0);
    double unit = width(bar) / ranking.entries().get(0).value();
    Element line = Pages.elements(chart, "line", "range").get(0);
    // Trade from 0.1 to 0.4 is 20 to 80 on the scale, at the weight 0.3.
    assertThat((Pages.number(line, "x1") - x(bar)) / unit).isCloseTo(41, within(PIXEL));
    assertThat((Pages.number(line, "x2") - x(bar)) / unit).isCloseTo(59, within(PIXEL));
    assertThat(Pages.texts(chart, "value")).containsExactly("50.0 (41.0 to 59.0)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 14, 200})
  void parts_of_a_score_sum_to_it(int count) {
    Ranking ranking = Pages.scorer().rank(Pages.many(count, Pages.DATE));
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(StackChart.of(ranking), size);
      staysInside(chart, size);
      List<Element> first = Pages.elements(chart, "rect", "p0");
      List<Element> second = Pages.elements(chart, "rect", "p1");
      assertThat(first).hasSize(Math.min(count, Chart.MOST_ROWS));
      double unit =
          width(first.get(0))
              / ranking.entries().get(0).scorecard().contribution("exposure").points();
      for (int i = 0; i < first.size(); i++) {
        Ranking.Entry entry = ranking.entries().get(i);
        assertThat(width(first.get(i)))
            .isCloseTo(unit * entry.scorecard().contribution("exposure").points(), within(0.05));
        assertThat(x(second.get(i))).isCloseTo(x(first.get(i)) + width(first.get(i)), within(0.02));
        assertThat(width(first.get(i)) + width(second.get(i)))
            .isCloseTo(unit * entry.value(), within(0.05));
      }
    }
  }

  @Test
  void the_smallest_of_many_parts_are_one() {
    Scorer scorer = Scorer.of(wide(12));
    StackChart chart = StackChart.of(scorer.rank(wideProfile("AAA", 12, 1)));
    assertThat(chart.keys()).hasSize(StackChart.COLOURS);
    assertThat(chart.keys().get(5).name()).isEqualTo("All others");
    double sum = 0;
    for (int column = 1; column <= StackChart.COLOURS; column++) {
      sum += chart.table().number(0, column).orElseThrow();
    }
    assertThat(sum).isCloseTo(scorer.score(wideProfile("AAA", 12, 1)).value(), within(1e-9));
  }

  @Test
  void steps_lead_from_one_score_to_the_other() {
    Comparison comparison = Pages.scorer().compare(Pages.aland(), Pages.bland());
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(new WaterfallChart(comparison), size);
      staysInside(chart, size);
      List<Element> ends = Pages.elements(chart, "rect", "total");
      double from = x(ends.get(0)) + 2;
      double to = x(ends.get(1)) + 2;
      double unit = (to - from) / comparison.difference();
      double place = from;
      List<Element> steps = new ArrayList<>(Pages.elements(chart, "rect"));
      steps.removeAll(ends);
      List<Contribution> parts = comparison.contributions();
      assertThat(steps).hasSameSizeAs(parts);
      for (int i = 0; i < steps.size(); i++) {
        double points = parts.get(i).points();
        assertThat(steps.get(i).getAttribute("class")).isEqualTo(points > 0 ? "riskier" : "safer");
        assertThat(width(steps.get(i))).isCloseTo(unit * Math.abs(points), within(0.05));
        assertThat(x(steps.get(i)))
            .isCloseTo(points > 0 ? place : place + unit * points, within(0.05));
        place += unit * points;
      }
      assertThat(place).isCloseTo(to, within(0.05));
      assertThat(Pages.texts(chart, "value"))
          .containsExactly("58.0", "-10.0", "+5.0", "-3.0", "50.0");
    }
  }

  @Test
  void equal_countries_have_no_steps() {
    CountryProfile twin = Pages.aland().withCountry(Country.of("CCC", "Cland"));
    WaterfallChart chart = new WaterfallChart(Pages.scorer().compare(Pages.aland(), twin));
    assertThat(Pages.texts(Pages.drawn(chart, Chart.WIDE), "value"))
        .containsExactly("50.0", "50.0");
    assertThat(chart.reading())
        .isEqualTo("Aland and Cland do not differ in any indicator of the model.");
  }

  @Test
  void beyond_twenty_steps_the_rest_is_one() {
    Scorer scorer = Scorer.of(wide(40));
    Comparison comparison = scorer.compare(wideProfile("AAA", 40, 1), wideProfile("BBB", 40, 2));
    Document chart = Pages.drawn(new WaterfallChart(comparison), Chart.WIDE);
    assertThat(Pages.elements(chart, "rect")).hasSize(WaterfallChart.MOST + 1 + 2);
    assertThat(Pages.texts(chart, "name")).anyMatch(name -> name.matches("All \\d+ others"));
  }

  @Test
  void cells_of_scenarios_have_the_differences_and_shades_by_size() {
    ScenarioTable table =
        ScenarioTable.of(Pages.scorer(), List.of(Pages.aland(), Pages.bland()), Pages.scenarios());
    ScenarioChart map = new ScenarioChart(table);
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(map, size);
      staysInside(chart, size);
      // By scenario: a lost treaty adds 0.4 * 50 and 0.4 * 25; half the trade takes 0.3 * 25, 0.3 *
      // 30.
      assertThat(Pages.texts(chart, "inside"))
          .containsExactly("+20.0", "+10.0", "-7.5", "-9.0", "–", "–", "0.0", "0.0");
      assertThat(Pages.elements(chart, "rect").stream().map(cell -> cell.getAttribute("class")))
          .containsExactly(
              "cell up4",
              "cell up2",
              "cell down2",
              "cell down2",
              "cell none",
              "cell none",
              "cell same",
              "cell same");
    }
    assertThat(map.reading())
        .isEqualTo(
            "The greatest rise is Aland's under \"loses its treaty\": +20.0 points, from 50.0 to 70.0."
                + " The greatest fall is Bland's under \"trades less\": -9.0 points, from 58.0 to 49.0."
                + " In 2 of 8 cases there is no score; the table says why.");
  }

  @Test
  void scenarios_that_do_nothing_have_no_shade() {
    ScenarioChart map =
        new ScenarioChart(
            ScenarioTable.of(
                Pages.scorer(), List.of(Pages.aland()), List.of(Scenario.of("none at all"))));
    assertThat(map.reading()).isEqualTo("No scenario moves a score.");
    assertThat(Pages.elements(Pages.drawn(map, Chart.WIDE), "rect", "same")).hasSize(1);
  }

  @Test
  void a_map_of_many_countries_goes_on_below() {
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      scenarios.add(
          Scenario.of(
              "has a name so long that it needs several lines in any chart, number " + i,
              Change.shift("treaty", Shift.fixed(i / 4.0))));
    }
    ScenarioChart map =
        new ScenarioChart(ScenarioTable.of(Pages.scorer(), Pages.many(60, Pages.DATE), scenarios));
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(map, size);
      staysInside(chart, size);
      assertThat(Pages.elements(chart, "rect", "cell")).hasSize(240);
      assertThat(Pages.texts(chart, "tick")).hasSize(60).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 14, 200})
  void cells_of_ranks_have_the_shares_of_the_draws(int count) {
    UncertaintyResult result =
        UncertaintyAnalysis.of(Pages.scorer()).withSize(500).run(Pages.many(count, Pages.DATE));
    RankAcceptabilityChart map = new RankAcceptabilityChart(result);
    int shown = Math.min(count, RankAcceptabilityChart.MOST);
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(map, size);
      staysInside(chart, size);
      assertThat(Pages.elements(chart, "rect", "cell")).hasSize(shown * shown);
    }
    Table table = map.table();
    assertThat(table.rowCount()).isEqualTo(shown);
    for (RankAcceptability ranks : result.ranks()) {
      for (int row = 0; row < shown; row++) {
        if (ranks.country().name().equals(table.cell(row, 0))) {
          assertThat(table.number(row, 2).orElseThrow()).isEqualTo(100 * ranks.rank(1).value());
        }
      }
    }
  }

  @Test
  void what_is_rare_is_not_shown_as_never() {
    assertThat(RankAcceptabilityChart.shown(0)).isEmpty();
    assertThat(RankAcceptabilityChart.shown(0.004)).isEqualTo("<1");
    assertThat(RankAcceptabilityChart.shown(0.006)).isEqualTo("1");
    assertThat(RankAcceptabilityChart.shown(1)).isEqualTo("100");
    assertThat(RankAcceptabilityChart.shade(0)).isEqualTo("none");
    assertThat(RankAcceptabilityChart.shade(0.001)).isEqualTo("share1");
    assertThat(RankAcceptabilityChart.shade(0.2)).isEqualTo("share1");
    assertThat(RankAcceptabilityChart.shade(0.21)).isEqualTo("share2");
    assertThat(RankAcceptabilityChart.shade(1)).isEqualTo("share5");
  }

  @Test
  void bars_of_a_simulation_have_means_and_quantiles() {
    UncertaintyResult result =
        UncertaintyAnalysis.of(Pages.scorer()).withSize(4000).withSeed(3).run(Pages.aland());
    Document chart = Pages.drawn(ScoreChart.of(result), Chart.WIDE);
    Element bar = Pages.elements(chart, "rect", "bar").get(0);
    double unit = width(bar) / result.score("AAA").mean();
    Element line = Pages.elements(chart, "line", "range").get(0);
    assertThat((Pages.number(line, "x1") - x(bar)) / unit)
        .isCloseTo(result.score("AAA").quantile(0.05).value(), within(PIXEL));
    assertThat((Pages.number(line, "x2") - x(bar)) / unit)
        .isCloseTo(result.score("AAA").quantile(0.95).value(), within(PIXEL));
  }

  @Test
  void bars_of_a_tornado_end_where_its_swings_do() {
    Comparison comparison = Pages.scorer().compare(Pages.aland(), Pages.bland());
    TornadoChart chart = new TornadoChart(comparison, Tornado.of(comparison));
    assertThat(chart.reading())
        .isEqualTo("The one uncertain reading, \"Trade, Aland\", could turn the order round.");
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document drawn = Pages.drawn(chart, size);
      staysInside(drawn, size);
      Element safer = Pages.elements(drawn, "rect", "safer").get(0);
      Element riskier = Pages.elements(drawn, "rect", "riskier").get(0);
      double zero = Pages.number(Pages.elements(drawn, "line", "zero").get(0), "x1");
      double unit = (width(safer) + width(riskier)) / 18;
      assertThat((x(safer) - zero) / unit).isCloseTo(-17, within(0.01));
      assertThat((x(riskier) - zero) / unit).isCloseTo(-8, within(0.01));
      assertThat(Pages.texts(drawn, "value")).containsExactly("-17.0 to +1.0");
    }
  }

  @Test
  void bars_of_drivers_are_their_indices() {
    CountryProfile two = Pages.aland().withReading("border", Estimate.between(10, 50));
    SobolIndices indices = SensitivityAnalysis.of(Pages.scorer(), two).sobol();
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(new ImportanceChart("the score", indices, Pages.model()), size);
      staysInside(chart, size);
      List<Element> bars = Pages.elements(chart, "rect", "bar");
      // Border swings by 20 points, trade by 18: their variances are as 400 to 324.
      assertThat(width(bars.get(0)) / width(bars.get(1))).isCloseTo(400 / 324.0, within(1e-3));
      assertThat(Pages.texts(chart, "value")).containsExactly("55.2 %", "44.8 %");
      assertThat(Pages.texts(chart, "name")).containsExactly("Shared border", "Trade");
    }
  }

  @Test
  void estimated_indices_of_many_inputs_are_drawn_too() {
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "Aland"));
    for (int i = 0; i < 40; i++) {
      profile.reading("i" + i, Estimate.between(10, 20 + i));
    }
    SobolIndices indices =
        SensitivityAnalysis.of(Scorer.of(wide(40)), profile.build())
            .withSize(64)
            .withResamples(20)
            .sobolBySampling();
    Document chart = Pages.drawn(new ImportanceChart("it", indices, wide(40)), Chart.WIDE);
    assertThat(Pages.elements(chart, "rect", "bar")).hasSize(ImportanceChart.MOST);
  }

  @Test
  void arrows_go_from_the_value_to_the_one_that_is_needed() {
    TippingAnswer answer =
        TippingPoint.of(Pages.scorer(), Pages.aland())
            .withCosts(TippingCosts.equal().withImmutable("border"))
            .toReach(Pages.bland());
    TippingChart chart = new TippingChart(answer);
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document drawn = Pages.drawn(chart, size);
      staysInside(drawn, size);
      Element track = Pages.elements(drawn, "line", "track").get(0);
      double unit = (Pages.number(track, "x2") - Pages.number(track, "x1")) / 100;
      List<Element> shafts = Pages.elements(drawn, "line", "shaft");
      List<TippingLever> reaching = answer.reachingAlone();
      assertThat(shafts).hasSameSizeAs(reaching);
      for (int i = 0; i < shafts.size(); i++) {
        double from = (Pages.number(shafts.get(i), "x1") - Pages.number(track, "x1")) / unit;
        double to = (Pages.number(shafts.get(i), "x2") - Pages.number(track, "x1")) / unit;
        assertThat(from).isCloseTo(reaching.get(i).value().orElseThrow(), within(0.02));
        assertThat(to).isCloseTo(reaching.get(i).neededValue().orElseThrow(), within(0.02));
      }
      // 8 points at the weights 0.4 and 0.3: 0.5 - 0.2, and 25 % plus 13.3 points of 0.5.
      assertThat(Pages.texts(drawn, "value"))
          .containsExactly("0.5 → 0.3", "25.0 % → 38.3 %", "stays as it is");
    }
  }

  @Test
  void what_is_missing_or_cannot_is_said() {
    CountryProfile thin = Pages.aland().withoutReading("trade");
    TippingChart chart = new TippingChart(TippingPoint.of(Pages.scorer(), thin).toReach(100));
    assertThat(chart.reading())
        .isEqualTo("No indicator alone could take Aland to a score of 100.0.");
    assertThat(Pages.texts(Pages.drawn(chart, Chart.WIDE), "value"))
        .containsExactly("cannot (80.0)", "cannot (70.0)", "missing");
    TippingChart there =
        new TippingChart(TippingPoint.of(Pages.scorer(), Pages.aland()).toReach(Pages.aland()));
    assertThat(there.reading()).isEqualTo("Aland is there as it is.");
    assertThat(Pages.drawn(there, Chart.NARROW)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 14, 200})
  void dots_of_a_trajectory_are_at_their_dates_and_scores(int count) {
    List<CountryProfile> profiles = new ArrayList<>(Pages.many(count, Pages.DATE));
    Pages.many(count, Pages.DATE.minusYears(10))
        .forEach(profile -> profiles.add(profile.withReading("treaty", 0.5)));
    Panel panel = Panel.of(Pages.scorer(), profiles);
    TrajectoryChart trajectories = new TrajectoryChart(panel);
    int lines = Math.min(count, TrajectoryChart.MOST);
    for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
      Document chart = Pages.drawn(trajectories, size);
      staysInside(chart, size);
      List<Element> dots = Pages.elements(chart, "circle", "dot");
      assertThat(dots).hasSize(2 * lines);
      assertThat(Pages.elements(chart, "polyline", "way")).hasSize(lines);
      // All dots lie on one straight scale: their tips have the scores.
      double slope = Double.NaN;
      Element zero = dots.get(0);
      for (Element dot : dots.subList(1, dots.size())) {
        double score = tipped(dot) - tipped(zero);
        if (Math.abs(score) > 20) {
          double pixels = Pages.number(dot, "cy") - Pages.number(zero, "cy");
          slope = Double.isNaN(slope) ? pixels / score : slope;
          assertThat(pixels / score).isNegative().isCloseTo(slope, within(0.05));
        }
      }
      apart(Pages.elements(chart, "text", "name"));
    }
  }

  private static double tipped(Element dot) {
    return Double.parseDouble(dot.getTextContent().replaceAll(".*: ", ""));
  }

  private static void apart(List<Element> names) {
    List<Double> places = names.stream().map(name -> Pages.number(name, "y")).sorted().toList();
    for (int i = 1; i < places.size(); i++) {
      assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(15);
    }
  }

  @Test
  void a_panel_of_one_date_has_dots_only() {
    Panel panel = Panel.of(Pages.scorer(), List.of(Pages.aland()));
    Document chart = Pages.drawn(new TrajectoryChart(panel), Chart.NARROW);
    assertThat(Pages.elements(chart, "circle")).hasSize(1);
    assertThat(new TrajectoryChart(panel).reading())
        .isEqualTo("The highest score is that of Aland (on 23 February 2022, 50.0).");
  }

  private static final RiskClasses FEW =
      RiskClasses.lowest("low").then(40, "medium").then(60, "high");

  /** Close together in the middle, with long names. */
  private static final RiskClasses MANY =
      RiskClasses.lowest("negligible")
          .then(38, "low")
          .then(42, "elevated, to be watched")
          .then(46, "substantial")
          .then(50, "high")
          .then(99.5, "of a kind that was never seen before in all the years of this index");

  @Test
  void cuts_of_classes_are_at_their_scores_and_their_names_apart() {
    for (RiskClasses classes : List.of(FEW, MANY)) {
      Scorer scorer = Scorer.of(Pages.scorer().model().withClasses(classes));
      Ranking ranking = scorer.rank(Pages.many(3, Pages.DATE));
      Comparison comparison = scorer.compare(Pages.aland(), Pages.bland());
      UncertaintyResult result =
          UncertaintyAnalysis.of(scorer).withSize(200).run(Pages.aland(), Pages.bland());
      for (Chart shown :
          List.of(
              ScoreChart.of(ranking), ScoreChart.of(result), new BalanceChart(comparison, "x"))) {
        assertThat(shown.legend())
            .contains("Dashed lines: where classes begin, " + classes.names().get(1) + " from ")
            .contains("; below is " + classes.names().get(0) + ".");
        for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
          Document chart = Pages.drawn(shown, size);
          staysInside(chart, size);
          cutsAreInPlace(chart, classes);
          namesAreApart(chart, classes, size);
        }
      }
    }
  }

  /** The grid has 0 and 100 at its ends. */
  private static void cutsAreInPlace(Document chart, RiskClasses classes) {
    List<Element> cuts = Pages.elements(chart, "line", "cut");
    assertThat(cuts).hasSize(classes.cuts().length());
    Element axis = Pages.elements(chart, "line", "axis").get(0);
    double start = Pages.number(axis, "x1");
    double end = Pages.number(axis, "x2");
    for (int i = 0; i < cuts.size(); i++) {
      double place = start + (end - start) * classes.cuts().get(i) / 100;
      assertThat(Pages.number(cuts.get(i), "x1")).isCloseTo(place, within(PIXEL));
      assertThat(Pages.number(cuts.get(i), "x2")).isCloseTo(place, within(PIXEL));
    }
  }

  private static void namesAreApart(Document chart, RiskClasses classes, int width) {
    List<Element> names =
        Pages.elements(chart, "text", "tick").stream()
            .filter(text -> !text.getTextContent().matches("[0-9.]+|score,.*|points,.*"))
            .toList();
    assertThat(names).hasSize(classes.names().size());
    for (Element name : names) {
      double half = Svg.width(name.getTextContent()) / 2;
      assertThat(Pages.number(name, "x") - half).isGreaterThanOrEqualTo(0);
      assertThat(Pages.number(name, "x") + half).isLessThanOrEqualTo(width);
      for (Element other : names) {
        if (other != name && Pages.number(other, "y") == Pages.number(name, "y")) {
          double room = half + Svg.width(other.getTextContent()) / 2;
          assertThat(Math.abs(Pages.number(other, "x") - Pages.number(name, "x")))
              .isGreaterThan(room);
        }
      }
    }
  }

  @Test
  void classes_of_a_trajectory_are_named_where_there_is_room() {
    for (RiskClasses classes : List.of(FEW, MANY)) {
      Scorer scorer = Scorer.of(Pages.scorer().model().withClasses(classes));
      List<CountryProfile> profiles = new ArrayList<>(Pages.many(3, Pages.DATE));
      Pages.many(3, Pages.DATE.minusYears(10))
          .forEach(profile -> profiles.add(profile.withReading("treaty", 0.5)));
      TrajectoryChart shown = new TrajectoryChart(Panel.of(scorer, profiles));
      assertThat(shown.legend()).contains("Dashed lines: where classes begin");
      for (int size : new int[] {Chart.WIDE, Chart.NARROW}) {
        Document chart = Pages.drawn(shown, size);
        staysInside(chart, size);
        List<Element> names = Pages.elements(chart, "text", "class");
        assertThat(names).isNotEmpty();
        apart(names);
        for (Element name : names) {
          assertThat(Pages.number(name, "x") + Svg.width(name.getTextContent()))
              .isLessThan(size - 100);
        }
        assertThat(Pages.elements(chart, "line", "cut")).isNotEmpty();
      }
    }
  }

  @Test
  void a_model_without_classes_has_no_cuts() {
    Ranking ranking = Pages.scorer().rank(Pages.many(3, Pages.DATE));
    assertThat(Pages.elements(Pages.drawn(ScoreChart.of(ranking), Chart.WIDE), "line", "cut"))
        .isEmpty();
    assertThat(ScoreChart.of(ranking).legend()).doesNotContain("classes");
  }
}
