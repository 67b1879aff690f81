package dev.understudy.codec.svg.font;

import dev.understudy.codec.font.LoadedFont;
import dev.understudy.codec.font.file.GlyphTables;
import java.awt.Font;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A face that is on this server, which is tried out when the first text needs it. */
final class FolderFace {

    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    private final Font font;
    private final FaceLook look;
    private @Nullable SvgFace face;

    /** The face of a font, which looks as its name says. */
    FolderFace(Font font) {
        this.font = font;
        String name = font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT);
        boolean bold = name.matches(".*\\b(semi|demi|extra|ultra)?-?(bold|black|heavy)\\b.*");
        look = new FaceLook(bold ? BOLD : REGULAR, name.contains("italic") || name.contains("oblique"));
    }

    FaceLook look() {
        return look;
    }

    /** The name of the family, in small letters. */
    String family() {
        return font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether the face, and not only its family, has a name. */
    boolean isNamed(String name) {
        return font.getFontName(Locale.ROOT).equalsIgnoreCase(name)
                || font.getPSName().equalsIgnoreCase(name);
    }

    synchronized SvgFace face() {
        SvgFace known = face;
        if (known == null) {
            LoadedFont loaded = LoadedFont.of(font.getFontName(Locale.ROOT), font, GlyphTables.UNKNOWN);
            known = SvgFace.of(loaded, look);
            face = known;
        }
        return known;
    }
}
