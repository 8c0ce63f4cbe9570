package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.model.Indicator;
import dev.steppe.nextukraine.NextUkraine;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The API is as it is described, and does what it says with files. */
class ApiTest {

  private static final String CASES = "/api/cases";

  private static final String MODEL =
      """
      code,parent,weight,direction,scale,missing
      my-risk,,1,,,reweight(0.6)
      border_share,my-risk,0.5,HIGHER_IS_RISKIER,"goalposts(0, 60)",
      trade_share,my-risk,0.5,HIGHER_IS_RISKIER,"goalposts(0, 50)",
      """;

  private static final String DATA =
      """
      country,name,indicator,value
      AAA,Aland,border_share,35
      AAA,Aland,trade_share,18..24
      BBB,Bland,border_share,10
      BBB,Bland,trade_share,30
      """;

  private Desk desk;
  private Asking asking;

  @BeforeEach
  void start() {
    desk = new Desk(0, new Cases(List.of()));
    asking = new Asking(desk);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  static Upload upload(String title, String model, String... data) {
    return new Upload(
        title,
        new Upload.FileText("model", model),
        List.of(data).stream()
            .map(text -> new Upload.DataText("data.csv", Upload.Shape.LONG, text))
            .toList(),
        false);
  }

  @Test
  void every_route_is_described_and_nothing_else() {
    Set<String> served = new TreeSet<>();
    for (Desk.Route route : desk.routes()) {
      if (route.path().startsWith("/api/")) {
        served.add(route.method().name().toLowerCase(Locale.ROOT) + " " + route.path());
      }
    }
    Set<String> described = new TreeSet<>();
    Asking.description()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(
                        method -> {
                          if (!method.equals("parameters")) {
                            described.add(method + " " + path.getKey());
                          }
                        }));
    assertThat(described).isEqualTo(served);
  }

  @Test
  void the_description_is_served() throws Exception {
    JsonNode served = asking.get("/openapi.json").json();
    assertThat(served).isEqualTo(Asking.description());
    assertThat(served.get("openapi").asString()).isEqualTo("3.1.0");
  }

  @Test
  void questions_of_these_tests_are_as_described() {
    Question question =
        Questions.withScenarios(
            Questions.withDraws(Questions.of("KAZ", "UKR"), 10, "tab"),
            new Question.Kept("a", Questions.reading("KAZ", "x", 1)));
    assertThat(Asking.isDescribed("Question", Asking.MAPPER.writeValueAsString(question))).isTrue();
    assertThat(Asking.isDescribed("Question", "{\"country\":\"KAZ\",\"nope\":1}")).isFalse();
    Upload upload = upload("Mine", MODEL, DATA);
    assertThat(Asking.isDescribed("Upload", Asking.MAPPER.writeValueAsString(upload))).isTrue();
  }

  @Test
  void the_paper_and_the_states_are_there_at_start() throws Exception {
    JsonNode cases = asking.get(CASES).json().get("cases");
    assertThat(cases.valueStream().map(each -> each.get("id").asString()))
        .containsExactly(
            "next-ukraine",
            "states-2007-12-31",
            "states-2013-12-31",
            "states-2022-02-23",
            "states-2026-01-22");
    assertThat(cases.get(0).get("fingerprint").asString())
        .isEqualTo(NextUkraine.model().fingerprint());
    JsonNode details = asking.get(CASES + "/next-ukraine").json();
    assertThat(details.get("countries")).hasSize(2);
    assertThat(details.get("nodes")).hasSize(NextUkraine.model().nodes().size());
  }

  @Test
  void files_are_loaded_asked_and_removed() throws Exception {
    Asking.Answer loaded = asking.post(CASES, upload("Mine", MODEL, DATA));
    assertThat(loaded.status()).isEqualTo(201);
    String id = loaded.json().at("/summary/id").asString();
    // 100 * (0.5 * 35 / 60 + 0.5 * 21 / 50) and 100 * (0.5 * 10 / 60 + 0.5 * 30 / 50)
    JsonNode moved = asking.post(CASES + "/" + id + "/move", Questions.of("AAA", "BBB")).json();
    assertThat(moved.at("/comparison/first/score").asDouble())
        .isCloseTo(50.1666666667, within(1e-9));
    assertThat(moved.at("/comparison/second/score").asDouble())
        .isCloseTo(38.3333333333, within(1e-9));
    // The same files again are the same case.
    assertThat(asking.post(CASES, upload("Again", MODEL, DATA)).json().at("/summary/id").asString())
        .isEqualTo(id);
    assertThat(asking.get(CASES).json().get("cases")).hasSize(6);
    assertThat(asking.send("DELETE", CASES + "/" + id, "").status()).isEqualTo(204);
    assertThat(asking.get(CASES + "/" + id).status()).isEqualTo(404);
    assertThat(asking.send("DELETE", CASES + "/next-ukraine", "").error())
        .isEqualTo("Case 'next-ukraine' was there at start, and stays");
  }

  @Test
  void a_model_may_be_json() throws Exception {
    String json = Asking.MAPPER.writeValueAsString(NextUkraine.model().definition());
    StringBuilder data = new StringBuilder("country,indicator,value\n");
    for (Indicator indicator : NextUkraine.model().indicators()) {
      double reading = NextUkraine.ukraine().estimate(indicator.code()).orElseThrow().central();
      data.append("UKR,").append(indicator.code()).append(',').append(reading).append('\n');
    }
    Asking.Answer loaded = asking.post(CASES, upload("The paper", json, data.toString()));
    assertThat(loaded.status()).as(loaded.body()).isEqualTo(201);
    assertThat(loaded.json().at("/summary/fingerprint").asString())
        .isEqualTo(NextUkraine.model().fingerprint());
  }

  @Test
  void faults_of_files_are_told_all_together_in_the_library_s_words() throws Exception {
    Asking.Answer refused =
        asking.post(
            CASES, upload("Mine", MODEL.replace("0, 60", "60, 0"), DATA.replace("35", "much")));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.error())
        .isEqualTo(
            "'model': Table of a model: line 3, column 'scale': Goalposts need lower < upper, but were [60.0, 0.0]."
                + " Maybe you meant [0.0, 60.0] with Direction.LOWER_IS_RISKIER.\n"
                + "'data.csv': CSV: line 2, column 'value': 'much' is not a number or an interval lo..hi. If it"
                + " means that there is no figure: CsvFormat.withMissing(\"much\")");
  }

  @Test
  void countries_without_a_score_are_told_and_unknown_readings_are_left_out_if_asked()
      throws Exception {
    Upload more = upload("Mine", MODEL, DATA + "CCC,Cland,border_share,1\nAAA,Aland,treaty,1\n");
    assertThat(asking.post(CASES, more).json().at("/notRanked").valueStream())
        .extracting(none -> none.get("country").asString())
        .containsExactly("Aland (AAA)", "Cland (CCC)");
    Upload skipping = new Upload("Mine", more.model(), more.data(), true);
    JsonNode details = asking.post(CASES, skipping).json();
    assertThat(details.get("leftOut").get(0).asString()).isEqualTo("treaty");
    assertThat(details.get("notRanked")).hasSize(1);
    assertThat(details.at("/notRanked/0/reasons/0").asString()).contains("'trade_share'");
  }

  @Test
  void what_is_no_question_is_told_in_plain_words() throws Exception {
    String move = CASES + "/next-ukraine/move";
    assertThat(asking.post(move, "[]").error())
        .isEqualTo("line 1, column 1: The request: must be an object");
    assertThat(asking.post(move, "{\"doubt\":{\"weights\":\"SOME\"}}").error())
        .contains("doubt.weights: must be one of [");
    assertThat(asking.post(move, "{\"moves\":{\"readings\":{\"KAZ\":{\"a\":\"b\"}}}}").error())
        .endsWith("moves.readings.KAZ.a: must be a number");
    assertThat(asking.post(move, "{\"country\":\"KAZ\",\"rivals\":1}").error())
        .contains("rivals: unknown. Known: [");
    for (String junk : List.of("{", "{\"country\": ", "{\"a\":1,\"a\":2}", "junk", "[[[[", "")) {
      assertThat(asking.post(move, junk).status()).isEqualTo(400);
      assertThat(asking.post(move, junk).error())
          .doesNotContain("dev.steppe", "REDACTED", "StreamReadFeature", "JsonToken");
    }
  }

  @Test
  void what_the_library_refuses_is_told_in_its_words() throws Exception {
    String move = CASES + "/next-ukraine/move";
    assertThat(asking.post(move, Questions.of("KAZ", "UKA")).error())
        .isEqualTo("Unknown country 'UKA'. Known: [KAZ, UKR]. Maybe you meant 'UKR' (Ukraine).");
    Question unknown =
        Questions.of("KAZ", null, Questions.reading("KAZ", "kin_shar", 1), Doubt.USUAL);
    assertThat(asking.post(move, unknown).error()).contains("Maybe you meant 'kin_share'");
    assertThat(asking.post(move, "{\"country\": \"KAZ\", \"rivals\": 1}").error())
        .contains("rivals");
    assertThat(asking.post(move, "{\"country\": ").status()).isEqualTo(400);
    assertThat(asking.post(move, "null").error()).isEqualTo("There is nothing in the request");
    assertThat(asking.post(move, "{}").error()).isEqualTo("country: must be given");
    assertThat(asking.post(move, "{\"country\":\"KAZ\",\"share\":{\"code\":\"a\"}}").error())
        .isEqualTo("share.share: must be given");
    assertThat(asking.post(move, "{\"country\":\"KAZ\",\"doubt\":{}}").status()).isEqualTo(200);
    assertThat(
            asking
                .post(
                    move,
                    "{\"country\":\"KAZ\",\"moves\":{\"readings\":{\"KAZ\":{\"kin_share\":\"0.1\"}}}}")
                .status())
        .isEqualTo(400);
    Question whole = Questions.withShare(Questions.of("KAZ", "UKR"), "next-ukraine", 0.5);
    assertThat(asking.post(move, whole).error())
        .isEqualTo("'next-ukraine' is the whole, and has no weight to move");
    assertThat(asking.post(CASES + "/gone/move", Questions.of("KAZ", "UKR")).status())
        .isEqualTo(404);
  }

  @Test
  void one_country_alone_has_no_rival_and_no_marks() throws Exception {
    JsonNode moved = asking.post(CASES + "/next-ukraine/move", Questions.of("KAZ", null)).json();
    assertThat(moved.get("comparison").isNull()).isTrue();
    assertThat(moved.at("/sliders/readingsWithoutFlips").asString())
        .isEqualTo("There is no other country");
  }

  @Test
  void the_report_is_a_page_with_what_was_moved() throws Exception {
    Question question =
        Questions.withScenarios(
            Questions.withDraws(
                Questions.of(
                    "KAZ", "UKR", Questions.reading("KAZ", "domestic_unrest", 0), Doubt.USUAL),
                500,
                null),
            new Question.Kept("calm <b>", Questions.reading("KAZ", "domestic_unrest", 0)));
    Asking.Answer page = asking.post(CASES + "/next-ukraine/report", question);
    assertThat(page.headers().get("content-disposition"))
        .containsExactly("attachment; filename=\"next-ukraine.html\"");
    assertThat(page.body())
        .startsWith("<!DOCTYPE html>")
        .contains("Could Kazakhstan be the next Ukraine?")
        .contains("calm &lt;b&gt;")
        .contains("Imagined: Unrest of Kazakhstan (KAZ) is 0.0.");
  }
}
