package dev.understudy.engine.plan;

import dev.understudy.catalog.FontRecord;
import java.util.List;

/**
 * The fonts that a catalog has for a text.
 *
 * @param defaultFont the font of characters for which the text names none; empty for the built-in one
 * @param faces the entries of the font map that the text can need: those of the fonts that it names, of the default font,
 *     and of others that may have characters which these lack
 * @param synthesized whether a bold or italic face that is not there is made of another one; else it is an error
 * @param required whether a font that cannot be used is an error; else another one takes its place
 */
public record TextFonts(String defaultFont, List<FontRecord> faces, boolean synthesized, boolean required) {

    /** No font but the built-in ones. */
    public static final TextFonts BUILT_IN = new TextFonts("", List.of(), true, true);

    public TextFonts {
        faces = List.copyOf(faces);
    }

    /** The same for a text that is drawn even if a font cannot be used. */
    public TextFonts tolerant() {
        return new TextFonts(defaultFont, faces, synthesized, false);
    }
}
