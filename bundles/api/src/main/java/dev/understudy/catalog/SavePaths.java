package dev.understudy.catalog;

import java.util.Arrays;
import java.util.List;

/** Paths of saved images, below the folder of the server's settings: names that every system can have, with {@code /} between them. */
public final class SavePaths {

    /** How paths are written, for messages. */
    public static final String ALLOWED = "a relative path such as hats/red.jpg, with names " + FileName.ALLOWED
            + ", and no more than " + SavePaths.DEPTH + " of them";

    /** The folder of the server's settings itself. */
    private static final String HERE = ".";

    private static final int DEPTH = 20;

    private SavePaths() {}

    /**
     * Returns the names of a path.
     *
     * @throws IllegalArgumentException when not every system can have them, or they would lead elsewhere
     */
    public static List<String> names(String path) {
        List<String> names = Arrays.asList(path.split("/", -1));
        if (names.size() > DEPTH || !names.stream().allMatch(FileName::isSafe)) {
            throw new IllegalArgumentException("no path of a saved image: " + path);
        }
        return names;
    }

    /**
     * Returns the names of a folder, which may end with a slash.
     *
     * @param folder {@code attribute::SavePath}, not empty
     * @throws IllegalArgumentException as {@link #names}
     */
    public static List<String> folders(String folder) {
        if (folder.equals(HERE)) {
            return List.of();
        }
        return names(folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder);
    }
}
