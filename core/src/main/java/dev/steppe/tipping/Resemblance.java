package dev.steppe.tipping;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.analysis.Progress;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.scenario.Change;
import dev.steppe.scenario.Scenario;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Could one country be the next other? What the two share, in what the first is safer, the fewest
 * of the other's readings that would bring it near the other's score, and where such changes have
 * happened. Immutable; for any two countries, dates and models.
 *
 * <ul>
 *   <li>Scores within {@link #SIMILAR} points are similar.
 *   <li>Values of an indicator, from 0 to 100, within {@link #ALIKE} points are alike: a trait is
 *       {@linkplain Kind#SHARED shared} if the first's value is at least the other's less that much
 *       and the other's is in the riskier half.
 *   <li>The {@linkplain #changes() changes} are the fewest traits of the other that, taken as they
 *       are, make the scores similar; of as few, those that move the fewest points of their scales
 *       in all. Only traits in which the first has the lower value are tried, of more than 20 the
 *       20 that weigh and differ most. What is {@linkplain #withFixed fixed} stays.
 *   <li>A change has a {@linkplain #precedents precedent} if a third country, or the other itself,
 *       came from no more than the first's value to about the other's, between two of its dates.
 * </ul>
 *
 * <p>Uncertain readings count with their central values. Scores are indices, not probabilities:
 * that few changes would do it does not say that they are likely.
 *
 * <pre>{@code
 * Resemblance.of(scorer, aland, bland).withFixed("border_share").withPrecedents(panel).sentence();
 * }</pre>
 *
 * @since 0.1
 */
public final class Resemblance {

  /** Scores this many points apart, or fewer, are similar: a twentieth of the scale. */
  public static final double SIMILAR = 5;

  /** Values of an indicator this many points apart, or fewer, are alike: a tenth of the scale. */
  public static final double ALIKE = 10;

  private static final double RISKIER_HALF = 50;

  private final Scorecard first;
  private final Scorecard second;
  private final ImmutableSet<String> fixed;
  private final ImmutableList<Scorecard> others;
  private final ImmutableList<Trait> traits;
  private @Nullable TippingSets sets;

  private Resemblance(
      Scorecard first,
      Scorecard second,
      ImmutableSet<String> fixed,
      ImmutableList<Scorecard> others) {
    this.first = first;
    this.second = second;
    this.fixed = fixed;
    this.others = others;
    ImmutableList.Builder<Trait> found = ImmutableList.builder();
    for (Indicator indicator : first.model().indicators()) {
      found.add(trait(indicator));
    }
    this.traits = found.build();
  }

  /** How the two stand in one indicator. */
  public enum Kind {
    /** The first is as risky as the other, or more, where the other is in the riskier half. */
    SHARED("shared"),
    /** The first is safer. */
    SAFER("safer"),
    /** The first is riskier, where the other is in the safer half. */
    RISKIER("riskier"),
    /** Both are alike in the safer half. */
    ALIKE("alike"),
    /** One of the two has no reading. */
    UNKNOWN("unknown");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    /** For people, such as {@code shared}. */
    public String description() {
      return description;
    }
  }

  /**
   * How the two stand in one indicator.
   *
   * @param indicator the indicator
   * @param kind what follows from the values
   * @param firstReading the first's central reading, empty if missing
   * @param secondReading the other's central reading, empty if missing
   * @param firstValue the first's value from 0 (safest) to 100, empty if missing
   * @param secondValue the other's value from 0 (safest) to 100, empty if missing
   */
  public record Trait(
      Indicator indicator,
      Kind kind,
      OptionalDouble firstReading,
      OptionalDouble secondReading,
      OptionalDouble firstValue,
      OptionalDouble secondValue) {

    /** Checks that no part is null. */
    public Trait {
      requireNonNull(indicator, "indicator");
      requireNonNull(kind, "kind");
      requireNonNull(firstReading, "firstReading");
      requireNonNull(secondReading, "secondReading");
      requireNonNull(firstValue, "firstValue");
      requireNonNull(secondValue, "secondValue");
    }

    /** The other's value minus the first's; 0 if either is missing. */
    public double gap() {
      return kind == Kind.UNKNOWN ? 0 : secondValue.getAsDouble() - firstValue.getAsDouble();
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * Where such a change has happened.
   *
   * @param before the country before it
   * @param after the same country after it
   */
  public record Precedent(Scorecard before, Scorecard after) {

    /** Checks that no part is null. */
    public Precedent {
      requireNonNull(before, "before");
      requireNonNull(after, "after");
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * Asks whether a country could be the next other.
   *
   * @throws IllegalArgumentException if a profile cannot be scored, or both are of one country at
   *     one date
   */
  public static Resemblance of(Scorer scorer, CountryProfile country, CountryProfile other) {
    Scorecard first = scorer.score(country);
    Scorecard second = scorer.score(other);
    if (first.countryAtDate().equals(second.countryAtDate())) {
      throw new IllegalArgumentException(
          "Resemblance needs two countries or two dates, but both were " + first.countryAtDate());
    }
    return new Resemblance(first, second, ImmutableSet.of(), ImmutableList.of());
  }

  /**
   * A copy in which these indicators cannot change, such as geography.
   *
   * @throws IllegalArgumentException if a code is no indicator of the model
   */
  public Resemblance withFixed(String... codes) {
    for (String code : codes) {
      first.model().criterion(code);
    }
    return new Resemblance(first, second, ImmutableSet.copyOf(codes), others);
  }

  /**
   * A copy that looks for precedents among these country-dates; those without a date, and of the
   * first country, are none.
   *
   * @throws IllegalArgumentException if a profile cannot be scored
   */
  public Resemblance withPrecedents(Iterable<CountryProfile> profiles) {
    List<Scorecard> cards = new ArrayList<>();
    for (CountryProfile profile : profiles) {
      if (!profile.country().equals(first.country()) && profile.countryAtDate().date() != null) {
        cards.add(first.scorer().score(profile));
      }
    }
    cards.sort(Comparator.comparing(Resemblance::date));
    return new Resemblance(first, second, fixed, ImmutableList.copyOf(cards));
  }

  /** The date of a precedent, which has one. */
  static LocalDate date(Scorecard card) {
    return requireNonNull(card.countryAtDate().date(), "date");
  }

  /** The country that is asked about. */
  public Scorecard first() {
    return first;
  }

  /** The other, whom it may come to resemble. */
  public Scorecard second() {
    return second;
  }

  /** How the two stand in every indicator, in the order of the model. */
  public ImmutableList<Trait> traits() {
    return traits;
  }

  /** Those of a kind, the widest gap first. */
  public ImmutableList<Trait> traits(Kind kind) {
    return traits.stream()
        .filter(trait -> trait.kind() == kind)
        .sorted(Comparator.comparingDouble((Trait trait) -> -Math.abs(trait.gap())))
        .collect(ImmutableList.toImmutableList());
  }

  private Trait trait(Indicator indicator) {
    OptionalDouble one = first.node(indicator.code()).value();
    OptionalDouble two = second.node(indicator.code()).value();
    return new Trait(
        indicator,
        kind(one, two),
        first.node(indicator.code()).raw(),
        second.node(indicator.code()).raw(),
        one,
        two);
  }

  private static Kind kind(OptionalDouble first, OptionalDouble second) {
    if (first.isEmpty() || second.isEmpty()) {
      return Kind.UNKNOWN;
    }
    double gap = second.getAsDouble() - first.getAsDouble();
    if (gap > ALIKE) {
      return Kind.SAFER;
    }
    if (second.getAsDouble() >= RISKIER_HALF) {
      return Kind.SHARED;
    }
    return gap < -ALIKE ? Kind.RISKIER : Kind.ALIKE;
  }

  /** Whether the scores are similar already, or the first's is the higher. */
  public boolean isSimilar() {
    return Ranking.compareScores(first.value(), second.value() - SIMILAR) >= 0;
  }

  /** Whether any changes make the scores similar; true if they are. */
  public boolean isReachable() {
    return isSimilar() || sets().isReachable();
  }

  /**
   * The least set of changes: the traits to be taken from the other. Empty if none is needed, or if
   * none suffices.
   */
  public ImmutableList<Trait> changes() {
    return isSimilar() || !sets().isReachable() ? ImmutableList.of() : least();
  }

  private ImmutableList<Trait> least() {
    ImmutableList<TippingSets.Found> minimal = sets().minimal();
    int fewest = minimal.get(0).scenarios().size();
    ImmutableList<Trait> best = ImmutableList.of();
    double moved = Double.POSITIVE_INFINITY;
    for (TippingSets.Found found : minimal) {
      List<Trait> set = new ArrayList<>();
      for (Trait trait : traits) {
        if (found.scenarios().contains(trait.indicator().code())) {
          set.add(trait);
        }
      }
      double points = set.stream().mapToDouble(Trait::gap).sum();
      if (set.size() == fewest && points < moved) {
        best = ImmutableList.copyOf(set);
        moved = points;
      }
    }
    return best;
  }

  /** The score after the {@link #changes()}. */
  public double changedScore() {
    List<String> codes = changes().stream().map(trait -> trait.indicator().code()).toList();
    return codes.isEmpty()
        ? first.value()
        : first.scorer().score(taking(codes).apply(first.profile())).value();
  }

  private UnaryOperator<CountryProfile> taking(List<String> codes) {
    Scenario scenario = Scenario.of("taken", Change.takeReadings(second.profile(), codes));
    return scenario::applyTo;
  }

  /** All minimal sets that make the scores similar; none if nothing can change. */
  private TippingSets sets() {
    TippingSets result = sets;
    if (result == null) {
      Map<String, UnaryOperator<CountryProfile>> library = new LinkedHashMap<>();
      traits.stream()
          .filter(trait -> trait.gap() > 0 && !fixed.contains(trait.indicator().code()))
          .sorted(
              Comparator.comparingDouble(
                  trait -> -trait.gap() * first.model().effectiveWeight(trait.indicator().code())))
          .limit(SubsetSearch.MOST)
          .forEach(
              trait -> {
                String code = trait.indicator().code();
                library.put(code, taking(ImmutableList.of(code)));
              });
      result =
          library.isEmpty()
              ? new TippingSets(
                  first,
                  second.value() - SIMILAR,
                  ImmutableList.of(),
                  ImmutableList.of(),
                  1,
                  0,
                  ImmutableList.of())
              : SubsetSearch.of(
                  first, second.value() - SIMILAR, ImmutableMap.copyOf(library), Progress.none());
      sets = result;
    }
    return result;
  }

  /**
   * Where a change in an indicator from about the first's value to about the other's has happened,
   * the earliest of each country; empty if nowhere, or if the first's value is not the lower.
   *
   * @throws IllegalArgumentException if the model has no such indicator
   */
  public ImmutableList<Precedent> precedents(String code) {
    first.model().criterion(code);
    Trait trait =
        traits.stream().filter(t -> t.indicator().code().equals(code)).findFirst().orElseThrow();
    if (!(trait.gap() > 0)) {
      return ImmutableList.of();
    }
    Map<String, Precedent> found = new LinkedHashMap<>();
    for (Scorecard after : others) {
      for (Scorecard before : others) {
        if (before.country().equals(after.country())
            && date(before).isBefore(date(after))
            && isSuchChange(before.node(code).value(), after.node(code).value(), trait)) {
          found.putIfAbsent(after.country().code(), new Precedent(before, after));
        }
      }
    }
    return ImmutableList.copyOf(found.values());
  }

  private static boolean isSuchChange(OptionalDouble before, OptionalDouble after, Trait trait) {
    return before.isPresent()
        && after.isPresent()
        && before.getAsDouble() <= trait.firstValue().getAsDouble() + ALIKE
        && after.getAsDouble() >= trait.secondValue().getAsDouble() - ALIKE
        && after.getAsDouble() - before.getAsDouble() >= trait.gap() - ALIKE;
  }

  /** Whether precedents are looked for. */
  boolean hasPrecedents() {
    return !others.isEmpty();
  }

  /** The answer in words, from figures by the rules above. */
  public String sentence() {
    return ResemblanceText.of(this);
  }

  /** How the two stand in every indicator, as a table. */
  public Table toTable() {
    return ResemblanceText.table(this);
  }

  /** The sentence, and the table as text. */
  @Override
  public String toString() {
    return Text.printable(sentence()) + "\n\n" + toTable();
  }
}
