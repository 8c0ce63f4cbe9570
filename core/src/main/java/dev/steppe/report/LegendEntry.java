package dev.steppe.report;

/**
 * What a colour of a chart stands for.
 *
 * @param style the class of the style sheet
 * @param name what it stands for
 */
record LegendEntry(String style, String name) {}
