/** The protocol's vocabulary: the tables of commands, request types and output formats, and how their values are written. */
@NullMarked
package dev.understudy.engine.command;

import org.jspecify.annotations.NullMarked;
