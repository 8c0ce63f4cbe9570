package dev.steppe.revision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.score.ScorecardRecord;
import dev.steppe.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two scorecards of one country that may be stored, node by node. Immutable.
 *
 * <p>Other than {@link ScorecardRecord#compareWith}, the two may be by different models. What a
 * difference is made of then says a {@link Revision}.
 *
 * <pre>{@code
 * ScorecardDifference.of(stored, scorer.score(profile).toRecord()).nodes();
 * }</pre>
 *
 * @since 0.1
 */
public final class ScorecardDifference {

  private final ScorecardRecord before;
  private final ScorecardRecord after;
  private final ImmutableList<Node> nodes;

  private ScorecardDifference(
      ScorecardRecord before, ScorecardRecord after, ImmutableList<Node> nodes) {
    this.before = before;
    this.after = after;
    this.nodes = nodes;
  }

  /**
   * A node on both cards.
   *
   * @param code the code of the factor or indicator
   * @param name its name, the later one if there are two
   * @param before what the earlier card has; empty if the node is not on it
   * @param after what the later card has
   */
  public record Node(
      String code,
      String name,
      Optional<ScorecardRecord.Node> before,
      Optional<ScorecardRecord.Node> after) {

    /** Whether anything is not the same. */
    public boolean differs() {
      return !before.equals(after);
    }

    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  /**
   * Compares a scorecard with an earlier one.
   *
   * @throws IllegalArgumentException if they are of different countries
   */
  public static ScorecardDifference of(ScorecardRecord before, ScorecardRecord after) {
    if (!before.of().country().equals(after.of().country())) {
      throw new IllegalArgumentException(
          Text.of(
              "Two scorecards of one country differ, but these are of %s (%s) and %s (%s)",
              before.of().name(), before.of().country(), after.of().name(), after.of().country()));
    }
    Map<String, ScorecardRecord.Node> old = byCode(before);
    Map<String, ScorecardRecord.Node> now = byCode(after);
    ImmutableList.Builder<Node> nodes = ImmutableList.builder();
    for (String key : Sets.union(now.keySet(), old.keySet())) {
      ScorecardRecord.@Nullable Node earlier = old.get(key);
      ScorecardRecord.@Nullable Node later = now.get(key);
      ScorecardRecord.Node one = later == null ? old.get(key) : later;
      if (one != null) {
        nodes.add(
            new Node(
                one.code(), one.name(), Optional.ofNullable(earlier), Optional.ofNullable(later)));
      }
    }
    return new ScorecardDifference(before, after, nodes.build());
  }

  /** Compares a scorecard of today with an earlier one of today. */
  public static ScorecardDifference of(Scorecard before, Scorecard after) {
    return of(before.toRecord(), after.toRecord());
  }

  /** The nodes by code; the root, which is first, is the root whatever it is called. */
  private static Map<String, ScorecardRecord.Node> byCode(ScorecardRecord card) {
    Map<String, ScorecardRecord.Node> byCode = new LinkedHashMap<>();
    for (ScorecardRecord.Node node : card.nodes()) {
      byCode.put(node.depth() == 0 ? KeyedTree.ROOT : node.code(), node);
    }
    return byCode;
  }

  /** The earlier card. */
  public ScorecardRecord before() {
    return before;
  }

  /** The later card. */
  public ScorecardRecord after() {
    return after;
  }

  /** The later score minus the earlier, in points. */
  public double difference() {
    return after.of().score() - before.of().score();
  }

  /** Every node of either card, in the order of the later one; those no longer on it last. */
  public ImmutableList<Node> nodes() {
    return nodes;
  }

  /** Whether both have the same fingerprint, so that only readings can have moved the score. */
  public boolean hasSameFingerprint() {
    return before.fingerprint().equals(after.fingerprint());
  }

  /** Readings, values and weights of every node as a table. */
  public Table toTable() {
    return DifferenceTables.scorecard(this);
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof ScorecardDifference other
        && before.equals(other.before)
        && after.equals(other.after);
  }

  @Override
  public int hashCode() {
    return 31 * before.hashCode() + after.hashCode();
  }

  /** The same as {@link #toTable()}, as text. */
  @Override
  public String toString() {
    return toTable().toString();
  }
}
