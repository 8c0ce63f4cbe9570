package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitTest {

  private static final Pattern SCALE =
      Pattern.compile("(?:index )?(?:from )?0 ?(?:to|-|\\.\\.) ?([1-9][0-9]{0,8})");
  private static final Pattern MULTIPLE = Pattern.compile("(thousand|million)s?(?: of)?(?: (.*))?");

  @ParameterizedTest
  @CsvSource({
    "percent, percent of exports",
    "percent of Russian GDP, percent of Russian GDP (PPP)",
    "Percent, %",
    "fraction, fraction of people",
    "boolean, 0 to 1",
    "boolean, index",
    "index from 0 to 1, 0 to 1",
    "million tonnes, millions of tonnes",
    "bn, bn",
    "'', bn",
    "percent, ''",
  })
  void these_match(String first, String second) {
    assertThat(Unit.match(first, second)).isTrue();
    assertThat(Unit.match(second, first)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "percent, fraction, true",
    "thousand tonnes, million tonnes, true",
    "tonnes, thousand tonnes, true",
    "index from 0 to 10, 0 to 1, true",
    "thousand tonnes, thousand barrels, false",
    "percent, percentage points, false",
    "percent, percent per year, false",
    "percent, index, false",
    "fraction, boolean, false",
    "bn, BN, false",
    "bn, km, false",
    "thousand, fraction, false",
  })
  void these_do_not(String first, String second, boolean converts) {
    assertThat(Unit.match(first, second)).isFalse();
    assertThat(Unit.match(second, first)).isFalse();
    assertThat(Unit.of(first).converts(Unit.of(second))).isEqualTo(converts);
  }

  /** The forms of the javadoc as patterns, which say the same of any words. */
  @Test
  void a_unit_is_what_patterns_make_of_its_words() {
    List<String> words =
        List.of(
            "percent",
            "Per cent",
            "%",
            "fraction",
            "thousand",
            "million",
            "s",
            "of",
            "index",
            "boolean",
            "from",
            "0",
            "to",
            "-",
            "..",
            "10",
            "007",
            "123456789",
            "1234567890",
            " ",
            " ",
            " ",
            "\t",
            "tonnes",
            "GDP");
    Random random = new Random(1);
    for (int n = 0; n < 50_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(9); k >= 0; k--) {
        text.append(words.get(random.nextInt(words.size())));
      }
      assertThat(Unit.of(text.toString())).as(text.toString()).isEqualTo(byPatterns(text));
    }
  }

  private static Unit byPatterns(CharSequence words) {
    String stripped = words.toString().strip().replaceAll("\\s+", " ");
    String lower = stripped.toLowerCase(Locale.ROOT);
    if (lower.matches("(?:percent|per cent|%)(?: of .*)?")) {
      return new Unit("share", 0.01);
    }
    if (lower.matches("fraction(?: of .*)?")) {
      return new Unit("share", 1);
    }
    Matcher scale = SCALE.matcher(lower);
    if (scale.matches()) {
      return new Unit("index", 1.0 / Integer.parseInt(scale.group(1)));
    }
    if (lower.matches("(?:boolean|index)(?: .*)?")) {
      return new Unit("index", 1);
    }
    Matcher multiple = MULTIPLE.matcher(lower);
    if (multiple.matches()) {
      int start = multiple.start(2);
      return new Unit(
          start < 0 ? "number" : stripped.substring(start),
          multiple.group(1).equals("million") ? 1e6 : 1e3);
    }
    return new Unit(stripped, 1);
  }

  @Test
  void a_reading_is_converted_only_when_told_to() {
    Reading percent = Reading.of(35).withUnit("percent of imports");
    assertThat(percent.convertedTo("fraction")).isEqualTo(Reading.of(0.35).withUnit("fraction"));
    assertThat(percent.convertedTo("percent")).isEqualTo(percent.withUnit("percent"));
    assertThat(Reading.of(7).withUnit("index from 0 to 10").convertedTo("index").estimate())
        .isEqualTo(Estimate.exact(0.7));
    assertThat(Unit.of("0 to 8").factor()).isEqualTo(0.125);
    assertThat(
            Reading.of(Estimate.between(30, 35))
                .withUnit("percent")
                .convertedTo("fraction")
                .estimate())
        .hasToString("0.3..0.35");
    assertThat(
            Reading.of(Estimate.between(0.07, 0.29))
                .withUnit("fraction")
                .convertedTo("percent")
                .estimate())
        .hasToString("7.0..29.0");
    assertThat(Reading.of(0.5).withUnit("fraction").convertedTo("percent").estimate())
        .isEqualTo(Estimate.exact(50));
    assertThat(Reading.of(Estimate.between(1, 3)).withUnit("million t").convertedTo("thousand t"))
        .isEqualTo(Reading.of(Estimate.between(1000, 3000)).withUnit("thousand t"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> percent.convertedTo("km"))
        .withMessage("A reading in 'percent of imports' cannot be converted to 'km'");
  }

  @Test
  void readings_of_two_units_are_no_span() {
    CountryProfile.Builder builder =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .reading("t", Reading.of(35).withUnit("percent").withSource(Source.of("Atlas", "")))
            .reading("t", Reading.of(0.36).withUnit("fraction"));
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageStartingWith(
            "Profile of Aland (AAA): readings of 't' are in 'percent' and in 'fraction'.");
  }

  @Test
  void a_table_in_two_units_is_a_fault_with_its_line_unless_it_is_converted() {
    String text =
        """
        country,indicator,value,unit,source
        AAA,trade,35,percent,Atlas
        AAA,trade,0.36,fraction,Bureau
        BBB,trade,0.5,fraction,Bureau
        """;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.readLongCsv(text))
        .withMessage(
            """
            CSV: line 3, column 'unit': 'trade' of 'AAA' is in 'fraction', but in 'percent' in line 2.\
             CsvLayout.withUnit converts all readings to one unit (and in 1 more figure)\
            """);
    assertThat(
            CsvFormat.standard()
                .longTable()
                .withUnit("trade", "fraction")
                .read(text)
                .profile("AAA")
                .estimates())
        .containsEntry("trade", Estimate.between(0.35, 0.36));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvFormat.standard().longTable().withUnit("trade", "km").read(text))
        .withMessageContaining(
            "line 2, column 'unit': A reading in 'percent' cannot be converted to 'km'");
  }

  @Test
  void a_dataset_has_each_code_in_one_unit() {
    CountryProfile aland = CountryProfile.builder(Country.of("AAA", "Aland")).build();
    CountryProfile bland = CountryProfile.builder(Country.of("BBB", "Bland")).build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Dataset.of(
                    aland.withReading("t", Reading.of(1).withUnit("percent")),
                    bland.withReading("t", Reading.of(1).withUnit("fraction"))))
        .withMessage(
            "Dataset: has readings of 't' in 'percent', of Aland (AAA), and in 'fraction', of Bland"
                + " (BBB)");
  }
}
