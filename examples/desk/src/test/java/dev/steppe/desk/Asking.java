package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks a desk by plain HTTP, and holds every answer against the description of the API. */
final class Asking {

  static final JsonMapper MAPPER = new JsonMapper();

  private static final ObjectNode DESCRIPTION = read();
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Desk desk;

  Asking(Desk desk) {
    this.desk = desk;
  }

  /** What came back. */
  record Answer(int status, String body, Map<String, List<String>> headers) {

    JsonNode json() {
      return MAPPER.readTree(body);
    }

    String error() {
      return json().get("error").asString();
    }

    <T> T as(Class<T> type) {
      return MAPPER.readValue(body, type);
    }
  }

  Answer get(String path) throws Exception {
    return send("GET", path, "");
  }

  Answer post(String path, Object question) throws Exception {
    return send(
        "POST", path, question instanceof String text ? text : MAPPER.writeValueAsString(question));
  }

  Answer send(String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + desk.port() + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    Answer answer = new Answer(response.statusCode(), response.body(), response.headers().map());
    checkDescribed(method, path, answer.status, answer.body);
    return answer;
  }

  /** The description of the API. */
  static JsonNode description() {
    return DESCRIPTION;
  }

  private static ObjectNode read() {
    try (InputStream in = Desk.class.getResourceAsStream("openapi.json")) {
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Every answer of the API has a status and a form that are described. */
  static void checkDescribed(String method, String path, int status, String body) {
    String template = path.replaceAll("^/api/cases/[^/]+", "/api/cases/{id}");
    JsonNode operation =
        DESCRIPTION.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return;
    }
    JsonNode response = operation.path("responses").path(String.valueOf(status));
    if (response.has("$ref")) {
      response = DESCRIPTION.at(response.get("$ref").asString().substring(1));
    }
    if (response.isMissingNode()) {
      throw new AssertionError(method + " " + path + " gave " + status + ": " + body);
    }
    JsonNode schema = response.path("content").path("application/json").path("schema");
    if (!schema.isMissingNode()) {
      assertThat(faults(schema.get("$ref").asString(), body)).as("%s %s", method, path).isEmpty();
    }
  }

  private static List<Error> faults(String reference, String body) {
    return SCHEMAS.computeIfAbsent(reference, Asking::schema).validate(body, InputFormat.JSON);
  }

  private static Schema schema(String reference) {
    ObjectNode document = MAPPER.createObjectNode().put("$ref", reference);
    document.set("components", DESCRIPTION.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(document.toString(), InputFormat.JSON);
  }

  /** Whether a body has the form that is described under a name. */
  static boolean isDescribed(String schema, String body) {
    return faults("#/components/schemas/" + schema, body).isEmpty();
  }
}
