// A model of one's own, two imagined countries, and why one is above the other.
// JShell takes a line for the whole statement if it can: hence the dots at the line ends.
RiskModel mine = RiskModel.builder("my-risk").
    factor("exposure", 0.6, f -> f.
        indicator(Indicator.of("border_share", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 60)).
        indicator(Indicator.of("trade_share", HIGHER_IS_RISKIER), 0.5, Normalization.goalposts(0, 50))).
    factor("protection", 0.4, f -> f.
        indicator(Indicator.of("treaty", LOWER_IS_RISKIER), 1.0, Normalization.goalposts(0, 1))).
    missing(MissingPolicy.reweight(0.6)).
    build();

CountryProfile aland = CountryProfile.builder(Country.of("AAA", "Aland")).
    reading("border_share", 35).reading("trade_share", Estimate.between(18, 24)).reading("treaty", 0).build();
CountryProfile bland = CountryProfile.builder(Country.of("BBB", "Bland")).
    reading("border_share", 10).reading("treaty", 1).build();

System.out.println(Scorer.of(mine).rank(aland, bland));
System.out.println(Scorer.of(mine).compare(aland, bland));
System.out.println(Scorer.of(mine).score(aland).trace());
