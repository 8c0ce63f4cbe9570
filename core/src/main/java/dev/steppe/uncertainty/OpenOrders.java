package dev.steppe.uncertainty;

import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.internal.DrawBlock;
import dev.steppe.internal.kernel.DrawScorer;
import dev.steppe.internal.kernel.GapEnd;
import dev.steppe.score.Ranking;
import java.util.HashMap;
import java.util.Map;

/**
 * Which whole orders are possible in how many draws, where a missing reading may be anything.
 *
 * <p>What a draw allows is a bit for each pair of countries and each of above, below and equal. An
 * order is possible if each of its pairs is: scores from below upwards, each the least that is not
 * below the last, then stay in their intervals.
 */
final class OpenOrders {

  private final int countries;

  /** How many draws allow what. */
  private final Map<Long, Long> counts = new HashMap<>();

  private long draws;

  private OpenOrders(int countries) {
    this.countries = countries;
  }

  static OpenOrders of(Candidates candidates, DrawSource source, long draws) {
    OpenOrders open = new OpenOrders(candidates.first().subjects.size());
    long each = draws / source.sequences();
    for (int s = 0; s < source.sequences(); s++) {
      int sequence = s;
      open.add(
          candidates.atEnd(GapEnd.SAFEST, () -> source.draws(sequence)),
          candidates.atEnd(GapEnd.RISKIEST, () -> source.draws(sequence)),
          each);
    }
    return open;
  }

  private void add(DrawScorer low, DrawScorer high, long count) {
    for (long done = 0; done < count; done += DrawBlock.SIZE) {
      int rows = (int) Math.min(DrawBlock.SIZE, count - done);
      low.draw(DrawBlock.of(done), rows);
      high.draw(DrawBlock.of(done), rows);
      for (int r = 0; r < rows; r++) {
        counts.merge(allowed(low.scores(), high.scores(), r), 1L, Long::sum);
      }
    }
    draws += count;
  }

  private long allowed(double[][] low, double[][] high, int row) {
    long allowed = 0;
    long bit = 1;
    for (int a = 0; a < countries; a++) {
      for (int b = a + 1; b < countries; b++) {
        int above = Ranking.compareScores(high[a][row], low[b][row]);
        int below = Ranking.compareScores(high[b][row], low[a][row]);
        allowed |= above > 0 ? bit : 0;
        allowed |= below > 0 ? bit << 1 : 0;
        allowed |= above >= 0 && below >= 0 ? bit << 2 : 0;
        bit <<= 3;
      }
    }
    return allowed;
  }

  /**
   * The share of an order, from that of the draws that allow no other to that of all that allow it.
   *
   * @param above by country: how many others are strictly above it
   * @param counted its share with what is missing at its middle
   */
  Probability share(ImmutableIntArray above, double counted, double z) {
    long order = order(above);
    long surely = counts.getOrDefault(order, 0L);
    long maybe = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      maybe += (order & ~entry.getKey()) == 0 ? entry.getValue() : 0;
    }
    double lower = Probability.counted(surely, draws, z).lower();
    double upper = Probability.counted(maybe, draws, z).upper();
    return new Probability(Math.max(lower, Math.min(upper, counted)), lower, upper, false);
  }

  private long order(ImmutableIntArray above) {
    long order = 0;
    long bit = 1;
    for (int a = 0; a < countries; a++) {
      for (int b = a + 1; b < countries; b++) {
        int rank = Integer.compare(above.get(a), above.get(b));
        order |= rank < 0 ? bit : rank > 0 ? bit << 1 : bit << 2;
        bit <<= 3;
      }
    }
    return order;
  }
}
