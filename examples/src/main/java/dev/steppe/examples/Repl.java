package dev.steppe.examples;

import dev.steppe.score.Scorer;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * JShell with the library on its class path, everything imported, and {@code kazakhstan}, {@code
 * ukraine}, {@code paper} and {@code scorer} defined; {@code help()} says what to type. It prints
 * results whole, which JShell by itself cuts after a few lines, and the name and the type of what
 * is declared. Arguments go to JShell: a script to run, for example.
 */
public final class Repl {

  /** The command that opens it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.Repl -pl examples -am";

  private static final String START = "/jshell/start.jsh";

  /**
   * How results are shown. The longest text that JShell shows whole is a setting of a mode, a mode
   * must be retained to outlive a session, and there is no other way in from a program.
   */
  private static final String MODE =
      """
      /set mode steppe normal -quiet
      /set truncation steppe 1000000
      /set truncation steppe 1000000 expression,varvalue
      /set format steppe display '{name} : {type}{post}' added,modified,replaced-vardecl,varinit-primary-ok
      /set mode -retain steppe
      /set feedback -retain steppe
      /exit
      """;

  private static final String SOURCES = "src/main/java";

  private Repl() {}

  /** Passes its arguments on to JShell. */
  public static void main(String[] args) throws Exception {
    run(JavaShellToolBuilder.builder(), args);
  }

  /** Runs the console on the streams that the tool is set to. */
  static void run(JavaShellToolBuilder tool, String... args) throws Exception {
    explainOnTab();
    Path start = Files.createTempFile("steppe-start", ".jsh");
    try {
      copyStart(start);
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of("--class-path", classPath()));
      arguments.addAll(List.of("--startup", "DEFAULT", "--startup", start.toString()));
      arguments.addAll(List.of(args));
      tool.persistence(settings()).start(arguments.toArray(new String[0]));
    } finally {
      Files.delete(start);
    }
  }

  /** What a session leaves behind that has set the mode, without the lines that it typed. */
  private static Map<String, String> settings() throws Exception {
    Map<String, String> settings = new HashMap<>();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    JavaShellToolBuilder.builder()
        .persistence(settings)
        .in(new ByteArrayInputStream(MODE.getBytes(StandardCharsets.UTF_8)), null)
        .out(nowhere)
        .err(nowhere)
        .start("--no-startup", "--execution", "local");
    settings.keySet().removeIf(key -> key.startsWith("HISTORY_LINE_"));
    return settings;
  }

  /**
   * Lets the Tab key show the documentation of the library from its sources. JShell looks for
   * sources in the JDK alone, unless this field names others, which is open under Maven (see {@code
   * .mvn/jvm.config}). Elsewhere Tab shows signatures, as everywhere in JShell.
   */
  private static void explainOnTab() throws URISyntaxException {
    Path folder = Path.of(Scorer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    while (folder != null && !Files.isDirectory(folder.resolve(SOURCES).resolve("dev/steppe"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return;
    }
    try {
      Field sources =
          Class.forName("jdk.jshell.SourceCodeAnalysisImpl")
              .getDeclaredField("availableSourcesOverride");
      if (sources.trySetAccessible()) {
        sources.set(null, List.of(folder.resolve(SOURCES)));
      }
    } catch (ReflectiveOperationException otherJdk) {
      // A console without documentation is better than none.
      return;
    }
  }

  private static void copyStart(Path to) throws IOException {
    try (InputStream start = Repl.class.getResourceAsStream(START)) {
      if (start == null) {
        throw new IllegalStateException("Resource " + START + " is not on the class path");
      }
      Files.copy(start, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Maven runs programs in a class loader of its own, which java.class.path does not know. */
  private static String classPath() throws URISyntaxException {
    if (!(Repl.class.getClassLoader() instanceof URLClassLoader loader)) {
      return System.getProperty("java.class.path");
    }
    List<String> entries = new ArrayList<>();
    for (URL url : loader.getURLs()) {
      entries.add(Path.of(url.toURI()).toString());
    }
    return String.join(File.pathSeparator, entries);
  }
}
