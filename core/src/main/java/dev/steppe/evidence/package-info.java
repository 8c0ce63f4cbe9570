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
 *
 * <p>Three kinds of evidence come with the library: {@link dev.steppe.evidence.EthnicDistribution},
 * {@link dev.steppe.evidence.AllianceTies} in an {@link dev.steppe.evidence.AllianceNetwork}, and
 * {@link dev.steppe.evidence.TradePartners}, which {@link dev.steppe.evidence.EvidenceCsv} reads
 * from CSV. A {@link dev.steppe.evidence.Dataset} holds the profiles of several countries and reads
 * them from CSV; a {@link dev.steppe.evidence.Join} makes one of several. {@link
 * dev.steppe.evidence.CsvFormat} and {@link dev.steppe.evidence.CsvLayout} say how files of others
 * are read.
 */
@NullMarked
package dev.steppe.evidence;

import org.jspecify.annotations.NullMarked;
