package com.example.riskservice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Estimate;
import dev.steppe.score.Scorer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ranks and compares countries over HTTP, JSON in and JSON out, by a model that is swapped while it
 * runs.
 */
public final class RiskService implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int LONGEST_REQUEST = 1_000_000;

  /** What is left out of a request is told, and not taken for nothing. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();


  /** What is asked about: readings as numbers or as text, such as {@code "18..24"}. */
  public record Request(List<CountryReadings> countries) {

    /** A country and what is known of it. */
    public record CountryReadings(String code, String name, Map<String, String> readings) {

      CountryProfile profile() {
        CountryProfile.Builder profile = CountryProfile.builder(Country.of(code, name));
        readings.forEach((indicator, text) -> profile.reading(indicator, Estimate.parse(text)));
        return profile.build();
      }
    }

    List<CountryProfile> profiles() {
      return countries.stream().map(CountryReadings::profile).toList();
    }
  }

  /** What was wrong. */
  public record Refusal(String error) {}

  /** Which model serves. */
  public record Serving(String model, String fingerprint) {

    static Serving of(Scorer scorer) {
      return new Serving(scorer.model().name(), scorer.fingerprint());
    }
  }

  private interface Question {
    Object ask(Scorer scorer, List<CountryProfile> profiles);
  }

  private final LiveModel model;
  private Optional<String> told = Optional.empty();
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

  /**
   * Starts to serve this machine.
   *
   * @param file the model
   * @param port where; 0 for any that is free
   * @param watchMillis how often the file is looked at; 0 for only when {@code POST /model} asks
   */
  public RiskService(Path file, int port, long watchMillis) throws IOException {
    model = new LiveModel(file);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(workers);
    server.createContext("/rank", exchange -> answer(exchange, (s, all) -> s.rank(all).toRecord()));
    server.createContext(
        "/compare",
exchange -> answer(exchange, RiskService::compare));
    server.createContext("/model", this::model);
    server.start();
    if (watchMillis > 0) {
      watch.scheduleWithFixedDelay(this::refresh, watchMillis, watchMillis, TimeUnit.MILLISECONDS);
    }
  }

  /** Where it serves. */
  public int port() {
    return server.getAddress().getPort();
  }

  private static Object compare(Scorer scorer, List<CountryProfile> profiles) {
    if (profiles.size() != 2) {
      throw new IllegalArgumentException(
          "A comparison is of two countries, but there were " + profiles.size());
    }
    return scorer.compare(profiles.get(0), profiles.get(1)).toRecord();
  }

  private synchronized Optional<String> refresh() {
    String before = model.scorer().fingerprint();
    Optional<String> fault = model.refresh();
    String now = model.scorer().fingerprint();
    if (!fault.equals(told) && fault.isPresent()) {
      System.err.println("Model refused, " + now + " goes on: " + fault.get());
    }
    told = fault;
    if (!before.equals(now)) {
      System.err.println("Model " + now + " in place of " + before);
    }
    return fault;
  }

  /** One scorer answers a request from its start to its end, whatever becomes of the file. */
  private void answer(HttpExchange exchange, Question question) throws IOException {
    try (exchange) {
      Scorer scorer = model.scorer();
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST_REQUEST + 1);
      if (body.length > LONGEST_REQUEST) {
        send(exchange, 413, new Refusal("A request may have " + LONGEST_REQUEST + " bytes"));
        return;
      }
      try {
        Request request = MAPPER.readValue(body, Request.class);
        send(exchange, 200, question.ask(scorer, request.profiles()));
      } catch (JacksonException e) {
        send(exchange, 400, new Refusal(e.getOriginalMessage()));
      } catch (IllegalArgumentException e) {
        send(exchange, 422, new Refusal(e.getMessage()));
      }
    }
  }

  /** {@code GET} tells which model serves; {@code POST} reads the file at once. */
  private void model(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<String> fault =
          exchange.getRequestMethod().equals("POST") ? refresh() : Optional.empty();
      if (fault.isPresent()) {
        send(exchange, 422, new Refusal(fault.get()));
      } else {
        send(exchange, 200, Serving.of(model.scorer()));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
    byte[] json = MAPPER.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
  }

  @Override
  public void close() {
    server.stop(0);
    watch.shutdownNow();
    workers.shutdownNow();
  }

  /**
   * Serves until it is ended.
   *
   * @param args the model's file, and the port
   */
  public static void main(String[] args) throws IOException {
    RiskService service = new RiskService(Path.of(args[0]), Integer.parseInt(args[1]), 1000);
    System.out.println("Serving on http://localhost:" + service.port());
  }
}
