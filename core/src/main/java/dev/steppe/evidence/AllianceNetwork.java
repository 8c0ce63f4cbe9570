package dev.steppe.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Remade;
import dev.steppe.internal.Text;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is bound to whom, by which treaties, and when. Immutable.
 *
 * <p>Actors are named by ISO codes, or freely for blocs, such as {@code EU}. Two members of an
 * alliance have a tie while both belong to it; two actors may also have ties of their own. A bloc
 * that is to be an actor of its own, so that members are tied to the bloc itself, is listed among
 * the members of its alliance.
 *
 * <p>The strength of all ties between two actors is a noisy-or: {@code 1 - prod (1 - s_i d_i)} over
 * the ties in force, with strength {@code s_i} and degree {@code d_i}. So every further tie binds
 * more, each adds less than it would alone, their order does not matter, and nothing exceeds 1
 * (Pearl 1988, Probabilistic Reasoning in Intelligent Systems, chapter 4).
 *
 * <pre>{@code
 * AllianceNetwork network = AllianceNetwork.builder()
 *     .alliance("CSTO", TieKind.DEFENCE_PACT, source)
 *         .member("KAZ", LocalDate.of(1994, 4, 20)).member("RUS", LocalDate.of(1994, 4, 20))
 *     .alliance("EAEU", TieKind.ECONOMIC_UNION, source)
 *         .member("KAZ", LocalDate.of(2015, 1, 1)).member("RUS", LocalDate.of(2015, 1, 1))
 *     .build();
 * network.strength("KAZ", "RUS", LocalDate.of(2014, 1, 1));   // 0.75
 * network.strength("KAZ", "RUS", LocalDate.of(2022, 1, 1));   // 0.875 = 1 - 0.25 * 0.5
 * }</pre>
 *
 * @since 0.1
 */
public final class AllianceNetwork implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ImmutableSet<String> actors;
  private final ImmutableMap<String, Alliance> alliances;
  private final BilateralTies bilateral;

  private AllianceNetwork(
      ImmutableSet<String> actors,
      ImmutableMap<String, Alliance> alliances,
      BilateralTies bilateral) {
    this.actors = actors;
    this.alliances = alliances;
    this.bilateral = bilateral;
  }

  /** Starts a network. */
  public static Builder builder() {
    return new Builder();
  }

  /** All actors, whether or not they have a tie at some date. */
  public ImmutableSet<String> actors() {
    return actors;
  }

  /** The names of all alliances. */
  public ImmutableSet<String> alliances() {
    return alliances.keySet();
  }

  /** The sources of all alliances and ties, each once. */
  public ImmutableSet<Source> sources() {
    ImmutableSet.Builder<Source> sources = ImmutableSet.builder();
    for (Alliance alliance : alliances.values()) {
      sources.add(alliance.source());
    }
    for (Tie tie : bilateral.all()) {
      sources.add(tie.source());
    }
    return sources.build();
  }

  /** The ties in force on a date, as a graph over all actors; an edge holds one tie or more. */
  public ImmutableValueGraph<String, ImmutableList<Tie>> graph(LocalDate date) {
    ImmutableValueGraph.Builder<String, ImmutableList<Tie>> graph =
        ValueGraphBuilder.undirected()
            .nodeOrder(ElementOrder.<String>insertion())
            .<String, ImmutableList<Tie>>immutable();
    ImmutableList<String> nodes = actors.asList();
    nodes.forEach(graph::addNode);
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        ImmutableList<Tie> ties = ties(nodes.get(i), nodes.get(j), date);
        if (!ties.isEmpty()) {
          graph.putEdgeValue(nodes.get(i), nodes.get(j), ties);
        }
      }
    }
    return graph.build();
  }

  /**
   * The ties between two actors in force on a date, those by alliance first.
   *
   * @throws IllegalArgumentException if an actor is unknown or both are the same
   */
  public ImmutableList<Tie> ties(String first, String second, LocalDate date) {
    checkActor(first);
    checkActor(second);
    requireNonNull(date, "date");
    if (first.equals(second)) {
      throw new IllegalArgumentException(
          "A tie needs two actors, but both were '" + Text.brief(first) + "'");
    }
    List<Tie> ties = new ArrayList<>();
    addTies(first, second, date, alliances.values(), ties);
    ties.addAll(bilateral.between(first, second, date));
    return ImmutableList.copyOf(ties);
  }

  /** The ties of a kind that an actor has with all others on a date, one other after another. */
  List<Tie> tiesOf(String actor, TieKind kind, LocalDate date) {
    List<Alliance> shared = new ArrayList<>();
    for (Alliance alliance : alliances.values()) {
      if (alliance.kind() == kind && alliance.membership(actor, date) != null) {
        shared.add(alliance);
      }
    }
    List<Tie> own = bilateral.of(actor, kind, date);
    List<Tie> ties = new ArrayList<>();
    if (shared.isEmpty() && own.isEmpty()) {
      return ties;
    }
    for (String other : actors) {
      if (!other.equals(actor)) {
        addTies(actor, other, date, shared, ties);
        for (Tie tie : own) {
          if (tie.involves(other)) {
            ties.add(tie);
          }
        }
      }
    }
    return ties;
  }

  private static void addTies(
      String first, String second, LocalDate date, Iterable<Alliance> shared, List<Tie> ties) {
    for (Alliance alliance : shared) {
      Tie tie = alliance.tie(first, second, date);
      if (tie != null) {
        ties.add(tie);
      }
    }
  }

  /**
   * How strongly two actors are bound on a date: the noisy-or of their ties, in {@code [0, 1]}; 0
   * if there are none.
   *
   * @throws IllegalArgumentException if an actor is unknown or both are the same
   */
  public double strength(String first, String second, LocalDate date) {
    return strength(ties(first, second, date));
  }

  private static double strength(Iterable<Tie> ties) {
    double strength = 0;
    for (Tie tie : ties) {
      strength += tie.binding() * (1 - strength); // A single tie keeps its last digit.
    }
    return Math.min(1, strength);
  }

  /** The ties of an actor, by who else they bind, in the order of {@link #ties}. */
  private ListMultimap<String, Tie> tiesByOther(String actor, LocalDate date) {
    ListMultimap<String, Tie> ties = ArrayListMultimap.create();
    for (Alliance alliance : alliances.values()) {
      alliance.tiesOf(actor, date).forEach(tie -> ties.put(tie.second(), tie));
    }
    for (Tie tie : bilateral.of(actor, date)) {
      ties.put(tie.first().equals(actor) ? tie.second() : tie.first(), tie);
    }
    return ties;
  }

  /**
   * The alliances to which an actor belongs on a date, in any degree.
   *
   * @throws IllegalArgumentException if the actor is unknown
   */
  public ImmutableSet<String> alliancesOf(String actor, LocalDate date) {
    checkActor(actor);
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Alliance alliance : alliances.values()) {
      if (alliance.membership(actor, date) != null) {
        names.add(alliance.name());
      }
    }
    return names.build();
  }

  /**
   * How alike the ties of two actors to all others are: {@code S = 1 - 2 d / d_max}, in {@code [-1,
   * 1]}.
   *
   * <p>{@code d} is the sum, over the {@code n} actors other than the two, of the absolute
   * difference of {@link #strength}, and {@code d_max = n}. The result is 1 if both have equal
   * strengths with everybody, or there is nobody else; it is -1 if each is fully bound to exactly
   * those to whom the other is not. Actors to whom neither is tied count as agreement, so compare
   * values within one network only.
   *
   * @throws IllegalArgumentException if an actor is unknown or both are the same
   * @see <a href="https://doi.org/10.1111/0020-8833.00113">Signorino and Ritter (1999), Tau-b or
   *     Not Tau-b, International Studies Quarterly 43(1):115</a>
   */
  public double portfolioSimilarity(String first, String second, LocalDate date) {
    ties(first, second, date); // Refuses what has no portfolio.
    ListMultimap<String, Tie> ofFirst = tiesByOther(first, date);
    ListMultimap<String, Tie> ofSecond = tiesByOther(second, date);
    double distance = 0;
    int others = 0;
    for (String actor : actors) {
      if (!actor.equals(first) && !actor.equals(second)) {
        distance += Math.abs(strength(ofFirst.get(actor)) - strength(ofSecond.get(actor)));
        others++;
      }
    }
    return others == 0 ? 1 : 1 - 2 * distance / others;
  }

  /**
   * How full an actor's membership of an alliance is on a date, in {@code [0, 1]}; 0 if it is no
   * member.
   *
   * @throws IllegalArgumentException if the alliance is unknown
   */
  public double degree(String actor, String alliance, LocalDate date) {
    Membership there = alliance(alliance).membership(actor, date);
    return there == null ? 0 : there.degree();
  }

  /**
   * A copy in which an actor, who may be new, is a full member of an alliance from a date on.
   *
   * @throws IllegalArgumentException if the alliance is unknown, or the actor is a member on the
   *     date or later
   */
  public AllianceNetwork joining(String actor, String alliance, LocalDate date) {
    return joining(actor, alliance, date, 1);
  }

  /**
   * A copy in which an actor, who may be new, is a member of a degree in {@code [0, 1]} from a date
   * on.
   *
   * @throws IllegalArgumentException if the alliance is unknown, the actor is a member on the date
   *     or later, or the degree is outside {@code [0, 1]}
   */
  public AllianceNetwork joining(String actor, String alliance, LocalDate date, double degree) {
    Alliance joined = alliance(alliance);
    Membership there = joined.membership(actor, date);
    if (there != null) {
      throw new IllegalArgumentException(
          Text.of(
              "'%s' is already a member of '%s' on %s: %s", actor, alliance, date, there.period()));
    }
    return with(joined.with(new Membership(actor, Period.from(date), degree)), actor);
  }

  /**
   * A copy in which a member of an alliance has another degree from a date on, for good.
   *
   * @throws IllegalArgumentException if the alliance is unknown, the actor is not a member of it on
   *     the date, or the degree is outside {@code [0, 1]}
   */
  public AllianceNetwork withDegree(String actor, String alliance, LocalDate date, double degree) {
    return with(
        alliance(alliance)
            .without(actor, date)
            .with(new Membership(actor, Period.from(date), degree)),
        actor);
  }

  /**
   * A copy in which an actor is no member of an alliance from a date on.
   *
   * @throws IllegalArgumentException if the alliance is unknown or the actor is not a member of it
   *     on the date
   */
  public AllianceNetwork leaving(String actor, String alliance, LocalDate date) {
    return with(alliance(alliance).without(actor, date), actor);
  }

  /**
   * A copy with one more tie between two actors, who may be new.
   *
   * @throws IllegalArgumentException if a tie of the same label holds between them at the same time
   */
  public AllianceNetwork withTie(Tie tie) {
    BilateralTies ties = bilateral.with(requireNonNull(tie, "tie"));
    return new AllianceNetwork(actorsAnd(tie.first(), tie.second()), alliances, ties);
  }

  /**
   * A copy in which a tie that two actors have of their own has another strength from a date on.
   *
   * @param first one actor
   * @param second the other
   * @param label the name of the tie
   * @param date from when; its end stays as it is
   * @param strength in {@code [0, 1]}
   * @throws IllegalArgumentException if there is no such tie on the date, or the strength is
   *     outside {@code [0, 1]}
   */
  public AllianceNetwork withTieStrength(
      String first, String second, String label, LocalDate date, double strength) {
    return new AllianceNetwork(
        actors, alliances, bilateral.withStrength(first, second, label, date, strength));
  }

  /**
   * A copy in which ties of a kind bind as much as this, at all times: alliances and ties between
   * two actors that have the {@linkplain TieKind#defaultStrength default strength} of the kind. A
   * strength that was stated otherwise stays; the same where none changes.
   *
   * @param strength in {@code [0, 1]}
   * @throws IllegalArgumentException if the strength is outside {@code [0, 1]}
   */
  public AllianceNetwork withDefaultStrength(TieKind kind, double strength) {
    if (!isChangedBy(kind, strength)) {
      return this;
    }
    ImmutableMap.Builder<String, Alliance> all = ImmutableMap.builder();
    for (Alliance former : alliances.values()) {
      all.put(former.name(), former.withDefaultStrength(kind, strength));
    }
    return new AllianceNetwork(
        actors, all.buildOrThrow(), bilateral.withDefaultStrength(kind, strength));
  }

  /** Whether another default strength of a kind changes any alliance or tie. */
  boolean isChangedBy(TieKind kind, double strength) {
    if (strength == kind.defaultStrength()) {
      return false;
    }
    for (Alliance alliance : alliances.values()) {
      if (alliance.isUsual(kind)) {
        return true;
      }
    }
    return bilateral.anyUsual(kind);
  }

  /**
   * The tie of a label that two actors have of their own on a date.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Tie tie(String first, String second, String label, LocalDate date) {
    return bilateral.tie(first, second, label, date);
  }

  private Object readResolve() throws InvalidObjectException {
    return Remade.of(
        "alliance network",
        () -> {
          Builder builder = builder();
          actors.forEach(builder::actor);
          alliances.forEach(
              (name, alliance) -> {
                if (!name.equals(alliance.name())) {
                  builder.faults.add("'" + alliance.name() + "' is called '" + name + "'");
                }
                builder.alliances.put(name, alliance);
              });
          bilateral.all().forEach(builder::tie);
          return builder.build();
        });
  }

  private AllianceNetwork with(Alliance changed, String actor) {
    List<String> faults = new ArrayList<>();
    changed.check(faults); // All else was checked before.
    Checks.noFaults("Alliance network", faults);
    ImmutableMap.Builder<String, Alliance> all = ImmutableMap.builder();
    alliances.forEach(
        (name, former) -> all.put(name, name.equals(changed.name()) ? changed : former));
    return new AllianceNetwork(actorsAnd(actor), all.buildOrThrow(), bilateral);
  }

  private ImmutableSet<String> actorsAnd(String... others) {
    ImmutableSet<String> more = ImmutableSet.copyOf(others);
    return actors.containsAll(more)
        ? actors
        : ImmutableSet.<String>builder().addAll(actors).addAll(more).build();
  }

  private Alliance alliance(String name) {
    Alliance alliance = alliances.get(requireNonNull(name, "alliance"));
    if (alliance == null) {
      throw new IllegalArgumentException(Checks.unknown("alliance", name, alliances.keySet()));
    }
    return alliance;
  }

  private void checkActor(String actor) {
    if (!actors.contains(requireNonNull(actor, "actor"))) {
      throw new IllegalArgumentException(Checks.unknown("actor", actor, actors));
    }
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof AllianceNetwork other
        && actors.equals(other.actors)
        && alliances.equals(other.alliances)
        && bilateral.equals(other.bilateral);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * actors.hashCode() + alliances.hashCode()) + bilateral.hashCode();
  }

  /** One line: how much is in the network. */
  @Override
  public String toString() {
    return Text.of(
        "Network of %s, alliances %s, %s",
        Text.count(actors.size(), "actor", "actors"),
        alliances.keySet(),
        Text.count(bilateral.all().size(), "other tie", "other ties"));
  }

  /** Collects alliances and ties; every fault is reported at once, by {@link #build}. */
  public static final class Builder {

    private final Set<String> actors = new LinkedHashSet<>();
    private final Map<String, Alliance> alliances = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private @Nullable String open;

    private Builder() {}

    /** Adds an actor, who may be without ties. */
    @CanIgnoreReturnValue
    public Builder actor(String actor) {
      actors.add(Checks.notBlank(actor, "actor"));
      return this;
    }

    /** Adds an alliance of its kind's default strength; the members that follow belong to it. */
    @CanIgnoreReturnValue
    public Builder alliance(String name, TieKind kind, Source source) {
      return alliance(name, kind, kind.defaultStrength(), source);
    }

    /** Adds an alliance; the members that follow belong to it. */
    @CanIgnoreReturnValue
    public Builder alliance(String name, TieKind kind, double strength, Source source) {
      requireNonNull(kind, "kind");
      requireNonNull(source, "source");
      open = name;
      if (alliances.containsKey(name)) {
        faults.add("alliance '" + name + "' was already set");
        return this;
      }
      // A strength that is refused must not make the members that follow faults as well.
      alliances.put(name, new Alliance(name, kind, 0, source, ImmutableList.of()));
      try {
        alliances.put(name, new Alliance(name, kind, strength, source, ImmutableList.of()));
      } catch (IllegalArgumentException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
      return this;
    }

    /** Adds a full member of the alliance that was added last. */
    @CanIgnoreReturnValue
    public Builder member(String actor, LocalDate since) {
      return member(actor, since, LocalDate.MAX, 1);
    }

    /** Adds a full member until a date, which is the first day without it. */
    @CanIgnoreReturnValue
    public Builder member(String actor, LocalDate since, LocalDate until) {
      return member(actor, since, until, 1);
    }

    /**
     * Adds a member of a degree in {@code [0, 1]}: 1 is full, 0.5 an observer's. The tie between
     * two members has the product of their degrees.
     *
     * @param actor the member
     * @param since its first day
     * @param until the first day without it; {@link LocalDate#MAX} if there is none
     * @param degree how full the membership is
     */
    @CanIgnoreReturnValue
    public Builder member(String actor, LocalDate since, LocalDate until, double degree) {
      Alliance alliance = open == null ? null : alliances.get(open);
      if (alliance == null) {
        faults.add("member '" + actor + "' comes before any alliance");
        return this;
      }
      try {
        Membership member = new Membership(actor, new Period(since, until), degree);
        alliances.put(alliance.name(), alliance.with(member));
      } catch (IllegalArgumentException e) {
        faults.add("member '" + actor + "' of '" + open + "': " + e.getMessage());
      }
      return this;
    }

    /** Adds a full tie of its kind's default strength between two actors. */
    @CanIgnoreReturnValue
    public Builder tie(
        String first, String second, TieKind kind, String label, LocalDate since, Source source) {
      try {
        ties.add(Tie.of(first, second, kind, label, since, source));
      } catch (IllegalArgumentException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
      return this;
    }

    /** Adds a tie between two actors. */
    @CanIgnoreReturnValue
    public Builder tie(Tie tie) {
      ties.add(requireNonNull(tie, "tie"));
      return this;
    }

    /**
     * Builds the network.
     *
     * @throws IllegalArgumentException that lists every fault, if there is any: a period that ends
     *     before it starts, an actor twice at once in one alliance, an alliance twice, a member
     *     without an alliance, a tie of an actor to itself or twice at once, a strength or degree
     *     outside {@code [0, 1]}
     */
    public AllianceNetwork build() {
      List<String> found = new ArrayList<>(faults);
      Set<String> all = new LinkedHashSet<>(actors);
      for (Alliance alliance : alliances.values()) {
        alliance.check(found);
        for (Membership member : alliance.members()) {
          all.add(member.actor());
        }
      }
      for (Tie tie : ties) {
        all.add(tie.first());
        all.add(tie.second());
      }
      BilateralTies bilateral = new BilateralTies(ImmutableList.copyOf(ties));
      bilateral.check(found);
      Checks.noFaults("Alliance network", found);
      return new AllianceNetwork(
          ImmutableSet.copyOf(all), ImmutableMap.copyOf(alliances), bilateral);
    }
  }
}
