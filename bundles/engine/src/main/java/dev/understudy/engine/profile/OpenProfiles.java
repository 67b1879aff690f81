package dev.understudy.engine.profile;

import dev.understudy.engine.plan.SourceProfiles;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Samples;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The profiles of one request: each file is in one state from first to last. */
public final class OpenProfiles {

    private final ProfileLibrary library;
    private final Map<SourceKey, LoadedProfile> opened = new LinkedHashMap<>();
    private final Set<SourceKey> absent = new LinkedHashSet<>();

    OpenProfiles(ProfileLibrary library) {
        this.library = library;
    }

    /**
     * The profile for an image that embeds none.
     *
     * @param said the profiles that its catalog names
     * @param image what it is made of
     * @return null for none, when its file is not there or it is for other images, or when it cannot be used and need not
     * @throws ServeException {@code profile.corrupt}, naming the profile's file, when it cannot be used
     */
    public @Nullable LoadedProfile find(SourceProfiles said, Samples image) throws ServeException {
        SourceKey key = said.of(image);
        if (key == null) {
            return null;
        }
        try {
            return load(key, image);
        } catch (ProfileLibrary.AbsentProfileException e) {
            absent.add(key);
            return null;
        } catch (ServeException e) {
            if (said.required() || e.failure().kind() != FailureKind.PROFILE_CORRUPT) {
                throw e;
            }
            return null;
        }
    }

    /** The states of the files that were opened or not there. */
    public List<Stamp> stamps() {
        return Stream.concat(
                        opened.values().stream().map(LoadedProfile::stamp),
                        absent.stream().map(Stamp::absent))
                .toList();
    }

    private @Nullable LoadedProfile load(SourceKey key, Samples image)
            throws ServeException, ProfileLibrary.AbsentProfileException {
        LoadedProfile known = opened.get(key);
        if (known == null) {
            known = library.load(key);
            opened.put(key, known);
        }
        if (!known.fits(image)) {
            library.tellMisfit(known, image);
            return null;
        }
        return known;
    }
}
