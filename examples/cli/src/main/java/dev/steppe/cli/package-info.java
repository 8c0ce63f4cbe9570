/** Asks Steppe's questions of a model in a file and of data in files, from the command line. */
@NullMarked
package dev.steppe.cli;

import org.jspecify.annotations.NullMarked;
