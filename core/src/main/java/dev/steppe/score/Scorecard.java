package dev.steppe.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryAtDate;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.Text;
import dev.steppe.internal.kernel.Attribution;
import dev.steppe.internal.kernel.CompiledModel;
import dev.steppe.internal.kernel.Evaluation;
import dev.steppe.model.Node;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import dev.steppe.table.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A country's score and everything it is made of. Immutable and thread-safe.
 *
 * <p>The score is an index in {@code [0, 100]}; higher is riskier. It is <em>not a
 * probability</em>: 60 does not mean "60 %", nor "twice as likely as 30". It orders countries and
 * measures, in points of one scale, how far apart they are.
 *
 * <p>Scorecards compare only within one {@linkplain #fingerprint() fingerprint}.
 *
 * <pre>{@code
 * Scorecard card = scorer.score(aland);
 * card.value();                            // 67.0
 * card.node("exposure").value();           // OptionalDouble[45.0]
 * card.contribution("treaty").points();    // 40.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Scorecard implements Comparable<Scorecard> {

  /** What every table of scores says under its rows. */
  public static final String NOT_A_PROBABILITY =
      "Scores are an index from 0 (safest) to 100 (riskiest), not a probability.";

  private final Scorer scorer;
  private final CountryProfile profile;
  private final Evaluation evaluation;
  private transient @Nullable Contributions contributions;
  private transient @Nullable ImmutableMap<String, NodeScore> nodes;

  Scorecard(Scorer scorer, CountryProfile profile, Evaluation evaluation) {
    this.scorer = scorer;
    this.profile = profile;
    this.evaluation = evaluation;
  }

  /** The score at the central value of every reading, in {@code [0, 100]}; higher is riskier. */
  public double value() {
    return evaluation.score();
  }

  /** The name of the score's class, if the model {@linkplain RiskModel#classes states} any. */
  public Optional<String> riskClass() {
    return model().classes().map(classes -> classes.of(value()));
  }

  /**
   * The least and the greatest score that the bounds of the uncertain readings allow, all at once
   * in the worst way; exact, because a score never falls when a value rises. Under {@link
   * dev.steppe.model.MissingPolicy#bound()} missing readings range over their whole scale.
   */
  public Range range() {
    return new Range(evaluation.lower(), evaluation.upper());
  }

  /** The effective weight that has data, of what applies to the country, from 0 to 1. */
  public double coverage() {
    return evaluation.coverage(compiled().root());
  }

  /** The country. */
  public Country country() {
    return profile.country();
  }

  /** The country, and the date of its profile, if it has one. */
  public CountryAtDate countryAtDate() {
    return profile.countryAtDate();
  }

  /** The profile that was scored. */
  public CountryProfile profile() {
    return profile;
  }

  /** The scorer that made this. */
  public Scorer scorer() {
    return scorer;
  }

  /** The model, with all bounds frozen. */
  public RiskModel model() {
    return scorer.model();
  }

  /** The model's {@linkplain RiskModel#fingerprint fingerprint}. */
  public String fingerprint() {
    return scorer.fingerprint();
  }

  /**
   * What was computed at a node.
   *
   * @param code of an indicator or a factor
   * @throws IllegalArgumentException if the model has no such node
   */
  public NodeScore node(String code) {
    @Nullable NodeScore found = byCode().get(model().node(code).code());
    if (found == null) {
      throw new AssertionError(code);
    }
    return found;
  }

  /** The value of a node of the model: that of {@link #node}, for which no other is made. */
  OptionalDouble valueOf(String code) {
    return NodeScore.present(evaluation.value(compiled().find(code)));
  }

  /** All nodes, each factor before its children, the root first. */
  public ImmutableList<NodeScore> nodes() {
    return byCode().values().asList();
  }

  /** All nodes in their order; found once, on first use, by any thread. */
  private ImmutableMap<String, NodeScore> byCode() {
    ImmutableMap<String, NodeScore> result = nodes;
    if (result == null) {
      ImmutableMap.Builder<String, NodeScore> found = ImmutableMap.builder();
      collect(model().root(), 0, 1.0, found);
      result = found.buildOrThrow();
      nodes = result;
    }
    return result;
  }

  private void collect(
      Node node, int depth, double above, ImmutableMap.Builder<String, NodeScore> found) {
    int number = compiled().find(node.code());
    boolean leaf = number < compiled().indicatorCount();
    boolean applies = evaluation.model().applies(number);
    double effective = above * evaluation.share(number);
    found.put(
        node.code(),
        new NodeScore(
            node,
            depth,
            leaf ? profile.readings(node.code()) : ImmutableList.of(),
            leaf ? evaluation.reading(number) : Double.NaN,
            leaf ? evaluation.treated(number) : Double.NaN,
            evaluation.value(number),
            evaluation.share(number),
            effective,
            evaluation.coverage(number),
            applies,
            leaf ? profile.notApplicable().get(node.code()) : null));
    for (Node child : node.children()) {
      collect(child, depth + 1, effective, found);
    }
  }

  /** The score of a country whose indicators are all at the safe end of their scale. */
  public double baseline() {
    return Attribution.safest(compiled(), evaluation)[compiled().root()];
  }

  /**
   * What each indicator adds to the {@linkplain #baseline() baseline}, the greatest in size first;
   * they sum to value minus baseline. Effective weight times value where the model is additive,
   * else the Owen value.
   *
   * @throws IllegalArgumentException if a factor that is no plain weighted sum has more than 20
   *     children that differ, or such factors lie so deep inside each other that it would take more
   *     than 2^25 evaluations: each doubles the work, if it has two children, and 22 are too many
   */
  public ImmutableList<Contribution> contributions() {
    return split().ofIndicators();
  }

  /** What each factor (or indicator) at the top adds, the greatest in size first. */
  public ImmutableList<Contribution> byFactor() {
    return split().ofTopLevel();
  }

  /**
   * What an indicator, or all indicators below a factor, add.
   *
   * @throws IllegalArgumentException if the model has no such node
   */
  public Contribution contribution(String code) {
    return split().of(code);
  }

  private Contributions split() {
    Contributions result = contributions;
    if (result == null) {
      CompiledModel model = compiled();
      double[] points = Attribution.fromSafest(model, evaluation);
      double[] safest = Attribution.safest(model, evaluation);
      result = new Contributions(model, points, evaluation::value, n -> safest[n]);
      contributions = result;
    }
    return result;
  }

  /**
   * The comparison of this with another: this minus other.
   *
   * @throws IllegalArgumentException if the other comes from another model or other bounds
   */
  public Comparison compareWith(Scorecard other) {
    checkComparable(other);
    return new Comparison(this, other);
  }

  void checkComparable(Scorecard other) {
    if (scorer != other.scorer && !fingerprint().equals(other.fingerprint())) {
      throw new IllegalArgumentException(
          Text.of(
              "Scores compare only within one model with the same frozen bounds, but %s"
                  + " was scored by '%s' (%s) and %s by '%s' (%s)",
              country(),
              model().name(),
              fingerprint(),
              other.country(),
              other.model().name(),
              other.fingerprint()));
    }
  }

  /**
   * By score, to the decimals of a {@link Ranking}, then country, then date; the safer is less.
   *
   * @throws IllegalArgumentException if the other comes from another model or other bounds
   */
  @Override
  public int compareTo(Scorecard other) {
    checkComparable(other);
    int byScore = Ranking.compareScores(value(), other.value());
    return byScore != 0 ? byScore : countryAtDate().compareTo(other.countryAtDate());
  }

  /**
   * The codes of the indicators that weigh and whose readings are {@linkplain
   * NodeScore#isBeyondScale beyond their scale}, in the order of the model.
   */
  public ImmutableList<String> beyondScale() {
    ImmutableList.Builder<String> codes = ImmutableList.builder();
    for (NodeScore node : nodes()) {
      if (node.isBeyondScale() && model().effectiveWeight(node.code()) > 0) {
        codes.add(node.code());
      }
    }
    return codes.build();
  }

  /**
   * The codes of the indicators with a reading of a year after that of the profile's date, or from
   * {@linkplain dev.steppe.evidence.Evidence#asOf evidence as of} a later day, so that nobody could
   * know it then; empty if the profile has no date.
   */
  public ImmutableList<String> laterThanDate() {
    return Dating.later(this);
  }

  /**
   * The codes of the indicators with a reading of the year of the profile's date, of which nobody
   * can tell whether it was known then; without those {@link #laterThanDate} and those from
   * {@linkplain dev.steppe.evidence.Evidence#asOf evidence as of} a day. Empty if the profile has
   * no date, or that of the last day of a year.
   */
  public ImmutableList<String> sameYearAsDate() {
    return Dating.sameYear(this);
  }

  /** What a reader should know of the readings, a sentence each; mostly there is nothing. */
  public ImmutableList<String> remarks() {
    return ImmutableList.copyOf(ScoreTables.remarks(this));
  }

  /** Every step from readings to the score, with nothing rounded away in its CSV form. */
  public Table trace() {
    return ScoreTables.trace(this);
  }

  /** How much of the weight rests on exact, estimated, judged, stale and missing readings. */
  public Basis basis() {
    return Basis.of(this);
  }

  /** The same as plain data, which a library for JSON writes and reads without a word about it. */
  public ScorecardRecord toRecord() {
    return ScorecardRecord.of(this);
  }

  /** The score, and value and weight of every node, as a table. */
  public Table toTable() {
    return ScoreTables.scorecard(this);
  }

  /** What every reading rests on, as a table. */
  public Table sources() {
    return BasisTables.sources(ImmutableList.of(this));
  }

  /** The effective weight of an indicator without what does not apply, before gaps. */
  double weightWithoutGaps(String code) {
    return evaluation.model().effectiveWeight(compiled().find(code));
  }

  Evaluation row() {
    return evaluation;
  }

  private CompiledModel compiled() {
    return scorer.compiled();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Scorecard other
        && profile.equals(other.profile)
        && Double.compare(value(), other.value()) == 0
        && fingerprint().equals(other.fingerprint());
  }

  @Override
  public int hashCode() {
    return Objects.hash(profile, value());
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
