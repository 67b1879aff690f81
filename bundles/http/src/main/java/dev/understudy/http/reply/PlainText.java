package dev.understudy.http.reply;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes the host's own answers: one line of text, not to be stored. */
public final class PlainText {

    /** The media type. */
    public static final String TYPE = "text/plain;charset=utf-8";

    private PlainText() {}

    /** Returns the whole answer with a status and its name, for a connection on which no request has been read. */
    public static ByteBuffer raw(int status) {
        String name = HttpStatus.getMessage(status);
        return ByteBuffer.wrap(String.join(
                        "\r\n",
                        "HTTP/1.1 " + status + " " + name,
                        "Content-Type: " + TYPE,
                        "Cache-Control: no-store",
                        NoSniff.NAME + ": " + NoSniff.VALUE,
                        "Content-Length: " + (name.length() + 1),
                        "Connection: close",
                        "",
                        name + "\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Answers with a status and its name. */
    public static void write(Response response, Callback callback, int status) {
        write(response, callback, status, HttpStatus.getMessage(status));
    }

    /** Answers with a status and a line of text. */
    public static void write(Response response, Callback callback, int status, String text) {
        response.setStatus(status);
        RetryAfter.mark(response);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().remove(HttpHeader.EXPIRES);
        NoSniff.mark(response.getHeaders());
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        boolean head = "HEAD".equals(response.getRequest().getMethod());
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
    }
}
