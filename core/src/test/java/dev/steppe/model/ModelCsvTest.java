package dev.steppe.model;

import static dev.steppe.model.Direction.HIGHER_IS_RISKIER;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.testing.AnyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCsvTest {

  private static final String EXAMPLE =
      """
      code,parent,weight,direction,scale,aggregation,weight_reason
      my-risk,,,,,,
      exposure,my-risk,0.6,,,,It comes first.
      border_share,exposure,1,HIGHER_IS_RISKIER,"goalposts(0, 60)",,
      protection,my-risk,0.4,,,geometric(1),
      treaty,protection,1,LOWER_IS_RISKIER,"goalposts(0, 1)",,
      """;

  private static void assertSame(RiskModel read, RiskModel model) {
    assertThat(read).isEqualTo(model);
    assertThat(read.fingerprint()).isEqualTo(model.fingerprint());
    assertThat(read.definition()).isEqualTo(model.definition());
  }

  @Test
  void a_model_comes_back_from_its_table_as_it_was() {
    LongStream.range(0, Math.max(1000, Long.getLong("steppe.seeds", 1000)))
        .forEach(
            seed -> {
              RiskModel model = AnyModels.generate(seed);
              assertSame(RiskModel.readCsv(model.toCsv()), model);
            });
  }

  @Test
  void the_models_of_the_paper_and_of_the_region_come_back_as_they_were() {
    assertSame(RiskModel.readCsv(NextUkraine.model().toCsv()), NextUkraine.model());
    RiskModel region = PostSovietStates.scorer().model();
    assertSame(RiskModel.readCsv(region.toCsv()), region);
  }

  @Test
  void the_example_of_the_documentation_is_the_model_in_java() {
    RiskModel model =
        RiskModel.builder("my-risk")
            .factor(
                "exposure",
                0.6,
                f ->
                    f.rationale(Rationale.of(Choice.WEIGHT, "It comes first."))
                        .indicator(
                            Indicator.of("border_share", HIGHER_IS_RISKIER),
                            1,
                            Normalization.goalposts(0, 60)))
            .factor(
                "protection",
                0.4,
                f ->
                    f.aggregation(Aggregation.geometric(1))
                        .indicator(
                            Indicator.of("treaty", Direction.LOWER_IS_RISKIER),
                            1,
                            Normalization.goalposts(0, 1)))
            .build();
    assertSame(RiskModel.readCsv(EXAMPLE), model);
    assertSame(RiskModel.readCsv("\uFEFF" + EXAMPLE.replace("\n", "\r\n")), model);
    String semicolons = EXAMPLE.replace(',', ';').replace("0; ", "0, ");
    assertSame(RiskModel.readCsv(semicolons), model);
    assertSame(RiskModel.readCsv(EXAMPLE + ",,,,,,\n,,,,,,\n"), model);
  }

  @Test
  void rows_may_come_in_any_order_and_the_order_of_siblings_is_that_of_the_sum() {
    RiskModel model =
        RiskModel.readCsv(
            """
            scale,code,weight,parent,direction
            minMax,b,1,f,HIGHER_IS_RISKIER
            ,f,2,m,
            rank,a,1,m,HIGHER_IS_RISKIER
            ,m,,,
            """);
    assertThat(model.nodes().keySet()).containsExactly("m", "f", "b", "a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "goalposts(0, 60)",
        "goalposts(-0.5, 1.0E-10)",
        "minMax.onto(1, 100)",
        "rank.onto(1, 50).onto(2, 99)",
        "rank(-0.0, 1, 1, 7.5)",
        "percentileRank",
        "zScore(50, 20)",
        "piecewiseLinear(0=0, 10=80, 50=100)",
        "categories(0=0, 1=30)",
      })
  void a_scale_is_written_as_it_is_read(String text) {
    MethodDefinition definition = MethodText.parse(text, MethodFamilies.SCALES);
    assertThat(MethodText.of(definition, MethodFamilies.SCALES)).isEqualTo(text);
    Normalization scale = Normalization.of(definition);
    assertThat(MethodText.of(scale.definition(), MethodFamilies.SCALES)).isEqualTo(text);
  }

  @Test
  void what_is_usual_at_the_end_is_left_out() {
    assertThat(MethodText.of(Treatment.winsorize().definition(), MethodFamilies.TREATMENTS))
        .isEqualTo("winsorize");
    assertThat(MethodText.of(Treatment.winsorize(4).definition(), MethodFamilies.TREATMENTS))
        .isEqualTo("winsorize(4)");
    assertThat(MethodText.of(Treatment.winsorize(5, 2, 3).definition(), MethodFamilies.TREATMENTS))
        .isEqualTo("winsorize(5, 2, 3)");
    assertThat(
            MethodText.of(
                Aggregation.choquet(Interaction.of("b", "a.x-y", -0.5)).definition(),
                MethodFamilies.AGGREGATIONS))
        .isEqualTo("choquet(a.x-y*b=-0.5)");
  }

  @Test
  void a_spreadsheet_runs_nothing_that_is_in_a_model() {
    RiskModel model =
        RiskModel.builder("m")
            .name("=cmd|' /C calc'!A0")
            .criterion(
                new Criterion(
                        Indicator.of("a", HIGHER_IS_RISKIER)
                            .withName("@SUM(A1)")
                            .withUnit("+1")
                            .withDomain(-5, 60),
                        1,
                        Treatment.none(),
                        Normalization.goalposts(0, 60))
                    .withRationale(
                        Rationale.of(Choice.SCALE, "-1+1").withReferences("=A1", "'=A2")))
            .build();
    String csv = model.toCsv();
    assertThat(csv).contains("'=cmd", "'@SUM(A1)", "'+1", "'-1+1", "\"'=A1").contains(",-5,60,");
    assertSame(RiskModel.readCsv(csv), model);
  }

  private static void assertFaults(String csv, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.readCsv(csv))
        .withMessage(message);
  }

  @Test
  void every_fault_is_told_with_its_line_and_column() {
    assertFaults(
        """
        code,parent,weight,direction,scale,treatment,aggregation,missing,lower,upper,from_scale,from_readings
        m,,,,,,choquet(f*x=0.5),reweigh(0.5),,,,
        f,m,1,HIGHER_IS_RISKIER,minMax,,,bound,,,,
        a,f,"0,5",HIGHER_IS_RISKER,"goalposts(60, 0)",clamp(1; 2),,,,,,
        b,f,,LOWER_IS_RISKIER,,,arithmetic,,1,0,,
        c,g,1,LOWER_IS_RISKIER,minmax,,,,,,,
        f,m,1,LOWER_IS_RISKIER,minMax,,,,,,,
        d,f,1,LOWER_IS_RISKIER,"goalposts(0, 1)",,,,,,"minMax(1, 2)",1.5
        e,h,1,LOWER_IS_RISKIER,rank,,,,,,,
        h,e,1,,,,,,,,,
        n,,1,,,,,,,,,
        1o,m,1,LOWER_IS_RISKIER,"goalposts(0)",,,,x,,,
        p,m,-1,LOWER_IS_RISKIER,"categories(0=0, 0=1)",,,,,,,0
        """,
        """
        Table of a model has 26 faults:
          - line 2, column 'missing': unknown policy 'reweigh'. Known: [fail, reweight, \
        reweightByCount, bound]. Maybe you meant 'reweight'.
          - line 3, column 'direction': must be empty of a factor, but was 'HIGHER_IS_RISKIER'
          - line 3, column 'scale': must be empty of a factor, but was 'minMax'
          - line 3, column 'missing': must be empty but of the root, but was 'bound'
          - line 4, column 'weight': '0,5' is not a number
          - line 4, column 'direction': must be one of [HIGHER_IS_RISKIER, LOWER_IS_RISKIER], but \
        was 'HIGHER_IS_RISKER'. Maybe you meant 'HIGHER_IS_RISKIER'.
          - line 4, column 'treatment': 'clamp(1; 2)' is no method such as goalposts(0, 60): \
        '1; 2' does not fit
          - line 4, column 'scale': Goalposts need lower < upper, but were [60.0, 0.0]. Maybe you \
        meant [0.0, 60.0] with Direction.LOWER_IS_RISKIER.
          - line 5, column 'weight': must be given
          - line 5, column 'lower': needs lower < upper, but was [1.0, 0.0]
          - line 5, column 'scale': must be given, or rows that have 'b' as their parent
          - line 5, column 'aggregation': must be empty of what no row has as its parent, but was \
        'arithmetic'
          - line 6, column 'parent': there is no 'g'. Known: [m, f, a, b, c, d, e, h, n, 1o, p].
          - line 7, column 'code': 'f' is in line 3 already
          - line 8, column 'from_scale': 'minMax(1, 2)' has 2 parameters, but minMax takes none
          - line 8, column 'from_readings': must be a whole number, but was 1.5
          - line 9, column 'parent': goes round in a circle and never to the root
          - line 10, column 'parent': goes round in a circle and never to the root
          - line 11, column 'parent': must be given: line 2 is the root of the model already
          - line 12, column 'code': it must start with a letter and go on with letters, digits, \
        '_', '.' or '-', but was '1o'
          - line 12, column 'lower': 'x' is not a number
          - line 12, column 'scale': parameters.upper: must be given
          - line 13, column 'weight': must be finite and >= 0, but was -1.0
          - line 13, column 'scale': parameters.values: there are two values at 0.0
          - line 13, column 'from_scale': must be given. Known: [goalposts, piecewiseLinear, \
        logistic, categories, minMax, zScore, farZScore, rank, percentileRank, onto, own].
          - line 13, column 'from_readings': must be 1 or more, but were 0""");
  }

  @Test
  void a_header_that_is_none_says_what_is_missing() {
    assertFaults(
        "code,parent,wieght,direction\nm,,,\n",
        """
        Table of a model has 3 faults:
          - line 1: unknown column 'wieght'. Known: [code, name, parent, weight, direction, unit, \
        lower, upper, levels, beyond_scale, treatment, scale, aggregation, missing, classes, from_treatment, \
        from_scale, from_readings, weight_reason, direction_reason, domain_reason, \
        treatment_reason, scale_reason, aggregation_reason, missing_reason, classes_reason, references]. Maybe you \
        meant 'weight'.
          - line 1: there is no column 'weight'. Found: [code, parent, wieght, direction]
          - line 1: there is no column 'scale'. Found: [code, parent, wieght, direction]""");
    assertFaults(
        "",
        """
        Table of a model has 5 faults:
          - line 1: there is no column 'code'. Found: []
          - line 1: there is no column 'parent'. Found: []
          - line 1: there is no column 'weight'. Found: []
          - line 1: there is no column 'direction'. Found: []
          - line 1: there is no column 'scale'. Found: []""");
    assertFaults(
        "country,name,unit,debt\nAAA,Aland,,1\n",
        "Table of a model: line 1: this is no model, which has the columns [code, parent, weight,"
            + " direction, scale]. Found: [country, name, unit, debt]");
  }

  @Test
  void a_table_without_a_root_or_without_rows_is_no_model() {
    String header = "code,parent,weight,direction,scale\n";
    assertFaults(
        header,
        "Table of a model: line 1: no row has an empty parent, as the root of the model must");
    assertFaults(header + "m,,,,\n", "Table of a model: line 2: Factor 'm' has no children");
    assertFaults(header + "m,,\n", "Table of a model: line 2: has 3 cells, but the header has 5");
    assertFaults(header + "m\n", "Table of a model: line 2: has 1 cell, but the header has 5");
    assertFaults(
        header + "m,,,,\n\"a,m,1,HIGHER_IS_RISKIER,rank\n",
        "Table of a model: CSV: Unclosed quoted field at end of input (record starting at line 3)");
  }

  /** A row whose code is blank is not the parent of the root, whose parent is blank. */
  @Test
  @Timeout(10)
  void a_row_below_the_root_needs_a_code() {
    assertFaults(
        "code,parent,weight,direction,scale\nr,,,,\n,r,1,HIGHER_IS_RISKIER,minMax\n"
            + "a,r,1,HIGHER_IS_RISKIER,minMax\n",
        "Table of a model: line 3, column 'code': must be given");
  }

  @Test
  void a_chain_that_never_ends_is_refused() {
    StringBuilder csv = new StringBuilder("code,parent,weight,direction,scale\nm0,,,,\n");
    for (int level = 1; level < 50_000; level++) {
      csv.append("m" + level + ",m" + (level - 1) + ",1,,\n");
    }
    csv.append("a,m49999,1,HIGHER_IS_RISKIER,rank\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.readCsv(csv.toString()))
        .withMessageContaining("makes more than 100 levels of factors in each other");
  }

  @Test
  void a_file_that_is_no_text_is_told_with_its_place(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("model.csv");
    byte[] text = "code,parent,weight,direction,scale\nm,,,,\n\u00e9,m,1,,\n".getBytes(ISO_8859_1);
    Files.write(file, text);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RiskModel.readCsv(file))
        .withMessage(
            "Table of a model: line 3: byte 0xE9 is not UTF-8. Save it as UTF-8, and read that");
    Path gone = folder.resolve("gone.csv");
    assertThatThrownBy(() -> RiskModel.readCsv(gone))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(gone + ": there is no such file");
  }
}
