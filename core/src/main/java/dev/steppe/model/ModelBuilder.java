package dev.steppe.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.steppe.internal.Checks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects a model; every fault is reported at once, by {@link #build}.
 *
 * @see RiskModel#builder
 * @since 0.1
 */
public final class ModelBuilder {

  private final Factor.Builder root;
  private final List<String> faults = new ArrayList<>();
  private @Nullable MissingPolicy missing;
  private @Nullable RiskClasses classes;

  ModelBuilder(String name) {
    root = new Factor.Builder(Checks.code(name, "model name"), 1, 1);
  }

  /** Adds a factor at the top. */
  @CanIgnoreReturnValue
  public ModelBuilder factor(String code, double weight, Consumer<Factor.Builder> children) {
    root.factor(code, weight, children);
    return this;
  }

  /** Sets the name for people; without it the name is the code. */
  @CanIgnoreReturnValue
  public ModelBuilder name(String name) {
    root.name(name);
    return this;
  }

  /** Sets the reasons for what was chosen at the top; without it there are none. */
  @CanIgnoreReturnValue
  public ModelBuilder rationale(Rationale rationale) {
    root.rationale(rationale);
    return this;
  }

  /** Adds an indicator at the top as it stands in another model, or with its reasons. */
  @CanIgnoreReturnValue
  public ModelBuilder criterion(Criterion criterion) {
    root.criterion(criterion);
    return this;
  }

  /** Adds an indicator at the top, whose readings are not treated. */
  @CanIgnoreReturnValue
  public ModelBuilder indicator(Indicator indicator, double weight, Normalization normalization) {
    root.indicator(indicator, weight, normalization);
    return this;
  }

  /** Adds an indicator at the top. */
  @CanIgnoreReturnValue
  public ModelBuilder indicator(
      Indicator indicator, double weight, Treatment treatment, Normalization normalization) {
    root.indicator(indicator, weight, treatment, normalization);
    return this;
  }

  /** Sets how the top aggregates its children; without it, by the arithmetic mean. */
  @CanIgnoreReturnValue
  public ModelBuilder aggregation(Aggregation aggregation) {
    root.aggregation(aggregation);
    return this;
  }

  /** Sets what is done about missing readings; without it they are an error. */
  @CanIgnoreReturnValue
  public ModelBuilder missing(MissingPolicy policy) {
    if (missing != null) {
      faults.add("missing policy was already set to " + missing + ", second was " + policy);
    }
    missing = requireNonNull(policy, "policy");
    return this;
  }

  /** Sets the classes of scores; without it there are none. */
  @CanIgnoreReturnValue
  public ModelBuilder classes(RiskClasses classes) {
    this.classes = requireNonNull(classes, "classes");
    return this;
  }

  /**
   * Builds the model.
   *
   * @throws IllegalArgumentException that lists every fault, if there is any
   */
  public RiskModel build() {
    List<String> found = new ArrayList<>(faults);
    found.addAll(root.faults());
    @Nullable Factor tree = root.tryBuild(found);
    Set<String> seen = new HashSet<>();
    for (String code : root.codes()) {
      if (!seen.add(code)) {
        found.add("code '" + code + "' is used more than once");
      }
    }
    if (tree != null && found.isEmpty()) {
      return RiskModel.of(tree, missing == null ? MissingPolicy.fail() : missing, classes);
    }
    Checks.noFaults("Model '" + root.code() + "'", found);
    throw new AssertionError("a model without a tree has faults");
  }
}
