package dev.steppe.desk;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what comes from this machine and from the page itself. A page of somebody else, which may
 * send requests to this machine through its browser, is kept out: by the name that it calls the
 * server (a name of its own may be made to point here), by the origin that a browser states, and
 * because a body must be JSON, which no form can send.
 */
final class Gate {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final String ONLY_FROM_HERE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private Gate() {}

  static void check(Context request) {
    request
        .header("Content-Security-Policy", ONLY_FROM_HERE)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-store");
    String host = text(request.header("Host")).toLowerCase(Locale.ROOT);
    int port = request.req().getLocalPort();
    boolean isHere = NAMES.stream().anyMatch(name -> host.equals(name + ":" + port));
    if (!isHere) {
      throw new Refusal(
          Refusal.FORBIDDEN, "This server is called localhost:" + port + ", not '" + host + "'");
    }
    @Nullable String origin = request.header("Origin");
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      throw new Refusal(
          Refusal.FORBIDDEN, "Only the desk's own page may ask, not '" + origin + "'");
    }
    String site = text(request.header("Sec-Fetch-Site"));
    boolean isFromElsewhere = !site.isEmpty() && !Set.of("same-origin", "none").contains(site);
    // A link from elsewhere may open the page, and no more.
    if (isFromElsewhere && !request.path().equals("/")) {
      throw new Refusal(Refusal.FORBIDDEN, "Only the desk's own page may ask, not one " + site);
    }
  }

  /** That a body is what it says, and no form of another page. */
  static void checkJson(Context request) {
    String type = text(request.contentType()).toLowerCase(Locale.ROOT).replace(" ", "");
    if (!Set.of("application/json", "application/json;charset=utf-8").contains(type)) {
      throw new Refusal(Refusal.NOT_JSON, "A request must be application/json, not '" + type + "'");
    }
  }

  private static String text(@Nullable String header) {
    return header == null ? "" : header;
  }
}
