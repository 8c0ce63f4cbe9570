package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.table.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example runs and prints what it printed before. */
class ExamplesTest {

  static Stream<String> scripts() throws IOException {
    return Jshell.scripts();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scripts_print_what_they_should(String script) throws IOException {
    try (Jshell jshell = Jshell.open()) {
      Golden.assertPrints(script + ".txt", jshell.run(Jshell.script(script)));
    }
  }

  @Test
  void the_console_greets_and_answers_what_its_help_proposes() {
    List<String> help = Jshell.answers(List.of("help()"));
    assertThat(help.get(0).lines()).hasSize(3).allMatch(line -> line.length() <= 100);
    List<String> proposed =
        help.get(1)
            .lines()
            .filter(line -> line.contains("?  "))
            .map(line -> line.replaceFirst(".*\\?  +", "").replace("\"examples/", "\""))
            .toList();
    assertThat(proposed).hasSize(10);
    assertThat(Jshell.answers(proposed).subList(1, 11)).allMatch(answer -> answer.startsWith("$"));
  }

  @Test
  void the_console_shows_results_whole_and_declarations_by_name_and_type() {
    List<String> answers =
        Jshell.answers(
            List.of(
                "Ranking all = PostSovietStates.panel().ranking(LocalDate.of(2022, 2, 23))",
                "all",
                "int years",
                "years = 4"));
    assertThat(answers.subList(1, 5))
        .containsExactly(
            "all : Ranking",
            "all ==> " + PostSovietStates.panel().ranking(LocalDate.of(2022, 2, 23)),
            "years : int",
            "years ==> 4");
  }

  @Test
  void the_main_program_prints_the_answer() throws IOException {
    Golden.assertPrints("NextUkraineMain.txt", output(NextUkraineMain::main));
  }

  @Test
  void the_main_program_prints_the_same_twice() {
    assertThat(output(NextUkraineMain::main)).isEqualTo(output(NextUkraineMain::main));
  }

  @Test
  void the_main_program_writes_a_page_to_pass_on(@TempDir Path folder) throws IOException {
    output(NextUkraineMain::main);
    String page = Files.readString(NextUkraineMain.REPORT);
    String other = "next-ukraine-could-it-be-attacked-kazakhstan-and-ukraine.html";
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<a href=\"./" + other + "\">Could it be attacked? Kazakhstan and Ukraine</a>");
    assertThat(Files.readString(NextUkraineMain.REPORT.resolveSibling(other)))
        .contains("<a href=\"./next-ukraine.html\">Could Kazakhstan be the next Ukraine?</a>");
    assertThat(Files.readString(NextUkraineMain.summary(NextUkraineMain.REPORT)))
        .isEqualTo(NextUkraine.report().summary().html());
    Path chosen = folder.resolve("chosen.html");
    output(none -> NextUkraineMain.main(new String[] {"--report", chosen.toString()}));
    assertThat(Files.readString(chosen)).isEqualTo(page.replace("./next-ukraine-", "./chosen-"));
  }

  @Test
  void the_main_program_says_what_it_understands() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NextUkraineMain.main(new String[] {"--html"}))
        .withMessage("Arguments may be --report FILE, but were [--html]");
  }

  @Test
  void the_question_of_all_states_is_answered() throws IOException {
    Golden.assertPrints("PostSovietStatesMain.txt", output(PostSovietStatesMain::main));
    assertThat(Files.readString(PostSovietStatesMain.REPORT))
        .startsWith("<!DOCTYPE html>")
        .isEqualTo(PostSovietStates.report().html());
  }

  /** But for tables of the library that are as wide as their columns. */
  @Test
  void programs_fit_a_console() throws IOException {
    for (String program :
        List.of(
            "NextUkraineMain", "PostSovietStatesMain", "WhatIfMain", "HowSureMain", "AsemMain")) {
      assertThat(Golden.printed(program + ".txt").lines())
          .as(program)
          .allMatch(line -> line.length() <= Screen.WIDTH);
    }
    assertThat(Golden.printed("PostSovietStatesMain.txt").lines()).hasSizeLessThan(60);
    assertThat(Screen.fit("  " + "word ".repeat(30)))
        .isEqualTo("  " + "word ".repeat(19).strip() + "\n  " + "word ".repeat(11).strip());
    assertThat(Screen.fit("x".repeat(120) + "\n\na")).isEqualTo("x".repeat(120) + "\n\na");
  }

  @Test
  void what_ifs_are_answered() throws IOException {
    Golden.assertPrints("WhatIfMain.txt", output(WhatIfMain::main));
  }

  @Test
  void it_says_how_sure_it_is() throws IOException {
    Golden.assertPrints("HowSureMain.txt", output(HowSureMain::main));
  }

  /** Six readings and a model of one's own, against the states that the library knows. */
  @Test
  void another_rival_is_asked_about() throws IOException {
    String printed = output(GuyanaMain::main);
    Golden.assertPrints("GuyanaMain.txt", printed);
    assertThat(printed).contains("Guyana 2023-12-03").contains("Ukraine 2022-02-23");
  }

  @Test
  void ranks_of_the_asem_index_are_questioned() throws IOException {
    Golden.assertPrints("AsemMain.txt", output(AsemMain::main));
  }

  @Test
  void results_are_written_as_json() throws IOException {
    Golden.assertPrints("JsonMain.txt", output(JsonMain::main));
  }

  @Test
  void a_stored_ranking_is_set_beside_the_present_one() throws IOException {
    Golden.assertPrints("ThenAndNowMain.txt", output(ThenAndNowMain::main));
  }

  @Test
  void countries_of_one_ranking_only_are_shown_too() {
    Table then = ranking().row(1, "Aland", 60).row(2, "Bland", 50).build();
    Table now = ranking().row(1, "Cland", 70).row(2, "Aland", 65).build();
    assertThat(ThenAndNowMain.moves(then, now).toCsv())
        .isEqualTo(
            """
            Country,Rank then,Rank now,Score then,Score now
            Cland,,1,,70
            Aland,1,2,60,65
            Bland,2,,50,
            """
                .replace("\n", "\r\n"));
  }

  private static Table.Builder ranking() {
    return Table.builder().number("Rank", 0).text("Country").number("Score", 1);
  }

  /** What a program without arguments prints. */
  static String output(Consumer<String[]> main) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      main.accept(new String[0]);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
  }
}
