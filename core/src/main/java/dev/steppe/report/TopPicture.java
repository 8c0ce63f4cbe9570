package dev.steppe.report;

import dev.steppe.score.Comparison;
import java.util.Optional;

/** The picture at the top of a page: of its first comparison, or else of its first ranking. */
final class TopPicture {

  private TopPicture() {}

  static Optional<Chart> of(Results results) {
    if (!results.comparisons().isEmpty()) {
      Comparison comparison = results.comparisons().get(0);
      return Optional.of(
          new BalanceChart(
              comparison,
              results.answer().isEmpty() ? Headline.onOneScale(comparison) : Headline.of(results)));
    }
    return results.rankings().stream().findFirst().map(ScoreChart::of);
  }
}
