package com.example.kotlin

import dev.steppe.assertj.SteppeAssertions.assertThat
import dev.steppe.assertj.SteppeAssertions.byAtLeast
import dev.steppe.evidence.Dataset
import dev.steppe.model.ModelDefinition
import dev.steppe.model.RiskClasses
import dev.steppe.model.RiskModel
import dev.steppe.score.Scorer
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.within
import org.junit.jupiter.api.Test
import java.nio.file.Path

class RiskDeskTest {

    private val file = Dataset.readLongCsv(Path.of("../embedding/countries.csv"))

    @Test
    fun `the model is that of the application in Java`() {
        assertThat(model.fingerprint()).isEqualTo("9174189cec460f92f36b8fa101f4e69b")
        val definition: ModelDefinition = model.definition()
        assertThat(RiskModel.of(definition)).isEqualTo(model)
        assertThat(definition.copyWeight("protection", 0.8).let(RiskModel::of).effectiveWeight("treaty"))
            .isCloseTo(0.8 / 1.4, within(1e-15))
    }

    /** The definition is data: a Kotlin function over it. */
    private fun ModelDefinition.copyWeight(code: String, weight: Double) =
        ModelDefinition(
            format(), code(), name(), weight(), aggregation(), missing(), classes(),
            factors().map {
                if (it.code() != code) it
                else dev.steppe.model.FactorDefinition(
                    it.code(), it.name(), weight, it.aggregation(), it.factors(), it.indicators(),
                    it.order(), it.reasons(), it.references(),
                )
            },
            indicators(), order(), reasons(), references(),
        )

    @Test
    fun `a file and code say the same`() {
        assertThat(whoIsRiskiest(file)).isEqualTo(whoIsRiskiest(Dataset.of(aland, bland)))
        assertThat(whoIsRiskiest(file).map { it.first }).containsExactly("Aland", "Bland")
        assertThat(scorer.score(aland).value()).isCloseTo(70.1, within(1e-9))
    }

    @Test
    fun `claims for tests are called from Kotlin`() {
        assertThat(scorer.score(aland)).isRiskierThan(scorer.score(bland), byAtLeast(20.0))
        assertThat(scorer.compare(aland, bland)).isDecided().isExplainedBy("treaty", "border_share")
    }

    @Test
    fun `what may be absent has a question mark`() {
        assertThat(classOf(scorer.score(aland))).isNull()
        assertThat(asOf(scorer.score(aland))).isNull()
        val classes = Scorer.of(model.withClasses(RiskClasses.lowest("low").then(50.0, "high")))
        assertThat(classOf(classes.score(aland))).isEqualTo("high")
        assertThat(whatMatters(scorer.compare(aland, bland), 20.0).keys).containsExactly("treaty")
    }

    @Test
    fun `lambdas are builders, changes and progress`() {
        assertThat(ifUnrestGrew(aland)).isCloseTo(0.3 * 4.2, within(1e-9))
        var last = 0L
        assertThat(howSure(file) { done, _ -> last = done }).isEqualTo(1.0)
        assertThat(last).isEqualTo(10_000)
    }
}
