package dev.steppe.uncertainty;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;
import dev.steppe.internal.math.BatchMeansInterval;
import dev.steppe.internal.tally.OrderTally;
import dev.steppe.internal.tally.OrderTally.Tallied;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import java.util.List;
import java.util.Optional;

/** Makes named orders with intervals of what was counted. */
final class OrderShares {

  private final UncertaintySettings settings;
  private final AnalysedCountries countries;
  private final double z;

  /** The quantile for the interval between sequences; 0 if there is but one. */
  private final double t;

  private final Varied varied;

  /** What missing readings leave open; empty if there are none that may be anything. */
  private final Optional<OpenOrders> open;

  OrderShares(
      UncertaintySettings settings,
      AnalysedCountries countries,
      Varied varied,
      Optional<OpenOrders> open) {
    this.varied = varied;
    this.open = open;
    this.settings = settings;
    this.countries = countries;
    this.z = settings.z();
    this.t =
        settings.isSobol()
            ? BatchMeansInterval.quantile(settings.scrambles(), settings.level())
            : 0;
  }

  RankingOrders of(OrderTally tally) {
    List<Tallied> counted = tally.orders();
    ImmutableList<RankingOrder> orders =
        counted.stream().map(this::order).collect(ImmutableList.toImmutableList());
    return new RankingOrders(
        settings,
        countries,
        orders,
        nominal(counted, orders),
        OrderEntropy.of(counted.stream().map(Tallied::times).toList(), settings.size()),
        varied);
  }

  private RankingOrder nominal(List<Tallied> counted, List<RankingOrder> orders) {
    ImmutableIntArray.Builder all = ImmutableIntArray.builder(countries.size());
    for (Scorecard own : countries.list()) {
      int above = 0;
      for (Scorecard other : countries.list()) {
        above += Ranking.compareScores(other.value(), own.value()) > 0 ? 1 : 0;
      }
      all.add(above);
    }
    ImmutableIntArray above = all.build();
    for (int k = 0; k < counted.size(); k++) {
      if (counted.get(k).above().equals(above)) {
        return orders.get(k);
      }
    }
    return new RankingOrder(
        places(above), 0, opened(above, Probability.counted(0, settings.size(), z)));
  }

  private RankingOrder order(Tallied order) {
    return new RankingOrder(
        places(order.above()), order.total(), opened(order.above(), share(order)));
  }

  private Probability opened(ImmutableIntArray above, Probability counted) {
    return open.map(orders -> orders.share(above, counted.value(), z)).orElse(counted);
  }

  private ImmutableList<ImmutableList<String>> places(ImmutableIntArray above) {
    ImmutableList.Builder<ImmutableList<String>> places = ImmutableList.builder();
    for (int rank = 0; rank < above.length(); rank++) {
      ImmutableList.Builder<String> place = ImmutableList.builder();
      for (int c = 0; c < above.length(); c++) {
        if (above.get(c) == rank) {
          place.add(countries.label(c));
        }
      }
      ImmutableList<String> labels = place.build();
      if (!labels.isEmpty()) {
        places.add(labels);
      }
    }
    return places.build();
  }

  /** As for all counts of draws: Wilson's interval, or the t interval between sequences. */
  private Probability share(Tallied order) {
    long draws = settings.size();
    Probability counted = Probability.counted(order.total(), draws, z);
    ImmutableLongArray times = order.times();
    if (times.length() == 1 || order.total() == draws) {
      return counted;
    }
    double each = (double) draws / times.length();
    double[] figures = times.stream().mapToDouble(hits -> hits / each).toArray();
    return counted.within(BatchMeansInterval.halfWidth(figures, t));
  }
}
