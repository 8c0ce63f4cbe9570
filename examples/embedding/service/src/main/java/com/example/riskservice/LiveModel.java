package com.example.riskservice;

import dev.steppe.model.ModelDefinition;
import dev.steppe.model.RiskModel;
import dev.steppe.score.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model in a JSON file that may be changed while it serves. The last one that was valid goes on
 * until the file has another. Any number of threads may ask for the scorer while one reads.
 */
final class LiveModel {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path file;
  private String lastText;
  private Optional<String> fault = Optional.empty();
  private volatile Scorer scorer;

  /**
   * Reads the first model.
   *
   * @throws IllegalArgumentException that tells what is wrong with it
   */
  LiveModel(Path file) throws IOException {
    this.file = file;
    this.lastText = Files.readString(file);
    this.scorer = read(lastText);
  }

  /** Whoever takes it keeps it until its answer is whole: it is immutable. */
  Scorer scorer() {
    return scorer;
  }

  /**
   * Takes the model of the file, if that has changed.
   *
   * @return what is wrong with the file, if the model before it goes on
   */
  synchronized Optional<String> refresh() {
    try {
      String text = Files.readString(file);
      if (!text.equals(lastText)) {
        lastText = text;
        scorer = read(text);
        fault = Optional.empty();
      }
    } catch (IOException e) {
      lastText = "";
      fault = Optional.of("The model's file cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      fault = Optional.of(e.getMessage());
    }
    return fault;
  }

  private static Scorer read(String text) {
    try {
      return Scorer.of(RiskModel.of(MAPPER.readValue(text, ModelDefinition.class)));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Model is no JSON of a model: " + e.getOriginalMessage(), e);
    }
  }
}
