package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.Estimate;
import dev.steppe.internal.random.Copula;
import dev.steppe.internal.random.Substreams;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to score many times, mostly a country. The arrays are not copied: nobody changes them.
 */
public final class SampledProfile {

  final double[] readings;
  final @Nullable Estimate[] uncertain;
  final long[] keys;
  final ImmutableSet<String> notApplicable;
  private final @Nullable Copula copula;

  /** By indicator: readings that depend on what all subjects share; null for all others. */
  private final @Nullable JudgedReading[] judged;

  /**
   * A subject none of whose readings depends on what all subjects share.
   *
   * @param name what tells its draws from those of others
   * @param codes the codes of the indicators
   * @param readings central readings by indicator, NaN where missing
   * @param uncertain what its readings are drawn from; null where they are not drawn
   * @param copula how its readings are correlated; null if they are not
   */
  public SampledProfile(
      String name,
      Iterable<String> codes,
      double[] readings,
      @Nullable Estimate[] uncertain,
      @Nullable Copula copula) {
    this(
        name,
        codes,
        readings,
        uncertain,
        ImmutableSet.of(),
        copula,
        new @Nullable JudgedReading[readings.length]);
  }

  /**
   * A subject.
   *
   * @param notApplicable the codes of what does not apply to it, which has no reading
   * @param judged by indicator, readings that depend on what all subjects share, null for others;
   *     their readings are values, and what these are drawn from is from the least to the greatest
   */
  public SampledProfile(
      String name,
      Iterable<String> codes,
      double[] readings,
      @Nullable Estimate[] uncertain,
      ImmutableSet<String> notApplicable,
      @Nullable Copula copula,
      @Nullable JudgedReading[] judged) {
    this.notApplicable = notApplicable;
    this.judged = judged;
    this.readings = readings;
    this.uncertain = uncertain;
    this.copula = copula;
    this.keys = new long[readings.length];
    int i = 0;
    for (String code : codes) {
      // A copula reads the draws of others; else nobody asks for those of what is not drawn.
      if (isDrawn(i) || copula != null) {
        keys[i] = Substreams.key("reading/" + name + "/" + code);
      }
      i++;
    }
  }

  /** Whether an indicator's readings are drawn. */
  boolean isDrawn(int indicator) {
    return uncertain[indicator] != null;
  }

  /** Adds the keys of what its readings are drawn with. */
  public void addInputs(Set<Long> inputs) {
    for (@Nullable JudgedReading each : judged) {
      if (each != null) {
        each.addInputs(inputs);
      }
    }
    for (int i = 0; i < keys.length; i++) {
      @Nullable JudgedReading of = judged[i];
      if (of != null && !of.isDrawn()) {
        continue;
      }
      if (copula != null && isDrawn(i) && copula.covers(i)) {
        copula.addInputs(i, keys, inputs);
      } else if (isDrawn(i)) {
        inputs.add(keys[i]);
      }
    }
  }

  /** Whether an indicator depends on what all subjects share. */
  boolean isJudged(int indicator) {
    return judged[indicator] != null;
  }

  /**
   * Fills the first places with an indicator's readings in a block of replicates, also of one whose
   * values stand in their place.
   */
  public void readings(int indicator, Substreams draws, long block, int rows, double[] out) {
    @Nullable JudgedReading of = judged[indicator];
    if (of == null) {
      fill(indicator, draws, block, rows, out);
    } else {
      Arrays.fill(out, 0, rows, 0.5);
      if (of.isDrawn()) {
        probabilities(indicator, draws, block, rows, out);
      }
      of.readings(draws, block, rows, out);
    }
  }

  /**
   * Fills the first places with what an indicator's readings are in a block of replicates, or its
   * values where they depend on what all subjects share.
   */
  public void fill(int indicator, Substreams draws, long block, int rows, double[] out) {
    @Nullable JudgedReading of = judged[indicator];
    if (of != null) {
      if (of.isDrawn()) {
        probabilities(indicator, draws, block, rows, out);
      }
      of.values(draws, block, rows, out);
      return;
    }
    @Nullable Estimate estimate = uncertain[indicator];
    if (estimate == null) {
      Arrays.fill(out, 0, rows, readings[indicator]);
    } else {
      probabilities(indicator, draws, block, rows, out);
      estimate.inverseCdf(out, rows);
    }
  }

  /** Fills the first places with the probabilities at which an indicator's readings are drawn. */
  void probabilities(int indicator, Substreams draws, long block, int rows, double[] out) {
    if (copula != null && copula.covers(indicator)) {
      copula.fill(indicator, keys, draws, block, rows, out);
    } else {
      draws.uniforms(keys[indicator], block, rows, out);
    }
  }

  /** Fills the first places with an indicator's readings in some rows of a block. */
  void fill(int indicator, Substreams draws, long block, RowSelection rows, double[] out) {
    fill(indicator, draws, block, rows.drawn, out);
    rows.gather(out, out);
  }

  /** The probabilities at which an indicator's readings are drawn in some rows of a block. */
  void probabilities(int indicator, Substreams draws, long block, RowSelection rows, double[] out) {
    probabilities(indicator, draws, block, rows.drawn, out);
    rows.gather(out, out);
  }

  /** Whether an indicator's readings are drawn from a uniform distribution. */
  boolean isUniform(int indicator) {
    @Nullable Estimate estimate = uncertain[indicator];
    return estimate != null
        && !isJudged(indicator)
        && Double.isFinite(estimate.upper() - estimate.lower())
        && estimate.equals(Estimate.between(estimate.lower(), estimate.upper()));
  }
}
