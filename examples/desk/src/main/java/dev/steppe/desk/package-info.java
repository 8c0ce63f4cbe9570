/** Scores in a browser, by the library: a small server on this machine and its one page. */
@NullMarked
package dev.steppe.desk;

import org.jspecify.annotations.NullMarked;
