package dev.understudy.codec.svg.font;

import dev.understudy.codec.font.FontLoader;
import dev.understudy.codec.font.LoadedFont;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.awt.FontFormatException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fonts that have stood in files: a font is loaded once, whatever files it stands in, and kept while it is used. */
final class EmbeddedFonts {

    /** Bytes of a font, unpacked. */
    static final int MOST_BYTES = 8 << 20;

    private static final int KEPT = 32;

    /** Messages have a name that tells nothing of another file with the same font. */
    private static final String NAME = "embedded font";

    /** By their sums, the longest unused first. */
    private final Map<String, EmbeddedFont> kept = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A font that stood in a file.
     *
     * @param font the font
     * @param axes along which it varies
     * @param bytes how many it has, unpacked
     */
    record EmbeddedFont(LoadedFont font, VariableAxes axes, int bytes) {}

    /**
     * The font of some bytes.
     *
     * @throws ServeException as {@link FontLoader#load}
     */
    EmbeddedFont font(byte[] file) throws ServeException {
        String sum = sum(file);
        EmbeddedFont known = find(sum);
        if (known != null) {
            return known;
        }
        byte[] unpacked = unpacked(file);
        LoadedFont font = FontLoader.load(NAME, unpacked);
        EmbeddedFont loaded = new EmbeddedFont(font, axes(unpacked), unpacked.length);
        keep(sum, loaded);
        return loaded;
    }

    private static byte[] unpacked(byte[] file) throws ServeException {
        if (file.length > MOST_BYTES) {
            throw corrupt(new FontFormatException("it has more than " + MOST_BYTES + " bytes"));
        }
        boolean packed = file.length >= 4 && ByteBuffer.wrap(file).getInt(0) == WoffFile.SIGNATURE;
        try {
            return packed ? WoffFile.unpacked(file, MOST_BYTES) : file;
        } catch (FontFormatException e) {
            throw corrupt(e);
        }
    }

    private static VariableAxes axes(byte[] font) throws ServeException {
        try {
            return VariableAxes.of(font);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException e) {
            throw corrupt(new FontFormatException("its table 'fvar' is damaged"));
        }
    }

    private static ServeException corrupt(FontFormatException e) {
        return new ServeException(
                new Failure.Corrupt(FailureKind.FONT_CORRUPT, NAME, String.valueOf(e.getMessage()), e));
    }

    private static String sum(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private @Nullable EmbeddedFont find(String sum) {
        synchronized (kept) {
            return kept.get(sum);
        }
    }

    private void keep(String sum, EmbeddedFont font) {
        synchronized (kept) {
            kept.put(sum, font);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
