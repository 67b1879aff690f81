package dev.understudy.engine.planning;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.FontRecord;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.engine.text.Typesetter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out which fonts of a catalog a text can need.
 *
 * <p>Source: the reference's page on font handling.
 */
final class FontPlanner {

    /** How many fonts that a text does not name are looked into for characters that it has. */
    private static final int OTHERS = 16;

    private FontPlanner() {}

    static TextFonts fonts(String text, Catalog catalog) {
        List<FontRecord> map = catalog.fonts();
        String defaultFont = catalog.get(Attributes.DEFAULT_FONT);
        boolean synthesized = catalog.get(Attributes.SYNTHESIZE_FONT_STYLES);
        if (map.isEmpty() && defaultFont.isEmpty()) {
            return synthesized ? TextFonts.BUILT_IN : new TextFonts("", List.of(), false, true);
        }
        Set<String> names = new HashSet<>(Typesetter.fontNames(text));
        names.add(defaultFont);
        map.stream()
                .map(FontRecord::name)
                .distinct()
                .filter(name -> !names.contains(name))
                .limit(OTHERS)
                .toList()
                .forEach(names::add);
        List<FontRecord> faces =
                map.stream().filter(face -> names.contains(face.name())).toList();
        return new TextFonts(defaultFont, faces, synthesized, true);
    }
}
