package dev.understudy.engine.profile;

import dev.understudy.engine.plan.SourceProfiles;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The profiles of one request: each file is in one state from first to last. */
public final class OpenProfiles {

    private final ProfileLibrary library;
    private final Map<SourceKey, LoadedProfile> opened = new LinkedHashMap<>();

    OpenProfiles(ProfileLibrary library) {
        this.library = library;
    }

    /**
     * The profile for a picture that embeds none.
     *
     * @param said what its catalog says
     * @param picture what it is made of
     * @return null for none, or when it cannot be used and need not
     * @throws ServeException {@code profile.corrupt}, naming the profile's file, when it cannot be used or is for other
     *     pictures
     */
    public @Nullable LoadedProfile find(SourceProfiles said, Samples picture) throws ServeException {
        SourceKey key = said.of(picture);
        if (key == null) {
            return null;
        }
        try {
            return load(key, picture);
        } catch (ServeException e) {
            if (said.required() || e.failure().kind() != FailureKind.PROFILE_CORRUPT) {
                throw e;
            }
            return null;
        }
    }

    /** The states of the files that were opened. */
    public List<Stamp> stamps() {
        return opened.values().stream().map(LoadedProfile::stamp).toList();
    }

    private LoadedProfile load(SourceKey key, Samples picture) throws ServeException {
        LoadedProfile known = opened.get(key);
        if (known == null) {
            known = library.load(key);
            opened.put(key, known);
        }
        if (!known.fits(picture)) {
            throw ProfileReader.corrupt(
                    known.name(),
                    "the color profile is for " + known.samples() + " pictures and does not fit a picture of "
                            + picture,
                    null);
        }
        return known;
    }
}
