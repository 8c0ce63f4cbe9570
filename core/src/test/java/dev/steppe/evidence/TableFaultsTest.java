package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TableFaultsTest {

  @Test
  void none_is_no_error() {
    assertThatCode(() -> new TableFaults().check("CSV")).doesNotThrowAnyException();
  }

  @Test
  void faults_come_in_the_order_of_lines_and_those_of_the_header_first() {
    TableFaults faults = new TableFaults();
    faults.add(3, () -> "line 3: a");
    faults.add(2, "gdp", () -> "b");
    faults.add("c");
    faults.add(2, () -> "line 2: d");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.check("CSV"))
        .withMessage(
            "CSV has 4 faults:\n  - c\n  - line 2, column 'gdp': b\n  - line 2: d\n  - line 3: a");
  }

  @Test
  void a_million_faults_are_counted_and_a_hundred_are_put_into_words() {
    TableFaults faults = new TableFaults();
    AtomicInteger words = new AtomicInteger();
    for (int line = 2; line < 1_000_002; line++) {
      int number = line;
      faults.add(
          line,
          () -> {
            words.incrementAndGet();
            return "line " + number;
          });
    }
    assertThat(words.get()).isEqualTo(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.check("CSV"))
        .withMessageStartingWith("CSV has 1000000 faults:\n  - line 2\n")
        .withMessageEndingWith("\n  - line 101\n  - ... and 999900 more");
  }

  @Test
  void the_first_lines_are_listed_whenever_they_come() {
    TableFaults faults = new TableFaults();
    for (int line = 500; line > 0; line--) {
      int number = line;
      faults.add(line, () -> "line " + number);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.check("CSV"))
        .withMessageStartingWith("CSV has 500 faults:\n  - line 1\n")
        .withMessageEndingWith("\n  - line 100\n  - ... and 400 more");
  }

  @Test
  void a_message_is_cut_where_a_cell_is_a_book() {
    TableFaults faults = new TableFaults();
    faults.add("x".repeat(10_000));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.check("CSV"))
        .withMessage("CSV: " + "x".repeat(600) + " ...");
  }
}
