package dev.steppe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The classes that the pages about the library name are there. */
class DocsTest {

  private static final Path ROOT = Path.of("..");

  /** The pages about the library; others tell of classes that are not its own. */
  private static final List<Path> ABOUT =
      List.of(ROOT.resolve("README.md"), ROOT.resolve("core/docs"), ROOT.resolve(".github"));

  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

  /** A type, alone or before a member or its arguments. */
  private static final Pattern TYPE =
      Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:[.(<].*)?");

  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");

  private final List<Path> pages = files(".md");

  @Test
  void every_class_that_a_page_names_is_declared() {
    Set<String> declared = new HashSet<>();
    for (Path file : files(".java")) {
      Matcher declarations = DECLARATION.matcher(text(file));
      while (declarations.find()) {
        declared.add(declarations.group(1));
      }
    }
    Set<String> unknown = new TreeSet<>();
    for (Path page : pages) {
      // Names that have gone are what the page of renames is about; a test of its own reads it.
      if (ABOUT.stream().anyMatch(page::startsWith) && !page.endsWith("renames.md")) {
        for (String name : types(page)) {
          if (!declared.contains(name) && !isOfJava(name)) {
            unknown.add(page + ": " + name);
          }
        }
      }
    }
    assertThat(declared).isNotEmpty();
    assertThat(unknown).isEmpty();
  }

  private static Set<String> types(Path page) {
    Set<String> types = new TreeSet<>();
    Matcher codes = CODE.matcher(FENCED.matcher(text(page)).replaceAll(""));
    while (codes.find()) {
      Matcher type = TYPE.matcher(codes.group(1));
      if (type.matches()) {
        types.add(type.group(1));
      }
    }
    return types;
  }

  private static boolean isOfJava(String name) {
    for (String where : List.of("java.lang.", "java.util.", "java.io.", "java.nio.file.")) {
      try {
        Class.forName(where + name);
        return true;
      } catch (ClassNotFoundException elsewhere) {
        continue;
      }
    }
    return false;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of the repository with an ending, but for what builds and other tools make. */
  private static List<Path> files(String ending) {
    List<Path> found = new ArrayList<>();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean made =
                name.equals("target")
                    || (name.startsWith(".") && !name.equals("..") && !name.equals(".github"));
            return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(ending)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(ROOT, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
