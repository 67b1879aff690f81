package dev.understudy.http.connection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Utf8StringBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The request lines of one connection that have bytes beyond ASCII, as they came, because Jetty does not keep them. Lines without such
 * bytes, which are nearly all, are passed over.
 */
final class RequestLines {

    /** As long as a header may be. */
    private static final int MAX_LENGTH = 64 * 1024;

    /** Requests that are sent before the first one is answered; more are not looked for. */
    private static final int MAX_LINES = 8;

    /** The highest bit of each of eight bytes. */
    private static final long BEYOND_ASCII = 0x8080808080808080L;

    private final Deque<String> lines = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(0);
    private boolean beyondAscii;

    /** Takes note of bytes that have arrived. */
    synchronized void add(ByteBuffer bytes, int from, int to) {
        int begin = beyondAscii || hasBeyondAscii(bytes, from, to) ? from : lastLine(bytes, from, to);
        for (int i = begin; i < to; i++) {
            byte octet = bytes.get(i);
            if (octet == '\n') {
                endLine();
            } else if (line.size() < MAX_LENGTH) {
                line.write(octet);
                beyondAscii |= octet < 0;
            }
        }
    }

    /**
     * Returns the target of a request with a char for each byte; null if that is not known for certain.
     *
     * @param request with U+FFFD for bytes that are no UTF-8
     */
    synchronized @Nullable String target(Request request) {
        String wanted = request.getMethod() + ' ' + request.getHttpURI().getPathQuery() + ' ';
        List<String> targets = lines.stream()
                .filter(each -> decoded(each).startsWith(wanted))
                .map(each -> each.substring(request.getMethod().length() + 1, each.lastIndexOf(' ')))
                .distinct()
                .toList();
        return targets.size() == 1 ? targets.get(0) : null;
    }

    /** Returns where the last line begins, after which nothing of the lines before matters. */
    private int lastLine(ByteBuffer bytes, int from, int to) {
        for (int i = to; i > from; i--) {
            if (bytes.get(i - 1) == '\n') {
                line.reset();
                return i;
            }
        }
        return from;
    }

    private void endLine() {
        String ended = line.toString(StandardCharsets.ISO_8859_1).strip();
        if (beyondAscii && ended.matches("[A-Z]+ /.* HTTP/1\\.[01]")) {
            lines.add(ended);
            if (lines.size() > MAX_LINES) {
                lines.remove();
            }
        }
        line.reset();
        beyondAscii = false;
    }

    private static boolean hasBeyondAscii(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to) {
            if ((bytes.getLong(at) & BEYOND_ASCII) != 0) {
                return true;
            }
            at += Long.BYTES;
        }
        for (int i = at; i < to; i++) {
            if (bytes.get(i) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Decodes as Jetty does. */
    private static String decoded(String octets) {
        Utf8StringBuilder out = new Utf8StringBuilder();
        out.append(octets.getBytes(StandardCharsets.ISO_8859_1));
        return out.toCompleteString();
    }
}
