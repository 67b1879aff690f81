package dev.understudy.engine.text;

import dev.understudy.catalog.FontRecord;
import dev.understudy.codec.font.LoadedFont;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.failure.ServeException;
import dev.understudy.source.Stamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fonts of one request: each file is in one state from first to last. */
public final class RequestFonts {

    private final BuiltInFonts builtIn;
    private final FontFiles files;
    private final Map<FontRecord, FontFiles.Opened> opened = new LinkedHashMap<>();

    RequestFonts(BuiltInFonts builtIn, FontFiles files) {
        this.builtIn = builtIn;
        this.files = files;
    }

    /** The fonts of a text. */
    public TextFontResolver of(TextFonts said) {
        Map<String, FontFamily> families = new LinkedHashMap<>();
        for (FontRecord entry : said.faces()) {
            families.computeIfAbsent(entry.name(), name -> family(name, said.faces()));
        }
        return new TextFontResolver(said, families, builtIn);
    }

    /** The states of the font files that were opened. */
    public List<Stamp> stamps() {
        return opened.values().stream().map(FontFiles.Opened::stamp).distinct().toList();
    }

    private FontFamily family(String name, List<FontRecord> entries) {
        return new FontFamily(
                name,
                entries.stream()
                        .filter(entry -> entry.name().equals(name))
                        .map(entry -> new FontFamily.Face(entry.bold(), entry.italic(), () -> load(entry)))
                        .toList(),
                false);
    }

    private LoadedFont load(FontRecord entry) throws ServeException {
        FontFiles.Opened known = opened.get(entry);
        if (known == null) {
            builtIn.requireJava();
            known = files.open(entry);
            opened.put(entry, known);
        }
        known.font().requireIntact();
        return known.font();
    }
}
