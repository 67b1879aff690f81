/** Tables for people. */
@NullMarked
package dev.understudy.shell.text;

import org.jspecify.annotations.NullMarked;
