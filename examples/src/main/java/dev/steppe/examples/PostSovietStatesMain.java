package dev.steppe.examples;

import dev.steppe.analogue.Analogues;
import dev.steppe.analogue.Precedents;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.panel.Panel;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Asks the paper's question of all 14 successor states, on the eve of three wars and today. */
public final class PostSovietStatesMain {

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.PostSovietStatesMain"
          + " -pl examples -am";

  private PostSovietStatesMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    // The blocks of a sparkline are not in every console's own character set.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Panel panel = PostSovietStates.panel();
    out.println(panel.rankings());
    out.println();
    out.println("The same with plain weighted means, in which a motive makes up for protection:");
    out.println(PostSovietStates.additivePanel().rankings());
    for (String code : new String[] {"KAZ", "UKR"}) {
      out.println();
      out.println(panel.trajectory(code).toTable(2));
    }
    for (LocalDate date : PostSovietStates.dates().subList(2, 4)) {
      Analogues analogues =
          PostSovietStates.precedents().analoguesOf(PostSovietStates.profile("KAZ", date));
      out.println();
      out.println(analogues.toTable(5));
      out.println();
      out.println(analogues.test());
      out.println();
      out.println(analogues.syntheticControl());
    }
    out.println();
    out.println("Who today looks most like Ukraine did?");
    LocalDate today = PostSovietStates.dates().get(3);
    Precedents states = Precedents.of(PostSovietStates.scorer(), PostSovietStates.profiles(today));
    for (LocalDate then : PostSovietStates.dates().subList(1, 3)) {
      out.println(states.analoguesOf(PostSovietStates.profile("UKR", then)).summary());
    }
  }
}
