package dev.understudy.http.log;

/** The formats of the access log. */
public enum LogFormat {
    /** Lines by a pattern of the reference. */
    PATTERN,
    /** Lines that are objects of JSON. */
    JSON;

    /** Returns what makes the lines. */
    LineFormat lines(String pattern) {
        return this == JSON ? new JsonLines() : LogPattern.compile(pattern);
    }
}
