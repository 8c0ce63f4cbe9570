package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applications of somebody else, compiled and run against the packaged jars. */
final class Packaged {

  private Packaged() {}

  /**
   * Compiles an application.
   *
   * @param option {@code --module-path} or {@code --class-path}
   */
  static void javac(Path out, String option, String path, Path application, boolean isModule)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("--release", "17", "-d", out.toString()));
    command.addAll(List.of(option, path));
    try (Stream<Path> files = Files.walk(application.resolve("src/main/java"))) {
      files
          .map(Path::toString)
          .filter(name -> name.endsWith(".java"))
          .filter(name -> isModule || !name.endsWith("module-info.java"))
          .sorted()
          .forEach(command::add);
    }
    StringWriter said = new StringWriter();
    PrintWriter to = new PrintWriter(said);
    int code =
        ToolProvider.findFirst("javac").orElseThrow().run(to, to, command.toArray(String[]::new));
    assertThat(code).as(said.toString()).isZero();
  }

  /** The jars of a folder whose names begin so, as a path. */
  static String jars(Path folder, String begin) throws IOException {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(begin))
          .map(Path::toString)
          .sorted()
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  /** Starts a program. */
  static Process java(Path errors, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }
}
