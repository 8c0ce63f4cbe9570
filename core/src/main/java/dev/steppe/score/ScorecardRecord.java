package dev.steppe.score;

import dev.steppe.evidence.NotApplicable;
import dev.steppe.internal.Library;
import dev.steppe.internal.Text;
import dev.steppe.model.Indicator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as plain data: strings, numbers, lists and records of these, to be stored and read
 * again by any library for JSON, and compared with a score of another day.
 *
 * <pre>{@code
 * ScorecardRecord stored = mapper.readValue(file, ScorecardRecord.class);
 * scorer.score(profile).toRecord().compareWith(stored).difference();
 * }</pre>
 *
 * @param library the version of the library that computed it
 * @param model the name of the model
 * @param fingerprint the model's fingerprint
 * @param of the score
 * @param nodes what was computed at each node, each factor before its children, the root first
 * @param remarks what a reader should know of the readings, a sentence each
 * @since 0.1
 */
public record ScorecardRecord(
    String library,
    String model,
    String fingerprint,
    CountryScore of,
    List<Node> nodes,
    List<String> remarks) {

  /**
   * What was computed at a node.
   *
   * @param code the code of the factor or indicator
   * @param name its name
   * @param depth how many factors are above it
   * @param unit the unit of an indicator's readings, may be empty; null of a factor
   * @param reading the central reading; null of a factor, or if it is missing
   * @param treated the reading after its treatment; null likewise
   * @param value the value, from 0 to 100; null if it is missing
   * @param share the weight within the factor, after gaps
   * @param weight the effective weight, after gaps
   * @param notApplicable why it does not apply to the country, and so has neither a reading nor a
   *     weight; null if it does, and of a factor
   * @param points what it adds to the score of a country that is safe throughout; null where that
   *     has no exact answer
   */
  public record Node(
      String code,
      String name,
      int depth,
      @Nullable String unit,
      @Nullable Double reading,
      @Nullable Double treated,
      @Nullable Double value,
      double share,
      double weight,
      @Nullable String notApplicable,
      @Nullable Double points) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  static ScorecardRecord of(Scorecard card) {
    List<Node> nodes = new ArrayList<>();
    for (NodeScore node : card.nodes()) {
      nodes.add(
          new Node(
              node.code(),
              node.name(),
              node.depth(),
              node.indicator().map(Indicator::unit).orElse(null),
              orNull(node.raw()),
              orNull(node.treated()),
              orNull(node.value()),
              node.weight(),
              node.effectiveWeight(),
              node.notApplicable().map(NotApplicable::reason).orElse(null),
              points(card, node.code())));
    }
    return new ScorecardRecord(
        Library.VERSION,
        card.model().name(),
        card.fingerprint(),
        CountryScore.of(card),
        List.copyOf(nodes),
        List.copyOf(card.remarks()));
  }

  private static @Nullable Double points(Scorecard card, String code) {
    try {
      return card.contribution(code).points();
    } catch (IllegalArgumentException tooMany) {
      // As in its table: a scorecard is one without its contributions, too.
      return null;
    }
  }

  private static @Nullable Double orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  /**
   * The comparison of this with another: this minus other. Points are unknown: what accounts for a
   * difference is found with the model and the readings.
   *
   * @throws IllegalArgumentException if the other comes from another model or other bounds
   */
  public ComparisonRecord compareWith(ScorecardRecord other) {
    if (!fingerprint.equals(other.fingerprint)) {
      throw new IllegalArgumentException(
          "Scores compare only within one model with the same frozen bounds, but "
              + of.name()
              + " was scored by '"
              + model
              + "' ("
              + fingerprint
              + ") and "
              + other.of.name()
              + " by '"
              + other.model
              + "' ("
              + other.fingerprint
              + ")");
    }
    Map<String, Node> others = new LinkedHashMap<>();
    other.nodes.forEach(node -> others.put(node.code(), node));
    List<ComparisonRecord.Node> compared = new ArrayList<>();
    for (Node node : nodes) {
      @Nullable Node second = others.get(node.code());
      compared.add(
          new ComparisonRecord.Node(
              node.code(),
              node.name(),
              node.value(),
              second == null ? null : second.value(),
              node.notApplicable(),
              second == null ? null : second.notApplicable(),
              null));
    }
    return ComparisonRecord.of(library, model, fingerprint, of, other.of, compared);
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
