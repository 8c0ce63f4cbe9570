package dev.steppe.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evidence from which readings follow by formulas, each of them worked out when it is asked for.
 */
abstract class DerivedEvidence implements Evidence {

  private static final long serialVersionUID = 1L;

  /** Made when first asked for: what is changed once more is never asked. */
  private transient @Nullable Derivations derivations;

  /** How the readings follow. */
  abstract Derivations derive();

  @Override
  public final ImmutableMap<String, Reading> readings() {
    return derivations().readings();
  }

  @Override
  public final ImmutableSet<String> codes() {
    return derivations().codes();
  }

  @Override
  public final Optional<Estimate> estimate(String code) {
    return derivations().estimate(code);
  }

  private Derivations derivations() {
    Derivations result = derivations;
    if (result == null) {
      result = derive();
      derivations = result;
    }
    return result;
  }
}
