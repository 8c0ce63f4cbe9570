package com.example.kotlin

import dev.steppe.evidence.Country
import dev.steppe.evidence.CountryProfile
import dev.steppe.evidence.Dataset
import dev.steppe.evidence.Estimate
import dev.steppe.model.Direction.HIGHER_IS_RISKIER
import dev.steppe.model.Direction.LOWER_IS_RISKIER
import dev.steppe.model.Indicator
import dev.steppe.model.MissingPolicy
import dev.steppe.model.Normalization.goalposts
import dev.steppe.model.RiskModel
import dev.steppe.scenario.Scenario
import dev.steppe.scenario.Shift
import dev.steppe.score.Comparison
import dev.steppe.score.Scorecard
import dev.steppe.score.Scorer
import dev.steppe.uncertainty.UncertaintyAnalysis
import kotlin.jvm.optionals.getOrNull

/** Builders that take functions are called with a lambda; their values need no `it`. */
val model: RiskModel =
    RiskModel.builder("risk-desk")
        .factor("exposure", 0.6) {
            it.indicator(Indicator.of("border_share", HIGHER_IS_RISKIER), 0.5, goalposts(0.0, 60.0))
            it.indicator(Indicator.of("trade_share", HIGHER_IS_RISKIER), 0.5, goalposts(0.0, 50.0))
        }
        .factor("protection", 0.4) {
            it.indicator(Indicator.of("treaty", LOWER_IS_RISKIER), 1.0, goalposts(0.0, 1.0))
        }
        .missing(MissingPolicy.reweight(0.6))
        .build()

val scorer: Scorer = Scorer.of(model)

/** A range is an estimate that is known no better. */
fun ClosedFloatingPointRange<Double>.toEstimate(): Estimate = Estimate.between(start, endInclusive)

fun country(code: String, name: String, vararg readings: Pair<String, Estimate>): CountryProfile =
    CountryProfile.builder(Country.of(code, name))
        .apply { readings.forEach { (indicator, estimate) -> reading(indicator, estimate) } }
        .build()

val aland =
    country(
        "AAA",
        "Aland",
        "border_share" to Estimate.exact(35.0),
        "trade_share" to (18.0..24.0).toEstimate(),
        "treaty" to Estimate.exact(0.0),
    )

val bland = country("BBB", "Bland", "border_share" to Estimate.exact(10.0), "treaty" to Estimate.exact(1.0))

/** Results are lists and values: what Kotlin has for these works. */
fun whoIsRiskiest(countries: Dataset): List<Pair<String, Double>> =
    scorer.rank(countries).map { it.scorecard().country().name() to it.scorecard().value() }

fun whatMatters(comparison: Comparison, points: Double): Map<String, Double> =
    comparison.contributions().filter { it.points() >= points }.associate { it.code() to it.points() }

/** Where Java has an `Optional`, and where a record has null, Kotlin has a question mark. */
fun classOf(card: Scorecard): String? = card.riskClass().getOrNull()

fun asOf(card: Scorecard): String? = card.toRecord().of().asOf()

fun ifUnrestGrew(profile: CountryProfile): Double {
    val scenario = Scenario.named("more trade").shift("trade_share", Shift.relative(0.1)).build()
    return scorer.score(scenario.applyTo(profile)).value() - scorer.score(profile).value()
}

/** `Progress` is one function. */
fun howSure(countries: Dataset, told: (Long, Long) -> Unit): Double =
    UncertaintyAnalysis.of(scorer)
        .withSize(10_000)
        .withProgress { done, total ->
            told(done, total)
            true
        }
        .run(countries)
        .probabilityRiskier("AAA", "BBB")
        .value()

fun main() {
    whoIsRiskiest(Dataset.of(aland, bland)).forEach { (name, score) -> println("$name: ${"%.1f".format(score)}") }
}
