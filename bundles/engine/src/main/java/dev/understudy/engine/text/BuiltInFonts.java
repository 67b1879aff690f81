package dev.understudy.engine.text;

import dev.understudy.codec.font.LoadedFont;
import dev.understudy.codec.font.file.GlyphTables;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fonts that come with the server, so that text looks the same on every machine: Noto Sans for Latin, Greek and Cyrillic,
 * and a font for each of some other scripts. Each is loaded when it is needed first.
 */
final class BuiltInFonts {

    private static final String REGULAR = "NotoSans-Regular.ttf";

    private final Map<String, LoadedFont> loaded = new HashMap<>();

    private final FontFamily latin = new FontFamily(
            "Noto Sans",
            List.of(
                    new FontFamily.Face(false, false, () -> load(REGULAR)),
                    new FontFamily.Face(true, false, () -> load("NotoSans-Bold.ttf"))),
            true);

    private final List<FontFamily> others = List.of(
            regular("Noto Sans Arabic", "NotoSansArabic-Regular.ttf"),
            regular("Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf"),
            regular("Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf"),
            regular("Noto Sans Thai", "NotoSansThai-Regular.ttf"));

    /**
     * Sees to it that Java can draw text on this machine, so that nobody blames a font for it.
     *
     * @throws ServeException {@code font.corrupt} when it cannot
     */
    void requireJava() throws ServeException {
        load(REGULAR);
    }

    /** The font of text that asks for no other. */
    FontFamily latin() {
        return latin;
    }

    /** The fonts of other scripts. */
    List<FontFamily> others() {
        return others;
    }

    /** The message when the JDK cannot draw text. */
    static ServeException unusable(Throwable cause) {
        return new ServeException(new Failure.Corrupt(
                FailureKind.FONT_CORRUPT,
                "Noto Sans",
                "text cannot be drawn; Java needs freetype, fontconfig and any one installed font for it",
                cause));
    }

    private FontFamily regular(String name, String file) {
        return new FontFamily(name, List.of(new FontFamily.Face(false, false, () -> load(file))), true);
    }

    private synchronized LoadedFont load(String file) throws ServeException {
        LoadedFont known = loaded.get(file);
        if (known != null) {
            return known;
        }
        try (InputStream in = BuiltInFonts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            LoadedFont font = LoadedFont.of(file, Font.createFont(Font.TRUETYPE_FONT, in), GlyphTables.UNKNOWN);
            loaded.put(file, font);
            return font;
        } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
            throw unusable(e);
        }
    }
}
