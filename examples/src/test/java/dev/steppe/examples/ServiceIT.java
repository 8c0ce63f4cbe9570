package dev.steppe.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.model.ModelDefinition;
import dev.steppe.model.RiskModel;
import dev.steppe.score.ComparisonRecord;
import dev.steppe.score.RankingRecord;
import dev.steppe.score.Scorer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A service of somebody else on the module path, whose model is swapped while it runs. */
class ServiceIT {

  private static final Path APPLICATION = Path.of("embedding/service");
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int CLIENTS = 4;
  private static final int REQUESTS = 100;

  private static final List<CountryProfile> COUNTRIES =
      List.of(
          CountryProfile.builder(Country.of("AAA", "Aland"))
              .reading("border_share", 35)
              .reading("trade_share", Estimate.between(18, 24))
              .reading("treaty", 0)
              .build(),
          CountryProfile.builder(Country.of("BBB", "Bland"))
              .reading("border_share", 10)
              .reading("treaty", 1)
              .build());

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private Path file;
  private Process service;
  private String address;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("model.json");
    Files.copy(APPLICATION.resolve("model.json"), file);
    String path =
        Path.of("target/embedding-lib")
            + File.pathSeparator
            + Packaged.jars(Path.of("target/lib"), "jackson-");
    Path classes = folder.resolve("classes");
    Packaged.javac(classes, "--module-path", path, APPLICATION, true);
    service =
        Packaged.java(
            folder.resolve("errors.txt"),
            "--module-path",
            classes + File.pathSeparator + path,
            "--module",
            "com.example.riskservice/com.example.riskservice.RiskService",
            file.toString(),
            "0");
    String said =
        new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    assertThat(said).as(errors()).startsWith("Serving on ");
    address = said.substring("Serving on ".length());
  }

  @AfterEach
  void end() throws InterruptedException {
    service.destroy();
    service.waitFor();
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("errors.txt"));
  }

  private HttpResponse<String> ask(String what, String json)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + what))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> ask(String what) throws IOException, InterruptedException {
    return ask(what, Files.readString(APPLICATION.resolve("countries.json")));
  }

  /** Puts a file in place at once, so that no half of it is read. */
  private void swap(String text) throws IOException {
    Path next = Files.writeString(folder.resolve("next.json"), text);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String model() throws IOException {
    return Files.readString(APPLICATION.resolve("model.json"));
  }

  private static Scorer scorer(String text) {
    return Scorer.of(RiskModel.of(MAPPER.readValue(text, ModelDefinition.class)));
  }

  @Test
  void answers_are_the_librarys() throws Exception {
    Scorer scorer = scorer(model());
    assertThat(MAPPER.readValue(ask("/rank").body(), RankingRecord.class))
        .isEqualTo(scorer.rank(COUNTRIES).toRecord());
    assertThat(MAPPER.readValue(ask("/compare").body(), ComparisonRecord.class))
        .isEqualTo(scorer.compare(COUNTRIES.get(0), COUNTRIES.get(1)).toRecord());
  }

  @Test
  void the_page_shows_which_model_serves() throws Exception {
    HttpResponse<String> shown =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/model")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(Files.readString(Path.of("embedding/README.md")))
        .contains("```json\n" + shown.body() + "\n```");
  }

  /** Every answer is wholly by one model that was valid, and none is lost while models change. */
  @Test
  void models_are_swapped_under_load() throws Exception {
    String first = model();
    String second = first.replace("\"weight\": 0.4", "\"weight\": 0.8");
    Set<RankingRecord> valid =
        Set.of(scorer(first).rank(COUNTRIES).toRecord(), scorer(second).rank(COUNTRIES).toRecord());
    assertThat(valid).hasSize(2);
    Set<RankingRecord> seen = new HashSet<>();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      Callable<List<HttpResponse<String>>> ask =
          () -> {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
              answers.add(ask("/rank"));
            }
            return answers;
          };
      List<Future<List<HttpResponse<String>>>> all = new ArrayList<>();
      for (int c = 0; c < CLIENTS; c++) {
        all.add(clients.submit(ask));
      }
      int swaps = 0;
      while (all.stream().anyMatch(future -> !future.isDone())) {
        swap(List.of(second, "{\"format\": 1,", first).get(swaps++ % 3));
        assertThat(ask("/model", "").statusCode()).isEqualTo(swaps % 3 == 2 ? 422 : 200);
      }
      assertThat(swaps).isGreaterThan(3);
      for (Future<List<HttpResponse<String>>> answers : all) {
        for (HttpResponse<String> answer : answers.get()) {
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          seen.add(MAPPER.readValue(answer.body(), RankingRecord.class));
        }
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(seen).isEqualTo(valid);
  }

  @Test
  void a_model_with_faults_is_told_and_the_old_one_goes_on() throws Exception {
    swap(model().replace("goalposts", "goalpost").replace("\"weight\": 0.4", "\"weight\": -1"));
    HttpResponse<String> refused = ask("/model", "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "has 4 faults", "factors[1].weight: must be finite", "Maybe you meant 'goalposts'");
    assertThat(ask("/model", "").statusCode()).as("it is still in the file").isEqualTo(422);
    assertThat(MAPPER.readValue(ask("/rank").body(), RankingRecord.class))
        .isEqualTo(scorer(model()).rank(COUNTRIES).toRecord());
    assertThat(errors()).containsOnlyOnce("Model refused, ");
    Files.delete(file);
    assertThat(ask("/model", "").body()).contains("cannot be read");
    swap(model());
    assertThat(ask("/model", "").statusCode()).isEqualTo(200);
  }

  /** Without being asked: the file is looked at once a second. */
  @Test
  void a_new_model_is_noticed() throws Exception {
    String second = model().replace("\"weight\": 0.4", "\"weight\": 0.8");
    swap(second);
    long end = System.nanoTime() + 30_000_000_000L;
    String served = "";
    while (!served.equals(scorer(second).fingerprint()) && System.nanoTime() < end) {
      Thread.sleep(100);
      served = MAPPER.readValue(ask("/rank").body(), RankingRecord.class).fingerprint();
    }
    assertThat(served).isEqualTo(scorer(second).fingerprint());
  }

  @Test
  void requests_with_faults_are_told_in_json() throws Exception {
    String one = "{\"countries\": [{\"code\": \"AAA\", \"name\": \"Aland\", \"readings\": %s}]}";
    assertThat(ask("/rank", "{").statusCode()).isEqualTo(400);
    assertThat(ask("/rank", "{}").statusCode()).isEqualTo(400);
    assertThat(ask("/rank", one.replace("name", "nme")).statusCode()).isEqualTo(400);
    HttpResponse<String> refused = ask("/rank", String.format(one, "{\"boarder_share\": 3}"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).startsWith("{\"error\":").contains("Maybe you meant 'border_share'");
    assertThat(ask("/rank", String.format(one, "{\"treaty\": \"much\"}")).statusCode())
        .isEqualTo(422);
    assertThat(ask("/compare", String.format(one, "{\"treaty\": 1}")).body())
        .contains("but there were 1");
    assertThat(ask("/rank", " ".repeat(1_000_001)).statusCode()).isEqualTo(413);
    assertThat(errors()).isEmpty();
  }
}
