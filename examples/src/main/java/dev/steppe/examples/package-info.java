/** Small programs that use the library as an application would, one idea a class. */
package dev.steppe.examples;
