package dev.understudy.metrics.request;

import java.util.List;

/** The methods of HTTP that have a label of their own, so that strangers cannot make up series. */
final class KnownMethods {

    /** The labels; the last is for all other methods, as OpenTelemetry's semantic conventions have it. */
    static final List<String> LABELS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "_OTHER");

    private KnownMethods() {}

    /** Returns the place of a method in {@link #LABELS}. */
    static int index(String method) {
        int other = LABELS.size() - 1;
        for (int i = 0; i < other; i++) {
            if (LABELS.get(i).equals(method)) {
                return i;
            }
        }
        return other;
    }
}
