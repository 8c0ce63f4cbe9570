package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.Interruption;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.GapEnd;
import dev.steppe.internal.kernel.SampledProfile;
import dev.steppe.internal.random.Substreams;
import dev.steppe.internal.tally.OrderTally;
import dev.steppe.score.Scorecard;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the draws one after the other, for those who want them whole: kept, or by whole orders. */
final class DrawRecorder {

  private final UncertaintySettings settings;
  private final Candidates candidates;
  private final DrawSource source;
  private final ImmutableList<Scorecard> cards;

  DrawRecorder(
      UncertaintySettings settings,
      Candidates candidates,
      DrawSource source,
      ImmutableList<Scorecard> cards) {
    this.settings = settings;
    this.candidates = candidates;
    this.source = source;
    this.cards = cards;
  }

  /** The draws one by one, those of one sequence after those of another. */
  ScoreDraws draws() {
    int ends = candidates.isAnyOpen() ? 2 * cards.size() : 0;
    ScoreDraws.checkSize(
        settings.size(), cards.size() + ends + candidates.model().indicatorCount());
    int draws = (int) settings.size();
    double[][] scores = new double[cards.size()][draws];
    double[][] weights = new double[candidates.model().indicatorCount()][draws];
    eachBlock(
        (sequence, scorer, from, rows) -> {
          copy(scorer.scores(), scores, (int) from, rows);
          copy(scorer.weights(), weights, (int) from, rows);
        });
    return new ScoreDraws(
        settings,
        new AnalysedCountries(cards),
        new ScoreDraws.Scores(scores, atEnd(GapEnd.SAFEST, scores), atEnd(GapEnd.RISKIEST, scores)),
        weights,
        new ScoreDraws.Redrawn() {
          @Override
          public ImmutableDoubleArray readings(int country, int indicator) {
            SampledProfile subject = candidates.first().subjects.get(country);
            return again(
                (draws, block, rows, out) -> subject.readings(indicator, draws, block, rows, out));
          }

          @Override
          public ImmutableDoubleArray judgement(SharedJudgement judgement) {
            return again((draws, block, rows, out) -> judgement.fill(draws, block, rows, out));
          }
        });
  }

  /** The scores with what is missing at one end; the same where nothing of a country is. */
  private double[][] atEnd(GapEnd end, double[][] scores) {
    if (!candidates.isAnyOpen()) {
      return scores;
    }
    double[][] found = new double[cards.size()][scores[0].length];
    int each = scores[0].length / source.sequences();
    for (int s = 0; s < source.sequences(); s++) {
      int sequence = s;
      DrawScorer scorer = candidates.atEnd(end, () -> source.draws(sequence));
      for (int done = 0; done < each; done += DrawBlock.SIZE) {
        int rows = Math.min(DrawBlock.SIZE, each - done);
        scorer.draw(DrawBlock.of(done), rows);
        copy(scorer.scores(), found, s * each + done, rows);
      }
    }
    for (int c = 0; c < found.length; c++) {
      found[c] = candidates.isOpen(c) ? found[c] : scores[c];
    }
    return found;
  }

  /** The whole orders in all draws. */
  RankingOrders orders() {
    RankingOrders.checkSize(cards.size());
    OrderTally tally = new OrderTally(cards.size(), source.sequences());
    eachBlock((sequence, scorer, from, rows) -> tally.add(sequence, scorer.scores(), rows));
    return new OrderShares(
            settings,
            new AnalysedCountries(cards),
            IntStream.range(0, cards.size())
                .mapToObj(c -> candidates.varied(settings, c))
                .reduce(Varied::or)
                .orElseThrow(),
            candidates.isAnyOpen()
                ? Optional.of(OpenOrders.of(candidates, source, settings.size()))
                : Optional.empty())
        .of(tally);
  }

  /** Takes a block of draws, which the scorer holds until the next. */
  private interface BlockTaker {
    void take(int sequence, DrawScorer scorer, long from, int rows);
  }

  /** Makes all draws, those of one sequence after those of another. */
  private void eachBlock(BlockTaker taker) {
    long each = settings.size() / source.sequences();
    for (int s = 0; s < source.sequences(); s++) {
      int sequence = s;
      DrawScorer scorer = candidates.scorer(() -> source.draws(sequence));
      for (long done = 0; done < each; done += DrawBlock.SIZE) {
        int rows = (int) Math.min(DrawBlock.SIZE, each - done);
        scorer.draw(DrawBlock.of(done), rows);
        taker.take(s, scorer, s * each + done, rows);
        long drawn = s * each + done + rows;
        if (drawn % TaskRange.TASK == 0 || drawn == settings.size()) {
          settings.execution().progress().tell(drawn, settings.size());
        }
      }
    }
  }

  private static void copy(double[][] from, double[][] to, int at, int rows) {
    for (int c = 0; c < from.length; c++) {
      System.arraycopy(from[c], 0, to[c], at, rows);
    }
  }

  /** Fills a column with what is drawn in a block. */
  private interface Filler {
    void fill(Substreams draws, long block, int rows, double[] out);
  }

  /** Draws something again, since it is the same each time. */
  private ImmutableDoubleArray again(Filler filler) {
    int total = (int) settings.size();
    int each = total / source.sequences();
    ImmutableDoubleArray.Builder all = ImmutableDoubleArray.builder(total);
    double[] column = new double[DrawBlock.SIZE];
    for (int s = 0; s < source.sequences(); s++) {
      Substreams draws = source.draws(s);
      for (int done = 0; done < each; done += DrawBlock.SIZE) {
        Interruption.check();
        int rows = Math.min(DrawBlock.SIZE, each - done);
        filler.fill(draws, DrawBlock.of(done), rows, column);
        for (int r = 0; r < rows; r++) {
          all.add(column[r]);
        }
      }
    }
    return all.build();
  }
}
