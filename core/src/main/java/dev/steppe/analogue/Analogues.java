package dev.steppe.analogue;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.analysis.Progress;
import dev.steppe.internal.Lookup;
import dev.steppe.internal.Text;
import dev.steppe.internal.math.ShrunkenCovariance;
import dev.steppe.model.Indicator;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The precedents of a target, by similarity of profile and by similarity of score. Immutable and
 * thread-safe. Scores are indices, not probabilities; distances are comparable within this result.
 *
 * <p>{@link Precedents} tells what is compared, and how.
 *
 * @since 0.1
 */
public final class Analogues {

  private final SimilaritySpace space;
  private final CommonGround ground;

  /** In the order of the space's precedents. */
  private final ImmutableList<Analogue> all;

  private final ImmutableList<Analogue> byProfile;
  private final ImmutableList<Analogue> byScore;
  private transient @Nullable PermutationNull permutations;
  private transient @Nullable ImmutableDoubleArray pairs;

  Analogues(SimilaritySpace space) {
    this.space = space;
    this.ground = CommonGround.of(space);
    this.all = Matching.all(space, ground);
    this.byProfile =
        ImmutableList.sortedCopyOf(Comparator.comparingInt(Analogue::profileRank), all);
    this.byScore = ImmutableList.sortedCopyOf(Comparator.comparingInt(Analogue::scoreRank), all);
  }

  /** The country that is compared. */
  public Scorecard target() {
    return space.target.card();
  }

  /** All precedents, the most similar profile first; of equal ones in order of country and date. */
  public ImmutableList<Analogue> byProfile() {
    return byProfile;
  }

  /** All precedents, the most similar score first; of equal ones in order of country and date. */
  public ImmutableList<Analogue> byScore() {
    return byScore;
  }

  /** All precedents by Mahalanobis distance, the nearest first; empty if there is none. */
  public ImmutableList<Analogue> byMahalanobis() {
    return ground.covariance() == null
        ? ImmutableList.of()
        : ImmutableList.sortedCopyOf(
            Comparator.comparingDouble(analogue -> analogue.mahalanobis().orElseThrow()),
            byProfile);
  }

  /** The precedent with the most similar profile, by Gower's distance. */
  public Analogue nearest() {
    return byProfile.get(0);
  }

  /** The precedent with the most similar score. */
  public Analogue nearestByScore() {
    return byScore.get(0);
  }

  /**
   * A precedent at a date.
   *
   * @param country the code of the country
   * @param date the date of the profile
   * @throws IllegalArgumentException if the target is not compared with it
   */
  public Analogue analogue(String country, LocalDate date) {
    requireNonNull(country, "country");
    requireNonNull(date, "date");
    List<String> labels =
        Lists.transform(all, analogue -> analogue.precedent().countryAtDate().label());
    return all.get(Lookup.place("Precedent", country + " " + date, labels, notCompared()));
  }

  /**
   * The only precedent of a country.
   *
   * @param country the code of the country
   * @throws IllegalArgumentException if the target is not compared with just one of that country
   */
  public Analogue analogue(String country) {
    return all.get(
        Lookup.only(
            "Country",
            country,
            Lists.transform(all, analogue -> analogue.precedent().country().code()),
            Lists.transform(all, analogue -> analogue.precedent().country().name()),
            notCompared(),
            "is compared at several dates: name the date"));
  }

  private String notCompared() {
    return "is not compared with " + target().countryAtDate().name();
  }

  /** Is the {@link #nearest()} profile nearer than chance would have it? */
  public ProximityTest test() {
    return test(nearest());
  }

  /**
   * Is a profile nearer than chance would have it? All precedents are tested in the same
   * permutations, which are drawn on first use.
   *
   * @param analogue one of this result's
   * @throws IllegalArgumentException if it is of another result
   */
  public ProximityTest test(Analogue analogue) {
    return test(analogue, Progress.none());
  }

  /**
   * As {@link #test(Analogue)}, while somebody hears how many permutations are drawn.
   *
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public ProximityTest test(Analogue analogue, Progress progress) {
    requireNonNull(analogue, "analogue");
    int index = all.indexOf(analogue);
    if (index < 0) {
      throw new IllegalArgumentException(
          Text.of(
              "An analogue is tested by the result that it comes from, but this one"
                  + " (target %s, precedent %s) is of another result",
              analogue.target().countryAtDate().name(),
              analogue.precedent().countryAtDate().name()));
    }
    PermutationNull drawn = permutations;
    if (drawn == null) {
      drawn = PermutationNull.of(space, progress);
      permutations = drawn;
    }
    ImmutableDoubleArray distances = pairs;
    if (distances == null) {
      distances = Matching.pairDistances(space);
      pairs = distances;
    }
    double limit = analogue.gower() + PermutationNull.TIE;
    int asNear = (int) distances.stream().filter(distance -> distance <= limit).count();
    return new ProximityTest(
        analogue,
        drawn.single(index),
        drawn.any(analogue.gower()),
        asNear,
        distances.length(),
        space.settings.design());
  }

  /**
   * The mixture of precedents that is most like the target.
   *
   * @throws IllegalArgumentException if there is no indicator that the target and all precedents
   *     have
   */
  public SyntheticControl syntheticControl() {
    if (ground.indicators().isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "No mixture for %s: no indicator that varies has values for it and all %s"
                  + " precedents",
              target().countryAtDate().name(), space.precedents.size()));
    }
    return Mixing.of(space, ground.indicators().toArray());
  }

  /** The indicators that Gower's distance compares, in the order of the model. */
  public ImmutableList<Indicator> indicators() {
    return space.criteria.stream()
        .map(criterion -> criterion.indicator())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Those of the {@link #indicators()} that vary and that the target and all precedents have: what
   * the Mahalanobis distance and the mixture rest on.
   */
  public ImmutableList<Indicator> commonIndicators() {
    ImmutableList.Builder<Indicator> common = ImmutableList.builder();
    ground.indicators().forEach(k -> common.add(space.criteria.get(k).indicator()));
    return common.build();
  }

  /** The precedents that have too little in common with the target. */
  public ImmutableList<Scorecard> leftOut() {
    return space.leftOut;
  }

  /**
   * The share, from 0 to 1, by which the correlations behind the Mahalanobis distance are shrunk
   * towards 0; empty if there is no such distance.
   *
   * <p>The covariance is that of the target and all precedents together. Its correlations are
   * shrunk, by as much as their sampling error calls for and without a setting to choose, after
   * Schaefer and Strimmer (2005), Statistical Applications in Genetics and Molecular Biology 4,
   * article 32, <a href="https://doi.org/10.2202/1544-6115.1175">doi:10.2202/1544-6115.1175</a>;
   * variances are left alone, so the scale of an indicator plays no part. The sampling error is
   * reckoned as if all rows were independent, so dates of one country that hardly differ make it
   * look smaller than it is.
   */
  public OptionalDouble shrinkage() {
    ShrunkenCovariance covariance = ground.covariance();
    return covariance == null ? OptionalDouble.empty() : OptionalDouble.of(covariance.intensity());
  }

  /** What a reader should know about this comparison: what was left out, and what is weak. */
  public ImmutableList<String> notes() {
    return AnalogueText.of(space, ground);
  }

  /** Which precedent is nearest in profile, which in score, and whether it is the same one. */
  public String summary() {
    return AnalogueTables.summary(this);
  }

  /** The fingerprint of the model, by which all scores and values were made. */
  public String fingerprint() {
    return target().fingerprint();
  }

  /** All precedents, the most similar profile first, as a table. */
  public Table toTable() {
    return toTable(byProfile.size());
  }

  /**
   * The precedents with the most similar profiles, as a table.
   *
   * @param atMost how many, at least 1
   * @throws IllegalArgumentException if it is less than 1
   */
  public Table toTable(int atMost) {
    if (atMost < 1) {
      throw new IllegalArgumentException(
          "Count of precedents to show must be at least 1, but was " + atMost);
    }
    return AnalogueTables.table(this, atMost);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Analogues other
        && all.equals(other.all)
        && space.settings.equals(other.space.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(all, space.settings);
  }

  /** The nearest ten precedents, as text. */
  @Override
  public String toString() {
    return toTable(10).toString();
  }
}
