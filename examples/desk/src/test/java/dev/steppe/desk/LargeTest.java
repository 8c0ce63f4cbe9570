package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.score.RankingRecord;
import dev.steppe.score.Scorer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 200 countries by 50 indicators: what is worked on behind gives way to what is asked now. */
class LargeTest {

  private static Desk desk;
  private static Asking asking;

  @BeforeAll
  static void start() {
    DeskCase large = DeskCase.of("large", "Large", Large.model(), Large.profiles(), List.of());
    desk = new Desk(0, new Cases(List.of(large)));
    asking = new Asking(desk);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static Asking.Answer ask(String path, String tab) {
    Question question =
        Questions.of("XAA", "XAB", Question.Moves.NONE, new Doubt(Doubt.Weights.ANY, true));
    try {
      return asking.post("/api/cases/large" + path, Questions.withDraws(question, 100_000, tab));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_move_stops_the_long_answer_to_the_last_one() throws Exception {
    CompletableFuture<Asking.Answer> slow = CompletableFuture.supplyAsync(() -> ask("/sure", "a"));
    while (desk.waiting() == 0) {
      Thread.sleep(5);
    }
    Asking.Answer moved = ask("/move", "a");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(slow.join().status()).isEqualTo(409);
    assertThat(slow.join().error())
        .isEqualTo("A newer question of the same tab has taken its place");
    JsonNode ranking = moved.json().get("ranking");
    assertThat(Asking.MAPPER.treeToValue(ranking, RankingRecord.class))
        .isEqualTo(Scorer.of(Large.model()).rank(Large.profiles()).toRecord());
    assertThat(moved.json().at("/sure/draws").asLong()).isEqualTo(500);
    assertThat(moved.json().at("/sure/widestHalfWidth").asDouble()).isBetween(0.01, 0.05);
  }
}
