package dev.steppe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How an answer is given, and where. */
final class OutputOptions {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORM",
      description = "text, csv, json or html; if not given, what the name of the file says.")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the answer to a file, which is replaced if it exists.")
  private @Nullable Path file;

  private Format usual = Format.TEXT;

  void check(Question question) {
    usual = question.usualFormat();
    if (file != null && Files.isDirectory(file)) {
      throw question.misuse("Output '" + file + "' is a folder");
    }
    @Nullable Path folder = file == null ? null : file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw question.misuse("There is no folder '" + folder + "' for the output");
    }
    if (file != null && format == null && !isKnown(file)) {
      throw question.misuse(
          "Output '"
              + file
              + "' has an ending that tells no form: it may be .txt, .csv, .json or .html; --format"
              + " says it, too");
    }
    if (file != null && question.input.reads(file, question)) {
      throw question.misuse("Output '" + file + "' would replace a file that is read");
    }
  }

  /** Whether the ending of a file says a form, or there is none. */
  private static boolean isKnown(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.indexOf('.') < 0 || name.matches(".*\\.(txt|csv|json|html?)");
  }

  void write(Answer answer, Terminal terminal) {
    String written =
        switch (format()) {
          case TEXT -> Terminal.printable(answer.text().get().stripTrailing()) + "\n";
          case CSV -> answer.table().get().toCsv();
          case JSON -> json(answer.plain().get());
          case HTML -> answer.page().get().html();
        };
    if (file != null) {
      try {
        Files.writeString(file, written);
      } catch (IOException e) {
        throw BadInput.unwritten(file, e);
      }
    } else if (format() == Format.TEXT) {
      terminal.print(written);
    } else {
      terminal.printUtf8(written);
    }
  }

  static String json(Object plain) {
    return MAPPER.writeValueAsString(plain) + "\n";
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
    for (Format each : Format.values()) {
      if (name.endsWith("." + each.name().toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    return name.endsWith(".txt") ? Format.TEXT : name.endsWith(".htm") ? Format.HTML : usual;
  }
}
