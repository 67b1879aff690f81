/** The program of the tools for the command line, and what all of them share. */
@NullMarked
package dev.understudy.tools;

import org.jspecify.annotations.NullMarked;
