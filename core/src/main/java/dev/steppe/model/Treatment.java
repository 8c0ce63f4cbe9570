package dev.steppe.model;

import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Serializable;

/**
 * What is done to a reading before it is normalised, so that an outlier does not squeeze all others
 * together. Every treatment is increasing: it never changes who is above whom, it can only tie
 * them.
 *
 * <pre>{@code
 * Treatment.clamp(0, 10).treat(25);    // 10.0
 * Treatment.log().treat(1);            // 0.0
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1787/9789264043466-en">OECD/JRC (2008), Handbook on Constructing
 *     Composite Indicators</a>, step 2
 * @since 0.1
 */
public sealed interface Treatment extends Serializable
    permits Untreated, Clamp, Log, Winsorize, LogOfRange, WinsorizeOrLog {

  /** The reading as it is. */
  static Treatment none() {
    return Untreated.INSTANCE;
  }

  /** The reading moved to the nearer bound where it lies outside {@code [lower, upper]}. */
  static Treatment clamp(double lower, double upper) {
    return new Clamp(lower, upper);
  }

  /** The natural logarithm; a reading must be greater than 0. */
  static Treatment log() {
    return new Log(0);
  }

  /** The natural logarithm of {@code reading + shift}, which must be greater than 0. */
  static Treatment log(double shift) {
    return new Log(shift);
  }

  /**
   * {@code ln(v - min + 0.01 * (max - min))}, with the extremes of the reference set: a logarithm
   * for readings of any sign (the COIN Tool's). A reading more than 1 % of the range below the
   * reference set is an error, and so is an estimate that reaches there.
   *
   * @see <a href="https://doi.org/10.21105/joss.04567">Becker et al. (2022), COINr: An R package
   *     for developing composite indicators. Journal of Open Source Software 7(78), 4567</a>
   */
  static Treatment logOfRange() {
    return new LogOfRange();
  }

  /** {@link #winsorize(int)} of at most five readings. */
  static Treatment winsorize() {
    return winsorize(5);
  }

  /** {@link #winsorize(int, double, double)} with the usual thresholds, 2 and 3.5. */
  static Treatment winsorize(int maxPoints) {
    return winsorize(maxPoints, 2, 3.5);
  }

  /**
   * Winsorisation by skewness and kurtosis: as long as the absolute skewness of the reference set
   * is at least {@code skewness} and its excess kurtosis at least {@code kurtosis}, the most
   * extreme reading on the skewed side is set to the next one, at most {@code maxPoints} readings
   * in all (one more step may treat several that are tied). Skewness and kurtosis are the
   * sample-adjusted ones (G1 and G2).
   *
   * <p>What is frozen are the two bounds, so a later reading beyond them is treated alike. A
   * treatment that leaves no difference between readings that differ is an error when a model is
   * fitted.
   *
   * @param maxPoints the readings that may be moved, at least 1
   * @param skewness the threshold of the absolute skewness, greater than 0
   * @param kurtosis the threshold of the excess kurtosis
   * @see <a href="https://doi.org/10.21105/joss.04567">Becker et al. (2022), COINr</a>
   */
  static Treatment winsorize(int maxPoints, double skewness, double kurtosis) {
    return new Winsorize(maxPoints, skewness, kurtosis);
  }

  /**
   * {@link #winsorize(int)} if that brings the reference set below one of the two thresholds and
   * leaves a difference, else {@link #logOfRange} of the readings as they came: COINr's default.
   *
   * @param maxPoints the readings that may be moved, at least 1
   * @see <a href="https://doi.org/10.21105/joss.04567">Becker et al. (2022), COINr</a>
   */
  static Treatment winsorizeOrLog(int maxPoints) {
    return new WinsorizeOrLog(new Winsorize(maxPoints, 2, 3.5));
  }

  /**
   * The treatment that plain data define, see {@link MethodDefinition}.
   *
   * @throws IllegalArgumentException that lists every fault: an unknown name, unknown or missing
   *     parameters, and what the method does not take
   */
  static Treatment of(MethodDefinition definition) {
    return MethodFamilies.TREATMENTS.read(definition);
  }

  /** The treatment as plain data, of which {@link #of(MethodDefinition)} makes an equal one. */
  MethodDefinition definition();

  /**
   * The treated reading; NaN for NaN.
   *
   * @throws IllegalStateException if the treatment is to be fitted first
   * @throws IllegalArgumentException if the reading has no treated value
   */
  double treat(double reading);

  /** Whether every reading stays as it is. */
  default boolean isIdentity() {
    return false;
  }

  /** Whether the treatment is ready: it needs no reference set, or was fitted to one. */
  default boolean isFitted() {
    return true;
  }

  /**
   * The treatment frozen on a reference set; one that needs none is returned as it is.
   *
   * @param reference the readings of the reference set, missing ones left out
   * @throws IllegalArgumentException if the reference set is too small
   */
  default Treatment fit(ImmutableDoubleArray reference) {
    return this;
  }
}
