package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import dev.steppe.internal.Text;
import java.util.OptionalDouble;

/**
 * One thing in which a model differs from an earlier one.
 *
 * <pre>{@code
 * ModelDifference.of(model, model.withWeight("protection", 0.6)).changes();   // [weight of protection: 0.4 to 0.6]
 * }</pre>
 *
 * @param path the codes from the root down to the node, such as {@code my-risk/exposure/debt}: in
 *     the later model, or in the earlier one if the node has gone
 * @param code the code of the node
 * @param name the node's name for people
 * @param aspect in what it differs
 * @param before what the earlier model says, as text; empty if nothing
 * @param after what the later model says, as text; empty if nothing
 * @param weightBefore the {@linkplain dev.steppe.model.RiskModel#effectiveWeight effective weight}
 *     of the node in the earlier model, from 0 to 1; empty if it is not there
 * @param weightAfter the effective weight in the later model; empty if it is not there
 * @since 0.1
 */
public record ModelChange(
    String path,
    String code,
    String name,
    ModelAspect aspect,
    String before,
    String after,
    OptionalDouble weightBefore,
    OptionalDouble weightAfter) {

  /** Checks that no part is null. */
  public ModelChange {
    requireNonNull(path, "path");
    requireNonNull(code, "code");
    requireNonNull(name, "name");
    requireNonNull(aspect, "aspect");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    requireNonNull(weightBefore, "weightBefore");
    requireNonNull(weightAfter, "weightAfter");
  }

  /** Whether the fingerprint counts it, so that scores may move with it. */
  public boolean counts() {
    return aspect.counts();
  }

  /** Whether the node is new. */
  public boolean isAdded() {
    return aspect == ModelAspect.NODE && before.isEmpty();
  }

  /** Whether the node has gone. */
  public boolean isRemoved() {
    return aspect == ModelAspect.NODE && after.isEmpty();
  }

  /** The change in words, such as {@code weight of exposure: 0.6 to 0.5}. */
  @Override
  public String toString() {
    return Text.printable(RevisionText.of(this));
  }
}
