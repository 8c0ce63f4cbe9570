package dev.steppe.benchmarks;

import com.google.common.util.concurrent.Uninterruptibles;
import com.sun.management.OperatingSystemMXBean;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Aggregation;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.WeightUncertainty;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a user waits for: the first call of an analysis in a JVM that has just started, with its
 * default settings, and the calls after it; beside {@link PlainDraws} in the same JVM, in turns.
 * Several JVMs are started one after the other, and every second one begins with the plain loop.
 *
 * <pre>
 * ./mvnw -q -pl benchmarks -am -DskipTests package
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.FirstCall
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.FirstCall \
 *     countries=200 indicators=50 draws=100000 readings=normal threads=2 calls=5 jvms=5 confidence
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.FirstCall gain threads=2 calls=15
 * java -Xmx256m -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.FirstCall table
 * </pre>
 *
 * <p>What a machine gives for more threads depends on what else it does, and on whether its cores
 * are whole ones. So {@code gain} has the plain loop too on one thread and on as many, each with
 * draws and counters of its own: that is what work that shares nothing gains here.
 *
 * <p>Times are those of the clock and of the processor: user and system, of all threads, so that
 * compiling and collecting garbage count.
 */
final class FirstCall {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private FirstCall() {}

  /**
   * What is run.
   *
   * @param draws of a call
   * @param confidence whether confidence factors are asked for
   * @param calls how often each of the two is called in a JVM
   * @param plain whether the plain loop is run at all
   */
  record Case(
      int countries,
      int indicators,
      long draws,
      PlainDraws.Readings readings,
      boolean confidence,
      int threads,
      int calls,
      boolean plain) {

    static Case of(List<String> words) {
      return new Case(
          (int) number(words, "countries", 14),
          (int) number(words, "indicators", 12),
          number(words, "draws", 1_000_000),
          PlainDraws.Readings.valueOf(word(words, "readings", "fixed").toUpperCase(Locale.ROOT)),
          words.contains("confidence"),
          (int) number(words, "threads", 1),
          (int) number(words, "calls", 5),
          !words.contains("alone"));
    }

    private static long number(List<String> words, String name, long usual) {
      return Long.parseLong(word(words, name, Long.toString(usual)));
    }

    static String word(List<String> words, String name, String usual) {
      return words.stream()
          .filter(word -> word.startsWith(name + "="))
          .map(word -> word.substring(name.length() + 1))
          .findFirst()
          .orElse(usual);
    }
  }

  /** Seconds of the clock and of the processor. */
  record Took(double wall, double processor) {

    static final Took NOTHING = new Took(Double.NaN, Double.NaN);

    String words() {
      return wall + " " + processor;
    }

    static Took of(Runnable call) {
      long wall = System.nanoTime();
      long processor = SYSTEM.getProcessCpuTime();
      call.run();
      return new Took(
          (System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    }
  }

  /**
   * Starts JVMs, or is one of them.
   *
   * @param words what is run, see above
   */
  public static void main(String[] words) throws IOException, InterruptedException {
    List<String> asked = List.of(words);
    if (asked.contains("gain")) {
      gain(Case.of(asked), (int) Case.number(asked, "warm", 4));
    } else if (asked.contains("child")) {
      child(Case.of(asked), asked.contains("plainFirst"));
    } else if (asked.contains("table")) {
      table(asked);
    } else {
      compare(asked);
    }
  }

  private static void child(Case of, boolean plainFirst) {
    UncertaintyAnalysis analysis = analysis(of);
    List<CountryProfile> profiles =
        Workloads.profiles(of.countries, of.indicators, of.indicators, of.readings);
    for (int call = 0; call < of.calls; call++) {
      Took plain = Took.NOTHING;
      if (of.plain && plainFirst) {
        plain = Took.of(() -> plain(of, of.draws));
      }
      Took steppe = Took.of(() -> steppe(of, analysis, profiles));
      if (of.plain && !plainFirst) {
        plain = Took.of(() -> plain(of, of.draws));
      }
      System.out.println("call " + steppe.words() + " " + plain.words());
    }
    System.out.println("heap " + mostHeap() / 1_000_000);
  }

  /** The most that a pool of the heap has held, garbage included; what is needed is less. */
  private static long mostHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .max()
        .orElse(0);
  }

  /**
   * How many times as fast as one thread several are, in turns in this JVM.
   *
   * @param warm calls before those that count
   */
  private static void gain(Case of, int warm) {
    UncertaintyAnalysis several = analysis(of);
    UncertaintyAnalysis one = several.withThreads(1);
    List<CountryProfile> profiles =
        Workloads.profiles(of.countries, of.indicators, of.indicators, of.readings);
    List<double[]> calls = new ArrayList<>();
    for (int call = 0; call < warm + of.calls; call++) {
      Took alone = Took.of(() -> steppe(of, one, profiles));
      Took together = Took.of(() -> steppe(of, several, profiles));
      Took plain = Took.of(() -> plain(of, of.draws, 1));
      Took plains = Took.of(() -> plain(of, of.draws / of.threads, of.threads));
      if (call >= warm) {
        calls.add(new double[] {alone.wall, together.wall, plain.wall, plains.wall});
      }
    }
    System.out.println(of);
    System.out.printf(
        Locale.ROOT,
        "%d threads, medians of %d calls after %d: Steppe %.2f times as fast, the plain loop %.2f%n",
        of.threads,
        of.calls,
        warm,
        median(calls, each -> each[0] / each[1]),
        median(calls, each -> each[2] / each[3]));
  }

  private static UncertaintyAnalysis analysis(Case of) {
    int factors = of.indicators % 10 == 0 ? of.indicators / 10 : 3;
    return UncertaintyAnalysis.of(
            Scorer.of(Workloads.model(factors, of.indicators / factors, Aggregation.arithmetic())))
        .withWeights(WeightUncertainty.uniform())
        .withSize(of.draws)
        .withThreads(of.threads);
  }

  private static void steppe(Case of, UncertaintyAnalysis analysis, List<CountryProfile> profiles) {
    UncertaintyResult result =
        (of.confidence ? analysis.withConfidenceFactors(of.draws) : analysis).run(profiles);
    if (result.draws() != of.draws) {
      throw new IllegalStateException("Not all draws were made");
    }
  }

  /** The plain loop on several threads, which share nothing. */
  private static void plain(Case of, long draws, int threads) {
    List<Thread> started = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      Thread loop = new Thread(() -> plain(of, draws));
      loop.start();
      started.add(loop);
    }
    for (Thread loop : started) {
      Uninterruptibles.joinUninterruptibly(loop);
    }
  }

  private static void plain(Case of, long draws) {
    PlainDraws plain = PlainDraws.of(of.countries, of.indicators, of.readings);
    plain.run(draws, 42);
    if (plain.sum(0) <= 0) {
      throw new IllegalStateException("Nothing was scored");
    }
  }

  private static void compare(List<String> asked) throws IOException, InterruptedException {
    int jvms = (int) Case.number(asked, "jvms", 5);
    Case of = Case.of(asked);
    // By call and JVM: four figures.
    List<List<double[]>> calls = new ArrayList<>();
    for (int call = 0; call < of.calls; call++) {
      calls.add(new ArrayList<>());
    }
    for (int jvm = 0; jvm < jvms; jvm++) {
      int call = 0;
      for (String line : lines(asked, jvm % 2 == 0 ? "plainFirst" : "steppeFirst")) {
        if (line.startsWith("call ")) {
          calls.get(call++).add(figures(line));
        } else if (!line.startsWith("heap ")) {
          System.out.println(line);
        }
      }
    }
    System.out.println(of);
    System.out.println("Medians of " + jvms + " JVMs: seconds of the clock, of the processor");
    System.out.printf(
        "%-6s %8s %8s | %8s %8s | %6s %6s%n",
        "call", "Steppe", "CPU", "plain", "CPU", "ratio", "CPU");
    for (int call = 0; call < calls.size(); call++) {
      List<double[]> all = calls.get(call);
      System.out.printf(
          Locale.ROOT,
          "%-6d %8.3f %8.3f | %8.3f %8.3f | %6.2f %6.2f%n",
          call + 1,
          median(all, one -> one[0]),
          median(all, one -> one[1]),
          median(all, one -> one[2]),
          median(all, one -> one[3]),
          median(all, one -> one[0] / one[2]),
          median(all, one -> one[1] / one[3]));
    }
  }

  private static double median(List<double[]> all, ToDoubleFunction<double[]> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** What a new JVM prints, with the class path and the flags of this one. */
  private static List<String> lines(List<String> words, String order)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    Collections.addAll(
        command, "-cp", System.getProperty("java.class.path"), FirstCall.class.getName());
    command.addAll(words);
    Collections.addAll(command, "child", order);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return List.of(out.split("\n"));
  }

  /** One call for each size, each in a JVM of its own: how time and memory grow. */
  private static void table(List<String> asked) throws IOException, InterruptedException {
    System.out.printf(
        "%9s %10s %9s %9s %9s%n", "countries", "indicators", "wall", "CPU", "heap MB");
    for (int countries : numbers(asked, "countries", "14,50,200,800,2000")) {
      for (int indicators : numbers(asked, "indicators", "12,50,200,1000")) {
        List<String> words =
            List.of(
                "countries=" + countries,
                "indicators=" + indicators,
                "draws=" + Case.word(asked, "draws", "10000"),
                "readings=" + Case.word(asked, "readings", "fixed"),
                "threads=" + Case.word(asked, "threads", "1"),
                "calls=1",
                "alone");
        String failed = "";
        double[] call = {Double.NaN, Double.NaN};
        String heap = "-";
        for (String line : lines(words, "steppeFirst")) {
          if (line.startsWith("call ")) {
            call = figures(line);
          } else if (line.startsWith("heap ")) {
            heap = line.substring("heap ".length());
          } else if (line.contains("Exception") || line.contains("Error")) {
            failed = " " + line;
          }
        }
        System.out.printf(
            Locale.ROOT,
            "%9d %10d %9.2f %9.2f %9s%s%n",
            countries,
            indicators,
            call[0],
            call[1],
            heap,
            failed);
      }
    }
  }

  private static int[] numbers(List<String> asked, String name, String usual) {
    return Arrays.stream(Case.word(asked, name, usual).split(","))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** The numbers of a line that starts with a word. */
  private static double[] figures(String line) {
    return Arrays.stream(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
