package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;

/** The rank in a reference set yet to come, see {@link Normalization#rank}. */
record RankNormalization(boolean tiesAveraged) implements MonotoneScale {

  @Override
  public double normalize(double reading, Direction direction) {
    throw MinMax.notFitted("rank");
  }

  @Override
  public boolean isFitted() {
    return false;
  }

  @Override
  public Normalization fit(ImmutableDoubleArray reference, Direction direction) {
    MinMax.checkSpread(reference, "Rank");
    double[] sorted = reference.toArray();
    Arrays.sort(sorted);
    return new FittedRankNormalization(ImmutableDoubleArray.copyOf(sorted), tiesAveraged);
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of(tiesAveraged ? "rank" : "percentileRank");
  }

  @Override
  public String toString() {
    return tiesAveraged ? "rank()" : "percentileRank()";
  }
}
