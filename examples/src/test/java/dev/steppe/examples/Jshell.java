package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.tool.JavaShellToolBuilder;

/** A JShell that has run the start script, inside this JVM. */
final class Jshell implements AutoCloseable {

  private static final Path SCRIPTS = Path.of("src/main/jshell");

  private static final String PROMPT = "jshell> ";

  private final JShell shell;

  private Jshell() {
    shell = JShell.builder().executionEngine("local").build();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      shell.addToClasspath(entry);
    }
  }

  /** As the README's command opens it. */
  static Jshell open() {
    Jshell jshell = new Jshell();
    jshell.run("import java.util.*;");
    jshell.run(script("start.jsh"));
    return jshell;
  }

  /** The greeting, what the console of the README answers to each of the lines, and the end. */
  static List<String> answers(List<String> lines) {
    String typed = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream screen = new PrintStream(shown, true, StandardCharsets.UTF_8);
    try {
      Repl.run(
          JavaShellToolBuilder.builder()
              .in(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), null)
              .out(screen)
              .err(screen));
    } catch (Exception fault) {
      throw new AssertionError("The console stopped", fault);
    }
    String session = shown.toString(StandardCharsets.UTF_8).replace("\r", "");
    List<String> answers = new ArrayList<>(List.of(session.split(PROMPT, -1)));
    assertThat(answers).as("greeting, answers and end").hasSize(lines.size() + 2);
    for (int i = 0; i < lines.size(); i++) {
      // Some consoles repeat what was typed, some do not.
      answers.set(i + 1, answers.get(i + 1).replaceFirst(Pattern.quote(lines.get(i)), ""));
    }
    return answers.stream().map(String::strip).toList();
  }

  /** With nothing imported and nothing defined, as an application starts. */
  static Jshell empty() {
    return new Jshell();
  }

  static String script(String name) {
    try {
      return Files.readString(SCRIPTS.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("start.jsh"))
          .sorted()
          .collect(Collectors.toList())
          .stream();
    }
  }

  /**
   * What the source prints and, if it ends in an expression, the value's text after it. Lines are
   * taken as the tool takes them: a line that could be a whole statement is one.
   */
  String run(String source) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String value = "";
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      String statement = "";
      for (String line : (Iterable<String>) source.lines()::iterator) {
        statement += line + "\n";
        SourceCodeAnalysis.CompletionInfo next =
            shell.sourceCodeAnalysis().analyzeCompletion(statement);
        while (next.completeness().isComplete()) {
          value = evaluate(next.source());
          statement = next.remaining();
          if (statement.isBlank()) {
            break;
          }
          next = shell.sourceCodeAnalysis().analyzeCompletion(statement);
        }
      }
      assertThat(statement).as("left over").isBlank();
    } finally {
      System.setOut(console);
    }
    return (printed.toString(StandardCharsets.UTF_8) + value).strip();
  }

  private String evaluate(String source) {
    String value = "";
    for (SnippetEvent event : shell.eval(source)) {
      String why =
          source
              + shell
                  .diagnostics(event.snippet())
                  .map(d -> "\n" + d.getMessage(null))
                  .collect(Collectors.joining());
      assertThat(event.status()).as(why).isEqualTo(Snippet.Status.VALID);
      assertThat(event.exception()).as(why).isNull();
      boolean shown = event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
      value = shown && event.value() != null ? event.value() : "";
    }
    return value;
  }

  @Override
  public void close() {
    shell.close();
  }
}
