// What if Kazakhstan changed? The paper's scenarios, one line each.
ScenarioTable table = ScenarioTable.of(scorer, List.of(kazakhstan), NextUkraine.whatIfs());
table.cells().forEach(cell -> System.out.println(cell.scenario().name() + ": " + Decimals.signed(cell.difference().orElseThrow(), 1)));

// A scenario of your own, and which of its changes does what.
Scenario turnsWest = Scenario.named("turns to the West").
    leave("CSTO").
    change(Change.tie("NATO", TieKind.ASPIRATION, "membership as aim")).
    change(Change.redirect(Flow.EXPORTS, "RUS", "EU", 0.5)).
    build();
System.out.println(ScenarioExplanation.of(scorer, kazakhstan, turnsWest));

// By degrees: how much of it matters how much.
for (Scenario part : turnsWest.grades(4)) {
    System.out.println(part.name() + ": " + Decimals.fixed(scorer.score(part.applyTo(kazakhstan)).value(), 2));
}

// Which change of the factors' weights puts Kazakhstan level with Ukraine?
System.out.println(WeightFlip.within(scorer.compare(kazakhstan, ukraine), "next-ukraine", WeightDistance.EUCLIDEAN).sentence());
