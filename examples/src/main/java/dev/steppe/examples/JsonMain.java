package dev.steppe.examples;

import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.score.Ranking;
import dev.steppe.uncertainty.PairwiseOrder;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyResult;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes results as JSON: records as they are, other results as the rows of their table. */
public final class JsonMain {

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.JsonMain -pl examples -am";

  private JsonMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    Ranking ranking =
        NextUkraine.scorer().rank(List.of(NextUkraine.kazakhstan(), NextUkraine.ukraine()));
    UncertaintyResult sure =
        UncertaintyAnalysis.of(NextUkraine.scorer())
            .withSize(10_000)
            .withSeed(2022)
            .run(NextUkraine.kazakhstan(), NextUkraine.ukraine());
    PairwiseOrder order = sure.order("KAZ", "UKR");

    System.out.println("A record, as Jackson writes and reads it without being told anything:");
    JsonMapper plain = JsonMapper.builder().build();
    String json = pretty(plain).writeValueAsString(order);
    System.out.println(json);
    System.out.println(
        "Read back equal: " + plain.readValue(json, PairwiseOrder.class).equals(order));

    System.out.println();
    System.out.println("Other results, as the rows of their tables:");
    System.out.println(pretty(SteppeJson.mapper()).writeValueAsString(ranking));
    System.out.println(pretty(SteppeJson.mapper()).writeValueAsString(sure.pairProbabilities()));
  }

  private static ObjectWriter pretty(JsonMapper mapper) {
    return mapper.writerWithDefaultPrettyPrinter();
  }
}
