package dev.understudy.tools.lint;

/** How much a finding matters; the graver, the later. */
enum LintLevel {
    /** No finding. */
    NONE,
    /** The URL is written in an odd way and answered all the same. */
    NOTE,
    /** The URL is answered, but a part of it has no effect, or may have another one. */
    WARNING,
    /** The URL is answered by an error, or by what stands in for the image. */
    ERROR
}
