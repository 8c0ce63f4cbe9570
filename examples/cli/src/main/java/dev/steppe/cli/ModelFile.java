package dev.steppe.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.base.Splitter;
import dev.steppe.model.ModelDefinition;
import dev.steppe.model.RiskModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A model in a file, of the kind that the end of its name says. */
enum ModelFile {
  JSON {
    @Override
    RiskModel read(String text) {
      return document(
          JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION), text);
    }

    @Override
    String write(RiskModel model) {
      return written(JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT), model) + "\n";
    }
  },
  YAML {
    @Override
    RiskModel read(String text) {
      refuseAliases(text);
      return document(
          YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION), text);
    }

    @Override
    String write(RiskModel model) {
      return written(
          YAMLMapper.builder()
              .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
              .enable(
                  YAMLWriteFeature.MINIMIZE_QUOTES,
                  YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS),
          model);
    }
  },
  CSV {
    @Override
    RiskModel readFile(Path file) throws IOException {
      return RiskModel.readCsv(file);
    }

    @Override
    RiskModel read(String text) {
      return RiskModel.readCsv(text);
    }

    @Override
    String write(RiskModel model) {
      return model.toCsv();
    }
  };

  private static final String NOTHING = "there is nothing in it";

  /** What some editors put before a text in UTF-8. */
  private static final String MARK = "\uFEFF";

  /** The kind of a file; null if its name does not say. */
  static @Nullable ModelFile of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return JSON;
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return YAML;
    }
    return name.endsWith(".csv") || name.endsWith(".tsv") ? CSV : null;
  }

  /**
   * The model in a file.
   *
   * @throws BadInput that tells all that is wrong with it
   */
  static RiskModel read(Path file) {
    ModelFile kind = of(file);
    if (kind == null) {
      throw new BadInput(List.of(unknown(file)));
    }
    try {
      return kind.readFile(file);
    } catch (IOException e) {
      throw new BadInput(List.of(BadInput.of(file, e)));
    } catch (IllegalArgumentException e) {
      throw new BadInput(List.of("Model file '" + file + "': " + e.getMessage()));
    }
  }

  /** Whether a file is one of a model, as far as can be told without reading all of it. */
  static boolean seemsModel(Path file) {
    ModelFile kind = of(file);
    if (kind != CSV) {
      return kind != null;
    }
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String header = String.valueOf(reader.readLine()).replaceAll("[\" \uFEFF]", "");
      List<String> cells = Splitter.onPattern("[,;\t]").splitToList(header);
      return cells.contains("code") && cells.contains("parent");
    } catch (IOException e) {
      return false;
    }
  }

  static String unknown(Path file) {
    return "Model file '" + file + "' must end in .json, .yaml, .yml, .csv or .tsv";
  }

  RiskModel readFile(Path file) throws IOException {
    String text = Files.readString(file);
    return read(text.startsWith(MARK) ? text.substring(MARK.length()) : text);
  }

  abstract RiskModel read(String text);

  abstract String write(RiskModel model);

  private static String written(MapperBuilder<?, ?> builder, RiskModel model) {
    return builder
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
        .build()
        .writeValueAsString(model.definition());
  }

  /** The model of a document, which has no fields but those of a definition. */
  private static RiskModel document(MapperBuilder<?, ?> builder, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(NOTHING);
    }
    UnknownFields unknown = new UnknownFields();
    ObjectMapper mapper =
        builder
            .addHandler(unknown)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    ModelDefinition definition;
    try {
      definition = mapper.readValue(text, ModelDefinition.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(DocumentFault.of(e), e);
    }
    if (definition == null) {
      throw new IllegalArgumentException(NOTHING);
    }
    List<String> faults = new ArrayList<>();
    if (!unknown.found.isEmpty()) {
      faults.add(String.join("\n", unknown.found));
    }
    try {
      RiskModel model = RiskModel.of(definition);
      if (faults.isEmpty()) {
        return model;
      }
    } catch (IllegalArgumentException e) {
      faults.add(e.getMessage());
    }
    throw new IllegalArgumentException(String.join("\n", faults));
  }

  /** A name that stands for what was said elsewhere would be read as a text of its own. */
  private static void refuseAliases(String text) {
    try (JsonParser parser = new YAMLMapper().createParser(text)) {
      while (parser.nextToken() != null) {
        if (((YAMLParser) parser).isCurrentAlias()) {
          throw new IllegalArgumentException(
              DocumentFault.place(parser.currentTokenLocation())
                  + "'*"
                  + parser.getString()
                  + "' stands for what is said elsewhere: say it again here");
        }
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(DocumentFault.of(e), e);
    }
  }

  /** Fields that a definition has not; most are misspelt ones. */
  private static final class UnknownFields extends DeserializationProblemHandler {

    private final List<String> found = new ArrayList<>();

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object beanOrClass,
        String name) {
      TokenStreamContext at = parser.streamReadContext();
      found.add(
          path(parser.currentToken().isStructStart() ? at.getParent() : at)
              + ": unknown field. Known: "
              + deserializer.getKnownPropertyNames());
      parser.skipChildren();
      return true;
    }
  }

  /** The path to what is read, as in the errors of definitions. */
  private static String path(TokenStreamContext context) {
    TokenStreamContext parent = context.getParent();
    String before = parent == null || parent.inRoot() ? "" : path(parent);
    if (context.inArray()) {
      return before + "[" + context.getCurrentIndex() + "]";
    }
    return (before.isEmpty() ? "" : before + ".") + context.currentName();
  }
}
