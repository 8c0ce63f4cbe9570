package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.DoubleSummaryStatistics;

/** {@code ln(v - min + 0.01 * (max - min))}, see {@link Treatment#logOfRange}. */
record LogOfRange() implements Treatment {

  @Override
  public double treat(double reading) {
    throw Winsorize.notFitted("logarithm of the range");
  }

  @Override
  public boolean isFitted() {
    return false;
  }

  @Override
  public Treatment fit(ImmutableDoubleArray reference) {
    MinMax.checkSpread(reference, "The logarithm of the range as treatment before");
    DoubleSummaryStatistics range = reference.stream().summaryStatistics();
    return new Log(0.01 * (range.getMax() - range.getMin()) - range.getMin());
  }

  @Override
  public MethodDefinition definition() {
    return MethodDefinition.of("logOfRange");
  }

  @Override
  public String toString() {
    return "logOfRange()";
  }
}
