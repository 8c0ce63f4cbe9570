package dev.steppe.cli;

import dev.steppe.model.RiskModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The same model in another kind of file. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footerHeading = "%nExamples:%n",
    description = "Writes a model as JSON, YAML or a table for spreadsheets.",
    footer = {"  steppe convert model.json model.csv", "  steppe convert model.csv model.yaml"})
final class ConvertCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model.")
  private Path model = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "Where it goes: a file that ends in .json, .yaml, .yml or .csv, and is not there yet.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    ModelFile kind = ModelFile.of(file);
    if (kind == null) {
      throw new ParameterException(spec.commandLine(), ModelFile.unknown(file));
    }
    if (Files.exists(file)) {
      throw new ParameterException(spec.commandLine(), "File '" + file + "' is there already");
    }
    RiskModel read = ModelFile.read(model);
    try {
      Files.writeString(file, kind.write(read));
    } catch (IOException e) {
      throw BadInput.unwritten(file, e);
    }
    return Steppe.OK;
  }
}
