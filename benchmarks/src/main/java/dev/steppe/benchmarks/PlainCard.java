package dev.steppe.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * One card at a time, in a JVM that has just started: 20 indicators in 4 factors scored, with and
 * without uncertain readings, and explained; and two countries of 10,000 indicators compared in
 * text. Prints microseconds of processor time of the thread, the least and the median of the
 * rounds, and bytes that were allocated.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.PlainCard
 * </pre>
 */
final class PlainCard {

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 60;
  private static final int CALLS = 5_000;
  private static final int MANY = 10_000;

  /** Keeps results alive. */
  private static volatile int seen;

  private PlainCard() {}

  /** Takes nothing. */
  public static void main(String[] arguments) {
    Scorer scorer = Scorer.of(Workloads.model(4, 5, Aggregation.arithmetic()));
    CountryProfile exact = Workloads.profile(20, 0);
    CountryProfile uncertain = Workloads.profile(20, 5);
    time("score", ROUNDS, CALLS, () -> seen = (int) scorer.score(exact).value());
    time(
        "score, 5 uncertain readings",
        ROUNDS,
        CALLS,
        () -> seen = (int) scorer.score(uncertain).value());
    time(
        "score and contributions",
        ROUNDS,
        CALLS,
        () -> seen = scorer.score(exact).contributions().size());
    Scorer many = Scorer.of(Workloads.model(100, MANY / 100, Aggregation.arithmetic()));
    CountryProfile one = Workloads.profile(MANY, 0);
    CountryProfile other = Workloads.profile(MANY, 50);
    time(
        "comparison of 10,000 in text",
        9,
        1,
        () -> seen = many.compare(one, other).toString().length());
  }

  private static void time(String what, int rounds, int calls, Runnable call) {
    double[] times = new double[rounds];
    long bytes = 0;
    for (int round = 0; round < rounds; round++) {
      long before = THREAD.getThreadAllocatedBytes(Thread.currentThread().getId());
      long start = THREAD.getCurrentThreadCpuTime();
      for (int c = 0; c < calls; c++) {
        call.run();
      }
      times[round] = (THREAD.getCurrentThreadCpuTime() - start) / 1e3 / calls;
      bytes = (THREAD.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / calls;
    }
    double first = times[0];
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-30s first %10.2f  least %10.2f  median %10.2f us  %9d bytes%n",
        what,
        first,
        times[0],
        times[rounds / 2],
        bytes);
  }
}
