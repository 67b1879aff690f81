package dev.understudy.http.reply;

import dev.understudy.http.trace.RequestTrace;
import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends a reply: the whole of it, the part that was asked for, or 304 when the client has the reply. */
public final class ReplyWriter {

    private ReplyWriter() {}

    /** Sends a reply and closes its body, whatever happens. Does not block on the client. */
    public static void write(Request request, Response response, Callback callback, Reply reply) {
        Callback closing = BodyWriter.closing(reply.body(), callback);
        try {
            describe(response.getHeaders(), reply);
            RequestTrace.of(request).sends(reply.body().length());
            if (isRevalidatable(reply) && ConditionalRequests.notModified(request.getHeaders(), reply)) {
                notModified(response, closing, reply);
            } else if (reply.status() == HttpStatus.OK_200 && reply.body() instanceof Body.Opened opened) {
                sendOpened(request, response, closing, reply, opened);
            } else {
                response.setStatus(reply.status());
                RetryAfter.mark(response);
                send(
                        response,
                        closing,
                        reply.body(),
                        new ByteRange(0, reply.body().length()));
            }
        } catch (RuntimeException e) {
            closing.failed(e);
        }
    }

    private static void describe(HttpFields.Mutable headers, Reply reply) {
        headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        if (reply.status() >= HttpStatus.BAD_REQUEST_400 || reply.contentType().startsWith("text/")) {
            headers.put("X-Content-Type-Options", "nosniff");
        }
        StandIn standIn = reply.standIn();
        if (standIn != null) {
            headers.put(StandIn.HEADER, standIn.headerValue());
        }
        lifetime(headers, reply.freshness());
        String tag = isRevalidatable(reply) ? ConditionalRequests.entityTag(reply) : null;
        if (tag != null) {
            headers.put(HttpHeader.ETAG, tag);
        }
        Instant modified = reply.lastModified();
        if (modified != null && isRevalidatable(reply)) {
            headers.put(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(modified));
        }
    }

    private static void lifetime(HttpFields.Mutable headers, Freshness freshness) {
        if (!freshness.storable()) {
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
            return;
        }
        String age = "max-age=" + freshness.maxAge().toSeconds();
        if (!freshness.shareable()) {
            // Without Expires: caches that know no Cache-Control do not know private either.
            headers.put(HttpHeader.CACHE_CONTROL, "private, " + age);
            return;
        }
        headers.put(HttpHeader.CACHE_CONTROL, age);
        headers.put(HttpHeader.EXPIRES, DateGenerator.formatDate(Instant.now().plus(freshness.maxAge())));
    }

    /** Returns whether a client may revalidate the reply; text errors have no validators, so that they are sent every time. */
    private static boolean isRevalidatable(Reply reply) {
        StandIn standIn = reply.standIn();
        return reply.status() == HttpStatus.OK_200 && (standIn == null || standIn.kind() != StandIn.Kind.TEXT);
    }

    private static void sendOpened(
            Request request, Response response, Callback callback, Reply reply, Body.Opened opened) {
        response.getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        long total = opened.length();
        ByteRange range = ConditionalRequests.rangeApplies(request.getHeaders(), reply)
                ? ByteRange.of(request.getHeaders(), total)
                : new ByteRange(0, total);
        if (range.length() == total) {
            response.setStatus(HttpStatus.OK_200);
            send(response, callback, opened, range);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_RANGE, range.header(total));
        if (range.length() == 0) {
            PlainText.write(response, callback, HttpStatus.RANGE_NOT_SATISFIABLE_416);
        } else {
            response.setStatus(HttpStatus.PARTIAL_CONTENT_206);
            send(response, callback, opened, range);
        }
    }

    private static void send(Response response, Callback callback, Body body, ByteRange range) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, range.length());
        if ("HEAD".equals(response.getRequest().getMethod()) || range.length() == 0) {
            response.write(true, ByteBuffer.allocate(0), callback);
        } else {
            BodyWriter.write(response, callback, body, range);
        }
    }

    /** Sends 304 with the length of the body, which is not sent; Jetty would otherwise add a length of 0. */
    private static void notModified(Response response, Callback callback, Reply reply) {
        response.setStatus(HttpStatus.NOT_MODIFIED_304);
        response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length());
        response.write(true, ByteBuffer.allocate(0), callback);
    }
}
