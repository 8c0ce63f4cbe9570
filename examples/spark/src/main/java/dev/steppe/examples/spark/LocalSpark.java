package dev.steppe.examples.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Where the jobs run: on the cluster that they are submitted to, else on this machine. */
final class LocalSpark {

  private LocalSpark() {}

  /** A session without a web page of its own, on all cores unless {@code spark.master} says. */
  static SparkSession session() {
    return session(new SparkConf());
  }

  /** A session with settings of its own. */
  static SparkSession session(SparkConf settings) {
    if (settings.get("spark.master", "local[*]").startsWith("local")) {
      settings
          .setIfMissing("spark.master", "local[*]")
          .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
          .setIfMissing("spark.driver.host", "127.0.0.1");
    }
    settings
        .setIfMissing("spark.app.name", "Steppe")
        .setIfMissing("spark.ui.enabled", "false")
        // Dates as LocalDate, which no time zone moves.
        .setIfMissing("spark.sql.datetime.java8API.enabled", "true");
    return SparkSession.builder().config(settings).getOrCreate();
  }
}
