package dev.steppe.benchmarks;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorer;
import dev.steppe.weights.ExtremeRanks;
import dev.steppe.weights.RobustOrder;
import dev.steppe.weights.WeightSet;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The best and the worst rank of every country under any weights, in a JVM that has just started,
 * on the calling thread. Prints wall and processor time, and how many ranges are not exact.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.PlainRanks 100 5
 * </pre>
 */
final class PlainRanks {

  private PlainRanks() {}

  /** Takes the number of countries and of indicators. */
  public static void main(String[] arguments) {
    int countries = Integer.parseInt(arguments[0]);
    int indicators = Integer.parseInt(arguments[1]);
    Scorer scorer = Scorer.of(Workloads.model(1, indicators, Aggregation.arithmetic()));
    long started = System.nanoTime();
    RobustOrder order =
        RobustOrder.of(scorer, Workloads.profiles(countries, indicators, 0), WeightSet.any());
    print("all pairs", started);
    started = System.nanoTime();
    ImmutableList<ExtremeRanks> ranks = order.ranks(Execution.onCallingThread());
    print("all ranks", started);
    System.out.println(ranks.stream().filter(range -> !range.isExact()).count() + " not exact");
  }

  private static void print(String what, long started) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s, processor %.2f s since the start%n",
        what,
        (System.nanoTime() - started) / 1e9,
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9);
  }
}
