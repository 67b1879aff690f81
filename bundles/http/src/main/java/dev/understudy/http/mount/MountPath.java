package dev.understudy.http.mount;

import org.jspecify.annotations.Nullable;

/**
 * Matches paths with mounts. Only the path as sent counts, still encoded: two different requests may have the same decoded path, and
 * the protocol gives a meaning to characters that decoding loses.
 */
public final class MountPath {

    private MountPath() {}

    /**
     * Returns the part of a path after a mount and one slash, or null when the path is not under that mount. Doubled slashes
     * before and in the mount, which some clients send, do no harm. Under the mount {@code /} there is the root alone.
     *
     * @param mount such as {@code /is/image}
     * @param path as sent
     */
    public static @Nullable String remainder(String mount, @Nullable String path) {
        if (path == null) {
            return null;
        }
        int at = 0;
        for (String name : mount.substring(1).split("/", -1)) {
            int start = at;
            while (at < path.length() && path.charAt(at) == '/') {
                at++;
            }
            if (at == start || !path.startsWith(name, at)) {
                return null;
            }
            at += name.length();
        }
        if (at == path.length()) {
            return "";
        }
        return path.charAt(at) == '/' ? path.substring(at + 1) : null;
    }

    /**
     * Returns the mount.
     *
     * @throws IllegalArgumentException when {@code mount} is no mount
     */
    static String checked(String mount) {
        if (!mount.matches("/|(/[A-Za-z0-9_.-]+)+")) {
            throw new IllegalArgumentException(
                    "'" + mount
                            + "' is not a valid mount; allowed: a path such as /is/image, or / for the root alone, of letters, digits, '.', '_' and '-'");
        }
        return mount;
    }
}
