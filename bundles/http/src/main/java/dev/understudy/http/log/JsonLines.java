package dev.understudy.http.log;

import dev.understudy.failure.FailureKind;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Lines that are objects of JSON, one for each request. What does not apply to a request is left out. */
final class JsonLines implements LineFormat {

    @Override
    public void append(LineBuffer line, LoggedExchange exchange) {
        JsonObject json = JsonObject.begin(line);
        json.text("time", exchange.sent().iso());
        request(json, exchange.request(), exchange);
        answer(json, exchange);
        accessRecord(json, exchange.accessRecord());
        trace(json, exchange);
        json.end();
        line.end();
    }

    private static void request(JsonObject json, Request request, LoggedExchange exchange) {
        HttpFields headers = request.getHeaders();
        json.text("client", Request.getRemoteAddr(request));
        json.text("method", request.getMethod());
        json.text("target", exchange.target());
        json.text("protocol", exchange.protocol());
        json.text("host", headers.get(HttpHeader.HOST));
        json.text("referer", headers.get(HttpHeader.REFERER));
        json.text("userAgent", headers.get(HttpHeader.USER_AGENT));
        json.text("forwardedFor", headers.get(HttpHeader.X_FORWARDED_FOR));
        json.text("ifNoneMatch", headers.get(HttpHeader.IF_NONE_MATCH));
        json.text("ifModifiedSince", headers.get(HttpHeader.IF_MODIFIED_SINCE));
    }

    private static void answer(JsonObject json, LoggedExchange exchange) {
        json.number("status", exchange.response().getStatus());
        json.text("contentType", exchange.response().getHeaders().get(HttpHeader.CONTENT_TYPE));
        json.number("bytes", exchange.bytes());
        json.number("size", exchange.size());
        json.millis("durationMs", exchange.nanos());
    }

    private static void accessRecord(JsonObject json, AccessRecord known) {
        FailureKind failure = known.failure();
        json.text("requestType", known.requestType());
        json.text("catalog", known.rootId());
        json.text(
                "cacheUse",
                known.cacheUse() == CacheUse.UNDEFINED ? "" : known.cacheUse().name());
        json.text("cacheKey", known.cacheKey());
        json.text("peerServer", known.peerServer());
        json.text("digest", known.digest());
        json.number("processingStatus", known.processingStatus().number());
        json.text("failure", failure == null ? "" : failure.code());
        json.text("standIn", known.standIn());
        json.text("exception", known.exception());
        json.text("secondary", known.context());
        json.text("transformedTarget", known.transformedTarget());
        json.flag("pathBasedAccess", known.pathBasedAccess());
        json.list("ignored", known.ignored());
        json.millis("parseMs", known.parseNanos());
        json.millis("fetchMs", known.fetchNanos());
    }

    private static void trace(JsonObject json, LoggedExchange exchange) {
        RequestTrace trace = exchange.trace();
        json.millis("sendMs", trace.sendNanos());
        json.number("overlap", trace.overlap());
        json.text("thread", trace.thread());
        json.text("traceId", exchange.traceId());
        json.text("parentId", exchange.parentId());
        json.text("spanId", exchange.spanId());
    }
}
