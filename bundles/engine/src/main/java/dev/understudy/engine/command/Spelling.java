package dev.understudy.engine.command;

import dev.understudy.catalog.Syntax;

/**
 * A name of a command, and how values under this name are written.
 *
 * @param name as the reference spells it; compared without regard to case
 * @param syntax how values are written
 * @param <T> the value's type
 */
public record Spelling<T>(String name, Syntax<T> syntax) {}
