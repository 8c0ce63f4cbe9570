package dev.steppe.scenario;

import dev.steppe.evidence.Evidence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What changes make of evidence, kept while many scenarios are tried on one profile: scenarios
 * share changes, and evidence is what takes time to change. Both evidence and what keeps a change
 * from applying are kept. Not for several threads.
 */
final class EvidenceCache {

  /** Bounds the memory where all changes differ; a few thousand results are a few megabytes. */
  static final int MOST = 4096;

  /** Evidence by identity: what a cache has returned is what comes back to it. */
  private record Key(Evidence evidence, Change change) {

    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Key other
          && evidence == other.evidence
          && change.equals(other.change);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(evidence) + change.hashCode();
    }
  }

  private final Map<Key, Object> results = new HashMap<>();

  <E extends Evidence> Evidence of(E now, Change change, UnaryOperator<E> operator) {
    Key key = new Key(now, change);
    Object result = results.get(key);
    if (result == null) {
      try {
        result = operator.apply(now);
      } catch (IllegalArgumentException fault) {
        result = fault;
      }
      if (results.size() == MOST) {
        results.clear();
      }
      results.put(key, result);
    }
    if (result instanceof IllegalArgumentException fault) {
      throw fault;
    }
    return (Evidence) result;
  }
}
