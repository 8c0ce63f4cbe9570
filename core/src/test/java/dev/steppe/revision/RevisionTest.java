package dev.steppe.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.Reading;
import dev.steppe.model.Aggregation;
import dev.steppe.model.Choice;
import dev.steppe.model.Criterion;
import dev.steppe.model.Direction;
import dev.steppe.model.Factor;
import dev.steppe.model.Indicator;
import dev.steppe.model.MissingPolicy;
import dev.steppe.model.Normalization;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskModel;
import dev.steppe.model.Treatment;
import dev.steppe.score.Ranking;
import dev.steppe.score.Scorer;
import dev.steppe.score.TieRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionTest {

  private static final RiskModel MODEL =
      RiskModel.builder("my-risk")
          .criterion(criterion("a", 0.5))
          .criterion(criterion("b", 0.3))
          .criterion(criterion("c", 0.2))
          .build();

  private static final Dataset DATA =
      Dataset.readWideCsv("country,a,b,c\nAAA,10,50,80\nBBB,60,20,40\nCCC,30,30,30\n");

  private static Criterion criterion(String code, double weight) {
    return new Criterion(
        Indicator.of(code, Direction.HIGHER_IS_RISKIER),
        weight,
        Treatment.none(),
        Normalization.goalposts(0, 100));
  }

  private static Ranking rank(RiskModel model, Iterable<CountryProfile> data) {
    return Scorer.of(model).rank(data);
  }

  private static List<String> what(Revision revision) {
    return revision.changes().stream().map(RevisionChange::what).toList();
  }

  @Test
  void nothing_changed() {
    Revision revision = Revision.of(rank(MODEL, DATA), rank(MODEL, DATA));
    assertThat(revision.changes()).isEmpty();
    assertThat(revision.country("AAA").difference()).isZero();
    assertThat(revision.country("AAA").parts()).isEmpty();
    assertThat(revision.toString()).contains("Nothing changed that moves a score or a rank.");
    assertThat(revision.changelog("1", "2"))
        .contains("No score of 3 countries moves. None changes rank.");
  }

  /** Weights 5:3:2 and 10:3:2: the score is (10 a + 3 b + 2 c) / 15 in place of the tenth. */
  @Test
  void one_weight_has_all_of_the_difference() {
    Revision revision = Revision.of(rank(MODEL, DATA), rank(MODEL.withWeight("a", 1), DATA));
    assertThat(what(revision)).containsExactly("Weight of a: 0.5 to 1");
    assertThat(revision.country("AAA").parts().get(0).points())
        .isCloseTo((100 + 150 + 160) / 15.0 - (50 + 150 + 160) / 10.0, within(1e-12));
  }

  /** The same change, whether others keep their numbers or make room. */
  @Test
  void a_weight_that_others_make_room_for_is_one_change() {
    RiskModel shares = MODEL.withWeights(Map.of("a", 2 / 3.0, "b", 0.2, "c", 2 / 15.0));
    Revision revision = Revision.of(rank(MODEL, DATA), rank(shares, DATA));
    assertThat(what(revision))
        .containsExactly(
            "Weight of a: 0.5 to 0.6666666666666666",
            "Weight of b: 0.3 to 0.2; weight of c: 0.2 to 0.13333333333333333; weights in another"
                + " unit: my-risk");
    CountryRevision country = revision.country("AAA");
    assertThat(country.parts().get(0).points()).isCloseTo(country.difference(), within(1e-12));
    assertThat(country.parts().get(1).points()).isCloseTo(0, within(1e-12));
  }

  @Test
  void a_new_indicator_brings_its_readings_and_others_make_room() {
    RiskModel wider =
        MODEL
            .withWeights(Map.of("a", 0.4, "b", 0.24, "c", 0.16))
            .withNode("my-risk", criterion("d", 0.2));
    Dataset data =
        Dataset.readWideCsv("country,a,b,c,d\nAAA,10,50,80,0\nBBB,60,20,40,9\nCCC,30,30,30,100\n");
    Revision revision = Revision.of(rank(MODEL, DATA), rank(wider, data));
    assertThat(revision.changes()).hasSize(2);
    RevisionChange added =
        revision.changes().stream().filter(c -> !c.readings().isEmpty()).findFirst().orElseThrow();
    assertThat(added.what()).isEqualTo("D is new: weight 0.2, goalposts(0.0, 100.0)");
    assertThat(added.kind()).isEqualTo(RevisionChange.Kind.MODEL);
    assertThat(added.readings()).hasSize(3);
    CountryRevision country = revision.country("CCC");
    assertThat(country.difference()).isCloseTo(14, within(1e-12));
    assertThat(country.points(RevisionChange.Kind.MODEL)).isCloseTo(14, within(1e-12));
    assertThat(country.parts().get(added.number() - 1).points()).isCloseTo(14, within(1e-12));
    assertThat(country.placesRisen()).isEqualTo(2);
    assertThat(country.places(RevisionChange.Kind.MODEL)).isCloseTo(2, within(1e-12));
  }

  /** v = w(a) a + ...: weight and reading of a cross, and each gets half of what both do. */
  @Test
  void model_and_data_share_what_they_do_together() {
    Dataset revised =
        Dataset.readWideCsv("country,a,b,c\nAAA,40,50,80\nBBB,60,20,40\nCCC,30,30,30\n");
    Revision revision = Revision.of(rank(MODEL, DATA), rank(MODEL.withWeight("a", 1), revised));
    assertThat(what(revision))
        .containsExactly("Weight of a: 0.5 to 1", "Reading of a of AAA (AAA): 10.0 to 40.0");
    CountryRevision country = revision.country("AAA");
    double weightBefore = (100 + 310) / 15.0 - (50 + 310) / 10.0;
    double weightAfter = (400 + 310) / 15.0 - (200 + 310) / 10.0;
    assertThat(country.points(RevisionChange.Kind.MODEL))
        .isCloseTo((weightBefore + weightAfter) / 2, within(1e-12));
    double readingBefore = 0.5 * 30;
    double readingAfter = 30 * 10 / 15.0;
    assertThat(country.points(RevisionChange.Kind.READINGS))
        .isCloseTo((readingBefore + readingAfter) / 2, within(1e-12));
    assertThat(revision.country("BBB").parts().get(1).points()).isZero();
    assertThat(revision.toString()).contains("By model", "By readings");
  }

  @Test
  void what_leaves_no_score_alone_is_joined_with_what_it_needs() {
    Factor group =
        new Factor(
            "group", "Group", 0.5, Aggregation.arithmetic(), ImmutableList.of(criterion("c", 1)));
    RiskModel grouped = MODEL.withNodeReplaced("c", group);
    // The only child of the group goes, and another comes.
    RiskModel other = grouped.withNode("group", criterion("d", 1)).withoutNode("c");
    Dataset data = Dataset.readWideCsv("country,a,b,d\nAAA,10,50,8\nBBB,60,20,4\nCCC,3,30,0\n");
    Revision revision = Revision.of(rank(grouped, DATA), rank(other, data));
    assertThat(what(revision))
        .containsExactly(
            "D is new: weight 1, goalposts(0.0, 100.0); c is gone: weight 1, goalposts(0.0, 100.0)",
            "Reading of a of CCC (CCC): 30.0 to 3.0");
    // A reading that must not be missing comes with the policy that needs it.
    RiskModel lenient = MODEL.withMissing(MissingPolicy.reweight(0.1));
    Dataset gap = Dataset.readWideCsv("country,a,b,c\nAAA,10,50,\nBBB,60,20,40\nCCC,30,30,30\n");
    Revision stricter = Revision.of(rank(lenient, gap), rank(MODEL, DATA));
    assertThat(what(stricter))
        .containsExactly(
            "Missing of my-risk: reweight(0.1) to fail(); reading of c of AAA (AAA): none to 80.0");
    assertThat(stricter.changes().get(0).kind()).isEqualTo(RevisionChange.Kind.MODEL);
  }

  @Test
  void a_unit_is_one_change_with_its_scale_and_its_readings() {
    Indicator percent = Indicator.of("a", Direction.HIGHER_IS_RISKIER).withUnit("percent");
    RiskModel before =
        RiskModel.builder("m")
            .indicator(percent, 1, Normalization.goalposts(0, 80))
            .criterion(criterion("b", 1))
            .build();
    RiskModel after =
        RiskModel.builder("m")
            .indicator(percent.withUnit("fraction"), 1, Normalization.goalposts(0, 0.8))
            .criterion(criterion("b", 2))
            .build();
    Country aland = Country.of("AAA", "Aland");
    CountryProfile old =
        CountryProfile.builder(aland)
            .reading("a", Reading.of(40).withUnit("percent"))
            .reading("b", 10)
            .build();
    CountryProfile now =
        CountryProfile.builder(aland)
            .reading("a", Reading.of(0.4).withUnit("fraction"))
            .reading("b", 10)
            .build();
    Revision revision = Revision.of(rank(before, List.of(old)), rank(after, List.of(now)));
    assertThat(what(revision))
        .containsExactly(
            "Scale of a: goalposts(0.0, 80.0) to goalposts(0.0, 0.8); reading of a of Aland (AAA):"
                + " 40.0 to 0.4",
            "Weight of b: 1 to 2");
    assertThat(revision.country("AAA").parts().get(0).points()).isCloseTo(0, within(1e-12));
  }

  @Test
  void who_is_ranked_moves_ranks_and_no_scores() {
    Dataset more =
        Dataset.readWideCsv(
            "country,a,b,c\nAAA,10,50,80\nCCC,30,30,30\nDDD,90,90,90\nEEE,99,99,99\n");
    Revision revision = Revision.of(rank(MODEL, DATA), rank(MODEL, more));
    assertThat(what(revision))
        .containsExactly("Ranked as well: EEE and DDD; no longer ranked: BBB");
    CountryRevision.Part part = revision.country("CCC").parts().get(0);
    assertThat(part.points()).isZero();
    assertThat(part.places()).isEqualTo(-1);
    assertThat(revision.toString())
        .contains("Ranked after only: EEE (EEE) and DDD (DDD).", "Ranked before only: BBB (BBB).");
  }

  @Test
  void faults_are_told_all_at_once() {
    Ranking ranking = rank(MODEL, DATA);
    Ranking none = Ranking.of(List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Revision.of(none, Ranking.of(List.of(), TieRule.DENSE)))
        .withMessage(
            "Revision has 3 faults:\n  - the earlier ranking has no countries\n"
                + "  - the later ranking has no countries\n"
                + "  - ranks of equal scores are LOWEST before and DENSE after. Give both one rule:"
                + " ranking.withTieRule(rule)");
    Dataset others = Dataset.readWideCsv("country,a,b,c\nDDD,1,2,3\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Revision.of(ranking, rank(MODEL, others)))
        .withMessage(
            "A revision is of countries in both rankings, but none is: before [BBB (BBB), AAA (AAA),"
                + " CCC (CCC)], after [DDD (DDD)]");
    List<CountryProfile> dates = new ArrayList<>();
    for (int year = 2020; year < 2022; year++) {
      dates.add(DATA.profile("AAA").withAsOf(LocalDate.of(year, 1, 1)));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Revision.of(ranking, rank(MODEL, dates)))
        .withMessage(
            "Difference of data: AAA (AAA) comes twice after; dates are compared one by one");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Revision.sampled(
                    ranking, ranking, SampleDesign.sobol(4), Execution.onCallingThread()))
        .withMessageStartingWith("Orders are sampled at random");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Revision.sampled(
                    ranking, ranking, SampleDesign.random(1), Execution.onCallingThread()))
        .withMessage("A standard error needs at least 2 pairs of orders, but there are 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Revision.of(ranking, ranking).country("AAB"))
        .withMessageStartingWith("Country 'AAB' is not in both rankings. Known: [");
  }

  @Test
  void a_changelog_says_what_changed_and_what_it_did() {
    Dataset revised =
        Dataset.readWideCsv("country,a,b,c\nAAA,40,50,80\nBBB,60,20,40\nCCC,30,30,30\n");
    RiskModel next =
        MODEL
            .withWeight("a", 1)
            .withRationale("a", Rationale.of(Choice.WEIGHT, "It matters most."));
    Revision revision = Revision.of(rank(MODEL, DATA), rank(next, revised));
    assertThat(revision.changelog("2022", "2023"))
        .startsWith("# my-risk: what changed from 2022 to 2023, and what it did\n\n")
        .contains(
            "Scores of 3 countries move by 5.6 points on average, the most for AAA: +11.3, from"
                + " 36.0 to 47.3. None changes rank.",
            "| 1 | model | Weight of a: 0.5 to 1 |",
            "| 2 | readings | Reading of a of AAA (AAA): 10.0 to 40.0 |",
            "| a | weight | 0.5 | 1 | 0.5000 | 0.6667 |",
            "| AAA | a | changed | 10.0 | 40.0 | +30.0000 | +30.0000 | +30.0000 | source not stated |",
            "### What moves no score",
            "| a | reason | | weight: It matters most. | 0.5000 | 0.6667 |",
            "Model fingerprint before " + MODEL.fingerprint() + ", after " + next.fingerprint())
        .endsWith("SNAPSHOT.\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> revision.changelog("1", " "))
        .withMessage("later version must not be blank");
  }

  @Test
  void names_are_text_in_a_changelog() {
    Country hostile = Country.of("AAA", "# A | *b*\n# <i>c</i>");
    List<CountryProfile> old = List.of(DATA.profile("AAA").withCountry(hostile));
    List<CountryProfile> now = List.of(old.get(0).withReading("a", 99));
    String page = Revision.of(rank(MODEL, old), rank(MODEL, now)).changelog("\n# 1", "_2_");
    assertThat(page.lines().filter(line -> line.startsWith("#")))
        .containsExactly(
            "# my-risk: what changed from \\# 1 to \\_2\\_, and what it did",
            "## What changed",
            "### The readings",
            "## What it did",
            "## How to read it");
    assertThat(page).doesNotContainPattern("(?<!\\\\)(<i>|\\*b)");
  }

  @Test
  void a_record_says_what_the_revision_says() {
    RiskModel lenient = MODEL.withMissing(MissingPolicy.reweight(0.1));
    RiskModel next = lenient.withWeight("a", 1).withNode("my-risk", criterion("d", 1));
    Dataset data = Dataset.readWideCsv("country,a,b,c,d\nAAA,10,50,80,1\nCCC,30,30,30,1\n");
    Revision revision = Revision.of(rank(lenient, DATA), rank(next, data));
    RevisionRecord plain = revision.toRecord();
    assertThat(plain.before()).isEqualTo(revision.before().toRecord());
    assertThat(plain.exact()).isTrue();
    assertThat(plain.changes())
        .extracting(RevisionRecord.Change::kind)
        .containsExactly("MODEL", "MODEL", "COUNTRIES");
    assertThat(plain.changes().get(2).left()).containsExactly("BBB");
    assertThat(plain.countries().get(0).parts().get(0).points())
        .isEqualTo(revision.countries().get(0).parts().get(0).points());
    assertThat(plain.changes().get(0).model().get(0).weightAfter()).isEqualTo(0.4);
    assertThat(plain.changes().get(1).model().get(0).weightBefore()).isNull();
    assertThat(plain.changes().get(1).readings())
        .extracting(RevisionRecord.OfReading::before)
        .containsOnlyNulls();
  }
}
