package dev.steppe.report;

import com.google.common.base.CaseFormat;
import com.google.common.base.CharMatcher;
import dev.steppe.internal.Text;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.table.Decimals;
import dev.steppe.table.Table;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the library says, for people who read no code: names for codes, and methods in words. */
final class PlainWords {

  private static final Pattern COMMIT = Pattern.compile(",? commit [0-9a-f]{7,40}\\b");
  private static final Pattern FINGERPRINT = Pattern.compile("[;,]? model [0-9a-f]{32}");
  private static final Pattern INTERACTION =
      Pattern.compile("Interaction\\.of\\(\"(.+?)\", \"(.+?)\", ([^()]+)\\)");
  private static final Pattern POINTS = Pattern.compile("piecewiseLinear\\(\\{([^{}]*)\\}\\)");
  private static final Pattern ENDS = Pattern.compile("goalposts\\(([^(),]+), ([^(),]+)\\)");
  private static final Pattern METHOD = Pattern.compile("\\b([a-z][A-Za-z]*)\\(([^()]*)\\)");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");

  private final RiskModel model;

  PlainWords(RiskModel model) {
    this.model = model;
  }

  /** What a node of this code is called; what is no code stays. */
  String name(String code) {
    @Nullable Node node = model.nodes().get(code);
    return node == null ? code : node == model.root() ? "The whole" : node.name();
  }

  /** The table with names in cells that are codes of nodes, be they indented or not. */
  Table named(Table table) {
    return table.withWords(
        text -> {
          String code = CharMatcher.whitespace().trimLeadingFrom(text);
          return text.substring(0, text.length() - code.length()) + name(code);
        });
  }

  /** A table of the library, with methods in words too, and without what only checks. */
  Table told(Table table) {
    return named(table).withWords(text -> methods(FINGERPRINT.matcher(text).replaceAll("")));
  }

  /** Where a figure is in its source, without the version number of a file, which only checks. */
  static String place(String place) {
    return COMMIT.matcher(place).replaceAll("");
  }

  /**
   * Such as {@code 0 to 60, lower is riskier} for {@code goalposts(0.0, 60.0), lower is riskier}.
   */
  String methods(String text) {
    if (text.indexOf('(') < 0) {
      return text;
    }
    String said = INTERACTION.matcher(text).replaceAll(this::pair);
    boolean isMethod = !said.equals(text);
    Matcher points = POINTS.matcher(said);
    said = points.replaceAll(of -> of.group(1).replace("=", " is "));
    said = ENDS.matcher(said).replaceAll("$1 to $2");
    said = METHOD.matcher(said).replaceAll(of -> Matcher.quoteReplacement(words(of)));
    isMethod |= !said.equals(text);
    return isMethod ? DECIMAL.matcher(said).replaceAll(PlainWords::shorter) : text;
  }

  private String pair(MatchResult of) {
    return Matcher.quoteReplacement(
        Text.of("%s with %s %s", quoted(of.group(1)), quoted(of.group(2)), of.group(3)));
  }

  private String quoted(String code) {
    return "\"" + name(code) + "\"";
  }

  private static String words(MatchResult method) {
    String name = CaseFormat.LOWER_CAMEL.to(CaseFormat.LOWER_HYPHEN, method.group(1));
    String parameters = method.group(2);
    return name.replace('-', ' ') + (parameters.isEmpty() ? "" : " " + parameters);
  }

  private static String shorter(MatchResult number) {
    return Decimals.significant(Double.parseDouble(number.group()), 3);
  }
}
