package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.internal.random.Substreams;
import dev.steppe.model.Criterion;

/**
 * A change that all subjects share, at one of several equally likely levels in each draw.
 *
 * @param name what tells its draws from those of others
 * @param indicators the codes of the indicators whose readings or scales it changes, and no others
 * @param levels how many levels there are
 */
public record SharedChange(
    String name,
    ImmutableList<String> indicators,
    int levels,
    At<Criterion> ofCriterion,
    At<CountryProfile> ofProfile) {

  /** What something becomes at a level. */
  public interface At<T> {
    /** The changed thing; the same one if it does not change. */
    T change(int level, T from);
  }

  /** The key of its draws. */
  public long key() {
    return Substreams.key("judgement/" + name);
  }

  /** The level at a probability in {@code (0, 1)}. */
  public static int level(double probability, int levels) {
    return Math.min(levels - 1, (int) (probability * levels));
  }
}
