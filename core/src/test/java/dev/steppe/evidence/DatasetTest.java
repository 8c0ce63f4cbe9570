package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatasetTest {

  private static final Source BANK = Source.of("Bank", "table 1");

  private static final CountryProfile AAA =
      CountryProfile.builder(Country.of("AAA", "Aland"))
          .asOf(LocalDate.of(2022, 2, 23))
          .reading("gdp", 10)
          .reading("debt", Estimate.between(55, 60))
          .build();
  private static final CountryProfile BBB =
      CountryProfile.builder(Country.of("BBB", "Borduria"))
          .reading("debt", 40)
          .reading("age", 30)
          .build();

  private final Dataset data = Dataset.of(AAA, BBB);

  @Test
  void profiles_are_found_by_code_and_kept_in_order() {
    assertThat(data.profile("BBB")).isEqualTo(BBB);
    assertThat(data.profiles()).containsExactly(AAA, BBB);
    assertThat(data).containsExactly(AAA, BBB);
    assertThat(data.stream()).containsExactly(AAA, BBB);
    assertThat(data.countries()).extracting(Country::code).containsExactly("AAA", "BBB");
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.isEmpty()).isFalse();
    assertThat(Dataset.of().isEmpty()).isTrue();
    assertThat(data.contains("CCC")).isFalse();
  }

  @Test
  void codes_come_in_the_order_in_which_they_first_appear() {
    assertThat(data.codes()).containsExactly("gdp", "debt", "age");
  }

  @Test
  void columns_align_with_nan_where_a_reading_is_missing() {
    assertThat(data.column("debt")).containsExactly(57.5, 40);
    assertThat(data.column("gdp")).containsExactly(10, Double.NaN);
    assertThat(data.column("nothing")).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void selection_keeps_countries_and_drops_other_codes() {
    Dataset selected = data.select(List.of("gdp"));
    assertThat(selected.codes()).containsExactly("gdp");
    assertThat(selected.countries()).isEqualTo(data.countries());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.select(List.of("gpd")))
        .withMessage("Unknown indicator 'gpd'. Known: [gdp, debt, age]. Maybe you meant 'gdp'.");
  }

  @Test
  void changed_profile_keeps_its_place_and_a_new_one_comes_last() {
    CountryProfile poorer = AAA.withReading("gdp", 5);
    assertThat(data.withProfile(poorer).profiles()).containsExactly(poorer, BBB);
    CountryProfile newcomer = AAA.withCountry(Country.of("CCC", "Cagliostro"));
    assertThat(data.withProfile(newcomer).profiles()).containsExactly(AAA, BBB, newcomer);
    assertThat(data.profile("AAA")).isEqualTo(AAA);
    CountryProfile tonnes =
        CountryProfile.builder(Country.of("CCC", "C"))
            .reading("coal", Reading.of(1).withUnit("tonnes"))
            .build();
    CountryProfile barrels =
        CountryProfile.builder(Country.of("DDD", "D"))
            .reading("coal", Reading.of(1).withUnit("barrels"))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.withProfile(tonnes).withProfile(barrels))
        .withMessageStartingWith(
            "Dataset: has readings of 'coal' in 'tonnes', of C (CCC), and in 'barrels', of D"
                + " (DDD)");
  }

  @Test
  void unknown_country_is_refused_with_the_nearest_known() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.profile("ABA"))
        .withMessage("Unknown country 'ABA'. Known: [AAA, BBB]. Maybe you meant 'AAA' (Aland).");
  }

  @Test
  void a_name_typed_for_a_code_gets_the_code() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> data.profile("Aland"))
        .withMessage("Unknown country 'Aland'. Known: [AAA, BBB]. Maybe you meant 'AAA' (Aland).");
  }

  @Test
  void a_file_that_is_not_there_is_told_with_its_whole_path() {
    Path file = Path.of("countris.csv");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Dataset.readLongCsv(file))
        .withMessage("countris.csv: there is no such file, that is " + file.toAbsolutePath());
  }

  @Test
  void two_profiles_of_one_country_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dataset.of(AAA, BBB, AAA))
        .withMessage("Dataset: has two profiles of Aland (AAA); a panel is several datasets");
  }

  @Test
  void equal_datasets_are_equal_and_survive_serialization() {
    assertThat(data).isEqualTo(Dataset.copyOf(List.of(AAA, BBB))).hasSameHashCodeAs(data);
    assertThat(data).isNotEqualTo(Dataset.of(BBB, AAA));
    assertThat(data).isNotEqualTo(data.withName("sample"));
    assertThat(data).isNotEqualTo(Dataset.of(AAA));
    assertThat(Serialized.copyOf(data)).isEqualTo(data);
    assertThat(Serialized.copyOf(data).codes()).isEqualTo(data.codes());
  }

  @Test
  void text_is_one_line() {
    assertThat(data.toString()).isEqualTo("Dataset: 2 countries, 3 indicators");
    assertThat(Dataset.of(AAA).select(List.of("gdp")).withName("sample"))
        .hasToString("sample: 1 country, 1 indicator");
    assertThat(data.withName("sample").name()).isEqualTo("sample");
  }

  @Test
  void long_csv_is_plain_and_reads_back() {
    assertThat(data.toLongCsv())
        .isEqualTo(
            """
            country,name,as_of,indicator,value,unit,year,source,place,quality,note
            AAA,Aland,2022-02-23,gdp,10.0,,,,,,
            AAA,Aland,2022-02-23,debt,55.0..60.0,,,,,,
            BBB,Borduria,,debt,40.0,,,,,,
            BBB,Borduria,,age,30.0,,,,,,
            """);
    assertThat(Dataset.readLongCsv(data.toLongCsv())).isEqualTo(data);
  }

  @Test
  void formulas_are_written_as_text_and_read_back_as_they_were() {
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "=1+1"))
            .reading(
                "x",
                new Reading(
                    Estimate.exact(-3.5),
                    "-",
                    Source.of("@SUM(A1)", "+1").withNote("'=x").observed(2020)))
            .reading("y", new Reading(Estimate.exact(1), "'quoted'", BANK.withNote("\t")))
            .build();
    String text = Dataset.of(profile).toLongCsv();
    assertThat(text).contains("AAA,'=1+1,,x,-3.5,'-,2020,'@SUM(A1),'+1,exact,''=x");
    assertThat(text).contains("'quoted',,Bank,table 1,exact,\"'\t\"\n");
    assertThat(Dataset.readLongCsv(text)).isEqualTo(Dataset.of(profile));
  }

  @Test
  void a_country_without_readings_is_written_and_read() {
    Dataset sparse = data.withProfile(CountryProfile.builder(Country.of("CCC", "-")).build());
    assertThat(sparse.toLongCsv()).endsWith("\nCCC,'-,,,,,,,,,\n");
    assertThat(Dataset.readLongCsv(sparse.toLongCsv())).isEqualTo(sparse);
  }

  @Test
  void what_follows_from_evidence_is_written_once_it_is_plain() {
    CountryProfile profile =
        CountryProfile.builder(Country.of("AAA", "Aland"))
            .asOf(LocalDate.of(2022, 2, 23))
            .reading("gdp", 10)
            .evidence(
                EthnicDistribution.builder("kin")
                    .group("kin", Estimate.between(0.1794, 0.2), BANK)
                    .build())
            .build();
    Dataset structured = Dataset.of(profile).withName("sample");
    Dataset flat = structured.flattened();
    assertThat(flat.name()).isEqualTo("sample");
    assertThat(flat.profile("AAA").evidence()).isEmpty();
    assertThat(flat.profile("AAA").estimates()).isEqualTo(profile.estimates());
    assertThat(flat.profile("AAA").asOf()).isEqualTo(profile.asOf());
    for (String code : profile.codes()) {
      assertThat(flat.profile("AAA").readings(code)).isEqualTo(profile.readings(code));
    }
    assertThat(Dataset.readLongCsv(flat.toLongCsv()).withName("sample")).isEqualTo(flat);
    assertThat(data.flattened()).isEqualTo(data);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.steppe.testing.RandomModels#seeds")
  void any_plain_dataset_reads_back_from_its_csv(long seed) {
    Random random = new Random(seed);
    Dataset original = Dataset.of();
    Map<String, String> units = new HashMap<>();
    for (int c = 0; c < 5; c++) {
      String code = "AA" + (char) ('A' + c);
      CountryProfile.Builder builder =
          CountryProfile.builder(Country.of(code, text(random) + code));
      if (random.nextBoolean()) {
        builder.asOf(LocalDate.ofEpochDay(random.nextInt(6_000_000) - 1_000_000));
      }
      for (int i = random.nextInt(8); i > 0; i--) {
        String known = "i" + random.nextInt(4);
        builder.reading(
            known,
            reading(random, i).withUnit(units.computeIfAbsent(known, absent -> text(random))));
        if (random.nextInt(3) == 0) {
          String open = "n" + i;
          builder.reading(
              open,
              reading(random, i)
                  .withEstimate(unbounded(random))
                  .withUnit(units.computeIfAbsent(open, absent -> text(random))));
        }
      }
      original = original.withProfile(builder.build());
    }
    assertThat(Dataset.readLongCsv(original.toLongCsv())).isEqualTo(original);
  }

  private static Reading reading(Random random, int i) {
    double a = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
    double b = a + Math.abs(a) * random.nextDouble() + 1e-9;
    double c = b + Math.abs(b) * random.nextDouble();
    Estimate estimate =
        switch (random.nextInt(8)) {
          case 0 -> Estimate.exact(a);
          case 1 -> Estimate.triangular(a, b, c);
          case 2 -> Estimate.triangular(a, a, b);
          case 3 -> Estimate.normal(a, 1 + c - a, a - 9, b + 9);
          case 4 -> Estimate.logNormal(Math.abs(a), 0.5, 0, 1e30).plus(b);
          case 5 -> Estimate.pert(a, b, c, 1 + Math.abs(random.nextGaussian()));
          case 6 -> Estimate.beta(0.3, 7, a, b);
          default -> Estimate.between(a, b);
        };
    Source source =
        Source.of("d" + i + text(random), text(random))
            .withQuality(Quality.values()[random.nextInt(4)])
            .withNote(text(random));
    return new Reading(
        estimate, text(random), random.nextBoolean() ? source : source.observed(1000 + i));
  }

  /** One that cannot be spanned with another of the same code. */
  private static Estimate unbounded(Random random) {
    double mean = random.nextGaussian();
    return switch (random.nextInt(3)) {
      case 0 -> Estimate.normal(mean, 1.0 / 3);
      case 1 -> Estimate.normal(mean, 1e-3, Double.NEGATIVE_INFINITY, mean + 0.1);
      default -> Estimate.normal(mean, 1e20, mean, Double.POSITIVE_INFINITY);
    };
  }

  /** A source that says only some of what a source can say. */
  @Test
  void sources_that_are_not_stated_keep_what_is_known_of_them() {
    CountryProfile.Builder builder = CountryProfile.builder(Country.of("AAA", "Aland"));
    for (Source source :
        List.of(
            Source.unstated(),
            Source.unstated().observed(1991),
            Source.unstated().withNote(" a guess"),
            Source.unstated().withQuality(Quality.JUDGEMENT),
            Source.unstated().withQuality(Quality.EXACT),
            Source.unstated().changed("20 % moved"),
            Source.of(" Bank ", " ").withQuality(Quality.UNSTATED))) {
      builder.reading("gdp", Reading.of(1).withSource(source));
    }
    builder.reading("age", Reading.of(Estimate.normal(0.1, 1.0 / 3)).withUnit(" -"));
    Dataset original = Dataset.of(builder.build());
    assertThat(Dataset.readLongCsv(original.toLongCsv())).isEqualTo(original);
  }

  /** Text of characters that CSV or spreadsheets make something of. */
  private static String text(Random random) {
    String alphabet = "ab ,\"'=+-@\n\r\t;\u00e9\u4e2d#\0\uFF1D";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
