/**
 * How people read it all together.
 *
 * <p>The entry type is {@link dev.steppe.report.Report}: one HTML file with text, charts and tables
 * that needs nothing else, neither a network nor scripts, and that a person who reads no code can
 * open, print and pass on.
 *
 * <pre>{@code
 * Report.titled("Could Aland be the next Bland?")
 *     .ranking(scorer.rank(aland, bland))
 *     .comparison(scorer.compare(aland, bland))
 *     .build()
 *     .writeTo(Path.of("report.html"));
 * }</pre>
 */
@NullMarked
package dev.steppe.report;

import org.jspecify.annotations.NullMarked;
