package dev.understudy.engine.planning;

import dev.understudy.catalog.Attribute;
import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.engine.plan.SourceProfiles;
import dev.understudy.source.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which color profiles a catalog has for images that embed none.
 *
 * <p>Source: the reference's pages on IccProfileSrcRgb, IccProfileSrcGray and IccProfileSrcCmyk.
 */
final class ProfilePlanner {

    private ProfilePlanner() {}

    static SourceProfiles profiles(Catalog catalog) {
        return new SourceProfiles(
                file(catalog, Attributes.ICC_PROFILE_SRC_RGB),
                file(catalog, Attributes.ICC_PROFILE_SRC_GRAY),
                file(catalog, Attributes.ICC_PROFILE_SRC_CMYK),
                true);
    }

    /** The profile of a name in the profile map; any other name is the path of a file. */
    private static @Nullable SourceKey file(Catalog catalog, Attribute<String> attribute) {
        String name = catalog.get(attribute);
        if (name.isEmpty()) {
            return null;
        }
        return catalog.profiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .map(profile -> key(profile.rootPath(), profile.path()))
                .orElseGet(() -> key(catalog.get(Attributes.ROOT_PATH), name));
    }

    private static SourceKey key(String rootPath, String path) {
        return new SourceKey(SourceKey.Kind.PROFILE, rootPath, path, true);
    }
}
