package dev.steppe.score;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.Serialized;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkScorerTest {

  private static final double[][] TWO_ROWS = {{30, 60}, {20, 48}, {0, 0.75}};

  private static BulkScorer bulk(RiskModel model) {
    return Scorer.of(model).bulk();
  }

  @Test
  void readings_outside_their_domain_are_refused_as_of_one_country() {
    BulkScorer bulk = bulk(Example.model());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.score(new double[][] {{30, 101, -1}, {20, 48, 1}, {0, 0.75, 0}}))
        .withMessage(
            "Columns for model 'my-risk': reading of 'border_share' must be in [0.0, 100.0], but"
                + " row 1 has 101.0, and 1 more are outside");
    double[] scores = new double[1];
    assertThat(bulk.score(new double[][] {{30, 101}, {20, 48}, {0, 0.75}}, 0, 1, scores, 0))
        .isZero();
  }

  @Test
  void bitmaps_leave_out_what_they_say_and_nothing_else() {
    BulkScorer bulk = bulk(Example.model());
    double[][] columns = {{30, 60, 101}, {20, -1, 20}, {0, 0.75, 1}};
    byte[][] validity = {{0b011}, {0b101}, null};
    double[] scores = new double[3];
    assertThat(bulk.score(columns, validity, 0, 3, scores, 0))
        .isEqualTo(
            bulk.score(
                new double[][] {{30, 60, NaN}, {20, NaN, 20}, {0, 0.75, 1}},
                0,
                3,
                scores.clone(),
                0));
    assertThat(scores)
        .isEqualTo(bulk.score(new double[][] {{30, 60, NaN}, {20, NaN, 20}, {0, 0.75, 1}}));
    assertThat(columns[0]).containsExactly(30, 60, 101);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.score(columns, new byte[][] {null, {0b101}, null}, 0, 3, scores, 0))
        .withMessage(
            "Columns for model 'my-risk': reading of 'border_share' must be in [0.0, 100.0], but"
                + " row 2 has 101.0");
  }

  @Test
  void bitmaps_that_do_not_fit_are_refused() {
    BulkScorer bulk = bulk(Example.model());
    double[][] columns = new double[3][9];
    double[] scores = new double[9];
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.score(columns, new byte[2][], 0, 9, scores, 0))
        .withMessage("Each of 3 columns needs a validity bitmap, or null, but there are 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.score(columns, new byte[][] {null, {1}, null}, 0, 9, scores, 0))
        .withMessage("The validity bitmap of column 1 needs 2 bytes for 9 rows, but has 1");
    assertThat(bulk.score(columns, new byte[][] {null, {-1}, null}, 0, 8, scores, 0)).isZero();
  }

  private static RiskModel inDomain(double lower, double upper, int indicators) {
    ModelBuilder model = RiskModel.builder("m").missing(MissingPolicy.reweight(0));
    for (int i = 0; i < indicators; i++) {
      model.indicator(
          Indicator.of("i" + i, Direction.HIGHER_IS_RISKIER).withDomain(lower, upper),
          1 + i,
          Normalization.goalposts(0, 100));
    }
    return model.build();
  }

  /** By the last bit, at both ends of domains of any place and width. */
  @Test
  void a_domain_ends_with_its_last_reading() {
    double[][] domains = {
      {0, 100},
      {0, 1},
      {-100, 0},
      {-5, 7},
      {1e-300, 2e-300},
      {0, Double.MIN_VALUE * 4},
      {1e200, 2e200},
      {3, Double.MAX_VALUE},
      {-1e300, 1e300},
      {1, Math.nextUp(1.0)}
    };
    for (double[] domain : domains) {
      for (int indicators = 1; indicators <= 5; indicators++) {
        BulkScorer bulk = bulk(inDomain(domain[0], domain[1], indicators));
        for (int i = 0; i < indicators; i++) {
          for (double inside : domain) {
            assertThat(bulk.score(columns(indicators, i, inside, domain[0]))).doesNotContain(NaN);
          }
          for (double beyond : new double[] {Math.nextDown(domain[0]), Math.nextUp(domain[1])}) {
            double[][] columns = columns(indicators, i, beyond, domain[0]);
            assertThatIllegalArgumentException()
                .isThrownBy(() -> bulk.score(columns))
                .withMessageContaining("but row 2 has " + beyond);
            columns[(i + 1) % indicators][2] = i + 1 < indicators ? NaN : beyond;
            assertThatIllegalArgumentException().isThrownBy(() -> bulk.score(columns));
          }
        }
      }
    }
  }

  private static double[][] columns(int indicators, int indicator, double reading, double others) {
    double[][] columns = new double[indicators][5];
    for (double[] column : columns) {
      Arrays.fill(column, others);
    }
    columns[indicator][2] = reading;
    return columns;
  }

  @Test
  void a_domain_may_be_open_on_one_side() {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                Indicator.of("i", Direction.HIGHER_IS_RISKIER)
                    .withDomain(0, Double.POSITIVE_INFINITY),
                1,
                Normalization.goalposts(0, 10))
            .build();
    assertThat(bulk(model).score(new double[][] {{0, 1e200, Double.POSITIVE_INFINITY, -0.0}}))
        .containsExactly(0, 100, 100, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk(model).score(new double[][] {{0, -Double.MIN_VALUE}}))
        .withMessageContaining("but row 1 has -4.9E-324");
  }

  /**
   * More sets of missing readings than are remembered, and of more indicators than a long has bits.
   */
  @Test
  void rows_with_gaps_have_the_scores_of_single_profiles() {
    for (int indicators : new int[] {1, 13, 64, 65}) {
      Scorer scorer = Scorer.of(inDomain(0, 100, indicators));
      Random random = new Random(indicators);
      double[][] columns = new double[indicators][];
      for (int c = 0; c < indicators; c++) {
        columns[c] =
            random
                .doubles(12_000, 0, 130)
                .map(reading -> reading > 120 ? NaN : Math.min(100, reading))
                .toArray();
      }
      BulkScorer bulk = scorer.bulk();
      double[] scores = bulk.score(columns);
      assertThat(bulk.score(columns)).isEqualTo(scores);
      for (int row = 0; row < scores.length; row += 11) {
        CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "Aland"));
        for (int c = 0; c < indicators; c++) {
          if (!Double.isNaN(columns[c][row])) {
            profile.reading("i" + c, columns[c][row]);
          }
        }
        CountryProfile built = profile.build();
        if (Double.isNaN(scores[row])) {
          assertThat(indicators).isEqualTo(1);
        } else {
          assertThat(scores[row]).isEqualTo(scorer.score(built).value());
        }
      }
    }
  }

  @Test
  void columns_of_a_dataset_are_scored_in_the_order_of_its_countries() {
    RiskModel model =
        RiskModel.builder("m")
            .missing(MissingPolicy.reweight(0))
            .indicator(
                Indicator.of("p", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .indicator(
                Indicator.of("q", Direction.HIGHER_IS_RISKIER), 1, Normalization.goalposts(0, 100))
            .build();
    Dataset data = Dataset.readWideCsv("country,p,q\nAAA,10,\nBBB,20,40\nCCC,30,50\nDDD,,99\n");
    assertThat(bulk(model).score(new double[][] {data.column("p"), data.column("q")}))
        .containsExactly(10, 30, 40, 99);
  }

  @Test
  void columns_in_scores_out() {
    BulkScorer bulk = bulk(Example.model());
    assertThat(bulk.indicators()).containsExactly("border_share", "trade_share", "treaty");
    assertThat(bulk.model()).isEqualTo(Example.model());
    Scorer scorer = Scorer.of(Example.model());
    assertThat(bulk.score(TWO_ROWS))
        .containsExactly(
            scorer.score(Example.aland()).value(), scorer.score(Example.bland()).value());
    assertThat(bulk.score(new double[3][0])).isEmpty();
  }

  /** The example of the documentation of {@link BulkScorer}. */
  @Test
  void the_documented_example_holds() {
    RiskModel model = Example.model().withAggregation("protection", Aggregation.geometric(1));
    assertThat(bulk(model).score(new double[][] {{35, 60}, {20, 25}, {0, 1}}))
        .containsExactly(new double[] {69.5, 45}, within(1e-12));
  }

  @Test
  void some_rows_go_to_where_they_are_wanted() {
    double[] scores = {-1, -1, -1, -1};
    assertThat(bulk(Example.model()).score(TWO_ROWS, 1, 2, scores, 2)).isZero();
    assertThat(scores).containsExactly(new double[] {-1, -1, 64, -1}, within(1e-12));
    assertThat(bulk(Example.model()).score(TWO_ROWS, 1, 1, scores, 4)).isZero();
  }

  @Test
  void rows_with_too_little_data_are_counted_and_get_nan() {
    double[][] columns = {{30, Double.NaN, Double.NaN}, {20, 48, Double.NaN}, {0, 0.75, 1}};
    double[] scores = new double[3];
    assertThat(bulk(Example.model()).score(columns, 0, 3, scores, 0)).isEqualTo(2);
    assertThat(scores[0]).isCloseTo(67, within(1e-12));
    assertThat(scores[1]).isNaN();
    RiskModel tolerant = Example.model().withMissing(MissingPolicy.reweight(0.5));
    assertThat(bulk(tolerant).score(columns, 0, 3, scores, 0)).isEqualTo(1);
    // 0.6 * 80 + 0.4 * 25
    assertThat(scores[1]).isCloseTo(58, within(1e-12));
    assertThat(scores[2]).isNaN();
  }

  @Test
  void infinite_readings_among_many_goalposts_are_beyond_them_too() {
    ModelBuilder model = RiskModel.builder("wide").missing(MissingPolicy.reweight(0.5));
    for (int i = 0; i < 7; i++) {
      model.indicator(
          Indicator.of(
              "i" + i, i % 2 == 0 ? Direction.HIGHER_IS_RISKIER : Direction.LOWER_IS_RISKIER),
          1 + i,
          Normalization.goalposts(i, 10 + i));
    }
    BulkScorer wide = bulk(model.build());
    double[][] infinite = new double[7][];
    double[][] beyond = new double[7][];
    for (int i = 0; i < 7; i++) {
      double huge = i % 3 == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      double far = Math.copySign(1e9, huge);
      double gap = i == 3 ? NaN : huge;
      infinite[i] = new double[] {huge, -huge, i + 5, huge, gap, -gap};
      beyond[i] = new double[] {far, -far, i + 5, huge, i == 3 ? NaN : far, i == 3 ? NaN : -far};
    }
    assertThat(wide.score(infinite)).isEqualTo(wide.score(beyond)).doesNotContain(NaN);
    assertThat(wide.score(infinite)[2]).isCloseTo(50, within(1e-12));
  }

  @Test
  void an_infinite_reading_is_beyond_the_goalpost() {
    double[][] columns = {{Double.POSITIVE_INFINITY}, {Double.NEGATIVE_INFINITY}, {1}};
    assertThat(bulk(Example.model().withoutDomains()).score(columns)).containsExactly(30);
  }

  /** Wide enough for every path of the evaluation, and long enough for several blocks of rows. */
  @Test
  void wide_models_and_many_rows_have_the_scores_of_single_profiles() {
    ModelBuilder builder = RiskModel.builder("wide");
    for (int i = 0; i < 23; i++) {
      Direction direction = i % 3 == 0 ? Direction.LOWER_IS_RISKIER : Direction.HIGHER_IS_RISKIER;
      Normalization method =
          i == 7 || i == 20
              ? Normalization.logistic(50, 0.1)
              : Normalization.goalposts(i, 100 - i).onto(i % 2, 100);
      builder.indicator(Indicator.of("i" + i, direction), 1 + i % 5, method);
    }
    Scorer scorer = Scorer.of(builder.build());
    int rows = 6500;
    double[][] columns = new double[23][];
    Random random = new Random(5);
    for (int c = 0; c < columns.length; c++) {
      columns[c] = random.doubles(rows, -10, 110).toArray();
    }
    double[] scores = scorer.bulk().score(columns);
    for (int row = 0; row < rows; row += 13) {
      CountryProfile.Builder profile = CountryProfile.builder(Country.of("AAA", "Aland"));
      double expected = 0;
      for (int c = 0; c < columns.length; c++) {
        profile.reading("i" + c, columns[c][row]);
        Criterion criterion = scorer.model().criterion("i" + c);
        expected +=
            scorer.model().effectiveWeight("i" + c)
                * criterion
                    .normalization()
                    .normalize(columns[c][row], criterion.indicator().direction());
      }
      assertThat(scores[row])
          .isEqualTo(scorer.score(profile.build()).value())
          .isCloseTo(expected, within(1e-11));
    }
  }

  @Test
  void a_wrong_number_of_columns_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk(Example.model()).score(new double[2][5]))
        .withMessage(
            "Model 'my-risk' needs 3 columns, in the order of [border_share, trade_share, treaty],"
                + " but there are 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk(Example.model()).score(new double[0][]))
        .withMessageEndingWith("but there are 0");
  }

  @Test
  void columns_of_different_lengths_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk(Example.model()).score(new double[][] {{1, 2}, {1, 2}, {1}}))
        .withMessage(
            "All columns must have the same number of rows, but column 0 has 2 and column 2"
                + " ('treaty') has 1");
  }

  @Test
  void rows_that_are_not_there_are_refused() {
    BulkScorer bulk = bulk(Example.model());
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> bulk.score(TWO_ROWS, 0, 3, new double[3], 0))
        .withMessage("Range [0, 3) out of bounds for length 2");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> bulk.score(TWO_ROWS, 0, 2, new double[2], 1))
        .withMessage("Range [1, 1 + 2) out of bounds for length 2");
  }

  @Test
  void an_unknown_category_is_refused() {
    RiskModel model =
        Example.model()
            .withNormalization(
                "treaty", Normalization.categories(ImmutableMap.of(0.0, 0.0, 1.0, 100.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk(model).score(TWO_ROWS))
        .withMessage("Reading 0.75 is none of the categories [0.0, 1.0]");
  }

  @Test
  void a_copy_through_serialization_gives_the_same_bits() {
    BulkScorer bulk = bulk(Example.geometric());
    BulkScorer copy = Serialized.copyOf(bulk);
    assertThat(copy.score(TWO_ROWS)).containsExactly(bulk.score(TWO_ROWS));
    assertThat(copy.model().fingerprint()).isEqualTo(bulk.model().fingerprint());
  }

  /** One number of the stream is another, as a fault on the way would make it. */
  @ParameterizedTest
  @CsvSource({
    "1e302, 'value of the point at 100.0 must be in [0.0, 100.0], but was 1.0E302'",
    "90.5, 'The model of a BulkScorer was damaged on its way: its fingerprint is another'",
    "NaN, 'value of the point at 100.0 must be in [0.0, 100.0], but was NaN'"
  })
  void a_damaged_stream_is_refused(double instead, String message) throws IOException {
    RiskModel model =
        RiskModel.builder("m")
            .indicator(
                Indicator.of("a", Direction.HIGHER_IS_RISKIER),
                1,
                Normalization.piecewiseLinear(Map.of(0.0, 0.0, 50.0, 30.0, 100.0, 90.0)))
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ObjectOutputStream(out).writeObject(Scorer.of(model).bulk());
    ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
    int at = 0;
    while (bytes.getLong(at) != Double.doubleToLongBits(90)) {
      at++;
    }
    bytes.putDouble(at, instead);
    assertThatThrownBy(
            () -> new ObjectInputStream(new ByteArrayInputStream(bytes.array())).readObject())
        .isInstanceOf(InvalidObjectException.class)
        .hasMessage(message);
  }

  @Test
  void it_takes_the_estimates_that_a_scorer_takes() {
    BulkScorer bulk = Scorer.of(Example.model()).bulk();
    assertThat(bulk.column("trade_share")).isEqualTo(1);
    assertThat(bulk.column("exposure")).isEqualTo(-1);
    assertThat(bulk.column("unknown")).isEqualTo(-1);
    assertThat(bulk.accepts(0, Estimate.between(0, 100))).isTrue();
    assertThat(bulk.accepts(0, Estimate.exact(101))).isFalse();
    assertThat(bulk.accepts(0, Estimate.between(90, 101))).isFalse();
    assertThat(bulk.accepts(0, Estimate.normal(50, 30))).isTrue(); // Cut off at the domain.
    assertThat(bulk.accepts(1, Estimate.exact(101))).isTrue(); // It has no domain.
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> bulk.accepts(3, Estimate.exact(1)));
  }
}
