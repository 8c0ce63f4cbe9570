package dev.steppe.cli;

import dev.steppe.evidence.CodeList;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands. */
@Command(
    name = "steppe",
    mixinStandardHelpOptions = true,
    versionProvider = Steppe.Version.class,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "%nScores countries under a model that is kept in a file. A score is an index from 0 (safest)"
          + " to 100 (riskiest), not a probability."
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "%nExit codes: 0 if all went well; 1 if what was asked does not hold; 2 if the command is"
          + " mistyped; 3 if a file has faults or cannot be read; 70 if the program is at fault.",
      "%n'steppe COMMAND --help' has the options and examples of a command. Options may be in a file:"
          + " @FILE."
    },
    subcommands = {
      ScoreCommand.class,
      RankCommand.class,
      CompareCommand.class,
      WhatIfCommand.class,
      SureCommand.class,
      ReportCommand.class,
      DiffCommand.class,
      CheckCommand.class,
      ConvertCommand.class
    })
final class Steppe {

  static final int OK = 0;
  static final int DOES_NOT_HOLD = 1;
  static final int MISTYPED = 2;
  static final int BAD_INPUT = 3;
  static final int OWN_FAULT = 70;

  private final Terminal terminal;

  Steppe(Terminal terminal) {
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Runs a command, and gives its exit code. */
  int run(String... arguments) {
    CommandLine commands = new CommandLine(this);
    // Only help is printed here, which is ASCII.
    commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.registerConverter(
        CodeList.class, text -> CodeList.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
    commands.registerConverter(LocalDate.class, Steppe::date);
    commands.setParameterExceptionHandler((e, typed) -> mistyped(e));
    commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    return commands.execute(arguments);
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "must be a date such as 2022-02-23, but was '" + typed + "'");
    }
  }

  private int mistyped(ParameterException e) {
    if (e.getCommandLine().getCommandSpec().userObject() == this
        && !(e instanceof UnmatchedArgumentException)) {
      e.getCommandLine().usage(terminal.err());
      return MISTYPED;
    }
    terminal.tell("steppe: " + e.getMessage());
    if (e.getCommandLine().getCommandSpec().userObject() == this) {
      terminal.tell(
          "Commands: " + String.join(", ", e.getCommandLine().getSubcommands().keySet()) + ".");
    } else {
      UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
    }
    terminal.tell(
        "'" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help' tells more.");
    return MISTYPED;
  }

  private int failed(Exception e) {
    if (e instanceof BadInput || e instanceof IllegalArgumentException) {
      String message = String.valueOf(e.getMessage());
      terminal.tell("steppe: " + Wording.forCommandLine(message));
      if (message.contains("unknown indicator")) {
        terminal.tell("--skip-unknown leaves out indicators that the model has not.");
      }
      return BAD_INPUT;
    }
    StackTraceElement[] trace = e.getStackTrace();
    terminal.tell(
        "steppe: this should not happen: " + e + (trace.length == 0 ? "" : ", at " + trace[0]));
    return OWN_FAULT;
  }

  /** The version in the manifest of the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Steppe.class.getPackage().getImplementationVersion();
      return new String[] {"steppe " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
  }
}
