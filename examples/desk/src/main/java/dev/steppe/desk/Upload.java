package dev.steppe.desk;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Join;
import dev.steppe.model.ModelDefinition;
import dev.steppe.model.RiskModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is loaded: a model and data, each the text of a file.
 *
 * @param title what to call the case
 * @param model JSON if it begins with a brace, else a table
 * @param data tables of readings, which are joined
 * @param skipUnknown whether readings of what the model has not are left out
 */
record Upload(String title, FileText model, List<DataText> data, boolean skipUnknown) {

  /** The text of a file, and what to call it in errors. */
  record FileText(String name, String text) {

    FileText {
      given(name, "name of a file");
      given(text, "text of '" + name + "'");
    }
  }

  /** How a table is laid out. */
  enum Shape {
    /** A line a reading. */
    LONG,
    /** A line a country, a column an indicator. */
    WIDE
  }

  /** The text of a file with readings. */
  record DataText(String name, Shape shape, String text) {

    DataText {
      given(name, "name of a file");
      given(text, "text of '" + name + "'");
      shape = shape == null ? Shape.LONG : shape;
    }

    private Dataset read() {
      Dataset read = shape == Shape.LONG ? Dataset.readLongCsv(text) : Dataset.readWideCsv(text);
      return read.withName(name);
    }
  }

  Upload {
    title = Question.typed(title, "title");
    if (model == null) {
      throw new Refusal(Refusal.BAD_REQUEST, "model: must be given");
    }
    data = data == null ? List.of() : List.copyOf(data);
    if (data.isEmpty()) {
      throw new Refusal(Refusal.BAD_REQUEST, "data: there must be a file at least");
    }
    if (data.size() > Limits.DATA_FILES) {
      throw Refusal.tooMany("data files", Limits.DATA_FILES, data.size());
    }
  }

  private static void given(@Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new Refusal(Refusal.BAD_REQUEST, what + ": must be given");
    }
  }

  /** The same files have the same name, on any day and in any desk. */
  String id() {
    Hasher hasher = Hashing.sha256().newHasher();
    put(hasher, model.text);
    for (DataText each : data) {
      put(hasher, each.shape.name());
      put(hasher, each.text);
    }
    return "loaded-" + hasher.putBoolean(skipUnknown).hash().toString().substring(0, 16);
  }

  private static void put(Hasher hasher, String text) {
    hasher.putInt(text.length()).putString(text, StandardCharsets.UTF_8);
  }

  /**
   * The case.
   *
   * @throws IllegalArgumentException that tells all that is wrong with the files
   */
  DeskCase read() {
    List<String> faults = new ArrayList<>();
    @Nullable RiskModel read = null;
    try {
      read = readModel();
    } catch (IllegalArgumentException e) {
      faults.add("'" + model.name + "': " + e.getMessage());
    }
    List<Dataset> sources = new ArrayList<>();
    for (DataText each : data) {
      try {
        sources.add(each.read());
      } catch (IllegalArgumentException e) {
        faults.add("'" + each.name + "': " + e.getMessage());
      }
    }
    if (read == null || !faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    Dataset all = sources.size() == 1 ? sources.get(0) : Join.copyOf(sources).dataset();
    Set<String> unknown = new LinkedHashSet<>(all.codes());
    if (skipUnknown) {
      read.indicators().forEach(indicator -> unknown.remove(indicator.code()));
      Set<String> known = new LinkedHashSet<>(all.codes());
      known.removeAll(unknown);
      all = all.select(known);
    }
    return DeskCase.of(
        id(), title, read, all.profiles(), skipUnknown ? List.copyOf(unknown) : List.of());
  }

  private RiskModel readModel() {
    if (!model.text.stripLeading().startsWith("{")) {
      return RiskModel.readCsv(model.text);
    }
    try {
      return RiskModel.of(
          Json.read(model.text.getBytes(StandardCharsets.UTF_8), ModelDefinition.class));
    } catch (Refusal fault) {
      throw new IllegalArgumentException(fault.getMessage(), fault);
    }
  }
}
