package dev.understudy.codec.svg.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fonts that text in vector images is painted with: those of a folder, and Noto Sans for families that are only described. */
public final class SvgFonts {

    /** The families that CSS describes and does not name. */
    private static final Set<String> GENERIC = Set.of(
            "",
            "serif",
            "sans-serif",
            "monospace",
            "cursive",
            "fantasy",
            "system-ui",
            "ui-serif",
            "ui-sans-serif",
            "ui-monospace",
            "ui-rounded",
            "-apple-system",
            "blinkmacsystemfont",
            "math",
            "emoji");

    private final Optional<Path> folder;
    private @Nullable Map<String, List<SvgFace>> families;
    private @Nullable List<SvgFace> builtIn;

    /**
     * The fonts of a folder; read when the first text needs them.
     *
     * @param folder nothing for the built-in font alone
     */
    public SvgFonts(Optional<Path> folder) {
        this.folder = folder;
    }

    /**
     * The faces for a text, best first; none when there is no font of any of the names.
     *
     * @param names of families, as the text has them
     */
    public List<SvgFace> faces(List<String> names, boolean bold, boolean italic) {
        List<SvgFace> faces = new ArrayList<>();
        for (String name : names) {
            String family = name.toLowerCase(Locale.ROOT);
            List<SvgFace> known = families().getOrDefault(family, List.of());
            List<SvgFace> found = known.isEmpty() && isBuiltIn(family) ? builtIn() : known;
            found.stream()
                    .min(Comparator.comparingInt(face -> face.distance(bold, italic)))
                    .map(face -> bold ? face.heavier() : face)
                    .ifPresent(faces::add);
        }
        return faces;
    }

    /** The built-in face, for characters that the named fonts do not have. */
    public SvgFace fallback(boolean bold) {
        return faces(List.of(""), bold, false).get(0);
    }

    private static boolean isBuiltIn(String family) {
        return GENERIC.contains(family) || family.equals("noto sans");
    }

    private synchronized Map<String, List<SvgFace>> families() {
        Map<String, List<SvgFace>> known = families;
        if (known == null) {
            known = folder.map(FontFolder::read).orElse(Map.of());
            families = known;
        }
        return known;
    }

    private synchronized List<SvgFace> builtIn() {
        List<SvgFace> known = builtIn;
        if (known == null) {
            known = List.of(load("NotoSans-Regular.ttf"), load("NotoSans-Bold.ttf"));
            builtIn = known;
        }
        return known;
    }

    private static SvgFace load(String file) {
        try (InputStream in = SvgFonts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return SvgFace.of(Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The built-in font " + file + " cannot be loaded", e);
        }
    }
}
