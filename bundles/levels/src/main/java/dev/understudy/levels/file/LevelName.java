package dev.understudy.levels.file;

import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names a level in the folder. Whoever names the file of the source, a catalog or a request, means the same level.
 *
 * @param text all that the key says
 * @param file a digest of it, as a name of a file
 */
record LevelName(String text, String file) {

    private static final Pattern FILE = Pattern.compile("[0-9a-f]{64}");
    private static final String SEPARATOR = "\0";

    static LevelName of(LevelKey key) {
        Stamp stamp = key.stamp();
        SourceKey source = stamp.key();
        String text = String.join(
                SEPARATOR,
                source.kind().name(),
                source.rootPath(),
                source.path(),
                Long.toString(stamp.modified()),
                Long.toString(stamp.length()),
                stamp.identity(),
                key.edition(),
                key.request().toString());
        return new LevelName(text, digest(text));
    }

    /** Whether a file is named as levels are. */
    static boolean isOne(String file) {
        return FILE.matcher(file).matches();
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
