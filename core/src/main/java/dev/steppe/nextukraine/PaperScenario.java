package dev.steppe.nextukraine;

import com.google.common.collect.ImmutableList;
import dev.steppe.scenario.Scenario;

/**
 * A what-if that the paper suggests, with the facts that suggest it.
 *
 * <pre>{@code
 * NextUkraine.scenarios().get(0).facts();   // [P084, P086]
 * }</pre>
 *
 * @param scenario what changes
 * @param facts the ids of the paper's facts
 * @param assumption what the paper leaves open and we had to choose, such as a size; empty if
 *     nothing
 * @since 0.1
 */
public record PaperScenario(Scenario scenario, ImmutableList<String> facts, String assumption) {}
