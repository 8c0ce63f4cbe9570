/**
 * What changed from one version of an index to the next, and what that did.
 *
 * <p>The entry type is {@link dev.steppe.revision.Revision}: two rankings, each by its model and
 * from its readings, every change between them, and the part of each change in what became of the
 * scores and ranks, whatever the order in which the changes are thought of. What differs can be
 * asked alone, of two models, two sets of profiles, two rankings or two scorecards, stored ones
 * too.
 *
 * <pre>{@code
 * Revision revision = Revision.of(oldScorer.rank(oldData), newScorer.rank(newData));
 * revision.country("KAZ").parts();        // points and places of each change
 * revision.changelog("2022", "2023");     // Markdown, to pass on
 * ModelDifference.of(oldModel, newModel);
 * DataDifference.of(oldData, newData);
 * }</pre>
 */
@NullMarked
package dev.steppe.revision;

import org.jspecify.annotations.NullMarked;
