package dev.steppe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.model.Aggregation;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.ModelDefinition;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskModel;
import dev.steppe.testing.AnyModels;
import dev.steppe.testing.Owned;
import dev.steppe.testing.Sound;
import dev.steppe.weights.ExpertWeights;
import java.util.Map;
import java.util.Optional;

/** Readers of models, and of weights for one. */
final class ModelTargets {

  private static final RiskModel TWO_LEVELS =
      RiskModel.builder("risk")
          .factor("means", 0.4, means -> means.indicator(indicator("arms"), 1, scale()))
          .factor(
              "motive",
              0.6,
              motive ->
                  motive
                      .aggregation(Aggregation.geometric(1))
                      .indicator(indicator("trade"), 2, scale())
                      .indicator(indicator("border"), 1, scale()))
          .build();

  private ModelTargets() {}

  private static Indicator indicator(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  private static Normalization scale() {
    return Normalization.goalposts(0, 100);
  }

  static void table(String text) throws Exception {
    Optional<RiskModel> read = Refusal.orValue(() -> RiskModel.readCsv(text, Owned.methods()));
    if (read.isPresent()) {
      Sound.model(read.get());
      assertThat(RiskModel.readCsv(text, Owned.methods())).isEqualTo(read.get());
      ScoredModel.check(read.get());
    }
  }

  static void definition(byte[] input) throws Exception {
    Choices choices = new Choices(input);
    ModelDefinition definition = AnyModels.generate(choices.below(256)).definition();
    while (!choices.isEmpty()) {
      Optional<ModelDefinition> changed =
          Refusal.orValue(DefinitionForgery.changed(definition, choices));
      definition = changed.orElse(definition);
    }
    ModelDefinition forged = definition;
    Optional<RiskModel> read = Refusal.orValue(() -> RiskModel.of(forged, Owned.methods()));
    if (read.isPresent()) {
      Sound.model(read.get());
      ScoredModel.check(read.get());
    }
  }

  static void experts(String text) throws Exception {
    Optional<ExpertWeights> read =
        Refusal.orValue(() -> ExpertWeights.read(TWO_LEVELS, Map.of("A", text)));
    if (read.isPresent()) {
      assertThat(read.get().toString()).isNotEmpty();
      assertThat(read.get().range("trade").lower()).isBetween(0.0, 1.0);
      Refusal.orValue(() -> read.get().model("A")).ifPresent(Sound::model);
      Refusal.orValue(() -> read.get().mean()).ifPresent(Sound::model);
    }
  }
}
