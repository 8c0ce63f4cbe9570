package dev.steppe.internal;

/** Draws come in blocks: what is drawn, scored and counted in one go. */
public final class DrawBlock {

  /** How many replicates are drawn together: their columns fit the L1 cache. */
  public static final int SIZE = 256;

  private DrawBlock() {}

  /** The number of the block that a replicate is in. */
  public static long of(long replicate) {
    return replicate / SIZE;
  }
}
