package dev.steppe.validation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.analysis.Progress;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Lookup;
import dev.steppe.table.Table;

/**
 * A model beside others, such as the baselines that any model must beat, on the same cases.
 * Immutable.
 *
 * <pre>{@code
 * ValidationComparison.of("model", Validation.of(scores, outcomes))
 *     .with("past disputes alone", Validation.of(disputes, outcomes))
 *     .with("in no pact", Validation.of(pacts, outcomes))
 *     .toTable();   // a row each: AUC, average precision, hits, and the model's lead with its interval
 * }</pre>
 *
 * @since 0.1
 */
public final class ValidationComparison {

  private final ImmutableMap<String, Validation> byName;
  private final SampleDesign design;
  private final Progress progress;

  private ValidationComparison(
      ImmutableMap<String, Validation> byName, SampleDesign design, Progress progress) {
    this.byName = byName;
    this.design = design;
    this.progress = progress;
  }

  /** The model that is held against others. */
  public static ValidationComparison of(String name, Validation validation) {
    return new ValidationComparison(
        ImmutableMap.of(Checks.notBlank(name, "name"), requireNonNull(validation, "validation")),
        ClusterBootstrap.DEFAULT_DESIGN,
        Progress.none());
  }

  /**
   * A copy with one more to compare with.
   *
   * @param validation the same cases with the same outcomes and clusters, and other scores
   * @throws IllegalArgumentException if they are not the same, or the name is taken
   */
  public ValidationComparison with(String name, Validation validation) {
    Checks.notBlank(name, "name");
    if (byName.containsKey(name)) {
      throw new IllegalArgumentException("'" + name + "' is compared already");
    }
    ClusterBootstrap.checkSame(model(), requireNonNull(validation, "validation"));
    return new ValidationComparison(
        ImmutableMap.<String, Validation>builder().putAll(byName).put(name, validation).build(),
        design,
        progress);
  }

  /** A copy with other resamples; see {@link Validation#bootstrap(SampleDesign)}. */
  public ValidationComparison withDesign(SampleDesign design) {
    return new ValidationComparison(byName, requireNonNull(design, "design"), progress);
  }

  /**
   * A copy of whose resamples somebody hears, and may stop them: of each lead how many are drawn,
   * as of {@link Validation#minus(Validation, SampleDesign, Progress)}.
   */
  public ValidationComparison withProgress(Progress progress) {
    return new ValidationComparison(byName, design, requireNonNull(progress, "progress"));
  }

  /** All that are compared, by name, the model first. */
  public ImmutableMap<String, Validation> byName() {
    return byName;
  }

  /** The resamples that leads come from. */
  public SampleDesign design() {
    return design;
  }

  private Validation model() {
    return byName.values().asList().get(0);
  }

  /**
   * By how much the model is better than another.
   *
   * @throws IllegalArgumentException if the name is unknown, or as for {@link
   *     Validation#minus(Validation, SampleDesign)}
   * @throws java.util.concurrent.CancellationException if progress says stop, or the thread is
   *     interrupted
   */
  public ClusterBootstrap lead(String name) {
    int place = Lookup.place("Order", name, byName.keySet().asList(), "is not compared");
    return model().minus(byName.values().asList().get(place), design, progress);
  }

  /** A row for each: its figures, and by how much the model is better. */
  public Table toTable() {
    return ValidationTables.comparison(this);
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
