/**
 * How to score more rows than fit one machine, and how to share out an analysis: Apache Spark jobs
 * that give the same bits as one thread on one machine.
 *
 * <p>{@link dev.steppe.examples.spark.ScoreParquet} scores the rows of Parquet files:
 *
 * <pre>{@code
 * ScoreParquet job = ScoreParquet.by(PostSovietStates.scorer());
 * job.run(spark, "rows", "scores");
 * }</pre>
 */
@NullMarked
package dev.steppe.examples.spark;

import org.jspecify.annotations.NullMarked;
