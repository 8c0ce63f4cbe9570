package dev.steppe.scenario;

import com.google.common.collect.ImmutableMap;
import dev.steppe.internal.Text;

/**
 * Groups' shares are perturbed: {@code x_i' = L x_i p_i / sum x_j p_j}; in part, with {@code
 * p_i^t}.
 */
record PerturbGroups(ImmutableMap<String, Double> factors) implements Step {

  PerturbGroups {
    ScenarioText.checkFactors(factors);
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.groups(this, groups -> groups.perturb(factors));
  }

  @Override
  public String thing() {
    return "ethnic groups";
  }

  @Override
  public String told(Tense tense) {
    return tense.of("reweights its ", "reweighted its ")
        + "groups, "
        + ScenarioText.factors(factors);
  }

  @Override
  public Change at(double part) {
    return new PerturbGroups(ScenarioText.power(factors, part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
