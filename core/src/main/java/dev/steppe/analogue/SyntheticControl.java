package dev.steppe.analogue;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.RoundedParts;
import dev.steppe.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mixture of precedents whose profile is nearest to a target's: weights of at least 0 that sum
 * to 1, as in the synthetic control method of Abadie, Diamond and Hainmueller (2010), <i>Synthetic
 * control methods for comparative case studies</i>, Journal of the American Statistical Association
 * 105, 493-505, <a href="https://doi.org/10.1198/jasa.2009.ap08746">
 * doi:10.1198/jasa.2009.ap08746</a>. Immutable.
 *
 * <p>Minimises {@code sum(w_k ((x_k - y_k) / r_k)^2)} for the target's values x and the mixture's
 * values y, over the indicators that the target and all precedents have, with the weights w
 * (summing to 1 over those indicators) and the ranges r of Gower's distance. Solved by Wolfe's
 * (1976) method for the nearest point of a polytope, to rounding; {@link #gap()} bounds what is
 * left.
 *
 * <p>The mixture's <em>profile</em> is unique; the <em>weights</em> need not be, above all where
 * there are more precedents than indicators: the same profile may be mixed in several ways ({@link
 * #isUnique()}). Then the weights are those of the method, which starts from the nearest precedent
 * and never uses more precedents than indicators plus one. They are one way to describe the target,
 * and no measure of how like each precedent is to it: see {@link Analogue} for that.
 *
 * @since 0.1
 */
public final class SyntheticControl {

  private final Scorecard target;
  private final ImmutableList<Part> parts;
  private final ImmutableList<Residual> residuals;
  private final double distance;
  private final double gap;
  private final double explained;
  private final boolean unique;

  SyntheticControl(
      Scorecard target,
      ImmutableList<Part> parts,
      ImmutableList<Residual> residuals,
      double distance,
      double gap,
      double explained,
      boolean unique) {
    this.target = target;
    this.parts = parts;
    this.residuals = residuals;
    this.distance = distance;
    this.gap = gap;
    this.explained = explained;
    this.unique = unique;
  }

  /**
   * A precedent in the mixture.
   *
   * @param precedent the precedent
   * @param weight its weight, above 0, to 1
   */
  public record Part(Scorecard precedent, double weight) {

    /** Checks that there is a precedent. */
    public Part {
      requireNonNull(precedent, "precedent");
    }
  }

  /**
   * What the mixture leaves unexplained of an indicator.
   *
   * @param indicator the indicator
   * @param value the target's normalised value, from 0 to 100
   * @param mixture the mixture of the precedents' values
   */
  public record Residual(Indicator indicator, double value, double mixture) {

    /** Checks that there is an indicator. */
    public Residual {
      requireNonNull(indicator, "indicator");
    }

    /** The target's value minus the mixture's, in points. */
    public double points() {
      return value - mixture;
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /** The country that is described. */
  public Scorecard target() {
    return target;
  }

  /** The precedents with weight, the greatest first; their weights sum to 1. */
  public ImmutableList<Part> parts() {
    return parts;
  }

  /** The residuals by indicator, in the order of the model. */
  public ImmutableList<Residual> residuals() {
    return residuals;
  }

  /**
   * The distance of the target from the mixture, from 0 to 1: the weighted root mean square of the
   * residuals as shares of the ranges.
   */
  public double distance() {
    return distance;
  }

  /** The optimality gap: the least possible distance is at most this much below. */
  public double gap() {
    return gap;
  }

  /**
   * The share of the target's profile that the mixture explains, from 0 to 1: {@code 1 - (d / m)^2}
   * with the distance d of the mixture and the distance m of the plain mean of all precedents.
   */
  public double explained() {
    return explained;
  }

  /** Whether no other weights give the same profile. */
  public boolean isUnique() {
    return unique;
  }

  /** The mixture as one line, such as {@code Bland = 0.75 Aland + 0.25 Cland}. */
  public String equation() {
    List<String> terms = new ArrayList<>();
    for (Part part : parts) {
      terms.add(Decimals.fixed(part.weight(), 2) + " " + part.precedent().countryAtDate().name());
    }
    return target.countryAtDate().name() + " = " + String.join(" + ", terms);
  }

  /** The residuals, and the mixture beneath, as a table. */
  public Table toTable() {
    Table.Builder table =
        Table.titled(target.countryAtDate().name() + " as a mixture of precedents")
            .text("Indicator")
            .number("Value", 1)
            .number("Mixture", 1)
            .signed("Residual", 1);
    for (Residual residual : residuals) {
      table.row(
          residual.indicator().name(), residual.value(), residual.mixture(), residual.points());
    }
    if (!RoundedParts.addUp(2, 1, parts.stream().mapToDouble(Part::weight).toArray())) {
      table.note(RoundedParts.note("Weights"));
    }
    return table
        .note(equation())
        .note(
            Text.of(
                "Distance %s; explains %s %% of the profile, against the mean of all precedents.",
                Decimals.fixed(distance, 3), Decimals.percent(explained, 0)))
        .note(
            unique
                ? "No other weights give this mixture."
                : "Other weights give the same mixture: these are one way to describe it.")
        .build();
  }

  /** The precedents and their weights, as a table. */
  public Table partTable() {
    Table.Builder table =
        Table.titled(Text.of("What %s is a mixture of", target.countryAtDate().name()))
            .text("Precedent")
            .number("Weight", 3)
            .bar("0..1", 0, 1, 20);
    for (Part part : parts) {
      table.row(part.precedent().countryAtDate().name(), part.weight(), part.weight());
    }
    if (!RoundedParts.addUp(3, 1, parts.stream().mapToDouble(Part::weight).toArray())) {
      table.note(RoundedParts.note("Weights"));
    }
    return table.build();
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof SyntheticControl other
        && target.equals(other.target)
        && parts.equals(other.parts)
        && residuals.equals(other.residuals)
        && Double.compare(explained, other.explained) == 0
        && unique == other.unique;
  }

  @Override
  public int hashCode() {
    return Objects.hash(target, parts);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
