package dev.understudy.http.mount;

import org.jspecify.annotations.Nullable;

/**
 * Paths under mounts. Only the path as it was sent counts, still encoded: a decoded one would make two requests out of one,
 * and the protocol gives a meaning to characters that decoding loses.
 */
public final class MountPath {

    private MountPath() {}

    /**
     * What a path has after a mount and one slash, or null when it is not under that mount. Clients double slashes before
     * and in the mount at times, which does no harm there.
     *
     * @param mount such as {@code /is/image}
     * @param path as it was sent
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
     * @throws IllegalArgumentException when {@code mount} is no mount
     */
    static String checked(String mount) {
        if (!mount.matches("(/[A-Za-z0-9_.-]+)+")) {
            throw new IllegalArgumentException("'" + mount
                    + "' is no mount; allowed: a path such as /is/image, of letters, digits, '.', '_' and '-'");
        }
        return mount;
    }
}
