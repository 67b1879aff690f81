package dev.understudy.codec.font.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The table that puts glyphs into the place of others, of which the features for lines from top to bottom are read. Only substitutions of
 * one glyph by one other count, which are all that such features have in the fonts that are known.
 *
 * <p>Source: the OpenType specification, table GSUB, and its registry of features, {@code vert} and {@code vrt2}.
 */
final class GlyphSubstitutions {

    /** Scripts by whose features signs are chosen that several scripts share, the first first. */
    private static final List<String> SCRIPTS = List.of("kana", "hani", "DFLT", "hang", "bopo", "yi  ", "latn");

    /** Browsers and shapers take {@code vert} for upright letters; fonts of some age have the other one alone. */
    private static final List<String> FEATURES = List.of("vert", "vrt2");

    private static final int SCRIPT_LIST = 4;
    private static final int FEATURE_LIST = 6;
    private static final int LOOKUP_LIST = 8;

    private static final int SINGLE = 1;
    private static final int EXTENSION = 7;

    private final FontTable table;
    private final int glyphs;
    private final SubstitutionWork work = new SubstitutionWork();

    private GlyphSubstitutions(FontTable table, int glyphs) {
        this.table = table;
        this.glyphs = glyphs;
    }

    /**
     * The glyphs for lines from top to bottom.
     *
     * @param table the table GSUB
     * @param glyphs how many glyphs the font has
     */
    static VerticalGlyphs vertical(FontTable table, int glyphs) {
        try {
            return new GlyphSubstitutions(table, glyphs).vertical();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return VerticalGlyphs.UNREADABLE; // level lines are drawn without
        }
    }

    private VerticalGlyphs vertical() {
        if (table.unsignedShort(SCRIPT_LIST) == 0
                || table.unsignedShort(FEATURE_LIST) == 0
                || table.unsignedShort(LOOKUP_LIST) == 0) {
            return VerticalGlyphs.NONE;
        }
        Map<String, FontTable> scripts = scripts();
        for (String script : SCRIPTS) {
            FontTable found = scripts.get(script);
            List<Integer> lookups = found == null ? List.of() : lookups(found);
            if (!lookups.isEmpty()) {
                return VerticalGlyphs.of(substitutions(lookups));
            }
        }
        return VerticalGlyphs.NONE;
    }

    /** The lookups of the first feature that a script has, in the order in which they are applied. */
    private List<Integer> lookups(FontTable script) {
        FontTable features = table.from(table.unsignedShort(FEATURE_LIST));
        int language = language(script);
        List<Integer> indexes = language == 0 ? List.of() : shorts(script.from(language), 4);
        for (String wanted : FEATURES) {
            TreeSet<Integer> lookups = new TreeSet<>();
            for (int index : indexes) {
                int row = 2 + 6 * index;
                if (features.tag(row).equals(wanted)) {
                    lookups.addAll(shorts(features.from(features.unsignedShort(row + 4)), 2));
                }
            }
            if (!lookups.isEmpty()) {
                return List.copyOf(lookups);
            }
        }
        return List.of();
    }

    /** Where a script has what it does for languages that it does not name, else for the first that it names; 0 for nowhere. */
    private static int language(FontTable script) {
        int usual = script.unsignedShort(0);
        boolean named = usual == 0 && script.unsignedShort(2) > 0;
        return named ? script.unsignedShort(8) : usual;
    }

    private Map<Integer, Integer> substitutions(List<Integer> lookups) {
        FontTable list = table.from(table.unsignedShort(LOOKUP_LIST));
        Map<Integer, Integer> all = new HashMap<>();
        for (int index : lookups) {
            Map<Integer, Integer> next = lookup(list.from(list.unsignedShort(2 + 2 * index)));
            work.add(all.size());
            all.replaceAll((glyph, form) -> next.getOrDefault(form, form));
            next.forEach(all::putIfAbsent);
        }
        return all;
    }

    /** The substitutions of a lookup; of several for one glyph, the first counts. */
    private Map<Integer, Integer> lookup(FontTable lookup) {
        Map<Integer, Integer> found = new HashMap<>();
        int type = lookup.unsignedShort(0);
        for (int offset : shorts(lookup, 4)) {
            FontTable part = lookup.from(offset);
            int partType = type;
            if (type == EXTENSION) {
                partType = part.unsignedShort(2);
                part = part.from(part.unsignedInt(4));
            }
            if (partType == SINGLE) {
                new SingleSubstitution(part, glyphs, work).forms().forEach(found::putIfAbsent);
            }
        }
        return found;
    }

    private Map<String, FontTable> scripts() {
        FontTable list = table.from(table.unsignedShort(SCRIPT_LIST));
        int count = list.unsignedShort(0);
        work.add(count);
        Map<String, FontTable> scripts = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int row = 2 + 6 * i;
            scripts.putIfAbsent(list.tag(row), list.from(list.unsignedShort(row + 4)));
        }
        return scripts;
    }

    /** A list of numbers, how many of which is at a position. */
    private List<Integer> shorts(FontTable list, int position) {
        int count = list.unsignedShort(position);
        work.add(count);
        List<Integer> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(list.unsignedShort(position + 2 + 2 * i));
        }
        return numbers;
    }
}
