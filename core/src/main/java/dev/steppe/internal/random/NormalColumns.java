package dev.steppe.internal.random;

import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.math.StandardNormal;
import java.util.HashMap;
import java.util.Map;

/** Columns of standard normal draws, kept for one block. */
final class NormalColumns {

  private final Substreams draws;
  private final Map<Long, Column> columns = new HashMap<>();

  NormalColumns(Substreams draws) {
    this.draws = draws;
  }

  /** A column and the block it is of. */
  private static final class Column {
    private final double[] values = new double[DrawBlock.SIZE];
    private long block = -1;
  }

  double[] of(long key, long block) {
    Column column = columns.computeIfAbsent(key, unseen -> new Column());
    if (column.block != block) {
      draws.uniforms(key, block, DrawBlock.SIZE, column.values);
      StandardNormal.quantiles(column.values, DrawBlock.SIZE, 0, 0, 1);
      column.block = block;
    }
    return column.values;
  }
}
