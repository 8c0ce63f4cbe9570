package dev.steppe.desk;

import dev.steppe.desk.Question.Moves;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * How long a move of a slider takes, from the request to the last byte of the answer, for 200
 * countries by 50 indicators. The README has the command.
 */
final class Times {

  private static final int WARMUP = 100;
  private static final int MOVES = 200;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Times() {}

  /** Prints a table of times. */
  public static void main(String[] args) throws Exception {
    DeskCase large = DeskCase.of("large", "Large", Large.model(), Large.profiles(), List.of());
    Doubt weights = new Doubt(Doubt.Weights.ANY, false);
    Doubt both = new Doubt(Doubt.Weights.ANY, true);
    Doubt none = new Doubt(Doubt.Weights.FIXED, false);
    try (Desk desk = new Desk(0, new Cases(List.of(large)))) {
      System.out.printf(
          "%d countries, %d indicators, %d processors, Java %s; milliseconds%n%n",
          Large.COUNTRIES,
          Large.FACTORS * Large.OF_A_FACTOR,
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"));
      System.out.println("A move of                               median   95 %    most");
      print(desk, "a reading; nothing drawn", "move", i -> reading(i, none), WARMUP, MOVES);
      print(
          desk,
          "a reading; 2,000 draws of weights",
          "move",
          i -> reading(i, weights),
          WARMUP,
          MOVES);
      print(
          desk, "a weight; 2,000 draws of weights", "move", i -> weight(i, weights), WARMUP, MOVES);
      print(desk, "a reading; 500 draws of both", "move", i -> reading(i, both), WARMUP, MOVES);
      print(desk, "a weight; 500 draws of both", "move", i -> weight(i, both), WARMUP, MOVES);
      System.out.println("Behind it");
      print(desk, "100,000 draws of weights", "sure", i -> reading(i, weights), 1, 5);
      print(desk, "100,000 draws of both", "sure", i -> reading(i, both), 1, 5);
    }
  }

  private static Question reading(int i, Doubt doubt) {
    Moves moves = Questions.reading("XAA", "reading_0_0", 100.0 * i / MOVES);
    return Questions.of("XAA", "XAB", moves, doubt);
  }

  private static Question weight(int i, Doubt doubt) {
    Moves moves = new Moves(Map.of(), Map.of("factor-1", 0.5 + 1.0 * i / MOVES));
    return Questions.of("XAA", "XAB", moves, doubt);
  }

  private static void print(
      Desk desk, String what, String path, IntFunction<Question> questions, int warmup, int count)
      throws Exception {
    for (int i = 0; i < warmup; i++) {
      millis(desk, path, questions.apply(i));
    }
    double[] times = new double[count];
    for (int i = 0; i < count; i++) {
      times[i] = millis(desk, path, questions.apply(i));
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-38s %7.1f %7.1f %7.1f%n",
        what,
        times[count / 2],
        times[Math.min(count - 1, count * 95 / 100)],
        times[count - 1]);
  }

  private static double millis(Desk desk, String path, Question question) throws Exception {
    URI uri = URI.create("http://localhost:" + desk.port() + "/api/cases/large/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(question)))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    long end = System.nanoTime();
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return (end - start) / 1e6;
  }
}
