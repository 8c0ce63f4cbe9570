package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.internal.math.WilsonInterval;
import dev.steppe.internal.tally.ScoreHistogram;
import dev.steppe.model.Range;
import dev.steppe.model.RiskClasses;

/**
 * How probable each class of a country is: the share of draws whose score is in it (class
 * acceptability index). It is a statement about readings and weights that were drawn, not about
 * events in the world.
 *
 * <p>Under {@link dev.steppe.model.MissingPolicy#bound()} a missing reading stands in the middle of
 * its scale here, as in quantiles.
 *
 * <p>Draws are counted in steps of 0.01 points. Those in a step that holds a cut point may be on
 * either side of it: half of them count for each, and the interval reaches from what the draws say
 * if none of them is in the class to what they say if all are.
 *
 * @param country the country
 * @param classes the classes
 * @param shares the probability of each class, the safest first; they sum to 1
 * @see <a href="https://doi.org/10.1016/j.ejor.2007.09.008">Tervonen, Figueira, Lahdelma, Almeida
 *     Dias, Salminen (2009), A stochastic method for robustness analysis in sorting problems.
 *     European Journal of Operational Research 192, 236-242</a>
 * @since 0.1
 */
public record ClassAcceptability(
    Country country, RiskClasses classes, ImmutableList<Probability> shares) {

  /**
   * The probability of a class.
   *
   * @throws IllegalArgumentException if there is no such class
   */
  public Probability share(String name) {
    return shares.get(classes.indexOf(name));
  }

  /** The most probable class; of equally probable ones the riskiest. */
  public String likeliest() {
    int best = 0;
    for (int i = 1; i < shares.size(); i++) {
      best = shares.get(i).value() >= shares.get(best).value() ? i : best;
    }
    return classes.names().get(best);
  }

  static ClassAcceptability of(ScoreDistribution score, RiskClasses classes) {
    ImmutableList.Builder<Probability> shares = ImmutableList.builder();
    Range possible = score.possible();
    int least = classes.indexOf(possible.lower());
    int most = classes.indexOf(possible.upper());
    long draws = score.counts().stream().sum();
    Below under = new Below(0, 0);
    for (int i = 0; i < classes.names().size(); i++) {
      boolean top = i == classes.cuts().length();
      Below over =
          top || i >= most
              ? new Below(draws, draws)
              : i < least ? new Below(0, 0) : below(score, classes.cuts().get(i));
      shares.add(
          least == most
              ? Probability.exactly(i == least ? 1 : 0)
              : between(under, over, draws, score.z()));
      under = over;
    }
    return new ClassAcceptability(score.country(), classes, shares.build());
  }

  /** How many draws are below a cut point, at least and at most. */
  private record Below(long surely, long maybe) {

    double middle() {
      return (surely + maybe) / 2.0;
    }
  }

  private static Below below(ScoreDistribution score, double cut) {
    int step = (int) Math.rint(cut * ScoreHistogram.STEPS);
    long surely = score.counts().stream().limit(step).sum();
    return new Below(surely, surely + score.counts().get(step));
  }

  private static Probability between(Below under, Below over, long draws, double z) {
    long fewest = Math.max(0, over.surely - under.maybe);
    long most = over.maybe - under.surely;
    return new Probability(
        (over.middle() - under.middle()) / draws,
        WilsonInterval.of(fewest, draws, z).lower(),
        WilsonInterval.of(most, draws, z).upper(),
        false);
  }
}
