package dev.steppe.testing;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;

/** Random models of depth 1 to 4 with all methods, their oracle, and profiles to score. */
public final class RandomModels {

  private final Random random;
  private final boolean additive;
  private int leaves;
  private int groups;

  private RandomModels(long seed, boolean additive) {
    this.random = new Random(seed);
    this.additive = additive;
  }

  /** A model, its oracle, and complete profiles without uncertainty. */
  public record Case(long seed, RiskModel model, NaiveNode oracle, List<CountryProfile> profiles) {

    public Scorer scorer() {
      return Scorer.of(model);
    }

    /** The profiles with about the given share of readings left out, never all. */
    public List<CountryProfile> withGaps(double share) {
      Random random = new Random(seed ^ 0x5DEECE66DL);
      List<CountryProfile> gaps = new ArrayList<>();
      for (CountryProfile profile : profiles) {
        CountryProfile thinned = profile;
        for (String code : profile.codes()) {
          if (random.nextDouble() < share && thinned.codes().size() > 1) {
            thinned = thinned.withoutReading(code);
          }
        }
        gaps.add(thinned);
      }
      return gaps;
    }

    /**
     * The profiles with gaps, and with about the given share of indicators that do not apply, of
     * which some that weighs always does.
     */
    public List<CountryProfile> withNotApplicable(double share, double gaps) {
      Random random = new Random(seed ^ 0xFACEL);
      List<CountryProfile> partial = new ArrayList<>();
      for (CountryProfile profile : withGaps(gaps)) {
        CountryProfile less = profile;
        for (Indicator indicator : model.indicators()) {
          CountryProfile next =
              less.withNotApplicable(indicator.code(), NotApplicable.because("so it is"));
          if (random.nextDouble() < share
              && NaiveNode.without(oracle, next.notApplicable().keySet()).isPresent()) {
            less = next;
          }
        }
        partial.add(less);
      }
      return partial;
    }

    /** The profiles with some exact readings made uncertain. */
    public List<CountryProfile> withUncertainty() {
      Random random = new Random(seed ^ 0xBEEFL);
      List<CountryProfile> uncertain = new ArrayList<>();
      for (CountryProfile profile : profiles) {
        CountryProfile blurred = profile;
        for (String code : profile.codes()) {
          if (random.nextInt(3) == 0) {
            double value = profile.estimate(code).orElseThrow().central();
            blurred = blurred.withReading(code, Estimate.between(value - 5, value + 5));
          }
        }
        uncertain.add(blurred);
      }
      return uncertain;
    }
  }

  /** The seeds of the property tests: 200, or what {@code -Dsteppe.seeds} says. */
  public static LongStream seeds() {
    return LongStream.range(0, Long.getLong("steppe.seeds", 200));
  }

  /** A model with all aggregations. */
  public static Case generate(long seed) {
    return new RandomModels(seed, false).generateCase(seed);
  }

  /** A model whose score is a weighted sum. */
  public static Case additive(long seed) {
    return new RandomModels(seed, true).generateCase(seed);
  }

  private Case generateCase(long seed) {
    int depth = 1 + random.nextInt(4);
    ModelBuilder builder = RiskModel.builder("random-" + seed);
    List<NaiveNode> children = new ArrayList<>();
    Draft root = draft();
    int count = 2 + random.nextInt(3);
    for (int c = 0; c < count; c++) {
      if (depth > 1 && random.nextInt(3) > 0) {
        String code = "f" + groups++;
        double weight = weight(c);
        List<NaiveNode> below = new ArrayList<>();
        Draft draft = draft();
        builder.factor(code, weight, f -> fill(f, draft, depth - 1, below));
        children.add(draft.group(code, weight, below));
      } else {
        LeafDraft leaf = leaf(c);
        builder.indicator(leaf.indicator, leaf.weight, leaf.treatment, leaf.normalization);
        children.add(leaf.node());
      }
    }
    builder.aggregation(root.aggregationOf(children)).missing(MissingPolicy.reweight(0));
    RiskModel model = builder.build();
    List<CountryProfile> profiles = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      CountryProfile.Builder profile =
          CountryProfile.builder(Country.of("A" + (char) ('A' + p) + "A", "Country " + p));
      model
          .indicators()
          .forEach(i -> profile.reading(i.code(), Math.round(random.nextDouble() * 1200) / 10.0));
      profiles.add(profile.build());
    }
    return new Case(seed, model, root.group(model.name(), 1, children), profiles);
  }

  private void fill(Factor.Builder factor, Draft draft, int depth, List<NaiveNode> below) {
    int count = 1 + random.nextInt(4);
    for (int c = 0; c < count; c++) {
      if (depth > 1 && random.nextInt(2) == 0) {
        String code = "f" + groups++;
        double weight = weight(c);
        List<NaiveNode> inner = new ArrayList<>();
        Draft innerDraft = draft();
        factor.factor(code, weight, f -> fill(f, innerDraft, depth - 1, inner));
        below.add(innerDraft.group(code, weight, inner));
      } else {
        LeafDraft leaf = leaf(c);
        factor.indicator(leaf.indicator, leaf.weight, leaf.treatment, leaf.normalization);
        below.add(leaf.node());
      }
    }
    factor.aggregation(draft.aggregationOf(below));
  }

  /** The first child always weighs something; a later one may weigh nothing. */
  private double weight(int position) {
    return position > 0 && random.nextInt(12) == 0 ? 0 : 0.1 + 3 * random.nextDouble();
  }

  private record Draft(Aggregation aggregation, NaiveNode.Kind kind, double parameter) {
    NaiveNode group(String code, double weight, List<NaiveNode> children) {
      List<Interaction> interactions = interactions(children);
      boolean none = kind == NaiveNode.Kind.CHOQUET && interactions.isEmpty();
      return new NaiveNode.Group(
          code, weight, none ? NaiveNode.Kind.ARITHMETIC : kind, parameter, interactions, children);
    }

    Aggregation aggregationOf(List<NaiveNode> children) {
      List<Interaction> interactions = interactions(children);
      return interactions.isEmpty()
          ? aggregation
          : Aggregation.choquet(interactions.toArray(new Interaction[0]));
    }

    /**
     * Interactions of some pairs that weigh anything, as strong as the weights allow in half of the
     * cases, else weaker. The parameter is the seed.
     */
    private List<Interaction> interactions(List<NaiveNode> children) {
      List<Interaction> drawn = new ArrayList<>();
      if (kind != NaiveNode.Kind.CHOQUET) {
        return drawn;
      }
      Random random = new Random((long) parameter);
      double total = children.stream().mapToDouble(NaiveNode::weight).sum();
      Map<String, Double> halves = new HashMap<>();
      for (int i = 0; i < children.size(); i++) {
        for (int j = i + 1; j < children.size(); j++) {
          NaiveNode one = children.get(j);
          NaiveNode other = children.get(i);
          double strength = 2 * random.nextDouble() - 1;
          if (one.weight() > 0 && other.weight() > 0 && random.nextInt(4) > 0) {
            drawn.add(Interaction.of(one.code(), other.code(), strength));
            halves.merge(one.code(), Math.abs(strength) / 2, Double::sum);
            halves.merge(other.code(), Math.abs(strength) / 2, Double::sum);
          }
        }
      }
      double excess = 0;
      for (NaiveNode child : children) {
        double half = halves.getOrDefault(child.code(), 0.0);
        excess = half > 0 ? Math.max(excess, half / (child.weight() / total)) : excess;
      }
      double scale = (random.nextBoolean() ? 1 : random.nextDouble()) / excess;
      return drawn.stream()
          .map(i -> Interaction.of(i.first(), i.second(), i.strength() * scale))
          .toList();
    }
  }

  private Draft draft() {
    if (additive) {
      return new Draft(Aggregation.arithmetic(), NaiveNode.Kind.ARITHMETIC, 0);
    }
    double floor = random.nextBoolean() ? 0 : 1;
    double exponent = random.nextBoolean() ? 0.5 + 3 * random.nextDouble() : -2;
    return switch (random.nextInt(8)) {
      case 0 -> new Draft(Aggregation.geometric(floor), NaiveNode.Kind.GEOMETRIC, floor);
      case 1 -> new Draft(Aggregation.harmonic(floor), NaiveNode.Kind.HARMONIC, floor);
      case 2 -> new Draft(Aggregation.power(exponent), NaiveNode.Kind.POWER, exponent);
      case 3 -> new Draft(Aggregation.maximum(), NaiveNode.Kind.MAXIMUM, 0);
      case 4 -> new Draft(Aggregation.minimum(), NaiveNode.Kind.MINIMUM, 0);
      case 5 -> new Draft(Aggregation.arithmetic(), NaiveNode.Kind.CHOQUET, random.nextInt());
      default -> new Draft(Aggregation.arithmetic(), NaiveNode.Kind.ARITHMETIC, 0);
    };
  }

  private record LeafDraft(
      Indicator indicator,
      double weight,
      Treatment treatment,
      Normalization normalization,
      DoubleUnaryOperator formula) {
    NaiveNode node() {
      return new NaiveNode.Leaf(
          indicator.code(),
          weight,
          indicator.direction() == Direction.HIGHER_IS_RISKIER,
          normalization.toString().startsWith("piecewise") ? 5 : 0,
          normalization.toString().startsWith("piecewise") ? 95 : 100,
          formula);
    }
  }

  private LeafDraft leaf(int position) {
    String code = "i" + leaves++;
    boolean higher = random.nextBoolean();
    Direction direction = higher ? Direction.HIGHER_IS_RISKIER : Direction.LOWER_IS_RISKIER;
    double low = Math.round(random.nextDouble() * 40);
    double high = low + 10 + Math.round(random.nextDouble() * 60);
    double weight = weight(position);
    Treatment treatment = Treatment.none();
    DoubleUnaryOperator treat = v -> v;
    Normalization normalization;
    DoubleUnaryOperator formula;
    switch (random.nextInt(7)) {
      case 0 -> {
        normalization =
            Normalization.piecewiseLinear(
                ImmutableMap.of(low, 5.0, (low + high) / 2, 20.0, high, 95.0));
        formula =
            v ->
                v <= low
                    ? 5
                    : v >= high
                        ? 95
                        : v <= (low + high) / 2
                            ? 5 + 15 * (v - low) / ((high - low) / 2)
                            : 20 + 75 * (v - (low + high) / 2) / ((high - low) / 2);
      }
      case 1 -> {
        normalization = Normalization.logistic(low + 10, 0.1);
        formula = v -> 100 / (1 + Math.exp(-0.1 * (v - low - 10)));
      }
      case 2 -> {
        treatment = Treatment.log(1);
        treat = v -> Math.log(v + 1);
        normalization = Normalization.goalposts(0, 5);
        formula = v -> 100 * Math.max(0, Math.min(1, v / 5));
      }
      case 3 -> {
        treatment = Treatment.clamp(low, high);
        treat = v -> Math.max(low, Math.min(high, v));
        normalization = Normalization.goalposts(low - 1, high + 3);
        formula = v -> 100 * (v - low + 1) / (high - low + 4);
      }
      default -> {
        normalization = Normalization.goalposts(low, high);
        formula = v -> 100 * Math.max(0, Math.min(1, (v - low) / (high - low)));
      }
    }
    DoubleUnaryOperator treated = treat;
    DoubleUnaryOperator riskier = higher ? formula : v -> 100 - formula.applyAsDouble(v);
    return new LeafDraft(
        Indicator.of(code, direction),
        weight,
        treatment,
        normalization,
        v -> riskier.applyAsDouble(treated.applyAsDouble(v)));
  }
}
