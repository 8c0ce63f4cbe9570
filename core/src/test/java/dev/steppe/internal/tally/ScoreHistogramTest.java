package dev.steppe.internal.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.internal.DrawBlock;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreHistogramTest {

  /** With more countries a score has fewer steps. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 14, 200, 1000})
  void scores_are_counted_to_the_nearest_hundredth_and_summed(int countries) {
    Random random = new Random(countries);
    double[] centres = new double[countries];
    double[] sums = new double[countries];
    double[] squares = new double[countries];
    for (int c = 0; c < countries; c++) {
      centres[c] = random.nextInt(100);
    }
    ScoreHistogram histogram = new ScoreHistogram(centres);
    ScoreBlock block = new ScoreBlock(countries);
    long[][] counts = new long[countries][100 * ScoreHistogram.STEPS + 1];
    for (int rows : new int[] {DrawBlock.SIZE, 1, DrawBlock.SIZE - 1}) {
      double[][] scores = new double[countries][DrawBlock.SIZE];
      for (int c = 0; c < countries; c++) {
        for (int r = 0; r < rows; r++) {
          // To half a step or nearer to a bound it is left open where a score is counted.
          int hundredths = random.nextInt(100 * ScoreHistogram.STEPS + 1);
          double off = hundredths == 0 ? 0 : hundredths == 100 * ScoreHistogram.STEPS ? 0 : 0.004;
          double score =
              (double) hundredths / ScoreHistogram.STEPS + off * (2 * random.nextDouble() - 1);
          scores[c][r] = score;
          counts[c][hundredths]++;
          sums[c] += score - centres[c];
          squares[c] += (score - centres[c]) * (score - centres[c]);
        }
      }
      block.read(scores, rows);
      histogram.add(block);
    }
    for (int c = 0; c < countries; c++) {
      assertThat(histogram.counts().of(c)).isEqualTo(counts[c]);
    }
    double[] out = new double[2 * countries + 1];
    histogram.takeSums(out, 1);
    for (int c = 0; c < countries; c++) {
      assertThat(out[1 + c]).isCloseTo(sums[c], within(1e-9));
      assertThat(out[1 + countries + c]).isCloseTo(squares[c], within(1e-7));
    }
    histogram.takeSums(out, 1);
    assertThat(out).containsOnly(0.0);
  }
}
