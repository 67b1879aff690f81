package dev.understudy.http.log;

import static dev.understudy.http.log.LogVariable.fixed;
import static dev.understudy.http.log.LogVariable.of;
import static java.util.Map.entry;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The table of log variables. Times are milliseconds unless said otherwise; what does not apply is a dash.
 *
 * <p>Source: the reference's page on access logging.
 */
final class LogVariables {

    private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS Z", Locale.ROOT);
    private static final DateTimeFormatter COMMON =
            DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss Z']'", Locale.ENGLISH);

    private LogVariables() {}

    // @formatter:off
    /** {@code %x}. */
    static final Map<Character, LogVariable> SIMPLE = Map.ofEntries(
            entry('a', of(x -> Request.getRemoteAddr(x.request()))),
            entry('A', of(x -> Request.getLocalAddr(x.request()))),
            entry('b', of(x -> x.bytes() == 0 ? null : Long.toString(x.bytes()))),
            entry('B', of(x -> Long.toString(x.bytes()))),
            entry('D', of(x -> millis(x.nanos()))),
            entry('I', of(x -> positive(x.passage().thread()))),
            entry('G', fixed(x -> SENT.format(x.sent()))),
            entry('m', of(x -> x.request().getMethod())),
            entry('O', of(x -> positive(x.passage().overlap()))),
            entry('p', of(x -> positive(Request.getLocalPort(x.request())))),
            entry('q', new LogVariable(LogVariables::query, "", false)),
            entry('r', of(x -> x.request().getMethod() + ' ' + target(x) + ' ' + protocol(x))),
            entry('R', fixed(x -> x.request().getMethod() + ' ' + FieldValues.encode(target(x)) + ' ' + protocol(x))),
            entry('s', of(x -> Integer.toString(x.response().getStatus()))),
            entry('S', of(x -> null)),
            entry('t', fixed(x -> COMMON.format(x.sent()))),
            entry('u', of(x -> null)),
            entry('U', of(x -> x.request().getHttpURI().getPath())),
            entry('v', of(x -> Request.getServerName(x.request()))),
            entry('T', of(x -> String.format(Locale.ROOT, "%.3f", x.nanos() / 1e9))));

    /** <code>%{Name}r</code>. */
    static final Map<String, LogVariable> NAMED = Map.ofEntries(
            entry("CacheKey", of(x -> x.observation().cacheKey())),
            entry("CacheUse", of(x -> x.observation().cacheUse().name())),
            entry("ContentType", of(x -> x.response().getHeaders().get("Content-Type"))),
            entry("Context", of(x -> x.observation().context())),
            entry("Digest", of(x -> x.observation().digest())),
            entry("Exception", of(x -> x.observation().exception())),
            entry("FetchTime", of(x -> millis(x.observation().fetchNanos()))),
            entry("ParseTime", of(x -> millis(x.observation().parseNanos()))),
            entry("PathBasedAccess", of(x -> Boolean.toString(x.observation().pathBasedAccess()))),
            // There are no clusters of caches, hence no peers.
            entry("PeerServer", of(x -> null)),
            entry(
                    "ProcessingStatus",
                    of(x -> Integer.toString(x.observation().processingStatus().ordinal()))),
            entry("ReqType", of(x -> x.observation().requestType())),
            entry("RootId", new LogVariable(x -> x.observation().rootId(), "", false)),
            entry(
                    "SendTime",
                    of(x -> x.passage().sendNanos() < 0
                            ? null
                            : millis(x.passage().sendNanos()))),
            entry("Size", of(x -> Long.toString(size(x)))),
            // There are no rule sets yet, so the request is the transformed one.
            entry("TransformedUrl", of(LogVariables::target)));
    // @formatter:on

    private static String millis(long nanos) {
        return Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static @Nullable String positive(long number) {
        return number > 0 ? Long.toString(number) : null;
    }

    private static @Nullable String query(Exchange exchange) {
        String query = exchange.request().getHttpURI().getQuery();
        return query == null ? null : '?' + query;
    }

    private static String target(Exchange exchange) {
        String target = exchange.request().getHttpURI().getPathQuery();
        return target == null ? "*" : target;
    }

    private static String protocol(Exchange exchange) {
        return exchange.request().getConnectionMetaData().getProtocol();
    }

    private static long size(Exchange exchange) {
        boolean notModified = exchange.response().getStatus() == HttpStatus.NOT_MODIFIED_304;
        return notModified ? Math.max(0, exchange.passage().size()) : exchange.bytes();
    }
}
