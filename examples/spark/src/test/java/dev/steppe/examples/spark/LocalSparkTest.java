package dev.steppe.examples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class LocalSparkTest {

  @Test
  void it_is_on_this_machine_only_and_has_no_web_page() {
    SparkSession spark = TestSpark.session();
    assertThat(spark.sparkContext().uiWebUrl().isEmpty()).isTrue();
    assertThat(spark.conf().get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
  }

  /** The options of the tests and of the commands are the same property of the POM. */
  @Test
  void the_jvm_has_the_options_of_sparks_own_launcher() {
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    assertThat(options)
        .containsAll(
            Stream.of(JavaModuleOptions.defaultModuleOptionArray())
                .filter(option -> option.startsWith("--add-opens"))
                .toList());
  }

  @Test
  void guava_is_the_librarys_own() throws Exception {
    assertThat(
            com.google.common.collect.ImmutableList.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString())
        .endsWith("guava-33.8.0-jre.jar");
  }
}
