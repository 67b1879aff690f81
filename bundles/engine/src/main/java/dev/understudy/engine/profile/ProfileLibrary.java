package dev.understudy.engine.profile;

import dev.understudy.engine.color.SrgbConverter;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The color profiles of all catalogs. A profile is kept for as long as its file stays as it is and it is in use. */
public final class ProfileLibrary {

    private static final long KEPT_BYTES = 1 << 25;

    private final SourceAccess access;
    private final FailedSources failed;
    private final SrgbConverter converter;

    /** The profiles by use, the longest unused first. */
    private final Map<Stamp, LoadedProfile> loaded = new LinkedHashMap<>(16, 0.75f, true);

    private long loadedBytes;

    /**
     * A library.
     *
     * @param access where the files are found
     * @param failed the files known to be bad, which are not tried again
     * @param converter what the profiles are for
     */
    public ProfileLibrary(SourceAccess access, FailedSources failed, SrgbConverter converter) {
        this.access = access;
        this.failed = failed;
        this.converter = converter;
    }

    /** The profiles for one request. */
    public OpenProfiles open() {
        return new OpenProfiles(this);
    }

    /**
     * The profile in the present state of its file.
     *
     * @throws ServeException {@code profile.corrupt} when the file is missing, may not be read or is no profile for gray, RGB
     *     or CMYK images that can be used; else as {@link SourceAccess#open}
     */
    LoadedProfile load(SourceKey key) throws ServeException {
        try {
            LoadedProfile known = find(access.stamp(key));
            return known == null ? read(key) : known;
        } catch (ServeException e) {
            throw asProfile(key, e);
        }
    }

    private LoadedProfile read(SourceKey key) throws ServeException {
        try (Source source = access.open(key)) {
            failed.check(source, Tolerance.STRICT, DecodingStage.HEAD);
            LoadedProfile profile =
                    failed.attempt(source, Tolerance.STRICT, DecodingStage.HEAD, () -> prepared(source));
            keep(profile);
            return profile;
        }
    }

    private LoadedProfile prepared(Source source) throws ServeException {
        ColorProfile profile = ProfileReader.read(source);
        return new LoadedProfile(
                source.stamp(), profile, converter.prepare(profile, source.key().toString()));
    }

    private @Nullable LoadedProfile find(Stamp stamp) {
        synchronized (loaded) {
            return loaded.get(stamp);
        }
    }

    private void keep(LoadedProfile profile) {
        synchronized (loaded) {
            LoadedProfile before = loaded.put(profile.stamp(), profile);
            loadedBytes += length(profile) - (before == null ? 0 : length(before));
            Iterator<LoadedProfile> unused = loaded.values().iterator();
            while (loadedBytes > KEPT_BYTES) {
                loadedBytes -= length(unused.next());
                unused.remove();
            }
        }
    }

    private static int length(LoadedProfile profile) {
        return profile.profile().bytes().length;
    }

    /** The failure of a file that is not there, which is as bad as a damaged one: no default image can stand in for it. */
    private static ServeException asProfile(SourceKey key, ServeException e) {
        return switch (e.failure().kind()) {
            case SOURCE_MISSING, OBJECT_UNKNOWN ->
                ProfileReader.corrupt(
                        key.toString(),
                        "the file of the color profile does not exist",
                        e.failure().cause());
            case SOURCE_UNREADABLE ->
                ProfileReader.corrupt(
                        key.toString(),
                        "the file of the color profile cannot be read",
                        e.failure().cause());
            default -> e;
        };
    }
}
