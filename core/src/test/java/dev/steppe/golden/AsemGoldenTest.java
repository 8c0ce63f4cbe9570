package dev.steppe.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** We and COINr, an R package for composite indicators, get the same from the same data. */
class AsemGoldenTest {

  /** Two implementations in double precision; far below the digits that anyone reads. */
  private static final Offset<Double> ROUNDING = within(1e-9);

  /** The table in the examples and the tree that is made of COINr's metadata. */
  @Test
  void the_table_of_the_index_is_the_tree_of_COINr() throws IOException {
    RiskModel table =
        RiskModel.readCsv(Path.of("../examples/src/main/resources/asem/asem-model.csv"));
    RiskModel tree = Asem.model(Treatment.winsorizeOrLog(5), Normalization.minMax().onto(1, 100));
    assertThat(table.fingerprint()).isEqualTo(tree.fingerprint());
    assertThat(table.indicators())
        .extracting(Indicator::name)
        .isEqualTo(tree.indicators().stream().map(Indicator::name).toList());
    List<CountryProfile> profiles = Asem.profiles(Asem.grid("asem_step_imputed"), tree);
    Scorer ofTable = Scorer.fit(table, profiles);
    Scorer ofTree = Scorer.fit(tree, profiles);
    for (CountryProfile profile : profiles) {
      assertThat(ofTable.score(profile).value()).isEqualTo(ofTree.score(profile).value());
    }
  }

  @Test
  void minmax_values_are_those_of_COINr() {
    RiskModel model = Asem.model(Treatment.none(), Normalization.minMax());
    assertIndicators(model, Asem.grid("asem_step_raw"), Asem.grid("norm_minmax_0_100"));
  }

  @Test
  void zscores_are_those_of_COINr() {
    RiskModel model = Asem.model(Treatment.none(), Normalization.zScore(10, 2));
    assertIndicators(model, Asem.grid("asem_step_raw"), Asem.grid("norm_zscore_10_2"));
  }

  @Test
  void ranks_with_ties_averaged_are_those_of_COINr() {
    Grid raw = Asem.grid("asem_step_raw");
    RiskModel model = Asem.model(Treatment.none(), Normalization.rank());
    for (Criterion criterion : model.criteria()) {
      Normalization rank = Normalization.rank().onto(1, raw.count(criterion.code()));
      model = model.withNormalization(criterion.code(), rank);
    }
    assertIndicators(model, raw, Asem.grid("norm_rank_average"));
  }

  @Test
  void values_on_a_part_of_the_scale_are_those_of_COINr() {
    RiskModel model = Asem.model(Treatment.none(), Normalization.minMax().onto(1, 100));
    assertIndicators(
        model, Asem.grid("asem_step_raw"), Asem.grid("missing_input_raw_minmax_1_100"));
    assertIndicators(
        model, Asem.grid("asem_step_treated"), Asem.grid("agg_input_treated_minmax_1_100"));
  }

  @Test
  void winsorising_moves_the_same_points_to_the_same_values_as_COINr() {
    Grid imputed = Asem.grid("asem_step_imputed");
    Grid treated = Asem.grid("asem_step_treated");
    Grid points = Asem.grid("asem_step_treat_points");
    Grid details = Asem.grid("asem_step_treat_details");
    RiskModel model = Asem.model(Treatment.winsorize(5), Normalization.minMax());
    List<CountryProfile> profiles = Asem.profiles(imputed, model);
    Scorer scorer = Scorer.fit(model, profiles);
    for (Criterion criterion : model.criteria()) {
      String code = criterion.code();
      int moved = 0;
      for (Scorecard card : scorer.scoreAll(profiles)) {
        String country = card.country().code();
        NodeScore node = card.node(code);
        assertThat(node.treated().orElseThrow())
            .as("%s of %s", code, country)
            .isEqualTo(treated.number(country, code).orElseThrow());
        int sign = Double.compare(node.treated().orElseThrow(), node.raw().orElseThrow());
        assertThat(sign > 0 ? "winlo" : sign < 0 ? "winhi" : "")
            .as("%s of %s", code, country)
            .isEqualTo(points.text(country, code));
        moved += sign == 0 ? 0 : 1;
      }
      assertThat((double) moved)
          .as(code)
          .isEqualTo(details.number(code, "winsorise.nwin").orElse(0));
    }
  }

  @Test
  void arithmetic_aggregates_are_those_of_COINr() {
    RiskModel model = Asem.modelOfNormalized();
    assertFactors(model, "agg_amean_eq");
    assertFactors(model.withWeights(Asem.unequalWeights()), "agg_amean_uneq");
  }

  @Test
  void geometric_aggregates_are_those_of_COINr() {
    RiskModel model = Asem.modelOfNormalized().withAggregation(Aggregation.geometric());
    assertFactors(model.withWeights(Asem.unequalWeights()), "agg_gmean_uneq");
  }

  @Test
  void harmonic_aggregates_are_those_of_COINr() {
    assertFactors(Asem.modelOfNormalized().withAggregation(Aggregation.harmonic()), "agg_hmean_eq");
  }

  @Test
  void the_whole_way_from_data_to_index_is_that_of_COINr() {
    RiskModel model = Asem.model(Treatment.winsorize(5), Normalization.minMax());
    Grid expected = Asem.grid("asem_step_aggregated");
    List<CountryProfile> profiles = Asem.profiles(Asem.grid("asem_step_imputed"), model);
    Scorer scorer = Scorer.fit(model, profiles);
    assertThat(scorer.model().nodes().keySet()).containsAll(expected.columns()).hasSize(60);
    for (Scorecard card : scorer.scoreAll(profiles)) {
      for (NodeScore node : card.nodes()) {
        assertNode(card, node.code(), expected);
      }
    }
  }

  @Test
  void the_geometric_way_from_treated_data_is_that_of_COINr() {
    RiskModel model =
        Asem.model(Treatment.none(), Normalization.minMax().onto(1, 100))
            .withAggregation(Aggregation.geometric())
            .withWeights(Asem.unequalWeights());
    List<CountryProfile> profiles = Asem.profiles(Asem.grid("asem_step_treated"), model);
    Grid expected = Asem.grid("agg_gmean_uneq");
    for (Scorecard card : Scorer.fit(model, profiles).scoreAll(profiles)) {
      for (String factor : expected.columns()) {
        assertNode(card, factor, expected);
      }
    }
  }

  /** Each factor is scored as a model of its own, since the index of most countries is missing. */
  @Test
  void factors_with_and_without_enough_data_are_those_of_COINr() {
    RiskModel model = Asem.modelOfNormalized().withMissing(MissingPolicy.reweightByCount(0.9));
    Grid expected = Asem.grid("agg_missing_amean_thresh0.9");
    List<CountryProfile> profiles =
        Asem.profiles(Asem.grid("missing_input_raw_minmax_1_100"), model);
    int missing = 0;
    for (Factor factor : model.factors()) {
      RiskModel partial = model.partial(factor.code());
      List<String> codes = partial.criteria().stream().map(Criterion::code).toList();
      Scorer scorer = Scorer.of(partial);
      for (CountryProfile whole : profiles) {
        CountryProfile profile = whole.select(codes);
        OptionalDouble value = expected.number(whole.country().code(), factor.code());
        if (value.isPresent()) {
          assertThat(scorer.score(profile).value())
              .as("%s of %s", factor.code(), whole.country())
              .isCloseTo(value.getAsDouble(), ROUNDING);
        } else {
          missing++;
          assertThatIllegalArgumentException()
              .as("%s of %s", factor.code(), whole.country())
              .isThrownBy(() -> scorer.score(profile))
              .withMessageContaining("too little data: no reading")
              .withMessageContaining("0.9");
        }
      }
    }
    assertThat(missing).isEqualTo(95);
  }

  @Test
  void effective_weights_are_those_of_COINr() {
    RiskModel model = Asem.modelOfNormalized().withWeights(Asem.unequalWeights());
    Grid expected = Asem.grid("weights_eff_unequal");
    assertThat(expected.keys()).containsExactlyInAnyOrderElementsOf(model.nodes().keySet());
    for (String code : expected.keys()) {
      assertThat(model.effectiveWeight(code))
          .as(code)
          .isCloseTo(expected.number(code, "EffWeight").orElseThrow(), within(1e-15));
    }
  }

  /** Fits to the input and holds the value of every indicator of every country to the file. */
  private static void assertIndicators(RiskModel model, Grid input, Grid expected) {
    RiskModel tolerant = model.withMissing(MissingPolicy.reweight(0));
    List<CountryProfile> profiles = Asem.profiles(input, tolerant);
    for (Scorecard card : Scorer.fit(tolerant, profiles).scoreAll(profiles)) {
      for (Criterion criterion : model.criteria()) {
        assertNode(card, criterion.code(), expected);
      }
    }
  }

  private static void assertFactors(RiskModel model, String file) {
    Grid expected = Asem.grid(file);
    Scorer scorer = Scorer.of(model);
    for (CountryProfile profile :
        Asem.profiles(Asem.grid("agg_input_treated_minmax_1_100"), model)) {
      Scorecard card = scorer.score(profile);
      assertThat(expected.columns()).hasSize(11);
      for (String factor : expected.columns()) {
        assertNode(card, factor, expected);
      }
    }
  }

  private static void assertNode(Scorecard card, String code, Grid expected) {
    OptionalDouble golden = expected.number(card.country().code(), code);
    OptionalDouble value = card.node(code).value();
    assertThat(value.isPresent())
        .as("%s of %s is there", code, card.country())
        .isEqualTo(golden.isPresent());
    if (golden.isPresent()) {
      assertThat(value.getAsDouble())
          .as("%s of %s", code, card.country())
          .isCloseTo(golden.getAsDouble(), ROUNDING);
    }
  }
}
