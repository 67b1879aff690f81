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
 * @param ofCatalog the folders of the catalog, from the outermost
 * @param ofRequest the folders of the request below them, likewise
 * @param file the name of the file
 * @param name the name in the request, with its folders
 */
public record SavePath(List<String> ofCatalog, List<String> ofRequest, String file, String name) {

    private static final String ALLOWED = "a relative path such as hats/red.jpg, with names " + FileName.ALLOWED
            + ", and no more than " + SavePath.DEPTH + " of them";

    private static final int DEPTH = 20;

    public SavePath {
        ofCatalog = List.copyOf(ofCatalog);
        ofRequest = List.copyOf(ofRequest);
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
        return new SavePath(ofCatalog, ofRequest.subList(0, last), ofRequest.get(last), name);
    }

    /** All folders, from the outermost. */
    public List<String> folders() {
        return Stream.concat(ofCatalog.stream(), ofRequest.stream()).toList();
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
