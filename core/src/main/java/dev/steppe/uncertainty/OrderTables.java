package dev.steppe.uncertainty;

import dev.steppe.internal.Checks;
import dev.steppe.internal.Text;
import dev.steppe.score.Scorecard;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.List;

/** How whole orders print. */
final class OrderTables {

  private OrderTables() {}

  static Table table(RankingOrders orders, int rows) {
    Checks.inRange(rows, 1, Integer.MAX_VALUE, "rows");
    Table.Builder table =
        Table.titled("Which orders come up")
            .text("Order")
            .number("Draws", 0)
            .share("Percent", 100, 2)
            .share("Lower", 100, 2)
            .share("Upper", 100, 2)
            .share("Together", 100, 2);
    List<RankingOrder> list = orders.list();
    int shown = Math.min(rows, list.size());
    long together = 0;
    for (RankingOrder order : list.subList(0, shown)) {
      together += order.draws();
      table.row(
          order.notation(),
          order.draws(),
          100 * order.share().value(),
          100 * order.share().lower(),
          100 * order.share().upper(),
          100.0 * together / orders.draws());
    }
    table.note(signs(orders, list.size() - shown)).note(summary(orders));
    if (orders.varied().missing()) {
      table.note(
          UncertaintyTables.AT_MIDDLE
              + ", also in the entropy. Lower and upper reach from the least to the greatest share"
              + " that they allow; orders that only other values allow are not listed.");
    }
    return table
        .note("The model's own order is " + orders.nominal() + ".")
        .note(UncertaintyTables.origin(orders.settings(), orders.draws()))
        .note(Scorecard.NOT_A_PROBABILITY)
        .build();
  }

  private static String signs(RankingOrders orders, int hidden) {
    return Text.of(
        "The riskiest first; = joins equal scores. In percent of the draws, with %s %%"
            + " intervals.%s",
        Decimals.percent(orders.design().level()),
        hidden == 0
            ? ""
            : Text.of(" Not shown: %s.", Text.count(hidden, "rarer order", "rarer orders")));
  }

  static String summary(RankingOrders orders) {
    RankingOrder first = orders.mostFrequent();
    if (orders.varied().isNothing()) {
      return Text.of("The order is %s, and %s.", first.notation(), Varied.NOTHING);
    }
    // Of many orders each is rare.
    int decimals = first.share().value() < 0.01 ? 3 : 1;
    boolean alone = orders.list().size() == 1 || orders.list().get(1).draws() < first.draws();
    if (orders.varied().missing()) {
      return Text.of(
          "%s %s, in anything from %s to %s %% of %s, as a missing reading may be anything; with"
              + " those in the middle in %s %%. %s",
          alone ? "The most frequent order is" : "No order is more frequent than",
          first.notation(),
          Decimals.percent(first.share().lower(), decimals),
          Decimals.percent(first.share().upper(), decimals),
          Text.count(orders.draws(), "draw", "draws"),
          Decimals.percent(first.share().value(), decimals),
          entropy(orders));
    }
    return Text.of(
        "%s %s, in %s %% of %s (%s %% interval %s to %s). %s",
        alone ? "The most frequent order is" : "No order is more frequent than",
        first.notation(),
        Decimals.percent(first.share().value(), decimals),
        Text.count(orders.draws(), "draw", "draws"),
        Decimals.percent(orders.design().level()),
        Decimals.percent(first.share().lower(), decimals),
        Decimals.percent(first.share().upper(), decimals),
        entropy(orders));
  }

  private static String entropy(RankingOrders orders) {
    int count = orders.list().size();
    if (count == 1) {
      return "No other order came up: the entropy is 0 bits.";
    }
    double error = orders.entropyStandardError();
    return Text.of(
        "The entropy of the order is %s bits (standard error %s), that of %s orders as likely; %s"
            + " orders came up.",
        Decimals.fixed(orders.entropy(), 3),
        error < 0.0005 ? "below 0.001" : Decimals.fixed(error, 3),
        Decimals.fixed(orders.effectiveOrders(), 1),
        count);
  }
}
