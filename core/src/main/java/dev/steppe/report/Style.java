package dev.steppe.report;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheet, which is part of every page, and what of it a drawing alone needs. */
final class Style {

  /** Where the rules of drawings start and end. */
  private static final String START = "/* Drawings. */";

  private static final String END = "/* End of drawings. */";

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6})");
  private static final Pattern USE = Pattern.compile("var\\(--([a-z0-9-]+)\\)");
  private static final Pattern CLASSES = Pattern.compile("class=\"([^\"]*)\"");
  private static final Pattern NAMED = Pattern.compile("\\.([\\w-]+)");
  private static final Splitter SELECTORS = Splitter.on(',').trimResults();
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private static final class Sheet {
    static final String TEXT = load();
    static final Map<String, String> LIGHT = light();

    private static String load() {
      try (InputStream in = Style.class.getResourceAsStream("report.css")) {
        if (in == null) {
          throw new IllegalStateException("Resource report.css is missing beside " + Style.class);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read resource report.css", e);
      }
    }

    /** The colours of the first block; the dark look changes them in a later one. */
    private static Map<String, String> light() {
      Map<String, String> colours = new HashMap<>();
      Matcher colour = COLOUR.matcher(TEXT.substring(0, TEXT.indexOf('}')));
      while (colour.find()) {
        colours.put(colour.group(1), colour.group(2));
      }
      return colours;
    }
  }

  private Style() {}

  /** All of it. */
  static String sheet() {
    return Sheet.TEXT;
  }

  /** The rules that these shapes need, in the light colours. */
  static String of(String shapes) {
    Set<String> used = new HashSet<>();
    Matcher classes = CLASSES.matcher(shapes);
    while (classes.find()) {
      WORDS.split(classes.group(1)).forEach(used::add);
    }
    StringBuilder rules = new StringBuilder();
    Matcher rule = RULE.matcher(Sheet.TEXT);
    rule.region(Sheet.TEXT.indexOf(START) + START.length(), Sheet.TEXT.indexOf(END));
    while (rule.find()) {
      String selector = rule.group(1).strip();
      if (SELECTORS.splitToStream(selector).anyMatch(one -> applies(one, shapes, used))) {
        rules.append(selector).append('{');
        rules.append(USE.matcher(rule.group(2)).replaceAll(use -> colour(use.group(1))).strip());
        rules.append("}\n");
      }
    }
    return rules.toString();
  }

  private static boolean applies(String selector, String shapes, Set<String> used) {
    Matcher named = NAMED.matcher(selector);
    if (!named.find()) {
      return shapes.contains("<" + selector + " ");
    }
    do {
      if (!used.contains(named.group(1))) {
        return false;
      }
    } while (named.find());
    return true;
  }

  private static String colour(String name) {
    return Sheet.LIGHT.getOrDefault(name, "#000000");
  }
}
