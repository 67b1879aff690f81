package dev.understudy.engine.profile;

import dev.understudy.engine.color.ColorConverter;
import dev.understudy.engine.color.Misfits;
import dev.understudy.engine.color.SeenStamps;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The color profiles of all catalogs. A profile is kept for as long as its file stays as it is and it is in use. */
public final class ProfileLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileLibrary.class);

    private static final long KEPT_BYTES = 1 << 25;

    private final SourceAccess access;
    private final FailedSources failed;
    private final ColorConverter converter;

    /** The profiles by use, the longest unused first. */
    private final Map<Stamp, LoadedProfile> loaded = new LinkedHashMap<>(16, 0.75f, true);

    /** The profiles that were found to be for other images. */
    private final SeenStamps told = new SeenStamps();

    private long loadedBytes;

    /**
     * A library.
     *
     * @param access where the files are found
     * @param failed the files known to be bad, which are not tried again
     * @param converter what the profiles are for
     */
    public ProfileLibrary(SourceAccess access, FailedSources failed, ColorConverter converter) {
        this.access = access;
        this.failed = failed;
        this.converter = converter;
    }

    /** The profiles for one request. */
    public OpenProfiles open() {
        return new OpenProfiles(this);
    }

    /** The file of a profile is not there: images are drawn without the profile. */
    static final class AbsentProfileException extends Exception {
        private static final long serialVersionUID = 1;

        AbsentProfileException(ServeException cause) {
            super(cause);
        }
    }

    /** Tells the log, once a state of its file, that a profile is not for such images. */
    void tellMisfit(LoadedProfile profile, Samples image) {
        if (told.add(profile.stamp())) {
            LOG.warn(
                    "The color profile '{}' is ignored for {} images: it is for {}",
                    profile.name(),
                    image,
                    Misfits.words(profile.samples()));
        }
    }

    /**
     * The profile in the present state of its file.
     *
     * @throws AbsentProfileException when the file is missing
     * @throws ServeException {@code profile.corrupt} when the file may not be read or is no profile that can be used; else as
     *     {@link SourceAccess#open}
     */
    LoadedProfile load(SourceKey key) throws ServeException, AbsentProfileException {
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

    /** The failure of a file that may not be read, which is as bad as a damaged one: no default image can stand in for it. */
    private static ServeException asProfile(SourceKey key, ServeException e) throws AbsentProfileException {
        return switch (e.failure().kind()) {
            case SOURCE_MISSING, OBJECT_UNKNOWN -> throw new AbsentProfileException(e);
            case SOURCE_UNREADABLE ->
                ProfileReader.corrupt(
                        key.toString(),
                        "the file of the color profile cannot be read",
                        e.failure().cause());
            default -> e;
        };
    }
}
