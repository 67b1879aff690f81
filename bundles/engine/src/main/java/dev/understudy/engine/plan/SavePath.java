package dev.understudy.engine.plan;

import dev.understudy.catalog.SavePaths;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.List;
import java.util.function.Function;
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
        List<String> ofCatalog = names("attribute::SavePath", folder, SavePaths::folders);
        List<String> ofRequest = names("name", name, SavePaths::names);
        int last = ofRequest.size() - 1;
        return new SavePath(ofCatalog, ofRequest.subList(0, last), ofRequest.get(last), name);
    }

    /** All folders, from the outermost. */
    public List<String> folders() {
        return Stream.concat(ofCatalog.stream(), ofRequest.stream()).toList();
    }

    private static List<String> names(String where, String path, Function<String, List<String>> reading)
            throws ServeException {
        try {
            return reading.apply(path);
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.InvalidParameter(where, path, SavePaths.ALLOWED));
        }
    }
}
