package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceCsvTest {

  private static final EvidenceCsv CSV = EvidenceCsv.standard();
  private static final LocalDate END_OF_2021 = LocalDate.of(2021, 12, 31);

  private static String error(ThrowingCallable read) {
    return assertThatIllegalArgumentException().isThrownBy(read).actual().getMessage();
  }

  // Partners

  @Test
  void partners_are_those_that_the_builder_makes() {
    Dataset read =
        CSV.withPercent()
            .withAsOf(END_OF_2021)
            .tradePartners(
                "RUS",
                """
                country,name,partner,flow,share,source,place,year,quality
                XVA,Varonia,CHN,exports,50,Atlas,trade,2019,
                XVA,Varonia,RUS,Exports,30..40,Atlas,trade,2019,estimate
                XVA,Varonia,RUS,import,40,Atlas,trade,2019,
                XQU,Quellia,EU,M,80,,,,
                """)
            .value();
    Source atlas = Source.of("Atlas", "trade").observed(2019);
    TradePartners expected =
        TradePartners.builder("RUS")
            .exports("CHN", 0.5, atlas)
            .exports("RUS", Estimate.between(0.3, 0.4), atlas.withQuality(Quality.ESTIMATE))
            .imports("RUS", 0.4, atlas)
            .build();
    CountryProfile varonia = read.profile("XVA");
    assertThat(varonia.evidence(TradePartners.class)).contains(expected);
    assertThat(varonia.country()).isEqualTo(Country.of("XVA", "Varonia"));
    assertThat(varonia.asOf()).contains(END_OF_2021);
    assertThat(read.column("import_dependence")).containsExactly(0.4, Double.NaN);
  }

  @Test
  void amounts_are_shares_of_all_partners_or_of_the_line_for_all() {
    String table =
        """
        Reporter,Partner,Flow,Trade Value
        Varonia,Russian Federation,X,30
        Varonia,China,X,50
        Varonia,World,X,100
        """;
    EvidenceCsv csv =
        CSV.withColumn("country", "Reporter")
            .withColumn("partner", "Partner")
            .withColumn("flow", "Flow")
            .withColumn("value", "Trade Value")
            .withCountries(CountryCodes.of(CodeList.NAMES).withAlias("Varonia", "XVA"));
    TradePartners trade =
        csv.withTotal("World")
            .tradePartners("RUS", table)
            .value()
            .profile("XVA")
            .evidence(TradePartners.class)
            .orElseThrow();
    assertThat(trade.partners(Flow.EXPORTS))
        .containsEntry("RUS", Estimate.exact(0.3))
        .containsEntry("CHN", Estimate.exact(0.5))
        .hasSize(2);
    String partnersOnly = table.replace("Varonia,World,X,100\n", "");
    assertThat(csv.tradePartners("RUS", partnersOnly).value().column("export_dependence")[0])
        .isCloseTo(30.0 / 80, within(1e-15));
    assertThat(error(() -> csv.tradePartners("RUS", table)))
        .startsWith("CSV: line 4, column 'Partner': 'World' is a group of countries");
    assertThat(error(() -> csv.withTotal("World").tradePartners("RUS", partnersOnly)))
        .isEqualTo(
            """
            CSV has 2 faults:
              - line 2: exports of XVA have no line of 'World'
              - line 3: exports of XVA have no line of 'World'""");
    assertThat(error(() -> csv.withTotal("World").tradePartners("RUS", table.replace("100", "60"))))
        .contains("line 2: exports of XVA are 60.0 in all, but the partners sum to 80.0");
  }

  @Test
  void a_sum_without_partners_that_were_left_out_is_no_whole() {
    EvidenceCsv csv = CSV.withCountries(CountryCodes.of(CodeList.ISO3).leavingOutOthers());
    String table = "country,partner,flow,value\nXVA,RUS,exports,30\nXVA,WLD,exports,100\n";
    assertThat(error(() -> csv.tradePartners("RUS", table)))
        .isEqualTo(
            "CSV: line 3, column 'partner': 'WLD' is left out, so the sum of the partners may count"
                + " some twice: withTotal says which line has the whole");
    Loaded<Dataset> shares =
        csv.tradePartners(
            "RUS", table.replace("value", "share").replace("30", "0.3").replace("100", "1"));
    assertThat(shares.value().column("export_dependence")).containsExactly(0.3);
    assertThat(shares.leftOut()).containsExactly("partner WLD, 1 line");
  }

  @Test
  void faults_of_partners_come_together_with_line_and_column() {
    assertThat(
            error(
                () ->
                    CSV.tradePartners(
                        "RUS",
                        """
                        country,partner,flow,share,year,quality
                        KZ,RUS,exports,0.3,2020,
                        XVA,,exports,0.3,2020,
                        XVA,RUS,transit,0.3,2020,
                        XVA,RUS,exports,30,2020,
                        XVA,RUS,exports,x,20,
                        XVA,RUS,exports,0.3,2020,sure
                        XVA,RUS,exports,0.3,2020,
                        XVA,RUS,exports,0.4,2021,
                        XVA,RUS,exports,0.3
                        """)))
        .isEqualTo(
            """
            CSV has 9 faults:
              - line 2, column 'country': Country code must be three letters A-Z (ISO 3166-1 alpha-3), but was 'KZ'. It is Kazakhstan (KAZ) by CodeList.ISO2
              - line 3, column 'partner': must not be empty
              - line 4, column 'flow': must be exports or imports, but was 'transit'
              - line 5, column 'share': must be in [0, 1], but was 30. If it is in percent: withPercent()
              - line 6, column 'year': '20' is neither a year nor a date such as 2022-02-23
              - line 6, column 'share': 'x' is not a number or an interval lo..hi. If it means that there is no figure: CsvFormat.withMissing("x")
              - line 7, column 'quality': Unknown quality 'sure'. Known: [exact, estimate, judgement, unstated].
              - line 9, column 'partner': 'RUS' of XVA was already given by line 8 from the same source (source not stated). If they are of different years: withYear chooses one
              - line 10: has 4 cells, but the header has 6""");
    assertThat(
            CSV.withYear(2021)
                .tradePartners(
                    "RUS",
                    "country,partner,flow,share,year\nXVA,RUS,exports,0.3,2020\nXVA,RUS,exports,0.4,2021.0\n")
                .value()
                .column("export_dependence"))
        .containsExactly(0.4);
    assertThat(
            error(
                () ->
                    CSV.tradePartners(
                        "RUS",
                        "country,partner,flow,share\nXVA,RUS,exports,0.7\nXVA,CHN,exports,0.7\n")))
        .startsWith(
            "CSV: line 2: XVA (XVA): Trade with rival 'RUS': shares in exports must sum to");
  }

  @Test
  void columns_that_are_needed_or_named_must_be_there() {
    assertThat(error(() -> CSV.withColumn("year", "Yr").tradePartners("RUS", "country,flow\n")))
        .isEqualTo(
            """
            CSV has 2 faults:
              - header has no column 'partner'. Found: [country, flow]
              - header has no column 'Yr'. Found: [country, flow]""");
    assertThat(error(() -> CSV.tradePartners("RUS", "country,partner,flow\nXVA,RUS,exports\n")))
        .isEqualTo("CSV: header has neither a column 'share' nor a column 'value'");
    assertThat(error(() -> CSV.withColumn("partners", "x")))
        .startsWith("Unknown column 'partners'. Known: [country, name, partner,");
  }

  // Groups

  private static final String EPR =
      """
      gwid,statename,from,to,group,size
      705,Kazakhstan,1991,2009,Kazakhs,0.60
      705,Kazakhstan,2010,2021,Kazakhs,0.68
      705,Kazakhstan,2010,2021,Russians,0.20
      345,Yugoslavia,1946,1991,Serbs,0.36
      260,German Federal Republic,1949,2021,Germans,0.91
      """;

  private static final EvidenceCsv EPR_CSV =
      CSV.withColumn("country", "gwid")
          .withColumn("name", "statename")
          .withColumn("share", "size")
          .withCountries(CountryCodes.of(CodeList.GW_NUMBERS))
          .withAsOf(END_OF_2021);

  @Test
  void groups_of_a_date_are_those_that_the_builder_makes() {
    Dataset read =
        EPR_CSV.withUnlistedKin(Estimate.exact(0)).ethnicDistributions("Russians", EPR).value();
    assertThat(read.countries())
        .containsExactly(
            Country.of("KAZ", "Kazakhstan"), Country.of("DEU", "German Federal Republic"));
    assertThat(read.profile("KAZ").evidence(EthnicDistribution.class))
        .contains(
            EthnicDistribution.builder("Russians")
                .group("Kazakhs", 0.68, Source.unstated())
                .group("Russians", 0.20, Source.unstated())
                .build());
    assertThat(read.column("kin_share")).containsExactly(0.2, 0);
    assertThat(read.profile("DEU").readings("kin_share").get(0).source().document())
        .isEqualTo("not listed");
  }

  @Test
  void a_kin_group_that_is_not_listed_is_a_fault_until_its_share_is_said() {
    assertThat(error(() -> EPR_CSV.ethnicDistributions("Russians", EPR)))
        .isEqualTo(
            "CSV: German Federal Republic (DEU): group 'Russians' is not listed: withUnlistedKin says"
                + " how large it may be there");
    assertThat(
            EPR_CSV
                .withGroup("Germans", "Russians")
                .ethnicDistributions("Russians", EPR)
                .value()
                .column("kin_share"))
        .containsExactly(0.2, 0.91);
  }

  @Test
  void periods_need_a_date_and_states_of_the_past_are_told() {
    String groups = "country,group,share,from,to\nXVA,A,0.5,1990,\nXVA,B,0.2,2000-05-01,1999\n";
    assertThat(error(() -> CSV.ethnicDistributions("A", groups)))
        .isEqualTo(
            """
            CSV has 2 faults:
              - line 2, column 'from': groups have periods: withAsOf says on which date they count
              - line 3, column 'to': '1999' is before '2000-05-01'""");
    assertThat(
            error(
                () ->
                    EPR_CSV.withAsOf(LocalDate.of(1980, 6, 30)).ethnicDistributions("Serbs", EPR)))
        .contains(
            "line 5, column 'gwid': '345' is Yugoslavia, which is no country of today. Country");
    assertThat(
            CSV.withAsOf(LocalDate.of(1990, 1, 1))
                .ethnicDistributions("A", groups.replace("1999", "2001"))
                .value()
                .profile("XVA")
                .evidence(EthnicDistribution.class)
                .orElseThrow()
                .groups())
        .containsOnlyKeys("A");
  }

  @Test
  void groups_that_are_not_there_on_the_date_are_told() {
    String table =
        "country,from,to,group,share\nXVA,1946,2017,A,0.6\nXVA,1946,2017,B,0.4\n"
            + "XQU,1946,1999,A,0.3\nXQU,1980,1999,B,0.3\n";
    EvidenceCsv csv = CSV.withUnlistedKin(Estimate.exact(0));
    assertThat(csv.withAsOf(LocalDate.of(2017, 1, 1)).ethnicDistributions("A", table).leftOut())
        .containsExactly("XQU (no group on 2017-01-01), 2 lines");
    assertThat(csv.withAsOf(LocalDate.of(1950, 1, 1)).ethnicDistributions("A", table).leftOut())
        .isEmpty();
    assertThat(error(() -> csv.withAsOf(LocalDate.of(2022, 2, 23)).ethnicDistributions("A", table)))
        .isEqualTo(
            "CSV: line 2: the group was not there on 2022-02-23, nor were those of other lines."
                + " withAsOf says on which date groups count");
  }

  @Test
  void one_partner_alone_is_not_all_of_a_flow() {
    String table =
        "country,partner,flow,value\nXVA,RUS,exports,30\nXVA,RUS,imports,3\nXVA,CHN,imports,9\n";
    assertThat(error(() -> CSV.tradePartners("RUS", table)))
        .isEqualTo(
            "CSV: line 2: exports of XVA have one partner, RUS, whose share in the sum of the"
                + " partners is the whole. withTotal says which line has the whole");
    assertThat(
            CSV.withTotal("World")
                .tradePartners("RUS", table + "XVA,World,exports,100\nXVA,World,imports,12\n")
                .value()
                .column("export_dependence"))
        .containsExactly(0.3);
  }

  // Memberships

  private static final String MEMBERS =
      """
      organisation,country,from,to,kind,degree,source
      CSTO,KAZ,1994-04-20,,defence pact,,treaty
      CSTO,RUS,1994-04-20,,DEFENCE_PACT,,treaty
      CSTO,GEO,1994-12-09,1999-04-19,defence-pact,,treaty
      EAEU,KAZ,2015,,economic union,,
      EAEU,RUS,2015,,economic union,,
      EAEU,MDA,2018,,economic union,0.5,
      """;

  @Test
  void memberships_are_the_network_that_the_builder_makes() {
    Source treaty = Source.of("treaty", "");
    AllianceNetwork expected =
        AllianceNetwork.builder()
            .alliance("CSTO", TieKind.DEFENCE_PACT, treaty)
            .member("KAZ", LocalDate.of(1994, 4, 20))
            .member("RUS", LocalDate.of(1994, 4, 20))
            .member("GEO", LocalDate.of(1994, 12, 9), LocalDate.of(1999, 4, 20))
            .alliance("EAEU", TieKind.ECONOMIC_UNION, Source.unstated())
            .member("KAZ", LocalDate.of(2015, 1, 1))
            .member("RUS", LocalDate.of(2015, 1, 1))
            .member("MDA", LocalDate.of(2018, 1, 1), LocalDate.MAX, 0.5)
            .build();
    AllianceNetwork read = CSV.allianceNetwork(MEMBERS).value();
    assertThat(read).isEqualTo(expected);
    assertThat(read.strength("KAZ", "RUS", LocalDate.of(2022, 1, 1))).isEqualTo(0.875);
  }

  @Test
  void kinds_are_said_by_the_table_or_beside_it() {
    String table = "organisation,country\nNATO,260\nNATO,20\n";
    EvidenceCsv gw = CSV.withCountries(CountryCodes.of(CodeList.GW_NUMBERS));
    assertThat(error(() -> gw.allianceNetwork(table)))
        .contains(
            "line 2, column 'organisation': 'NATO' has no kind: withKind(\"NATO\", kind) says which of"
                + " [DEFENCE_PACT, ECONOMIC_UNION, POLITICAL_BLOC, PARTNERSHIP, ASPIRATION] it is");
    AllianceNetwork read = gw.withKind("NATO", TieKind.DEFENCE_PACT).allianceNetwork(table).value();
    assertThat(read.strength("DEU", "CAN", LocalDate.of(2022, 1, 1))).isEqualTo(0.75);
  }

  @Test
  void faults_of_memberships_come_together_with_line_and_column() {
    assertThat(
            error(
                () ->
                    CSV.allianceNetwork(
                        """
                        organisation,country,from,to,kind,strength,degree,source
                        CSTO,KAZ,1994,2000,defence pact,,,treaty
                        CSTO,KAZ,2000,,defence pact,,,treaty
                        CSTO,RUS,1994,,partnership,,,law
                        CSTO,UKR,199x,,defence pact,2,3,treaty
                        ,BLR,1994,1993,alliance,,,treaty
                        """)))
        .isEqualTo(
            """
            CSV has 9 faults:
              - line 3, column 'country': 'KAZ' is in 'CSTO' already, by line 2
              - line 4, column 'kind': 'CSTO' is PARTNERSHIP here, but DEFENCE_PACT in line 2. An organisation has one
              - line 4, column 'strength': 'CSTO' is 0.25 here, but 0.75 in line 2. An organisation has one
              - line 4, column 'source': 'CSTO' is law here, but treaty in line 2. An organisation has one; withSource says which
              - line 5, column 'from': '199x' is neither a year nor a date such as 2022-02-23
              - line 5, column 'degree': degree must be in [0.0, 1.0], but was 3.0
              - line 5, column 'strength': strength must be in [0.0, 1.0], but was 2.0
              - line 6, column 'organisation': must not be empty
              - line 6, column 'to': '1993' is before '1994'""");
  }

  @Test
  void files_are_written_as_the_format_says() {
    EvidenceCsv csv =
        CSV.withFormat(
            CsvFormat.standard()
                .withSeparator(';')
                .withDecimalMark(',')
                .withPercentSigns()
                .withFlag("e", Quality.ESTIMATE));
    Dataset read =
        csv.ethnicDistributions("A", "country;group;share\nXVA;A;12,5 % e\nXVA;B;0,5\n").value();
    assertThat(read.column("kin_share")).containsExactly(0.125);
    Source source = read.profile("XVA").readings("kin_share").get(0).source();
    assertThat(source.quality()).isEqualTo(Quality.ESTIMATE);
    assertThat(error(() -> CSV.ethnicDistributions("A", "country;group;share\n")))
        .contains("header has no column 'group'. Found: [country;group;share]")
        .contains("CsvFormat.withSeparator(';')");
    assertThat(error(() -> CSV.ethnicDistributions("A", "groups.csv")))
        .startsWith("'groups.csv' seems to be the name of a file");
  }

  @Test
  void files_and_joins_take_it_further(@TempDir Path dir) throws IOException {
    Path trade = dir.resolve("trade.csv");
    Files.writeString(trade, "\uFEFFcountry;partner;flow;share\nXVA;RUS;exports;0.3\n");
    Path groups = dir.resolve("groups.csv");
    Files.writeString(groups, "country;group;share\nXVA;A;0.1\n");
    Path members = dir.resolve("members.csv");
    Files.writeString(members, "organisation;country\nX;XVA\n");
    EvidenceCsv csv =
        CSV.withFormat(CsvFormat.standard().withSeparator(';').withMissing("NA"))
            .withKind("X", TieKind.PARTNERSHIP);
    Dataset joined =
        Join.of(
                csv.tradePartners("RUS", trade).value().withName("trade"),
                csv.ethnicDistributions("A", groups).value().withName("groups"))
            .dataset();
    assertThat(joined.profile("XVA").evidence())
        .containsOnlyKeys("trade-partners", "ethnic-distribution");
    assertThat(csv.allianceNetwork(members).value().actors()).containsExactly("XVA");
    Files.writeString(groups, "country;group;share\nXVA;A;1.5\nXVA;B;NA\n");
    assertThat(error(() -> csv.ethnicDistributions("A", groups)))
        .isEqualTo(
            "CSV file '"
                + groups
                + "': line 2, column 'share': must be in [0, 1], but was 1.5."
                + " If it is in percent: withPercent()");
  }

  @Test
  void regions_of_groups_are_those_that_the_builder_makes() {
    String table =
        """
        country,region,population,group,share,source
        XVA,,,A,0.6,Census
        XVA,,,B,0.4,Census
        XVA,North,0.25,A,0.2,Census
        XVA,North,0.25,B,0.8,Census
        XVA,South,0.75,A,0.7,Census
        XQU,East,0.5,B,1,
        """;
    Source census = Source.of("Census", "");
    Dataset read = CSV.withUnlistedKin(Estimate.exact(0)).ethnicDistributions("B", table).value();
    assertThat(read.profile("XVA").evidence(EthnicDistribution.class))
        .contains(
            EthnicDistribution.builder("B")
                .group("A", 0.6, census)
                .group("B", 0.4, census)
                .region(
                    "North", census, r -> r.populationShare(0.25).group("A", 0.2).group("B", 0.8))
                .region("South", census, r -> r.populationShare(0.75).group("A", 0.7).group("B", 0))
                .build());
    assertThat(read.profile("XVA").estimate("max_regional_kin_share"))
        .contains(Estimate.exact(0.8));
    assertThat(read.profile("XQU").estimate("kin_share")).isEmpty();
    assertThat(error(() -> CSV.ethnicDistributions("B", table)))
        .startsWith("CSV: line 2: XVA (XVA): Ethnic distribution seen from 'B'")
        .contains("region 'South'");
    assertThat(
            error(
                () ->
                    CSV.withUnlistedKin(Estimate.exact(0))
                        .ethnicDistributions(
                            "A",
                            table
                                + "XVA,South,0.7,B,0.1,Atlas\nXVA,South,0.5..0.6,C,0.1,Census\n"
                                + "XVA,South,,A,0.6,Census\n")))
        .isEqualTo(
            """
            CSV has 4 faults:
              - line 8, column 'source': 'South' has groups from Atlas here, but from Census in line 6. A region has one source; withSource says which
              - line 8, column 'population': 'South' has 0.7 of the population here, but 0.75 in line 6
              - line 9, column 'population': must be one number, but was 0.5..0.6
              - line 10, column 'group': 'A' of XVA was already given by line 6 from the same source (Census). If they are of different years: withYear chooses one""");
  }

  @Test
  void ties_of_two_are_those_that_the_builder_makes() {
    String table =
        """
        organisation,country,partner,from,to,kind,strength
        Pact,XVA,,2000,,defence pact,
        Pact,XQU,,2000,,defence pact,
        Treaty of Dor,XVA,XDO,2009-10-22,2019,partnership,0.3
        Treaty of Dor,XDO,XVA,2009-10-22,2019,partnership,0.3
        Treaty of Dor,XVA,XDO,2020,,partnership,0.2
        """;
    LocalDate since = LocalDate.of(2009, 10, 22);
    LocalDate then = LocalDate.of(2020, 1, 1);
    AllianceNetwork network = CSV.allianceNetwork(table).value();
    assertThat(network)
        .isEqualTo(
            AllianceNetwork.builder()
                .alliance("Pact", TieKind.DEFENCE_PACT, Source.unstated())
                .member("XVA", LocalDate.of(2000, 1, 1))
                .member("XQU", LocalDate.of(2000, 1, 1))
                .tie(
                    new Tie(
                        "XVA",
                        "XDO",
                        TieKind.PARTNERSHIP,
                        "Treaty of Dor",
                        0.3,
                        1,
                        new Period(since, then),
                        Source.unstated()))
                .tie(
                    Tie.of(
                            "XVA",
                            "XDO",
                            TieKind.PARTNERSHIP,
                            "Treaty of Dor",
                            then,
                            Source.unstated())
                        .withStrength(0.2))
                .build());
    assertThat(
            error(
                () ->
                    CSV.allianceNetwork(
                        table
                            + "Treaty of Dor,XDO,XVA,2018,,partnership,0.3\n"
                            + "Treaty of Dor,XDO,XDO,2018,,partnership,\n"
                            + "Treaty of Dor,XDO,X,2018,,partnership,\n")))
        .isEqualTo(
            """
            CSV has 3 faults:
              - line 7, column 'partner': 'Treaty of Dor' of XDO and XVA was already given by line 4
              - line 8, column 'partner': 'XDO' is the country itself
              - line 9, column 'partner': Country code must be three letters A-Z (ISO 3166-1 alpha-3), but was 'X'""");
    CountryCodes countries = CountryCodes.of(CodeList.ISO3).leavingOutOthers();
    assertThat(
            CSV.withCountries(countries)
                .allianceNetwork(table.replace("XVA,XDO,2020", "XVA,EU,2020"))
                .leftOut())
        .containsExactly("partner EU, 1 line");
  }
}
