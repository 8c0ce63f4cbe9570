package dev.steppe.tipping;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Progress;
import dev.steppe.model.Node;
import dev.steppe.score.NodeScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The least joint change. Indicators that enter the score through one weighted sum form a block
 * whose cost is known in closed form; what remains is how far each block goes. With one block, as
 * in an additive model, that is the gap itself; else it is searched for.
 */
final class JointChange {

  /** The share of the greatest weight below which the weight of a term is lost in a sum. */
  private static final double LOST = 1e-17;

  private final StartAndTarget state;
  private final TippingMeasure measure;
  private final long limit;
  private final Progress progress;
  private final List<TippingLever> alone;
  private final List<IndicatorBlock> blocks = new ArrayList<>();

  /** The last block that is a sum, and the greatest weight in it, which counts as 1 there. */
  private @Nullable IndicatorBlock sum;

  private double unit = 1;

  private JointChange(
      StartAndTarget state,
      List<TippingLever> alone,
      TippingMeasure measure,
      long limit,
      Progress progress) {
    this.state = state;
    this.alone = alone;
    this.measure = measure;
    this.limit = limit;
    this.progress = progress;
  }

  static TippingChange of(
      StartAndTarget state,
      List<TippingLever> alone,
      TippingMeasure measure,
      long limit,
      Progress progress) {
    return new JointChange(state, alone, measure, limit, progress).run();
  }

  private TippingChange run() {
    if (state.isReachedAtOnce()) {
      return change(state.readings, 0);
    }
    new Blocks().addAll();
    double[] all = new double[state.rooms.length];
    for (IndicatorBlock block : blocks) {
      block.move(block.room(), all);
    }
    double[] farthest = state.row(all);
    boolean reaches = state.isReached(state.score(farthest));
    double bound = 0;
    List<double[]> answers = new ArrayList<>();
    if (reaches) {
      double[] moves = new double[state.rooms.length];
      bound = search(moves);
      answers.add(state.row(moves));
    }
    answers.add(farthest);
    // What one does alone is an answer too: rounding must not make of it more than all can do.
    for (int i = 0; i < alone.size(); i++) {
      if (alone.get(i).reaches()) {
        double[] row = state.readings.clone();
        row[i] = alone.get(i).neededReading().orElseThrow();
        answers.add(row);
      }
    }
    return cheapest(answers, bound);
  }

  /**
   * Searches for the cheapest moves, where all together suffice.
   *
   * @return a lower bound of the sum of parts
   */
  private double search(double[] moves) {
    if (sum != null && blocks.size() == 1 && state.additive) {
      double progress = state.gap() / unit;
      sum.move(progress, moves);
      state.repair(moves);
      return sum.dual(progress);
    }
    BranchAndBound search = new BranchAndBound(blocks, this::beyond, limit, progress);
    double[] found = search.run();
    for (int b = 0; b < found.length; b++) {
      blocks.get(b).move(found[b], moves);
    }
    dropTraces(moves);
    state.repair(moves);
    return search.lowerBound();
  }

  /** The first of the cheapest answers that reach the target; where none does, the first. */
  private TippingChange cheapest(List<double[]> answers, double bound) {
    double[] scores = state.scores(answers.toArray(new double[0][]));
    double[] best = answers.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < scores.length; a++) {
      double parts = parts(answers.get(a));
      if (state.isReached(scores[a]) && parts < least) {
        least = parts;
        best = answers.get(a);
      }
    }
    return change(best, bound);
  }

  private double parts(double[] row) {
    double parts = 0;
    for (int i = 0; i < row.length; i++) {
      if (Double.compare(row[i], state.readings[i]) != 0) {
        TippingMove move = move(i, row[i]);
        parts += measure.part(move.cost(), move.points());
      }
    }
    return parts;
  }

  /** Leaves out moves that bisection could not tell from none, if the others suffice. */
  private void dropTraces(double[] moves) {
    double[] without = moves.clone();
    for (int i = 0; i < moves.length; i++) {
      without[i] = moves[i] < 1e-6 ? 0 : moves[i];
    }
    double[] repaired = without.clone();
    state.repair(repaired);
    double added = 0;
    for (int i = 0; i < moves.length; i++) {
      added = Math.max(added, repaired[i] - without[i]);
    }
    if (added < 1e-6 && state.isReached(state.score(state.row(repaired)))) {
      System.arraycopy(without, 0, moves, 0, moves.length);
    }
  }

  /** How far the score is beyond the target when each block has made some progress. */
  private double beyond(double[] progress) {
    double[] points = new double[state.rooms.length];
    double[] values = state.values.clone();
    for (int b = 0; b < progress.length; b++) {
      IndicatorBlock block = blocks.get(b);
      block.move(progress[b], points);
      for (int i : block.indicators()) {
        values[i] = state.value(i, points[i]);
      }
    }
    return state.beyond(state.byValues().score(values));
  }

  /**
   * The change to other readings.
   *
   * @param lowerBound of the sum of parts
   */
  private TippingChange change(double[] row, double lowerBound) {
    List<TippingMove> moves = new ArrayList<>();
    Map<String, Double> changed = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      if (Double.compare(row[i], state.readings[i]) != 0) {
        TippingMove move = move(i, row[i]);
        moves.add(move);
        changed.put(move.code(), row[i]);
      }
    }
    double score = state.score(row);
    boolean reaches = state.isReached(score);
    moves.sort(Comparator.comparingDouble(TippingMove::points).reversed());
    double cost = measure.total(parts(row));
    return new TippingChange(
        measure,
        reaches,
        score,
        reaches ? OptionalDouble.of(cost) : OptionalDouble.empty(),
        reaches
            ? OptionalDouble.of(Math.min(cost, measure.total(lowerBound)))
            : OptionalDouble.empty(),
        ImmutableList.copyOf(moves),
        state.card.scorer().moved(state.card.profile(), changed));
  }

  private TippingMove move(int i, double reading) {
    return new TippingMove(
        state.criteria[i].indicator(),
        state.readings[i],
        reading,
        state.values[i],
        state.scale(i).value(reading),
        state.costs.cost(state.code(i)));
  }

  /** Finds the blocks of the model. */
  private final class Blocks {

    private final Map<String, Double> shares = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    void addAll() {
      for (NodeScore node : state.card.nodes()) {
        shares.put(node.code(), node.weight());
      }
      for (int i = 0; i < state.criteria.length; i++) {
        numbers.put(state.code(i), i);
      }
      visit(state.card.model().root());
    }

    private void visit(Node node) {
      if (entersSum(node)) {
        Run run = new Run();
        collect(node, 1, run);
        run.close();
      } else {
        node.children().forEach(this::visit);
      }
    }

    /** Follows additive factors down as far as they go. */
    private void collect(Node node, double weight, Run run) {
      if (node.isLeaf()) {
        run.add(node.code(), weight);
      }
      for (Node child : node.children()) {
        if (entersSum(child)) {
          collect(child, weight * shares.getOrDefault(child.code(), 0.0), run);
        } else {
          visit(child);
        }
      }
    }

    /** Whether a node is a term of a weighted sum, or one itself. */
    private static boolean entersSum(Node node) {
      return node.fold(factor -> factor.aggregation().isAdditive(), criterion -> true);
    }

    /** A block in the making. */
    private final class Run {
      private final List<Integer> free = new ArrayList<>();
      private final List<Double> weights = new ArrayList<>();

      void add(String code, double weight) {
        int i = numbers.getOrDefault(code, -1);
        if (!state.isMovable(i) || !(weight > 0)) {
          return;
        }
        double[] levels = state.levels[i];
        if (levels.length > 0) {
          blocks.add(new DiscreteBlock(measure, i, state.costs.cost(code), levels));
        } else {
          free.add(i);
          weights.add(weight);
        }
      }

      /** Leaves out what is lost in the sum, whatever it does. */
      private void drop() {
        double greatest = weights.stream().mapToDouble(w -> w).max().orElse(0);
        for (int k = weights.size() - 1; k >= 0; k--) {
          if (weights.get(k) < LOST * greatest) {
            weights.remove(k);
            free.remove(k);
          }
        }
      }

      void close() {
        drop();
        if (!free.isEmpty()) {
          unit = weights.stream().mapToDouble(w -> w).max().orElseThrow();
          sum =
              new ContinuousBlock(
                  measure,
                  free.stream().mapToInt(i -> i).toArray(),
                  weights.stream().mapToDouble(w -> w / unit).toArray(),
                  free.stream().mapToDouble(i -> state.costs.cost(state.code(i))).toArray(),
                  free.stream().mapToDouble(i -> state.rooms[i]).toArray());
          blocks.add(sum);
        }
      }
    }
  }
}
