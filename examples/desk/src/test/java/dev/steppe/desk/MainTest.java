package dev.steppe.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void options_are_read() {
    assertThat(Main.Options.of()).isEqualTo(new Main.Options(8080, List.of(), false));
    assertThat(Main.Options.of("--port=0", "model.csv", "wide:data.csv").files())
        .containsExactly("model.csv", "wide:data.csv");
    assertThat(Main.Options.of("--help").help()).isTrue();
  }

  @Test
  void mistyped_options_are_told() {
    assertThatThrownBy(() -> Main.Options.of("--port=x"))
        .hasMessage("port must be from 0 to 65535, but was 'x'");
    assertThatThrownBy(() -> Main.Options.of("--ports=1"))
        .hasMessageStartingWith("unknown option '--ports=1'");
    assertThatThrownBy(() -> Main.Options.of("model.csv"))
        .hasMessageStartingWith("a model needs data");
  }
}
