package dev.understudy.metrics.request;

import java.util.Set;

/** The statuses of HTTP that have a label of their own. A secondary server or a plug-in may answer with any number. */
final class KnownStatuses {

    private static final int MAX = 600;

    /** The statuses of RFC 9110, and the registered ones that servers of images or caches answer with. */
    private static final Set<Integer> REGISTERED = Set.of(
            100, 101, 103, 200, 201, 202, 203, 204, 205, 206, 207, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402,
            403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 425, 426, 428, 429,
            431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 508, 511);

    private KnownStatuses() {}

    /** Returns the label of a status: itself, or its class, such as {@code 4xx}; {@code other} for what is no status. */
    static String label(int status) {
        if (REGISTERED.contains(status)) {
            return Integer.toString(status);
        }
        return status >= 100 && status < MAX ? status / 100 + "xx" : "other";
    }
}
