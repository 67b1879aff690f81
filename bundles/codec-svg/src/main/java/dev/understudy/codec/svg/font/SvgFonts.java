package dev.understudy.codec.svg.font;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fonts that are here for all vector images: those of a folder, and Noto Sans for families that are only described. */
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
    private final EmbeddedFonts embedded = new EmbeddedFonts();
    private @Nullable Map<String, List<FolderFace>> families;
    private @Nullable List<FolderFace> builtIn;

    /**
     * The fonts of a folder; read when the first text needs them.
     *
     * @param folder nothing for the built-in font alone
     */
    public SvgFonts(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The fonts that stood in files, as far as they are kept. */
    EmbeddedFonts embedded() {
        return embedded;
    }

    /** The face of a family that is best for a text; nothing when there is no such family. */
    Optional<SvgFace> find(String name, int weight, boolean italic) {
        String family = name.toLowerCase(Locale.ROOT);
        List<FolderFace> known = families().getOrDefault(family, List.of());
        List<FolderFace> found = known.isEmpty() && isBuiltIn(family) ? builtIn() : known;
        return found.stream()
                .min(Comparator.comparingInt(face -> face.look().distance(weight, italic)))
                .map(face -> face.face().weighing(weight));
    }

    /** The face that has a name itself; nothing when there is none. */
    Optional<SvgFace> local(String name) {
        return families().values().stream()
                .flatMap(List::stream)
                .filter(face -> face.isNamed(name))
                .findFirst()
                .map(FolderFace::face);
    }

    /** The built-in face, for characters that the named fonts do not have. */
    SvgFace fallback(int weight) {
        return find("", weight, false).orElseThrow();
    }

    private static boolean isBuiltIn(String family) {
        return GENERIC.contains(family) || family.equals("noto sans");
    }

    private synchronized Map<String, List<FolderFace>> families() {
        Map<String, List<FolderFace>> known = families;
        if (known == null) {
            known = folder.map(FontFolder::read).orElse(Map.of());
            families = known;
        }
        return known;
    }

    private synchronized List<FolderFace> builtIn() {
        List<FolderFace> known = builtIn;
        if (known == null) {
            known = List.of(load("NotoSans-Regular.ttf"), load("NotoSans-Bold.ttf"));
            builtIn = known;
        }
        return known;
    }

    private static FolderFace load(String file) {
        try (InputStream in = SvgFonts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            return new FolderFace(Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The built-in font " + file + " cannot be loaded", e);
        }
    }
}
