package dev.understudy.engine.color;

import dev.understudy.image.ColorProfile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a profile calls itself.
 *
 * <p>Source: the specifications ICC.1:2001-04, section 6.5.17, and ICC.1:2004-10, section 10.13.
 */
public final class ProfileName {

    private static final int MAX_LENGTH = 500;

    private ProfileName() {}

    /** The description in a profile; empty for none that can be read. */
    public static String of(ColorProfile profile) {
        try {
            byte[] tag = new ProfileTags(profile.bytes()).data("desc");
            if (isOf(tag, "desc")) {
                return text(tag, 12, length(tag, 8) - 1, StandardCharsets.ISO_8859_1);
            }
            // the first of several languages
            return isOf(tag, "mluc") ? text(tag, length(tag, 24), length(tag, 20), StandardCharsets.UTF_16BE) : "";
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isOf(byte[] tag, String type) {
        return tag.length > 4 && new String(tag, 0, 4, StandardCharsets.ISO_8859_1).equals(type);
    }

    private static int length(byte[] tag, int at) {
        return java.nio.ByteBuffer.wrap(tag).getInt(at);
    }

    private static String text(byte[] tag, int offset, int length, Charset charset) {
        String text = new String(tag, offset, Math.min(MAX_LENGTH, length), charset);
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
