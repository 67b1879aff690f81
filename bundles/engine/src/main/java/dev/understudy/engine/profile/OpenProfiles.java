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
     * The profile for an image that embeds none.
     *
     * @param said the profiles that its catalog names
     * @param image what it is made of
     * @return null for none, or when it cannot be used and need not
     * @throws ServeException {@code profile.corrupt}, naming the profile's file, when it cannot be used or is for other
     *     images
     */
    public @Nullable LoadedProfile find(SourceProfiles said, Samples image) throws ServeException {
        SourceKey key = said.of(image);
        if (key == null) {
            return null;
        }
        try {
            return load(key, image);
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

    private LoadedProfile load(SourceKey key, Samples image) throws ServeException {
        LoadedProfile known = opened.get(key);
        if (known == null) {
            known = library.load(key);
            opened.put(key, known);
        }
        if (!known.fits(image)) {
            throw ProfileReader.corrupt(
                    known.name(),
                    "the color profile is for " + known.samples() + " images and does not fit an image of " + image,
                    null);
        }
        return known;
    }
}
