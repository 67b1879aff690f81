package dev.understudy.http.reply;

import dev.understudy.http.field.FieldEncoders;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends a reply: the whole of it, the part that was asked for, or 304 when the client has the reply. */
public final class ReplyWriter {

    private final HttpDates dates = new HttpDates();
    private final KnownFields<String> types =
            new KnownFields<>(type -> FieldEncoders.field(HttpHeader.CONTENT_TYPE, type));
    private final KnownFields<Freshness> lifetimes =
            new KnownFields<>(freshness -> FieldEncoders.field(HttpHeader.CACHE_CONTROL, cacheControl(freshness)));
    private final KnownFields<Long> expiries = new KnownFields<>(
            second -> FieldEncoders.field(HttpHeader.EXPIRES, dates.text(Instant.ofEpochSecond(second))));

    /** Sends a reply and closes its body, whatever happens. Does not block on the client. */
    public void write(Request request, Response response, Callback callback, Reply reply) {
        Callback closing = BodyWriter.closing(reply.body(), callback);
        try {
            HttpFields.Mutable headers = response.getHeaders();
            Variation.mark(headers, reply.varying());
            if (reply.status() == HttpStatus.NOT_MODIFIED_304) {
                stillGood(request, response, closing, reply);
                return;
            }
            describe(headers, reply);
            RequestTrace.of(request).sends(reply.body().length());
            switch (outcome(request, reply)) {
                case NOT_MODIFIED -> notModified(response, closing, reply);
                case PRECONDITION_FAILED -> PlainText.write(response, closing, HttpStatus.PRECONDITION_FAILED_412);
                case SEND -> send(request, response, closing, reply);
            }
        } catch (RuntimeException e) {
            closing.failed(e);
        }
    }

    private static ConditionalRequests.Outcome outcome(Request request, Reply reply) {
        return isRevalidatable(reply)
                ? ConditionalRequests.check(request.getHeaders(), reply)
                : ConditionalRequests.Outcome.SEND;
    }

    private static void send(Request request, Response response, Callback callback, Reply reply) {
        if (reply.status() == HttpStatus.OK_200 && reply.body() instanceof Body.Opened opened) {
            sendOpened(request, response, callback, reply, opened);
        } else {
            response.setStatus(reply.status());
            RetryAfter.mark(response);
            send(response, callback, reply.body(), ByteRange.whole(reply.body().length()));
        }
    }

    private void describe(HttpFields.Mutable headers, Reply reply) {
        headers.put(types.of(reply.contentType()));
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
        // A stand-in without a date is asked for again by its tag alone, which says that it is one.
        if (modified != null && isRevalidatable(reply) && standIn == null) {
            headers.put(HttpHeader.LAST_MODIFIED, dates.text(modified));
        }
        RuleHeaderWriter.mark(headers, reply);
    }

    private void lifetime(HttpFields.Mutable headers, Freshness freshness) {
        headers.put(lifetimes.of(freshness));
        // Private answers have no Expires: caches that know no Cache-Control do not know private either.
        if (freshness.storable() && freshness.shareable()) {
            headers.put(expiries.of(Instant.now().plus(freshness.maxAge()).getEpochSecond()));
        }
    }

    private static String cacheControl(Freshness freshness) {
        if (!freshness.storable()) {
            return "no-store";
        }
        String age = "max-age=" + freshness.maxAge().toSeconds();
        return freshness.shareable() ? age : "private, " + age;
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
        ByteRange range =
                isRangeAskedFor(request, reply) ? ByteRange.of(request.getHeaders(), total) : ByteRange.whole(total);
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

    /** Returns whether a part may be sent instead of the whole; there are no parts of an answer to HEAD. */
    private static boolean isRangeAskedFor(Request request, Reply reply) {
        return HttpMethod.GET.is(request.getMethod()) && ConditionalRequests.rangeApplies(request.getHeaders(), reply);
    }

    private static void send(Response response, Callback callback, Body body, ByteRange range) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, range.length());
        if (HttpMethod.HEAD.is(response.getRequest().getMethod()) || range.length() == 0) {
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

    /** Sends 304 for something that never changes, of which nothing but the client's own entity tag is known. */
    private void stillGood(Request request, Response response, Callback callback, Reply reply) {
        response.setStatus(HttpStatus.NOT_MODIFIED_304);
        lifetime(response.getHeaders(), reply.freshness());
        String tag = ConditionalRequests.onlyKnownTag(request.getHeaders());
        if (tag != null) {
            response.getHeaders().put(HttpHeader.ETAG, tag);
        }
        RuleHeaderWriter.mark(response.getHeaders(), reply);
        finish(response, callback);
    }

    /** Ends an answer. A 304 without a length is sent before, because Jetty would add a length of 0, which is not that of the body. */
    public static void finish(Response response, Callback callback) {
        if (response.getStatus() == HttpStatus.NOT_MODIFIED_304 && !response.isCommitted()) {
            response.write(false, ByteBuffer.allocate(0), callback);
        } else {
            callback.succeeded();
        }
    }
}
