/**
 * What the judgement says of countries, and why.
 *
 * <p>The entry type is {@link dev.steppe.score.Scorer}, which applies a model to profiles.
 *
 * <pre>{@code
 * Scorer scorer = Scorer.of(model);
 * Scorecard card = scorer.score(aland);
 * card.value();                             // from 0 to 100, 100 is riskiest; not a probability
 * scorer.compare(aland, bland).difference();   // first minus second, in points
 * }</pre>
 */
@NullMarked
package dev.steppe.score;

import org.jspecify.annotations.NullMarked;
