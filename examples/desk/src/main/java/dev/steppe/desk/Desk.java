package dev.steppe.desk;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The server. It serves this machine alone, answers each question from what the question says, and
 * computes nothing: every figure is the library's.
 */
public final class Desk implements AutoCloseable {

  private static final String HERE = "127.0.0.1";
  private static final String OF_A_CASE = "/api/cases/{id}";

  /** What was wrong. */
  record Fault(String error) {}

  /** The cases that there are. */
  record CaseList(List<DeskCase.Summary> cases) {}

  /** Scenarios side by side. */
  record ScenarioList(List<Moved.Scenario> scenarios) {}

  /** A path, and what answers there. */
  record Route(HandlerType method, String path, Handler handler) {}

  private final Cases cases;
  private final Refinements refinements = new Refinements();
  private final Semaphore turns = new Semaphore(Limits.AT_ONCE, true);
  private final Javalin server;

  /**
   * Starts to serve.
   *
   * @param port where; 0 for any that is free
   * @param cases what is there at start
   */
  Desk(int port, Cases cases) {
    this.cases = cases;
    this.server = Javalin.create(config -> configure(config, port)).start();
  }

  /** Where the page is. */
  public String address() {
    return "http://localhost:" + server.port() + "/";
  }

  int port() {
    return server.port();
  }

  /** How many tabs wait for a long answer. */
  int waiting() {
    return refinements.waiting();
  }

  private void configure(JavalinConfig config, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.jetty.host = HERE;
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(new PlainErrors()));
    config.http.prefer405over404 = true;
    // Nothing leaves this machine, so that nothing is gained by making it smaller.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.routes.before(Gate::check);
    for (Route route : routes()) {
      config.routes.addHttpHandler(route.method(), route.path(), route.handler());
    }
    config.routes.exception(Refusal.class, (e, to) -> refuse(to, e.status(), e));
    config.routes.exception(
        IllegalArgumentException.class, (e, to) -> refuse(to, Refusal.UNFIT, e));
    config.routes.exception(
        MethodNotAllowedResponse.class,
        (e, to) -> {
          String allowed = String.join(", ", methods(to.path()));
          to.header("Allow", allowed);
          refuse(to, e.getStatus(), new IllegalStateException("This path takes " + allowed));
        });
    config.routes.exception(HttpResponseException.class, (e, to) -> refuse(to, e.getStatus(), e));
    config.routes.exception(
        Exception.class,
        (e, to) -> {
          e.printStackTrace();
          refuse(to, 500, new IllegalStateException("The desk is at fault; please tell"));
        });
  }

  /** All paths; the test of the API's description asks for them. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    Assets.all()
        .forEach(
            (path, asset) ->
                routes.add(
                    new Route(
                        HandlerType.GET,
                        path,
                        to -> to.contentType(asset.type()).result(asset.text()))));
    routes.add(get("/api/cases", to -> send(to, new CaseList(cases.summaries()))));
    routes.add(post("/api/cases", this::load));
    routes.add(get(OF_A_CASE, to -> send(to, of(to).details())));
    routes.add(new Route(HandlerType.DELETE, OF_A_CASE, this::remove));
    routes.add(post(OF_A_CASE + "/move", this::move));
    routes.add(post(OF_A_CASE + "/sure", this::sure));
    routes.add(post(OF_A_CASE + "/scenarios", this::scenarios));
    routes.add(post(OF_A_CASE + "/report", this::report));
    return routes;
  }

  /** The methods that a path takes. */
  private Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (Route route : routes()) {
      String form = "\\Q" + route.path().replace("{id}", "\\E[^/]+\\Q") + "\\E";
      if (path.matches(form)) {
        methods.add(route.method().name());
      }
    }
    return methods;
  }

  private static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, handler);
  }

  private static Route post(String path, Handler handler) {
    return new Route(HandlerType.POST, path, handler);
  }

  private DeskCase of(Context request) {
    return cases.get(request.pathParam("id"));
  }

  private void load(Context request) {
    Upload upload = read(request, Upload.class, Limits.FILES);
    DeskCase loaded = inTurn(() -> cases.add(upload.read()));
    send(request.status(201), loaded.details());
  }

  private void remove(Context request) {
    cases.remove(request.pathParam("id"));
    request.status(204);
  }

  private void move(Context request) {
    DeskCase of = of(request);
    Question question = read(request, Question.class, Limits.REQUEST);
    refinements.stop(question.tab());
    send(request, inTurn(() -> Moved.of(of, question)));
  }

  private void sure(Context request) {
    DeskCase of = of(request);
    Question question = read(request, Question.class, Limits.REQUEST);
    send(request, refinements.answer(question.tab(), () -> Moved.refined(of, question)));
  }

  private void scenarios(Context request) {
    DeskCase of = of(request);
    Question question = read(request, Question.class, Limits.REQUEST);
    send(request, new ScenarioList(inTurn(() -> Moved.scenarios(of, question))));
  }

  private void report(Context request) {
    DeskCase of = of(request);
    Question question = read(request, Question.class, Limits.REQUEST);
    String page = refinements.answer(null, () -> ReportPage.html(of, question));
    request
        .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'")
        .header("Content-Disposition", "attachment; filename=\"" + of.id() + ".html\"")
        .contentType("text/html; charset=utf-8")
        .result(page.getBytes(StandardCharsets.UTF_8));
  }

  /** Some questions are answered at the same time; who comes when there are more waits a little. */
  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(Limits.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal(Refusal.BUSY, "So many questions are being answered that this one waits");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Refusal.BUSY, "The desk is being closed");
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static <T> T read(Context request, Class<T> type, int most) {
    Gate.checkJson(request);
    try {
      byte[] body = request.req().getInputStream().readNBytes(most + 1);
      if (body.length > most) {
        throw new Refusal(Refusal.TOO_LARGE, "A request may have " + most + " bytes here");
      }
      return Json.read(body, type);
    } catch (IOException e) {
      throw new Refusal(Refusal.BAD_REQUEST, "The request broke off");
    }
  }

  private static void send(Context to, Object answer) {
    to.contentType("application/json").result(Json.write(answer));
  }

  private static void refuse(Context to, int status, Exception fault) {
    if (status == Refusal.BUSY) {
      to.header("Retry-After", "1");
    }
    send(to.status(status), new Fault(String.valueOf(fault.getMessage())));
  }

  @Override
  public void close() {
    server.stop();
    refinements.close();
  }
}
