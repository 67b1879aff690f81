package dev.understudy.levels.file;

import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a level or an index in the folder. Whoever names the file of the source, a catalog or a request, means the same level.
 *
 * @param text all that the key says
 * @param file a digest of it, and whether it is the full size, as a name of a file
 */
record LevelName(String text, String file) {

    private static final String FULL_SIZE = "-full";
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}(" + FULL_SIZE + ")?");
    private static final String SEPARATOR = "\0";
    /** Kind, root path and path. */
    private static final int SOURCE_PARTS = 3;

    static LevelName of(LevelKey key) {
        String ending = key.request().maxReduction() == 1 ? FULL_SIZE : "";
        return of(key.stamp(), key.edition(), key.request().toString(), ending);
    }

    static LevelName of(IndexKey key) {
        return of(key.stamp(), key.edition(), "index", "");
    }

    /** The source that a name begins with, as if a catalog had named it; null when the text is not of a name. */
    static @Nullable SourceKey source(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length < SOURCE_PARTS) {
            return null;
        }
        return Arrays.stream(SourceKey.Kind.values())
                .filter(kind -> kind.name().equals(parts[0]))
                .findFirst()
                .map(kind -> new SourceKey(kind, parts[1], parts[2], true))
                .orElse(null);
    }

    private static LevelName of(Stamp stamp, String edition, String what, String ending) {
        SourceKey source = stamp.key();
        String text = String.join(
                SEPARATOR,
                source.kind().name(),
                source.rootPath(),
                source.path(),
                Long.toString(stamp.modified()),
                Long.toString(stamp.length()),
                stamp.identity(),
                edition,
                what);
        return new LevelName(text, digest(text) + ending);
    }

    /** Whether a file is named as levels are. */
    static boolean isOne(String file) {
        return FILE.matcher(file).matches();
    }

    /** Whether a file is a source at its full size. */
    static boolean isFullSize(String file) {
        return file.endsWith(FULL_SIZE);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
