package dev.steppe.examples;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Prints the paper's question, answered on a page, and writes a page of HTML to pass on. */
public final class NextUkraineMain {

  /** Where the page goes if nothing else is asked for. */
  static final Path REPORT = Path.of("target", "next-ukraine.html");

  private static final String OPTION = "--report";

  private NextUkraineMain() {}

  /** Needs no arguments; {@code --report FILE} writes the page to another file. */
  public static void main(String[] args) {
    boolean chosen = args.length == 2 && args[0].equals(OPTION);
    if (args.length > 0 && !chosen) {
      throw new IllegalArgumentException(
          "Arguments may be " + OPTION + " FILE, but were " + List.of(args));
    }
    System.out.println(Screen.fit(NextUkraine.briefing()));
    System.out.println();
    System.out.println("Where next: ask further in JShell, with the library loaded:");
    System.out.println("  " + Repl.COMMAND);
    System.out.println("  scorer.score(kazakhstan).trace()  every step from reading to score");
    System.out.println("  NextUkraine.compare().sources()   every reading and where it is from");
    System.out.println("  NextUkraine.reasons()             why each number of the model is so");
    write(chosen ? Path.of(args[1]) : REPORT, chosen);
  }

  /** Tells of the file beside the answer, not in it. */
  private static void write(Path file, boolean chosen) {
    try (ProgressLine line = new ProgressLine("Drawing for the page to pass on")) {
      Report report = NextUkraine.report(line);
      report.writeTo(file);
      report.summary().writeTo(summary(file));
    } catch (IOException fault) {
      if (chosen) {
        throw new UncheckedIOException("Cannot write the page to " + file, fault);
      }
      // The answer is out; that this folder takes no files is no reason to fail.
      System.err.println("No page to pass on was written: " + fault);
      return;
    }
    System.err.println();
    System.err.println("The same as a page to pass on: " + file);
    System.err.println("And on one page to print: " + summary(file));
  }

  /** Such as {@code next-ukraine-summary.html}. */
  static Path summary(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(
        dot > 0 ? name.substring(0, dot) + "-summary" + name.substring(dot) : name + "-summary");
  }
}
