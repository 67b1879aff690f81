package dev.understudy.codec.svg.font;

import dev.understudy.codec.svg.css.FontFaceRule;
import dev.understudy.codec.svg.css.FontSource;
import dev.understudy.codec.svg.document.PartFailure;
import dev.understudy.codec.svg.document.SvgRefusal;
import dev.understudy.failure.ServeException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A face that a rule of a document brings. */
final class EmbeddedFace {

    private static final int HEAD = 4;
    private static final String BASE64 = ";base64";

    private final FontFaceRule rule;
    private final FaceDescriptors descriptors;
    private final SvgFonts fonts;
    private @Nullable Source loaded;
    /** Whether none of the sources is of a format that is read. */
    private boolean unread;

    /** What was loaded: the face, and the axes along which it varies. */
    private record Source(SvgFace face, VariableAxes axes) {}

    EmbeddedFace(FontFaceRule rule, SvgFonts fonts) {
        this.rule = rule;
        this.fonts = fonts;
        descriptors = FaceDescriptors.of(rule);
    }

    FaceDescriptors descriptors() {
        return descriptors;
    }

    /** Whether one of its sources is here; a face of which none is counts as not there, as in images that browsers show. */
    boolean isThere() {
        return rule.sources().stream().anyMatch(this::isThere);
    }

    private boolean isThere(FontSource source) {
        return switch (source.kind()) {
            case DATA -> true;
            case LOCAL -> fonts.local(source.value()).isPresent();
            case ELSEWHERE -> false;
        };
    }

    /**
     * The face for text of a weight, which is made up where it lacks that.
     *
     * @param budget what the document may load
     * @return nothing when it is of no format that is read
     */
    Optional<SvgFace> face(int weight, FontBudget budget) {
        String undrawn = descriptors.undrawn();
        if (undrawn != null) {
            throw SvgRefusal.of(rule.element(), "the font '" + rule.family() + "' with " + undrawn);
        }
        Source known = loaded;
        if (known == null && !unread) {
            known = load(budget);
            loaded = known;
            unread = known == null;
        }
        if (known != null && !known.axes().areAsDrawn(descriptors.look().nearest(weight))) {
            throw SvgRefusal.of(
                    rule.element(), "the font '" + rule.family() + "', which varies, at another weight than its own");
        }
        return Optional.ofNullable(known).map(one -> one.face().weighing(weight));
    }

    private @Nullable Source load(FontBudget budget) {
        for (FontSource source : rule.sources()) {
            if (source.kind() == FontSource.Kind.LOCAL && isThere(source)) {
                SvgFace face = fonts.local(source.value()).orElseThrow();
                return new Source(SvgFace.of(face.origin(), descriptors.look()), VariableAxes.NONE);
            }
            byte[] file = source.kind() == FontSource.Kind.DATA ? bytes(source.value()) : new byte[0];
            if (isRead(file)) {
                return load(file, budget);
            }
        }
        return null;
    }

    private Source load(byte[] file, FontBudget budget) {
        try {
            EmbeddedFonts.EmbeddedFont font = fonts.embedded().font(file);
            budget.add(rule.element(), font.bytes());
            return new Source(SvgFace.of(font.font(), descriptors.look()), font.axes());
        } catch (ServeException e) {
            throw PartFailure.of(rule.element(), "the font '" + rule.family() + "'", e);
        }
    }

    /** The bytes of a {@code data:} URL; none when they are not in base64. */
    private static byte[] bytes(String url) {
        int comma = url.indexOf(',');
        if (comma < 0 || !url.regionMatches(true, comma - BASE64.length(), BASE64, 0, BASE64.length())) {
            return new byte[0];
        }
        try {
            return Base64.getMimeDecoder().decode(url.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Whether a file begins as those of a format that is read. */
    private static boolean isRead(byte[] file) {
        if (file.length < HEAD) {
            return false;
        }
        return switch (new String(file, 0, HEAD, StandardCharsets.ISO_8859_1)) {
            case "\0\1\0\0", "OTTO", "true", "wOFF" -> true;
            default -> false;
        };
    }
}
