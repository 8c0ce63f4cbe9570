package dev.steppe.cli;

import dev.steppe.report.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that asks something about the countries of data files under a model. */
@Command(
    sortOptions = false,
    abbreviateSynopsis = true,
    usageHelpAutoWidth = true,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footerHeading = "%nExamples:%n")
abstract class Question implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @ParentCommand Steppe steppe = new Steppe(Terminal.system());

  @Mixin InputOptions input = new InputOptions();

  @Mixin OutputOptions output = new OutputOptions();

  /** The answer to the question. */
  abstract Answer ask(Case given);

  @Override
  public final Integer call() {
    Terminal terminal = steppe.terminal();
    output.check(this);
    check();
    Answer answer = ask(input.read(this, terminal));
    output.write(answer, terminal);
    return answer.holds() ? Steppe.OK : Steppe.DOES_NOT_HOLD;
  }

  /** Refuses what was mistyped, before a file is read. */
  void check() {}

  /** Whether the question can be asked of a model alone. */
  boolean needsData() {
    return true;
  }

  /** The form of the answer if none is asked for. */
  Format usualFormat() {
    return Format.TEXT;
  }

  /** Refuses to make a page of what has none. */
  Report noPage() {
    throw misuse("There is no page of '" + spec.name() + "': the forms are text, csv and json");
  }

  /** Refuses a number that an option cannot have. */
  void checkRange(String option, long number, long least, long most) {
    if (number < least || number > most) {
      throw misuse(
          option
              + " must be "
              + (most == Integer.MAX_VALUE ? "at least " + least : "from " + least + " to " + most)
              + ", but was "
              + number);
    }
  }

  /** An error about what was typed. */
  ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
