package dev.steppe.report;

/**
 * What a colour of a chart stands for.
 *
 * @param style the class of the style sheet
 * @param name what it stands for
 */
record Key(String style, String name) {}
