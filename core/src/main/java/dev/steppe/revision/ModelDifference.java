package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import dev.steppe.model.RiskModel;
import dev.steppe.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a model says otherwise than an earlier one, node by node. Immutable.
 *
 * <p>Nodes are told apart by code; the root is the root, whatever it is called. Two models have the
 * same {@linkplain RiskModel#fingerprint fingerprint} just if no difference {@linkplain #counting
 * counts}. The others (names, units, reasons, references, classes, what was fitted from what) are
 * {@linkplain #texts told apart}.
 *
 * <pre>{@code
 * ModelDifference difference = ModelDifference.of(model, model.withWeight("protection", 0.6));
 * difference.changes();            // [weight of protection: 0.4 to 0.6]
 * difference.hasSameScores();      // false
 * }</pre>
 *
 * @see Revision
 * @since 0.1
 */
public final class ModelDifference {

  private final RiskModel before;
  private final RiskModel after;
  private final ImmutableList<ModelChange> changes;

  ModelDifference(ModelComparison comparison) {
    this.before = comparison.before().model();
    this.after = comparison.after().model();
    this.changes = comparison.changes();
  }

  /** Compares a model with an earlier one. */
  public static ModelDifference of(RiskModel before, RiskModel after) {
    return new ModelDifference(
        new ModelComparison(requireNonNull(before, "before"), requireNonNull(after, "after")));
  }

  /** The earlier model. */
  public RiskModel before() {
    return before;
  }

  /** The later model. */
  public RiskModel after() {
    return after;
  }

  /** All differences: node by node as the later model has them, then what has gone. */
  public ImmutableList<ModelChange> changes() {
    return changes;
  }

  /** The differences that the fingerprint counts, so that scores may move with them. */
  public ImmutableList<ModelChange> counting() {
    return changes.stream().filter(ModelChange::counts).collect(ImmutableList.toImmutableList());
  }

  /** The differences that move no score. */
  public ImmutableList<ModelChange> texts() {
    return changes.stream()
        .filter(change -> !change.counts())
        .collect(ImmutableList.toImmutableList());
  }

  /** The differences at a node; none if it is the same in both, or in neither. */
  public ImmutableList<ModelChange> of(String code) {
    requireNonNull(code, "code");
    return changes.stream()
        .filter(change -> change.code().equals(code))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether both models say the same, texts included. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether the fingerprints are the same, and with them the scores of any profile. */
  public boolean hasSameScores() {
    return before.fingerprint().equals(after.fingerprint());
  }

  /** The differences as a table, those that count first. */
  public Table toTable() {
    return DifferenceTables.model(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ModelDifference other
        && before.equals(other.before)
        && after.equals(other.after)
        && changes.equals(other.changes);
  }

  @Override
  public int hashCode() {
    return changes.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
