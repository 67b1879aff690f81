package dev.understudy.codec.font.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A substitution of single glyphs by others.
 *
 * <p>Source: the OpenType specification, table GSUB, lookup type 1, and its common table formats on coverage.
 */
final class SingleSubstitution {

    private final FontTable table;
    private final int glyphs;
    private final SubstitutionWork work;

    /**
     * A substitution.
     *
     * @param glyphs how many glyphs the font has
     */
    SingleSubstitution(FontTable table, int glyphs, SubstitutionWork work) {
        this.table = table;
        this.glyphs = glyphs;
        this.work = work;
    }

    /** Glyphs by those whose place they take. */
    Map<Integer, Integer> forms() {
        int format = table.unsignedShort(0);
        if (format < 1 || format > 2) {
            throw new IllegalArgumentException("a substitution of the unknown format " + format);
        }
        List<Integer> covered = covered(table.from(table.unsignedShort(2)));
        Map<Integer, Integer> forms = new HashMap<>();
        // glyphs beyond the list stay, as shapers have it
        int count = format == 1 ? covered.size() : Math.min(covered.size(), table.unsignedShort(4));
        for (int i = 0; i < count; i++) {
            int form = format == 1 ? covered.get(i) + table.unsignedShort(4) & 0xffff : table.unsignedShort(6 + 2 * i);
            if (covered.get(i) < glyphs) {
                forms.putIfAbsent(covered.get(i), requireGlyph(form));
            }
        }
        return forms;
    }

    private int requireGlyph(int form) {
        if (form >= glyphs) {
            throw new IllegalArgumentException("a substitution by a glyph that the font does not have");
        }
        return form;
    }

    private List<Integer> covered(FontTable coverage) {
        int count = coverage.unsignedShort(2);
        List<Integer> covered = new ArrayList<>();
        switch (coverage.unsignedShort(0)) {
            case 1 -> {
                work.add(count);
                for (int i = 0; i < count; i++) {
                    covered.add(coverage.unsignedShort(4 + 2 * i));
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    addRange(covered, coverage.unsignedShort(4 + 6 * i), coverage.unsignedShort(6 + 6 * i));
                }
            }
            default -> throw new IllegalArgumentException("a coverage of an unknown format");
        }
        return covered;
    }

    private void addRange(List<Integer> covered, int first, int last) {
        work.add(1 + Math.max(0, last - first));
        for (int glyph = first; glyph <= last; glyph++) {
            covered.add(glyph);
        }
    }
}
