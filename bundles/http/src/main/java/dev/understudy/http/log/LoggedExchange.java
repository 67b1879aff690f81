package dev.understudy.http.log;

import dev.understudy.http.Mounts;
import dev.understudy.http.TraceContext;
import dev.understudy.http.log.LogClock.LogTime;
import dev.understudy.http.path.MountPath;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.AccessRecord;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * A finished request with everything that the log may tell of it.
 *
 * @param sent when the answer had been sent
 * @param nanos from the first byte of the request to the end of the answer
 */
record LoggedExchange(
        Request request, Response response, AccessRecord accessRecord, RequestTrace trace, LogTime sent, long nanos) {

    private static final List<MountPath> MOUNTS = Stream.of(Mounts.IMAGE, Mounts.CONTENT, Mounts.STATIC)
            .map(MountPath::of)
            .toList();

    static LoggedExchange of(Request request, Response response, LogTime sent) {
        AccessRecord accessRecord =
                request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord observed ? observed : nothing();
        long nanos = NanoTime.since(request.getBeginNanoTime());
        return new LoggedExchange(request, response, accessRecord, RequestTrace.of(request), sent, nanos);
    }

    /** Returns the record of a request that has reached no handler of images or content. */
    private static AccessRecord nothing() {
        AccessRecord accessRecord = new AccessRecord();
        accessRecord.requestType("");
        return accessRecord;
    }

    /** Returns how many bytes of the body were sent. */
    long bytes() {
        return Response.getContentBytesWritten(response);
    }

    /** Returns the length of the body, also when it was not sent because the client has it. */
    long size() {
        return response.getStatus() == HttpStatus.NOT_MODIFIED_304 ? Math.max(0, trace.size()) : bytes();
    }

    /** Returns the trace that the request belongs to; null for none. */
    @Nullable
    String traceId() {
        TraceContext sent = forwarded();
        TraceContext received = sent == null ? TraceContext.of(request.getHeaders()) : sent;
        return received == null ? null : received.traceId();
    }

    /** Returns the id by which the sender of the request is known in its trace; null for none. */
    @Nullable
    String parentId() {
        TraceContext received = TraceContext.of(request.getHeaders());
        return received == null ? null : received.parentId();
    }

    /** Returns the id by which a secondary server knows this one in the trace; null when none was asked. */
    @Nullable
    String spanId() {
        TraceContext sent = forwarded();
        return sent == null ? null : sent.parentId();
    }

    private @Nullable TraceContext forwarded() {
        return request.getAttribute(TraceContext.FORWARDED) instanceof TraceContext sent ? sent : null;
    }

    /** Returns the protocol and its version. */
    String protocol() {
        return request.getConnectionMetaData().getProtocol();
    }

    /** Returns path and query as they were sent. */
    String target() {
        String target = request.getHttpURI().getPathQuery();
        return target == null ? "*" : target;
    }

    /** Appends path and query as one field. */
    void appendTarget(LineBuffer line) {
        String path = request.getHttpURI().getPath();
        String query = request.getHttpURI().getQuery();
        if (path == null || query == null || path.length() + query.length() >= LogFieldEncoder.SHORT) {
            line.field(target());
            return;
        }
        line.field(path);
        line.octet('?');
        line.field(query);
    }

    /** Appends path and query as preprocessing rules left them. */
    void appendTransformed(LineBuffer line) {
        String transformed = accessRecord.transformedTarget();
        if (transformed == null) {
            appendTarget(line);
        } else {
            line.field(mount() + '/' + transformed);
        }
    }

    /** Returns the mount that the request came by. */
    private String mount() {
        String path = request.getHttpURI().getPath();
        return MOUNTS.stream()
                .filter(mount -> mount.remainder(path) != null)
                .findFirst()
                .map(MountPath::toString)
                .orElse("");
    }

    /** Appends the client's address. */
    void appendClient(LineBuffer line) {
        if (request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                && remote.getAddress() instanceof Inet4Address address) {
            byte[] octets = address.getAddress();
            for (int i = 0; i < octets.length; i++) {
                if (i > 0) {
                    line.octet('.');
                }
                line.number(Byte.toUnsignedInt(octets[i]));
            }
        } else {
            String text = Request.getRemoteAddr(request);
            line.field(text == null || text.isEmpty() ? "-" : text);
        }
    }
}
