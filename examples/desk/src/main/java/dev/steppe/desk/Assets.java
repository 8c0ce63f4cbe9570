package dev.steppe.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page and what belongs to it, read once. Only what is listed here is served, so that no path
 * of a request is ever looked for among files.
 */
final class Assets {

  private static final List<String> SCRIPTS =
      List.of("main", "state", "api", "text", "ranking", "sliders", "sure", "scenarios", "load");

  /** The text of a file, and what it is. */
  record Asset(String type, String text) {}

  private Assets() {}

  /** By path. */
  static Map<String, Asset> all() {
    Map<String, Asset> all = new LinkedHashMap<>();
    all.put("/", asset("desk.html", "text/html; charset=utf-8"));
    all.put("/openapi.json", asset("openapi.json", "application/json"));
    all.put("/desk.css", asset("desk.css", "text/css; charset=utf-8"));
    for (String script : SCRIPTS) {
      all.put("/js/" + script + ".js", asset(script + ".js", "text/javascript; charset=utf-8"));
    }
    return all;
  }

  private static Asset asset(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The desk lacks its file " + name);
      }
      return new Asset(type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
