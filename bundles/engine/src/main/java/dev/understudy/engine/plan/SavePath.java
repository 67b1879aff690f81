package dev.understudy.engine.plan;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The place of a saved image, below the folder of the server's settings. Names are such as every system can have, and mean the same
 * file on all of them.
 *
 * @param folders the folders, from the outermost: those of the catalog, then those of the request
 * @param file the name of the file
 * @param name the name in the request, with its folders
 */
public record SavePath(List<String> folders, String file, String name) {

    private static final String ALLOWED = "a relative path such as hats/red.jpg, with names " + FileName.ALLOWED
            + ", and no more than " + SavePath.DEPTH + " of them";

    private static final int DEPTH = 20;

    public SavePath {
        folders = List.copyOf(folders);
    }

    /**
     * Reads a place.
     *
     * @param folder {@code attribute::SavePath}
     * @param name {@code name=}
     * @throws ServeException {@code parameter.invalid} for names that not every system can have, or that would lead elsewhere
     */
    public static SavePath of(String folder, String name) throws ServeException {
        List<String> ofCatalog = folder.equals(".") ? List.of() : names("attribute::SavePath", withoutEnd(folder));
        List<String> ofRequest = names("name", name);
        int last = ofRequest.size() - 1;
        return new SavePath(
                Stream.concat(ofCatalog.stream(), ofRequest.subList(0, last).stream())
                        .toList(),
                ofRequest.get(last),
                name);
    }

    private static String withoutEnd(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    private static List<String> names(String where, String path) throws ServeException {
        List<String> names = Arrays.asList(path.split("/", -1));
        if (names.size() > DEPTH || !names.stream().allMatch(FileName::isSafe)) {
            throw new ServeException(new Failure.InvalidParameter(where, path, ALLOWED));
        }
        return names;
    }
}
