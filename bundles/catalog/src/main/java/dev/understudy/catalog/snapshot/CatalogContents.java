package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.FontRecord;
import dev.understudy.catalog.ProfileRecord;
import dev.understudy.catalog.RuleSet;
import java.time.Instant;
import java.util.List;

/**
 * What a catalog's own files and configuration say, before inheritance.
 *
 * @param attributes its own values
 * @param images SVG data files and then image data files, in the order in which they are named
 * @param content static content data files likewise
 * @param macros its own macros
 * @param fonts its own font map
 * @param profiles its own ICC profile map
 * @param rules its own preprocessing rules
 * @param modified when the newest of its files changed
 * @param loaded when it was read
 */
public record CatalogContents(
        AttributeValues attributes,
        List<RecordTable> images,
        List<RecordTable> content,
        List<Macro> macros,
        List<FontRecord> fonts,
        List<ProfileRecord> profiles,
        RuleSet rules,
        Instant modified,
        Instant loaded) {

    /** A catalog of which nothing is known. */
    public static final CatalogContents NONE = new CatalogContents(
            AttributeValues.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            RuleSet.NONE,
            Instant.EPOCH,
            Instant.EPOCH);

    public CatalogContents {
        images = List.copyOf(images);
        content = List.copyOf(content);
        macros = List.copyOf(macros);
        fonts = List.copyOf(fonts);
        profiles = List.copyOf(profiles);
    }
}
