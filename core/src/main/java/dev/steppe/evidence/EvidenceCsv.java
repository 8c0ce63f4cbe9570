package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * How tables of partners, of groups of people and of memberships are read as evidence from CSV.
 * Immutable.
 *
 * <p>Columns are found by their headers, in any order; others are ignored. {@link #withColumn} says
 * which header a column has.
 *
 * <ul>
 *   <li>Every table has {@code country} and may have {@code name}, and {@code source}, {@code
 *       place}, {@code year}, {@code quality} and {@code note} of the figure.
 *   <li>{@linkplain #tradePartners Partners}: {@code partner}, {@code flow} ({@code exports},
 *       {@code export} or {@code X}; {@code imports}, {@code import} or {@code M}), and {@code
 *       share} of the flow, or {@code value}: an amount, whose share is that of the sum of all
 *       partners, or of the {@linkplain #withTotal line for all}.
 *   <li>{@linkplain #ethnicDistributions Groups}: {@code group} and {@code share} of the
 *       population. A line with a {@code region} is about the groups there, and {@code population}
 *       is the share of the country's people who live in it.
 *   <li>{@linkplain #allianceNetwork Memberships}: {@code organisation}, {@code kind} (a {@link
 *       TieKind}), {@code strength} and {@code degree}; the last three if wanted. A line with a
 *       {@code partner} is no membership, but a tie of those two alone, by the treaty that is named
 *       in {@code organisation}. A tie that is there in both orders is one.
 *   <li>Groups, memberships and ties may have {@code from} and {@code to}, both included: years, or
 *       dates such as {@code 2022-02-23}. Without an end they are still there, without a beginning
 *       they always were.
 * </ul>
 *
 * <p>Shares are fractions; {@link #withPercent} reads percentages. Figures of one source for
 * several years are a fault: {@link #withYear} chooses one. All faults are reported in one error,
 * with line and column.
 *
 * <pre>{@code
 * Dataset trade = EvidenceCsv.standard().withPercent().tradePartners("RUS",
 *     "country,partner,flow,share\nXVA,RUS,exports,30\nXVA,CHN,exports,50\n").value();
 * trade.column("export_dependence");   // {0.3}
 *
 * Dataset groups = EvidenceCsv.standard()
 *     .withCountries(CountryCodes.of(CodeList.GW_NUMBERS))
 *     .withColumn("country", "gwid").withColumn("share", "size")
 *     .withAsOf(LocalDate.of(2021, 12, 31)).withUnlistedKin(Estimate.exact(0))
 *     .ethnicDistributions("Russians", Path.of("EPR.csv")).value();
 * }</pre>
 *
 * @since 0.1
 */
public final class EvidenceCsv {

  static final ImmutableSet<String> COLUMNS =
      ImmutableSet.of(
          "country",
          "name",
          "partner",
          "flow",
          "share",
          "value",
          "group",
          "region",
          "population",
          "organisation",
          "kind",
          "strength",
          "degree",
          "from",
          "to",
          "source",
          "place",
          "year",
          "quality",
          "note");

  private static final EvidenceCsv STANDARD = new EvidenceCsv(new EvidenceRules());

  private final EvidenceRules rules;

  private EvidenceCsv(EvidenceRules rules) {
    this.rules = rules;
  }

  /** The {@linkplain CsvFormat#standard standard format}, fractions, any three letters. */
  public static EvidenceCsv standard() {
    return STANDARD;
  }

  private EvidenceCsv with(Consumer<EvidenceRules> change) {
    EvidenceRules changed = new EvidenceRules(rules);
    change.accept(changed);
    return new EvidenceCsv(changed);
  }

  /**
   * A copy for files that are written so: encoding, separator, where the table begins and ends, how
   * numbers are said and that there is none.
   */
  public EvidenceCsv withFormat(CsvFormat format) {
    requireNonNull(format, "format");
    return with(changed -> changed.format = format);
  }

  /**
   * A copy in which a column has another header, which the table must then have.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public EvidenceCsv withColumn(String column, String header) {
    if (!COLUMNS.contains(column)) {
      throw new IllegalArgumentException(Checks.unknown("column", column, COLUMNS));
    }
    requireNonNull(header, "header");
    return with(changed -> changed.headers = with(rules.headers, column, header));
  }

  /** A copy that reads shares as percentages: 35 is 0.35. */
  public EvidenceCsv withPercent() {
    return with(changed -> changed.percent = true);
  }

  /**
   * A copy that finds countries so. Under a list, partners are countries too; without one they may
   * be blocs of any name.
   */
  public EvidenceCsv withCountries(CountryCodes countries) {
    requireNonNull(countries, "countries");
    return with(changed -> changed.countries = countries);
  }

  /** A copy for profiles as of a date; groups count that are there on it. */
  public EvidenceCsv withAsOf(LocalDate date) {
    requireNonNull(date, "date");
    return with(changed -> changed.asOf = date);
  }

  /** A copy that reads only the lines of a year in the column {@code year}. */
  public EvidenceCsv withYear(int year) {
    if (year < 1000 || year > 9999) {
      throw new IllegalArgumentException("Year must have four digits, but was " + year);
    }
    return with(changed -> changed.year = year);
  }

  /** A copy in which every figure is from a source, whatever its columns say but for the year. */
  public EvidenceCsv withSource(Source source) {
    requireNonNull(source, "source");
    return with(changed -> changed.source = source);
  }

  /**
   * A copy in which the line of this partner, such as {@code World}, has the whole of a flow. What
   * partners lack to it is the unlisted rest.
   */
  public EvidenceCsv withTotal(String partner) {
    Checks.notBlank(partner, "partner that stands for all");
    return with(changed -> changed.total = partner);
  }

  /** A copy in which a group has another name: {@code withGroup("Slavs", "Russians")}. */
  public EvidenceCsv withGroup(String given, String name) {
    Checks.notBlank(name, "name of a group");
    return with(changed -> changed.groups = with(rules.groups, given, name));
  }

  /**
   * A copy in which the kin group has this share where it is not listed, such as exactly 0, or
   * anything up to the least share that the table lists. Without it such a country is a fault.
   */
  public EvidenceCsv withUnlistedKin(Estimate share) {
    if (!(share.lower() >= 0 && share.upper() <= 1)) {
      throw new IllegalArgumentException("Share of the kin must be in [0, 1], but was " + share);
    }
    return with(changed -> changed.unlistedKin = share);
  }

  /** A copy in which an organisation is of a kind, if the table does not say so. */
  public EvidenceCsv withKind(String organisation, TieKind kind) {
    requireNonNull(kind, "kind");
    return with(changed -> changed.kinds = with(rules.kinds, organisation, kind));
  }

  private static <V> ImmutableMap<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> all = new LinkedHashMap<>(map);
    all.put(requireNonNull(key, "key"), value);
    return ImmutableMap.copyOf(all);
  }

  /**
   * Reads partners: a profile for each country, with its {@link TradePartners}.
   *
   * @param rival the partner whose grip is in question, as its code stands in the result
   * @param file the table
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Loaded<Dataset> tradePartners(String rival, Path file) throws IOException {
    return read(file, (reader, what) -> new PartnerReader(rules, what, rival).read(reader));
  }

  /**
   * Reads partners from the text of a table.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Loaded<Dataset> tradePartners(String rival, String text) {
    return new PartnerReader(rules, "CSV", rival).read(CsvInput.text(text));
  }

  /**
   * Reads groups of people: a profile for each country, with its {@link EthnicDistribution}.
   *
   * @param kinGroup the name of the rival's co-nationals, as it is in the table or by {@link
   *     #withGroup}
   * @param file the table
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Loaded<Dataset> ethnicDistributions(String kinGroup, Path file) throws IOException {
    return read(file, (reader, what) -> new GroupReader(rules, what, kinGroup).read(reader));
  }

  /**
   * Reads groups of people from the text of a table.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Loaded<Dataset> ethnicDistributions(String kinGroup, String text) {
    return new GroupReader(rules, "CSV", kinGroup).read(CsvInput.text(text));
  }

  /**
   * Reads memberships of organisations, and ties of two: one network of all.
   *
   * @param file the table
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Loaded<AllianceNetwork> allianceNetwork(Path file) throws IOException {
    return read(file, (reader, what) -> new MembershipReader(rules, what).read(reader));
  }

  /**
   * Reads memberships of organisations from the text of a table.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public Loaded<AllianceNetwork> allianceNetwork(String text) {
    return new MembershipReader(rules, "CSV").read(CsvInput.text(text));
  }

  private <T> T read(Path file, BiFunction<Reader, String, T> use) throws IOException {
    try (Reader reader = CsvInput.open(rules.format, file)) {
      return use.apply(reader, CsvInput.what(file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
