/**
 * What is known about a country, since when, and from whom.
 *
 * <p>The entry type is {@link dev.steppe.evidence.CountryProfile}: one country at one date, with
 * plain readings and with evidence from which readings follow.
 *
 * <pre>{@code
 * CountryProfile aland = CountryProfile.builder(Country.of("AAA", "Aland"))
 *     .asOf(LocalDate.of(2022, 2, 23))
 *     .reading("border_share", 35)
 *     .reading("trade_share", Estimate.between(18, 24))
 *     .build();
 * aland.estimate("trade_share").orElseThrow().central();   // 21.0
 * }</pre>
 */
@NullMarked
package dev.steppe.evidence;

import org.jspecify.annotations.NullMarked;
