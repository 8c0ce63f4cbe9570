package dev.steppe.examples;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * JShell with the library on its class path, everything imported, and {@code kazakhstan}, {@code
 * ukraine}, {@code model} and {@code scorer} defined. Arguments go to JShell: a script to run, for
 * example.
 */
public final class Repl {

  /** The command that opens it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.Repl -pl examples -am";

  private Repl() {}

  /** Passes its arguments on to JShell. */
  public static void main(String[] args) throws Exception {
    Path start = Files.createTempFile("steppe-start", ".jsh");
    try {
      copyStart(start);
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of("--class-path", classPath()));
      arguments.addAll(List.of("--startup", "DEFAULT", "--startup", start.toString()));
      arguments.addAll(List.of(args));
      JavaShellToolBuilder.builder().start(arguments.toArray(new String[0]));
    } finally {
      Files.delete(start);
    }
  }

  private static void copyStart(Path to) throws IOException {
    try (InputStream start = Repl.class.getResourceAsStream("/jshell/start.jsh")) {
      if (start == null) {
        throw new IllegalStateException("Resource /jshell/start.jsh is not on the class path");
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
