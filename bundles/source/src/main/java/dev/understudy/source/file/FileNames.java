package dev.understudy.source.file;

import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.slf4j.Logger;

/** The names that this process can give to files. Java writes them in the encoding of the locale that it was started in. */
final class FileNames {

    /** Letters that UTF-8 has and every smaller encoding lacks some of. */
    private static final String SAMPLE = "\u00fc\u0416\u6905";

    private FileNames() {}

    /** Warns of a locale in which files cannot be named as catalogs and requests name them. */
    static void announce(Logger log) {
        if (!canSpell(SAMPLE)) {
            log.warn(
                    "Files whose names are not in ASCII cannot be opened, since the server was started in a locale without UTF-8;"
                            + " start it with LC_ALL=C.UTF-8");
        }
    }

    /** The failure of a file whose name cannot be spelled: it may well be there, unless no system could spell it. */
    static ServeException unspellable(SourceKey key) {
        String name = key.rootPath() + key.path();
        boolean spellable = StandardCharsets.UTF_8.newEncoder().canEncode(name) && name.indexOf('\0') < 0;
        return spellable
                ? FileFailures.unreadable(
                        key,
                        "has a name that cannot be spelled here; the server must be started with LC_ALL=C.UTF-8",
                        null)
                : FileFailures.missing(key);
    }

    private static boolean canSpell(String name) {
        try {
            return Path.of(name).toString().equals(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
