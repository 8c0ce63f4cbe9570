package dev.steppe.examples;

import dev.steppe.analogue.Analogues;
import dev.steppe.analogue.Precedents;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.panel.Panel;
import dev.steppe.score.Ranking;
import dev.steppe.table.Decimals;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Asks the paper's question of all 14 successor states, on the eve of three wars and today. */
public final class PostSovietStatesMain {

  private static final int LEADERS = 4;

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.PostSovietStatesMain"
          + " -pl examples -am";

  /** Where the page goes that has all of it. */
  static final Path REPORT = Path.of("target", "post-soviet-states.html");

  private PostSovietStatesMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    // Names are not in every console's own character set.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Panel panel = PostSovietStates.panel();
    out.println(panel.rankings());
    out.println();
    out.println(
        "With plain weighted means, in which a motive makes up for protection, these lead:");
    Panel additive = PostSovietStates.additivePanel();
    for (LocalDate date : PostSovietStates.dates()) {
      out.println("  " + date + "  " + leaders(additive.ranking(date)));
    }
    for (String code : new String[] {"KAZ", "UKR"}) {
      out.println();
      out.println(panel.trajectory(code).country() + " over time:");
      panel.trajectory(code).steps().forEach(step -> out.println("  " + step));
    }
    LocalDate today = PostSovietStates.dates().get(3);
    out.println();
    out.println("What does Kazakhstan resemble, and who today looks most like Ukraine did?");
    for (LocalDate date : PostSovietStates.dates().subList(2, 4)) {
      Analogues analogues =
          PostSovietStates.precedents().analoguesOf(PostSovietStates.profile("KAZ", date));
      out.println(Screen.fit(analogues.summary()));
    }
    Precedents states = Precedents.of(PostSovietStates.scorer(), PostSovietStates.profiles(today));
    for (LocalDate then : PostSovietStates.dates().subList(1, 3)) {
      out.println(Screen.fit(states.analoguesOf(PostSovietStates.profile("UKR", then)).summary()));
    }
    write();
  }

  private static String leaders(Ranking ranking) {
    return ranking.entries().stream()
        .limit(LEADERS)
        .map(
            entry ->
                entry.scorecard().country().name()
                    + " "
                    + Decimals.fixed(entry.scorecard().value(), 1))
        .collect(Collectors.joining(", "));
  }

  /** Tells of the file beside the answer, not in it. */
  private static void write() {
    try (ProgressLine line = new ProgressLine("Drawing for the page")) {
      PostSovietStates.report(line).writeTo(REPORT);
    } catch (IOException fault) {
      // The answer is out; that this folder takes no files is no reason to fail.
      System.err.println("No page was written: " + fault);
      return;
    }
    System.err.println();
    System.err.println("All of it as a page, with what moved every score: " + REPORT);
  }
}
