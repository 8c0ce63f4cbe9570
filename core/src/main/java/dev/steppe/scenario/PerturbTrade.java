package dev.steppe.scenario;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.steppe.evidence.Flow;
import dev.steppe.internal.Text;

/**
 * Partners' shares are perturbed: {@code x_i' = L x_i p_i / sum x_j p_j}; in part, with {@code
 * p_i^t}.
 */
record PerturbTrade(Flow flow, ImmutableMap<String, Double> factors) implements Step {

  PerturbTrade {
    requireNonNull(flow, "flow");
    ScenarioText.checkFactors(factors);
  }

  @Override
  public void apply(ProfileEdit edit) {
    edit.trade(this, trade -> trade.perturb(flow, factors));
  }

  @Override
  public String thing() {
    return ProfileEdit.label(flow);
  }

  @Override
  public String told(Tense tense) {
    return tense.of("reweights its ", "reweighted its ")
        + ProfileEdit.label(flow)
        + ", "
        + ScenarioText.factors(factors);
  }

  @Override
  public Change at(double part) {
    return new PerturbTrade(flow, ScenarioText.power(factors, part));
  }

  @Override
  public String toString() {
    return Text.ofRecord(this);
  }
}
