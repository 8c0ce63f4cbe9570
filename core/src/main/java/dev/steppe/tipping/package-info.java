/**
 * What would it take: the least changes of readings, or the least sets of scenarios, that bring a
 * country to a score or past another country.
 *
 * <p>The entry type is {@link dev.steppe.tipping.TippingPoint}; whether one country could be the
 * next other is asked with {@link dev.steppe.tipping.Resemblance}.
 *
 * <pre>{@code
 * TippingPoint.of(scorer, kazakhstan).toReach(ukraine);         // one reading alone, or all together
 * }</pre>
 */
@NullMarked
package dev.steppe.tipping;

import org.jspecify.annotations.NullMarked;
