package dev.understudy.http.field;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.http2.hpack.HpackFieldPreEncoder;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The part of Jetty that encodes header fields beforehand, of which the one for HTTP/2 is in another bundle. Jetty looks for it once, by the
 * class loader of the thread that happens to need such a field first; without it no answer of HTTP/2 can be sent.
 */
public final class FieldEncoders {

    private static final int SPACE = 64;

    static {
        find();
    }

    private FieldEncoders() {}

    /** A field that is encoded beforehand; whoever makes the first one of a process by this has Jetty find all encoders. */
    public static HttpField field(HttpHeader header, String value) {
        return new PreEncodedHttpField(header, value);
    }

    /** A field that is encoded beforehand, of a name that Jetty does not know. */
    public static HttpField field(String name, String value) {
        return new PreEncodedHttpField(name, value);
    }

    /**
     * Has Jetty find them all, unless it has looked before.
     *
     * @return whether the one for HTTP/2 has been found, now or before
     */
    public static boolean find() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(HpackFieldPreEncoder.class.getClassLoader());
        try {
            ByteBuffer encoded = BufferUtil.allocate(SPACE);
            BufferUtil.clearToFill(encoded);
            new PreEncodedHttpField(HttpHeader.VARY, "Origin").putTo(encoded, HttpVersion.HTTP_2);
            return true;
        } catch (RuntimeException e) {
            return false;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
