package dev.understudy.engine.text;

import dev.understudy.codec.font.FontLoader;
import dev.understudy.codec.font.LoadedFont;
import dev.understudy.engine.plan.TextFonts;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of one text. Each character is set in the first font that has it: the one that the text names, the default font,
 * the others of the font map in their order, those that come with the server.
 *
 * <p>Source: the reference's page on font handling; what becomes of characters that the font lacks is ours.
 */
public final class TextFontResolver {

    private static final int SHOWN = 10;

    private final TextFonts config;
    private final Map<String, FontFamily> families;
    private final BuiltInFonts builtIn;
    private final Map<TextStyle, FontChoice> choices = new HashMap<>();
    private final Set<LoadedFont> used = new LinkedHashSet<>();

    TextFontResolver(TextFonts said, Map<String, FontFamily> families, BuiltInFonts builtIn) {
        this.config = said;
        this.families = families;
        this.builtIn = builtIn;
    }

    /**
     * The fonts of characters of a style.
     *
     * @throws ServeException {@code parameter.invalid} when the text names a font or a style that the font map does not have,
     *     {@code font.corrupt} when the font cannot be used
     */
    FontChoice choice(TextStyle style) throws ServeException {
        FontChoice known = choices.get(style);
        if (known != null) {
            return known;
        }
        FontChoice choice = new FontChoice(this, style, candidates(style));
        choices.put(style, choice);
        return choice;
    }

    /** A failure to draw: Java's own, or that of a font of the font map. */
    ServeException unusable(Throwable cause) {
        String names = used.stream().map(LoadedFont::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? BuiltInFonts.unusable(cause) : FontLoader.unusable(names, cause);
    }

    /**
     * Sees to it that no font was found to be damaged while it was used.
     *
     * @throws ServeException {@code font.corrupt}
     */
    void requireIntact() throws ServeException {
        for (LoadedFont font : used) {
            font.requireIntact();
        }
    }

    /** Whether a font that cannot be used is an error; else another one takes its place. */
    boolean required() {
        return config.required();
    }

    /** A face, noted as used; null when it cannot be, and need not. */
    @Nullable
    LoadedFont load(FontFamily family, FontFamily.Face face) throws ServeException {
        try {
            LoadedFont font = face.loader().load();
            if (!family.builtIn()) {
                used.add(font);
            }
            return font;
        } catch (ServeException e) {
            if (config.required() || family.builtIn() || e.failure().kind() != FailureKind.FONT_CORRUPT) {
                throw e;
            }
            return null;
        }
    }

    /** The face for a style; the first font must have it unless it may be made up. */
    FontFamily.Face face(FontFamily family, TextStyle style, boolean first) throws ServeException {
        boolean strict = first && config.required() && !config.synthesized() && !family.builtIn();
        if (strict && family.exact(style).isEmpty()) {
            throw new ServeException(new Failure.InvalidParameter(
                    "text",
                    "a style of font '" + family.name() + "'",
                    "the styles that the font map has, since SynthesizeFontStyles is 0"));
        }
        return family.nearest(style);
    }

    private List<FontFamily> candidates(TextStyle style) throws ServeException {
        Set<FontFamily> candidates = new LinkedHashSet<>();
        if (!style.font().isEmpty()) {
            add(candidates, named(style.font()));
        }
        add(candidates, config.defaultFont().isEmpty() ? builtIn.latin() : defaultFont(candidates.isEmpty()));
        if (!config.required()) {
            candidates.add(builtIn.latin()); // rather than any other of the map
        }
        candidates.addAll(families.values());
        candidates.add(builtIn.latin());
        candidates.addAll(builtIn.others());
        return new ArrayList<>(candidates);
    }

    private static void add(Set<FontFamily> candidates, @Nullable FontFamily family) {
        if (family != null) {
            candidates.add(family);
        }
    }

    private @Nullable FontFamily named(String name) throws ServeException {
        FontFamily family = families.get(name);
        if (family == null && config.required()) {
            throw new ServeException(new Failure.InvalidParameter("font", name, "the fonts of the font map" + known()));
        }
        return family;
    }

    private @Nullable FontFamily defaultFont(boolean first) throws ServeException {
        FontFamily family = families.get(config.defaultFont());
        if (family == null && first && config.required()) {
            throw corrupt(config.defaultFont(), "DefaultFont names this font, but it is not in the font map" + known());
        }
        return family;
    }

    private String known() {
        return families.isEmpty()
                ? ", which is empty"
                : families.keySet().stream().limit(SHOWN).collect(Collectors.joining(", ", ", among them: ", ""));
    }

    private static ServeException corrupt(String name, String detail) {
        return new ServeException(new Failure.Corrupt(FailureKind.FONT_CORRUPT, name, detail, null));
    }
}
