package dev.steppe.internal.tally;

import dev.steppe.internal.DrawBlock;
import java.util.Arrays;

/**
 * Counts the order of countries whose scores are intervals: a draw gives a country the least and
 * the greatest score that it may have, or one score if the two are the same for sure. One is surely
 * above another if its least is above the other's greatest.
 *
 * <p>Both ends of all intervals are sorted together, so that the best rank that a country may have
 * is seen at its greatest score, from how many least scores came before, and the worst at its least
 * score, from how many greatest ones did.
 */
public final class IntervalTally {

  private final IntervalPlaces places;
  private final int countries;
  private final double[][] columns;
  private final ScoreBlock block;
  private final SortingNetwork network;
  private final PairTally pairs;
  private final ScoreHistogram scores;
  private final boolean[] tied = new boolean[DrawBlock.SIZE];

  /** By row, the last that was sorted, and how many ends were before those level with it. */
  private final int[] last = new int[DrawBlock.SIZE];

  private final int[] leastAbove = new int[DrawBlock.SIZE];
  private final int[] greatestAbove = new int[DrawBlock.SIZE];

  /** The same with those that are level. */
  private final int[] leastSoFar = new int[DrawBlock.SIZE];

  private final int[] greatestSoFar = new int[DrawBlock.SIZE];

  /** By country and row: the best rank, from 0, once its greatest score has been seen. */
  private final int[][] bestOfRow;

  private final long[][] best;
  private final long[][] worst;
  private final long[][] sure;

  /** By country and rank: what is added to the shares of this rank and all after it. */
  private final double[] steps;

  private final ReproducibleSums sums;

  /** Counts nothing yet. */
  public IntervalTally(IntervalPlaces places) {
    this.places = places;
    this.countries = places.countries();
    int ends = places.count();
    this.columns = new double[ends][];
    this.block = new ScoreBlock(ends);
    this.network = new SortingNetwork(ends);
    this.pairs = new PairTally(ends, countries, places.intervals());
    this.scores = new ScoreHistogram(new double[ends]);
    this.bestOfRow = new int[countries][DrawBlock.SIZE];
    this.best = new long[countries][countries];
    this.worst = new long[countries][countries];
    this.sure = new long[countries][countries];
    this.steps = new double[countries * (countries + 1)];
    this.sums = new ReproducibleSums(steps.length + 2 * ends);
  }

  /**
   * Counts the first rows of a block, and may overwrite the others.
   *
   * @param low by country and row, the least scores
   * @param high the greatest
   */
  public void add(double[][] low, double[][] high, int rows) {
    for (int c = 0; c < countries; c++) {
      columns[places.greatest(c)] = high[c];
      columns[places.least(c)] = low[c];
    }
    block.read(columns, rows);
    network.sort(block, tied);
    pairs.add(network, rows);
    addRanks(rows);
    scores.add(block);
  }

  private void addRanks(int rows) {
    Arrays.fill(leastSoFar, 0);
    Arrays.fill(greatestSoFar, 0);
    Arrays.fill(leastAbove, 0);
    Arrays.fill(greatestAbove, 0);
    for (int place = columns.length - 1; place >= 0; place--) {
      for (int r = 0; r < rows; r++) {
        int item = network.country(place, r);
        if (place == columns.length - 1 || !areLevel(item, last[r], r)) {
          leastAbove[r] = leastSoFar[r];
          greatestAbove[r] = greatestSoFar[r];
        } else {
          addTies(place, r);
        }
        last[r] = item;
        int country = places.owner(item);
        if (item == places.greatest(country)) {
          bestOfRow[country][r] = leastAbove[r];
          greatestSoFar[r]++;
        }
        if (item == places.least(country)) {
          addRank(country, item, r);
          leastSoFar[r]++;
        }
      }
    }
  }

  /**
   * Counts the ranks of a country whose greatest score has been seen, or is level with its least.
   */
  private void addRank(int country, int item, int row) {
    boolean isLevel = areLevel(item, places.greatest(country), row);
    int most = isLevel ? leastAbove[row] : bestOfRow[country][row];
    // Its own greatest score is not above it.
    int fewest = isLevel ? greatestAbove[row] : greatestAbove[row] - 1;
    best[country][most]++;
    worst[country][fewest]++;
    if (most == fewest) {
      sure[country][most]++;
    }
    double share = 1.0 / (fewest - most + 1);
    steps[country * (countries + 1) + most] += share;
    steps[country * (countries + 1) + fewest + 1] -= share;
  }

  private boolean areLevel(int item, int other, int row) {
    return item == other
        || (tied[row]
            && SortingNetwork.rounded(block.scores[item][row])
                == SortingNetwork.rounded(block.scores[other][row]));
  }

  /** Notes with whom of those before it what has a place is level. */
  private void addTies(int place, int row) {
    int item = network.country(place, row);
    for (int above = place + 1;
        above < columns.length && areLevel(item, network.country(above, row), row);
        above++) {
      pairs.addTie(network.country(above, row), item);
    }
  }

  /** Ends a task: sums are rounded, so that they do not depend on the order of the tasks. */
  public void endTask() {
    double[] all = Arrays.copyOf(steps, sums.size());
    scores.takeSums(all, steps.length);
    sums.add(all);
    Arrays.fill(steps, 0);
  }

  /** By country and country: the draws in which the first is above the second for sure. */
  public long[][] surelyAbove() {
    long[][] above = new long[countries][countries];
    for (int c = 0; c < countries; c++) {
      for (int d = 0; d < countries; d++) {
        above[c][d] = c == d ? 0 : pairs.above(places.least(c), places.greatest(d));
      }
    }
    return above;
  }

  /** By country and country: the draws in which the first may be above the second. */
  public long[][] maybeAbove() {
    long[][] above = new long[countries][countries];
    for (int c = 0; c < countries; c++) {
      for (int d = 0; d < countries; d++) {
        above[c][d] = c == d ? 0 : pairs.above(places.greatest(c), places.least(d));
      }
    }
    return above;
  }

  /** By country and rank, from 0: the draws in which it is the best that it may have. */
  public long[][] best() {
    return best;
  }

  /** By country and rank, from 0: the draws in which it is the worst that it may have. */
  public long[][] worst() {
    return worst;
  }

  /** By country and rank, from 0: the draws in which it has no other. */
  public long[][] sure() {
    return sure;
  }

  /** How many of the scores that are counted round to each step, by end. */
  public ScoreCounts scores() {
    return scores.counts();
  }

  /**
   * The sums of all tasks: by country and rank, of which there is one more than countries, what is
   * added to the shares of this rank and all after it, where a draw counts in equal parts for all
   * ranks that it leaves open; then by end, of the scores; and of their squares.
   */
  public ReproducibleSums sums() {
    return sums;
  }
}
