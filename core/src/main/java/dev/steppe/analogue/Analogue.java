package dev.steppe.analogue;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How like a target is to one precedent, in profile and in score. Immutable.
 *
 * <p>Both are told as distances and as ranks among the precedents of {@link Analogues}: rank 1 is
 * the most similar one, and precedents that are equally near share the lowest rank.
 *
 * @since 0.1
 */
public final class Analogue {

  private final Scorecard target;
  private final Scorecard precedent;
  private final double gower;
  private final double overlap;
  private final double mahalanobis;
  private final int profileRank;
  private final int scoreRank;
  private final int precedents;
  private final ImmutableList<Difference> differences;

  Analogue(
      Scorecard target,
      Scorecard precedent,
      double gower,
      double overlap,
      double mahalanobis,
      int profileRank,
      int scoreRank,
      int precedents,
      ImmutableList<Difference> differences) {
    this.target = target;
    this.precedent = precedent;
    this.gower = gower;
    this.overlap = overlap;
    this.mahalanobis = mahalanobis;
    this.profileRank = profileRank;
    this.scoreRank = scoreRank;
    this.precedents = precedents;
    this.differences = differences;
  }

  /**
   * How far a target is from a precedent in one indicator that both have.
   *
   * @param indicator the indicator
   * @param reading the target's reading, in the indicator's unit
   * @param precedentReading the precedent's reading
   * @param value the target's normalised value, from 0 to 100, higher is riskier
   * @param precedentValue the precedent's normalised value
   * @param distance what the indicator adds to the Gower distance; the parts of all indicators sum
   *     to it
   */
  public record Difference(
      Indicator indicator,
      double reading,
      double precedentReading,
      double value,
      double precedentValue,
      double distance) {

    /** Checks that there is an indicator. */
    public Difference {
      requireNonNull(indicator, "indicator");
    }

    /** The target's value minus the precedent's, in points: positive if the target is riskier. */
    public double points() {
      return value - precedentValue;
    }

    /** The name and the signed points, such as {@code Gas imports +12}. */
    @Override
    public String toString() {
      return Text.printable(indicator.name()) + " " + Decimals.signed(points(), 0);
    }
  }

  /** The country that is compared with precedents. */
  public Scorecard target() {
    return target;
  }

  /** The precedent. */
  public Scorecard precedent() {
    return precedent;
  }

  /**
   * The distance of the profiles, from 0 (alike) to 1: the weighted mean, over the indicators that
   * both have, of the absolute difference of the values as a share of their range. The range is 100
   * points, so 0.12 is 12 points apart on average, unless {@link Precedents#withSampleRange()} sets
   * another. Gower (1971), <i>A general coefficient of similarity and some of its properties</i>,
   * Biometrics 27, 857-871, <a href="https://doi.org/10.2307/2528823">doi:10.2307/2528823</a>; this
   * is 1 minus his similarity for quantitative characters.
   */
  public double gower() {
    return gower;
  }

  /** The share of the compared weight for which both have values: what the distance rests on. */
  public double overlap() {
    return overlap;
  }

  /**
   * The Mahalanobis distance of the profiles, at least 0, in standard deviations: differences in
   * indicators that usually move together count once, and unusual combinations count more. It rests
   * on {@link Analogues#commonIndicators()} and knows no weights; see {@link
   * Analogues#shrinkage()}. Empty if there is no covariance to be had.
   */
  public OptionalDouble mahalanobis() {
    return Double.isNaN(mahalanobis) ? OptionalDouble.empty() : OptionalDouble.of(mahalanobis);
  }

  /** The target's score minus the precedent's, in points: positive if the target is riskier. */
  public double scoreDifference() {
    return target.value() - precedent.value();
  }

  /** The rank by Gower's distance, from 1, the nearest. */
  public int profileRank() {
    return profileRank;
  }

  /** The rank by the absolute difference of the scores, from 1, the nearest. */
  public int scoreRank() {
    return scoreRank;
  }

  /** The differences of the indicators that both have; first what adds most to the distance. */
  public ImmutableList<Difference> differences() {
    return differences;
  }

  /** Indicator by indicator, the readings, the values and what they add to the distance. */
  public Table toTable() {
    Table.Builder table =
        Table.titled(Text.of("%s minus %s", name(target), name(precedent)))
            .text("Indicator")
            .text("Unit")
            .number("Reading", 2)
            .number("Then", 2)
            .number("Value", 1)
            .number("Value then", 1)
            .signed("Points", 1)
            .number("Distance", 3);
    for (Difference difference : differences) {
      table.row(
          difference.indicator().name(),
          difference.indicator().unit(),
          difference.reading(),
          difference.precedentReading(),
          difference.value(),
          difference.precedentValue(),
          difference.points(),
          difference.distance());
    }
    if (overlap < 1) {
      table.note(
          Text.of(
              "Rests on %s %% of the compared weight: the rest is missing in one of both.",
              Decimals.percent(overlap, 0)));
    }
    double[] distances = differences.stream().mapToDouble(Difference::distance).toArray();
    if (!RoundedParts.addUp(3, gower, distances)) {
      table.note(RoundedParts.note("Distances"));
    }
    return table
        .note(toString())
        .note("Distance: what the indicator adds to the distance of the profiles, from 0 to 1.")
        .build();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof Analogue other
        && target.equals(other.target)
        && precedent.equals(other.precedent)
        && Double.compare(gower, other.gower) == 0
        && Double.compare(overlap, other.overlap) == 0
        && Double.compare(mahalanobis, other.mahalanobis) == 0
        && profileRank == other.profileRank
        && scoreRank == other.scoreRank
        && precedents == other.precedents
        && differences.equals(other.differences);
  }

  @Override
  public int hashCode() {
    return Objects.hash(target, precedent, gower);
  }

  /** One sentence: how near in profile, how near in score, and which of both is nearer. */
  @Override
  public String toString() {
    String nearer =
        profileRank == scoreRank
            ? "as near in profile as in score"
            : profileRank < scoreRank
                ? "nearer in profile than in score"
                : "nearer in score than in profile";
    return Text.printable(
        Text.of(
            "%s and %s: by profile rank %s of %s (distance %s), by score rank %s (%s points); %s.",
            name(target),
            name(precedent),
            profileRank,
            precedents,
            Decimals.fixed(gower, 3),
            scoreRank,
            Decimals.signed(scoreDifference(), 1),
            nearer));
  }

  private static String name(Scorecard card) {
    return card.countryAtDate().name();
  }
}
