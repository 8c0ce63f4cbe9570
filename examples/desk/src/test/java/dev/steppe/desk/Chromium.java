package dev.steppe.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A Chromium with one tab, driven by its DevTools protocol.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Chromium implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final long SECONDS = 30;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger sent = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();

  /** What the page has reported: errors of scripts, and what its policy has refused. */
  final List<String> complaints = new CopyOnWriteArrayList<>();

  Chromium(Path folder) throws Exception {
    this.process =
        new ProcessBuilder(
                System.getProperty("steppe.browser", "chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("profile"),
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    this.socket =
        CLIENT
            .newWebSocketBuilder()
            .buildAsync(URI.create(tab(folder.resolve("profile/DevToolsActivePort"))), listener())
            .get(SECONDS, TimeUnit.SECONDS);
    for (String domain : List.of("Page", "Runtime", "Log")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** The address of the tab, once the browser has written down its port. */
  private static String tab(Path portFile) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    while (System.nanoTime() < end) {
      try {
        String port = Files.readString(portFile).lines().findFirst().orElseThrow();
        HttpRequest list =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
        String body = CLIENT.send(list, HttpResponse.BodyHandlers.ofString()).body();
        for (JsonNode tab : Asking.MAPPER.readTree(body)) {
          if (tab.get("type").asString().equals("page")) {
            return tab.get("webSocketDebuggerUrl").asString();
          }
        }
      } catch (IOException | NoSuchElementException notYet) {
        // It is still starting.
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("Chromium did not start");
  }

  private WebSocket.Listener listener() {
    StringBuilder text = new StringBuilder();
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        text.append(part);
        if (isLast) {
          hear(Asking.MAPPER.readTree(text.toString()));
          text.setLength(0);
        }
        from.request(1);
        return null;
      }
    };
  }

  private void hear(JsonNode message) {
    String method = message.path("method").asString("");
    if (message.has("id")) {
      awaited.remove(message.get("id").asInt()).complete(message);
    } else if (method.equals("Runtime.exceptionThrown")
        || (method.equals("Log.entryAdded")
            && message.at("/params/entry/level").asString().equals("error"))) {
      complaints.add(message.get("params").toString());
    }
  }

  /** Calls a method of the protocol, and waits for what it gives. */
  JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = sent.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    awaited.put(id, answer);
    String message =
        Asking.MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(message, true).get(SECONDS, TimeUnit.SECONDS);
    JsonNode got = answer.get(SECONDS, TimeUnit.SECONDS);
    if (got.has("error")) {
      throw new IllegalStateException(method + ": " + got.get("error"));
    }
    return got.get("result");
  }

  /** As on a screen of this width, in a light or dark room. */
  void look(int width, int height, boolean isDark) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
  }

  void open(String address) throws Exception {
    call("Page.navigate", Map.of("url", "about:blank"));
    call("Page.navigate", Map.of("url", address));
  }

  /** What a script in the page gives, as JSON. */
  JsonNode run(String script) throws Exception {
    JsonNode got =
        call(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    if (got.has("exceptionDetails")) {
      throw new IllegalStateException(script + ": " + got.get("exceptionDetails"));
    }
    return got.at("/result/value");
  }

  /** Waits until a script gives true. */
  void await(String script) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    while (!run("Boolean(" + script + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + script + "; " + complaints);
      }
      Thread.sleep(30);
    }
  }

  void press(String key, int code) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  /** The whole page, as a picture. */
  void picture(Path to) throws Exception {
    JsonNode got =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.write(to, Base64.getDecoder().decode(got.get("data").asString()));
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().join();
  }
}
