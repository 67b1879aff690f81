package dev.understudy.catalog.snapshot;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.FontRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the font map of a catalog together.
 *
 * <p>Source: the reference's page on the font map.
 */
final class FontMap {

    private FontMap() {}

    /** A catalog's own entries, under its own root path, and those of the default catalog that they do not override. */
    static List<FontRecord> of(List<FontRecord> own, AttributeValues attributes, List<FontRecord> defaults) {
        String rootPath = attributes.get(Attributes.ROOT_PATH);
        List<FontRecord> fonts = new ArrayList<>();
        Set<FontRecord.Face> faces = new HashSet<>();
        for (FontRecord font : own) {
            fonts.add(font.withRootPath(rootPath));
            faces.add(font.face());
        }
        defaults.stream().filter(font -> !faces.contains(font.face())).forEach(fonts::add);
        return List.copyOf(fonts);
    }
}
