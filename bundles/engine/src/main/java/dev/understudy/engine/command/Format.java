package dev.understudy.engine.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of output formats; the first value of {@code fmt=}.
 *
 * <p>Source: the reference's page on fmt.
 */
public enum Format {
    JPEG("jpeg", Set.of("none"), "jpeg", "jpg"),
    PJPEG("jpeg", Set.of("none"), "pjpeg", "pjpg"),
    PNG("png", Set.of("none"), "png"),
    PNG_ALPHA("png", Set.of("none"), "png-alpha"),
    /** Written with all its colors. */
    PNG8("png", Set.of("none"), "png8"),
    /** Written with all its colors. */
    PNG8_ALPHA("png", Set.of("none"), "png8-alpha"),
    GIF("gif", Set.of("none"), "gif"),
    GIF_ALPHA("gif", Set.of("none"), "gif-alpha"),
    TIF("tiff", Set.of("none", "lzw", "zip", "jpeg"), "tif", "tiff"),
    TIF_ALPHA("tiff", Set.of("none", "lzw", "zip"), "tif-alpha", "tiff-alpha"),
    WEBP("webp", Set.of("none", "lossy", "lossless"), "webp"),
    WEBP_ALPHA("webp", Set.of("none", "lossy", "lossless"), "webp-alpha", "web-alpha"),
    /** The formats of the reference that this server does not write. */
    OTHER(
            "",
            Set.of("none", "lossy", "lossless", "jpeg", "zip", "lzw"),
            "avif",
            "avif-alpha",
            "eps",
            "f4m",
            "heic",
            "jpeg2000",
            "jpeg2000-alpha",
            "jpegxr",
            "jpegxr-alpha",
            "m3u8",
            "pdf",
            "swf",
            "swf-alpha",
            "swf3",
            "swf3-alpha");

    private final String encoder;
    private final Set<String> compressions;
    private final List<String> names;

    Format(String encoder, Set<String> compressions, String... names) {
        this.encoder = encoder;
        this.compressions = compressions;
        this.names = List.of(names);
    }

    /** The name of the encoder that writes it; empty when there is none. */
    public String encoder() {
        return encoder;
    }

    /** Whether transparency is kept. */
    public boolean alpha() {
        return name().endsWith("_ALPHA");
    }

    /** How {@code fmt=} may spell it. */
    public List<String> names() {
        return names;
    }

    boolean compressesWith(String compression) {
        return compressions.contains(compression);
    }

    static Optional<Format> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.names.contains(wanted))
                .findFirst();
    }

    /** The names of those that can be written, for messages. */
    public static String working() {
        return Arrays.stream(values())
                .filter(format -> format != OTHER)
                .map(format -> format.names.get(0))
                .collect(Collectors.joining(", "));
    }
}
