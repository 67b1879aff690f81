package dev.understudy.http.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of one connection arrive: since when the header of one has been arriving, and its first line as it came. Before the
 * first request that is the handshake of TLS, if there is one.
 */
final class RequestArrival {

    private static final byte[] HTTP_2 = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final RequestLines lines = new RequestLines();
    private final FrameProgress frames = new FrameProgress();
    private final @Nullable ProxyHeader proxyHeader;

    /** The time of the first byte; null between requests, and from the end of a header to the end of the answer. */
    private volatile @Nullable Long since;

    /** The time of the first byte of a record of TLS; null when all that have come could be read. */
    private volatile @Nullable Long recordSince;

    private volatile boolean atWork;
    private volatile boolean readable;
    /** How many bytes are those with which HTTP/2 begins; -1 once one was not. */
    private int matched;

    /**
     * Creates the arrival of a connection without bytes.
     *
     * @param afterProxyHeader whether a proxy may send the header of the PROXY protocol first
     */
    RequestArrival(boolean afterProxyHeader) {
        proxyHeader = afterProxyHeader ? new ProxyHeader() : null;
    }

    /** Takes note of bytes of TLS. */
    void encrypted() {
        if (!atWork && recordSince == null) {
            recordSince = NanoTime.now();
        }
    }

    /** Takes note of the end of the handshake of TLS. */
    void handshakeDone() {
        readable = true;
        recordSince = null;
    }

    /** Takes note of bytes of requests. */
    void filled(ByteBuffer bytes, int from, int to) {
        readable = true;
        recordSince = null;
        int begin = proxyHeader == null ? from : proxyHeader.skip(bytes, from, to);
        int rest = match(bytes, begin, to);
        if (isHttp2()) {
            frames.add(bytes, rest, to);
            if (!frames.isWithin()) {
                since = null;
            } else if (since == null || frames.hasAdvanced()) {
                since = NanoTime.now();
            }
            return;
        }
        lines.add(bytes, begin, to);
        if (!atWork && since == null) {
            since = NanoTime.now();
        }
    }

    private int match(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (at < to && matched >= 0 && matched < HTTP_2.length) {
            matched = bytes.get(at++) == HTTP_2[matched] ? matched + 1 : -1;
        }
        return at;
    }

    /** Returns whether the connection speaks HTTP/2. */
    boolean isHttp2() {
        return matched == HTTP_2.length;
    }

    /** Returns whether requests can be read, so that an answer can be sent. */
    boolean isReadable() {
        return readable;
    }

    /** Takes note that the header of a request of HTTP/1 is complete. */
    void headerArrived(Request request) {
        atWork = true;
        since = null;
        Request.addCompletionListener(request, failure -> atWork = false);
    }

    /** Returns the target of a request with a char for each of its bytes; null if that is not known for certain. */
    @Nullable
    String target(Request request) {
        return lines.target(request);
    }

    /** Returns whether the header of a request has been arriving for too long; false from then on until another one arrives. */
    boolean endsLate(Duration limit) {
        if (!isOver(since, limit) && !isOver(recordSince, limit)) {
            return false;
        }
        since = null;
        recordSince = null;
        return true;
    }

    private static boolean isOver(@Nullable Long began, Duration limit) {
        return began != null && NanoTime.since(began) >= limit.toNanos();
    }
}
