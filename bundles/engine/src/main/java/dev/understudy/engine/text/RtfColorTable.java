package dev.understudy.engine.text;

import dev.understudy.image.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The colors that the control word {@code cf} picks from. */
record RtfColorTable(List<Color> colors) {

    static final RtfColorTable EMPTY = new RtfColorTable(List.of());

    static final Color BLACK = new Color(0, 0, 0, 255);

    RtfColorTable {
        colors = List.copyOf(colors);
    }

    /** Reads a {@code colortbl} group; components of 0..255. */
    static RtfColorTable rgb(String group) {
        return read(
                group,
                inks -> new Color(part(inks, "red", 255), part(inks, "green", 255), part(inks, "blue", 255), 255));
    }

    /** Reads a {@code cmykcolortbl} group; components of 0..100. */
    static RtfColorTable cmyk(String group) {
        return read(group, inks -> {
            int black = 100 - part(inks, "black", 100);
            return new Color(
                    light(inks, "cyan", black), light(inks, "magenta", black), light(inks, "yellow", black), 255);
        });
    }

    boolean has(int index) {
        return index >= 0 && index < colors.size();
    }

    /** A color by its index; black when there is none. */
    Color at(int index) {
        return has(index) ? colors.get(index) : BLACK;
    }

    private interface Mixer {
        Color mix(Map<String, Integer> parts);
    }

    private static RtfColorTable read(String group, Mixer mixer) {
        List<Color> colors = new ArrayList<>();
        Map<String, Integer> parts = new HashMap<>();
        RtfScanner scanner = new RtfScanner(group);
        while (scanner.next()) {
            if (scanner.kind() == RtfScanner.Kind.WORD) {
                parts.put(scanner.word(), scanner.number());
            } else if (scanner.kind() == RtfScanner.Kind.CHARACTER && scanner.character() == ';') {
                colors.add(mixer.mix(parts));
                parts.clear();
            }
        }
        return new RtfColorTable(colors);
    }

    private static int part(Map<String, Integer> parts, String name, int max) {
        return Math.max(0, Math.min(max, parts.getOrDefault(name, 0)));
    }

    private static int light(Map<String, Integer> inks, String ink, int black) {
        return Math.round((100 - part(inks, ink, 100)) * black * 255 / 10000f);
    }
}
