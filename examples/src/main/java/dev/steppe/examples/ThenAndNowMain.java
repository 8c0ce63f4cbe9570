package dev.steppe.examples;

import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorecard;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What has moved since a ranking was stored as CSV. */
public final class ThenAndNowMain {

  /** The command that runs it. */
  static final String COMMAND =
      "./mvnw -q compile exec:java -Dexec.mainClass=dev.steppe.examples.ThenAndNowMain -pl examples"
          + " -am";

  private ThenAndNowMain() {}

  /** Needs no arguments. */
  public static void main(String[] args) {
    Scorer scorer = PostSovietStates.scorer();
    Ranking then = scorer.rank(PostSovietStates.profiles(LocalDate.of(2013, 12, 31)));
    Ranking now = scorer.rank(PostSovietStates.profiles(LocalDate.of(2022, 2, 23)));
    try {
      Path folder = Files.createTempDirectory("rankings");
      // Scores compare only within one model, so the file is named by the model's fingerprint.
      Path file = folder.resolve("ranking-" + scorer.fingerprint() + ".csv");
      Files.writeString(file, then.toTable().toCsv());

      Table stored = Table.builder().columnsOf(now.toTable()).csv(Files.readString(file)).build();
      System.out.println(moves(stored, now.toTable()));
      Files.delete(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ranks and scores of both tables, in the order of the second; a dash where one has none. */
  static Table moves(Table then, Table now) {
    int country = now.column("Country");
    int rank = now.column("Rank");
    int score = now.column("Score");
    Map<String, Integer> stored = new LinkedHashMap<>();
    for (int row = 0; row < then.rowCount(); row++) {
      stored.put(then.cell(row, country), row);
    }
    Table.Builder moves =
        Table.titled("What has moved")
            .text("Country")
            .number("Rank then", 0)
            .number("Rank now", 0)
            .number("Score then", 1)
            .number("Score now", 1);
    for (int row = 0; row < now.rowCount(); row++) {
      Integer before = stored.remove(now.cell(row, country));
      moves.row(
          now.cell(row, country),
          before == null ? OptionalDouble.empty() : then.number(before, rank),
          now.number(row, rank),
          before == null ? OptionalDouble.empty() : then.number(before, score),
          now.number(row, score));
    }
    stored.forEach(
        (gone, before) ->
            moves.row(
                gone,
                then.number(before, rank),
                OptionalDouble.empty(),
                then.number(before, score),
                OptionalDouble.empty()));
    return moves.note(Scorecard.NOT_A_PROBABILITY).build();
  }
}
