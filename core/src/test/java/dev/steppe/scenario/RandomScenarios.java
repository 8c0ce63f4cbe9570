package dev.steppe.scenario;

import dev.steppe.evidence.Flow;
import dev.steppe.evidence.TieKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random lists of changes of imagined countries, of which some cannot apply. */
final class RandomScenarios {

  private RandomScenarios() {}

  static Scenario of(long seed, int most) {
    Random random = new Random(seed);
    List<Change> changes = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      changes.add(change(random));
    }
    return Scenario.of("random " + seed, changes.toArray(new Change[0]));
  }

  static Change change(Random random) {
    List<String> alliances = List.of("PACT", "UNION", "WEST");
    List<String> partners = List.of("CHN", "RIV", "TUR");
    List<String> groups = List.of("A", "B", "C");
    double share = Math.round(random.nextDouble() * 20) / 100.0;
    String one = partners.get(random.nextInt(2));
    String group = groups.get(random.nextInt(3));
    Flow flow = Flow.values()[random.nextInt(2)];
    return switch (random.nextInt(16)) {
      case 0 -> Change.leave(alliances.get(random.nextInt(3)));
      case 1 -> Change.join(alliances.get(random.nextInt(3)));
      case 2 -> Change.degree(alliances.get(random.nextInt(3)), share);
      case 3 -> Change.tie("POL", TieKind.PARTNERSHIP, "treaty " + random.nextInt(2), share);
      case 4 -> Change.strengthen("POL", "friendship", share);
      case 5 -> Change.moveTrade(flow, one, one.equals("RIV") ? "CHN" : "USA", share);
      case 6 -> Change.redirect(flow, one, "NEW", share);
      case 7 -> Change.cutPartner(flow, one);
      case 8 -> Change.perturbTrade(flow, Map.of(one, 0.1 + share));
      case 9 -> Change.transit(share);
      case 10 -> Change.moveGroup(group, group.equals("A") ? "C" : "A", share);
      case 11 -> Change.movePeople("C", "north", "south", share / 4);
      case 12 -> Change.movePopulation("north", "south", share);
      case 13 -> Change.perturbGroups(Map.of(group, 0.5 + share));
      case 14 -> Change.shift("unrest", Shift.absolute(100 * share - 5));
      default -> Change.shift("power", Shift.relative(share - 0.1));
    };
  }
}
