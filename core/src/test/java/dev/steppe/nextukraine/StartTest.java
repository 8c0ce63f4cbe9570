package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program waits for that asks for one score: seen by the classes that it loads. */
class StartTest {

  /** The program. */
  static final class First {

    private First() {}

    public static void main(String[] arguments) {
      System.out.println(NextUkraine.scorer().score(NextUkraine.kazakhstan()).value());
    }
  }

  @Test
  void a_first_score_needs_few_classes_and_no_readers_of_other_peoples_files() throws Exception {
    List<String> loaded = loaded(First.class);
    assertThat(loaded).noneMatch(name -> name.startsWith("dev.steppe.evidence.Csv"));
    assertThat(loaded.stream().filter(StartTest::isFromJar)).hasSizeLessThan(220);
    assertThat(loaded.stream().filter(name -> name.contains("$$Lambda"))).hasSizeLessThan(18);
  }

  /** Linking the first record's equals or hashCode takes longer than all the rest of a score. */
  @Test
  void a_first_score_links_no_methods_of_records() throws Exception {
    assertThat(loaded(First.class))
        .contains("dev.steppe.score.Scorecard")
        .doesNotContain("java.lang.runtime.ObjectMethods");
  }

  /** A page of one comparison, for which somebody waits. */
  static final class Brief {

    private Brief() {}

    public static void main(String[] arguments) {
      System.out.println(NextUkraine.briefing());
    }
  }

  @Test
  void a_briefing_needs_no_panel_and_links_no_methods_of_records() throws Exception {
    List<String> loaded = loaded(Brief.class);
    assertThat(loaded)
        .contains("dev.steppe.sensitivity.SourcesOfDoubt")
        .doesNotContain(
            "java.lang.runtime.ObjectMethods",
            "com.google.common.collect.CollectCollectors",
            "com.google.common.collect.TreeBasedTable",
            "dev.steppe.model.Fingerprint");
    assertThat(loaded.stream().filter(StartTest::isFromJar)).hasSizeLessThan(440);
    assertThat(loaded.stream().filter(name -> name.contains("$$Lambda"))).hasSizeLessThan(175);
  }

  private static boolean isFromJar(String name) {
    return !name.contains("$$Lambda")
        && (name.startsWith("dev.steppe.")
            || name.startsWith("com.google.")
            || name.startsWith("de.siegmar."));
  }

  private static List<String> loaded(Class<?> program) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.lines().filter(line -> line.contains(" source: ")).map(StartTest::name).toList();
  }

  /** Such as {@code java.lang.Object source: shared objects file}. */
  private static String name(String line) {
    return line.substring(0, line.indexOf(' '));
  }
}
