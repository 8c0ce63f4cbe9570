/**
 * Is this country now like that country then?
 *
 * <p>Two questions hide in "who looks like Ukraine did?": who has a similar <em>score</em>, and who
 * has a similar <em>profile</em>, that is similar values of the indicators behind the score. Very
 * different profiles can have one score. Both are answered here, side by side.
 *
 * <p>The entry type is {@link dev.steppe.analogue.Precedents}: the country-dates to compare with.
 *
 * <pre>{@code
 * Precedents precedents = Precedents.of(scorer, profilesOfManyDates);
 * Analogues analogues = precedents.analoguesOf(kazakhstan);
 * analogues.nearest();          // the precedent with the most similar profile
 * analogues.nearestByScore();   // the precedent with the most similar score
 * analogues.test();             // is the nearest profile nearer than chance would have it?
 * analogues.syntheticControl(); // Kazakhstan = 0.42 of this precedent + 0.31 of that + ...
 * }</pre>
 */
@NullMarked
package dev.steppe.analogue;

import org.jspecify.annotations.NullMarked;
