package dev.steppe.benchmarks;

import dev.steppe.nextukraine.NextUkraine;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What a program waits for from the start of its JVM to its end, from jars, without flags: an empty
 * {@code main}, the first score, and the whole briefing, in turns. Prints medians, ratios to the
 * empty program and differences from it, and how many classes are loaded from jars.
 *
 * <pre>
 * ./mvnw -q -DskipTests package -pl core,examples,benchmarks -am
 * java -cp benchmarks/target/benchmarks.jar dev.steppe.benchmarks.StartUp examples/target/lib 15
 * </pre>
 *
 * Times are those of the shell's {@code time}: of the clock, and user and system of all threads.
 */
final class StartUp {

  private static final List<Class<?>> PROGRAMS = List.of(Empty.class, First.class, Brief.class);

  private StartUp() {}

  /** Does nothing. */
  static final class Empty {

    private Empty() {}

    /** Takes nothing. */
    public static void main(String[] arguments) {}
  }

  /** One score. */
  static final class First {

    private First() {}

    /** Takes nothing. */
    public static void main(String[] arguments) {
      System.out.println(NextUkraine.scorer().score(NextUkraine.kazakhstan()).value());
    }
  }

  /** The answer to the paper's question. */
  static final class Brief {

    private Brief() {}

    /** Takes nothing. */
    public static void main(String[] arguments) {
      System.out.println(NextUkraine.briefing());
    }
  }

  /**
   * Starts the programs.
   *
   * @param arguments the folder with the library's jar and those that it needs, and how often each
   *     program is started; more folders are measured beside the first
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("Give FOLDER TIMES, or FOLDER TIMES FOLDER ...");
    }
    int times = Integer.parseInt(arguments[1]);
    List<String> folders = new ArrayList<>(Arrays.asList(arguments));
    folders.remove(1);
    Path jar = jarOfPrograms();
    // By folder and program: what each start took.
    double[][][] wall = new double[folders.size()][PROGRAMS.size()][times];
    double[][][] processor = new double[folders.size()][PROGRAMS.size()][times];
    for (int turn = 0; turn < times; turn++) {
      for (int f = 0; f < folders.size(); f++) {
        for (int p = 0; p < PROGRAMS.size(); p++) {
          double[] took = took(classPath(jar, folders.get(f)), PROGRAMS.get(p));
          wall[f][p][turn] = took[0];
          processor[f][p][turn] = took[1];
        }
      }
    }
    System.out.println("Medians of " + times + ": seconds, of the empty program, more than it");
    for (int f = 0; f < folders.size(); f++) {
      System.out.println(folders.get(f));
      for (int p = 0; p < PROGRAMS.size(); p++) {
        System.out.printf(
            Locale.ROOT,
            "%-6s clock %.3f %5.1f %+.3f  processor %.3f %5.1f %+.3f  classes from jars %d%n",
            PROGRAMS.get(p).getSimpleName(),
            median(wall[f][p]),
            median(quotients(wall[f][p], wall[f][0])),
            median(wall[f][p]) - median(wall[f][0]),
            median(processor[f][p]),
            median(quotients(processor[f][p], processor[f][0])),
            median(processor[f][p]) - median(processor[f][0]),
            classesFromJars(classPath(jar, folders.get(f)), PROGRAMS.get(p)));
      }
    }
    Files.delete(jar);
  }

  /** A jar with the programs alone, since a large one takes time to open. */
  private static Path jarOfPrograms() throws IOException {
    Path jar = Files.createTempFile("start", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> program : PROGRAMS) {
        String name = program.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (InputStream in = StartUp.class.getResourceAsStream("/" + name)) {
          in.transferTo(out);
        }
      }
    }
    return jar;
  }

  /** The programs first, then the library and FastCSV, as in the class path of the examples. */
  private static String classPath(Path programs, String folder) {
    String[] names = new File(folder).list((at, name) -> name.endsWith(".jar"));
    if (names == null || names.length == 0) {
      throw new IllegalArgumentException("There are no jars in " + folder);
    }
    Arrays.sort(names);
    StringBuilder path = new StringBuilder(programs.toString());
    for (String first : List.of("steppe-core", "fastcsv", "guava", "")) {
      for (String name : names) {
        boolean early = !name.startsWith("jackson") && path.indexOf(name) < 0;
        if (early && name.startsWith(first)) {
          path.append(File.pathSeparator).append(Path.of(folder, name));
        }
      }
    }
    return path.toString();
  }

  /** Seconds of the clock and of the processor. */
  private static double[] took(String classPath, Class<?> program)
      throws IOException, InterruptedException {
    String command =
        "TIMEFORMAT='%R %U %S'; time '"
            + java()
            + "' -cp '"
            + classPath
            + "' '"
            + program.getName()
            + "' > /dev/null";
    String[] figures = output("bash", "-c", command).strip().split(" ");
    return new double[] {
      Double.parseDouble(figures[0]),
      Double.parseDouble(figures[1]) + Double.parseDouble(figures[2])
    };
  }

  private static long classesFromJars(String classPath, Class<?> program)
      throws IOException, InterruptedException {
    return output(java(), "-Xlog:class+load", "-cp", classPath, program.getName())
        .lines()
        .filter(line -> line.contains(" source: file:") && line.contains(".jar"))
        .count();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(out);
    }
    return out;
  }

  private static double[] quotients(double[] some, double[] others) {
    double[] quotients = new double[some.length];
    for (int i = 0; i < some.length; i++) {
      quotients[i] = some[i] / others[i];
    }
    return quotients;
  }

  private static double median(double[] of) {
    double[] sorted = of.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
