package dev.steppe.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TableHtmlTest {

  private static Document parsed(Table table) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader("<div>" + table.toHtml() + "</div>")));
  }

  @Test
  void headers_say_of_which_row_and_column_a_cell_is() {
    Table table =
        Table.titled("Risk scores")
            .number("Rank", 0)
            .text("Country")
            .signed("Difference", 1)
            .row(1, "Kazakhstan", -3.0)
            .rule()
            .row(2, "  of which", OptionalDouble.empty())
            .note("An index.")
            .build();
    assertThat(table.toHtml())
        .isEqualTo(
            """
            <table>
            <caption>Risk scores</caption>
            <thead>
            <tr><th scope="col" class="number">Rank</th><th scope="col">Country</th>\
            <th scope="col" class="number">Difference</th></tr>
            </thead>
            <tbody>
            <tr><td class="number">1</td><th scope="row">Kazakhstan</th>\
            <td class="number">-3.0</td></tr>
            </tbody>
            <tbody>
            <tr><td class="number">2</td><th scope="row">&#160;&#160;of which</th>\
            <td class="number">-</td></tr>
            </tbody>
            </table>
            <p>An index.</p>""");
  }

  @Test
  void a_bar_is_a_meter_with_its_number_and_nothing_where_it_is_missing() {
    Table table =
        Table.builder().bar("0..100", 0, 100, 20).row(41.25).row(OptionalDouble.empty()).build();
    assertThat(table.toHtml())
        .contains("<td><meter min=\"0\" max=\"100\" value=\"41.25\">41.25</meter></td>")
        .contains("<td>-</td>");
  }

  @Test
  void what_comes_from_data_cannot_be_markup() throws Exception {
    String hostile = "<script>alert(1)</script> & \"onload='x' ]]> \u0007\uFFFF";
    Table table = Table.titled(hostile).text(hostile).row(hostile + "\nnext").note(hostile).build();
    assertThat(table.toHtml()).doesNotContain("<script").doesNotContain("\"onload");
    Document page = parsed(table);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("caption").item(0).getTextContent())
        .isEqualTo("<script>alert(1)</script> & \"onload='x' ]]> ?\uFFFD");
    assertThat(page.getElementsByTagName("br").getLength()).isEqualTo(1);
  }

  @Test
  void a_table_without_rows_has_an_empty_body() throws Exception {
    assertThat(parsed(Table.builder().text("Group").build()).getElementsByTagName("td").getLength())
        .isZero();
  }
}
