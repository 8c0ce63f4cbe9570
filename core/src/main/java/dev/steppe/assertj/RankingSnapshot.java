package dev.steppe.assertj;

import com.google.common.base.Splitter;
import dev.steppe.score.Ranking;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ranking as a file that is kept with the tests: rank, country, date and score in each line. */
final class RankingSnapshot {

  /** The system property that renews files instead of holding rankings against them. */
  static final String RENEW = "steppe.snapshots.write";

  private static final String HEADER = "rank,country,as_of,score";
  private static final String HOW = "Run the test with -D" + RENEW + " to write it.";

  private RankingSnapshot() {}

  /** Why the ranking is not that of the file; empty if it is, or the file is renewed. */
  static Optional<String> fault(Ranking ranking, Path file) {
    String text = text(ranking);
    try {
      if (System.getProperty(RENEW) != null) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        Files.writeString(file, text);
        return Optional.empty();
      }
      if (!Files.exists(file)) {
        return Optional.of("but there is no file '" + file + "'. " + HOW);
      }
      // Tools for versions may have changed the ends of lines.
      String kept = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
      return kept.equals(text) ? Optional.empty() : Optional.of(differences(kept, text, file));
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot use the file '" + file + "'", fault);
    }
  }

  private static String text(Ranking ranking) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Ranking.Entry entry : ranking) {
      text.append(Decimals.fixed(entry.rank(), entry.rank() == Math.rint(entry.rank()) ? 0 : 1))
          .append(',')
          .append(entry.country().code())
          .append(',')
          .append(entry.scorecard().profile().asOf().map(Object::toString).orElse(""))
          .append(',')
          .append(Decimals.fixed(entry.value(), Ranking.DECIMALS))
          .append('\n');
    }
    return text.toString();
  }

  private static String differences(String kept, String now, Path file) {
    Map<String, String> before = lines(kept);
    Map<String, String> after = lines(now);
    Set<String> countries = new LinkedHashSet<>(after.keySet());
    countries.addAll(before.keySet());
    Table.Builder table = Table.builder().text("Country").text("Kept").text("Now");
    for (String country : countries) {
      String was = before.getOrDefault(country, "not ranked");
      String is = after.getOrDefault(country, "not ranked");
      if (!was.equals(is)) {
        table.row(country, was, is);
      }
    }
    return "but it differs from the file '"
        + file
        + "':\n\n"
        + table.build()
        + "\n\nIf the new one is right: "
        + HOW.replace("write it", "renew it");
  }

  /** Rank and score by country and date, as far as a line has them. */
  private static Map<String, String> lines(String text) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : Splitter.on('\n').omitEmptyStrings().split(text)) {
      var cells = Splitter.on(',').splitToList(line);
      if (cells.size() != 4) {
        lines.put("line '" + line + "'", "not readable");
      } else if (!line.equals(HEADER)) {
        lines.put((cells.get(1) + " " + cells.get(2)).strip(), cells.get(0) + ": " + cells.get(3));
      }
    }
    return lines;
  }
}
