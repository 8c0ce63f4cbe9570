package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page "from paper to class" says what the sources cite, and nothing else. */
class PapersTest {

  private static final Path PAGE = Path.of("docs/papers.md");
  private static final Path MAIN = Path.of("src/main/java");

  private static final Pattern DOI = Pattern.compile("doi(?:\\.org/|:)(10\\.\\d{4,9}/[^\\s\"<>]+)");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern YEAR = Pattern.compile("\\((\\d{4})\\)");

  /** A row of the page; without DOI it names a book, a standard or an article. */
  private record Row(String publication, Set<String> dois, List<String> classes) {

    /** Such as {@code Dantzig}. */
    String firstAuthor() {
      return publication.split("[ ,]")[0];
    }

    String year() {
      Matcher year = YEAR.matcher(publication);
      assertThat(year.find()).as(publication).isTrue();
      return year.group(1);
    }
  }

  private final Map<String, String> sources = sources();
  private final List<Row> rows = rows();

  @Test
  void every_publication_that_the_sources_cite_is_on_the_page_and_the_reverse() {
    Set<String> cited = new TreeSet<>();
    sources.values().forEach(source -> cited.addAll(dois(source)));
    Set<String> listed = new TreeSet<>();
    rows.forEach(row -> listed.addAll(row.dois));
    assertThat(listed).isNotEmpty().isEqualTo(cited);
  }

  @Test
  void every_publication_is_cited_by_just_the_classes_beside_it() {
    for (Row row : rows) {
      for (String doi : row.dois) {
        Set<String> citing = new TreeSet<>();
        sources.forEach(
            (path, source) -> {
              if (dois(source).contains(doi)) {
                citing.add(path);
              }
            });
        assertThat(citing).as(row.publication).hasSameSizeAs(row.classes);
        for (String name : row.classes) {
          assertThat(citing)
              .as("%s by %s", row.publication, name)
              .anyMatch(path -> isNamed(path, name));
        }
      }
    }
  }

  @Test
  void publications_without_a_doi_are_named_by_the_classes_beside_them() {
    for (Row row : rows) {
      if (row.dois.isEmpty()) {
        for (String name : row.classes) {
          assertThat(sources.entrySet())
              .as("%s by %s", row.publication, name)
              .anyMatch(
                  source ->
                      isNamed(source.getKey(), name)
                          && source.getValue().contains(row.firstAuthor())
                          && source.getValue().contains(row.year()));
        }
      }
    }
  }

  @Test
  void every_row_names_a_publication_and_a_class() {
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.dois).hasSizeLessThanOrEqualTo(1);
              assertThat(row.classes).isNotEmpty();
              assertThat(row.year()).isNotEmpty();
            });
  }

  /** A name may start with the last parts of its package, where one alone is not enough. */
  private static boolean isNamed(String path, String name) {
    return path.endsWith("/" + name.replace('.', '/') + ".java");
  }

  private static Set<String> dois(String text) {
    Set<String> dois = new TreeSet<>();
    Matcher matcher = DOI.matcher(text);
    while (matcher.find()) {
      dois.add(withoutEnd(matcher.group(1)));
    }
    return dois;
  }

  /** Takes off what belongs to the sentence or the link around a DOI, which may have brackets. */
  private static String withoutEnd(String found) {
    String doi = found;
    while (".,:;".indexOf(doi.charAt(doi.length() - 1)) >= 0
        || (doi.endsWith(")") && count(doi, ')') > count(doi, '('))) {
      doi = doi.substring(0, doi.length() - 1);
    }
    return doi;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** Texts by path. */
  private static Map<String, String> sources() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      Map<String, String> sources = new TreeMap<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(file.toString().replace('\\', '/'), Files.readString(file));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> rows() {
    try {
      List<Row> rows = new ArrayList<>();
      for (String line : Files.readAllLines(PAGE)) {
        String[] cells = line.split(" \\| ");
        boolean isRow = line.startsWith("| ") && !line.startsWith("| Publication");
        if (isRow) {
          assertThat(cells).as(line).hasSize(3);
          List<String> classes = new ArrayList<>();
          Matcher names = NAME.matcher(cells[1]);
          while (names.find()) {
            classes.add(names.group(1));
          }
          rows.add(new Row(cells[0].substring(2), dois(cells[0]), classes));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
