package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import dev.steppe.table.Table;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one country as of a date. Immutable.
 *
 * <p>A profile holds <em>plain readings</em>, given one by one, and <em>evidence</em>, from which
 * readings follow. A code has one estimate:
 *
 * <ul>
 *   <li>readings of one code from different sources are all kept, and the estimate {@linkplain
 *       Estimate#spanning spans} them;
 *   <li>a second reading of one code from the same source (or with no source) is an error; so are
 *       figures of one document and place for several years, which are a series, and figures that
 *       differ although only a note, the quality or a missing year tells their sources apart;
 *   <li>an error is also a plain reading of a code that evidence also yields, or that two pieces of
 *       evidence yield;
 *   <li>a missing reading is just not there: it is never a number;
 *   <li>a code may be {@linkplain Builder#notApplicable said not to apply} to the country. It has
 *       no reading then, and none is missing: the indicator has no weight for this country, and
 *       those beside it share what it would have.
 * </ul>
 *
 * <pre>{@code
 * CountryProfile cland = CountryProfile.builder(Country.of("CCC", "Cland")).
 *     reading("border_share", 35).reading("trade_share", Estimate.between(18, 24)).build();
 * cland.codes();                                       // [border_share, trade_share]
 * cland.estimate("trade_share").get().central();       // 21.0
 * cland.withReading("treaty", 1).codes().size();       // 3
 * }</pre>
 *
 * <p>What is read from a stream of Java serialization passes the checks of the factories, or is
 * refused. As with all such streams, read only what comes from those you trust.
 *
 * @since 0.1
 */
public final class CountryProfile implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CountryAtDate countryAtDate;
  private final ImmutableMap<String, Evidence> evidence;
  private final ImmutableListMultimap<String, Reading> plain;
  private final ImmutableMap<String, String> changes;
  private final ImmutableMap<String, NotApplicable> notApplicable;

  /** Of the codes with several readings: one reading says the same by itself, and takes room. */
  private final transient ImmutableMap<String, Estimate> spanning;

  // What follows from evidence is found when first asked for, and racing threads find the same: a
  // profile that is changed once more is never asked, and trying out many changes of evidence needs
  // no words about where numbers come from.
  private transient @Nullable ImmutableListMultimap<String, Reading> all;
  private transient @Nullable ImmutableMap<String, Estimate> estimates;

  private CountryProfile(
      CountryAtDate countryAtDate,
      ImmutableMap<String, Evidence> evidence,
      ImmutableListMultimap<String, Reading> plain,
      ImmutableMap<String, String> changes,
      ImmutableMap<String, NotApplicable> notApplicable) {
    this.countryAtDate = countryAtDate;
    this.evidence = evidence;
    this.plain = plain;
    this.changes = changes;
    this.notApplicable = notApplicable;
    this.spanning = spanning(plain);
  }

  private static ImmutableMap<String, Estimate> spanning(
      ImmutableListMultimap<String, Reading> plain) {
    ImmutableMap.Builder<String, Estimate> spans = ImmutableMap.builder();
    if (plain.size() > plain.keySet().size()) {
      for (Map.Entry<String, Collection<Reading>> entry : plain.asMap().entrySet()) {
        Collection<Reading> readings = entry.getValue();
        if (readings.size() > 1) {
          List<Estimate> figures = new ArrayList<>(readings.size());
          for (Reading reading : readings) {
            figures.add(reading.estimate());
          }
          spans.put(entry.getKey(), Estimate.spanning(figures));
        }
      }
    }
    return spans.buildOrThrow();
  }

  private ImmutableMap<String, Estimate> merged() {
    ImmutableMap.Builder<String, Estimate> known =
        ImmutableMap.builderWithExpectedSize(plain.keySet().size());
    for (String code : plain.keySet()) {
      known.put(code, requireNonNull(ofPlain(code)));
    }
    for (Evidence item : evidence.values()) {
      for (String code : item.codes()) {
        known.put(code, item.estimate(code).orElseThrow());
      }
    }
    return known.buildOrThrow();
  }

  /** All readings, plain ones first; the plain ones themselves if there is no evidence. */
  private ImmutableListMultimap<String, Reading> all() {
    ImmutableListMultimap<String, Reading> result = all;
    if (result == null) {
      result = evidence.isEmpty() ? plain : plainAndDerived();
      all = result;
    }
    return result;
  }

  private ImmutableListMultimap<String, Reading> plainAndDerived() {
    ImmutableListMultimap.Builder<String, Reading> both = ImmutableListMultimap.builder();
    both.putAll(plain);
    for (Evidence item : evidence.values()) {
      for (Map.Entry<String, Reading> derived : item.readings().entrySet()) {
        both.put(derived.getKey(), explained(derived.getKey(), derived.getValue()));
      }
    }
    return both.build();
  }

  private Reading explained(String code, Reading reading) {
    String how = changes.get(code);
    return how == null ? reading : reading.withSource(reading.source().changed(how));
  }

  /** Starts a profile of a country. */
  public static Builder builder(Country country) {
    return new Builder(country);
  }

  /** The country, and the date as of which the profile is meant, if stated. */
  public CountryAtDate countryAtDate() {
    return countryAtDate;
  }

  /** The country. */
  public Country country() {
    return countryAtDate.country();
  }

  /** The date as of which the profile is meant, if stated. */
  public Optional<LocalDate> asOf() {
    return Optional.ofNullable(countryAtDate.date());
  }

  /** The codes that have a reading, plain ones first, in the order in which they were given. */
  public ImmutableSet<String> codes() {
    return evidence.isEmpty() ? plain.keySet() : estimates().keySet();
  }

  /** What is known of a code, over all its sources; empty if it is missing. */
  public Optional<Estimate> estimate(String code) {
    @Nullable Estimate known = ofPlain(requireNonNull(code, "code"));
    return Optional.ofNullable(known != null || evidence.isEmpty() ? known : estimates().get(code));
  }

  /** What is known of every code that is not missing. */
  public ImmutableMap<String, Estimate> estimates() {
    ImmutableMap<String, Estimate> result = estimates;
    if (result == null) {
      result = merged();
      estimates = result;
    }
    return result;
  }

  private @Nullable Estimate ofPlain(String code) {
    ImmutableList<Reading> readings = plain.get(code);
    return readings.size() == 1 ? readings.get(0).estimate() : spanning.get(code);
  }

  /** All readings of a code, one a source; empty if it is missing. */
  public ImmutableList<Reading> readings(String code) {
    return all().get(requireNonNull(code, "code"));
  }

  /** The readings that were given one by one, without those that follow from evidence. */
  public ImmutableListMultimap<String, Reading> plainReadings() {
    return plain;
  }

  /** The codes that do not apply to the country, and why not; mostly there is none. */
  public ImmutableMap<String, NotApplicable> notApplicable() {
    return notApplicable;
  }

  /** The evidence by name. */
  public ImmutableMap<String, Evidence> evidence() {
    return evidence;
  }

  /** The only evidence of a type, if the profile has just one of it. */
  public <E extends Evidence> Optional<E> evidence(Class<E> type) {
    E found = null;
    for (Evidence item : evidence.values()) {
      if (type.isInstance(item)) {
        if (found != null) {
          return Optional.empty();
        }
        found = type.cast(item);
      }
    }
    return Optional.ofNullable(found);
  }

  /** A copy in which a code has this one exact reading. */
  public CountryProfile withReading(String code, double value) {
    return withReading(code, Reading.of(value));
  }

  /** A copy in which a code has this one reading. */
  public CountryProfile withReading(String code, Estimate estimate) {
    return withReading(code, Reading.of(estimate));
  }

  /**
   * A copy in which a code has this one reading, in place of all plain readings it had.
   *
   * @throws IllegalArgumentException if evidence yields the code: change the evidence instead; or
   *     if it does not apply: {@link #withApplicable} takes that back
   */
  public CountryProfile withReading(String code, Reading reading) {
    return toBuilder().replace(code, ImmutableList.of(reading)).build();
  }

  /**
   * A copy in which a code is missing.
   *
   * @throws IllegalArgumentException if it is missing already, or evidence yields the code: change
   *     the evidence instead
   */
  public CountryProfile withoutReading(String code) {
    if (!codes().contains(code)) {
      throw new IllegalArgumentException(
          Text.of(
              "Profile of %s has no reading of '%s'. %s",
              country(), Text.brief(code), Checks.known(code, codes())));
    }
    return toBuilder().replace(code, ImmutableList.of()).build();
  }

  /**
   * A copy in which a code does not apply to the country, whatever readings it had.
   *
   * @throws IllegalArgumentException if evidence yields the code: change the evidence instead
   */
  public CountryProfile withNotApplicable(String code, NotApplicable why) {
    Builder builder = toBuilder();
    builder.notApplicable.remove(code);
    return builder.replace(code, ImmutableList.of()).notApplicable(code, why).build();
  }

  /**
   * A copy in which a code applies to the country again, and is missing.
   *
   * @throws IllegalArgumentException if it applies already
   */
  public CountryProfile withApplicable(String code) {
    Builder builder = toBuilder();
    if (builder.notApplicable.remove(code) == null) {
      throw new IllegalArgumentException(
          Text.of(
              "'%s' is not among what does not apply to %s. %s",
              Text.brief(code), country(), Checks.known(code, notApplicable.keySet())));
    }
    return builder.build();
  }

  /**
   * A copy with this evidence in place of the evidence of the same name, if there was any; the same
   * if it is this very evidence.
   */
  public CountryProfile withEvidence(Evidence item) {
    @Nullable Evidence former = evidence.get(requireNonNull(item, "item").name());
    if (former == item && changes.isEmpty()) {
      return this;
    }
    Builder builder = toBuilder();
    if (former != null) {
      builder.changes.keySet().removeAll(former.codes());
    }
    return builder.replaceEvidence(item).build();
  }

  /** A copy with another date. */
  public CountryProfile withAsOf(LocalDate date) {
    Builder builder = toBuilder();
    builder.asOf = requireNonNull(date, "date");
    return builder.build();
  }

  /** A copy that says the same of another country: "Kazakhstan with Ukraine's evidence". */
  public CountryProfile withCountry(Country other) {
    Builder builder = toBuilder();
    builder.country = requireNonNull(other, "country");
    return builder.build();
  }

  /**
   * A copy with only those plain readings, and only that of what does not apply, whose code is
   * listed; evidence stays as it is. Listed codes may be missing, as they may be in any profile.
   */
  public CountryProfile select(Collection<String> codes) {
    Builder builder = toBuilder();
    ImmutableSet<String> listed = ImmutableSet.copyOf(codes);
    builder.plain.retain(listed);
    builder.notApplicable.keySet().retainAll(listed);
    return builder.build();
  }

  /**
   * A copy without evidence, which has the readings that follow from it as plain ones, sources
   * included. It can be written as CSV, and its scores are the same; but no scenario can change the
   * treaties, trade or groups of people that it no longer has. Evidence may yield more than a model
   * knows, which a plain reading may not: {@link #select} what the model knows.
   */
  public CountryProfile flattened() {
    Builder builder = new Builder(country());
    builder.asOf = countryAtDate.date();
    builder.notApplicable.putAll(notApplicable);
    all().forEach(builder::reading);
    return builder.build();
  }

  /** Every reading with its source, as a table. */
  public Table toTable() {
    return EvidenceTables.readings(toString(), ImmutableList.of(this));
  }

  /** A builder that holds all of this profile. */
  public Builder toBuilder() {
    Builder builder = new Builder(country());
    builder.asOf = countryAtDate.date();
    builder.evidence.putAll(evidence);
    plain.asMap().forEach(builder.plain::replace);
    builder.changes.putAll(changes);
    builder.notApplicable.putAll(notApplicable);
    return builder;
  }

  /** Restores what is derived, which is not part of the serial form. */
  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "profile",
        () -> {
          Builder builder = new Builder(country());
          builder.asOf = countryAtDate.date();
          evidence.forEach(
              (name, item) -> {
                if (!name.equals(item.name())) {
                  builder.faults.add("evidence '" + item.name() + "' is called '" + name + "'");
                }
                builder.evidence.put(name, item);
              });
          plain.asMap().forEach(builder::replaceReadings);
          changes.forEach(builder::changed);
          notApplicable.forEach(builder::notApplicable);
          return builder.build();
        });
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof CountryProfile other
        && countryAtDate.equals(other.countryAtDate)
        && evidence.equals(other.evidence)
        && plain.equals(other.plain)
        && changes.equals(other.changes)
        && notApplicable.equals(other.notApplicable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(countryAtDate, evidence, plain);
  }

  /** One line: the country, the date, how much is known. */
  @Override
  public String toString() {
    return countryAtDate
        + ": "
        + Text.count(codes().size(), "reading", "readings")
        + (notApplicable.isEmpty() ? "" : ", not applicable " + notApplicable.keySet())
        + (evidence.isEmpty() ? "" : ", evidence " + evidence.keySet());
  }

  /** Collects what is known about a country; every fault is reported at once, by {@link #build}. */
  public static final class Builder {

    private Country country;
    private @Nullable LocalDate asOf;
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();

    private final PlainReadings plain = new PlainReadings();
    private final Map<String, String> changes = new LinkedHashMap<>();
    private final Map<String, NotApplicable> notApplicable = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Builder(Country country) {
      this.country = requireNonNull(country, "country");
    }

    /** Sets the date as of which the profile is meant. */
    @CanIgnoreReturnValue
    public Builder asOf(LocalDate date) {
      requireNonNull(date, "date");
      if (asOf != null) {
        faults.add("as-of date was already set to " + asOf + ", second was " + date);
      }
      asOf = date;
      return this;
    }

    /** Adds an exact reading; NaN and infinity are refused. */
    @CanIgnoreReturnValue
    public Builder reading(String code, double value) {
      if (!Double.isFinite(value)) {
        faults.add(
            Text.of(
                "reading of '%s' must be finite, but was %s. Leave a missing reading out.",
                code, value));
        return this;
      }
      return reading(code, Reading.of(value));
    }

    /** Adds a reading whose source is not stated. */
    @CanIgnoreReturnValue
    public Builder reading(String code, Estimate estimate) {
      return reading(code, Reading.of(estimate));
    }

    /** Adds a reading; a second one of the same code must come from another source. */
    @CanIgnoreReturnValue
    public Builder reading(String code, Reading reading) {
      requireNonNull(reading, "reading");
      if (isCode(code)) {
        plain.add(code, reading, faults);
      }
      return this;
    }

    private boolean isCode(String code) {
      try {
        Checks.indicatorCode(code);
        return true;
      } catch (IllegalArgumentException fault) {
        faults.add(String.valueOf(fault.getMessage()));
        return false;
      }
    }

    /** Says that a code does not apply to the country, and why not; no source is named. */
    @CanIgnoreReturnValue
    public Builder notApplicable(String code, String reason) {
      return notApplicable(code, NotApplicable.because(reason));
    }

    /**
     * Says that a code does not apply to the country, and why not. It can have no reading, neither
     * a plain one nor one from evidence.
     */
    @CanIgnoreReturnValue
    public Builder notApplicable(String code, NotApplicable why) {
      requireNonNull(why, "why");
      NotApplicable earlier = isCode(code) ? notApplicable.putIfAbsent(code, why) : null;
      if (earlier != null) {
        faults.add(
            Text.of(
                "'%s' was already said not to apply (%s), second was: %s",
                code, earlier.reason(), why.reason()));
      }
      return this;
    }

    /** Adds evidence from which readings follow. */
    @CanIgnoreReturnValue
    public Builder evidence(Evidence item) {
      requireNonNull(item, "evidence");
      if (evidence.putIfAbsent(item.name(), item) != null) {
        faults.add("evidence '" + item.name() + "' was already set");
      }
      return this;
    }

    /**
     * Puts evidence in place of that of the same name, if there is any. What was said of how its
     * readings were {@link #changed} stays.
     */
    @CanIgnoreReturnValue
    public Builder replaceEvidence(Evidence item) {
      evidence.put(item.name(), requireNonNull(item, "evidence"));
      return this;
    }

    /** Puts readings in place of all plain ones of a code; none for a code that is missing. */
    @CanIgnoreReturnValue
    public Builder replaceReadings(String code, Collection<Reading> readings) {
      plain.replace(Checks.indicatorCode(code), ImmutableList.of());
      readings.forEach(reading -> reading(code, reading));
      return this;
    }

    /**
     * Says how a reading that follows from evidence was changed from what is known, in addition to
     * what was said before: its source {@linkplain Source#changed says so}. A code that no evidence
     * yields is ignored.
     */
    @CanIgnoreReturnValue
    public Builder changed(String code, String how) {
      Checks.indicatorCode(code);
      Checks.notBlank(how, "how a figure was changed");
      changes.merge(code, how, (before, after) -> before + "; " + after);
      return this;
    }

    private Builder replace(String code, ImmutableList<Reading> readings) {
      Checks.indicatorCode(code);
      for (Evidence item : evidence.values()) {
        if (item.codes().contains(code)) {
          throw new IllegalArgumentException(
              Text.of(
                  "Reading '%s' of %s follows from its evidence '%s': change the evidence instead, by"
                      + " withEvidence%s",
                  code,
                  country,
                  item.name(),
                  item.changedBy().isEmpty() ? "" : ", or by a scenario with " + item.changedBy()));
        }
      }
      plain.replace(code, readings);
      return this;
    }

    /**
     * Builds the profile.
     *
     * @throws IllegalArgumentException that lists every fault, if there is any
     */
    public CountryProfile build() {
      List<String> found = new ArrayList<>(faults);
      ImmutableListMultimap.Builder<String, Reading> given = ImmutableListMultimap.builder();
      for (Map.Entry<String, List<Reading>> entry : plain.asMap().entrySet()) {
        given.putAll(entry.getKey(), entry.getValue());
      }
      Map<String, String> origin = new LinkedHashMap<>();
      for (Evidence item : evidence.values()) {
        for (String code : item.codes()) {
          String other = plain.contains(code) ? "a plain reading" : origin.get(code);
          if (other != null) {
            found.add(
                Text.of(
                    "reading '%s' of evidence '%s' is already given by %s",
                    code, item.name(), other));
          } else {
            origin.put(code, "evidence '" + item.name() + "'");
          }
        }
      }
      plain.check(found);
      for (Map.Entry<String, NotApplicable> entry : notApplicable.entrySet()) {
        String code = entry.getKey();
        String reading = plain.contains(code) ? "a plain reading" : origin.get(code);
        if (reading != null) {
          found.add(
              Text.of(
                  "'%s' does not apply (%s), but is given by %s",
                  code, entry.getValue().reason(), reading));
        }
      }
      Checks.noFaults("Profile of " + country, found);
      Map<String, String> told = new LinkedHashMap<>(changes);
      told.keySet().retainAll(origin.keySet());
      return new CountryProfile(
          new CountryAtDate(country, asOf),
          ImmutableMap.copyOf(evidence),
          given.build(),
          ImmutableMap.copyOf(told),
          ImmutableMap.copyOf(notApplicable));
    }
  }
}
