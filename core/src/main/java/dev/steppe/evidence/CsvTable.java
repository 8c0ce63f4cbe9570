package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * A table that was read by a {@link CsvLayout}, with all its years. Immutable.
 *
 * <pre>{@code
 * CsvTable table = CsvFormat.standard().wideTable()
 *     .load("country,year,hdi,region\nAAA,2019,0.8,\nAAA,2021,0.9,\n");
 * table.at(Years.upTo(2020)).profile("AAA").estimate("hdi");   // 0.8
 * Panel.of(scorer, table.panel(2019, 2021));                   // both, at the end of their years
 * }</pre>
 *
 * @since 0.1
 */
public final class CsvTable {

  private final CsvLayout layout;
  private final String what;
  private final ImmutableList<CountryDraft> drafts;
  private final ImmutableList<String> unread;
  private final ImmutableList<String> leftOut;

  private CsvTable(
      CsvLayout layout,
      String what,
      ImmutableList<CountryDraft> drafts,
      ImmutableList<String> unread,
      ImmutableList<String> leftOut) {
    this.layout = layout;
    this.what = what;
    this.drafts = drafts;
    this.unread = unread;
    this.leftOut = leftOut;
  }

  static CsvTable load(CsvLayout layout, Reader reader, String what) {
    TableFaults faults = new TableFaults();
    CsvTable table = parsed(layout, reader, what, false, faults);
    faults.check(what);
    return table;
  }

  /** The dataset of a table, with the faults of its lines and of what they say together at once. */
  static Dataset dataset(CsvLayout layout, Reader reader, String what) {
    TableFaults faults = new TableFaults();
    return parsed(layout, reader, what, false, faults).dataset(layout.rules().years, faults);
  }

  static ImmutableList<CountryProfile> byDate(CsvLayout layout, Reader reader, String what) {
    TableFaults faults = new TableFaults();
    CsvTable table = parsed(layout, reader, what, true, faults);
    ProfileDrafts profiles =
        new ProfileDrafts(layout.rules(), layout.rules().years, table.unread, faults);
    ImmutableList<CountryProfile> all = profiles.byDate(table.drafts);
    faults.check(what);
    return all;
  }

  private static CsvTable parsed(
      CsvLayout layout, Reader reader, String what, boolean dated, TableFaults faults) {
    CsvParser parser = new CsvParser(layout, dated, faults);
    parser.read(reader);
    return new CsvTable(layout, what, parser.drafts(), parser.unread(), parser.leftOut());
  }

  /**
   * The countries, with the figures that the layout chooses.
   *
   * @throws IllegalArgumentException that lists the faults, such as figures of several years of
   *     which none was chosen
   */
  public Dataset dataset() {
    return dataset(layout.rules().years, new TableFaults());
  }

  /**
   * The countries, with the figures of these years. A country that has none is there without
   * readings.
   *
   * @throws IllegalArgumentException that lists the faults
   */
  public Dataset at(Years years) {
    return dataset(requireNonNull(years, "years"), new TableFaults());
  }

  /**
   * The countries at the end of each of these years, with the newest figures until then, as a panel
   * takes them. The layout's greatest age holds; if it asks for what was published by a day, that
   * is the last of each year. A country that has no figure then is left out at that year.
   *
   * @throws IllegalArgumentException that lists the faults
   */
  public ImmutableList<CountryProfile> panel(int... years) {
    @Nullable Years chosen = layout.rules().years;
    ImmutableList.Builder<CountryProfile> all = ImmutableList.builder();
    for (int year : years) {
      Years rule = chosen == null ? Years.upTo(year) : chosen.at(year);
      for (CountryProfile profile : at(rule)) {
        if (!profile.codes().isEmpty()) {
          all.add(profile.withAsOf(rule.date()));
        }
      }
    }
    return all.build();
  }

  /**
   * What the table has and was not read: columns, and lines, such as {@code column 'region'} or
   * {@code indicator 'x', 12 lines}.
   */
  public ImmutableList<String> leftOut() {
    return leftOut;
  }

  private Dataset dataset(@Nullable Years years, TableFaults faults) {
    ImmutableList<CountryProfile> profiles =
        new ProfileDrafts(layout.rules(), years, unread, faults).one(drafts);
    faults.check(what);
    return Dataset.copyOf(profiles);
  }

  /** How many countries it has. */
  @Override
  public String toString() {
    return what + ": " + Text.count(drafts.size(), "country", "countries");
  }
}
