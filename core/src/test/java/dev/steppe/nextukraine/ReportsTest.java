package dev.steppe.nextukraine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steppe.score.Contribution;
import dev.steppe.score.Ranking;
import dev.steppe.table.Decimals;
import java.io.StringReader;
import java.util.concurrent.CancellationException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportsTest {

  private static void assertWellFormed(String html) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
  }

  @Test
  void the_page_of_the_paper_has_the_numbers_of_the_comparison() throws Exception {
    String html = NextUkraine.report().html();
    assertWellFormed(html);
    assertThat(html)
        .contains("<h1>Could Kazakhstan be the next Ukraine?</h1>")
        .contains(
            "Kazakhstan scores 52.0 and Ukraine 54.1 of 100: Kazakhstan is 2.1 points below, but"
                + " uncertain readings within their bounds could turn that round.");
    for (Contribution part : NextUkraine.compare().contributions()) {
      if (part.points() != 0) { // What adds nothing has no bar.
        assertThat(html).contains(">" + Decimals.signed(part.points(), 1) + "</text>");
      }
    }
    NextUkraine.scenarios()
        .forEach(suggested -> assertThat(html).contains(suggested.scenario().name().split(" ")[0]));
    assertThat(NextUkraine.report().html()).isEqualTo(html);
  }

  @Test
  void the_page_of_the_states_has_all_of_them_at_all_dates() throws Exception {
    String html = PostSovietStates.report().html();
    assertWellFormed(html);
    for (Ranking.Entry entry : PostSovietStates.panel().ranking(PostSovietStates.dates().get(3))) {
      assertThat(html)
          .contains(
              "<summary>"
                  + entry.country().name()
                  + " on 22 January 2026, score "
                  + Decimals.fixed(entry.value(), 1)
                  + "</summary>");
    }
    // 14 states at 4 dates.
    assertThat(html.split("<details id=\"card-", -1)).hasSize(57);
  }

  @Test
  void progress_hears_of_the_draws_and_may_stop_them() {
    assertThatThrownBy(() -> NextUkraine.report((done, limit) -> false))
        .isInstanceOf(CancellationException.class);
  }
}
