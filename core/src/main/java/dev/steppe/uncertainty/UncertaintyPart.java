package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was counted in some of the draws of an analysis: see {@link UncertaintyAnalysis#part}.
 * Immutable. Its size depends on the number of countries and indicators (at most some 80 kB a
 * country), not on the number of draws.
 *
 * @since 0.1
 */
public final class UncertaintyPart implements Serializable {

  private static final long serialVersionUID = 1;

  /** Faults that a message lists. */
  private static final int FAULTS = 20;

  private final RunIdentity identity;
  private final int part;
  private final int ofParts;
  private final DrawCounts counts;

  UncertaintyPart(RunIdentity identity, TaskRange range, DrawCounts counts) {
    this.identity = identity;
    this.part = range.part();
    this.ofParts = range.ofParts();
    this.counts = counts;
  }

  /** Which part this is, from 0. */
  public int part() {
    return part;
  }

  /** How many parts the analysis has. */
  public int ofParts() {
    return ofParts;
  }

  /** The seed of the draws. */
  public long seed() {
    return identity.seed();
  }

  /** The fingerprints of the models that a draw may take: one, if there is no choice. */
  public ImmutableList<String> models() {
    return identity.models();
  }

  /** The draws of all parts together. */
  public long size() {
    return identity.size();
  }

  /** The draws of this part; 0 if there are more parts than there is work for. */
  public long draws() {
    return counts.draws();
  }

  DrawCounts counts() {
    return counts;
  }

  /** Refuses parts that do not make up the analysis with the given terms. */
  static void check(List<UncertaintyPart> parts, RunIdentity identity) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("An analysis needs at least one part");
    }
    List<String> faults = new ArrayList<>();
    int ofParts = parts.get(0).ofParts;
    int[] given = new int[ofParts];
    for (UncertaintyPart part : parts) {
      if (part.ofParts == ofParts) {
        given[part.part]++;
      } else {
        faults.add(part.name() + " is not one of " + ofParts + ", as the first is");
      }
      for (String difference : part.identity.differences(identity)) {
        faults.add(part.name() + " has " + difference);
      }
    }
    for (int p = 0; p < ofParts; p++) {
      if (given[p] != 1) {
        String how = given[p] == 0 ? " is missing" : " was given " + given[p] + " times";
        faults.add(name(p, ofParts) + how);
      }
    }
    Checks.noFaults("The set of parts", faults, FAULTS);
  }

  private String name() {
    return name(part, ofParts);
  }

  private static String name(int part, int ofParts) {
    return "part " + part + " of " + ofParts;
  }

  /** Whether all has been counted alike in the same part of the same analysis. */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof UncertaintyPart other
        && part == other.part
        && ofParts == other.ofParts
        && identity.equals(other.identity)
        && counts.equals(other.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode() + part;
  }

  /** One line: which part, how many draws of how many, from which seed. */
  @Override
  public String toString() {
    return Text.of(
        "%s (from 0): %s of %s draws from seed %s; models %s",
        name(), draws(), size(), seed(), models());
  }
}
