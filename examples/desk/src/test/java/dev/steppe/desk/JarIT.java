package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The packaged jar, as a program of its own. */
class JarIT {

  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", "target/desk.jar"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void prints_its_address_and_serves_the_files_that_are_named() throws Exception {
    Process process = start("--port=0", "../cli/next-ukraine.json", "../cli/next-ukraine-data.csv");
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      Matcher address = ADDRESS.matcher(line);
      assertThat(address.find()).as(line).isTrue();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address.group() + "api/cases")).build();
      String cases =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      assertThat(cases).contains("\"title\":\"next-ukraine.json\"", "\"id\":\"loaded-");
    } finally {
      process.destroy();
    }
    process.waitFor();
  }

  @Test
  void says_what_is_wrong_and_ends() throws Exception {
    Process process = start("gone.json", "gone.csv");
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).startsWith("desk: File 'gone.json' cannot be read");
    }
    assertThat(process.waitFor()).isEqualTo(2);
  }
}
