package dev.understudy.engine.text;

import dev.understudy.codec.font.LoadedFont;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faces of one font.
 *
 * @param name {@code font::Name}, or that of a built-in font
 * @param faces one at least
 * @param builtIn whether it comes with the server
 */
record FontFamily(String name, List<Face> faces, boolean builtIn) {

    private static final double SCRIPT = 0.62;

    /** The tracking that Java can do, in sizes of the font. */
    private static final double CLOSEST = -1;

    private static final double WIDEST = 10;

    FontFamily {
        faces = List.copyOf(faces);
    }

    /** A face, loaded when it is needed. */
    record Face(boolean bold, boolean italic, Loader loader) {

        /** The distance to a style: first what has to be made up, then what of the face is not wanted. */
        private int distance(TextStyle style) {
            return distance(bold, style.bold()) * 2 + distance(italic, style.italic());
        }

        private static int distance(boolean is, boolean wanted) {
            return is == wanted ? 0 : is ? 4 : 1;
        }
    }

    /** The origin of a face. */
    interface Loader {
        LoadedFont load() throws ServeException;
    }

    /** The face for a style, when there is one. */
    Optional<Face> exact(TextStyle style) {
        return faces.stream().filter(face -> face.distance(style) == 0).findFirst();
    }

    /** The face from which a style can be made best. */
    Face nearest(TextStyle style) {
        return faces.stream()
                .min(Comparator.comparingInt(face -> face.distance(style)))
                .orElseThrow();
    }

    /** A loaded face in a style; what the face lacks is made up, but for italics: who draws the letters slants them. */
    static Font styled(LoadedFont loaded, Face face, TextStyle style) {
        float size = (float) (style.script() ? style.size() * SCRIPT : style.size());
        boolean heavier = style.bold() && !face.bold();
        Font font = loaded.font().deriveFont(heavier ? Font.BOLD : Font.PLAIN, size);
        CharacterSpacing spacing = style.spacing();
        AffineTransform shape = AffineTransform.getScaleInstance(spacing.scaleX(), spacing.scaleY());
        Font shaped = shape.isIdentity() ? font : font.deriveFont(shape);
        return spaced(shaped, spacing, size);
    }

    private static Font spaced(Font font, CharacterSpacing spacing, double size) {
        Map<TextAttribute, Object> attributes = new HashMap<>();
        if (spacing.isKerned(size)) {
            attributes.put(TextAttribute.KERNING, TextAttribute.KERNING_ON);
        }
        if (spacing.tracking() != 0) {
            double share = spacing.tracking() / (size * spacing.scaleX());
            attributes.put(TextAttribute.TRACKING, (float) Math.max(CLOSEST, Math.min(WIDEST, share)));
        }
        return attributes.isEmpty() ? font : font.deriveFont(attributes);
    }
}
