/**
 * How any result prints. This is the only package that rounds numbers: results keep every digit
 * until a table shows them.
 *
 * <p>The entry type is {@link dev.steppe.table.Table}: the same rows as aligned text, Markdown,
 * HTML or CSV, and read back from CSV. {@link dev.steppe.table.Decimals} rounds a single number,
 * for results that print as one line.
 *
 * <pre>{@code
 * Table.titled("Risk scores")
 *     .text("Country").number("Score", 1).signed("Difference", 1).bar("", 0, 100, 20)
 *     .row("Kazakhstan", 41.234, -3.0, 41.234)
 *     .row("Ukraine", 44.234, OptionalDouble.empty(), 44.234)
 *     .note("An index from 0 to 100, not a probability.")
 *     .build();
 *
 * // Risk scores
 * //
 * // Country     Score  Difference
 * // ----------  -----  ----------  ---------
 * // Kazakhstan   41.2        -3.0  ########
 * // Ukraine      44.2           -  #########
 * //
 * // An index from 0 to 100, not a probability.
 * }</pre>
 */
@NullMarked
package dev.steppe.table;

import org.jspecify.annotations.NullMarked;
