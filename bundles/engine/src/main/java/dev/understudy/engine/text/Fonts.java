package dev.understudy.engine.text;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.geom.AffineTransform;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The font that comes with the server, Noto Sans, so that text looks the same on every machine. It is loaded when the
 * first text is drawn.
 */
public final class Fonts {

    private static final String REGULAR = "NotoSans-Regular.ttf";
    private static final String BOLD = "NotoSans-Bold.ttf";
    private static final double SLANT = -0.2;
    private static final double SCRIPT = 0.62;

    private @Nullable Faces faces;

    private record Faces(Font regular, Font bold) {
        Font of(TextStyle style) {
            double size = style.script() ? style.size() * SCRIPT : style.size();
            Font face = (style.bold() ? bold : regular).deriveFont((float) size);
            return style.italic() ? face.deriveFont(AffineTransform.getShearInstance(SLANT, 0)) : face;
        }
    }

    /** Gives the font of a style. */
    interface Source {
        Font of(TextStyle style);
    }

    /**
     * The fonts.
     *
     * @throws ServeException {@code font.corrupt} when Java cannot load fonts on this machine
     */
    synchronized Source load() throws ServeException {
        if (faces == null) {
            try {
                faces = new Faces(font(REGULAR), font(BOLD));
            } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
                throw unusable(e);
            }
        }
        return faces::of;
    }

    /** What to say when the JDK cannot draw text. */
    static ServeException unusable(Throwable cause) {
        return new ServeException(new Failure.Corrupt(
                FailureKind.FONT_CORRUPT,
                "Noto Sans",
                "text cannot be drawn; Java needs freetype, fontconfig and any one installed font for it",
                cause));
    }

    private static Font font(String name) throws IOException, FontFormatException {
        try (InputStream in = Fonts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }
}
