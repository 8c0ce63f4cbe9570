package dev.steppe.examples;

import dev.steppe.evidence.CountryProfile;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.uncertainty.PairwiseOrder;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import dev.steppe.weights.SharedIndicators;
import java.time.LocalDate;
import java.util.List;

/** How sure is "Kazakhstan below Ukraine", and what would make it surer? */
public final class HowSureMain {

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.HowSureMain -pl examples"
          + " -am";

  private static final List<CountryProfile> BOTH =
      List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine());

  private HowSureMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    Scorer scorer = NextUkraine.scorer();
    print("Readings drawn between their sources", order(UncertaintyAnalysis.of(scorer)));
    print(
        "And all weights equally likely",
        order(UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.uniform())));
    print(
        "Or weights near those of the model (Dirichlet, concentration 56)",
        order(UncertaintyAnalysis.of(scorer).withWeights(WeightUncertainty.dirichlet(56))));
    SharedIndicators shared = SharedIndicators.of(scorer, BOTH);
    UncertaintyAnalysis central = UncertaintyAnalysis.of(shared.scorer()).withCentralReadings();
    print(
        "Central readings, all weights of what both have",
        order(central.withWeights(WeightUncertainty.uniform())));
    print(
        "The same, weights near those of the model (Dirichlet, concentration 48)",
        order(central.withWeights(WeightUncertainty.dirichlet(48))));
    print(
        "Readings drawn, and each draw by one of several methods",
        order(NextUkraine.howSure().underMethods()));
    System.out.println();
    System.out.println(NextUkraine.howSure().methods());
    System.out.println();
    System.out.println("What the doubt about Kazakhstan's score comes from:");
    System.out.println(SensitivityAnalysis.of(scorer, NextUkraine.kazakhstan()).sobol());
    System.out.println();
    System.out.println("All states on the eve of 2022, plain means, all weights equally likely:");
    System.out.println(
        UncertaintyAnalysis.of(Scorer.of(PostSovietStates.additiveModel()))
            .withWeights(WeightUncertainty.uniform())
            .withSize(20_000)
            .withSeed(2022)
            .run(PostSovietStates.profiles(LocalDate.of(2022, 2, 23))));
  }

  private static PairwiseOrder order(UncertaintyAnalysis analysis) {
    return analysis.withSize(100_000).run(BOTH).order("KAZ", "UKR");
  }

  private static void print(String what, PairwiseOrder order) {
    System.out.println(Screen.fit(what + ":\n  " + order));
  }
}
