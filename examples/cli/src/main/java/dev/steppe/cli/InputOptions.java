package dev.steppe.cli;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvLayout;
import dev.steppe.evidence.CsvTable;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Join;
import dev.steppe.evidence.Overlap;
import dev.steppe.model.RiskModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of a model and of data, and how they are read. */
final class InputOptions {

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "The model, in a file whose name ends in json, yaml, yml, csv or tsv.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "DATA",
      description = {
        "Readings, as CSV: [SHAPE:]FILE[,GIVEN=CODE]... Several files are joined. Shapes: long"
            + " (if none is named), wide, years, world-bank, owid. GIVEN=CODE gives an indicator"
            + " of the file the code that it has in the model."
      })
  private List<String> data = List.of();

  @Option(
      names = {"-c", "--countries"},
      split = ",",
      paramLabel = "COUNTRY",
      description = "Only these, by code or name, separated by commas.")
  private List<String> countries = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The date as of which countries are described, such as 2022-02-23.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--overlap",
      paramLabel = "RULE",
      description =
          "Where two files have a reading of the same: both (if not given), first or last.")
  private Overlap overlap = Overlap.BOTH;

  @Option(names = "--skip-unknown", description = "Leave out indicators that the model has not.")
  private boolean skipUnknown;

  @Option(names = "--fit", description = "Fit scales such as minMax to all countries of the files.")
  private boolean fit;

  private final Set<String> told = new HashSet<>();

  @ArgGroup(
      validate = false,
      heading =
          "%nHow the data files are read; --without, and what takes a pair as in --alias, may be%n"
              + "repeated:%n")
  private ReadingOptions reading = new ReadingOptions();

  /**
   * Reads all files.
   *
   * @throws BadInput that tells all that is wrong with them
   */
  Case read(Question question, Terminal terminal) {
    if (data.isEmpty() && question.needsData()) {
      throw question.misuse("Missing required parameter: 'DATA'");
    }
    reading.check(question);
    return read(question, terminal, model, data);
  }

  /** As {@link #read(Question, Terminal)}, with what an earlier version has of its own. */
  Case earlier(
      Question question, Terminal terminal, @Nullable Path itsModel, List<String> itsData) {
    return read(
        question,
        terminal,
        itsModel == null ? model : itsModel,
        itsData.isEmpty() ? data : itsData);
  }

  private Case read(Question question, Terminal terminal, Path model, List<String> typed) {
    List<String> faults = new ArrayList<>();
    List<DataFile> files = files(question, typed);
    List<CsvLayout> layouts = layouts(question, files);
    refuseSwapped(question, model, files);
    RiskModel read = null;
    try {
      read = ModelFile.read(model);
    } catch (BadInput e) {
      faults.add(e.getMessage());
    }
    Map<String, Dataset> sources = new LinkedHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      DataFile each = files.get(i);
      try {
        CsvTable table = layouts.get(i).load(each.file());
        Dataset source = table.dataset().withName(each.file().toString());
        sources.put(source.name(), source);
        if (!table.leftOut().isEmpty()) {
          tell(
              terminal, "Left out of '" + each.file() + "': " + String.join("; ", table.leftOut()));
        }
      } catch (IOException e) {
        faults.add(BadInput.of(each.file(), e) + each.shapeHint());
      } catch (IllegalArgumentException e) {
        faults.add(String.valueOf(e.getMessage()));
      }
    }
    if (read == null || !faults.isEmpty()) {
      throw new BadInput(faults);
    }
    Dataset all = sources.isEmpty() ? Dataset.of() : joined(sources.values());
    reading.checkUnits(question, new LinkedHashSet<>(all.codes()));
    if (skipUnknown) {
      all = known(read, all, terminal);
    }
    return new Case(read, all, chosen(question, all), fit);
  }

  /** Tells what is left out, once if a file is read twice. */
  private void tell(Terminal terminal, String note) {
    if (told.add(note)) {
      terminal.tell(note);
    }
  }

  /** Without the indicators that the model has not. */
  private Dataset known(RiskModel model, Dataset all, Terminal terminal) {
    Set<String> codes = new LinkedHashSet<>(all.codes());
    model.indicators().forEach(indicator -> codes.remove(indicator.code()));
    if (codes.isEmpty()) {
      return all;
    }
    tell(terminal, "Left out, as they are not in the model: " + String.join(", ", codes));
    Set<String> kept = new LinkedHashSet<>(all.codes());
    kept.removeAll(codes);
    return all.select(kept);
  }

  /** Whether a file is one of those that are read. */
  boolean reads(Path file, Question question) {
    Path real = file.toAbsolutePath().normalize();
    return real.equals(model.toAbsolutePath().normalize())
        || files(question, data).stream()
            .anyMatch(each -> real.equals(each.file().toAbsolutePath().normalize()));
  }

  private static List<DataFile> files(Question question, List<String> typed) {
    List<DataFile> files;
    try {
      files = typed.stream().map(DataFile::of).toList();
    } catch (IllegalArgumentException e) {
      throw question.misuse(String.valueOf(e.getMessage()));
    }
    Set<Path> seen = new HashSet<>();
    for (DataFile each : files) {
      if (!seen.add(each.file().toAbsolutePath().normalize())) {
        throw question.misuse("File '" + each.file() + "' is given twice");
      }
    }
    return files;
  }

  /** What options say of files, of which none has to be opened to see that they cannot be so. */
  private List<CsvLayout> layouts(Question question, List<DataFile> files) {
    try {
      return files.stream().map(reading::layout).toList();
    } catch (IllegalArgumentException e) {
      throw question.misuse(Wording.forCommandLine(String.valueOf(e.getMessage())));
    }
  }

  private static void refuseSwapped(Question question, Path model, List<DataFile> files) {
    if (ModelFile.seemsModel(model) || !Files.exists(model)) {
      return;
    }
    for (DataFile each : files) {
      if (ModelFile.seemsModel(each.file())) {
        throw question.misuse(
            "The model comes first, then the data: '"
                + each.file()
                + "' seems to be the model, and '"
                + model
                + "' has data");
      }
    }
  }

  private Dataset joined(Iterable<Dataset> sources) {
    Join join = Join.copyOf(sources).withOverlap(overlap);
    return (asOf == null ? join : join.withAsOf(asOf)).dataset();
  }

  private List<CountryProfile> chosen(Question question, Dataset all) {
    if (countries.isEmpty()) {
      return all.profiles();
    }
    Set<CountryProfile> chosen = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String each : countries) {
      String wanted = each.strip();
      try {
        chosen.add(
            all.stream()
                .filter(profile -> profile.country().name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseGet(
                    () ->
                        all.contains(wanted.toUpperCase(Locale.ROOT))
                            ? all.profile(wanted.toUpperCase(Locale.ROOT))
                            : all.profile(wanted)));
      } catch (IllegalArgumentException e) {
        unknown.add(e.getMessage());
      }
    }
    if (!unknown.isEmpty()) {
      throw question.misuse(String.join("\n", unknown));
    }
    return List.copyOf(chosen);
  }
}
