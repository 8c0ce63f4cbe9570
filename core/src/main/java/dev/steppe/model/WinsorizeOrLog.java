package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;

/** Winsorisation where it is enough, see {@link Treatment#winsorizeOrLog}. */
record WinsorizeOrLog(Winsorize winsorize) implements Treatment {

  WinsorizeOrLog {
    requireNonNull(winsorize, "winsorize");
  }

  @Override
  public double treat(double reading) {
    return winsorize.treat(reading);
  }

  @Override
  public boolean isFitted() {
    return false;
  }

  @Override
  public Treatment fit(ImmutableDoubleArray reference) {
    Treatment fitted = winsorize.fit(reference);
    double[] treated = reference.stream().map(fitted::treat).toArray();
    boolean erased = Arrays.stream(treated).distinct().count() == 1;
    return erased || winsorize.isSkewed(treated) ? Treatment.logOfRange().fit(reference) : fitted;
  }

  @Override
  public MethodDefinition definition() {
    return winsorize.definition("winsorizeOrLog");
  }

  @Override
  public String toString() {
    return winsorize.toString().replace("winsorize", "winsorizeOrLog");
  }
}
