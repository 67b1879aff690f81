package dev.understudy.tools.lint;

/**
 * Something that a person should know of a URL.
 *
 * @param level how much it matters
 * @param code the same for all URLs that have the same trouble
 * @param message what it is in this URL
 */
record LintFinding(LintLevel level, String code, String message) {}
