/**
 * Comparable, explained and traceable country risk scores under scenarios.
 *
 * <p>What is known of a country is a {@link dev.steppe.evidence.CountryProfile}; how it is judged,
 * a {@link dev.steppe.model.RiskModel}; who applies one to the other, a {@link
 * dev.steppe.score.Scorer}. A score is an index from 0 (safest) to 100 (riskiest), not a
 * probability.
 *
 * <pre>{@code
 * RiskModel model = RiskModel.builder("my-risk").
 *     factor("exposure", 0.6, f -> f.
 *         indicator(Indicator.of("border_share", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 60)).
 *         indicator(Indicator.of("trade_share", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 50))).
 *     factor("protection", 0.4, f -> f.
 *         indicator(Indicator.of("treaty", LOWER_IS_RISKIER), 1.0, Normalization.goalposts(0, 1))).
 *     build();
 * CountryProfile aland = CountryProfile.builder(Country.of("AAA", "Aland")).
 *     reading("border_share", 30).reading("trade_share", 20).reading("treaty", 0).build();
 * CountryProfile bland = CountryProfile.builder(Country.of("BBB", "Bland")).
 *     reading("border_share", 12).reading("trade_share", 30).reading("treaty", 1).build();
 * Scorer scorer = Scorer.of(model);
 * scorer.score(aland).value();                    // 67.0
 * scorer.compare(aland, bland).difference();      // 43.0
 * }</pre>
 *
 * <p>The examples of all types go on from here. Each package answers one question, and says which
 * type to enter it by.
 */
@SuppressWarnings("requires-automatic")
module dev.steppe {
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires static com.google.errorprone.annotations;
  requires static org.assertj.core;
  requires static org.jspecify;
  requires transitive com.google.common;

  exports dev.steppe.analogue;
  exports dev.steppe.analysis;
  exports dev.steppe.assertj;
  exports dev.steppe.evidence;
  exports dev.steppe.model;
  exports dev.steppe.nextukraine;
  exports dev.steppe.panel;
  exports dev.steppe.report;
  exports dev.steppe.revision;
  exports dev.steppe.scenario;
  exports dev.steppe.score;
  exports dev.steppe.sensitivity;
  exports dev.steppe.statistics;
  exports dev.steppe.table;
  exports dev.steppe.tipping;
  exports dev.steppe.uncertainty;
  exports dev.steppe.validation;
  exports dev.steppe.weights;
}
