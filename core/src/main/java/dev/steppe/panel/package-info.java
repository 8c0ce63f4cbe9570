/**
 * How scores move over time, and why.
 *
 * <p>The entry type is {@link dev.steppe.panel.Panel}: countries at dates, scored by one model. A
 * {@link dev.steppe.panel.Trajectory} is one country's way through them, with every change split
 * into contributions that sum to it.
 *
 * <pre>{@code
 * Panel panel = Panel.of(scorer, profiles);            // each profile with its asOf date
 * panel.ranking(LocalDate.of(2022, 2, 23));
 * panel.trajectory("KAZ").steps().get(0).contributions();
 * }</pre>
 */
@NullMarked
package dev.steppe.panel;

import org.jspecify.annotations.NullMarked;
