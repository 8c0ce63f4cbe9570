/**
 * How fast scoring is, one profile at a time and many rows at once, beside the loop and the
 * recursion that one would write by hand.
 *
 * <p>The entry types are the {@code XBenchmark} classes, whose comments hold the commands; {@code
 * benchmarks/README.md} holds the figures.
 */
package dev.steppe.benchmarks;
