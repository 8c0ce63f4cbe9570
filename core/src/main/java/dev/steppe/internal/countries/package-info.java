/**
 * Which codes and names do countries have? What the code lists of the world say: texts, nothing of
 * profiles.
 */
@NullMarked
package dev.steppe.internal.countries;

import org.jspecify.annotations.NullMarked;
