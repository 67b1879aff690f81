package dev.understudy.codec.font.file;

import java.util.Set;

/** Tells a name in which a letter has been changed from one that somebody else has given. */
final class Misspelling {

    private Misspelling() {}

    /**
     * Whether a name is a known one but for one character, and the known one is missing.
     *
     * @param known the names that matter
     * @param present the names that are there
     */
    static boolean of(String name, Set<String> known, Set<String> present) {
        return !known.contains(name)
                && known.stream().anyMatch(other -> differInOne(name, other) && !present.contains(other));
    }

    private static boolean differInOne(String name, String other) {
        if (name.length() != other.length()) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < name.length(); i++) {
            different += name.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return different == 1;
    }
}
