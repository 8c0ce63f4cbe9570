package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what a CSV table says of each country, and collects its faults. Used once. */
final class CsvParser implements CsvLines.Reading {

  private final CsvLayout layout;
  private final LayoutRules rules;
  private final CellValues values;
  private final FigureBounds bounds;
  private final TableFaults faults;
  private final boolean dated;
  private final Map<String, CountryDraft> drafts = new LinkedHashMap<>();
  private CsvIndicators indicators;
  private final Map<List<String>, Long> lines = new HashMap<>();
  private final CountryCells countries;
  private CsvColumns columns;
  private LineFacts facts;
  private final BadCells badValues = new BadCells();
  private long otherLines;

  /**
   * A parser.
   *
   * @param dated whether each line has to have a date
   */
  CsvParser(CsvLayout layout, boolean dated, TableFaults faults) {
    this.layout = layout;
    this.rules = layout.rules();
    this.values = layout.format().rules().values;
    this.faults = faults;
    this.bounds = new FigureBounds(values, faults);
    this.dated = dated;
    this.countries = new CountryCells(rules.countries);
    this.columns = new CsvColumns(layout, ImmutableList.of(), false, new TableFaults());
    this.facts = new LineFacts(layout, columns, faults);
    this.indicators = new CsvIndicators(layout, columns, faults);
  }

  /** Reads a table and closes the reader. */
  void read(Reader reader) {
    CsvLines.read(layout.format(), reader, faults, this);
    reportCountries();
    columns.reportRows();
    for (ValueColumn column : columns.values()) {
      column.report(faults, values, columns.isComplete());
    }
    if (columns.isUsable(rules.header(Role.VALUE))) {
      badValues.report(faults, rules.header(Role.VALUE), values);
    }
    indicators.report(drafts.keySet());
  }

  /** What was read, by country in the order of the lines. */
  ImmutableList<CountryDraft> drafts() {
    return ImmutableList.copyOf(drafts.values());
  }

  /** The headers of columns that are not read. */
  ImmutableList<String> unread() {
    return ImmutableList.copyOf(columns.unread());
  }

  /** What the table has and was not read. */
  ImmutableList<String> leftOut() {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    columns.unread().forEach(header -> all.add("column '" + header + "'"));
    all.addAll(countries.leftOut());
    all.addAll(indicators.leftOut());
    if (otherLines > 0) {
      all.add(
          Text.count(otherLines, "line", "lines")
              + (rules.otherRows.isEmpty()
                  ? " with other cells than withRows names"
                  : " that withRows or withoutRows leaves out"));
    }
    return all.build();
  }

  @Override
  public boolean header(ImmutableList<String> header) {
    columns = new CsvColumns(layout, header, dated, faults);
    facts = new LineFacts(layout, columns, faults);
    indicators = new CsvIndicators(layout, columns, faults);
    return columns.isComplete();
  }

  @Override
  public void line(CsvLine line) {
    if (!columns.keeps(line)) {
      otherLines++;
      return;
    }
    CountryDraft draft = draft(line);
    String date = columns.stripped(line, Role.AS_OF);
    if (!date.isEmpty()) {
      date = facts.date(line, Role.AS_OF, date) == null ? "" : date;
    } else if (dated) {
      fault(line, Role.AS_OF, () -> "must not be empty where a table has several dates");
    }
    if (draft != null) {
      draft.date(date, line.number());
    }
    switch (layout.shape()) {
      case LONG -> longLine(line, draft, date);
      case WIDE -> wideLine(line, draft, date);
      case YEAR_COLUMNS -> yearsLine(line, draft, date);
    }
  }

  private void longLine(CsvLine line, @Nullable CountryDraft draft, String date) {
    if (namesCountryOnly(line)) {
      return;
    }
    IndicatorUse use = indicators.of(line);
    if (use != null && use.isLeftOut()) {
      return;
    }
    Source source = facts.source(line);
    long published = facts.published(line);
    String cell = columns.stripped(line, Role.VALUE);
    if (cell.isEmpty() && !values.isMissing("")) {
      fault(
          line,
          Role.VALUE,
          () ->
              "must not be empty; leave the line out if the reading is missing, or say so:"
                  + " CsvFormat.withMissing(\"\")");
      return;
    }
    CellValues.Value value = values.parse(cell);
    if (value != null) {
      String least = columns.stripped(line, Role.LEAST);
      String most = columns.stripped(line, Role.MOST);
      value = bounds.of(line, rules.header(Role.VALUE), value, least, most);
    } else {
      badValues.add(line.number(), cell);
    }
    if (value != null && draft != null && use != null && source != null) {
      claim(line, rules.header(Role.VALUE), draft, use, value, source, date, published);
    }
  }

  private void wideLine(CsvLine line, @Nullable CountryDraft draft, String date) {
    boolean repeated = draft != null && isRepeated(line, draft, date);
    Source source = facts.source(line);
    long published = facts.published(line);
    for (ValueColumn column : columns.values()) {
      CellValues.Value value = seen(line, column);
      IndicatorUse use = indicators.of(column);
      if (!repeated && draft != null && source != null && value != null && !use.code().isEmpty()) {
        claim(line, column.header(), draft, use, value, column.of(source), date, published);
      }
    }
  }

  private void yearsLine(CsvLine line, @Nullable CountryDraft draft, String date) {
    IndicatorUse use = indicators.of(line);
    if (use != null && use.isLeftOut()) {
      return;
    }
    Source source = facts.source(line);
    long published = facts.published(line);
    for (ValueColumn column : columns.values()) {
      CellValues.Value value = seen(line, column);
      if (draft != null && use != null && source != null && value != null) {
        claim(line, column.header(), draft, use, value, column.of(source), date, published);
      }
    }
  }

  /** What a cell says; null if it is no number, of which the column takes note. */
  private CellValues.@Nullable Value seen(CsvLine line, ValueColumn column) {
    String cell = line.stripped(column.place());
    if (cell.isEmpty()) {
      return column.bounded(line, CellValues.MISSING, bounds);
    }
    CellValues.Value value = values.parse(cell);
    column.saw(line.number(), cell, value != null);
    return value == null ? null : column.bounded(line, value, bounds);
  }

  /** Takes what a cell says of a country: a reading, that there can be none, or nothing. */
  private void claim(
      CsvLine line,
      String header,
      CountryDraft draft,
      IndicatorUse use,
      CellValues.Value value,
      Source source,
      String date,
      long published) {
    if (value.notApplicable()) {
      NotApplicable why = notApplicable(value, source);
      draft.claimsOfNone().add(new ClaimOfNone(use.code(), why, date, published, line.number()));
      return;
    }
    if (value.estimate() == null) {
      return;
    }
    // Its unit is reported if it is not that of the others.
    try {
      Reading reading = reading(line, value, source);
      String unit = rules.units.get(use.code());
      Reading converted = unit == null ? reading : reading.convertedTo(unit);
      String column = unitHeader(header);
      if (use.accepts(draft.code(), line.number(), column, converted.unit(), value.percent())) {
        draft.claims().add(new Claim(use.code(), converted, date, published, line.number()));
      }
    } catch (IllegalArgumentException e) {
      faults.add(line.number(), unitHeader(header), () -> String.valueOf(e.getMessage()));
    }
  }

  /** The note says why; where there is none, the cell does. */
  private static NotApplicable notApplicable(CellValues.Value value, Source source) {
    String note = source.note();
    String flags = value.flags().isEmpty() ? "" : "; " + value.flags();
    String why = (note.isBlank() ? "the table says '" + value.marker() + "'" : note) + flags;
    Source plain = source.withNote("");
    return new NotApplicable(
        why, value.quality() == null ? plain : plain.withQuality(value.quality()));
  }

  /** The column that says units, or else the one with the figures. */
  private String unitHeader(String otherwise) {
    return columns.place(Role.UNIT) < 0 ? otherwise : rules.header(Role.UNIT);
  }

  private Reading reading(CsvLine line, CellValues.Value value, Source source) {
    Source flagged = source;
    if (!value.flags().isEmpty()) {
      String note = source.note();
      flagged = source.withNote(note.isEmpty() ? value.flags() : note + "; " + value.flags());
      if (value.quality() != null) {
        flagged = flagged.withQuality(value.quality());
      }
    }
    String unit = columns.text(line, Role.UNIT);
    Estimate estimate = requireNonNull(value.estimate());
    return new Reading(
        DecimalScaling.scaled(estimate, facts.power(line)),
        value.percent() && unit.isBlank() ? "percent" : unit,
        flagged);
  }

  /** Whether a line says that a country is there, and nothing about it. */
  private boolean namesCountryOnly(CsvLine line) {
    if (columns.isConstant(Role.INDICATOR)) {
      return false;
    }
    for (Role role : Role.values()) {
      if (role.isOfReading() && !line.stripped(columns.place(role)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a line is about a country, and a year if it has one, that an earlier line was about.
   */
  private boolean isRepeated(CsvLine line, CountryDraft draft, String date) {
    if (rules.sums || rules.withoutRepeated) {
      return false;
    }
    String year = columns.stripped(line, Role.YEAR);
    List<String> about =
        List.of(
            draft.code(),
            year,
            date,
            columns.stripped(line, Role.SOURCE),
            columns.stripped(line, Role.PLACE),
            columns.stripped(line, Role.PUBLISHED));
    Long earlier = lines.putIfAbsent(about, line.number());
    if (earlier != null) {
      fault(
          line,
          Role.COUNTRY,
          () ->
              Text.of("'%s' was already given by line %s", draft.code(), earlier)
                  + (year.isEmpty() ? "" : " for " + year));
    }
    return earlier != null;
  }

  /** What is read of the country of a line; null if the line is passed over. */
  private @Nullable CountryDraft draft(CsvLine line) {
    String name = columns.text(line, Role.NAME);
    int year = rules.countries.needsYears() ? facts.year(line) : 0;
    String code = countries.code(columns.stripped(line, Role.COUNTRY), name, year, line.number());
    if (code == null) {
      return null;
    }
    CountryDraft draft = drafts.get(code);
    if (draft == null) {
      draft = new CountryDraft(code, countries);
      drafts.put(code, draft);
    }
    String known = draft.name();
    if (name.isBlank() || name.equals(known)) {
      return draft;
    }
    if (known == null || rules.name == LayoutRules.Which.LAST) {
      draft.name(name, line.number());
    } else if (rules.name == LayoutRules.Which.NONE && !rules.countries.comparesNames()) {
      long earlier = draft.nameLine();
      fault(
          line,
          Role.NAME,
          () ->
              Text.of(
                  "'%s' differs from '%s' in line %s. CsvLayout.withFirstNames or withLastNames"
                      + " takes one",
                  name, known, earlier));
    }
    return draft;
  }

  /** Reports what is no country, once a text. */
  private void reportCountries() {
    String elsewhere = columns.codesElsewhere();
    for (CountryCells.Fault fault : countries.faults()) {
      String header = rules.header(fault.ofName() ? Role.NAME : Role.COUNTRY);
      if (columns.isUsable(header)) {
        String hint = fault.ofName() ? "" : elsewhere;
        elsewhere = fault.ofName() ? elsewhere : "";
        faults.add(fault.line(), header, () -> fault.message() + hint);
      }
    }
  }

  private void fault(CsvLine line, Role role, Supplier<String> message) {
    facts.fault(line, role, message);
  }
}
