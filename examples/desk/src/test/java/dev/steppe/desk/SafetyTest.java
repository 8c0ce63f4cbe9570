package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is kept out, and what is too much. */
class SafetyTest {

  private static final String CASES = "/api/cases";
  private static final String MOVE = CASES + "/next-ukraine/move";

  @AutoClose private static final Desk DESK = new Desk(0, new Cases(List.of()));

  private static final Asking ASKING = new Asking(DESK);

  /** A request to the letter, as no client for HTTP would let one send it. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), DESK.port())) {
      socket.setSoTimeout(10_000);
      String text = request.replace("PORT", String.valueOf(DESK.port())).replace("\n", "\r\n");
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static String ask(String line, String... headers) throws IOException {
    return raw(line + " HTTP/1.1\n" + String.join("\n", headers) + "\nConnection: close\n\n");
  }

  @Test
  void no_other_machine_reaches_it() throws Exception {
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, DESK.port()), 1000);
            throw new AssertionError("reached at " + address);
          } catch (ConnectException expected) {
            assertThat(expected).hasMessageContaining("refused");
          }
        }
      }
    }
  }

  /** A name of an attacker's own can be made to point to this machine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "localhost.evil.example:PORT",
        "localhost",
        "127.0.0.1:1",
        "0.0.0.0:PORT",
        "user@localhost:PORT"
      })
  void a_name_that_is_not_its_own_is_refused(String host) throws IOException {
    for (String path : List.of("/", CASES, "/openapi.json", "/gone")) {
      assertThat(ask("GET " + path, "Host: " + host)).matches("(?s)HTTP/1.1 40[03] .*");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:PORT", "127.0.0.1:PORT", "LOCALHOST:PORT", "[::1]:PORT"})
  void its_own_names_are_let_in(String host) throws IOException {
    assertThat(ask("GET " + CASES, "Host: " + host)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "https://localhost:PORT",
        "http://localhost:1",
        "http://localhost:PORT.evil.example"
      })
  void a_page_from_elsewhere_is_refused(String origin) throws IOException {
    assertThat(ask("GET " + CASES, "Host: localhost:PORT", "Origin: " + origin))
        .startsWith("HTTP/1.1 403 ")
        .contains("Only the desk's own page may ask");
  }

  @Test
  void the_own_page_is_let_in() throws IOException {
    String here = "Host: localhost:PORT";
    assertThat(
            ask(
                "GET " + CASES,
                here,
                "Origin: http://localhost:PORT",
                "Sec-Fetch-Site: same-origin"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void a_link_from_elsewhere_opens_the_page_and_no_more() throws IOException {
    String here = "Host: localhost:PORT";
    String elsewhere = "Sec-Fetch-Site: cross-site";
    assertThat(ask("GET /", here, elsewhere)).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET " + CASES, here, elsewhere)).startsWith("HTTP/1.1 403 ");
    assertThat(ask("GET " + CASES, here, "Sec-Fetch-Site: same-site")).startsWith("HTTP/1.1 403 ");
  }

  /** What a form of another page can send. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain; application/json"
      })
  void a_form_is_refused(String type) throws Exception {
    String body = "{\"country\":\"KAZ\"}";
    assertThat(ASKING.send("POST", MOVE, body, "Content-Type", type).status()).isEqualTo(415);
  }

  @Test
  void no_answer_can_be_read_by_another_page_or_framed_or_run() throws Exception {
    for (String path : List.of("/", CASES, "/gone", CASES + "/gone")) {
      Asking.Answer answer = ASKING.get(path);
      assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
      String policy = answer.headers().get("content-security-policy").get(0);
      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().get("x-content-type-options")).containsExactly("nosniff");
      assertThat(answer.headers().get("cross-origin-resource-policy"))
          .containsExactly("same-origin");
    }
    assertThat(raw("OPTIONS " + MOVE + " HTTP/1.1\nHost: localhost:PORT\nConnection: close\n\n"))
        .doesNotContainIgnoringCase("access-control");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../etc/passwd",
        "/js/../../pom.xml",
        "/js/%2e%2e/%2e%2e/pom.xml",
        "/js/..%2fMain.class",
        "/dev/steppe/desk/Main.class",
        "/desk.html",
        "//etc/passwd",
        "/api/cases/..%2f..%2fpom.xml",
        "/js/main.js%00.html",
        "/%00",
        "/../..",
        "/META-INF/MANIFEST.MF"
      })
  void no_path_reaches_a_file(String path) throws IOException {
    assertThat(ask("GET " + path, "Host: localhost:PORT"))
        .matches("(?s)HTTP/1.1 40[04] .*Content-Type: application/json.*\\{\"error\":\".*");
  }

  @Test
  void what_the_server_cannot_read_is_told_as_all_errors_are() throws IOException {
    String endless = "X: " + "a".repeat(20_000);
    assertThat(ask("GET /", "Host: localhost:PORT", endless))
        .startsWith("HTTP/1.1 431 ")
        .contains("Content-Type: application/json")
        .endsWith("{\"error\":\"The request cannot be read: Request Header Fields Too Large\"}");
    assertThat(raw("GARBAGE\n\n")).contains("{\"error\":\"The request cannot be read: ");
  }

  @Test
  void a_method_that_a_path_does_not_take_is_refused_with_those_that_it_takes() throws Exception {
    Asking.Answer put = ASKING.send("PUT", CASES, "{}");
    assertThat(put.status()).isEqualTo(405);
    assertThat(put.headers().get("allow")).containsExactly("GET, POST");
    assertThat(put.error()).isEqualTo("This path takes GET, POST");
    assertThat(ASKING.get(MOVE).headers().get("allow")).containsExactly("POST");
    assertThat(ASKING.send("POST", CASES + "/next-ukraine", "{}").headers().get("allow"))
        .containsExactly("DELETE, GET");
    assertThat(ASKING.send("PUT", "/api/none", "{}").status()).isEqualTo(404);
  }

  @Test
  void what_is_of_another_kind_is_refused_and_not_made_to_fit() throws Exception {
    assertThat(ASKING.post(MOVE, "{\"country\":3}").error()).endsWith("country: must be a text");
    assertThat(ASKING.post(MOVE, "{\"country\":true}").error()).endsWith("must be a text");
    assertThat(ASKING.post(MOVE, "{\"country\":\"KAZ\",\"draws\":1.5}").error())
        .endsWith("draws: must be a whole number");
    assertThat(ASKING.post(MOVE, "{\"country\":\"KAZ\",\"rival\":\"KAZ\"}").error())
        .isEqualTo("rival: must be another country than 'KAZ'");
    assertThat(ASKING.post(MOVE, "{\"country\":\"Kazakhstan\"}").error())
        .endsWith("Maybe you meant 'KAZ' (Kazakhstan).");
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_read() throws Exception {
    String large = " ".repeat(Limits.REQUEST + 1);
    Asking.Answer refused = ASKING.post(MOVE, large);
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.error()).isEqualTo("A request may have 1000000 bytes here");
    assertThat(ASKING.post(CASES, " ".repeat(Limits.FILES + 1)).status()).isEqualTo(413);
  }

  @Test
  void what_is_too_many_is_refused() throws Exception {
    Question.Kept[] kept =
        IntStream.range(0, Limits.SCENARIOS + 1)
            .mapToObj(i -> "{\"name\":\"s" + i + "\"}")
            .map(text -> Asking.MAPPER.readValue(text, Question.Kept.class))
            .toArray(Question.Kept[]::new);
    String scenarios =
        List.of(kept).stream()
            .map(each -> "{\"name\":\"" + each.name() + "\"}")
            .collect(Collectors.joining(",", "{\"country\":\"KAZ\",\"scenarios\":[", "]}"));
    assertThat(ASKING.post(MOVE, scenarios).error())
        .isEqualTo("There may be 20 scenarios, but were 21");
    assertThat(ASKING.post(MOVE, "{\"country\":\"KAZ\",\"draws\":100001}").error())
        .isEqualTo("draws must be from 1 to 100000, but were 100001");
    assertThat(ASKING.post(MOVE, "{\"country\":\"KAZ\",\"tab\":\"a b\"}").status()).isEqualTo(400);
  }

  @Test
  void too_many_countries_indicators_and_cases_are_refused() throws Exception {
    String model = "code,parent,weight,direction,scale\nm,,1,,\n";
    StringBuilder wide = new StringBuilder(model);
    for (int i = 0; i <= Limits.INDICATORS; i++) {
      wide.append("i").append(i).append(",m,1,HIGHER_IS_RISKIER,\"goalposts(0, 1)\"\n");
    }
    String data = "country,indicator,value\nAAA,i0,0.5\n";
    assertThat(ASKING.post(CASES, ApiTest.upload("wide", wide.toString(), data)).error())
        .isEqualTo("There may be 200 indicators, but were 201");
    String narrow = model + "i0,m,1,HIGHER_IS_RISKIER,\"goalposts(0, 1)\"\n";
    StringBuilder many = new StringBuilder("country,name,indicator,value\n");
    for (int c = 0; c <= Limits.COUNTRIES; c++) {
      String code = "X" + (char) ('A' + c / 26) + (char) ('A' + c % 26);
      many.append(code).append(",Country ").append(c).append(",i0,0.5\n");
    }
    assertThat(ASKING.post(CASES, ApiTest.upload("many", narrow, many.toString())).error())
        .isEqualTo("There may be 400 countries, but were 401");
    for (int i = 0; i <= Limits.CASES; i++) {
      String other = data.replace("0.5", "0.5" + i);
      Asking.Answer loaded = ASKING.post(CASES, ApiTest.upload("case " + i, narrow, other));
      assertThat(loaded.status()).as(loaded.body()).isEqualTo(i < Limits.CASES ? 201 : 422);
    }
  }

  @Test
  void markup_in_names_stays_text_and_deep_nesting_is_refused() throws Exception {
    String evil = "<script>alert(1)</script>\u202e";
    String model = "code,name,parent,weight,direction,scale\nm,,,1,,\ni," + evil + ",m,1,";
    Upload upload =
        ApiTest.upload(
            evil,
            model + "HIGHER_IS_RISKIER,\"goalposts(0, 1)\"\n",
            "country,name,indicator,value\nAAA," + evil + ",i,0.5\nBBB,B,i,0.25\n");
    Asking.Answer loaded = ASKING.post(CASES, upload);
    assertThat(loaded.headers().get("content-type")).containsExactly("application/json");
    String id = loaded.json().at("/summary/id").asString();
    String page = ASKING.post(CASES + "/" + id + "/report", Questions.of("AAA", "BBB")).body();
    assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("<script").doesNotContain("\u202e");
    ASKING.send("DELETE", CASES + "/" + id, "");
    assertThat(ASKING.post(MOVE, "[".repeat(2000)).status()).isEqualTo(400);
  }

  @Test
  void no_answer_shows_the_inside_of_the_program() throws Exception {
    assertThat(ASKING.send("PUT", CASES, "").body()).doesNotContain("\tat ", "Exception");
    assertThat(ASKING.post(MOVE, "{\"country\":[]}").body())
        .doesNotContain("\tat ", "Exception", "dev.steppe");
    assertThat(ASKING.get("/").headers()).doesNotContainKey("server");
  }
}
