package dev.steppe.analogue;

import static java.util.Objects.requireNonNull;

import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.Text;
import dev.steppe.statistics.PValue;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.OptionalDouble;

/**
 * Is a profile nearer to a precedent's than chance would have it?
 *
 * <p><b>The null.</b> The target stays as it is. The values of each indicator are shuffled among
 * the precedents that have one, each indicator on its own; so a pseudo-profile stands in the place
 * of each precedent, made of values that occur but that need not occur together. The p-value is the
 * share of shuffles in which the pseudo-profile in the precedent's place comes as near to the
 * target, by Gower's distance, as the precedent does. It holds for a precedent that was chosen
 * <em>before</em> looking.
 *
 * <p><b>Having looked.</b> The nearest of 56 precedents is near by selection. {@link
 * #adjustedPValue()} compares with the nearest of all pseudo-profiles in each shuffle, so it may be
 * read after a search through all of them (the step of Westfall and Young 1993, <i>Resampling-based
 * multiple testing</i>, with one common statistic).
 *
 * <p><b>What a small value says</b> is that the precedent has the target's <em>combination</em> of
 * values, more than countries would if indicators had nothing to do with each other. Real
 * indicators hang together: where rich countries are alike in ten indicators at once, two of them
 * are nearer than shuffled values. And dates of one country are no independent witnesses. So set
 * beside it the plain {@link #shareOfPairs()}: how many pairs of real countries are as near. It
 * assumes nothing, and is no p-value.
 *
 * @param analogue the precedent in question
 * @param pValue for this precedent alone
 * @param adjustedPValue for this precedent as one of all
 * @param pairsAsNear how many pairs of different countries, of the target and all precedents, have
 *     a Gower distance of no more than this one
 * @param pairs how many such pairs there are that have enough in common
 * @param design the shuffles: how many, from which seed
 * @since 0.1
 */
public record ProximityTest(
    Analogue analogue,
    PValue pValue,
    PValue adjustedPValue,
    int pairsAsNear,
    int pairs,
    SampleDesign design) {

  /** Checks that nothing is null. */
  public ProximityTest {
    requireNonNull(analogue, "analogue");
    requireNonNull(pValue, "pValue");
    requireNonNull(adjustedPValue, "adjustedPValue");
    requireNonNull(design, "design");
  }

  /**
   * The share of pairs of different countries that are as near as this one or nearer, exact; empty
   * if there is no such pair, as when a country is compared with its own past only.
   */
  public OptionalDouble shareOfPairs() {
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) pairsAsNear / pairs);
  }

  /** The figures as a table. */
  public Table toTable() {
    return Table.titled(
            Text.of(
                "Is %s nearer to %s than by chance?",
                analogue.target().countryAtDate().name(),
                analogue.precedent().countryAtDate().name()))
        .text("Figure")
        .number("Value", 4)
        .text("How")
        .row("Gower distance", analogue.gower(), "from 0, alike, to 1")
        .row("p-value", pValue.value(), "chosen beforehand; " + pValue.how())
        .row(
            "p-value, adjusted",
            adjustedPValue.value(),
            "after a look at all precedents; " + adjustedPValue.how())
        .row(
            "Pairs as near",
            shareOfPairs(),
            Text.of(
                "%,d of %s of different countries",
                pairsAsNear, Text.count(pairs, "pair", "pairs")))
        .note(Text.of("%s from seed %s.", permutations(), design.seed()))
        .build();
  }

  private String permutations() {
    return Text.count(design.size(), "permutation", "permutations");
  }

  /** A few sentences. */
  @Override
  public String toString() {
    String shares =
        pairs == 0
            ? ""
            : Text.of(
                "\n%s %% of %s of different countries are as near as this one.",
                Decimals.percent((double) pairsAsNear / pairs, 1),
                (pairs == 1 ? "the " : "all ") + Text.count(pairs, "pair", "pairs"));
    return Text.printable(
        Text.of(
            """
        Is the profile of %s nearer to that of %s than by chance?
        Distance %s; p = %s if it was chosen beforehand,
        p = %s if all precedents were looked at (%s, seed %s).%s""",
            analogue.target().countryAtDate().name(),
            analogue.precedent().countryAtDate().name(),
            Decimals.fixed(analogue.gower(), 3),
            pValue,
            adjustedPValue,
            permutations(),
            design.seed(),
            shares));
  }
}
