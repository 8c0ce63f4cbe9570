/**
 * Small helpers that every package shares. Nothing here is part of the public API: it may change in
 * any release.
 */
@NullMarked
package dev.steppe.internal;

import org.jspecify.annotations.NullMarked;
