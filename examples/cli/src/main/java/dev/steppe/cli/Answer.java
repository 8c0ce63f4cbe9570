package dev.steppe.cli;

import dev.steppe.report.Report;
import dev.steppe.table.Table;
import java.util.function.Supplier;

/**
 * What a command found, in every form in which it can be given.
 *
 * @param holds whether what was asked holds; if not, the exit code says so
 * @param text for people
 * @param table for spreadsheets, with every digit
 * @param plain for programs: records, lists, strings and numbers
 * @param page as a page
 */
record Answer(
    boolean holds,
    Supplier<String> text,
    Supplier<Table> table,
    Supplier<Object> plain,
    Supplier<Report> page) {}
