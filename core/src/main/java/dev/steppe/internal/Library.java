package dev.steppe.internal;

/** What results say about the library that computed them. */
public final class Library {

  /** The version, as in the build. */
  public static final String VERSION = "0.1.0-SNAPSHOT";

  private Library() {}
}
