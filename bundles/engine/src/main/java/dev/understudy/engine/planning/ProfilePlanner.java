package dev.understudy.engine.planning;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.plan.NamedProfiles;
import dev.understudy.source.SourceKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds out which color profiles a catalog names.
 *
 * <p>Source: the reference's pages on color management, and on the attributes IccProfileRgb, IccProfileSrcRgb and their like.
 */
public final class ProfilePlanner {

    private ProfilePlanner() {}

    /** The profiles for images that embed none: those for sources, else those for replies. */
    public static NamedProfiles sources(Catalog catalog) {
        return new NamedProfiles(
                files(catalog, Attributes.ICC_PROFILE_SRC_RGB, Attributes.ICC_PROFILE_RGB),
                files(catalog, Attributes.ICC_PROFILE_SRC_GRAY, Attributes.ICC_PROFILE_GRAY),
                files(catalog, Attributes.ICC_PROFILE_SRC_CMYK, Attributes.ICC_PROFILE_CMYK),
                true);
    }

    /** The profiles for replies. */
    static NamedProfiles replies(Catalog catalog) {
        return new NamedProfiles(
                files(catalog, Attributes.ICC_PROFILE_RGB),
                files(catalog, Attributes.ICC_PROFILE_GRAY),
                files(catalog, Attributes.ICC_PROFILE_CMYK),
                true);
    }

    @SafeVarargs
    private static List<SourceKey> files(Catalog catalog, Attribute<String>... attributes) {
        return Arrays.stream(attributes)
                .map(catalog::get)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> Stream.of(file(catalog, name)))
                .distinct()
                .toList();
    }

    /** The profile of a name in the profile map; any other name is the path of a file. */
    private static SourceKey file(Catalog catalog, String name) {
        return catalog.profile(name)
                .map(profile -> SourceKey.profile(profile.rootPath(), profile.path(), true))
                .orElseGet(() -> SourceKey.profile(catalog.get(Attributes.ROOT_PATH), name, true));
    }
}
