package dev.steppe;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.steppe.analogue.Precedents;
import dev.steppe.analogue.ProximityTest;
import dev.steppe.analysis.Execution;
import dev.steppe.analysis.SampleDesign;
import dev.steppe.evidence.AllianceNetwork;
import dev.steppe.evidence.AllianceTies;
import dev.steppe.evidence.Country;
import dev.steppe.evidence.CountryAtDate;
import dev.steppe.evidence.CountryCodes;
import dev.steppe.evidence.CountryProfile;
import dev.steppe.evidence.CsvFormat;
import dev.steppe.evidence.CsvLayout;
import dev.steppe.evidence.CsvTable;
import dev.steppe.evidence.Dataset;
import dev.steppe.evidence.EthnicDistribution;
import dev.steppe.evidence.EvidenceCsv;
import dev.steppe.evidence.Loaded;
import dev.steppe.evidence.NotApplicable;
import dev.steppe.evidence.OwnEstimates;
import dev.steppe.evidence.Period;
import dev.steppe.evidence.Reading;
import dev.steppe.evidence.Source;
import dev.steppe.evidence.Tie;
import dev.steppe.evidence.TradePartners;
import dev.steppe.evidence.Unit;
import dev.steppe.evidence.Years;
import dev.steppe.internal.Text;
import dev.steppe.model.ClassDefinition;
import dev.steppe.model.Criterion;
import dev.steppe.model.DomainDefinition;
import dev.steppe.model.Factor;
import dev.steppe.model.FactorDefinition;
import dev.steppe.model.Indicator;
import dev.steppe.model.IndicatorDefinition;
import dev.steppe.model.Interaction;
import dev.steppe.model.MethodDefinition;
import dev.steppe.model.ModelBuilder;
import dev.steppe.model.ModelDefinition;
import dev.steppe.model.Origin;
import dev.steppe.model.OriginDefinition;
import dev.steppe.model.OwnMethods;
import dev.steppe.model.Ramp;
import dev.steppe.model.Range;
import dev.steppe.model.Rationale;
import dev.steppe.model.RiskClasses;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.FactRole;
import dev.steppe.nextukraine.Judgement;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PaperFact;
import dev.steppe.nextukraine.PaperFacts;
import dev.steppe.nextukraine.PaperMethod;
import dev.steppe.nextukraine.PaperScenario;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.panel.PeriodChange;
import dev.steppe.panel.Trajectory;
import dev.steppe.revision.DataDifference;
import dev.steppe.revision.ModelChange;
import dev.steppe.revision.ModelDifference;
import dev.steppe.revision.PlaceChange;
import dev.steppe.revision.RankingDifference;
import dev.steppe.revision.ReadingChange;
import dev.steppe.revision.Revision;
import dev.steppe.revision.RevisionChange;
import dev.steppe.revision.RevisionRecord;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioGrid;
import dev.steppe.scenario.ScenarioRecord;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.BulkScorer;
import dev.steppe.score.Comparison;
import dev.steppe.score.ComparisonRecord;
import dev.steppe.score.Contribution;
import dev.steppe.score.CountryScore;
import dev.steppe.score.NodeScore;
import dev.steppe.score.Ranking;
import dev.steppe.score.RankingRecord;
import dev.steppe.score.Scorecard;
import dev.steppe.score.ScorecardRecord;
import dev.steppe.score.Scorer;
import dev.steppe.sensitivity.Importance;
import dev.steppe.sensitivity.ImportanceVersusWeight;
import dev.steppe.sensitivity.MorrisEffect;
import dev.steppe.sensitivity.MorrisEffects;
import dev.steppe.sensitivity.MorrisPoints;
import dev.steppe.sensitivity.RankInputs;
import dev.steppe.sensitivity.ScoreInputs;
import dev.steppe.sensitivity.SensitivityAnalysis;
import dev.steppe.sensitivity.ShapleyEffect;
import dev.steppe.sensitivity.ShapleyEffects;
import dev.steppe.sensitivity.SobolIndex;
import dev.steppe.sensitivity.SobolIndices;
import dev.steppe.sensitivity.SobolPoints;
import dev.steppe.sensitivity.UncertainInput;
import dev.steppe.statistics.ConfidenceInterval;
import dev.steppe.statistics.PValue;
import dev.steppe.table.Table;
import dev.steppe.testing.HostileResults;
import dev.steppe.tipping.TippingAnswer;
import dev.steppe.tipping.TippingChange;
import dev.steppe.tipping.TippingCosts;
import dev.steppe.tipping.TippingLever;
import dev.steppe.tipping.TippingMove;
import dev.steppe.tipping.TippingPoint;
import dev.steppe.uncertainty.ClassAcceptability;
import dev.steppe.uncertainty.Correlations;
import dev.steppe.uncertainty.MethodChoice;
import dev.steppe.uncertainty.PairwiseOrder;
import dev.steppe.uncertainty.Probability;
import dev.steppe.uncertainty.Quantile;
import dev.steppe.uncertainty.RankAcceptability;
import dev.steppe.uncertainty.RankingOrder;
import dev.steppe.uncertainty.RankingOrders;
import dev.steppe.uncertainty.ScoreDistribution;
import dev.steppe.uncertainty.SharedJudgement;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyPart;
import dev.steppe.uncertainty.UncertaintyRecord;
import dev.steppe.uncertainty.UncertaintyResult;
import dev.steppe.uncertainty.Varied;
import dev.steppe.validation.BootstrapFigure;
import dev.steppe.validation.ClusterBootstrap;
import dev.steppe.validation.Outcomes;
import dev.steppe.validation.Validation;
import dev.steppe.weights.ExtremeRanks;
import dev.steppe.weights.PairwisePreference;
import dev.steppe.weights.RobustOrder;
import dev.steppe.weights.SharedIndicators;
import dev.steppe.weights.WeightInterval;
import dev.steppe.weights.WeightSet;
import dev.steppe.weights.WeightStability;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every result has tables, and each of its tables can be taken elsewhere and read again. */
class ResultTablesTest {

  /** What is a row, or a cell, in the table of another result. */
  private static final Map<Class<?>, Class<?>> PARTS =
      Stream.of(
              part(CsvTable.class, Dataset.class),
              part(NodeScore.class, Scorecard.class),
              part(Contribution.class, Comparison.class),
              part(Range.class, Scorecard.class),
              part(PeriodChange.class, Trajectory.class),
              part(ModelChange.class, ModelDifference.class),
              part(ReadingChange.class, DataDifference.class),
              part(PlaceChange.class, RankingDifference.class),
              part(RevisionChange.class, Revision.class),
              part(RevisionRecord.class, Revision.class),
              part(TippingLever.class, TippingAnswer.class),
              part(TippingMove.class, TippingChange.class),
              part(Probability.class, UncertaintyResult.class),
              part(PairwiseOrder.class, UncertaintyResult.class),
              part(Varied.class, UncertaintyResult.class),
              part(RankAcceptability.class, UncertaintyResult.class),
              part(ScoreDistribution.class, UncertaintyResult.class),
              part(ClassAcceptability.class, UncertaintyResult.class),
              part(UncertaintyRecord.class, UncertaintyResult.class),
              part(ScorecardRecord.class, Scorecard.class),
              part(CountryScore.class, Scorecard.class),
              part(ComparisonRecord.class, Comparison.class),
              part(RankingRecord.class, Ranking.class),
              part(ScenarioRecord.class, ScenarioTable.class),
              part(Quantile.class, UncertaintyResult.class),
              part(UncertaintyPart.class, UncertaintyResult.class),
              part(RankingOrder.class, RankingOrders.class),
              part(SobolIndex.class, SobolIndices.class),
              part(ShapleyEffect.class, ShapleyEffects.class),
              part(MorrisEffect.class, MorrisEffects.class),
              part(Importance.class, ImportanceVersusWeight.class),
              part(PairwisePreference.class, RobustOrder.class),
              part(ExtremeRanks.class, RobustOrder.class),
              part(WeightInterval.class, WeightStability.class),
              part(ConfidenceInterval.class, Validation.class),
              part(BootstrapFigure.class, ClusterBootstrap.class),
              part(PValue.class, ProximityTest.class),
              part(Country.class, CountryProfile.class),
              part(CountryAtDate.class, CountryProfile.class),
              part(Reading.class, CountryProfile.class),
              part(Source.class, CountryProfile.class),
              part(NotApplicable.class, CountryProfile.class),
              part(EthnicDistribution.class, CountryProfile.class),
              part(AllianceTies.class, CountryProfile.class),
              part(TradePartners.class, CountryProfile.class),
              part(Criterion.class, RiskModel.class),
              part(Factor.class, RiskModel.class),
              part(Indicator.class, RiskModel.class),
              part(Interaction.class, RiskModel.class),
              part(Origin.class, RiskModel.class),
              part(Rationale.class, RiskModel.class),
              part(Judgement.class, NextUkraine.class),
              part(FactRole.class, NextUkraine.class),
              part(PaperFact.class, PaperFacts.class))
          .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

  /** What is given, not found: the user knows it already. */
  private static final Set<Class<?>> GIVEN =
      Set.of(
          AllianceNetwork.class,
          CountryCodes.class,
          CsvFormat.class,
          CsvLayout.class,
          Years.class,
          EvidenceCsv.class,
          Loaded.class,
          Period.class,
          Tie.class,
          Unit.class,
          DomainDefinition.class,
          FactorDefinition.class,
          IndicatorDefinition.class,
          MethodDefinition.class,
          ModelBuilder.class,
          ModelDefinition.class,
          OriginDefinition.class,
          OwnMethods.class,
          OwnEstimates.class,
          Origin.class,
          Rationale.class,
          Ramp.class,
          RiskClasses.class,
          ClassDefinition.class,
          Outcomes.class,
          Scenario.class,
          ScenarioGrid.class,
          PaperScenario.class,
          PaperMethod.class,
          TippingCosts.class,
          MethodChoice.class,
          SharedJudgement.class,
          SampleDesign.class,
          Execution.class,
          ScoreInputs.class,
          RankInputs.class,
          UncertainInput.class,
          Correlations.class,
          WeightSet.class);

  /** What finds results, and is none. */
  private static final Set<Class<?>> FINDERS =
      Set.of(
          Scorer.class,
          BulkScorer.class,
          Precedents.class,
          TippingPoint.class,
          SensitivityAnalysis.class,
          SobolPoints.class,
          MorrisPoints.class,
          SharedIndicators.class,
          UncertaintyAnalysis.class);

  /** Facades, whose tables are of what they stand for. */
  private static final Set<Class<?>> FACADES = Set.of(NextUkraine.class, PostSovietStates.class);

  /** Packages that print, test or compute for others. */
  private static final Set<String> ELSEWHERE =
      Set.of("dev.steppe.table", "dev.steppe.assertj", "dev.steppe.report");

  private static final List<Object> RESULTS = HostileResults.all();

  private static final Set<Class<?>> TYPES = types();

  private static Map.Entry<Class<?>, Class<?>> part(Class<?> part, Class<?> whole) {
    return Map.entry(part, whole);
  }

  /** All public classes and records of the public packages, without those inside others. */
  private static Set<Class<?>> types() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.steppe")
            .stream()
            .filter(type -> !type.getPackageName().startsWith("dev.steppe.internal"))
            .filter(type -> !ELSEWHERE.contains(type.getPackageName()))
            .filter(type -> type.isTopLevelClass() && !type.isInterface() && !type.isEnum())
            .<Class<?>>map(JavaClass::reflect)
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .collect(toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName))));
  }

  /** The methods that give a table and need nothing for it. */
  private static List<Method> tables(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getReturnType() == Table.class)
        .filter(method -> method.getParameterCount() == 0)
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  @Test
  void every_result_has_a_table() {
    List<String> without = new ArrayList<>();
    List<String> excused = new ArrayList<>();
    for (Class<?> type : TYPES) {
      boolean isExcused = PARTS.containsKey(type) || GIVEN.contains(type) || FINDERS.contains(type);
      if (tables(type).isEmpty() && !isExcused) {
        without.add(type.getName());
      }
      if (!tables(type).isEmpty() && isExcused) {
        excused.add(type.getName());
      }
    }
    assertThat(without).as("have no table, nor a reason for it").isEmpty();
    assertThat(excused).as("have a table, and a reason for having none").isEmpty();
    assertThat(PARTS.values()).allSatisfy(whole -> assertThat(tables(whole)).isNotEmpty());
  }

  @Test
  void every_type_with_a_table_is_among_the_results_that_are_tested() {
    Set<Class<?>> tested =
        RESULTS.stream()
            .map(Object::getClass)
            .collect(toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName))));
    tested.addAll(FACADES);
    assertThat(tested)
        .containsExactlyElementsOf(TYPES.stream().filter(type -> !tables(type).isEmpty()).toList());
  }

  static Stream<Arguments> tablesOfAllResults() {
    Stream<Arguments> ofResults =
        RESULTS.stream()
            .flatMap(result -> tables(result.getClass()).stream().map(m -> table(m, result)));
    Stream<Arguments> ofFacades =
        FACADES.stream().flatMap(type -> tables(type).stream().map(m -> table(m, null)));
    return Stream.concat(ofResults, ofFacades);
  }

  private static Arguments table(Method method, Object result) {
    try {
      String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
      return Arguments.of(name, method.invoke(result));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(method.toString(), e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tablesOfAllResults")
  void csv_gives_the_same_cells_again_to_the_bit(String name, Table table) {
    Table read = Table.builder().columnsOf(table).csv(table.toCsv()).build();
    assertThat(table.rowCount()).isPositive();
    assertThat(read.headers()).isEqualTo(table.headers());
    assertThat(read.rowCount()).isEqualTo(table.rowCount());
    for (int row = 0; row < table.rowCount(); row++) {
      for (int column = 0; column < table.columnCount(); column++) {
        assertThat(read.cell(row, column)).isEqualTo(table.cell(row, column));
        assertThat(read.number(row, column)).isEqualTo(table.number(row, column));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tablesOfAllResults")
  void markdown_gives_every_cell_and_note_again(String name, Table table) {
    MarkdownTable read = MarkdownTable.parse(table.toMarkdown(), !table.title().isEmpty());
    assertThat(read.headers()).isEqualTo(table.headers().stream().map(this::shown).toList());
    assertThat(read.rows()).hasSize(table.rowCount());
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.columnCount(); column++) {
        String cell = table.cell(row, column);
        cells.add(shown(table.isNumeric(column) ? cell : dashed(cell)));
      }
      assertThat(read.rows().get(row)).isEqualTo(cells);
    }
    assertThat(read.notes()).isEqualTo(table.notes().stream().map(this::shown).toList());
    assertThat(read.title()).isEqualTo(shown(table.title()));
  }

  @Test
  void no_result_steers_the_console_that_it_is_printed_to() {
    List<String> steering = new ArrayList<>();
    for (Object result : RESULTS) {
      if (!Text.printable(result.toString()).equals(result.toString())) {
        steering.add(result.getClass().getName());
      }
    }
    assertThat(steering).isEmpty();
  }

  /** Indentation, which Markdown drops, as dashes. */
  private static String dashed(String cell) {
    String text = cell.replaceFirst("^ +", "");
    return "- ".repeat((cell.length() - text.length() + 1) / 2) + text;
  }

  private String shown(String text) {
    return Text.printable(text).strip();
  }
}
