/**
 * Mathematics that knows nothing of countries: linear programs, distributions and their quantiles,
 * nearest points, shrunken covariances, exact probabilities of orders. The only user of Commons
 * Math.
 */
@NullMarked
package dev.steppe.internal.math;

import org.jspecify.annotations.NullMarked;
