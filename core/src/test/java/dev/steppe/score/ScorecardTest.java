package dev.steppe.score;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Serialized;
import dev.steppe.evidence.Source;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  private static Scorecard card(CountryProfile profile) {
    return Scorer.of(Example.model()).score(profile);
  }

  @Test
  void a_card_tells_where_it_comes_from() {
    Scorer scorer = Scorer.of(Example.model());
    Scorecard card = scorer.score(Example.aland());
    assertThat(card.country()).isEqualTo(Country.of("AAA", "Aland"));
    assertThat(card.profile()).isEqualTo(Example.aland());
    assertThat(card.scorer()).isSameAs(scorer);
    assertThat(card.model()).isEqualTo(Example.model());
    assertThat(card.fingerprint()).isEqualTo(Example.model().fingerprint());
    assertThat(card.coverage()).isEqualTo(1);
    assertThat(card.range()).isEqualTo(new Range(card.value(), card.value()));
  }

  @Test
  void nodes_tell_every_step() {
    NodeScore trade = card(Example.bland()).node("trade_share");
    assertThat(trade.code()).isEqualTo("trade_share");
    assertThat(trade.name()).isEqualTo("trade_share");
    assertThat(trade.node()).isEqualTo(Example.model().criterion("trade_share"));
    assertThat(trade.depth()).isEqualTo(2);
    assertThat(trade.readings()).containsExactly(Reading.of(48));
    assertThat(trade.raw()).hasValue(48);
    assertThat(trade.treated()).hasValue(40);
    assertThat(trade.value()).hasValue(80);
    assertThat(trade.weight()).isEqualTo(0.5);
    assertThat(trade.effectiveWeight()).isEqualTo(0.3);
    assertThat(trade.coverage()).isEqualTo(1);
    assertThat(trade).hasToString("trade_share = 80.0");
  }

  @Test
  void a_factor_has_a_value_but_no_reading() {
    NodeScore exposure = card(Example.bland()).node("exposure");
    assertThat(exposure.name()).isEqualTo("Exposure");
    assertThat(exposure.depth()).isEqualTo(1);
    assertThat(exposure.readings()).isEmpty();
    assertThat(exposure.raw()).isEmpty();
    assertThat(exposure.treated()).isEmpty();
    assertThat(exposure.value()).hasValue(90);
    assertThat(exposure.weight()).isEqualTo(0.6);
    assertThat(exposure.effectiveWeight()).isEqualTo(0.6);
    NodeScore root = card(Example.bland()).node("my-risk");
    assertThat(root.depth()).isZero();
    assertThat(root.weight()).isEqualTo(1);
    assertThat(root.value()).hasValue(card(Example.bland()).value());
  }

  @Test
  void a_missing_reading_leaves_its_node_empty() {
    NodeScore node =
        Scorer.of(Example.tolerant())
            .score(Example.aland().withoutReading("treaty"))
            .node("treaty");
    assertThat(node.raw()).isEmpty();
    assertThat(node.treated()).isEmpty();
    assertThat(node.value()).isEmpty();
    assertThat(node.readings()).isEmpty();
    assertThat(node.coverage()).isZero();
    assertThat(node).hasToString("treaty = missing");
  }

  @Test
  void nodes_come_each_factor_before_its_children() {
    assertThat(card(Example.aland()).nodes())
        .extracting(NodeScore::code)
        .containsExactlyElementsOf(Example.model().nodes().keySet());
  }

  @Test
  void nodes_are_computed_once() {
    Scorecard card = card(Example.aland());
    assertThat(card.nodes()).isEqualTo(card.nodes()).contains(card.node("treaty"));
    assertThat(card.node("treaty")).isSameAs(card.node("treaty"));
  }

  @Test
  void an_unknown_node_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card(Example.aland()).node("exposur"))
        .withMessageStartingWith("Model 'my-risk' has no 'exposur'. ")
        .withMessageEndingWith("Maybe you meant 'exposure' (Exposure).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card(Example.aland()).contribution("exposur"))
        .withMessageStartingWith("Model 'my-risk' has no 'exposur'. ")
        .withMessageEndingWith("Maybe you meant 'exposure' (Exposure).");
  }

  @Test
  void contributions_are_effective_weight_times_value_the_greatest_first() {
    Scorecard card = card(Example.bland());
    assertThat(card.baseline()).isZero();
    assertThat(card.contributions())
        .extracting(Contribution::code)
        .containsExactly("border_share", "trade_share", "treaty");
    assertThat(card.contributions())
        .extracting(Contribution::points)
        .containsExactly(30.0, 24.0, 10.0);
    assertThat(card.byFactor())
        .extracting(Contribution::code)
        .containsExactly("exposure", "protection");
    Contribution exposure = card.contribution("exposure");
    assertThat(exposure.points()).isEqualTo(54);
    assertThat(exposure.name()).isEqualTo("Exposure");
    assertThat(exposure.value()).hasValue(90);
    assertThat(exposure.reference()).hasValue(0);
    assertThat(exposure).hasToString("exposure +54.0");
    assertThat(card.contribution("my-risk").points()).isEqualTo(64);
  }

  /** With the safest value at 20 the baseline is 20, and only what is above it is contributed. */
  @Test
  void the_baseline_has_every_indicator_at_the_safe_end_of_its_scale() {
    RiskModel model = Example.model();
    for (Criterion criterion : model.criteria()) {
      model = model.withNormalization(criterion.code(), criterion.normalization().onto(20, 100));
    }
    Scorecard card = Scorer.of(model).score(Example.aland());
    assertThat(card.baseline()).isCloseTo(20, within(1e-12));
    assertThat(card.value()).isCloseTo(20 + 0.8 * 67, within(1e-12));
    assertThat(card.contributions().stream().mapToDouble(Contribution::points).sum())
        .isCloseTo(0.8 * 67, within(1e-12));
    assertThat(card.contribution("treaty").reference()).hasValue(20);
  }

  /** sqrt(64 * 36) = 48, and either child alone gives 0: both get half of the 48. */
  @Test
  void contributions_to_a_geometric_mean_are_shapley_values() {
    RiskModel model =
        RiskModel.builder("m")
            .aggregation(Aggregation.geometric())
            .indicator(Indicator.of("a", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(Indicator.of("b", HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    Scorecard card =
        Scorer.of(model)
            .score(
                CountryProfile.builder(Country.of("AAA", "A"))
                    .reading("a", 64)
                    .reading("b", 36)
                    .build());
    assertThat(card.value()).isCloseTo(48, within(1e-12));
    assertThat(card.contribution("a").points()).isCloseTo(24, within(1e-12));
    assertThat(card.contribution("b").points()).isCloseTo(24, within(1e-12));
  }

  @Test
  void a_missing_reading_contributes_nothing() {
    Scorecard card = Scorer.of(Example.tolerant()).score(Example.aland().withoutReading("treaty"));
    assertThat(card.contribution("treaty").points()).isZero();
    assertThat(card.contribution("treaty").value()).isEmpty();
    assertThat(card.contribution("treaty").reference()).isEmpty();
  }

  /** From what the CSV shows, and from nothing else, the score can be computed again. */
  @Test
  void the_trace_reproduces_the_score_to_the_bit() {
    Scorecard card = card(Example.profile("AAA", "Aland", 100 / 3.0, 47.1, 1 / 7.0));
    double score = 0;
    double points = 0;
    for (NamedCsvRecord row :
        CsvReader.builder().ofNamedCsvRecord(card.trace().toCsv()).stream().toList()) {
      String code = row.getField("Node").strip();
      if (card.model().node(code) instanceof Criterion criterion) {
        double treated = criterion.treatment().treat(number(row, "Reading"));
        assertThat(number(row, "Treated")).isEqualTo(treated);
        double value =
            criterion.normalization().normalize(treated, criterion.indicator().direction());
        assertThat(number(row, "Value")).isEqualTo(value);
        assertThat(number(row, "Points")).isEqualTo(number(row, "Weight") * value);
        score += number(row, "Weight") * number(row, "Value");
        points += number(row, "Points");
      } else {
        assertThat(row.getField("Reading")).isEmpty();
        assertThat(row.getField("Treated")).isEmpty();
      }
    }
    assertThat(score).isEqualTo(card.value());
    assertThat(points).isEqualTo(card.value());
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  @Test
  void the_trace_says_how_each_value_came_about() {
    assertThat(card(Example.bland()).trace().toText(200))
        .isEqualTo(
            """
            Bland (BBB): 64.0 in my-risk, step by step

            Node              How                                     Reading  Treated     Value   Share    Weight   Points
            ----------------  --------------------------------------  -------  -------  --------  ------  --------  -------
            my-risk           arithmetic()                                  -        -   64.0000  1.0000  1.000000  64.0000
              exposure        arithmetic()                                  -        -   90.0000  0.6000  0.600000  54.0000
                border_share  goalposts(0.0, 60.0)                    60.0000  60.0000  100.0000  0.5000  0.300000  30.0000
                trade_share   clamp(0.0, 40.0), goalposts(0.0, 50.0)  48.0000  40.0000   80.0000  0.5000  0.300000  24.0000
              protection      arithmetic()                                  -        -   25.0000  0.4000  0.400000  10.0000
                treaty        goalposts(0.0, 1.0), lower is riskier    0.7500   0.7500   25.0000  1.0000  0.400000  10.0000

            Share: of the weight within the factor. Weight: product of the shares from the top.
            Points of all indicators sum to the score minus 0.0.
            Model fingerprint %s."""
                .formatted(Example.model().fingerprint()));
  }

  @Test
  void the_table_of_a_card_shows_values_weights_and_points() {
    Scorecard card =
        Scorer.of(Example.tolerant())
            .score(
                Example.bland()
                    .withoutReading("treaty")
                    .withAsOf(LocalDate.of(2026, 1, 31))
                    .withReading("border_share", Estimate.between(30, 60)));
    assertThat(card.toTable().toText(200))
        .isEqualTo(
            """
            Bland (BBB) as of 2026-01-31: 77.5 in my-risk

            Factor / indicator  Reading  Unit     Value  Weight  Points  0..100
            ------------------  -------  -------  -----  ------  ------  ----------------
            my-risk                   -            77.5   1.000    77.5  ################
              Exposure                -            77.5   1.000    77.5  ################
                Shared border     45.00  percent   75.0   0.500    37.5  ###############
                trade_share       48.00            80.0   0.500    40.0  ################
              protection              -               -   0.000     0.0  -
                treaty                -               -   0.000     0.0  -

            The bounds of the readings allow scores from 65.0 to 90.0.
            Coverage: 60 % of the weight has data.
            Scores are an index from 0 (safest) to 100 (riskiest), not a probability.""");
    assertThat(card).hasToString(card.toTable().toString());
  }

  @Test
  void a_card_that_is_exact_and_complete_needs_no_notes_about_it() {
    assertThat(card(Example.aland()).toTable().notes())
        .containsExactly(
            "Scores are an index from 0 (safest) to 100 (riskiest), not a probability.");
    assertThat(card(Example.aland()).compareWith(card(Example.bland())).toTable().notes())
        .containsExactly(
            "Scores are an index from 0 (safest) to 100 (riskiest), not a probability.");
  }

  @Test
  void sources_of_every_reading_are_listed() {
    Source source = Source.of("Atlas", "p. 7").withNote("rounded");
    Scorecard card =
        Scorer.of(Example.tolerant())
            .score(
                Example.aland()
                    .withoutReading("treaty")
                    .withReading(
                        "border_share", Reading.of(30).withUnit("percent").withSource(source)));
    assertThat(card.sources().toCsv().lines())
        .containsExactly(
            "Country,Indicator,Least,Most,Unit,Source,Note",
            "AAA,border_share,30,30,percent,\"Atlas, p. 7\",rounded",
            "AAA,trade_share,20,20,,source not stated,",
            "AAA,treaty,,,,missing,");
  }

  @Test
  void cards_are_ordered_by_score_then_country() {
    TreeSet<Scorecard> cards =
        new TreeSet<>(
            List.of(
                Example.card("CCC", 20),
                Example.card("BBB", 50),
                Example.card("DDD", 10),
                Example.card("AAA", 50)));
    assertThat(cards)
        .extracting(card -> card.country().code())
        .containsExactly("DDD", "CCC", "AAA", "BBB");
  }

  @Test
  void cards_of_different_models_do_not_compare() {
    Scorecard other = Scorer.of(Example.model().withWeight("treaty", 2)).score(Example.bland());
    Scorecard card = card(Example.aland());
    String message =
        "Scores compare only within one model with the same frozen bounds, but Aland (AAA) was"
            + " scored by 'my-risk' ("
            + card.fingerprint()
            + ") and Bland (BBB) by 'my-risk' ("
            + other.fingerprint()
            + ")";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card.compareWith(other))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> card.compareTo(other))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ranking.of(List.of(card, other)))
        .withMessage(message);
  }

  @Test
  void cards_of_two_scorers_of_one_model_compare() {
    assertThat(card(Example.aland()).compareTo(card(Example.bland()))).isPositive();
    assertThat(card(Example.aland())).isEqualTo(card(Example.aland()));
    assertThat(card(Example.aland())).hasSameHashCodeAs(card(Example.aland()));
    assertThat(card(Example.aland())).isNotEqualTo(card(Example.bland()));
    assertThat(card(Example.aland()))
        .isNotEqualTo(Scorer.of(Example.tolerant()).score(Example.aland()));
    assertThat(card(Example.aland())).isNotEqualTo("Aland");
  }

  @Test
  void contributions_that_would_take_too_long_are_refused() {
    ModelBuilder builder = RiskModel.builder("wide").aggregation(Aggregation.geometric());
    CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "Aland"));
    for (int i = 0; i < 25; i++) {
      builder.indicator(
          Indicator.of("i" + i, HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100));
      profile.reading("i" + i, 50);
    }
    Scorecard card = Scorer.of(builder.build()).score(profile.build());
    String message =
        "Exact contributions in model 'wide' would take too long: 25 children of factor 'wide'"
            + " differ, and it is no plain weighted sum, or the two lack different readings. Group"
            + " them into factors of fewer children.";
    assertThatIllegalArgumentException().isThrownBy(card::contributions).withMessage(message);
    assertThat(card.toTable().notes()).contains("No points: " + message);
    assertThat(card.trace().notes()).contains("No points: " + message);
    assertThat(card.toTable().number(1, 5)).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void results_survive_serialization() {
    Scorecard card = card(Example.bland());
    assertThat(Serialized.copyOf(card.contribution("treaty")))
        .isEqualTo(card.contribution("treaty"))
        .hasSameHashCodeAs(card.contribution("treaty"))
        .isNotEqualTo(card.contribution("exposure"));
    assertThat(Serialized.copyOf(card.range())).isEqualTo(card.range());
    assertThat(Serialized.copyOf(Example.bland())).isEqualTo(Example.bland());
    assertThat(card(Serialized.copyOf(Example.bland())).value()).isEqualTo(card.value());
  }

  @Test
  void a_bounded_score_splits_like_any_other() {
    RiskModel model = Example.geometric().withMissing(MissingPolicy.bound());
    Scorecard card = Scorer.of(model).score(Example.bland().withoutReading("trade_share"));
    assertThat(card.contributions().stream().mapToDouble(Contribution::points).sum())
        .isCloseTo(card.value() - card.baseline(), within(1e-9));
    assertThat(card.contribution("trade_share").points()).isPositive();
  }

  @Test
  void categories_enter_the_trace_by_name() {
    RiskModel model =
        Example.model()
            .withNormalization(
                "treaty", Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 100.0)));
    assertThat(Scorer.of(model).score(Example.aland()).trace().toCsv())
        .contains("\"categories({0.0=0.0, 1.0=100.0}), lower is riskier\"");
  }
}
