package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A request to the letter, as one input: a line with method and target, lines with headers, an
 * empty line, and the body. {@code PORT} is the desk's, and what is not said of host, length and
 * end is added.
 *
 * <p>Whatever that is, there is an answer as the description of the API has it, or one plain
 * refusal.
 */
public final class FuzzedRequest {

  private static final Cases CASES = new Cases(List.of());

  @SuppressWarnings("resource") // Serves as long as there are inputs.
  private static final Desk DESK = new Desk(0, CASES);

  /** Faults of a model and of some files, each as long as an error of the library may be. */
  private static final int LONGEST = 200_000;

  /** What the server itself says of what it cannot read. */
  private static final Set<Integer> OF_SERVER = Set.of(501, 505);

  private static final Pattern ANSWER =
      Pattern.compile(
          "(?s)(?:HTTP/1\\.1 1.*?\r\n\r\n)*HTTP/1\\.1 (\\d{3})[^\r]*\r\n(.*?)\r\n\r\n(.*)");

  private static final Pattern INSIDE =
      Pattern.compile(
          "(?m)(^\\s+at [\\w.$]+\\(|\\b(java|dev\\.steppe|tools|com|io|org)\\.[a-z]+\\.\\w"
              + "|[a-z]Exception\\b|[a-z]Error\\b|`)");

  private FuzzedRequest() {}

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    read(input);
  }

  static void read(byte[] input) throws IOException {
    int end = endOfHead(input);
    String head = new String(input, 0, end, StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOfRange(input, Math.min(input.length, end + 2), input.length);
    byte[] request = request(head, body);
    String answer = answer(request);
    try {
      check(head, new String(request, StandardCharsets.UTF_8), answer);
    } finally {
      CASES.summaries().stream()
          .map(DeskCase.Summary::id)
          .filter(id -> id.startsWith("loaded-"))
          .forEach(CASES::remove);
    }
  }

  private static int endOfHead(byte[] input) {
    for (int i = 1; i < input.length; i++) {
      if (input[i - 1] == '\n' && input[i] == '\n') {
        return i - 1;
      }
    }
    return input.length;
  }

  private static byte[] request(String head, byte[] body) throws IOException {
    String[] lines = head.split("\n", 2);
    StringBuilder all = new StringBuilder(lines[0]).append(" HTTP/1.1\n");
    String headers = lines.length > 1 ? lines[1].stripTrailing() + "\n" : "";
    all.append(headers);
    String said = "\n" + headers.toLowerCase(Locale.ROOT);
    if (!said.contains("\nhost:")) {
      all.append("Host: localhost:PORT\n");
    }
    if (!said.contains("\ncontent-length:") && !said.contains("\ntransfer-encoding:")) {
      all.append("Content-Length: ").append(body.length).append('\n');
    }
    all.append("Connection: close\n\n");
    String text = all.toString().replace("PORT", String.valueOf(DESK.port())).replace("\n", "\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(text.getBytes(StandardCharsets.ISO_8859_1));
    request.write(body);
    return request.toByteArray();
  }

  private static String answer(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), DESK.port())) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (SocketException refusedBeforeItsEnd) {
        // The answer is there already.
      }
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  private static void check(String head, String request, String answer) {
    Matcher parts = ANSWER.matcher(answer);
    assertThat(parts.matches()).as("no answer: %s", answer).isTrue();
    int status = Integer.parseInt(parts.group(1));
    String headers = parts.group(2).toLowerCase(Locale.ROOT);
    assertThat(status < 500 || status == Refusal.BUSY || OF_SERVER.contains(status))
        .as(answer)
        .isTrue();
    assertThat(headers).contains("x-content-type-options: nosniff").doesNotContain("\nserver:");
    String body = parts.group(3);
    if (status >= 400 && !head.startsWith("HEAD ")) {
      assertThat(headers).contains("content-type: application/json");
      checkRefusal(Asking.MAPPER.readTree(body), request);
    } else if (status == 200 || status == 201) {
      String[] line = head.split("\n", 2)[0].split(" ", 3);
      if (line.length > 1 && !head.startsWith("HEAD ")) {
        Asking.checkDescribed(line[0], line[1].split("[?;]", 2)[0], status, body);
      }
    }
  }

  private static void checkRefusal(JsonNode body, String request) {
    assertThat(body.propertyNames()).containsExactly("error");
    String error = body.get("error").asString();
    assertThat(error).isNotBlank().hasSizeLessThan(LONGEST);
    Matcher found = INSIDE.matcher(error);
    while (found.find()) {
      assertThat(request).as("the inside is shown: %s", error).contains(found.group().strip());
    }
  }
}
