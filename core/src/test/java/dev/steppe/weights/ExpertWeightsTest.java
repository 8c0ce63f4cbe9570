package dev.steppe.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import org.junit.jupiter.api.Test;

class ExpertWeightsTest {

  private static RiskModel model() {
    return RiskModel.builder("two")
        .factor(
            "trade",
            1,
            f ->
                f.indicator(indicator("exports"), 1, Normalization.goalposts(0, 100))
                    .indicator(indicator("imports"), 1, Normalization.goalposts(0, 100)))
        .indicator(indicator("border"), 1, Normalization.goalposts(0, 100))
        .build();
  }

  private static Indicator indicator(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static String sheet(int trade, int border, double exports, double imports) {
    return "parent,code,name,points,reason\n"
        + "two,trade,,"
        + trade
        + ",\ntwo,border,,"
        + border
        + ",\ntrade,exports,,"
        + exports
        + ",because\ntrade,imports,,"
        + imports
        + ",\n";
  }

  private static ExpertWeights read() {
    return ExpertWeights.read(
        model(), ImmutableMap.of("A", sheet(60, 40, 100, 0), "B", sheet(20, 80, 50, 50)));
  }

  @Test
  void one_expert_is_told_as_one() {
    ExpertWeights one = ExpertWeights.read(model(), ImmutableMap.of("A", sheet(60, 40, 100, 0)));
    assertThat(one.toTable().toString()).startsWith("Weights by 1 expert\n");
    assertThat(read().toTable().toString()).startsWith("Weights by 2 experts\n");
  }

  /** Exports 50, imports 10, border 0: by A .6 * 50 = 30, by B .2 * 30 = 6, by the mean .4 * 40. */
  @Test
  void every_expert_has_a_model_and_so_has_the_mean() {
    CountryProfile aland =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("exports", 50)
            .reading("imports", 10)
            .reading("border", 0)
            .build();
    ExpertWeights given = read();
    assertThat(given.experts()).containsExactly("A", "B");
    assertThat(Scorer.of(given.model("A")).score(aland).value()).isCloseTo(30, within(1e-9));
    assertThat(Scorer.of(given.models().get("B")).score(aland).value()).isCloseTo(6, within(1e-9));
    assertThat(Scorer.of(given.mean()).score(aland).value()).isCloseTo(16, within(1e-9));
  }

  @Test
  void the_spread_is_kept() {
    assertThat(read().range("trade").lower()).isEqualTo(0.2);
    assertThat(read().range("trade").upper()).isEqualTo(0.6);
    assertThat(read().range("imports").lower()).isZero();
    assertThat(read().toTable().cell(0, 1)).isEqualTo("trade");
    assertThatThrownBy(() -> read().range("boarder"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe you meant 'border'.");
    assertThatThrownBy(() -> read().model("C"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No sheet of 'C'.");
  }

  @Test
  void the_form_comes_back_when_it_is_filled_in() {
    String form = ExpertWeights.sheet(model()).toCsv();
    assertThat(form.lines().toList())
        .hasSize(5)
        .anySatisfy(line -> assertThat(line).startsWith("trade,exports,exports,"));
    String filled = form.replace("\r\n", "\n");
    for (String code : new String[] {"trade", "border", "exports", "imports"}) {
      filled = filled.replace("," + code + "," + code + ",", "," + code + "," + code + ",50");
    }
    assertThat(ExpertWeights.read(model(), ImmutableMap.of("A", filled)).mean().fingerprint())
        .isEqualTo(
            model()
                .withWeights(
                    ImmutableMap.of("trade", 0.5, "border", 0.5, "exports", 0.5, "imports", 0.5))
                .fingerprint());
  }

  @Test
  void all_faults_of_all_sheets_are_told_at_once() {
    assertThatThrownBy(
            () ->
                ExpertWeights.read(
                    model(),
                    ImmutableMap.of(
                        "A", sheet(60, 50, 100, 0).replace("trade,exports", "trade,export"),
                        "B", sheet(60, 40, -1, 101),
                        "C", "code,weight\ntrade,1\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A, line 4: no 'export'. ")
        .hasMessageContaining("A: points below 'two' must sum to 100, but to 110.0")
        .hasMessageContaining("A: no points for exports")
        .hasMessageContaining("B, line 4: points must be a number from 0 to 100, but were '-1.0'")
        .hasMessageContaining("B, line 5: points must be a number from 0 to 100, but were '101.0'")
        .hasMessageContaining("C: columns 'code' and 'points' are needed");
    assertThatThrownBy(() -> ExpertWeights.read(model(), ImmutableMap.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one sheet");
  }
}
