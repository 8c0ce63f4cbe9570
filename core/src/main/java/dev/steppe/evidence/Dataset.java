package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import dev.steppe.table.Table;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Profiles of several countries, in a fixed order, one a country. Immutable. Several dates are
 * several datasets.
 *
 * <pre>{@code
 * Dataset data = Dataset.readWideCsv("country,gdp,debt\nAAA,10,55..60\nBBB,,40\n");
 * data.codes();           // [gdp, debt]
 * data.column("debt");    // {57.5, 40.0}
 * data.column("gdp");     // {10.0, NaN}: what is missing is NaN, so that columns align
 * }</pre>
 *
 * <p>What is read from a stream of Java serialization passes the checks of the factories, or is
 * refused. As with all such streams, read only what comes from those you trust.
 *
 * @see CsvFormat
 * @since 0.1
 */
public final class Dataset implements Iterable<CountryProfile>, Serializable {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final ImmutableMap<String, CountryProfile> profiles;

  private Dataset(String name, Map<String, CountryProfile> profiles) {
    this.name = name;
    this.profiles = ImmutableMap.copyOf(profiles);
  }

  /**
   * Obtains a dataset of these profiles, in this order.
   *
   * @throws IllegalArgumentException if two are of one country, or readings of one code are in
   *     different {@linkplain Unit units}
   */
  public static Dataset of(CountryProfile... profiles) {
    return copyOf(Arrays.asList(profiles));
  }

  /**
   * Obtains a dataset of these profiles, in their order.
   *
   * @throws IllegalArgumentException if two are of one country, or readings of one code are in
   *     different {@linkplain Unit units}
   */
  public static Dataset copyOf(Iterable<CountryProfile> profiles) {
    Map<String, CountryProfile> byCode = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      if (byCode.putIfAbsent(profile.country().code(), profile) != null) {
        faults.add("has two profiles of " + profile.country() + "; a panel is several datasets");
      }
    }
    faults.addAll(unitFaults(byCode.values()));
    Checks.noFaults("Dataset", faults);
    return new Dataset("", byCode);
  }

  /** A fault for each code whose readings are in different units, which names two. */
  private static List<String> unitFaults(Collection<CountryProfile> profiles) {
    Map<String, String> faults = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    Map<String, Country> first = new LinkedHashMap<>();
    for (CountryProfile profile : profiles) {
      profile
          .plainReadings()
          .forEach(
              (code, reading) -> {
                if (reading.unit().isBlank()) {
                  return;
                }
                String unit = units.putIfAbsent(code, reading.unit());
                if (unit == null) {
                  first.put(code, profile.country());
                } else if (!Unit.match(unit, reading.unit())) {
                  faults.putIfAbsent(
                      code,
                      "has readings of '"
                          + code
                          + "' in '"
                          + unit
                          + "', of "
                          + first.get(code)
                          + ", and in '"
                          + reading.unit()
                          + "', of "
                          + profile.country());
                }
              });
    }
    return ImmutableList.copyOf(faults.values());
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "dataset",
        () -> {
          Dataset made = copyOf(profiles.values()).withName(name);
          if (!made.profiles.keySet().asList().equals(profiles.keySet().asList())) {
            throw new IllegalArgumentException("profiles are not under the codes of countries");
          }
          return made;
        });
  }

  /**
   * Reads a long table, in the {@linkplain CsvFormat#standard standard format}, from a file.
   *
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public static Dataset readLongCsv(Path file) throws IOException {
    return CsvFormat.standard().readLong(file);
  }

  /**
   * Reads a long table, in the {@linkplain CsvFormat#standard standard format}, and closes the
   * reader.
   *
   * @throws java.io.UncheckedIOException if the reader fails
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public static Dataset readLongCsv(Reader reader) {
    return CsvFormat.standard().readLong(reader);
  }

  /**
   * Reads a long table, in the {@linkplain CsvFormat#standard standard format}, from its text.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public static Dataset readLongCsv(String text) {
    return CsvFormat.standard().readLong(text);
  }

  /**
   * Reads a wide table, in the {@linkplain CsvFormat#standard standard format}, from a file.
   *
   * @throws IOException if the file cannot be read as UTF-8
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public static Dataset readWideCsv(Path file) throws IOException {
    return CsvFormat.standard().readWide(file);
  }

  /**
   * Reads a wide table, in the {@linkplain CsvFormat#standard standard format}, and closes the
   * reader.
   *
   * @throws java.io.UncheckedIOException if the reader fails
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public static Dataset readWideCsv(Reader reader) {
    return CsvFormat.standard().readWide(reader);
  }

  /**
   * Reads a wide table, in the {@linkplain CsvFormat#standard standard format}, from its text.
   *
   * @throws IllegalArgumentException that lists the faults, if there are any
   */
  public static Dataset readWideCsv(String text) {
    return CsvFormat.standard().readWide(text);
  }

  /** The name of the dataset; may be empty. */
  public String name() {
    return name;
  }

  /** A copy with another name, such as "post-Soviet states, 2022". */
  public Dataset withName(String name) {
    return new Dataset(requireNonNull(name, "name"), profiles);
  }

  /** How many countries there are. */
  public int size() {
    return profiles.size();
  }

  /** Whether there are no countries. */
  public boolean isEmpty() {
    return profiles.isEmpty();
  }

  /** The profiles, in order. */
  public ImmutableList<CountryProfile> profiles() {
    return profiles.values().asList();
  }

  /** The countries, in order. */
  public ImmutableList<Country> countries() {
    return stream().map(CountryProfile::country).collect(ImmutableList.toImmutableList());
  }

  /** The codes for which some country has a reading, in the order in which they first appear. */
  public ImmutableSet<String> codes() {
    return stream()
        .flatMap(profile -> profile.codes().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** Whether there is a profile of a country. */
  public boolean contains(String countryCode) {
    return profiles.containsKey(requireNonNull(countryCode, "countryCode"));
  }

  /**
   * The profile of a country.
   *
   * @throws IllegalArgumentException if there is none
   */
  public CountryProfile profile(String countryCode) {
    CountryProfile profile = profiles.get(requireNonNull(countryCode, "countryCode"));
    if (profile == null) {
      throw new IllegalArgumentException(
          Checks.unknown(
              "country",
              countryCode,
              profiles.keySet(),
              code -> requireNonNull(profiles.get(code)).country().name()));
    }
    return profile;
  }

  /**
   * The central values of a code, one a country and in their order; NaN where it is missing or does
   * not apply. So the columns of a dataset align: row i of each is country i, as bulk scoring needs
   * it.
   */
  public double[] column(String code) {
    return stream()
        .mapToDouble(profile -> profile.estimate(code).map(Estimate::central).orElse(Double.NaN))
        .toArray();
  }

  /**
   * A copy with only those plain readings, and only that of what does not apply, whose code is
   * listed; evidence stays as it is.
   *
   * @throws IllegalArgumentException if no country has a reading of one of the codes, and it is
   *     said of none that it does not apply
   */
  public Dataset select(Collection<String> codes) {
    Set<String> known = new LinkedHashSet<>(codes());
    profiles.values().forEach(profile -> known.addAll(profile.notApplicable().keySet()));
    for (String code : codes) {
      if (!known.contains(code)) {
        throw new IllegalArgumentException(Checks.unknown("indicator", code, known));
      }
    }
    Map<String, CountryProfile> selected = new LinkedHashMap<>();
    profiles.forEach((country, profile) -> selected.put(country, profile.select(codes)));
    return new Dataset(name, selected);
  }

  /**
   * A copy without evidence, which has the readings that follow from it as plain ones.
   *
   * @see CountryProfile#flattened
   */
  public Dataset flattened() {
    Map<String, CountryProfile> flat = new LinkedHashMap<>();
    profiles.forEach((country, profile) -> flat.put(country, profile.flattened()));
    return new Dataset(name, flat);
  }

  /**
   * A copy with this profile in place of the country's own, or at the end if it had none.
   *
   * @throws IllegalArgumentException if readings of one code are in different units
   */
  public Dataset withProfile(CountryProfile profile) {
    Map<String, CountryProfile> changed = new LinkedHashMap<>(profiles);
    changed.put(profile.country().code(), profile);
    Checks.noFaults("Dataset", unitFaults(changed.values()));
    return new Dataset(name, changed);
  }

  /** The profiles, in order. */
  public Stream<CountryProfile> stream() {
    return profiles.values().stream();
  }

  @Override
  public Iterator<CountryProfile> iterator() {
    return profiles.values().iterator();
  }

  /**
   * The plain readings, and what does not apply, as a long CSV table. {@link #readLongCsv(String)}
   * reads an equal dataset from it, to the last bit of every estimate, if this has neither evidence
   * nor a name, which are not written, and no two countries of one name, which reading takes for a
   * slip. {@link #flattened} makes plain readings of what follows from evidence. Codes of
   * {@linkplain Country#place places} are read where they are {@linkplain CountryCodes#withPlace
   * declared}.
   *
   * <p>Text that a spreadsheet would take for a formula gets an apostrophe in front, which reading
   * takes off again, as in {@link Table#toCsv}. Numbers are written with every digit and never get
   * one.
   */
  public String toLongCsv() {
    return CsvText.write(this);
  }

  /** Every reading of every country with its source, as a table. */
  public Table toTable() {
    return EvidenceTables.readings(toString(), this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Dataset other
        && name.equals(other.name)
        && profiles().equals(other.profiles());
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + profiles().hashCode();
  }

  /** One line: the name, how many countries and how many codes. */
  @Override
  public String toString() {
    return (name.isEmpty() ? "Dataset" : Text.printable(name))
        + ": "
        + Text.count(size(), "country", "countries")
        + ", "
        + Text.count(codes().size(), "indicator", "indicators");
  }
}
