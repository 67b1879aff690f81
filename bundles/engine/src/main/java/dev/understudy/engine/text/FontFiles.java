package dev.understudy.engine.text;

import dev.understudy.catalog.FontRecord;
import dev.understudy.codec.font.FontLoader;
import dev.understudy.codec.font.LoadedFont;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The font files of all catalogs. A loaded font is kept for as long as its file stays as it is and the font is in use. */
final class FontFiles {

    private static final int KEPT = 64;

    private final SourceAccess access;
    private final FailedSources failed;

    /** By use, the longest unused first. */
    private final Map<Stamp, LoadedFont> loaded = new LinkedHashMap<>(16, 0.75f, true);

    FontFiles(SourceAccess access, FailedSources failed) {
        this.access = access;
        this.failed = failed;
    }

    /**
     * A font in a state of its file.
     *
     * @param stamp the state
     * @param font what was loaded
     */
    record Opened(Stamp stamp, LoadedFont font) {}

    /**
     * The font in the present state of its file.
     *
     * @throws ServeException {@code font.corrupt} when the file is missing, may not be read or is no font that Java can use;
     *     else as {@link SourceAccess#open}
     */
    Opened open(FontRecord entry) throws ServeException {
        SourceKey key = SourceKey.font(entry.rootPath(), entry.path());
        try {
            Stamp stamp = access.stamp(key);
            LoadedFont font = find(stamp);
            return font == null ? load(key) : new Opened(stamp, font);
        } catch (ServeException e) {
            throw asFont(key, entry.name(), e);
        }
    }

    private Opened load(SourceKey key) throws ServeException {
        try (Source source = access.open(key)) {
            failed.check(source, Tolerance.STRICT, DecodingStage.HEAD);
            LoadedFont font =
                    failed.attempt(source, Tolerance.STRICT, DecodingStage.HEAD, () -> FontLoader.load(source));
            keep(source.stamp(), font);
            return new Opened(source.stamp(), font);
        }
    }

    private @Nullable LoadedFont find(Stamp stamp) {
        synchronized (loaded) {
            return loaded.get(stamp);
        }
    }

    private void keep(Stamp stamp, LoadedFont font) {
        synchronized (loaded) {
            loaded.put(stamp, font);
            if (loaded.size() > KEPT) {
                loaded.remove(loaded.keySet().iterator().next());
            }
        }
    }

    /** A file that is not there is as bad as a damaged one: no default image can stand in for it. */
    private static ServeException asFont(SourceKey key, String name, ServeException e) {
        return switch (e.failure().kind()) {
            case SOURCE_MISSING, OBJECT_UNKNOWN -> corrupt(key, "the file of font '" + name + "' does not exist", e);
            case SOURCE_UNREADABLE -> corrupt(key, "the file of font '" + name + "' cannot be read", e);
            default -> e;
        };
    }

    private static ServeException corrupt(SourceKey key, String detail, ServeException e) {
        return new ServeException(new Failure.Corrupt(
                FailureKind.FONT_CORRUPT, key.toString(), detail, e.failure().cause()));
    }
}
