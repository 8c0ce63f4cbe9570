package dev.steppe.score;

import dev.steppe.internal.Library;
import dev.steppe.internal.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as plain data: strings, numbers, lists and records of these.
 *
 * @param library the version of the library that computed it
 * @param model the name of the model
 * @param fingerprint the model's fingerprint
 * @param first the first score
 * @param second the second score
 * @param difference the first score minus the second
 * @param lower the least difference that the bounds of the readings allow
 * @param upper the greatest
 * @param decided whether no reading within its bounds can turn the order round
 * @param nodes what accounts for the difference, each factor before its children, the root first
 * @since 0.1
 */
public record ComparisonRecord(
    String library,
    String model,
    String fingerprint,
    CountryScore first,
    CountryScore second,
    double difference,
    double lower,
    double upper,
    boolean decided,
    List<Node> nodes) {

  /**
   * What a node adds.
   *
   * @param code the code of the factor or indicator
   * @param name its name
   * @param first the first country's value, from 0 to 100; null if it is missing
   * @param second the second's
   * @param firstNotApplicable why it does not apply to the first country; null if it does, and of a
   *     factor
   * @param secondNotApplicable the same of the second
   * @param points what it adds to the difference; null where that has no exact answer, or the two
   *     were compared as they had been stored
   */
  public record Node(
      String code,
      String name,
      @Nullable Double first,
      @Nullable Double second,
      @Nullable String firstNotApplicable,
      @Nullable String secondNotApplicable,
      @Nullable Double points) {
    @Override
    public String toString() {
      return Text.ofRecord(this);
    }
  }

  static ComparisonRecord of(Comparison comparison) {
    ScorecardRecord first = ScorecardRecord.of(comparison.first());
    ComparisonRecord plain = first.compareWith(ScorecardRecord.of(comparison.second()));
    List<Node> nodes = new ArrayList<>();
    for (Node node : plain.nodes) {
      nodes.add(
          new Node(
              node.code,
              node.name,
              node.first,
              node.second,
              node.firstNotApplicable,
              node.secondNotApplicable,
              points(comparison, node.code)));
    }
    return of(Library.VERSION, plain.model, plain.fingerprint, plain.first, plain.second, nodes);
  }

  private static @Nullable Double points(Comparison comparison, String code) {
    try {
      return comparison.contribution(code).points();
    } catch (IllegalArgumentException tooMany) {
      return null;
    }
  }

  static ComparisonRecord of(
      String library,
      String model,
      String fingerprint,
      CountryScore first,
      CountryScore second,
      List<Node> nodes) {
    double lower = first.lower() - second.upper();
    double upper = first.upper() - second.lower();
    return new ComparisonRecord(
        library,
        model,
        fingerprint,
        first,
        second,
        first.score() - second.score(),
        lower,
        upper,
        Ranking.compareScores(lower, 0) > 0 || Ranking.compareScores(upper, 0) < 0,
        List.copyOf(nodes));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
