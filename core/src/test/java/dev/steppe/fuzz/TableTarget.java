package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.CodeList;
import dev.steppe.evidence.CountryCodes;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.CsvLayout;
import dev.steppe.evidence.CsvTable;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Quality;
import dev.steppe.evidence.Years;
import dev.steppe.testing.Sound;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tables of readings, in any of the ways in which a caller can have them read. */
final class TableTarget {

  private static final CountryCodes NAMES = CountryCodes.of(CodeList.ISO3, CodeList.NAMES);

  private static final ImmutableMap<String, UnaryOperator<CsvFormat>> FORMATS =
      ImmutableMap.<String, UnaryOperator<CsvFormat>>builder()
          .put("semicolon", format -> format.withSeparator(';'))
          .put("tab", format -> format.withSeparator('\t'))
          .put("comma-decimal", format -> format.withDecimalMark(','))
          .put("spaces", format -> format.withGroupingMark(' '))
          .put("thousands", format -> format.withGroupingMark(','))
          .put("percent", CsvFormat::withPercentSigns)
          .put("dashes", CsvFormat::withDashRanges)
          .put("flags", f -> f.withFlags("*", "[a]", "(b)").withFlag("e", Quality.ESTIMATE))
          .put("missing", format -> format.withMissing("NA", "..", "-9", ""))
          .put("never", format -> format.withNotApplicable("n/a", "-99"))
          .put("words", format -> format.withWord("low", 1).withWord("high", 1e300))
          .put("comments", format -> format.withComments('#'))
          .put("header-2", format -> format.withHeaderLine(2))
          .put("header-cell", format -> format.withHeader("country"))
          .put("headless", CsvFormat::withoutHeader)
          .put("split", format -> format.withSplitFirstColumn(','))
          .put("blank-ends", CsvFormat::withEndAtBlankLine)
          .put("footer", format -> format.withFooter(1))
          .put("utf-16", format -> format.withEncoding(StandardCharsets.UTF_16LE))
          .put("latin", format -> format.withEncoding(Charset.forName("windows-1252")))
          .build();

  private static final ImmutableMap<String, UnaryOperator<CsvLayout>> LAYOUTS =
      ImmutableMap.<String, UnaryOperator<CsvLayout>>builder()
          .put("numbered", layout -> layout.withColumn("country", "1"))
          .put("up-to-2020", layout -> layout.withYears(Years.upTo(2020)))
          .put("of-2020", layout -> layout.withYears(Years.of(2020)))
          .put("young", layout -> layout.withYears(Years.upTo(2021).withGreatestAge(2)))
          .put(
              "published",
              layout -> layout.withYears(Years.upTo(2021).publishedBy(LocalDate.of(2021, 6, 1))))
          .put("bounds", layout -> layout.withBounds("_low", "_high"))
          .put("dated-headers", CsvLayout::withYearsInHeaders)
          .put("made-codes", CsvLayout::withMadeCodes)
          .put("first-of-two", CsvLayout::withFirstOfTwoYears)
          .put("last-of-two", CsvLayout::withLastOfTwoYears)
          .put("first-names", CsvLayout::withFirstNames)
          .put("last-names", CsvLayout::withLastNames)
          .put("repeats", CsvLayout::withoutRepeats)
          .put("sums", CsvLayout::withSums)
          .put("two-sums", layout -> layout.withSums(2))
          .put("iso", layout -> layout.withCountries(NAMES))
          .put("old", layout -> layout.withCountries(NAMES.withOldCodes()))
          .put("others-out", layout -> layout.withCountries(NAMES.leavingOutOthers()))
          .put("cow", layout -> layout.withCountries(CountryCodes.of(CodeList.COW_NUMBERS)))
          .put("only", layout -> layout.withOnly("debt"))
          .put("without", layout -> layout.without("growth", ""))
          .put("rows", layout -> layout.withRows("sex", "all"))
          .put("other-rows", layout -> layout.withoutRows("sex", "all"))
          .put("unit", layout -> layout.withUnit("debt", "percent"))
          .put("one-indicator", layout -> layout.withConstant("indicator", "debt"))
          .put("one-year", layout -> layout.withConstant("year", "2020"))
          .put("one-source", layout -> layout.withConstant("source", "Atlas"))
          .put("renamed", layout -> layout.withCode("growth", "rate").withColumn("note", "note"))
          .put("scaled", layout -> layout.withColumn("multiplier", "multiplier"))
          .build();

  private TableTarget() {}

  /** The format that words say; others are passed over. */
  static CsvFormat format(String words) {
    CsvFormat format = CsvFormat.standard();
    for (String word : words.split(" ")) {
      format = FORMATS.getOrDefault(word, UnaryOperator.identity()).apply(format);
    }
    return format;
  }

  private static CsvLayout layout(List<String> words) {
    CsvFormat format = format(String.join(" ", words));
    CsvLayout layout =
        words.contains("wide")
            ? format.wideTable()
            : words.contains("years") ? format.yearColumns() : format.longTable();
    for (String word : words) {
      layout = LAYOUTS.getOrDefault(word, UnaryOperator.identity()).apply(layout);
    }
    return layout;
  }

  static void read(byte[] input) throws Exception {
    HowAndTable given = HowAndTable.of(input);
    Optional<CsvLayout> layout = Refusal.orValue(() -> layout(given.how()));
    if (layout.isPresent()) {
      read(layout.get(), given);
    }
  }

  private static void read(CsvLayout layout, HowAndTable given) throws Exception {
    if (given.how().contains("by-date")) {
      Refusal.orValue(() -> given.read(new ByDate(layout)))
          .ifPresent(profiles -> profiles.forEach(Sound::profile));
      return;
    }
    Optional<CsvTable> read = Refusal.orValue(() -> given.read(new Table(layout)));
    if (read.isEmpty()) {
      return;
    }
    CsvTable table = read.get();
    assertThat(table.toString()).isNotEmpty();
    if (given.how().contains("panel")) {
      Refusal.orValue(() -> table.panel(2019, 2020))
          .ifPresent(profiles -> profiles.forEach(Sound::profile));
      return;
    }
    Optional<Dataset> dataset = Refusal.orValue(table::dataset);
    if (dataset.isPresent()) {
      check(dataset.get());
      assertThat(given.read(new Table(layout)).dataset()).isEqualTo(dataset.get());
    }
  }

  /** What was read is sound, and is read again from what it is written as. */
  private static void check(Dataset dataset) {
    Sound.dataset(dataset);
    Set<String> names = new HashSet<>();
    if (dataset.countries().stream().allMatch(country -> names.add(country.name()))) {
      assertThat(Dataset.readLongCsv(dataset.toLongCsv()))
          .as("written as a long table")
          .isEqualTo(dataset);
    }
  }

  private record Table(CsvLayout layout) implements HowAndTable.Reading<CsvTable> {

    @Override
    public CsvTable ofText(String text) {
      return layout.load(text);
    }

    @Override
    public CsvTable ofFile(Path file) throws IOException {
      return layout.load(file);
    }
  }

  private record ByDate(CsvLayout layout) implements HowAndTable.Reading<List<CountryProfile>> {

    @Override
    public List<CountryProfile> ofText(String text) {
      return layout.readByDate(text);
    }

    @Override
    public List<CountryProfile> ofFile(Path file) throws IOException {
      return layout.readByDate(file);
    }
  }
}
