// The paper's question in four lines, and what a different judgement would say.
System.out.println(scorer.rank(kazakhstan, ukraine));
System.out.println(scorer.compare(kazakhstan, ukraine));
System.out.println(NextUkraine.verdict());

// Judge otherwise: alliances count twice as much as each other factor.
Scorer alliancesTwice = Scorer.of(paper.withWeight("alliance-ties", 2));
System.out.println(alliancesTwice.rank(kazakhstan, ukraine));

// Ask something else: Kazakhstan with Ukraine's treaties.
CountryProfile withTreaties = kazakhstan.withEvidence(ukraine.evidence(AllianceTies.class).orElseThrow());
System.out.println(scorer.compare(withTreaties, kazakhstan));
