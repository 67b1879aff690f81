/** The commands of the shell: what they are told and what they answer. */
@NullMarked
package dev.understudy.shell.command;

import org.jspecify.annotations.NullMarked;
