package dev.steppe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command with the files that it names, as one input: an argument a line, then each file behind a
 * line with {@code ==} and its name. In arguments, <code>{name}</code> is such a file, and {@code
 * \}{@code ud800} is a letter by its number.
 *
 * <p>Whatever that is, there is an answer or one plain refusal, nothing is shown that steers a
 * console, and no file is written but the one that was asked for.
 */
public final class FuzzedCommand {

  /** Faults of a model and of some files, each as long as an error of the library may be. */
  private static final int LONGEST = 200_000;

  /** Such a file is called by {@code @}. */
  private static final String OPTIONS = ".txt";

  private static final int MOST_DRAWS = 3000;

  private static final Pattern LETTER = Pattern.compile("\\\\u([0-9a-f]{4})");

  private static final Pattern INSIDE =
      Pattern.compile(
          "(?m)(^\\s+at [\\w.$]+\\(|\\b(java|dev\\.steppe|tools|com|picocli)\\.[a-z]+\\.\\w"
              + "|[a-z]Exception\\b|[a-z]Error\\b|\\bnull\\b(?!')|`)");

  private final List<String> arguments = new ArrayList<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private FuzzedCommand(byte[] input) {
    int at = 0;
    String file = null;
    int start = 0;
    while (at <= input.length) {
      int end = at;
      while (end < input.length && input[end] != '\n') {
        end++;
      }
      String line = new String(input, at, end - at, StandardCharsets.UTF_8);
      if (line.startsWith("== ")) {
        keep(file, input, start, at);
        file = line.substring("== ".length());
        start = Math.min(end + 1, input.length);
      } else if (file == null && (!line.isEmpty() || end < input.length)) {
        arguments.add(line);
      }
      at = end + 1;
    }
    keep(file, input, start, input.length);
  }

  private void keep(String file, byte[] input, int start, int end) {
    if (file != null) {
      files.put(safe(file), Arrays.copyOfRange(input, start, end));
    }
  }

  /** Nothing in it leads out of the folder. */
  private static String safe(String text) {
    return text.replace('/', '_').replace('\\', '_').replace("..", "_");
  }

  /** What Jazzer calls. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    read(input);
  }

  static void read(byte[] input) throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    try {
      new FuzzedCommand(input).run(folder);
    } finally {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private void run(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      try {
        Files.write(
            folder.resolve(file.getKey()),
            file.getKey().endsWith(OPTIONS)
                ? options(file.getValue(), folder).getBytes(StandardCharsets.UTF_8)
                : file.getValue());
      } catch (InvalidPathException | IOException noSuchName) {
        // Then it is named, and is not there.
      }
    }
    List<String> typed = arguments.stream().map(each -> typed(each, folder)).toList();
    List<String> all = new ArrayList<>(typed);
    files
        .values()
        .forEach(text -> all.addAll(new String(text, StandardCharsets.UTF_8).lines().toList()));
    if (!isShort(all) || !staysIn(folder, typed)) {
      return;
    }
    Map<String, Long> before = files(folder);
    boolean isWatched = all.size() % 2 == 0;
    check(Run.of(isWatched, typed.toArray(String[]::new)), isWatched, before, folder);
  }

  private static String options(byte[] text, Path folder) {
    return new String(text, StandardCharsets.UTF_8)
        .lines()
        .map(line -> typed(line, folder))
        .collect(Collectors.joining("\n"));
  }

  private static String typed(String argument, Path folder) {
    String letters =
        LETTER
            .matcher(
                safe(argument.replaceAll("\\\\(?=u[0-9a-f]{4})", "\u0001")).replace('\u0001', '\\'))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    return letters.replace("{", folder + "/").replace("}", "");
  }

  /** What takes long because it was asked to is not tried. */
  private static boolean isShort(List<String> all) {
    return all.stream()
        .map(Pattern.compile("--draws\\D{0,9}(\\d{1,18})")::matcher)
        .noneMatch(draws -> draws.find() && Long.parseLong(draws.group(1)) > MOST_DRAWS);
  }

  /** Whether all that may be written is in the folder. */
  private static boolean staysIn(Path folder, List<String> typed) {
    List<String> all;
    try {
      all = OptionFile.expanded(typed.toArray(String[]::new));
    } catch (BadInput | IllegalArgumentException refused) {
      return true;
    }
    boolean converts = all.contains("convert");
    for (int i = 0; i < all.size(); i++) {
      String each = all.get(i);
      String next = i + 1 < all.size() ? all.get(i + 1) : "";
      boolean takesNext = each.equals("--output") || each.matches("-[A-Za-z]*o");
      boolean isOutput =
          takesNext || each.startsWith("--output=") || each.matches("(?s)-[A-Za-z]*o.*");
      boolean isFile = converts && !each.equals("convert") && !each.startsWith("-");
      String written = takesNext ? next : each;
      if ((isOutput || isFile) && !written.contains(folder + "/")) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Long> files(Path folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(String.valueOf(file.getFileName()), Files.size(file));
      }
    }
    return files;
  }

  private void check(Run run, boolean isWatched, Map<String, Long> before, Path folder)
      throws IOException {
    String told = "exit " + run.code() + ", told: " + run.err();
    assertThat(run.code()).as(told).isBetween(Steppe.OK, Steppe.BAD_INPUT);
    assertThat(run.err()).hasSizeLessThan(LONGEST);
    assertPlain("what is told", run.err());
    if (isWatched) {
      assertPlain("what is printed", run.out());
    }
    Map<String, Long> after = files(folder);
    if (run.code() == Steppe.MISTYPED || run.code() == Steppe.BAD_INPUT) {
      assertThat(run.err()).isNotBlank();
      assertThat(run.out()).as(told).isEmpty();
      assertThat(after).as("files of what was refused; " + told).isEqualTo(before);
      String ours = withoutWhatWasGiven(run.err());
      assertThat(INSIDE.matcher(ours).find()).as("the inside is shown: " + run.err()).isFalse();
    } else {
      after.keySet().removeAll(before.keySet());
      String asked = String.join("\n", arguments) + texts();
      assertThat(after.keySet()).as("files beside the answer").allMatch(asked::contains);
    }
  }

  private String texts() {
    return files.values().stream()
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  /** Words of the input may be repeated in a refusal. */
  private String withoutWhatWasGiven(String told) {
    String given = String.join("\n", arguments) + "\n" + files.keySet() + texts();
    StringBuilder ours = new StringBuilder();
    Matcher found = INSIDE.matcher(told);
    while (found.find()) {
      if (!given.contains(found.group().strip())) {
        ours.append(told, Math.max(0, found.start() - 20), found.end()).append("()\n");
        ours.append(found.group()).append('\n');
      }
    }
    return ours.toString();
  }

  private static void assertPlain(String what, String text) {
    text.codePoints()
        .forEach(
            c -> {
              boolean steers =
                  (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                      || Character.getType(c) == Character.FORMAT
                      || Character.getType(c) == Character.SURROGATE;
              if (steers) {
                throw new AssertionError(what + " steers a console: U+" + Integer.toHexString(c));
              }
            });
  }
}
