package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.nextukraine.FactRole.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FactRolesTest {

  private static final List<FactRole> ROLES = NextUkraine.factRoles();

  private static List<FactRole> of(String fact) {
    return ROLES.stream().filter(role -> role.fact().equals(fact)).toList();
  }

  @Test
  void every_fact_has_a_role() {
    Set<String> ids = new TreeSet<>();
    NextUkraine.facts().forEach(fact -> ids.add(fact.id()));
    assertThat(ROLES.stream().map(FactRole::fact).collect(java.util.stream.Collectors.toSet()))
        .isEqualTo(ids);
  }

  /** A fact that is used for something is not called unused elsewhere. */
  @Test
  void a_stated_reason_stands_alone() {
    Set<Role> alone =
        EnumSet.of(
            Role.CONTEXT, Role.NOT_USED, Role.OUTCOME, Role.ABOUT_THE_PAPER, Role.OTHER_MODEL);
    for (FactRole role : ROLES) {
      if (alone.contains(role.role())) {
        assertThat(of(role.fact())).as(role.toString()).hasSize(1);
      }
    }
  }

  @Test
  void readings_are_found_by_their_source() {
    assertThat(of("P058"))
        .hasToString(
            "[P058 indicator: kin_share, P058 reading: kin_share of KAZ, P058 reading:"
                + " kin_share_since_1989 of KAZ, P058 scenario: has its Russian share of 2030]");
    assertThat(of("P016").stream().map(FactRole::role))
        .containsExactly(Role.INDICATOR, Role.READING, Role.READING);
  }

  /** The example in the description of the class. */
  @Test
  void an_intention_moves_no_reading() {
    assertThat(of("P038"))
        .hasToString(
            "[P038 context: A concept is an intention; ties to several poles measure what came of"
                + " it]");
  }

  /** Each thing that the paper argues and no reading has is at least asked about. */
  @Test
  void warnings_language_sanctions_and_mediation_have_a_scenario() {
    for (String fact : List.of("P060", "P061", "P072", "P074", "P082", "P086", "P101")) {
      assertThat(of(fact).stream().map(FactRole::role)).as(fact).contains(Role.SCENARIO);
    }
  }

  @Test
  void the_table_names_each_fact_once() {
    int named = 0;
    for (int row = 0; row < NextUkraine.factTable().rowCount(); row++) {
      named += NextUkraine.factTable().cell(row, 0).isEmpty() ? 0 : 1;
    }
    assertThat(named).isEqualTo(115);
  }
}
