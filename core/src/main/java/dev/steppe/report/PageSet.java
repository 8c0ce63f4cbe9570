package dev.steppe.report;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pages side by side, in files that link to one another. */
final class PageSet {

  /** The name of each file, by the title of its page. */
  private final Map<String, String> files = new LinkedHashMap<>();

  private final ImmutableList<Report> pages;
  private final Path first;

  private PageSet(ImmutableList<Report> pages, Path first) {
    this.pages = pages;
    this.first = first;
    String name = String.valueOf(first.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String kind = dot > 0 ? name.substring(dot) : "";
    for (Report page : pages) {
      String file = stem + "-" + Slug.of(page.title());
      while (files.containsValue(file + kind)) {
        file += "-2";
      }
      files.put(page.title(), files.isEmpty() ? name : file + kind);
    }
  }

  /**
   * Of pages.
   *
   * @param file of the first page
   */
  static PageSet of(ImmutableList<Report> pages, Path file) {
    return new PageSet(pages, file);
  }

  /** Writes all of them; each is told of the others that have countries of it. */
  void write() throws IOException {
    for (Report page : pages) {
      Report told = page.alone();
      for (Report other : pages) {
        if (!other.equals(page) && !OtherModel.shared(page.results(), other.results()).isEmpty()) {
          told = told.withOther(other);
        }
      }
      Path file = first.resolveSibling(files.getOrDefault(page.title(), ""));
      Files.writeString(file, told.html(files));
    }
  }
}
