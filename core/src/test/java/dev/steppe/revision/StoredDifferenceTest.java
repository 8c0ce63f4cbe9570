package dev.steppe.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.steppe.evidence.Dataset;
import dev.steppe.model.Direction;
import dev.steppe.model.Indicator;
import dev.steppe.model.Normalization;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import dev.steppe.score.RankingRecord;
import dev.steppe.score.ScorecardRecord;
import dev.steppe.score.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredDifferenceTest {

  private static final RiskModel MODEL =
      RiskModel.builder("m")
          .indicator(indicator("a"), 1, Normalization.goalposts(0, 100))
          .indicator(indicator("b"), 1, Normalization.goalposts(0, 100))
          .classes(RiskClasses.lowest("low").then(50, "high"))
          .build();

  private static final Dataset DATA =
      Dataset.readWideCsv("country,a,b\nAAA,10,50\nBBB,60,20\nCCC,45,50\n");

  private static Indicator indicator(String code) {
    return Indicator.of(code, Direction.HIGHER_IS_RISKIER);
  }

  @Test
  void rankings_differ_in_scores_ranks_classes_and_by_what_they_were_computed() {
    RankingRecord old = Scorer.of(MODEL).rank(DATA).toRecord();
    RankingRecord stored =
        new RankingRecord("0.0.9", old.model(), old.fingerprint(), "DENSE", old.places());
    Dataset later = Dataset.readWideCsv("country,a,b\nAAA,70,50\nCCC,45,50\nDDD,1,1\n");
    RankingDifference difference =
        RankingDifference.of(stored, Scorer.of(MODEL.withWeight("b", 2)).rank(later).toRecord());
    assertThat(difference.places())
        .extracting(PlaceChange::country)
        .containsExactly("AAA", "CCC", "DDD", "BBB");
    PlaceChange aland = difference.place("AAA");
    assertThat(aland.difference().getAsDouble()).isCloseTo(170 / 3.0 - 30, within(1e-12));
    assertThat(aland.placesRisen()).hasValue(2);
    assertThat(aland.changedClass()).isTrue();
    assertThat(difference.place("CCC").changedClass()).isFalse();
    assertThat(difference.place("DDD").difference()).isEmpty();
    assertThat(difference.place("BBB").placesRisen()).isEmpty();
    assertThat(difference.hasSameFingerprint()).isFalse();
    assertThat(difference.isEmpty()).isFalse();
    assertThat(difference.toString())
        .contains(
            "Ranks of equal scores: DENSE before, LOWEST after.",
            "Version of the library 0.0.9 before",
            "Model fingerprint before " + old.fingerprint(),
            "As of no date before, no date after.");
    assertThat(RankingDifference.of(old, old).isEmpty()).isTrue();
    assertThat(RankingDifference.of(old, old).hasSameFingerprint()).isTrue();
  }

  @Test
  void a_country_that_comes_twice_is_refused() {
    RankingRecord old = Scorer.of(MODEL).rank(DATA).toRecord();
    List<RankingRecord.Place> places = new ArrayList<>(old.places());
    places.add(places.get(0));
    RankingRecord twice = new RankingRecord("0", "m", "f", "LOWEST", places);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankingDifference.of(old, twice))
        .withMessage(
            "Difference of rankings: CCC (CCC) comes twice after; dates are compared one by one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankingDifference.of(old, old).place("AAB"))
        .withMessageStartingWith("Country 'AAB' is in neither ranking. Known: [");
  }

  @Test
  void scorecards_differ_node_by_node_even_by_different_models() {
    RiskModel other =
        RiskModel.builder("n")
            .indicator(indicator("a"), 3, Normalization.goalposts(0, 100))
            .indicator(indicator("c"), 1, Normalization.goalposts(0, 100))
            .build();
    ScorecardRecord before = Scorer.of(MODEL).score(DATA.profile("AAA")).toRecord();
    ScorecardRecord after =
        Scorer.of(other)
            .score(Dataset.readWideCsv("country,a,c\nAAA,20,40\n").profile("AAA"))
            .toRecord();
    ScorecardDifference difference = ScorecardDifference.of(before, after);
    assertThat(difference.difference()).isEqualTo(25 - 30.0);
    assertThat(difference.nodes())
        .extracting(ScorecardDifference.Node::code)
        .containsExactly("n", "a", "c", "b");
    ScorecardDifference.Node a = difference.nodes().get(1);
    assertThat(a.differs()).isTrue();
    assertThat(a.before().orElseThrow().reading()).isEqualTo(10);
    assertThat(a.after().orElseThrow().weight()).isEqualTo(0.75);
    assertThat(difference.nodes().get(2).before()).isEmpty();
    assertThat(difference.nodes().get(3).after()).isEmpty();
    assertThat(difference.hasSameFingerprint()).isFalse();
    assertThat(ScorecardDifference.of(before, before).nodes())
        .noneMatch(ScorecardDifference.Node::differs);
    assertThat(difference.toTable().rowCount()).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ScorecardDifference.of(
                    before, Scorer.of(MODEL).score(DATA.profile("BBB")).toRecord()))
        .withMessage(
            "Two scorecards of one country differ, but these are of AAA (AAA) and BBB (BBB)");
  }
}
