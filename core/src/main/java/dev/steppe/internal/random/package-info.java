/**
 * Numbers to draw inputs with: generators, one substream for each input, points of the Sobol
 * sequence, and the samplers that make weights of them.
 *
 * <p>Entry type: {@link dev.steppe.internal.random.Substreams}. A number depends on the seed, the
 * name of the input and the number of the draw, on nothing else.
 */
@NullMarked
package dev.steppe.internal.random;

import org.jspecify.annotations.NullMarked;
