package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The maps of which entries of the default catalog hold for all: a catalog's own entries, under its own root path, and those
 * of the default catalog that they do not override.
 *
 * <p>Source: the reference's pages on the font map and on the ICC profile map.
 *
 * @param fonts the font map
 * @param profiles the ICC profile map
 */
record InheritedMaps(List<FontRecord> fonts, List<ProfileRecord> profiles) {

    private static final InheritedMaps NONE = new InheritedMaps(List.of(), List.of());

    InheritedMaps {
        fonts = List.copyOf(fonts);
        profiles = List.copyOf(profiles);
    }

    /** The maps of the default catalog. */
    static InheritedMaps ofDefaults(CatalogContents defaults) {
        return NONE.overriddenBy(defaults, defaults.attributes());
    }

    /** The maps of a catalog whose attributes have been resolved, where this holds those of the default catalog. */
    InheritedMaps overriddenBy(CatalogContents own, AttributeValues attributes) {
        String rootPath = attributes.get(Attributes.ROOT_PATH);
        List<FontRecord> ownFonts =
                own.fonts().stream().map(font -> font.withRootPath(rootPath)).toList();
        List<ProfileRecord> ownProfiles = own.profiles().stream()
                .map(profile -> profile.withRootPath(rootPath))
                .toList();
        return new InheritedMaps(
                joined(ownFonts, fonts, FontRecord::face), joined(ownProfiles, profiles, ProfileRecord::name));
    }

    private static <T, K> List<T> joined(List<T> own, List<T> defaults, Function<T, K> key) {
        List<T> joined = new ArrayList<>(own);
        Set<K> taken = new HashSet<>();
        own.forEach(entry -> taken.add(key.apply(entry)));
        defaults.stream().filter(entry -> !taken.contains(key.apply(entry))).forEach(joined::add);
        return joined;
    }
}
