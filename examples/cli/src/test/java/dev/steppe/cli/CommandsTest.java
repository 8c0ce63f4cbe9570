package dev.steppe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.Dataset;
import dev.steppe.model.RiskModel;
import dev.steppe.nextukraine.NextUkraine;
import dev.steppe.nextukraine.PostSovietStates;
import dev.steppe.revision.ModelDifference;
import dev.steppe.revision.Revision;
import dev.steppe.revision.RevisionRecord;
import dev.steppe.scenario.Scenario;
import dev.steppe.scenario.ScenarioRecord;
import dev.steppe.scenario.ScenarioTable;
import dev.steppe.score.CountryScore;
import dev.steppe.score.RankingRecord;
import dev.steppe.score.Scorer;
import dev.steppe.uncertainty.UncertaintyAnalysis;
import dev.steppe.uncertainty.UncertaintyRecord;
import dev.steppe.uncertainty.WeightUncertainty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {

  private static final String MODEL = "next-ukraine.json";
  private static final String DATA = "next-ukraine-data.csv";

  /** As the library reads the file. */
  private static final Scorer SCORER = NextUkraine.scorer();

  @TempDir Path folder;

  private static Dataset data() throws IOException {
    return Dataset.readLongCsv(Path.of(DATA));
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  private static <T> T json(Run run, Class<T> type) {
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return new JsonMapper().readValue(run.out(), type);
  }

  @Test
  void answers_are_the_librarys() throws IOException {
    assertThat(json(Run.of("rank", MODEL, DATA, "-f", "json"), RankingRecord.class))
        .isEqualTo(SCORER.rank(data()).toRecord());
    assertThat(Run.of("rank", MODEL, DATA, "--format=csv").out())
        .isEqualTo(SCORER.rank(data()).toTable().toCsv());
    assertThat(Run.of("compare", MODEL, DATA, "-c", "UKR,kazakhstan", "-f", "csv").out())
        .isEqualTo(SCORER.compare(data().profile("UKR"), data().profile("KAZ")).toTable().toCsv());
    Scenario scenario = Scenario.parse("worse: domestic_unrest=1");
    assertThat(
            json(
                Run.of("whatif", MODEL, DATA, "-s", "worse: domestic_unrest=1", "-f", "json"),
                ScenarioRecord.class))
        .isEqualTo(ScenarioTable.of(SCORER, data(), List.of(scenario)).toRecord());
    assertThat(
            json(
                Run.of("whatif", MODEL, DATA, "-s", "domestic_unrest=1", "--steps=4", "-f", "json"),
                ScenarioRecord.class))
        .isEqualTo(
            ScenarioTable.of(SCORER, data(), Scenario.parse("domestic_unrest=1").grades(4))
                .toRecord());
  }

  @ParameterizedTest
  @CsvSource({"1, fixed", "2, within=25%", "3, uniform"})
  void draws_are_the_librarys_on_any_number_of_threads(int threads, String weights)
      throws IOException {
    WeightUncertainty rule =
        switch (weights) {
          case "fixed" -> WeightUncertainty.fixed();
          case "uniform" -> WeightUncertainty.uniform();
          default -> WeightUncertainty.within(0.25);
        };
    Run run =
        Run.of(
            "sure",
            MODEL,
            DATA,
            "--draws=3000",
            "--seed=7",
            "--threads=" + threads,
            "--weights=" + weights,
            "--format=json");
    assertThat(json(run, UncertaintyRecord.class))
        .isEqualTo(
            UncertaintyAnalysis.of(SCORER)
                .withSize(3000)
                .withSeed(7)
                .withWeights(rule)
                .run(data())
                .toRecord());
  }

  @Test
  void a_page_has_all_that_was_asked_for() throws IOException {
    Path page = folder.resolve("page.html");
    Run run =
        Run.of(
            "report",
            MODEL,
            DATA,
            "--title=Who is <riskier>?",
            "-s",
            "worse: domestic_unrest=1",
            "--draws=500",
            "-o",
            page.toString());
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>")
        .contains("Who is &lt;riskier&gt;?", "worse", "Kazakhstan", "World Factbook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "rank", "compare", "sure", "report"})
  void each_question_has_a_page(String question) {
    Run run = Run.of(question, MODEL, DATA, "--format=html");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("<!DOCTYPE html>").contains("next-ukraine");
  }

  @Test
  void what_changed_is_told_with_its_effect() throws IOException {
    RiskModel old = NextUkraine.model().withWeight("trade-dependence", 3);
    String before = file("old.json", ModelFile.JSON.write(old));
    String dataBefore =
        file(
            "old.csv",
            Files.readString(Path.of(DATA))
                .replace("import_dependence,0.34,", "import_dependence,0.4,"));
    Dataset earlier = Dataset.readLongCsv(Path.of(dataBefore));
    assertThat(earlier).isNotEqualTo(data());
    Revision revision = Revision.of(Scorer.of(old).rank(earlier), SCORER.rank(data()));
    String[] typed = {"diff", MODEL, DATA, "--before=" + before, "--before-data=" + dataBefore};
    assertThat(Run.of(typed).out())
        .contains(revision.changeTable().toString().strip(), revision.toString().strip());
    assertThat(
            Run.of(
                    "diff",
                    MODEL,
                    DATA,
                    "--before=" + before,
                    "--before-data=" + dataBefore,
                    "--changelog=1,2")
                .out()
                .strip())
        .isEqualTo(Terminal.printable(revision.changelog("1", "2")).strip());
    assertThat(
            json(
                Run.of(
                    "diff",
                    MODEL,
                    DATA,
                    "--before=" + before,
                    "--before-data=" + dataBefore,
                    "-f",
                    "json"),
                RevisionRecord.class))
        .isEqualTo(revision.toRecord());
    Run models = Run.of("diff", MODEL, "--before=" + before, "--fail-if-changed");
    assertThat(models.code()).isEqualTo(Steppe.DOES_NOT_HOLD);
    assertThat(models.out().strip())
        .isEqualTo(ModelDifference.of(old, NextUkraine.model()).toString().strip());
    assertThat(Run.of("diff", MODEL, "--before=next-ukraine.csv", "--fail-if-changed").code())
        .isZero();
    assertThat(Run.of("diff", MODEL, DATA).err())
        .contains("'--before=MODEL' or '--before-data=DATA'");
    assertThat(Run.of("diff", MODEL, DATA, "--before=" + before, "-f", "html").err())
        .contains("There is no page of 'diff'");
  }

  @Test
  void options_may_be_in_a_file() throws IOException {
    String options = file("options.txt", "--countries=UKR\n--format=csv\n");
    assertThat(Run.of("rank", MODEL, DATA, "@" + options).out())
        .isEqualTo(SCORER.rank(data().profile("UKR")).toTable().toCsv());
    String page =
        file(
            "page.txt",
            "\uFEFF# For the weekly page.\n\n--draws 100\r\n-f html\n"
                + "--title=\"Who is riskier?\"\n-s a bad year: domestic_unrest=1\n");
    assertThat(Run.of("report", MODEL, DATA, "@" + page).out())
        .contains("<title>Who is riskier?", "a bad year");
    assertThat(Run.of("rank", MODEL, "@gone"))
        .isEqualTo(
            new Run(
                Steppe.BAD_INPUT,
                "",
                "steppe: There is no file 'gone' of options: @ calls one. A file whose own name"
                    + " starts with @ is ./@gone"
                    + System.lineSeparator()));
    assertThat(Run.of("rank", MODEL, DATA, "@" + folder).code()).isEqualTo(Steppe.BAD_INPUT);
    String odd = file("@data.csv", Files.readString(Path.of(DATA)));
    assertThat(Run.of("rank", MODEL, odd).code()).isZero();
  }

  @Test
  void the_name_of_the_file_says_the_form() throws IOException {
    Path file = folder.resolve("ranking.csv");
    assertThat(Run.of("rank", MODEL, DATA, "--output=" + file).out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(SCORER.rank(data()).toTable().toCsv());
  }

  @Test
  void what_is_read_is_not_replaced() throws IOException {
    String model = file("model.json", Files.readString(Path.of(MODEL)));
    Run run = Run.of("rank", model, DATA, "-o", folder.resolve("./model.json").toString());
    assertThat(run.code()).isEqualTo(Steppe.MISTYPED);
    assertThat(run.err()).contains("would replace a file that is read");
    assertThat(Files.readString(Path.of(model))).isEqualTo(Files.readString(Path.of(MODEL)));
    assertThat(Run.of("convert", MODEL, model).err()).contains("is there already");
  }

  @Test
  void a_model_goes_from_file_to_file() throws IOException {
    String from = MODEL;
    for (String name : List.of("a.csv", "b.yml", "c.json")) {
      String to = folder.resolve(name).toString();
      assertThat(Run.of("convert", from, to)).isEqualTo(new Run(0, "", ""));
      from = to;
    }
    assertThat(ModelFile.read(Path.of(from))).isEqualTo(NextUkraine.model());
    assertThat(Files.readString(Path.of(from))).isEqualTo(Files.readString(Path.of(MODEL)));
  }

  @Test
  void exit_codes_say_how_it_went() throws IOException {
    assertThat(Run.of("compare", MODEL, DATA, "--fail-if-undecided").code())
        .isEqualTo(Steppe.DOES_NOT_HOLD);
    assertThat(Run.of("compare", MODEL, DATA).code()).isZero();
    assertThat(Run.of("check", MODEL, DATA).code()).isZero();
    assertThat(
            Run.of("check", MODEL, file("one.csv", "country,indicator,value\nAAA,kin_share,0.1\n"))
                .code())
        .isEqualTo(Steppe.DOES_NOT_HOLD);
    assertThat(Run.of("rank", MODEL, "gone.csv").code()).isEqualTo(Steppe.BAD_INPUT);
    assertThat(Run.of("rank", "next-ukraine.jsn", MODEL).err())
        .contains("Model file 'next-ukraine.jsn' must end in .json");
    assertThat(Run.of("rnak").code()).isEqualTo(Steppe.MISTYPED);
    assertThat(Run.of().code()).isEqualTo(Steppe.MISTYPED);
    assertThat(Run.of("--help").code()).isZero();
    assertThat(Run.of("--version").out()).startsWith("steppe ");
  }

  @Test
  void the_weights_at_which_two_come_level_are_told() {
    Run run = Run.of("compare", MODEL, "next-ukraine-data.csv", "--flips");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "How far each weight can move alone",
            "\"Bound to Russia by treaty\" from\n0.0625 to 0.0418");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnak | Commands: score, rank, compare,",
        "rank next-ukraine.json next-ukraine-data.csv --thread=2 | Unknown option: '--thread=2'",
        "sure next-ukraine.json next-ukraine-data.csv --thread=2 | Possible solutions: --threads",
        "rank | Missing required parameter: 'MODEL'",
        "rank next-ukraine.json | Missing required parameter: 'DATA'",
        "rank next-ukraine.json next-ukraine-data.csv --countries=KAZ,Utopia |"
            + " Unknown country 'Utopia'. Known: [KAZ, UKR].",
        "rank next-ukraine.json next-ukraine-data.csv -c KAZ,Ukrain | Maybe you meant 'UKR' (Ukraine).",
        "rnk next-ukraine.json next-ukraine-data.csv | There is no command 'rnk'",
        "rnk | Did you mean",
        "rank next-ukraine.json next-ukraine-data.csv --max-age=2 | --max-age needs --year",
        "rank next-ukraine.json next-ukraine-data.csv --as-of=yesterday |"
            + " Invalid value for option '--as-of': must be a date such as 2022-02-23, but was 'yesterday'",
        "rank next-ukraine.json next-ukraine-data.csv -o gone/page.html | There is no folder",
        "whatif next-ukraine.json next-ukraine-data.csv -s domestic_unrest=1 --steps=0 |"
            + " --steps must be from 1 to 1000, but was 0",
        "whatif next-ukraine.json next-ukraine-data.csv -s domestic_unrst=1 |"
            + " There is no 'domestic_unrst' to change. Maybe you meant 'domestic_unrest' (Unrest)."
            + " Known: [",
        "rank next-ukraine.json next-ukraine-data.csv -o r.xlsx | an ending that tells no form",
        "rank next-ukraine.json long:,a=b | There is no file in 'long:,a=b'",
        "compare next-ukraine.json next-ukraine-data.csv -c KAZ | --countries=FIRST,SECOND names two",
        "whatif next-ukraine.json next-ukraine-data.csv | Missing required option: '--scenario=CHANGES'",
        "whatif next-ukraine.json next-ukraine-data.csv -s unrest |"
            + " change 1: must be CODE=1, CODE+=1, CODE-=1",
        "sure next-ukraine.json next-ukraine-data.csv --weights=none | must be fixed, uniform, ordinal",
        "convert next-ukraine.json model.txt | must end in .json, .yaml, .yml, .csv or .tsv",
        "convert next-ukraine.json a.json b.json | more than the command takes: 'b.json'",
        "help | There is no command 'help'",
        "rank next-ukraine-data.csv next-ukraine.json |"
            + " The model comes first, then the data: 'next-ukraine.json' seems to be the model",
        "rank next-ukraine-data.csv next-ukraine.csv |"
            + " 'next-ukraine.csv' seems to be the model, and 'next-ukraine-data.csv' has data",
        "rank next-ukraine.json next-ukraine-data.csv ./next-ukraine-data.csv |"
            + " File './next-ukraine-data.csv' is given twice",
        "whatif next-ukraine.json next-ukraine-data.csv -s domestic_unrest=1 -s domestic_unrest=1 |"
            + " Scenario 'has domestic_unrest at 1' is given twice",
      })
  void what_is_mistyped_is_told(String typed, String told) {
    Run run = Run.of(typed.split(" "));
    assertThat(run.code()).isEqualTo(Steppe.MISTYPED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("steppe: ").contains(told).contains("--help' tells more.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--threads=0 | --threads must be at least 1, but was 0",
        "--threads=two | must be a whole number such as 2000, but was 'two'",
        "--threads=9999999999 | '9999999999' is too large a number",
        "--seed=99999999999999999999 | '99999999999999999999' is too large a number",
        "--draws=0 | --draws must be from 1 to 1000000000, but was 0",
        "--draws=1000000001 | --draws must be from 1 to 1000000000, but was 1000000001",
        "--draws=10,000 | must be a whole number such as 2000, but was '10,000'",
        "--draws | Option '--draws' lacks its value: --draws=NUMBER",
        "--draws=1 --draws=2 | Option '--draws' is given twice",
        "--year=2021 --max-age=-1 | --max-age must be at least 0, but was -1",
        "--year=99999 | --year must be a year such as 2021, but was 99999",
        "--separator=ab | must be one character, or tab, but was 'ab'",
        "--separator= | must be one character, or tab, but was ''",
        "--decimal=; | Decimal mark must be '.' or ',', but was ';'",
        "--encoding=utf99 | must be an encoding such as windows-1252 or UTF-16LE, but was 'utf99'",
        "--overlap=all | '--overlap': must be one of both, first, last, but was 'all'",
        "--codes=iso4 | must be one of iso3, iso2, m49, cow-numbers,",
        "--format=pdf | must be one of text, csv, json, html, but was 'pdf'",
        "--alias=Utopia | Invalid value for option '--alias': must be TEXT=CODE, but was 'Utopia'",
        "--column=cuntry=Land | Maybe you meant 'country'",
        "--unit=unrest=percent | --unit is of 'unrest', of which the data have no reading",
      })
  void values_that_options_cannot_have_are_told_in_plain_words(String typed, String told) {
    Run run = Run.of(("sure next-ukraine.json next-ukraine-data.csv " + typed).split(" "));
    assertThat(run.code()).isEqualTo(Steppe.MISTYPED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("steppe: ")
        .contains(told, "'steppe sure --help' tells more.")
        .doesNotContain("java.", "Exception", "input string", "an int", "a long", "KEY=VALUE");
  }

  @Test
  void steps_and_threads_of_scenarios_are_held_to_what_they_can_be() {
    for (String option : List.of("--steps=1001", "--threads=0")) {
      Run run = Run.of("whatif", MODEL, DATA, "-s", "domestic_unrest=1", option);
      assertThat(run.code()).isEqualTo(Steppe.MISTYPED);
      assertThat(run.err()).contains(option.substring(0, option.indexOf('=')) + " must be ");
    }
  }

  @Test
  void many_draws_are_told_with_what_they_bring() throws IOException {
    String model =
        file(
            "one.csv",
            "code,parent,weight,direction,scale\nm,,1,,\n"
                + "debt,m,1,HIGHER_IS_RISKIER,\"goalposts(0, 10)\"\n");
    String data = file("one-data.csv", "country,indicator,value\nAAA,debt,1\n");
    Run run = Run.of("sure", model, data, "--draws=10000001");
    assertThat(run.code()).isZero();
    // 1.96 * 50 / sqrt(10,000,000) is 0.0310.
    assertThat(run.err())
        .isEqualTo(
            "10,000,001 draws may take long: 95 % intervals reach 0.0310 percentage points to"
                + " either side at most, and with 10,000,000 draws 0.0310. Ctrl+C ends it."
                + System.lineSeparator());
    assertThat(Run.of("sure", MODEL, DATA, "--draws=1").out()).contains("\n1 draw from seed 2022;");
  }

  @Test
  void faults_of_all_files_are_told_together() throws IOException {
    String model = file("model.json", "{\"format\": 1, \"code\": \"m\",}");
    String data = file("data.csv", "country,indicator,value\nAAA,a,x\nAA,a,1\n");
    Run run = Run.of("rank", model, data, "gone.csv");
    assertThat(run.code()).isEqualTo(Steppe.BAD_INPUT);
    assertThat(run.err())
        .contains("model.json': line 1, column ")
        .contains("data.csv' has 2 faults:")
        .contains("There is no file 'gone.csv'")
        .doesNotContain("\tat ", "Exception", "REDACTED");
  }

  @Test
  void errors_name_options_and_not_methods() throws IOException {
    String model = "guns-and-debt.csv";
    Run years = Run.of("rank", model, "world-bank:../data/world-bank-debt.csv,IV.DEBT.ZS=debt");
    assertThat(years.err()).contains("--year=2021 takes the newest until then\n");
    Run groups =
        Run.of(
            "rank",
            model,
            "years:../data/world-bank-debt.csv,IV.DEBT.ZS=debt",
            "--year=2021",
            "--header=Country Code",
            "--column=country=Country Code",
            "--column=name=Country Name",
            "--column=indicator=Indicator Code",
            "--codes=iso3");
    assertThat(groups.err())
        .contains("--alias=TEXT=CODE says which country a text stands for; --skip-others leaves")
        .doesNotContain("CountryCodes");
    String wide = file("wide.csv", "country,debt\nAAA,1\n");
    assertThat(Run.of("rank", model, wide).err()).contains("wide:FILE").doesNotContain("CsvFormat");
    assertThat(Run.of("rank", model, "file:///data/wide.csv").err())
        .isEqualTo(
            "steppe: There is no file '"
                + Path.of("file:///data/wide.csv")
                + "': files are named by their path, not by an address\n");
    assertThat(Run.of("rank", model, "wides:" + wide).err())
        .contains("There is no file 'wides:", "Shapes of files are long, wide, years,");
    assertThat(
            Run.of(
                    "rank",
                    model,
                    "wide:" + file("iso3.csv", "country,debt\nEGY,1\n"),
                    "--codes=iso2")
                .err())
        .contains("It is Egypt (EGY) by --codes=iso3, ")
        .doesNotContain("CodeList");
    assertThat(Run.of("rank", model, "../data/world-bank-debt.csv").err())
        .contains("If that is the header: --header=CELL says one of its cells")
        .doesNotContain("CsvFormat");
    String fitted =
        file(
            "fitted.csv",
            "code,parent,weight,direction,scale\nm,,1,,\ndebt,m,1,HIGHER_IS_RISKIER,minMax\n");
    String two = file("two.csv", "country,debt\nAAA,1\nBBB,3\n");
    assertThat(Run.of("rank", fitted, "wide:" + two).err()).contains("--fit");
    assertThat(Run.of("rank", fitted, "wide:" + two, "--fit").out()).contains("100.0");
    assertThat(Run.of("check", fitted).out()).startsWith("Model 'm': 1 indicator, fingerprint ");
    assertThat(Run.of("check", fitted, "wide:" + two).code()).isEqualTo(Steppe.BAD_INPUT);
  }

  @Test
  void files_are_read_as_options_say() throws IOException {
    String data =
        file(
            "data.csv",
            "Land;Debt, gross;Region;Years\nUtopia;1.234,5;South;2020\nXQU;-;South;2020\n"
                + "Nowhere;7;North;2020\n");
    String model =
        file(
            "model.csv",
            "code,parent,weight,direction,scale,missing\nm,,1,,,bound\n"
                + "debt,m,1,HIGHER_IS_RISKIER,\"goalposts(0, 2469)\",\n");
    Run run =
        Run.of(
            "rank",
            model,
            "wide:" + data + ",Debt, gross=debt",
            "--separator=;",
            "--decimal=,",
            "--grouping=.",
            "--missing=-",
            "--column=country=Land",
            "--column=year=Years",
            "--without=Region",
            "--rows=Region=South",
            "--codes=iso3",
            "--alias=Utopia=XUT",
            "--constant=source=Office",
            "--as-of=2021-06-30",
            "--format=json");
    assertThat(run.code()).as(run.err()).isZero();
    RankingRecord ranking = new JsonMapper().readValue(run.out(), RankingRecord.class);
    assertThat(ranking.places()).hasSize(2);
    CountryScore utopia =
        ranking.places().stream()
            .map(RankingRecord.Place::of)
            .filter(each -> each.country().equals("XUT"))
            .findFirst()
            .orElseThrow();
    assertThat(utopia.score()).isEqualTo(50);
    assertThat(utopia.coverage()).isEqualTo(1);
    assertThat(utopia.asOf()).isEqualTo("2021-06-30");
    assertThat(run.err()).contains("Left out of");
  }

  @Test
  void those_that_can_be_scored_are_ranked_and_the_others_told() throws IOException {
    String data = file("data.csv", "country,debt,arms,x\nAAA,10,2,1\nBBB,,,1\n");
    Run all = Run.of("rank", "guns-and-debt.csv", "wide:" + data, "--skip-unknown");
    assertThat(all.code()).isEqualTo(Steppe.BAD_INPUT);
    assertThat(all.err())
        .contains("Left out, as they are not in the model: x")
        .contains("too little data");
    Run some = Run.of("rank", "guns-and-debt.csv", "wide:" + data, "--skip-unknown", "--scorable");
    assertThat(some.code()).isZero();
    assertThat(some.out()).contains("AAA").doesNotContain("BBB");
    assertThat(some.err()).contains("Not ranked: BBB (BBB): too little data");
    assertThat(Run.of("rank", "guns-and-debt.csv", "wide:" + data).err())
        .contains("--skip-unknown leaves out indicators that the model has not.");
  }

  @Test
  void text_of_files_does_not_steer_the_terminal() throws IOException {
    String data =
        file("data.csv", "country,name,indicator,value\nAAA,\u001b[31mAland\u202e\u0007,debt,10\n");
    Run run = Run.of("rank", "guns-and-debt.csv", data);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("\u001b", "\u202e", "\u0007");
    Run fault =
        Run.of(
            "rank",
            "guns-and-debt.csv",
            file("bad.csv", "country,indicator,value\n\u001b[2J,debt,1\n"));
    assertThat(fault.code()).isEqualTo(Steppe.BAD_INPUT);
    assertThat(fault.err()).doesNotContain("\u001b");
    Run typed = Run.of("rank", "\u001b[2J.json", DATA);
    assertThat(typed.err()).doesNotContain("\u001b");
  }

  @Test
  void progress_is_told_after_a_second_and_wiped() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AtomicLong clock = new AtomicLong();
    ProgressLine line =
        new ProgressLine("Draws", new PrintStream(err, true, StandardCharsets.UTF_8), clock::get);
    assertThat(line.reached(1, 10)).isTrue();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    clock.set(2_000_000_000L);
    line.reached(5, 10);
    line.reached(10, 10);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("\rDraws: 50 %\r" + " ".repeat(13) + "\r");
    assertThat(Run.of("sure", MODEL, DATA).err()).isEmpty();
  }

  @Test
  void help_has_examples_and_fits_a_terminal() {
    for (String command :
        List.of(
            "score", "rank", "compare", "whatif", "sure", "report", "diff", "check", "convert")) {
      Run run = Run.of(command, "--help");
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .contains("Examples:", "  steppe " + command + " ")
          .doesNotContain("\u001b");
      assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
      assertThat(Run.of("--help").out()).contains("  " + command + " ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | there is nothing in it",
        "null | there is nothing in it",
        "'{\"format\": 1, \"code\": \"m\", \"code\": \"n\"}' | Duplicate",
        "'{\"format\": 1, \"code\": \"m\"} {}' | railing token",
        "'{\"format\": 1, \"code\": \"m\", \"colour\": {\"a\": [1]}}' | colour: unknown field",
        "'{\"format\": 1, \"code\": \"m\", \"weight\": \"much\"}' | line 1, column",
        "'{\"code\": \"m\"}' | format",
      })
  void documents_with_faults_are_refused(String text, String told) throws IOException {
    Run run = Run.of("check", file("model.json", text));
    assertThat(run.code()).isEqualTo(Steppe.BAD_INPUT);
    assertThat(run.err()).contains("model.json': ").contains(told).doesNotContain("Exception");
  }

  @Test
  void a_model_in_any_file_is_equal() throws IOException {
    RiskModel model = PostSovietStates.scorer().model();
    for (ModelFile kind : ModelFile.values()) {
      assertThat(kind.read(kind.write(model))).isEqualTo(model);
    }
  }

  @Test
  void what_does_not_apply_is_said_by_a_marker() throws IOException {
    String model =
        file(
            "model.csv",
            "code,parent,weight,direction,scale\nm,,1,,\n"
                + "debt,m,1,HIGHER_IS_RISKIER,\"goalposts(0, 100)\"\n"
                + "ports,m,3,HIGHER_IS_RISKIER,\"goalposts(0, 10)\"\n");
    String data = file("data.csv", "country,debt,ports\nAAA,40,n/a\nBBB,20,1\n");
    Run run = Run.of("score", model, "wide:" + data, "--not-applicable=n/a", "-c=AAA");
    assertThat(run.out() + run.err()).contains("40.0").contains("Not applicable: ports");
  }
}
