package dev.steppe.examples;

import dev.steppe.nextukraine.NextUkraine;

/** Prints the paper's question, answered on a page. */
public final class NextUkraineMain {

  private NextUkraineMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    System.out.println(NextUkraine.briefing());
    System.out.println();
    System.out.println("Where next: ask further in JShell, with the library loaded:");
    System.out.println("  " + Repl.COMMAND);
    System.out.println(
        "  show(scorer.score(kazakhstan).trace())  every step from reading to score");
    System.out.println(
        "  show(NextUkraine.compare().sources())   every reading and where it is from");
    System.out.println(
        "  show(NextUkraine.reasons())             why each number of the model is so");
  }
}
