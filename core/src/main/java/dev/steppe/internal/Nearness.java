package dev.steppe.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far a text is from a name or its label, whichever is closer.
 *
 * @param steps letters to change; 1 if the name or the label has the text as a part, or all of its
 *     words in any order
 * @param letters letters to change, whatever is a part of what: tells those apart that are as near
 */
record Nearness(int steps, int letters) implements Comparable<Nearness> {

  /** The longest text for which names are searched that may have been meant. */
  private static final int LONGEST = 200;

  /** Shorter texts are in too many names by chance. */
  private static final int SHORTEST_PART = 4;

  private static final Comparator<Nearness> ORDER =
      Comparator.comparingInt(Nearness::steps).thenComparingInt(Nearness::letters);

  static Nearness of(String given, String name, String label) {
    if (given.length() > LONGEST) {
      return new Nearness(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
    int ofName = editDistance(given, name);
    int letters = label.equals(name) ? ofName : Math.min(ofName, editDistance(given, label));
    boolean isWithin = letters > 1 && (isIn(given, name) || isIn(given, label));
    return new Nearness(isWithin ? 1 : letters, letters);
  }

  @Override
  public int compareTo(Nearness other) {
    return ORDER.compare(this, other);
  }

  private static boolean isIn(String given, String name) {
    String part = given.toLowerCase(Locale.ROOT);
    String whole = name.toLowerCase(Locale.ROOT);
    return (part.length() >= SHORTEST_PART && whole.contains(part))
        || hasWords(words(whole), words(part));
  }

  /** Whether each word is one of the others or, unless it is short, begins one. */
  private static boolean hasWords(List<String> all, List<String> some) {
    return !some.isEmpty()
        && some.stream()
            .allMatch(
                word ->
                    all.stream()
                        .anyMatch(
                            each ->
                                each.equals(word)
                                    || (word.length() >= SHORTEST_PART && each.startsWith(word))));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> word.length() > 1)
        .toList();
  }

  /**
   * Levenshtein's distance, upper and lower case alike; two neighbours that changed places are one.
   */
  private static int editDistance(String first, String second) {
    if (Math.abs(first.length() - second.length()) > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] last = new int[second.length() + 1];
    int[] row = new int[second.length() + 1];
    int[] next = new int[second.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= first.length(); i++) {
      next[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = row[j - 1] + (isSame(first, i - 1, second, j - 1) ? 0 : 1);
        next[j] = Math.min(replaced, 1 + Math.min(row[j], next[j - 1]));
        if (i > 1
            && j > 1
            && isSame(first, i - 1, second, j - 2)
            && isSame(first, i - 2, second, j - 1)) {
          next[j] = Math.min(next[j], last[j - 2] + 1);
        }
      }
      int[] free = last;
      last = row;
      row = next;
      next = free;
    }
    return row[second.length()];
  }

  private static boolean isSame(String first, int i, String second, int j) {
    return Character.toLowerCase(first.charAt(i)) == Character.toLowerCase(second.charAt(j));
  }
}
