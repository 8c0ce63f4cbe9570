package dev.steppe.cli;

import dev.steppe.revision.ModelDifference;
import dev.steppe.revision.Revision;
import dev.steppe.score.Ranking;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What changed, and what that did. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Says in what a model, or data, differ from earlier ones, and what each change does to scores"
          + " and ranks."
    },
    footer = {
      "  steppe diff model.json --before=old.json",
      "  steppe diff model.json data.csv --before=old.json --before-data=old.csv",
      "  steppe diff model.json data.csv --before-data=old.csv --changelog=2025,2026"
    })
final class DiffCommand extends Question {

  @Option(
      names = "--before",
      paramLabel = "MODEL",
      description = "The earlier model; the same if not given.")
  private @Nullable Path modelBefore;

  @Option(
      names = "--before-data",
      paramLabel = "DATA",
      description = "Earlier data, as DATA; the same if not given. May be given several times.")
  private List<String> dataBefore = List.of();

  @Option(
      names = "--changelog",
      split = ",",
      paramLabel = "VERSION",
      description = "In text: as Markdown, from one version to the other: --changelog=1,2.")
  private List<String> versions = List.of();

  @Option(names = "--fail-if-changed", description = "Exit with 1 if a score may be another.")
  private boolean failIfChanged;

  @Override
  boolean needsData() {
    return false;
  }

  @Override
  Answer ask(Case given) {
    if (modelBefore == null && dataBefore.isEmpty()) {
      throw misuse("Missing required option: '--before=MODEL' or '--before-data=DATA'");
    }
    if (!versions.isEmpty() && versions.size() != 2) {
      throw misuse("--changelog is from one version to another: --changelog=1,2");
    }
    Case earlier = input.earlier(this, steppe.terminal(), modelBefore, dataBefore);
    if (given.profiles().isEmpty() || earlier.profiles().isEmpty()) {
      return ofModels(ModelDifference.of(earlier.model(), given.model()));
    }
    Ranking before = earlier.scorer().rank(earlier.profiles());
    Ranking after = given.scorer().rank(given.profiles());
    Revision revision =
        Revision.of(before, after, RunOptions.execution(null, steppe.terminal(), "Orders"));
    return new Answer(
        revision.changes().isEmpty() || !failIfChanged,
        () ->
            versions.isEmpty()
                ? revision.changeTable() + "\n\n" + revision
                : revision.changelog(versions.get(0), versions.get(1)),
        revision::toTable,
        revision::toRecord,
        this::noPage);
  }

  private Answer ofModels(ModelDifference difference) {
    if (!versions.isEmpty()) {
      throw misuse("--changelog needs data");
    }
    return new Answer(
        difference.hasSameScores() || !failIfChanged,
        difference::toString,
        difference::toTable,
        difference::changes,
        this::noPage);
  }
}
