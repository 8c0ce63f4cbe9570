package dev.steppe.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
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
      "%n'steppe COMMAND --help' has the options and examples of a command. Options may be in a"
          + " file: @FILE has one a line."
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
    List<String> typed;
    try {
      typed = OptionFile.expanded(arguments);
    } catch (BadInput e) {
      return failed(e);
    }
    // What it would warn of is refused.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    CommandLine commands = new CommandLine(this);
    commands.setExpandAtFiles(false);
    // Only help is printed here, which is ASCII.
    commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    OptionValues.registerTo(commands);
    commands.setExecutionStrategy(
        parsed -> {
          OptionValues.checkQuotes(parsed);
          return new CommandLine.RunLast().execute(parsed);
        });
    commands.setParameterExceptionHandler((e, all) -> mistyped(e));
    commands.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
    return commands.execute(typed.toArray(String[]::new));
  }

  private int mistyped(ParameterException e) {
    boolean isOfNoCommand = e.getCommandLine().getCommandSpec().userObject() == this;
    if (isOfNoCommand && !(e instanceof UnmatchedArgumentException)) {
      e.getCommandLine().usage(terminal.err());
      return MISTYPED;
    }
    terminal.tell("steppe: " + OptionValues.plain(String.valueOf(e.getMessage()), isOfNoCommand));
    if (isOfNoCommand) {
      UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
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
