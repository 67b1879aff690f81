package dev.understudy.http.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mount, such as {@code /is/image}, and which paths are under it. Only the path as sent counts, still encoded: two different requests
 * may have the same decoded path, and the protocol gives a meaning to characters that decoding loses.
 */
public final class MountPath {

    private final String mount;
    private final List<String> names;

    private MountPath(String mount) {
        this.mount = mount;
        this.names = List.of(mount.substring(1).split("/", -1));
    }

    /**
     * Returns a mount.
     *
     * @throws IllegalArgumentException when {@code mount} is no mount
     */
    public static MountPath of(String mount) {
        if (!mount.matches("/|(/[A-Za-z0-9_.-]+)+")) {
            throw new IllegalArgumentException("'" + mount
                    + "' is not a valid mount; allowed: a path such as /is/image, or / for the root alone, of"
                    + " letters, digits, '.', '_' and '-'");
        }
        return new MountPath(mount);
    }

    /**
     * Returns the part of a path after this mount and one slash, or null when the path is not under the mount. Doubled slashes
     * before and in the mount, which some clients send, do no harm. Under the mount {@code /} there is the root alone.
     *
     * @param path as sent
     */
    public @Nullable String remainder(@Nullable String path) {
        if (path == null) {
            return null;
        }
        int at = 0;
        for (String name : names) {
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

    /** Returns the mount as it is written. */
    @Override
    public String toString() {
        return mount;
    }
}
