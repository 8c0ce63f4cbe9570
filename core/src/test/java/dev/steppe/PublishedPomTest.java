package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/**
 * What Maven Central wants of a POM, <a
 * href="https://central.sonatype.org/publish/requirements/">Sonatype, Requirements</a>.
 */
class PublishedPomTest {

  private static final XPath PATHS = XPathFactory.newInstance().newXPath();

  private static Document pom(String file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(file).toFile());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groupId",
        "version",
        "name",
        "description",
        "url",
        "licenses/license/name",
        "licenses/license/url",
        "developers/developer/name",
        "developers/developer/organization",
        "scm/connection",
        "scm/developerConnection",
        "scm/url"
      })
  void the_parent_has_all_that_central_wants(String field) throws Exception {
    String said = PATHS.evaluate("/project/" + field, pom("../pom.xml"));
    // An expression would have to be worked out by whoever reads the file.
    assertThat(said).isNotBlank().doesNotContain("${");
  }

  @Test
  void core_says_what_it_is_and_takes_the_rest_from_the_parent() throws Exception {
    Document core = pom("pom.xml");
    for (String field : List.of("artifactId", "name", "description", "parent/version")) {
      assertThat(PATHS.evaluate("/project/" + field, core)).as(field).isNotBlank();
    }
  }

  /** What is not meant for others is not sent by a {@code deploy} of all modules. */
  @Test
  void nothing_but_core_and_the_parent_is_published() throws Exception {
    Document parent = pom("../pom.xml");
    List<String> modules =
        IntStream.rangeClosed(1, Integer.parseInt(PATHS.evaluate("count(//module)", parent)))
            .mapToObj(i -> "(//module)[" + i + "]")
            .map(path -> evaluated(path, parent))
            .collect(Collectors.toList());
    assertThat(modules).contains("core", "examples", "examples/spark");
    for (String module : modules) {
      String skipped = evaluated("//maven.deploy.skip", pom("../" + module + "/pom.xml"));
      assertThat(skipped).as(module).isEqualTo(module.equals("core") ? "" : "true");
    }
  }

  private static String evaluated(String path, Document document) {
    try {
      return PATHS.evaluate(path, document);
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }

  /** The list is checked by every build: it must be there, and be of full SHA-256 sums. */
  @Test
  void the_bytes_of_libraries_are_listed() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("../.mvn/checksums/checksums.sha256"));
    assertThat(lines).hasSizeGreaterThan(300).allMatch(line -> line.matches("[0-9a-f]{64}  \\S+"));
    String guava = evaluated("//guava.version", pom("../pom.xml"));
    assertThat(lines)
        .anyMatch(
            line -> line.endsWith("com/google/guava/guava/" + guava + "/guava-" + guava + ".jar"));
  }
}
