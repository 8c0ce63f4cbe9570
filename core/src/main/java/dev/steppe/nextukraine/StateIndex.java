package dev.steppe.nextukraine;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.panel.Panel;
import dev.steppe.report.Report;
import dev.steppe.score.Scorer;
import dev.steppe.table.Table;
import dev.steppe.tipping.Resemblance;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.WeightUncertainty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question asked of the 14 states at the four dates: a model with its reasons, and what it
 * needs to know of them. Immutable; what is costly is built on first use.
 *
 * <pre>{@code
 * StateIndex attacked = PostSovietStates.structural();
 * attacked.question();                // Could it be attacked?
 * attacked.panel().rankings();        // four rankings side by side
 * attacked.reasons();                 // why every indicator and factor stands as it does
 * }</pre>
 *
 * @since 0.1
 */
public final class StateIndex {

  /** Indicators that no government changes. */
  private static final ImmutableList<String> GEOGRAPHY =
      ImmutableList.of("land_border_with_rival", "near_sea");

  private final String question;
  private final RiskModel model;
  private final ImmutableList<Judgement> judgements;
  private final ImmutableMap<String, String> structure;
  private final ImmutableMap<String, String> leftOut;
  private final ImmutableList<String> literature;
  private final StatesByDate profiles;
  private final Supplier<Scorer> scorer;
  private final Supplier<Panel> panel;

  /**
   * A question.
   *
   * @param known what is known of every state, which may be more than the model asks
   */
  StateIndex(
      String question,
      RiskModel model,
      ImmutableList<Judgement> judgements,
      ImmutableMap<String, String> structure,
      ImmutableMap<String, String> leftOut,
      ImmutableList<String> literature,
      StatesByDate known) {
    this.question = requireNonNull(question, "question");
    this.model = model;
    this.judgements = judgements;
    this.structure = structure;
    this.leftOut = leftOut;
    this.literature = literature;
    ImmutableSet.Builder<String> asked = ImmutableSet.builder();
    for (Judgement judgement : judgements) {
      asked.add(judgement.indicator().code());
    }
    ImmutableSet<String> codes = asked.build();
    this.profiles = known.with(profile -> profile.select(codes));
    this.scorer = Suppliers.memoize(() -> Scorer.of(model));
    this.panel = Suppliers.memoize(() -> Panel.of(scorer(), profiles()));
  }

  /** The same question, asked with another model of the same indicators. */
  StateIndex withModel(RiskModel other) {
    return new StateIndex(question, other, judgements, structure, leftOut, literature, profiles);
  }

  /** What a high score answers with yes, in words. */
  public String question() {
    return question;
  }

  /** The model, with fixed scales. */
  public RiskModel model() {
    return model;
  }

  /** The scorer of the {@link #model()}. */
  public Scorer scorer() {
    return scorer.get();
  }

  /** What the model needs to know of every state at every date, by date and code. */
  public ImmutableList<CountryProfile> profiles() {
    return profiles.all();
  }

  /**
   * What the model needs to know of every state at a date, by code.
   *
   * @throws IllegalArgumentException if it is none of {@link PostSovietStates#dates()}
   */
  public ImmutableList<CountryProfile> profiles(LocalDate date) {
    return profiles.at(date);
  }

  /**
   * Could one state be the next other? What they share, what it would take, and where such changes
   * have happened up to the date among the states; borders and shores stay.
   *
   * <pre>{@code
   * PostSovietStates.structural().resemblance("KAZ", "UKR", date).sentence();
   * }</pre>
   *
   * @param country the code of the one
   * @param other the code of the other
   * @throws IllegalArgumentException if a state or the date is unknown, or both are one
   */
  public Resemblance resemblance(String country, String other, LocalDate date) {
    return pair(country, other, date)
        .withPrecedents(
            profiles().stream()
                .filter(
                    profile ->
                        !requireNonNull(profile.countryAtDate().date(), "date").isAfter(date))
                .toList());
  }

  /** The same without precedents, for which no other date has to be read. */
  Resemblance pair(String country, String other, LocalDate date) {
    List<String> geography = new ArrayList<>(GEOGRAPHY);
    geography.retainAll(model.effectiveWeights().keySet());
    return Resemblance.of(scorer(), profile(country, date), profile(other, date))
        .withFixed(geography.toArray(new String[0]));
  }

  /**
   * What the index has of two states as a page of HTML to pass on, to set beside the page of
   * another model.
   *
   * <pre>{@code
   * Report attacked = PostSovietStates.structural().report("KAZ", "UKR", date);
   * attacked.withOther(PostSovietStates.levers().report("KAZ", "UKR", date))
   *     .writeTo(Path.of("attacked.html"));
   * }</pre>
   *
   * @throws IllegalArgumentException as {@link #resemblance}
   */
  public Report report(String country, String other, LocalDate date) {
    return Reports.ofPair(this, country, other, date);
  }

  private CountryProfile profile(String code, LocalDate date) {
    for (CountryProfile profile : profiles(date)) {
      if (profile.country().code().equals(code)) {
        return profile;
      }
    }
    return panel().scorecard(code, date).profile();
  }

  /** All states at all dates, scored. */
  public Panel panel() {
    return panel.get();
  }

  /** Why every indicator stands in the model as it does, in the order of the model. */
  public ImmutableList<Judgement> judgements() {
    return judgements;
  }

  /**
   * What is judged for all states alike: what the steps of a scale count, where it starts and ends,
   * how much a kind of tie binds; and by which rules the public record was coded. A value may be
   * off by half the way to the next step or kind, a judged end by a quarter of the scale, less
   * often the further off; of two rules each is as likely, and absence from a vote counts from 0.25
   * to 0.75, where abstention is a half.
   */
  public ImmutableList<SharedJudgement> openJudgements() {
    return OpenJudgements.of(model, profiles(), CodingRules.of(model.effectiveWeights().keySet()));
  }

  /**
   * The analysis in which everything that is judged is drawn together: readings as figures and
   * codings allow, all weights of the indicators equally likely, and the {@link #openJudgements}.
   *
   * <pre>{@code
   * attacked.uncertainty().run(attacked.profiles(date)).ranks("UKR").rank(1);
   * }</pre>
   */
  public UncertaintyAnalysis uncertainty() {
    return UncertaintyAnalysis.of(scorer())
        .withWeights(WeightUncertainty.uniform())
        .withJudgements(openJudgements());
  }

  /** Why every factor is joined as it is, by its code; the model's own code is its name. */
  public ImmutableMap<String, String> structure() {
    return structure;
  }

  /** What is left out, each with the reason. */
  public ImmutableMap<String, String> leftOut() {
    return leftOut;
  }

  /** All judgements with their reasons, as a table. */
  public Table reasons() {
    return reasons(
        question + " Why the model is as it is",
        model,
        structure,
        judgements,
        leftOut,
        PaperModel.COVERAGE_REASON,
        literature);
  }

  /** The judgements of a model of the states, as a table. */
  static Table reasons(
      String title,
      RiskModel model,
      Map<String, String> structure,
      List<Judgement> judgements,
      Map<String, String> leftOut,
      String note,
      List<String> literature) {
    Table.Builder table =
        Table.titled(title).text("Factor / indicator").text("Joined, or why risky").text("Scale");
    for (Map.Entry<String, String> factor : structure.entrySet()) {
      Node node = model.node(factor.getKey());
      table.row(node == model.root() ? "The whole" : node.name(), factor.getValue(), "");
    }
    table.rule();
    for (Judgement judgement : judgements) {
      table.row(judgement.indicator().name(), judgement.directionReason(), judgement.scaleReason());
    }
    table.rule();
    for (Map.Entry<String, String> indicator : leftOut.entrySet()) {
      @Nullable Node known = NextUkraine.model().nodes().get(indicator.getKey());
      String name = known == null ? indicator.getKey() : known.name();
      table.row(name, "Left out. " + indicator.getValue(), "");
    }
    table.note(note);
    for (String work : literature) {
      table.note(work + ".");
    }
    return table.build();
  }

  /** The question and the model. */
  @Override
  public String toString() {
    return question + "\n\n" + model;
  }
}
