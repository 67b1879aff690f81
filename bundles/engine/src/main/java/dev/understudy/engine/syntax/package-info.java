/** Building blocks of the syntaxes in which values of commands are written. */
@NullMarked
package dev.understudy.engine.syntax;

import org.jspecify.annotations.NullMarked;
