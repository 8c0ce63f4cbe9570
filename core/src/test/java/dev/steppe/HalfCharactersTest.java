package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.model.Choice;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import dev.steppe.report.Report;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.Shift;
import dev.steppe.table.Table;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Half a surrogate pair cannot be written in UTF-8: it would come out as a question mark. Texts
 * that have one are refused where they come in, with the place.
 */
class HalfCharactersTest {

  private static Arguments text(String name, Function<String, Object> takes) {
    return Arguments.of(name, takes);
  }

  private static Indicator indicator() {
    return Indicator.of("a", Direction.HIGHER_IS_RISKIER);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        text("name of country AAA", text -> Country.of("AAA", text)),
        text("name of indicator 'a'", text -> indicator().withName(text)),
        text("unit of indicator 'a'", text -> indicator().withUnit(text)),
        text("document of a source", text -> Source.of(text, "")),
        text("place in a source", text -> Source.of("d", text)),
        text("note of a source", text -> Source.of("d", "").withNote(text)),
        text("unit", text -> Reading.of(1).withUnit(text)),
        text("reason why an indicator does not apply", NotApplicable::because),
        text("reason for the weight", text -> Rationale.of(Choice.WEIGHT, text)),
        text("reference", text -> Rationale.none().withReferences(text)),
        text(
            "name of factor 'f'",
            text ->
                RiskModel.builder("m")
                    .factor(
                        "f",
                        1,
                        f -> f.name(text).indicator(indicator(), 1, Normalization.goalposts(0, 1)))
                    .build()),
        text("a name", RiskClasses::lowest),
        text("name of a scenario", t -> Scenario.of(t, Change.shift("a", Shift.absolute(1)))),
        text("title of a report", Report::titled),
        text("note of a report", text -> Report.titled("t").note(text)),
        text("title of a table", Table::titled),
        text("the header of column 0", text -> Table.builder().text(text).build()),
        text("row 0, column 'a'", text -> Table.builder().text("a").row(text).build()),
        text("note", text -> Table.builder().text("a").note(text)),
        text(
            "name of country AAA",
            text -> Dataset.readLongCsv("country,name,indicator,value\nAAA," + text + ",a,1\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void half_a_surrogate_pair_is_refused_where_it_comes_in(
      String where, Function<String, Object> takes) {
    for (String half : new String[] {"x\uD83D", "x\uDE00y", "x\uDE00\uD83D"}) {
      assertThatThrownBy(() -> takes.apply(half))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(where)
          .hasMessageContaining("half a surrogate pair");
    }
    assertThat(takes.apply("x\uD83D\uDE00y")).isNotNull();
  }

  @Test
  void the_message_says_which_character() {
    assertThatThrownBy(() -> Country.of("AAA", "abc\uD83D"))
        .hasMessage(
            "name of country AAA must be whole characters, but character 4 is half a surrogate"
                + " pair");
  }
}
