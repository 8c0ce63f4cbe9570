/**
 * What if: facts about a country are changed on purpose, and its score follows.
 *
 * <p>The entry type is {@link dev.steppe.scenario.Scenario}, a named list of {@link
 * dev.steppe.scenario.Change changes}. It changes facts, never weights.
 *
 * <pre>{@code
 * Scenario leaves = Scenario.named("leaves the CSTO")
 *     .leave("CSTO").moveTrade(Flow.EXPORTS, "RUS", "CHN", 0.05).build();
 * scorer.compare(leaves.applyTo(kazakhstan), kazakhstan);       // what it adds, in points
 * ScenarioTable.of(scorer, countries, List.of(leaves));         // for many countries and scenarios
 * ScenarioExplanation.of(scorer, kazakhstan, leaves);           // which change adds what, in words
 * }</pre>
 */
@NullMarked
package dev.steppe.scenario;

import org.jspecify.annotations.NullMarked;
