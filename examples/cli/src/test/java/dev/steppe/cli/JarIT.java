package dev.steppe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, as a program of its own. */
class JarIT {

  @TempDir Path folder;

  private Process start(String... arguments) throws IOException {
    return builder(arguments).start();
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", "target/steppe.jar"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors.txt").toFile());
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("errors.txt"));
  }

  @Test
  void answers_as_in_this_process() throws Exception {
    String[] typed = {"rank", "next-ukraine.yaml", "next-ukraine-data.csv"};
    Process process = start(typed);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors()).isZero();
    assertThat(printed).isEqualTo(Run.of(typed).out());
    assertThat(errors()).isEmpty();
  }

  @Test
  void exits_with_the_code_and_no_trace() throws Exception {
    Process process = start("rank", "gone.json", "next-ukraine-data.csv");
    assertThat(process.waitFor()).isEqualTo(Steppe.BAD_INPUT);
    assertThat(errors()).isEqualTo("steppe: There is no file 'gone.json'" + System.lineSeparator());
  }

  @Test
  void says_its_version() throws Exception {
    Process process = start("--version");
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed.strip()).matches("steppe \\d+\\.\\d+\\.\\d+\\S*");
  }

  /** Of the library with its sources and documentation, and of this program with all it needs. */
  @Test
  void each_jar_brings_its_licence_and_whose_data_are_in_it() throws Exception {
    List<Path> jars = new ArrayList<>(List.of(Path.of("target/steppe.jar")));
    try (DirectoryStream<Path> core =
        Files.newDirectoryStream(Path.of("../../core/target"), "*.jar")) {
      core.forEach(jars::add);
    }
    assertThat(jars).hasSize(4);
    for (Path jar : jars) {
      for (Path file : List.of(Path.of("../../LICENSE"), Path.of("../../core/NOTICE"))) {
        String entry = "META-INF/" + file.getFileName();
        try (JarFile opened = new JarFile(jar.toFile());
            InputStream in = opened.getInputStream(opened.getEntry(entry))) {
          assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .as(jar + " " + entry)
              .contains(Files.readString(file).strip());
        }
      }
    }
  }

  /** As with {@code | head -1}. */
  @Test
  void a_closed_pipe_is_no_fault() throws Exception {
    Process process = start("report", "next-ukraine.json", "next-ukraine-data.csv", "--draws=1000");
    try (InputStream out = process.getInputStream()) {
      assertThat(out.read()).isEqualTo('<');
    }
    process.waitFor();
    assertThat(errors()).isEmpty();
  }

  /** Of which a disk that is full is one. */
  @Test
  void an_answer_that_cannot_be_printed_is_told() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Process process =
        builder("rank", "next-ukraine.json", "next-ukraine-data.csv")
            .redirectOutput(full.toFile())
            .start();
    assertThat(process.waitFor()).isEqualTo(Steppe.BAD_INPUT);
    assertThat(errors()).startsWith("steppe: the answer could not be printed: ");
  }
}
