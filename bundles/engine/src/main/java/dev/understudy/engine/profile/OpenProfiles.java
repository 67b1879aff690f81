package dev.understudy.engine.profile;

import dev.understudy.engine.plan.NamedProfiles;
import dev.understudy.engine.plan.RequestedProfile;
import dev.understudy.failure.Failure;
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
     * The profile that a catalog names for colors of some kind.
     *
     * @param said the profiles that it names
     * @param image the kind
     * @return null for none, when no file is there or is for such colors, or when one cannot be used and need not
     * @throws ServeException {@code profile.corrupt}, naming the profile's file, when it cannot be used
     */
    public @Nullable LoadedProfile find(NamedProfiles said, Samples image) throws ServeException {
        for (SourceKey key : said.of(image)) {
            LoadedProfile found = find(key, image, said.required());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable LoadedProfile find(SourceKey key, Samples image, boolean required) throws ServeException {
        try {
            LoadedProfile found = load(key);
            if (found.fits(image)) {
                return found;
            }
            library.tellMisfit(found, image);
            return null;
        } catch (ProfileLibrary.AbsentProfileException e) {
            absent.add(key);
            return null;
        } catch (ServeException e) {
            if (required || e.failure().kind() != FailureKind.PROFILE_CORRUPT) {
                throw e;
            }
            return null;
        }
    }

    /**
     * The profile that a request names.
     *
     * @throws ServeException {@code profile.corrupt} when it cannot be used, or when an entry of a profile map names a file that is
     *     not there; {@code parameter.invalid} when there is no file at a path
     */
    public LoadedProfile named(RequestedProfile requested) throws ServeException {
        try {
            return load(requested.file());
        } catch (ProfileLibrary.AbsentProfileException e) {
            throw requested.file().fromCatalog()
                    ? ProfileReader.corrupt(
                            requested.file().toString(), "the file of the color profile is not there", null)
                    : new ServeException(new Failure.InvalidParameter(
                            "icc", requested.name(), "a name of the ICC profile map, or the path of a color profile"));
        }
    }

    /** The states of the files that were opened or not there. */
    public List<Stamp> stamps() {
        return Stream.concat(
                        opened.values().stream().map(LoadedProfile::stamp),
                        absent.stream().map(Stamp::absent))
                .toList();
    }

    private LoadedProfile load(SourceKey key) throws ServeException, ProfileLibrary.AbsentProfileException {
        LoadedProfile known = opened.get(key);
        if (known == null) {
            known = library.load(key);
            opened.put(key, known);
        }
        return known;
    }
}
