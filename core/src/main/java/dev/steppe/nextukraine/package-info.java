/**
 * The paper's model and evidence: could Kazakhstan be the next Ukraine?
 *
 * <p>{@link dev.steppe.nextukraine.PaperFacts} holds what the paper says, fact by fact and in our
 * own words, with marks where it should be doubted.
 *
 * <pre>{@code
 * PaperFacts.load().fact("P058").number();                     // OptionalDouble[17.94]
 * PaperFacts.load().about("UKR").ofFactor("ethnic").size();    // 5
 * PaperFacts.load().contradictions().size();                   // 4
 * }</pre>
 */
@NullMarked
package dev.steppe.nextukraine;

import org.jspecify.annotations.NullMarked;
