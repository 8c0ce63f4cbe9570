package dev.steppe.internal.kernel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Factor;
import dev.steppe.model.Node;
import dev.steppe.model.Ramp;
import dev.steppe.model.Range;
import dev.steppe.model.RiskModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A fitted model in flat arrays.
 *
 * <p>Nodes have numbers: the indicators from 0 in the order of their declaration, then the factors,
 * each after those below it, so that the root is last. Additive factors below an additive factor
 * are merged into it: its value is the sum, in declaration order, of effective weight times value
 * over the nodes where merging stops ({@link FlattenedSums}). Immutable and thread-safe.
 */
public final class CompiledModel {

  private final RiskModel model;
  private final ImmutableList<Node> nodes;
  private final Map<String, Integer> numbers = new HashMap<>();
  final int indicators;
  final Criterion[] criteria;

  /** The ramp of an indicator that is nothing else; null for all others. */
  final @Nullable Ramp[] ramps;

  final Aggregation[] aggregations;
  final int[][] children;
  final double[][] shares;
  final FlattenedSums sums;

  /** Effective weights by node. */
  final double[] effective;

  /** The factors that the root's value needs; the others are merged into those. */
  final boolean[] needed;

  final GapRule gapRule;

  /** Whether an indicator is no ramp, so that it may have treated readings. */
  final boolean treats;

  /** The share of each node within its factor, where nothing is missing. */
  final double[] sharesByNode;

  /** The coverage of each node, where nothing is missing. */
  final double[] complete;

  /** A column of one row for each node, as {@link RowEvaluator} left it: it takes it for itself. */
  final AtomicReference<double @Nullable [][]> spareColumns = new AtomicReference<>();

  /** Models that leave out what does not apply are kept up to this many: a few kinds are common. */
  static final int KEPT = 32;

  private final Map<ImmutableSet<String>, CompiledModel> leavingOut = new ConcurrentHashMap<>();

  /** By node: whether it applies to those that are scored. */
  final boolean[] applies;

  private final boolean monotone;

  private final BlockEvaluator blocks;

  /** The same, for readings that may be outside their domains. */
  private final BlockEvaluator checked;

  private CompiledModel(RiskModel model) {
    this.model = model;
    this.criteria = model.criteria().toArray(new Criterion[0]);
    this.indicators = criteria.length;
    this.ramps = new @Nullable Ramp[indicators];
    List<Node> ordered = new ArrayList<>();
    for (Criterion criterion : criteria) {
      ramps[ordered.size()] = criterion.ramp().orElse(null);
      numbers.put(criterion.code(), ordered.size());
      ordered.add(criterion);
    }
    boolean allRamps = true;
    for (Ramp ramp : ramps) {
      allRamps &= ramp != null;
    }
    this.treats = !allRamps;
    List<Factor> factors = postOrder(model.root());
    int count = factors.size();
    this.aggregations = new Aggregation[count];
    this.children = new int[count][];
    this.shares = new double[count][];
    for (int f = 0; f < count; f++) {
      Factor factor = factors.get(f);
      numbers.put(factor.code(), ordered.size());
      ordered.add(factor);
      aggregations[f] = factor.aggregation().bind(factor.childCodes());
      shares[f] = factor.shares();
      children[f] = new int[shares[f].length];
      for (int c = 0; c < shares[f].length; c++) {
        children[f][c] = find(factor.children().get(c).code());
      }
    }
    this.nodes = ImmutableList.copyOf(ordered);
    this.applies = new boolean[nodes.size()];
    Arrays.fill(applies, true);
    this.effective = new double[nodes.size()];
    for (int n = 0; n < effective.length; n++) {
      effective[n] = model.effectiveWeight(nodes.get(n).code());
    }
    this.sums = FlattenedSums.of(this, shares);
    this.sharesByNode = byNode(shares);
    this.complete = new double[nodes.size()];
    Arrays.fill(complete, 1.0);
    this.needed = new boolean[count];
    markNeeded(count - 1);
    boolean rises = true;
    for (Factor factor : model.factors()) {
      rises &= factor.aggregation().isMonotone();
    }
    this.monotone = rises;
    this.gapRule = GapRule.of(model.missing());
    this.blocks = new BlockEvaluator(this, null);
    Domains domains = Domains.of(criteria);
    this.checked = domains == null ? blocks : new BlockEvaluator(this, domains);
  }

  /** A model some of whose indicators do not apply. */
  private CompiledModel(CompiledModel whole, Set<String> notApplicable) {
    this.model = whole.model;
    this.nodes = whole.nodes;
    this.numbers.putAll(whole.numbers);
    this.criteria = whole.criteria;
    this.indicators = whole.indicators;
    this.ramps = whole.ramps;
    this.treats = whole.treats;
    this.aggregations = whole.aggregations;
    this.children = whole.children;
    this.monotone = whole.monotone;
    this.gapRule = whole.gapRule;
    this.complete = whole.complete;
    this.applies = new boolean[nodes.size()];
    for (int i = 0; i < indicators; i++) {
      applies[i] = whole.applies[i] && !notApplicable.contains(criteria[i].code());
    }
    this.shares = new double[children.length][];
    for (int f = 0; f < shares.length; f++) {
      boolean[] apply = new boolean[children[f].length];
      for (int c = 0; c < apply.length; c++) {
        apply[c] = applies[children[f][c]];
      }
      shares[f] = new double[apply.length];
      applies[indicators + f] = ChildShares.of(whole.shares[f], apply, 1, shares[f]);
    }
    this.sharesByNode = byNode(shares);
    this.effective = sharesByNode.clone();
    for (int f = shares.length - 1; f >= 0; f--) {
      for (int child : children[f]) {
        effective[child] *= effective[indicators + f];
      }
    }
    this.sums = FlattenedSums.of(this, shares);
    this.needed = new boolean[shares.length];
    markNeeded(shares.length - 1);
    this.blocks = new BlockEvaluator(this, null);
    Domains domains = Domains.of(criteria);
    this.checked = domains == null ? blocks : new BlockEvaluator(this, domains);
  }

  /**
   * The model as it is for those to whom some indicators do not apply: these have no weight, and
   * what is beside them in their factor has theirs, in proportion. So it is with a factor of which
   * nothing applies. What is missing is missing of the rest.
   *
   * @param notApplicable codes, of which those of no indicator are passed over
   */
  public CompiledModel leavingOut(Set<String> notApplicable) {
    for (String code : notApplicable) {
      int node = find(code);
      if (node >= 0 && node < indicators && applies[node]) {
        return own(ImmutableSet.copyOf(notApplicable));
      }
    }
    return this;
  }

  private CompiledModel own(ImmutableSet<String> notApplicable) {
    CompiledModel kept = leavingOut.get(notApplicable);
    if (kept == null) {
      kept = new CompiledModel(this, notApplicable);
      if (leavingOut.size() < KEPT) {
        leavingOut.put(notApplicable, kept);
      }
    }
    return kept;
  }

  /** Whether an indicator, or anything that weighs below a factor, applies. */
  public boolean applies(int node) {
    return applies[node];
  }

  /**
   * Compiles a model.
   *
   * @throws IllegalArgumentException if an indicator is still to be fitted
   */
  public static CompiledModel of(RiskModel model) {
    List<String> open = new ArrayList<>();
    for (Criterion criterion : model.criteria()) {
      if (!criterion.isFitted()) {
        open.add(criterion.code());
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          "Model '"
              + model.name()
              + "' needs a reference set for "
              + open
              + ". Use Scorer.fit(model, reference).");
    }
    return new CompiledModel(model);
  }

  private static List<Factor> postOrder(Factor factor) {
    List<Factor> found = new ArrayList<>();
    for (Node child : factor.children()) {
      found.addAll(child.fold(CompiledModel::postOrder, criterion -> List.<Factor>of()));
    }
    found.add(factor);
    return found;
  }

  /** Shares by factor and child as shares by node; the root has all. */
  double[] byNode(double[][] shares) {
    double[] byNode = new double[nodes.size()];
    byNode[byNode.length - 1] = 1;
    for (int f = 0; f < shares.length; f++) {
      for (int c = 0; c < shares[f].length; c++) {
        byNode[children[f][c]] = shares[f][c];
      }
    }
    return byNode;
  }

  private void markNeeded(int factor) {
    needed[factor] = true;
    for (int node : sums.nodes(factor)) {
      if (node >= indicators) {
        markNeeded(node - indicators);
      }
    }
  }

  /** The model. */
  public RiskModel model() {
    return model;
  }

  /** The nodes by number. */
  public ImmutableList<Node> nodes() {
    return nodes;
  }

  /** The indicator with a number, as it stands in the model. */
  public Criterion criterion(int indicator) {
    return criteria[indicator];
  }

  /** The number of indicators, which have the numbers from 0. */
  public int indicatorCount() {
    return indicators;
  }

  /** The number of the root, the last one. */
  public int root() {
    return nodes.size() - 1;
  }

  /** The number of a node; -1 if the model has no such code. */
  public int find(String code) {
    return numbers.getOrDefault(code, -1);
  }

  /** The numbers of a factor's children. */
  public ImmutableIntArray childrenOf(int factor) {
    return ImmutableIntArray.copyOf(children[factor - indicators]);
  }

  /** Whether the score never falls while a value rises, and lies between them. */
  boolean isMonotone() {
    return monotone;
  }

  /** The effective weight of a node. */
  public double effectiveWeight(int node) {
    return effective[node];
  }

  /** Whether a reading that weighs is missing and may be anything. */
  public boolean leavesOpen(SampledProfile subject) {
    if (gapRule.isMiddleOfTwo()) {
      CompiledModel own = leavingOut(subject.notApplicable);
      for (int i = 0; i < indicators; i++) {
        if (own.effective[i] > 0 && Double.isNaN(subject.readings[i])) {
          return true;
        }
      }
    }
    return false;
  }

  /** The least and the greatest value that an indicator can have. */
  Range scale(int indicator) {
    Criterion criterion = criteria[indicator];
    return criterion.normalization().scale(criterion.indicator().direction());
  }

  /** The least and the greatest value of an indicator's readings within bounds. */
  Range bounds(int indicator, double lower, double upper) {
    Criterion criterion = criteria[indicator];
    return criterion
        .normalization()
        .bounds(
            criterion.treatment().treat(lower),
            criterion.treatment().treat(upper),
            criterion.indicator().direction());
  }

  boolean isMerged(int node) {
    return node >= indicators && aggregations[node - indicators].isAdditive();
  }

  /**
   * Scores rows of readings within their domains.
   *
   * @param columns a column of readings for each indicator, NaN where missing
   * @param from the first row
   * @param to the row after the last
   * @param scores receives the score of row {@code from + i} at {@code at + i}; NaN where the row
   *     has too little data for one
   * @return how many rows have no score
   */
  public int score(double[][] columns, int from, int to, double[] scores, int at) {
    return blocks.score(columns, from, to, scores, at);
  }

  /**
   * As {@link #score}, unless a reading is outside its domain.
   *
   * @return how many rows have no score; negative if a reading is outside its domain, and then what
   *     is in {@code scores} means nothing
   */
  public int scoreInDomains(double[][] columns, int from, int to, double[] scores, int at) {
    return checked.score(columns, from, to, scores, at);
  }

  /** Turns the first readings of a column into normalised values, in place. */
  void normalize(int indicator, int rows, double[] column) {
    blocks.normalize(indicator, rows, column);
  }

  /**
   * Evaluates one row in full.
   *
   * @param readings central readings by indicator, NaN where missing
   * @param lower lower bounds of the readings; the same array as {@code readings} if all are exact
   * @param upper upper bounds, likewise
   */
  public Evaluation evaluate(double[] readings, double[] lower, double[] upper) {
    return RowEvaluator.evaluate(this, readings, lower, upper);
  }

  /**
   * Whether what is there would be enough for a score, whatever its values.
   *
   * @param values by indicator; NaN where missing
   */
  public boolean isEnough(double[] values) {
    return gapRule.reweighting(this, values).present[root()];
  }
}
