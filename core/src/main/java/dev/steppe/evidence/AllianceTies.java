package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A country's place in an {@link AllianceNetwork} on a date, between a rival and others.
 *
 * <p>With {@code s(x)} the {@linkplain AllianceNetwork#strength strength} of the country's ties to
 * {@code x} on the date, the readings are:
 *
 * <ul>
 *   <li>{@code tie_to_rival}: {@code s(rival)}.
 *   <li>{@code tie_to_rivals_of_rival}: the largest {@code s(x)} over the rival's rivals, if any
 *       are named.
 *   <li>{@code treaty_protection}: the largest strength times degree of a defence pact in force
 *       with anybody but the rival, 0 if there is none. An alliance to which the rival belongs on
 *       the date does not count: its other members do not protect from the rival.
 *   <li>{@code multi_vector_index}: how evenly the country is tied to several poles, if they are
 *       named: {@code -sum p_k ln p_k / ln n} over the {@code n} poles, with {@code p_k = s(k) /
 *       sum s}. It is 1 for equal ties to all poles; 0 if there is no tie, a tie to one pole only,
 *       or only one pole. It says how even ties are, not how strong.
 *   <li>{@code ties_beside_strongest}: how deep the ties are to the poles other than the closest,
 *       if two or more are named: {@code (sum s(k) - max s(k)) / (n - 1)}. It is 0 without a second
 *       tie and 1 for the strongest ties to all, and no new tie lowers it.
 * </ul>
 *
 * <p>Strengths of ties are judgements, so every reading is of {@link Quality#JUDGEMENT} at best.
 *
 * <pre>{@code
 * AllianceTies ties = AllianceTies.builder(network, "KAZ", LocalDate.of(2022, 2, 23))
 *     .rival("RUS").rivalsOfRival("USA", "EU").poles("RUS", "CHN", "EU", "TUR")
 *     .build();
 * // strengths 0.875, 0.25, 0.25, 0: multi_vector_index 0.6546, ties_beside_strongest 0.1667
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1002/j.1538-7305.1948.tb01338.x">Shannon (1948), A Mathematical
 *     Theory of Communication, Bell System Technical Journal 27(3):379</a>
 * @since 0.1
 */
public final class AllianceTies extends DerivedEvidence {

  private static final long serialVersionUID = 1L;

  private final AllianceNetwork network;
  private final String country;
  private final LocalDate date;
  private final String rival;
  private final ImmutableSet<String> rivalsOfRival;
  private final ImmutableSet<String> poles;

  private AllianceTies(
      AllianceNetwork network,
      String country,
      LocalDate date,
      String rival,
      ImmutableSet<String> rivalsOfRival,
      ImmutableSet<String> poles) {
    this.network = network;
    this.country = country;
    this.date = date;
    this.rival = rival;
    this.rivalsOfRival = rivalsOfRival;
    this.poles = poles;
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "place in a network",
        () ->
            builder(network, country, date)
                .rival(rival)
                .rivalsOfRival(rivalsOfRival.toArray(new String[0]))
                .poles(poles.toArray(new String[0]))
                .build());
  }

  /**
   * Starts a country's place in a network.
   *
   * @param network who is bound to whom
   * @param country the country, as it is named in the network
   * @param date the date on which ties count
   */
  public static Builder builder(AllianceNetwork network, String country, LocalDate date) {
    return new Builder(network, country, date);
  }

  /** {@code alliance-ties}. */
  @Override
  public String name() {
    return "alliance-ties";
  }

  @Override
  public String changedBy() {
    return "leave, join, degree, tie or strengthen of Change";
  }

  @Override
  Derivations derive() {
    return new AllianceReadings(this);
  }

  /** Who is bound to whom. */
  public AllianceNetwork network() {
    return network;
  }

  /** The country whose place it is. */
  public String country() {
    return country;
  }

  /** The date on which ties count. */
  public LocalDate date() {
    return date;
  }

  /** The {@link #date}. */
  @Override
  public Optional<LocalDate> asOf() {
    return Optional.of(date());
  }

  /** The actor whose grip is in question. */
  public String rival() {
    return rival;
  }

  /** The actors whom the rival counts as its rivals; may be empty. */
  public ImmutableSet<String> rivalsOfRival() {
    return rivalsOfRival;
  }

  /** The powers between which the country may balance; may be empty. */
  public ImmutableSet<String> poles() {
    return poles;
  }

  /**
   * A copy in another network, such as one with other members or ties.
   *
   * @throws IllegalArgumentException if an actor is unknown there
   */
  public AllianceTies withNetwork(AllianceNetwork other) {
    return toBuilder(other, date).build();
  }

  /** A copy on another date. */
  public AllianceTies withDate(LocalDate other) {
    return toBuilder(network, other).build();
  }

  /**
   * A copy in which the country has left an alliance on the date.
   *
   * @throws IllegalArgumentException if it is not a member then
   */
  public AllianceTies leaving(String alliance) {
    return withNetwork(network.leaving(country, alliance, date));
  }

  /**
   * A copy in which the country has joined an alliance on the date.
   *
   * @throws IllegalArgumentException if it is a member already, or the alliance is unknown
   */
  public AllianceTies joining(String alliance) {
    return joining(alliance, 1);
  }

  /**
   * A copy in which the country has joined an alliance on the date with a degree in {@code [0, 1]}.
   *
   * @throws IllegalArgumentException if it is a member already, the alliance is unknown, or the
   *     degree is outside {@code [0, 1]}
   */
  public AllianceTies joining(String alliance, double degree) {
    return withNetwork(network.joining(country, alliance, date, degree));
  }

  /**
   * A copy in which the country's membership of an alliance has another degree on the date.
   *
   * @throws IllegalArgumentException if it is not a member then, or the degree is outside {@code
   *     [0, 1]}
   */
  public AllianceTies withDegree(String alliance, double degree) {
    return withNetwork(network.withDegree(country, alliance, date, degree));
  }

  /**
   * A copy in which ties of a kind bind as much as this ({@link
   * AllianceNetwork#withDefaultStrength}); the same where none changes, or the country has no tie
   * of that kind on the date, for no reading depends on it then.
   *
   * @param strength in {@code [0, 1]}
   * @throws IllegalArgumentException if the strength is outside {@code [0, 1]}
   */
  public AllianceTies withDefaultStrength(TieKind kind, double strength) {
    AllianceNetwork changed = network.withDefaultStrength(kind, strength);
    return network.isChangedBy(kind, strength) && !network.tiesOf(country, kind, date).isEmpty()
        ? withNetwork(changed)
        : this;
  }

  private Builder toBuilder(AllianceNetwork otherNetwork, LocalDate otherDate) {
    Builder builder = builder(otherNetwork, country, otherDate).rival(rival);
    builder.rivalsOfRival = rivalsOfRival;
    builder.poles = poles;
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof AllianceTies other
        && network.equals(other.network)
        && country.equals(other.country)
        && date.equals(other.date)
        && rival.equals(other.rival)
        && rivalsOfRival.equals(other.rivalsOfRival)
        && poles.equals(other.poles);
  }

  @Override
  public int hashCode() {
    return Objects.hash(network, country, date, rival, rivalsOfRival, poles);
  }

  /** One line: the country, the date, the rival and its alliances. */
  @Override
  public String toString() {
    return Text.of(
        "Ties of %s on %s, rival '%s', alliances %s",
        country, date, rival, network.alliancesOf(country, date));
  }

  /** Collects who counts as what; every fault is reported at once, by {@link #build}. */
  public static final class Builder {

    private final AllianceNetwork network;
    private final String country;
    private final LocalDate date;
    private @Nullable String rival;
    private ImmutableSet<String> rivalsOfRival = ImmutableSet.of();
    private ImmutableSet<String> poles = ImmutableSet.of();
    private final List<String> faults = new ArrayList<>();

    private Builder(AllianceNetwork network, String country, LocalDate date) {
      this.network = requireNonNull(network, "network");
      this.country = requireNonNull(country, "country");
      this.date = requireNonNull(date, "date");
    }

    /** Sets the actor whose grip is in question. */
    @CanIgnoreReturnValue
    public Builder rival(String actor) {
      requireNonNull(actor, "rival");
      if (rival != null) {
        faults.add("rival was already set to '" + rival + "', second was '" + actor + "'");
      }
      rival = actor;
      return this;
    }

    /** Sets the actors whom the rival counts as its rivals. */
    @CanIgnoreReturnValue
    public Builder rivalsOfRival(String... actors) {
      rivalsOfRival = once("rivals of the rival", rivalsOfRival, actors);
      return this;
    }

    /** Sets the powers between which the country may balance; the rival may be one. */
    @CanIgnoreReturnValue
    public Builder poles(String... actors) {
      poles = once("poles", poles, actors);
      return this;
    }

    private ImmutableSet<String> once(String what, ImmutableSet<String> earlier, String[] actors) {
      if (!earlier.isEmpty()) {
        faults.add(what + " were already set to " + earlier);
      }
      return ImmutableSet.copyOf(actors);
    }

    /**
     * Builds the place.
     *
     * @throws IllegalArgumentException that lists every fault, if there is any: no rival, an actor
     *     who is not in the network, the country as its own rival or pole, the rival as its own
     *     rival
     */
    public AllianceTies build() {
      List<String> found = new ArrayList<>(faults);
      checkActor("country", country, found);
      if (rival == null) {
        found.add("needs a rival");
      } else {
        checkActor("rival", rival, found);
        checkOther("rival", rival, found);
        if (rivalsOfRival.contains(rival)) {
          found.add("'" + rival + "' cannot be its own rival");
        }
      }
      for (String actor : rivalsOfRival) {
        checkActor("rival of the rival", actor, found);
        checkOther("rival of the rival", actor, found);
      }
      for (String actor : poles) {
        checkActor("pole", actor, found);
        checkOther("pole", actor, found);
      }
      Checks.noFaults("Alliance ties of '" + country + "'", found);
      return new AllianceTies(network, country, date, requireNonNull(rival), rivalsOfRival, poles);
    }

    private void checkActor(String role, String actor, List<String> found) {
      if (!network.actors().contains(actor)) {
        found.add(
            Text.of(
                "%s '%s' is not in the network. %s",
                role, actor, Checks.known(actor, network.actors())));
      }
    }

    private void checkOther(String role, String actor, List<String> found) {
      if (actor.equals(country)) {
        found.add(role + " must be another actor than the country itself");
      }
    }
  }
}
