package dev.steppe.revision;

import static java.util.Objects.requireNonNull;

import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.internal.WorkerPool;
import dev.steppe.internal.math.OwenValue;
import dev.steppe.internal.random.SplitMix64;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Owen value of changes, with those of the model, of the readings and of who is ranked as the
 * unions.
 *
 * <p>Changes without which others leave no score are found and joined: if a set of changes has no
 * score, each change that it would have to lose, and each that it would have to gain, are one.
 */
final class RevisionSplit {

  /** A change: some switches that are turned at once. */
  private final List<BitSet> players = new ArrayList<>();

  private final RevisionGame game;
  private final Execution execution;
  private final Map<BitSet, double[]> known = new HashMap<>();
  private final Set<BitSet> unscored = new HashSet<>();

  private @Nullable SampleDesign design;

  /** By player, then the points and places of each country. */
  double[][] parts = {};

  double[][] standardErrors = {};

  private RevisionSplit(RevisionGame game, Execution execution) {
    this.game = game;
    this.execution = execution;
    for (int i = 0; i < game.switches().size(); i++) {
      BitSet one = new BitSet();
      one.set(i);
      players.add(one);
    }
    for (List<String> pair : game.together()) {
      BitSet joined = new BitSet();
      for (String name : pair) {
        if (game.switches().contains(name)) {
          joined.set(game.switches().indexOf(name));
        }
      }
      join(joined);
    }
  }

  /** By random orders if there is a design, or if there are too many changes of a kind. */
  static RevisionSplit of(
      RevisionGame game,
      @Nullable SampleDesign design,
      int mostExact,
      SampleDesign otherwise,
      Execution execution) {
    RevisionSplit split = new RevisionSplit(game, execution);
    split.joinWhatFailsAtTheEnds();
    if (design != null || split.owen().greatestUnion() > mostExact) {
      split.design = design == null ? otherwise : design;
      split.sample(split.design);
    } else {
      split.exact();
    }
    return split;
  }

  /** How orders were sampled; null if the parts are exact. */
  @Nullable SampleDesign design() {
    return design;
  }

  /** The switches of each change. */
  List<BitSet> players() {
    return players;
  }

  RevisionChange.Kind kind(BitSet player) {
    if (player.stream().anyMatch(game::isOfModel)) {
      return RevisionChange.Kind.MODEL;
    }
    return player.stream().allMatch(game::isOfCountries)
        ? RevisionChange.Kind.COUNTRIES
        : RevisionChange.Kind.READINGS;
  }

  private OwenValue owen() {
    players.sort(
        (first, second) -> {
          int byKind = kind(first).compareTo(kind(second));
          return byKind != 0 ? byKind : first.nextSetBit(0) - second.nextSetBit(0);
        });
    int[] unionOf = new int[players.size()];
    for (int i = 1; i < unionOf.length; i++) {
      boolean same = kind(players.get(i)) == kind(players.get(i - 1));
      unionOf[i] = unionOf[i - 1] + (same ? 0 : 1);
    }
    return new OwenValue(unionOf);
  }

  private void exact() {
    while (true) {
      OwenValue owen = owen();
      Set<BitSet> coalitions = owen.coalitions();
      List<BitSet> failing = evaluate(coalitions);
      if (failing.isEmpty()) {
        parts = owen.of(coalition -> requireNonNull(known.get(turned(coalition))));
        standardErrors = new double[players.size()][2 * game.countries().size()];
        return;
      }
      mend(failing);
    }
  }

  /** Most of what only works together shows where one change is made, or one is left out. */
  private void joinWhatFailsAtTheEnds() {
    List<BitSet> failing;
    do {
      Set<BitSet> ends = new HashSet<>();
      for (int player = 0; player < players.size(); player++) {
        BitSet one = new BitSet();
        one.set(player);
        ends.add(one);
        BitSet others = new BitSet();
        others.set(0, players.size());
        others.clear(player);
        ends.add(others);
      }
      failing = evaluate(ends);
      if (!failing.isEmpty()) {
        mend(failing);
      }
    } while (!failing.isEmpty());
  }

  /** Evaluates what is not known yet, and returns the coalitions that have no score. */
  private List<BitSet> evaluate(Set<BitSet> coalitions) {
    List<BitSet> open = new ArrayList<>();
    for (BitSet coalition : coalitions) {
      BitSet turned = turned(coalition);
      if (!known.containsKey(turned) && !unscored.contains(turned)) {
        open.add(turned);
      }
    }
    double[][] values = new double[open.size()][];
    WorkerPool.run(execution, open.size(), i -> values[i] = values(open.get(i)));
    for (int i = 0; i < values.length; i++) {
      keep(open.get(i), values[i]);
    }
    List<BitSet> failing = new ArrayList<>();
    for (BitSet coalition : coalitions) {
      if (unscored.contains(turned(coalition))) {
        failing.add(coalition);
      }
    }
    return failing;
  }

  private double[] values(BitSet turned) {
    double @Nullable [] values = game.values(turned);
    return values == null ? new double[0] : values;
  }

  private void keep(BitSet turned, double[] values) {
    if (values.length == 0) {
      unscored.add(turned);
    } else {
      known.put(turned, values);
    }
  }

  private boolean fails(BitSet coalition) {
    BitSet turned = turned(coalition);
    if (!known.containsKey(turned) && !unscored.contains(turned)) {
      keep(turned, values(turned));
    }
    return unscored.contains(turned);
  }

  private BitSet turned(BitSet coalition) {
    BitSet turned = new BitSet();
    coalition.stream().forEach(player -> turned.or(players.get(player)));
    return turned;
  }

  /** Joins changes that only work together, as the sets nearest to none or to all show them. */
  private void mend(List<BitSet> failing) {
    TreeMap<Integer, List<BitSet>> byDepth = new TreeMap<>();
    for (BitSet coalition : failing) {
      int size = coalition.cardinality();
      byDepth
          .computeIfAbsent(Math.min(size, players.size() - size), absent -> new ArrayList<>())
          .add(coalition);
    }
    for (List<BitSet> atDepth : byDepth.values()) {
      List<BitSet> joints = new ArrayList<>();
      for (BitSet coalition : atDepth) {
        joints.addAll(joint(coalition));
      }
      if (!joints.isEmpty()) {
        joints.forEach(this::join);
        return;
      }
    }
    BitSet all = new BitSet();
    all.set(0, game.switches().size());
    join(all);
  }

  /** The switches of all changes that a set would have to lose or gain; none if it needs more. */
  private List<BitSet> joint(BitSet coalition) {
    BitSet lost = new BitSet();
    BitSet gained = new BitSet();
    for (int player = 0; player < players.size(); player++) {
      BitSet other = (BitSet) coalition.clone();
      other.flip(player);
      if (!fails(other)) {
        (coalition.get(player) ? lost : gained).or(players.get(player));
      }
    }
    if (lost.isEmpty() || gained.isEmpty()) {
      return List.of();
    }
    lost.or(gained);
    return List.of(lost);
  }

  /** Makes one of all changes that have one of these switches. */
  private void join(BitSet switches) {
    BitSet one = new BitSet();
    List<BitSet> others = new ArrayList<>();
    for (BitSet player : players) {
      if (player.intersects(switches)) {
        one.or(player);
      } else {
        others.add(player);
      }
    }
    if (!one.isEmpty()) {
      others.add(one);
    }
    players.clear();
    players.addAll(others);
  }

  /** So many orders are followed before any is counted, which bounds the memory. */
  private static final int BLOCK = 16;

  private void sample(SampleDesign design) {
    int pairs = (int) design.size();
    boolean again = true;
    while (again) {
      again = false;
      OwenValue owen = owen();
      int games = 2 * game.countries().size();
      parts = new double[players.size()][games];
      double[][] squares = new double[players.size()][games];
      for (long start = 0; start < pairs && !again; start += BLOCK) {
        int first = (int) start;
        Gains[] gains = new Gains[Math.min(BLOCK, pairs - first)];
        WorkerPool.run(
            execution, gains.length, i -> gains[i] = gains(order(owen, design.seed(), first + i)));
        List<BitSet> failing = new ArrayList<>();
        for (int i = 0; i < gains.length; i++) {
          failing.addAll(gains[i].failing);
          count(gains[i], first + i, squares);
        }
        if (!failing.isEmpty()) {
          mend(failing);
          again = true;
        }
      }
      standardErrors = squares;
    }
    for (double[] squares : standardErrors) {
      for (int i = 0; i < squares.length; i++) {
        squares[i] = Math.sqrt(squares[i] / (pairs - 1.0) / pairs);
      }
    }
  }

  private static int[] order(OwenValue owen, long seed, int pair) {
    SplitMix64 random = new SplitMix64(seed);
    random.restart(seed, 0, pair);
    int[] unions = random.order(owen.unions());
    return owen.together(unions, random.order(owen.players()));
  }

  /** The mean gains along an order and its reverse, or what has no score on the way. */
  private static final class Gains {

    final double[][] ofPlayers;
    final List<BitSet> failing = new ArrayList<>();

    Gains(int players, int games) {
      this.ofPlayers = new double[players][games];
    }
  }

  private Gains gains(int[] order) {
    Gains gains = new Gains(order.length, 2 * game.countries().size());
    int[] reverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      reverse[i] = order[order.length - 1 - i];
    }
    follow(order, gains);
    follow(reverse, gains);
    return gains;
  }

  private void follow(int[] order, Gains gains) {
    BitSet coalition = new BitSet();
    double[] last = values(coalition);
    for (int player : order) {
      coalition.set(player);
      double[] next = values(turned(coalition));
      if (next.length == 0) {
        gains.failing.add((BitSet) coalition.clone());
      } else if (last.length > 0) {
        for (int i = 0; i < next.length; i++) {
          gains.ofPlayers[player][i] += (next[i] - last[i]) / 2;
        }
      }
      last = next;
    }
  }

  /** Welford's update keeps its digits. */
  private void count(Gains gains, int pair, double[][] squares) {
    for (int player = 0; player < parts.length; player++) {
      for (int i = 0; i < parts[player].length; i++) {
        double gain = gains.ofPlayers[player][i];
        double deviation = gain - parts[player][i];
        parts[player][i] += deviation / (pair + 1);
        squares[player][i] += deviation * (gain - parts[player][i]);
      }
    }
  }
}
