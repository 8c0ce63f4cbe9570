package dev.steppe.testing;

import com.google.common.primitives.ImmutableDoubleArray;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Choice;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.Interaction;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.Node;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Random models of any depth up to 5 that say all that a model can say. */
public final class AnyModels {

  private final Random random;
  private int nodes;

  private AnyModels(long seed) {
    this.random = new Random(seed);
  }

  /** A model, in half of the cases fitted as far as it is to be. */
  public static RiskModel generate(long seed) {
    AnyModels any = new AnyModels(seed);
    ModelBuilder builder = RiskModel.builder("any-" + seed);
    if (any.random.nextBoolean()) {
      builder.name("Model " + seed + " of \"many\"; =1+1\u00e9");
    }
    List<Node> children = any.children(0);
    children.forEach(
        child ->
            child.fold(
                factor -> builder.factor(factor.code(), factor.weight(), f -> fill(f, factor)),
                builder::criterion));
    builder.rationale(any.rationale()).missing(any.missing());
    builder.aggregation(any.aggregation(children));
    if (any.random.nextInt(3) == 0) {
      builder.classes(
          RiskClasses.lowest("=low").then(100 / 3.0, "medium").then(50, "so, \"high\""));
    }
    RiskModel model = builder.build();
    if (any.random.nextInt(8) == 0) {
      model = model.withWeight(model.name(), 3 * any.random.nextDouble());
    }
    return any.random.nextBoolean() ? model.fit(any.reference(model)) : model;
  }

  private static void fill(Factor.Builder builder, Factor factor) {
    builder.name(factor.name()).aggregation(factor.aggregation()).rationale(factor.rationale());
    for (Node child : factor.children()) {
      child.fold(
          inner -> builder.factor(inner.code(), inner.weight(), f -> fill(f, inner)),
          builder::criterion);
    }
  }

  private List<Node> children(int depth) {
    List<Node> children = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int c = 0; c < count; c++) {
      children.add(depth < 4 && random.nextInt(3) == 0 ? factor(c, depth + 1) : criterion(c));
    }
    return children;
  }

  private Factor factor(int position, int depth) {
    List<Node> children = children(depth);
    String code = "f" + nodes++;
    return new Factor(
        code,
        random.nextBoolean() ? code : "Factor, " + code,
        weight(position),
        aggregation(children),
        com.google.common.collect.ImmutableList.copyOf(children),
        rationale());
  }

  private double weight(int position) {
    return position > 0 && random.nextInt(8) == 0 ? 0 : 0.25 + random.nextDouble();
  }

  private Criterion criterion(int position) {
    String code = "i" + nodes++ + (random.nextBoolean() ? ".x-y_z" : "");
    Direction direction =
        random.nextBoolean() ? Direction.HIGHER_IS_RISKIER : Direction.LOWER_IS_RISKIER;
    Indicator indicator =
        Indicator.of(code, direction)
            .withName(random.nextBoolean() ? code : "'Name' of " + code + "\nin two lines")
            .withUnit(random.nextBoolean() ? "" : "% of GDP");
    indicator =
        switch (random.nextInt(5)) {
          case 4 -> indicator.withLevels(1e6 * random.nextDouble(), -0.0, 1.5, 2e6);
          case 0 -> indicator.withDomain(-0.0, 1e3);
          case 1 -> indicator.withDomain(Double.NEGATIVE_INFINITY, 1e6 * random.nextDouble() + 200);
          case 2 -> indicator.withDomain(0, 1000);
          default -> indicator;
        };
    return new Criterion(indicator, weight(position), treatment(), scale(direction))
        .withRationale(rationale());
  }

  private Treatment treatment() {
    double some = 1 + random.nextDouble();
    return switch (random.nextInt(14)) {
      case 0 -> Treatment.clamp(some, 90);
      case 1 -> Treatment.clamp(Double.NEGATIVE_INFINITY, 90 * some);
      case 2 -> Treatment.clamp(-0.0, Double.POSITIVE_INFINITY);
      case 3 -> Treatment.log();
      case 4 -> Treatment.log(some);
      case 5 -> Treatment.logOfRange();
      case 6 -> Treatment.winsorize(1 + random.nextInt(5));
      case 7 -> Treatment.winsorize(2, some, -0.5);
      case 8 -> Treatment.winsorizeOrLog(3);
      case 9 -> Treatment.winsorize(2, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
      default -> Treatment.none();
    };
  }

  private Normalization scale(Direction direction) {
    double some = random.nextDouble();
    return switch (random.nextInt(13)) {
      case 0 -> Normalization.goalposts(0, 1 + 1000 * some);
      case 1 -> Normalization.piecewiseLinear(points());
      case 2 -> Normalization.logistic(100 * some, 0.01 + some);
      case 3 -> Normalization.categories(points());
      case 4 -> Normalization.minMax();
      case 5 -> Normalization.zScore(50, 5 + 10 * some);
      case 6 -> Normalization.rank();
      case 7 -> Normalization.percentileRank();
      case 8 ->
          Normalization.rank().fit(ImmutableDoubleArray.of(-0.0, some, some, 1, 7), direction);
      case 9 -> Normalization.percentileRank().fit(ImmutableDoubleArray.of(1, 5, 5), direction);
      case 10 ->
          // So far from 0 that no goalposts say it.
          Normalization.zScore()
              .fit(ImmutableDoubleArray.of(1.6e12, 1.6e12 + 1, 1.6e12 + 3), direction);
      case 11 -> scale(direction).onto(some, 100 - some);
      default -> Normalization.goalposts(-10 * some, 60).onto(1, 100);
    };
  }

  private Map<Double, Double> points() {
    Map<Double, Double> points = new TreeMap<>();
    int count = 2 + random.nextInt(4);
    for (int p = 0; p < count; p++) {
      points.put((double) random.nextInt(1000) / 7, 100 * random.nextDouble());
    }
    points.put(-1.0, 0.0);
    points.put(1e3, 1e2);
    return points;
  }

  private Aggregation aggregation(List<Node> children) {
    double some = random.nextDouble();
    return switch (random.nextInt(10)) {
      case 0 -> Aggregation.geometric();
      case 1 -> Aggregation.geometric(some);
      case 2 -> Aggregation.harmonic(some);
      case 3 -> Aggregation.power(-1 - some);
      case 4 -> Aggregation.maximum();
      case 5 -> Aggregation.minimum();
      case 6, 7 -> interacting(children);
      default -> Aggregation.arithmetic();
    };
  }

  /** One pair of children that weigh something, as far as there is one. */
  private Aggregation interacting(List<Node> children) {
    List<Node> weighty = children.stream().filter(child -> child.weight() > 0).toList();
    if (weighty.size() < 2) {
      return Aggregation.arithmetic();
    }
    Node one = weighty.get(0);
    Node other = weighty.get(weighty.size() - 1);
    double total = children.stream().mapToDouble(Node::weight).sum();
    double most = Math.min(1, 2 * Math.min(one.weight(), other.weight()) / total);
    return Aggregation.choquet(
        Interaction.of(one.code(), other.code(), most * (2 * random.nextDouble() - 1)));
  }

  private MissingPolicy missing() {
    return switch (random.nextInt(4)) {
      case 0 -> MissingPolicy.fail();
      case 1 -> MissingPolicy.reweight(random.nextDouble());
      case 2 -> MissingPolicy.reweightByCount(random.nextDouble());
      default -> MissingPolicy.bound();
    };
  }

  private Rationale rationale() {
    Rationale rationale = Rationale.none();
    for (Choice choice : Choice.values()) {
      if (random.nextInt(5) == 0) {
        rationale = rationale.with(choice, "Why \"" + choice + "\", and\nwhy not; =SUM(A1)");
      }
    }
    return random.nextInt(3) > 0 ? rationale : rationale.withReferences("P001", "doi:10.1/x, p. 3");
  }

  /** Countries with a reading of everything, so that all can be fitted. */
  private List<CountryProfile> reference(RiskModel model) {
    List<CountryProfile> reference = new ArrayList<>();
    for (int p = 0; p < 6; p++) {
      CountryProfile.Builder profile =
          CountryProfile.builder(Country.of("A" + (char) ('A' + p) + "A", "Country " + p));
      for (Indicator indicator : model.indicators()) {
        profile.reading(indicator.code(), 2 + 30 * p + random.nextInt(20));
      }
      reference.add(profile.build());
    }
    return reference;
  }
}
