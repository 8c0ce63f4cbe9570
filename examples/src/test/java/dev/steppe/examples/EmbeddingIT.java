package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.table.Table;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An application of somebody else, against the packaged jars: compiled and run on the module path
 * and on the class path.
 */
class EmbeddingIT {

  private static final Path APPLICATION = Path.of("embedding");
  private static final Path JARS = Path.of("target/embedding-lib");
  private static final String MAIN = "com.example.riskdesk.RiskDesk";
  private static final String FILE = APPLICATION.resolve("countries.csv").toString();

  @TempDir static Path folder;
  private static Path modular;
  private static Path plain;

  @BeforeAll
  static void compile() throws IOException {
    modular = folder.resolve("modular");
    plain = folder.resolve("plain");
    Packaged.javac(modular, "--module-path", JARS.toString(), APPLICATION, true);
    Packaged.javac(plain, "--class-path", classPath(), APPLICATION, false);
  }

  private static String classPath() throws IOException {
    return Packaged.jars(JARS, "");
  }

  @Test
  void runs_on_the_module_path() throws Exception {
    String path = modular + File.pathSeparator + JARS;
    assertThat(java("--module-path", path, "--module", "com.example.riskdesk/" + MAIN, FILE))
        .isEqualTo(block("text"));
  }

  @Test
  void runs_on_the_class_path() throws Exception {
    String path = plain + File.pathSeparator + classPath();
    assertThat(java("--class-path", path, MAIN, FILE)).isEqualTo(block("text"));
  }

  @Test
  void names_no_module_but_the_library() throws IOException {
    try (InputStream in = Files.newInputStream(modular.resolve("module-info.class"))) {
      assertThat(ModuleDescriptor.read(in).requires())
          .extracting(ModuleDescriptor.Requires::name)
          .containsExactlyInAnyOrder("java.base", "dev.steppe");
    }
  }

  /** Resources, reflection and JSON work as on the class path, where the other tests run. */
  @ParameterizedTest
  @ValueSource(strings = {"NextUkraineMain", "PostSovietStatesMain", "HowSureMain", "JsonMain"})
  void programs_print_the_same_with_the_library_as_a_module(String program) throws Exception {
    String classes = "target/classes" + File.pathSeparator + "target/lib/*";
    List<String> command = new ArrayList<>(List.of("--module-path", JARS.toString()));
    command.addAll(List.of("--add-modules", "dev.steppe", "--class-path", classes));
    command.add("dev.steppe.examples." + program);
    Golden.assertPrints(program + ".txt", java(command.toArray(String[]::new)).strip());
  }

  private static String java(String... arguments) throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process process = Packaged.java(errors, arguments);
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return printed;
  }

  /** In megabytes of one decimal, which releases of the same libraries keep. */
  @Test
  void the_guide_tells_what_it_pulls_in() throws Exception {
    Table.Builder jars = Table.builder().text("Jar").number("MB", 1);
    long sum = 0;
    try (Stream<Path> files = Files.list(JARS)) {
      for (Path file : files.sorted().toList()) {
        jars.row(file.getFileName().toString(), Files.size(file) / 1e6);
        sum += Files.size(file);
      }
    }
    String table = jars.rule().row("together", sum / 1e6).build().toString() + "\n";
    assertThat(block("jars")).isEqualTo(table);
  }

  @Test
  void the_guide_shows_the_module_descriptor() throws IOException {
    Path descriptor = APPLICATION.resolve("src/main/java/module-info.java");
    assertThat(Files.readString(descriptor, StandardCharsets.UTF_8)).endsWith(block("java"));
  }

  private static String block(String language) throws IOException {
    String guide = Files.readString(APPLICATION.resolve("README.md"), StandardCharsets.UTF_8);
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(guide);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
