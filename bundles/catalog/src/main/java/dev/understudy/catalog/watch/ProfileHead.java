package dev.understudy.catalog.watch;

import dev.understudy.failure.ServeException;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/**
 * Looks into the head of a color profile.
 *
 * <p>Source: the specification ICC.1:2004-10, section 7.2.
 */
final class ProfileHead {

    private static final int LENGTH = 128;
    private static final int KIND = 16;
    private static final int SIGNATURE = 36;

    private ProfileHead() {}

    /** Whether a file is a profile for such colors, or cannot be read now. */
    static boolean isFor(String kind, SourceKey key, SourceAccess files) {
        try (Source source = files.open(key)) {
            source.channel().position(0);
            return isFor(kind, Channels.newInputStream(source.channel()).readNBytes(LENGTH));
        } catch (ServeException | IOException e) {
            return true;
        }
    }

    /** Whether the first bytes of a file are the head of a profile for such colors. */
    static boolean isFor(String kind, byte[] head) {
        return head.length >= LENGTH
                && text(head, SIGNATURE).equals("acsp")
                && text(head, KIND).equals(kind);
    }

    private static String text(byte[] head, int at) {
        return new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }
}
