// Every post-Soviet state: who ranks where, who moved, and whom one resembles.
Panel panel = PostSovietStates.panel();
LocalDate eve = LocalDate.of(2022, 2, 23);
System.out.println(panel.ranking(eve));
panel.trajectory("GEO").steps().forEach(System.out::println);

// What one coding does: Kazakhstan on the eve of 2022 without the unrest of January.
CountryProfile calm = PostSovietStates.profile("KAZ", eve).withReading("domestic_unrest", 0);
System.out.println(Decimals.fixed(PostSovietStates.scorer().score(calm).value(), 1));

// Whom does it resemble, in score and in profile?
System.out.println(PostSovietStates.precedents().analoguesOf(calm).summary());

// An outcome of your own against the scores (made up here): how well do they order it?
System.out.println(Validation.of(panel.ranking(eve), Outcomes.of("KAZ", "EST")).auc());
