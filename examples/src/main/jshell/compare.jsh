// The paper's question in four lines, and what a different judgement would say.
System.out.println(scorer.rank(kazakhstan, ukraine));
System.out.println(scorer.compare(kazakhstan, ukraine));
System.out.println(NextUkraine.verdict());

// Judge otherwise: alliances count twice as much as each other factor.
Scorer alliancesTwice = Scorer.of(model.withWeight("alliance-ties", 2));
System.out.println(alliancesTwice.rank(kazakhstan, ukraine));

// Ask something else: Kazakhstan with Ukraine's treaties.
CountryProfile withTreaties = kazakhstan.withEvidence(AllianceTies.builder(
    ukraine.evidence(AllianceTies.class).orElseThrow().network(), "UKR", LocalDate.of(2022, 2, 23))
    .rival("RUS").rivalsOfRival("NATO", "EU", "USA").poles("RUS", "CHN", "EU", "USA", "TUR").build());
System.out.println(scorer.compare(withTreaties, kazakhstan).byFactor());
