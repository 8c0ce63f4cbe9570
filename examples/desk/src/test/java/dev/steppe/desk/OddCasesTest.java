package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scales of every kind have sliders, and gaps have none to begin with. */
class OddCasesTest {

  private static final String MODEL =
      """
      code,name,parent,weight,direction,scale,aggregation,levels,lower,upper,treatment,missing
      odd,,,1,,,,,,,,MISSING
      step,,odd,1,HIGHER_IS_RISKIER,"goalposts(0, 3)",,"0, 1, 3",,,,
      kind,,odd,1,HIGHER_IS_RISKIER,"categories(0=0, 1=30, 2=100)",,,,,,
      curve,,odd,1,LOWER_IS_RISKIER,"logistic(5, 0.5)",,,,,,
      fitted,,odd,1,HIGHER_IS_RISKIER,minMax,,,,,,
      place,,odd,1,HIGHER_IS_RISKIER,rank,,,,,,
      wealth,,odd,1,LOWER_IS_RISKIER,"goalposts(2, 5)",,,,,log(),
      domain,,odd,1,HIGHER_IS_RISKIER,"goalposts(0, 10)",,,0,5,,
      alone,,odd,1,,,AGGREGATION,,,,,
      only,,alone,1,HIGHER_IS_RISKIER,"goalposts(0, 1)",,,,,,
      """;

  private static final String DATA =
      """
      country,indicator,value
      AAA,step,1
      AAA,kind,1
      AAA,curve,4..6
      AAA,fitted,2
      AAA,place,7
      AAA,wealth,100
      AAA,domain,2
      BBB,step,3
      BBB,kind,2
      BBB,curve,"normal(3, 1)"
      BBB,fitted,5
      BBB,place,9
      BBB,wealth,20
      BBB,domain,4
      BBB,only,0.5
      CCC,step,0
      CCC,kind,0
      CCC,curve,9
      CCC,fitted,1
      CCC,place,2
      CCC,wealth,60
      CCC,domain,1
      CCC,only,2
      """;

  @AutoClose private static final Desk DESK = new Desk(0, new Cases(List.of()));

  private static final Asking ASKING = new Asking(DESK);

  private static JsonNode moved(String missing, String aggregation, Question question)
      throws Exception {
    String model = MODEL.replace("MISSING", missing).replace("AGGREGATION", aggregation);
    Asking.Answer loaded = ASKING.post("/api/cases", ApiTest.upload("Odd", model, DATA));
    assertThat(loaded.status()).as(loaded.body()).isEqualTo(201);
    String id = loaded.json().at("/summary/id").asString();
    Asking.Answer moved = ASKING.post("/api/cases/" + id + "/move", question);
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    return moved.json();
  }

  private static JsonNode slider(JsonNode moved, String code) {
    return StreamSupport.stream(moved.at("/sliders/readings").spliterator(), false)
        .filter(slider -> slider.get("code").asString().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sliders_go_from_end_to_end_of_their_scales_and_over_all_readings() throws Exception {
    JsonNode moved = moved("reweight(0.5)", "arithmetic()", Questions.of("AAA", "BBB"));
    assertThat(slider(moved, "step").get("levels").toString()).isEqualTo("[0.0,1.0,3.0]");
    assertThat(slider(moved, "kind").get("levels").toString()).isEqualTo("[0.0,1.0,2.0]");
    assertThat(slider(moved, "fitted").get("lowest").asDouble()).isEqualTo(1);
    assertThat(slider(moved, "fitted").get("highest").asDouble()).isEqualTo(5);
    assertThat(slider(moved, "place").get("highest").asDouble()).isEqualTo(9);
    assertThat(slider(moved, "domain").get("highest").asDouble()).isEqualTo(5);
    // Of a logistic curve the readings alone: from the normal's middle to the greatest.
    assertThat(slider(moved, "curve").get("lowest").asDouble()).isEqualTo(3);
    assertThat(slider(moved, "curve").get("highest").asDouble()).isEqualTo(9);
    // Beyond its scale: CCC's 2.
    assertThat(slider(moved, "only").get("highest").asDouble()).isEqualTo(2);
    // The natural logarithms 2 and 5 are the ends.
    assertThat(slider(moved, "wealth").get("highest").asDouble())
        .isCloseTo(Math.exp(5), within(1e-9));
  }

  @Test
  void what_is_missing_has_no_reading_until_somebody_gives_it_one() throws Exception {
    JsonNode moved = moved("reweight(0.5)", "arithmetic()", Questions.of("AAA", "BBB"));
    JsonNode only = slider(moved, "only");
    assertThat(only.get("now").isNull()).isTrue();
    assertThat(only.get("start").isNull()).isTrue();
    assertThat(only.get("flip").isNull()).isTrue();
    JsonNode given =
        moved(
            "reweight(0.5)",
            "arithmetic()",
            Questions.of("AAA", "BBB", Questions.reading("AAA", "only", 0.25), Doubt.USUAL));
    assertThat(slider(given, "only").get("now").asDouble()).isEqualTo(0.25);
    assertThat(given.at("/card/of/coverage").asDouble()).isEqualTo(1);
  }

  @Test
  void every_policy_and_way_of_joining_is_answered() throws Exception {
    for (String missing : List.of("reweight(0.5)", "reweightByCount(0.5)", "bound")) {
      for (String aggregation : List.of("arithmetic()", "geometric(1)", "maximum()")) {
        for (Doubt.Weights weights : Doubt.Weights.values()) {
          Question question =
              Questions.of("AAA", "BBB", Question.Moves.NONE, new Doubt(weights, true));
          JsonNode moved = moved(missing, aggregation, question);
          assertThat(moved.at("/sure/draws").asLong()).isEqualTo(500);
        }
      }
    }
  }

  @Test
  void a_reading_that_cannot_be_is_refused() throws Exception {
    String model = MODEL.replace("MISSING", "reweight(0.5)").replace("AGGREGATION", "");
    String id =
        ASKING
            .post("/api/cases", ApiTest.upload("Odd", model, DATA))
            .json()
            .at("/summary/id")
            .asString();
    for (String reading : List.of("step:2", "kind:0.5", "domain:7")) {
      String[] parts = reading.split(":");
      Asking.Answer refused =
          ASKING.post(
              "/api/cases/" + id + "/move",
              Questions.of(
                  "AAA",
                  "BBB",
                  Questions.reading("AAA", parts[0], Double.parseDouble(parts[1])),
                  Doubt.USUAL));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.error()).contains("'" + parts[0] + "'");
    }
  }
}
