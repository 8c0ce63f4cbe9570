package dev.steppe.examples;

import dev.steppe.sensitivity.SensitivityAnalysis;

/** How much do ranks owe to method and weights, and to which choice most? */
public final class AsemMain {

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.AsemMain -pl examples -am";

  private AsemMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    AsemIndex index = AsemIndex.load();
    System.out.println(
        "Sustainable connectivity of 51 countries (rank 1 is the best connected, not a risk),");
    System.out.println("1000 draws of one of 20 methods and of weights:");
    System.out.println();
    System.out.println(
        index.uncertainty().withSize(1000).withSeed(2018).run(index.data()).rankQuantiles());
    System.out.println();
    System.out.println(
        SensitivityAnalysis.of(index.choices()).withSize(1024).withLevel(0.9).sobol());
  }
}
