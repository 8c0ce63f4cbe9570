package dev.steppe.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The weighted sum and product models of two libraries of decision analysis; see the README. */
class McdmGoldenTest {

  private static List<NamedCsvRecord> rows(String file, String matrix) {
    return Grid.rows("mcdm/" + file + ".csv").stream()
        .filter(row -> row.getField("matrix").equals(matrix))
        .toList();
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static double[][] readings(List<NamedCsvRecord> alternatives) {
    return alternatives.stream()
        .map(row -> row.getField("readings").split(" "))
        .map(texts -> Arrays.stream(texts).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static List<CountryProfile> profiles(double[][] readings) {
    List<CountryProfile> profiles = new ArrayList<>();
    for (int a = 0; a < readings.length; a++) {
      String code = "AA" + (char) ('A' + a);
      CountryProfile.Builder profile = CountryProfile.builder(Country.of(code, code));
      for (int c = 0; c < readings[a].length; c++) {
        profile.reading("c" + c, readings[a][c]);
      }
      profiles.add(profile.build());
    }
    return profiles;
  }

  private static void assertScores(
      Scorer scorer, List<CountryProfile> profiles, List<NamedCsvRecord> expected, String method) {
    Ranking ranking = scorer.rank(profiles);
    for (int a = 0; a < expected.size(); a++) {
      String code = profiles.get(a).country().code();
      assertThat(ranking.entry(code).value())
          .isCloseTo(100 * number(expected.get(a), method), within(1e-9));
      assertThat(ranking.rank(code))
          .isEqualTo(number(expected.get(a), method.substring(0, 3) + "_rank"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stock_6x3",
        "crypto_9x6",
        "robots_7x5",
        "edas_5x8",
        "forklifts_7x10",
        "copras_6x5"
      })
  void minmax_and_arithmetic_mean_are_the_weighted_sum_model(String matrix) {
    List<NamedCsvRecord> alternatives = rows("alternatives", matrix);
    ModelBuilder builder = RiskModel.builder("wsm");
    for (NamedCsvRecord criterion : rows("criteria", matrix)) {
      Direction direction =
          number(criterion, "type") > 0 ? Direction.HIGHER_IS_RISKIER : Direction.LOWER_IS_RISKIER;
      builder.indicator(
          Indicator.of(criterion.getField("criterion"), direction),
          number(criterion, "weight"),
          Normalization.minMax());
    }
    List<CountryProfile> profiles = profiles(readings(alternatives));
    assertScores(Scorer.fit(builder.build(), profiles), profiles, alternatives, "wsm_minmax");
  }

  /** Their values, v / max for a benefit and min / v for a cost, are computed here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stock_6x3",
        "crypto_9x6",
        "robots_7x5",
        "edas_5x8",
        "forklifts_7x10",
        "copras_6x5"
      })
  void the_geometric_mean_is_the_weighted_product_model(String matrix) {
    List<NamedCsvRecord> criteria = rows("criteria", matrix);
    List<NamedCsvRecord> alternatives = rows("alternatives", matrix);
    double[][] readings = readings(alternatives);
    ModelBuilder builder = RiskModel.builder("wpm").aggregation(Aggregation.geometric());
    for (int c = 0; c < criteria.size(); c++) {
      int column = c;
      double[] values = Arrays.stream(readings).mapToDouble(row -> row[column]).sorted().toArray();
      for (double[] row : readings) {
        row[c] =
            number(criteria.get(c), "type") > 0
                ? row[c] / values[values.length - 1]
                : values[0] / row[c];
      }
      builder.indicator(
          Indicator.of("c" + c, Direction.HIGHER_IS_RISKIER),
          number(criteria.get(c), "weight"),
          Normalization.goalposts(0, 1));
    }
    assertScores(Scorer.of(builder.build()), profiles(readings), alternatives, "wpm_linear");
  }
}
