package dev.steppe.report;

import com.google.common.base.CaseFormat;
import dev.steppe.internal.Markup;
import dev.steppe.model.Node;
import dev.steppe.model.RiskModel;
import dev.steppe.table.Decimals;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the library says, for people who read no code: names for codes, and methods in words. */
final class PlainWords {

  /** Of HTML, what stands between two tags. */
  private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");

  private static final Pattern INDENT = Pattern.compile("^(?:&#160;|\\s)+");
  private static final Pattern QUOTED = Pattern.compile("(?:'|&#39;)([\\w.-]+?)(?:'|&#39;)");
  private static final Pattern CHILDREN =
      Pattern.compile("children of (?:'|&#39;)([\\w.-]+?)(?:'|&#39;)");
  private static final Pattern ARGUMENT = Pattern.compile("&quot;([\\w.-]+?)&quot;");

  /** A word that is no word of a language, and so may be told for a code wherever it is. */
  private static final Pattern JOINED = Pattern.compile("\\b[A-Za-z]\\w*_\\w*\\w\\b");

  private static final Pattern COMMIT = Pattern.compile(",? commit [0-9a-f]{7,40}\\b");
  private static final Pattern FINGERPRINT = Pattern.compile("[;,]? model [0-9a-f]{32}");
  private static final Pattern INTERACTION =
      Pattern.compile("Interaction\\.of\\(&quot;(.+?)&quot;, &quot;(.+?)&quot;, ([^()]+)\\)");
  private static final Pattern POINTS = Pattern.compile("piecewiseLinear\\(\\{([^{}]*)\\}\\)");
  private static final Pattern ENDS = Pattern.compile("goalposts\\(([^(),]+), ([^(),]+)\\)");
  private static final Pattern METHOD = Pattern.compile("\\b([a-z][A-Za-z]*)\\(([^()]*)\\)");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");

  private final RiskModel model;

  PlainWords(RiskModel model) {
    this.model = model;
  }

  /** A sentence that names nodes by their quoted code, with their names instead. */
  String sentence(String said) {
    String named =
        CHILDREN
            .matcher(said)
            .replaceAll(of -> Matcher.quoteReplacement("parts of " + quoted(of.group(1))));
    return QUOTED.matcher(named).replaceAll(this::name);
  }

  private String name(MatchResult code) {
    return Matcher.quoteReplacement(
        model.nodes().containsKey(code.group(1)) ? quoted(code.group(1)) : code.group());
  }

  private String quoted(String code) {
    return code.equals(model.root().code()) ? "the whole" : "“" + Markup.shown(name(code)) + "”";
  }

  private String name(String code) {
    @Nullable Node node = model.nodes().get(code);
    return node == null ? code : node.name();
  }

  /** A table in HTML with the names of nodes where it has their codes. */
  String names(String html) {
    return TEXT.matcher(html).replaceAll(text -> Matcher.quoteReplacement(cell(text.group(1))));
  }

  private String cell(String text) {
    Matcher indent = INDENT.matcher(text);
    String start = indent.find() ? indent.group() : "";
    String code = text.substring(start.length());
    boolean known = model.nodes().containsKey(code);
    String name = code.equals(model.root().code()) ? "The whole" : Markup.shown(name(code));
    return ">" + (known ? start + name : joined(arguments(sentence(text)))) + "<";
  }

  private String joined(String text) {
    return JOINED
        .matcher(text)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    model.nodes().containsKey(code.group()) ? quoted(code.group()) : code.group()));
  }

  /** Where a figure is in its source, without the version number of a file, which only checks. */
  static String place(String place) {
    return COMMIT.matcher(place).replaceAll("");
  }

  /** Codes that are arguments of a method. */
  private String arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    model.nodes().containsKey(code.group(1))
                        ? "&quot;" + Markup.shown(name(code.group(1))) + "&quot;"
                        : code.group()));
  }

  /** A table of the library in HTML, with methods in words too, and without what only checks. */
  String all(String html) {
    String named = names(FINGERPRINT.matcher(html).replaceAll(""));
    return TEXT.matcher(named)
        .replaceAll(text -> Matcher.quoteReplacement(">" + methods(text.group(1)) + "<"));
  }

  /**
   * Such as {@code 0 to 60, lower is riskier} for {@code goalposts(0.0, 60.0), lower is riskier}.
   */
  static String methods(String text) {
    if (text.indexOf('(') < 0) {
      return text;
    }
    String said =
        INTERACTION
            .matcher(text)
            .replaceAll(
                of ->
                    Matcher.quoteReplacement(
                        "“" + of.group(1) + "” with “" + of.group(2) + "” " + of.group(3)));
    boolean isMethod = !said.equals(text);
    Matcher points = POINTS.matcher(said);
    said = points.replaceAll(of -> of.group(1).replace("=", " is "));
    said = ENDS.matcher(said).replaceAll("$1 to $2");
    said = METHOD.matcher(said).replaceAll(of -> Matcher.quoteReplacement(words(of)));
    isMethod |= !said.equals(text);
    return isMethod ? DECIMAL.matcher(said).replaceAll(PlainWords::shorter) : text;
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
