/** The assemblies as an operator meets them: their scripts, their signals, their end. */
@NullMarked
package dev.understudy.itest.process;

import org.jspecify.annotations.NullMarked;
