package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.analysis.Sampling;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Lookup;
import dev.steppe.internal.Text;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Ranking;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From one version of an index to the next: every change of the model, of the readings and of who
 * is ranked, what became of scores and ranks, and the part of each change in that. Immutable.
 *
 * <pre>{@code
 * RiskModel next = model.withWeight("protection", 0.6);
 * Revision revision = Revision.of(scorer.rank(dataset), Scorer.of(next).rank(revisedData));
 * revision.changes();                          // what changed, numbered
 * revision.country("KAZ").parts();             // the part of each, in points and in places
 * System.out.println(revision.changelog("1", "2"));
 * }</pre>
 *
 * <p><em>The parts.</em> What a change adds depends on which others are made, so it gets its Owen
 * value: the mean of what it adds to those before it, over all orders in which the changes of the
 * model stay together, those of the readings do, and who is ranked comes at some place. The parts
 * sum to the difference of the scores, and to that of the ranks; what the model and the readings do
 * is the mean of doing the one first and the other first, however finely either is cut up. A change
 * that moves nothing has the part 0; the way back has the same parts with the other sign. With up
 * to {@value #MOST_EXACT} changes of a kind they are exact; with more they are estimates from
 * {@value #PAIRS} random orders and their reverses, with a standard error, and sum to the
 * differences all the same. Every state on the way is a model that scores profiles like any other.
 *
 * <p><em>The changes.</em> A weight, a direction, an aggregation is a change of its own; domain,
 * treatment and scale of an indicator are one, as each means something for the others only. So are
 * the readings of one indicator, of all countries. A node is added, removed or moved with all that
 * comes, goes or moves along, its weight and its readings among that. Readings in another unit are
 * one change with the scale for it. Weights are relative: where a factor's weights were all divided
 * by something, its other children have made room for a new one and did not change; see {@link
 * ModelChange} for the weights as stated, and the effective ones. What leaves no score by itself
 * (nothing is left in a factor, a reading is missing that must not be) is joined with what it
 * needs.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-45494-3_7">Owen (1977), Values of games with a
 *     priori unions</a>
 * @see <a href="https://doi.org/10.1007/s10888-011-9214-z">Shorrocks (2013), Decomposition
 *     procedures for distributional analysis</a>
 * @see <a href="https://doi.org/10.1016/j.cor.2008.04.004">Castro, Gomez and Tejada (2009),
 *     Polynomial calculation of the Shapley value based on sampling</a>
 * @since 0.1
 */
public final class Revision {

  /** The most changes of a kind that are told apart exactly. */
  public static final int MOST_EXACT = 10;

  /** The pairs of orders that are drawn when there are more. */
  public static final int PAIRS = 50;

  private static final SampleDesign DEFAULT = SampleDesign.random(PAIRS);

  private final Ranking before;
  private final Ranking after;
  private final ModelDifference model;
  private final DataDifference data;
  private final ImmutableList<RevisionChange> changes;
  private final ImmutableList<CountryRevision> countries;
  private final @Nullable SampleDesign design;

  private Revision(
      Ranking before, Ranking after, @Nullable SampleDesign asked, Execution execution) {
    this.before = before;
    this.after = after;
    ModelComparison comparison = new ModelComparison(model(before), model(after));
    this.model = new ModelDifference(comparison);
    this.data = DataDifference.of(profiles(before), profiles(after));
    RevisionGame game = new RevisionGame(comparison, data, before, after);
    if (game.countries().isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "A revision is of countries in both rankings, but none is: before %s, after %s",
              before.countries(), after.countries()));
    }
    RevisionSplit split = RevisionSplit.of(game, asked, MOST_EXACT, DEFAULT, execution);
    this.design = split.design();
    this.changes = changes(game, split);
    this.countries = countries(game, split);
  }

  /**
   * Explains how one ranking became another. Where there are too many changes for the exact answer,
   * the seed is {@value SampleDesign#DEFAULT_SEED}.
   *
   * @param before the earlier ranking, such as {@code panel.ranking(date)}
   * @param after the later ranking
   * @throws IllegalArgumentException if nothing is ranked, a country is ranked at several dates, no
   *     country is in both, or the rankings have different tie rules
   */
  public static Revision of(Ranking before, Ranking after) {
    return of(before, after, Execution.onAllProcessors());
  }

  /**
   * As {@link #of(Ranking, Ranking)}, run in a stated way. The parts have the same bits.
   *
   * @param execution on how many threads; its progress hears of steps of unlike size
   * @throws IllegalArgumentException as {@link #of(Ranking, Ranking)}
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static Revision of(Ranking before, Ranking after, Execution execution) {
    check(before, after);
    return new Revision(before, after, null, requireNonNull(execution, "execution"));
  }

  /**
   * Explains it by random orders, however many changes there are.
   *
   * @param design of the orders: at random, at least 2, each of which is used forwards and
   *     backwards
   * @throws IllegalArgumentException if the design is another, and as {@link #of(Ranking, Ranking)}
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public static Revision sampled(
      Ranking before, Ranking after, SampleDesign design, Execution execution) {
    if (design.sampling() != Sampling.RANDOM || design.size() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Orders are sampled at random, at most 2147483647 of them, not " + design);
    }
    if (design.size() < 2) {
      throw new IllegalArgumentException(
          "A standard error needs at least 2 pairs of orders, but there are " + design.size());
    }
    check(before, after);
    return new Revision(before, after, design, requireNonNull(execution, "execution"));
  }

  private static void check(Ranking before, Ranking after) {
    List<String> faults = new ArrayList<>();
    if (before.size() == 0) {
      faults.add("the earlier ranking has no countries");
    }
    if (after.size() == 0) {
      faults.add("the later ranking has no countries");
    }
    if (before.tieRule() != after.tieRule()) {
      faults.add(
          Text.of(
              "ranks of equal scores are %s before and %s after. Give both one rule:"
                  + " ranking.withTieRule(rule)",
              before.tieRule(), after.tieRule()));
    }
    Checks.noFaults("Revision", faults);
  }

  private static RiskModel model(Ranking ranking) {
    return ranking.entries().get(0).scorecard().model();
  }

  private static List<CountryProfile> profiles(Ranking ranking) {
    return ranking.entries().stream().map(entry -> entry.scorecard().profile()).toList();
  }

  private static ImmutableList<RevisionChange> changes(RevisionGame game, RevisionSplit split) {
    ImmutableList.Builder<RevisionChange> changes = ImmutableList.builder();
    int number = 1;
    for (BitSet player : split.players()) {
      changes.add(change(game, split, player, number++));
    }
    return changes.build();
  }

  private static RevisionChange change(
      RevisionGame game, RevisionSplit split, BitSet player, int number) {
    List<ModelChange> ofModel = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    boolean ofCountries = false;
    Set<String> restated = Set.of();
    for (int i : player.stream().toArray()) {
      String name = game.switches().get(i);
      if (game.isOfModel(i)) {
        ofModel.addAll(game.model().switches().getOrDefault(name, List.of()));
        restated = name.equals(ModelComparison.RESTATED) ? game.model().restatedUnits() : restated;
      } else if (game.isOfCountries(i)) {
        ofCountries = true;
      } else {
        codes.add(RevisionGame.codeOfReadings(name));
      }
    }
    List<ReadingChange> own =
        game.data().counting().stream().filter(change -> codes.contains(change.code())).toList();
    // Readings that come and go with an indicator.
    ofModel.stream()
        .filter(change -> change.aspect() == ModelAspect.NODE)
        .forEach(change -> codes.add(change.code()));
    ImmutableList<ReadingChange> all =
        game.data().counting().stream()
            .filter(change -> codes.contains(change.code()))
            .collect(ImmutableList.toImmutableList());
    DataDifference data = game.data();
    RevisionChange.Kind kind = split.kind(player);
    return new RevisionChange(
        number,
        kind,
        RevisionText.what(
            ofModel,
            own,
            restated,
            ofCountries ? data.added() : List.of(),
            ofCountries ? data.removed() : List.of()),
        ImmutableList.copyOf(ofModel),
        all,
        ofCountries ? data.added() : ImmutableList.of(),
        ofCountries ? data.removed() : ImmutableList.of());
  }

  private ImmutableList<CountryRevision> countries(RevisionGame game, RevisionSplit split) {
    ImmutableList.Builder<CountryRevision> countries = ImmutableList.builder();
    int size = game.countries().size();
    for (int c = 0; c < size; c++) {
      ImmutableList.Builder<CountryRevision.Part> parts = ImmutableList.builder();
      for (RevisionChange change : changes) {
        double[] values = split.parts[change.number() - 1];
        double[] errors = split.standardErrors[change.number() - 1];
        parts.add(
            new CountryRevision.Part(
                change, values[c], errors[c], values[size + c], errors[size + c]));
      }
      String code = game.countries().get(c);
      countries.add(new CountryRevision(before.entry(code), after.entry(code), parts.build()));
    }
    return countries.build();
  }

  /** The earlier ranking. */
  public Ranking before() {
    return before;
  }

  /** The later ranking. */
  public Ranking after() {
    return after;
  }

  /** All that differs between the models, texts too. */
  public ModelDifference model() {
    return model;
  }

  /** All that differs between the readings, sources too. */
  public DataDifference data() {
    return data;
  }

  /** What differs between the rankings, with the countries that are in one only. */
  public RankingDifference ranking() {
    return RankingDifference.of(before, after);
  }

  /** The changes that are told apart: of the model, of the readings, of who is ranked. */
  public ImmutableList<RevisionChange> changes() {
    return changes;
  }

  /** The countries that are in both rankings, in the order of the later one. */
  public ImmutableList<CountryRevision> countries() {
    return countries;
  }

  /**
   * What became of a country.
   *
   * @param code the country's code
   * @throws IllegalArgumentException if it is not in both rankings
   */
  public CountryRevision country(String code) {
    return countries.get(
        Lookup.place(
            "Country",
            code,
            Lists.transform(countries, one -> one.country().code()),
            Lists.transform(countries, one -> one.country().name()),
            "is not in both rankings"));
  }

  /** Whether the parts are exact. */
  public boolean isExact() {
    return design == null;
  }

  /** How orders were sampled; empty if the parts are exact. */
  public Optional<SampleDesign> design() {
    return Optional.ofNullable(design);
  }

  /** What became of each country, and by what, as a table. */
  public Table toTable() {
    return RevisionTables.countries(this);
  }

  /** Each change with what it did to all countries, as a table. */
  public Table changeTable() {
    return RevisionTables.changes(this);
  }

  /** The points of each change for each country, as a table with a column a change. */
  public Table partTable() {
    return RevisionTables.parts(this);
  }

  /**
   * What changed from one version of the index to the next, and what it did: a text in Markdown, to
   * be passed on with the later one. The wording may change between releases.
   *
   * @param from what the earlier version is called, such as {@code 2022}
   * @param to what the later version is called
   */
  public String changelog(String from, String to) {
    return Changelog.of(
        this, Checks.notBlank(from, "earlier version"), Checks.notBlank(to, "later version"));
  }

  /** The same as plain data, which a library for JSON writes and reads without a word about it. */
  public RevisionRecord toRecord() {
    return RevisionRecord.of(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Revision other
        && before.equals(other.before)
        && after.equals(other.after)
        && countries.equals(other.countries);
  }

  @Override
  public int hashCode() {
    return 31 * before.hashCode() + after.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
