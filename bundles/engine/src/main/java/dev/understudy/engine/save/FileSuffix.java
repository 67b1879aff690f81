package dev.understudy.engine.save;

import dev.understudy.engine.plan.SavePath;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The suffixes of files by what is in them. A file of another suffix could be taken for a page or a program by whoever serves the
 * folder.
 */
final class FileSuffix {

    private static final Map<String, List<String>> BY_MEDIA_TYPE = Map.of(
            "image/jpeg", List.of("jpg", "jpeg"),
            "image/png", List.of("png"),
            "image/tiff", List.of("tif", "tiff"),
            "image/gif", List.of("gif"),
            "image/webp", List.of("webp"),
            "image/avif", List.of("avif"),
            "application/pdf", List.of("pdf"),
            "application/postscript", List.of("eps"));

    private FileSuffix() {}

    /**
     * Requires that the name of a file ends in a suffix of its format.
     *
     * @throws ServeException {@code parameter.invalid}
     */
    static void require(SavePath path, String mediaType) throws ServeException {
        List<String> suffixes =
                BY_MEDIA_TYPE.getOrDefault(mediaType, List.of(mediaType.substring(mediaType.lastIndexOf('/') + 1)));
        String suffix = path.file().substring(path.file().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (path.file().indexOf('.') < 0 || !suffixes.contains(suffix)) {
            throw new ServeException(new Failure.InvalidParameter(
                    "name",
                    path.name(),
                    "a name that ends in ." + String.join(" or .", suffixes) + ", as the image is " + mediaType));
        }
    }
}
