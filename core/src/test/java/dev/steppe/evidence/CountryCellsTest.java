package dev.steppe.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steppe.evidence.CountryCells.Fault;
import org.junit.jupiter.api.Test;

class CountryCellsTest {

  private static final CountryCodes ISO = CountryCodes.of(CodeList.ISO3);

  @Test
  void each_text_is_one_fault_however_many_lines_it_has() {
    CountryCells cells = new CountryCells(ISO);
    for (int line = 2; line < 8; line++) {
      assertThat(cells.code(line % 2 == 0 ? "WLD" : "DEU", "", 0, line))
          .isEqualTo(line % 2 == 0 ? null : "DEU");
    }
    assertThat(cells.code("HIC", "High income", 0, 8)).isNull();
    assertThat(cells.faults())
        .containsExactly(
            new Fault(
                2,
                false,
                "'WLD' is a group of countries (World), and so in 2 more lines. CountryCodes.withAlias says"
                    + " which country a text stands for, withPlace that it is a place of its own,"
                    + " leavingOut that its lines do not count; leavingOutOthers leaves all such"
                    + " lines out"),
            new Fault(8, false, "'HIC' is a group of countries (High income)"));
    assertThat(cells.leftOut()).isEmpty();
  }

  @Test
  void what_is_left_out_is_told() {
    CountryCells cells = new CountryCells(ISO.leavingOutOthers());
    assertThat(cells.code("XVA", "Varonia", 0, 2)).isEqualTo("XVA");
    assertThat(cells.code("", "Northern states", 0, 3)).isNull();
    assertThat(cells.code("OWID_ALL", "All", 0, 4)).isNull();
    assertThat(cells.code("OWID_ALL", "All", 0, 5)).isNull();
    assertThat(cells.code("", "", 0, 6)).isNull();
    assertThat(cells.leftOut())
        .containsExactly(
            "Northern states (no code), 1 line", "All (OWID_ALL), 2 lines", "no code, 1 line");
    assertThat(cells.faults()).isEmpty();
  }

  @Test
  void named_texts_alone_are_left_out() {
    CountryCells cells = new CountryCells(ISO.leavingOut("wld", "High income", "Germany"));
    assertThat(cells.code("WLD", "World", 0, 2)).isNull();
    assertThat(cells.code("HIC", "High income", 0, 3)).isNull();
    assertThat(cells.code("DEU", "Germany", 0, 4)).isNull();
    assertThat(cells.code("LIC", "Low income", 0, 5)).isNull();
    assertThat(cells.leftOut())
        .containsExactly(
            "World (WLD), 1 line", "High income (HIC), 1 line", "Germany (DEU), 1 line");
    assertThat(cells.faults()).singleElement().extracting(Fault::line).isEqualTo(5L);
  }

  @Test
  void letters_of_another_list_are_told_by_the_names_beside_them() {
    CountryCells cells = new CountryCells(ISO);
    cells.code("SLV", "Slovara", 0, 2);
    cells.code("MNG", "Montenegro", 0, 3);
    cells.code("XVA", "France", 0, 4);
    cells.code("COG", "Congo", 0, 5);
    cells.code("KOR", "Korea, Rep.", 0, 6);
    assertThat(cells.faults())
        .containsExactly(
            new Fault(
                2,
                true,
                "'Slovara' is no known name of SLV, which is El Salvador. If it is the same country:"
                    + " CountryCodes.withAlias(\"Slovara\", \"SLV\"); if 'SLV' is of another code list, say"
                    + " which. It is Slovenia (SVN) by CodeList.COW_LETTERS, Slovenia (SVN) by"
                    + " CodeList.GW_LETTERS; trustingCodes() takes all codes for what the list"
                    + " says, whatever the names"),
            new Fault(
                3, true, "'Montenegro' is MNE, but the code is 'MNG', which is Mongolia (MNG)"),
            new Fault(4, true, "'France' is FRA, but the code is 'XVA'"));
    CountryCells told = new CountryCells(ISO.withAlias("Slovara", "SLV"));
    assertThat(told.code("SLV", "Slovara", 0, 2)).isEqualTo("SLV");
    assertThat(told.faults()).isEmpty();
    CountryCells trusting = new CountryCells(ISO.trustingCodes());
    assertThat(trusting.code("MNG", "Montenegro", 0, 2)).isEqualTo("MNG");
    assertThat(trusting.faults()).isEmpty();
  }

  @Test
  void one_name_with_two_codes_is_a_fault_in_every_table() {
    CountryCells cells = new CountryCells(CountryCodes.unchecked());
    cells.code("ROM", "Romelia", 0, 2);
    cells.code("ROU", "Romelia", 0, 3);
    assertThat(cells.faults())
        .containsExactly(
            new Fault(
                3,
                true,
                "'Romelia' has the code ROU here, and ROM in line 2. If it is one country:"
                    + " CountryCodes.withAlias(\"ROM\", \"ROU\")"));
    CountryCells told = new CountryCells(CountryCodes.unchecked().withAlias("ROM", "ROU"));
    assertThat(told.code("ROM", "Romelia", 0, 2)).isEqualTo("ROU");
    assertThat(told.code("ROU", "Romelia", 0, 3)).isEqualTo("ROU");
    assertThat(told.faults()).isEmpty();
  }

  @Test
  void years_say_which_state_a_number_is() {
    CountryCells cells = new CountryCells(CountryCodes.of(CodeList.COW_NUMBERS));
    assertThat(cells.code("255", "", 1900, 2)).isEqualTo("DEU");
    assertThat(cells.code("260", "", 1970, 3)).isEqualTo("DEU");
    assertThat(cells.code("255", "", 1970, 4)).isNull();
    assertThat(cells.code("255", "", 2000, 5)).isEqualTo("DEU");
    assertThat(cells.code("255", "", 1971, 6)).isNull();
    assertThat(cells.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(4))
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .startsWith(
                        "'255' is Germany (DEU) 1816 to 1945, Germany (DEU) since 1990, not in 1970")
                    .contains(", and so in 1 more line."));
  }

  @Test
  void countries_are_called_as_the_table_does_or_as_the_list() {
    CountryCells cells = new CountryCells(ISO);
    cells.code("KOR", "Korea, Rep.", 0, 2);
    cells.code("KOR", "South Korea", 0, 3);
    cells.code("DEU", "", 0, 4);
    cells.code("XVA", "", 0, 5);
    assertThat(cells.name("KOR")).isEqualTo("Korea, Rep.");
    assertThat(cells.name("DEU")).isEqualTo("Germany");
    assertThat(cells.name("XVA")).isEqualTo("XVA");
    CountryCells names =
        new CountryCells(CountryCodes.of(CodeList.NAMES).withAlias("Quellia, Rep. of", "XQU"));
    names.code("Quellia, Rep. of ", "", 0, 2);
    names.code("Viet Nam", "", 0, 3);
    assertThat(names.name("XQU")).isEqualTo("Quellia, Rep. of");
    assertThat(names.name("VNM")).isEqualTo("Vietnam");
    assertThat(names.faults()).isEmpty();
  }
}
