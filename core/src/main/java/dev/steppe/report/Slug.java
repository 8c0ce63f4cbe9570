package dev.steppe.report;

import com.google.common.net.UrlEscapers;
import java.util.Locale;
import java.util.regex.Pattern;

/** A title as a part of a file's name: small letters and digits of ASCII, and hyphens. */
final class Slug {

  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST = 60;

  private Slug() {}

  /** A file's name as an address relative to its folder. */
  static String address(String file) {
    return "./" + UrlEscapers.urlPathSegmentEscaper().escape(file);
  }

  /** A title. */
  static String of(String title) {
    String words = OTHER.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("-");
    String cut = words.substring(0, Math.min(LONGEST, words.length()));
    String slug = cut.replaceAll("^-|-$", "");
    return slug.isEmpty() ? "page" : slug;
  }
}
