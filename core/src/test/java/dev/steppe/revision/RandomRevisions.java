package dev.steppe.revision;

import com.google.common.collect.ImmutableList;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Node;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.testing.RandomModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random models, data, and edits of both. */
final class RandomRevisions {

  private final Random random;
  private int news;

  private RandomRevisions(long seed) {
    this.random = new Random(seed ^ 0x9E3779B97F4A7C15L);
  }

  /** Two models with their data. */
  record Pair(
      RiskModel before, List<CountryProfile> old, RiskModel after, List<CountryProfile> now) {}

  static Pair generate(long seed, int edits) {
    RandomRevisions revisions = new RandomRevisions(seed);
    RandomModels.Case from = RandomModels.generate(seed);
    RiskModel model = from.model();
    for (int i = 0; i < edits; i++) {
      model = revisions.edited(model);
    }
    return new Pair(
        from.model(), from.profiles(), model, revisions.data(from.profiles(), model, edits > 0));
  }

  /** A model with one thing changed; the same if the change drawn cannot be made. */
  RiskModel edited(RiskModel model) {
    List<Criterion> criteria = model.criteria();
    List<Node> nodes = ImmutableList.copyOf(model.nodes().values());
    Criterion some = criteria.get(random.nextInt(criteria.size()));
    Node node = nodes.get(random.nextInt(nodes.size()));
    List<Factor> factors = model.factors();
    Factor factor = factors.get(random.nextInt(factors.size()));
    try {
      return switch (random.nextInt(12)) {
        case 0, 1 -> model.withWeight(node.code(), 0.1 + 3 * random.nextDouble());
        case 2 -> model.withNormalization(some.code(), scale());
        case 3 ->
            model
                .withTreatment(some.code(), Treatment.clamp(5, 90))
                .withNormalization(some.code(), scale());
        case 4 ->
            model.withDirection(
                some.code(),
                some.indicator().direction() == Direction.HIGHER_IS_RISKIER
                    ? Direction.LOWER_IS_RISKIER
                    : Direction.HIGHER_IS_RISKIER);
        case 5 -> model.withAggregation(factor.code(), aggregation());
        case 6 -> model.withoutNode(node.code());
        case 7 -> model.withNode(factor.code(), criterion());
        case 8 ->
            model.withNodeReplaced(
                some.code(),
                new Factor(
                    "n" + news++,
                    "New",
                    some.weight(),
                    aggregation(),
                    ImmutableList.of(criterion(), some.withWeight(1))));
        case 9 ->
            model.withMissing(random.nextBoolean() ? MissingPolicy.fail() : MissingPolicy.bound());
        case 10 -> model.withoutNode(node.code()).withNode(factor.code(), node);
        default -> model.withNodeReplaced(node.code(), criterion());
      };
    } catch (IllegalArgumentException cannot) {
      return model;
    }
  }

  private Normalization scale() {
    return Normalization.goalposts(random.nextInt(20), 30 + random.nextInt(60));
  }

  private Aggregation aggregation() {
    return switch (random.nextInt(4)) {
      case 0 -> Aggregation.geometric(1);
      case 1 -> Aggregation.maximum();
      case 2 -> Aggregation.power(2);
      default -> Aggregation.arithmetic();
    };
  }

  private Criterion criterion() {
    return new Criterion(
        Indicator.of("x" + news++, Direction.HIGHER_IS_RISKIER),
        0.2 + random.nextDouble(),
        Treatment.none(),
        scale());
  }

  /** Readings of all that a model asks for: as before, revised, or new. */
  private List<CountryProfile> data(List<CountryProfile> old, RiskModel model, boolean revised) {
    List<CountryProfile> now = new ArrayList<>();
    for (CountryProfile profile : old) {
      CountryProfile.Builder later = CountryProfile.builder(profile.country());
      for (Indicator indicator : model.indicators()) {
        Estimate estimate =
            profile
                .estimate(indicator.code())
                .filter(same -> !revised || random.nextInt(8) > 0)
                .orElseGet(() -> Estimate.exact(random.nextInt(100)));
        later.reading(indicator.code(), estimate);
      }
      now.add(later.build());
    }
    if (revised && random.nextInt(3) == 0) {
      CountryProfile.Builder joining = CountryProfile.builder(Country.of("ZZZ", "Zedland"));
      model.indicators().forEach(i -> joining.reading(i.code(), random.nextInt(100)));
      now.add(joining.build());
    }
    if (revised && random.nextInt(3) == 0) {
      now.remove(0);
    }
    return now;
  }
}
