package com.example.kotlin

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.writeText
import org.assertj.core.api.Assertions.assertThat
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

/** Kotlin's compiler knows what of the library may be null, and what may not. */
class NullnessTest {

    @TempDir lateinit var folder: Path

    private fun compile(expression: String): Pair<ExitCode, String> {
        val file = folder.resolve("Snippet.kt")
        file.writeText(
            """
            import dev.steppe.evidence.*
            import dev.steppe.model.*
            import dev.steppe.score.*
            fun snippet(scorer: Scorer, card: Scorecard, record: ComparisonRecord, text: String?): Any? = $expression
            """.trimIndent()
        )
        val said = ByteArrayOutputStream()
        val code =
            PrintStream(said).use {
                K2JVMCompiler()
                    .exec(
                        it,
                        "-classpath", System.getProperty("java.class.path"),
                        "-no-stdlib", "-no-reflect",
                        "-d", folder.resolve("out").toString(),
                        file.toString(),
                    )
            }
        return code to said.toString()
    }

    @ParameterizedTest
    @ValueSource(
        strings =
            [
                "Country.of(\"AAA\", text)",
                "Indicator.of(null, Direction.HIGHER_IS_RISKIER)",
                "scorer.score(null)",
                "Scorer.of(null)",
                "record.nodes()[0].points().toInt()",
                "card.toRecord().of().asOf().length",
            ]
    )
    fun `what would be a NullPointerException does not compile`(expression: String) {
        val (code, said) = compile(expression)
        assertThat(code).`as`(said).isEqualTo(ExitCode.COMPILATION_ERROR)
        assertThat(said)
            .containsAnyOf(
                "actual type is 'String?', but 'String' was expected",
                "ull cannot be a value of a non-null type",
                "nly safe (?.) or non-null asserted (!!.) calls",
            )
    }

    @ParameterizedTest
    @ValueSource(
        strings =
            [
                "Country.of(\"AAA\", text ?: \"Aland\")",
                "record.nodes()[0].points()?.toInt()",
                "card.toRecord().of().asOf()?.length",
                "card.country().name().length",
                "scorer.model().factor(\"a\").name().length",
            ]
    )
    fun `what cannot be null needs no question mark`(expression: String) {
        val (code, said) = compile(expression)
        assertThat(code).`as`(said).isEqualTo(ExitCode.OK)
        assertThat(said).doesNotContain("warning: unnecessary safe call")
    }
}
