// How sure is "Kazakhstan below Ukraine"? By what the sources leave open:
UncertaintyAnalysis readings = UncertaintyAnalysis.of(scorer).withSize(100_000);
System.out.println(readings.run(kazakhstan, ukraine).order("KAZ", "UKR"));

// And by weights, all equally likely:
System.out.println(readings.withWeights(WeightUncertainty.uniform()).run(kazakhstan, ukraine).order("KAZ", "UKR"));

// What it comes from:
System.out.println(SensitivityAnalysis.of(scorer, kazakhstan).sobol().summary());

// And by method, each a whole model with the reason for it:
System.out.println(NextUkraine.howSure().methods());

// By all of it in a sentence:
System.out.println(NextUkraine.howSure());
