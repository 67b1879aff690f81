package dev.understudy.http.log;

import static dev.understudy.http.log.LogVariable.absent;
import static dev.understudy.http.log.LogVariable.field;
import static dev.understudy.http.log.LogVariable.fixed;
import static dev.understudy.http.log.LogVariable.number;
import static dev.understudy.http.log.LogVariable.optional;
import static dev.understudy.http.log.LogVariable.positive;
import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The table of log variables. Times are milliseconds unless said otherwise; a value that does not apply is a dash.
 *
 * <p>Source: the reference's page on access logging.
 */
final class LogVariables {

    private LogVariables() {}

    // @formatter:off
    /** The variables {@code %x}. */
    static final Map<Character, LogVariable> SIMPLE = Map.ofEntries(
            entry('a', (line, x) -> x.appendClient(line)),
            entry('A', field(x -> Request.getLocalAddr(x.request()))),
            entry('b', positive(LoggedExchange::bytes)),
            entry('B', number(LoggedExchange::bytes)),
            entry('D', number(x -> millis(x.nanos()))),
            // The name, not the number: it is what the lines of the server's log have.
            entry('I', field(x -> x.trace().thread())),
            entry('G', (line, x) -> x.sent().exact(line)),
            entry('m', field(x -> x.request().getMethod())),
            entry('O', positive(x -> x.trace().overlap())),
            entry('p', positive(x -> Request.getLocalPort(x.request()))),
            entry('q', optional(LogVariables::query)),
            entry('r', field(x -> x.request().getMethod() + ' ' + x.target() + ' ' + x.protocol())),
            entry('R', LogVariables::requestLine),
            entry('s', number(x -> x.response().getStatus())),
            entry('S', absent()),
            entry('t', fixed(x -> x.sent().common())),
            entry('u', absent()),
            entry('U', field(x -> x.request().getHttpURI().getPath())),
            entry('v', field(x -> Request.getServerName(x.request()))),
            entry('T', fixed(x -> String.format(Locale.ROOT, "%.3f", x.nanos() / 1e9))));

    /** The variables <code>%{Name}r</code>. */
    static final Map<String, LogVariable> NAMED = Map.ofEntries(
            entry("CacheKey", fixed(x -> x.accessRecord().cacheKey())),
            entry("CacheUse", fixed(x -> x.accessRecord().cacheUse().name())),
            entry("ContentType", field(x -> x.response().getHeaders().get(HttpHeader.CONTENT_TYPE))),
            entry("Context", field(x -> x.accessRecord().context())),
            entry("Digest", fixed(x -> x.accessRecord().digest())),
            entry("Exception", field(x -> x.accessRecord().exception())),
            entry("FetchTime", number(x -> millis(x.accessRecord().fetchNanos()))),
            entry("ParseTime", number(x -> millis(x.accessRecord().parseNanos()))),
            entry("ParentId", fixed(LoggedExchange::parentId)),
            entry("PathBasedAccess", fixed(x -> Boolean.toString(x.accessRecord().pathBasedAccess()))),
            entry("PeerServer", fixed(x -> x.accessRecord().peerServer())),
            entry("ProcessingStatus", number(x -> x.accessRecord().processingStatus().number())),
            entry("ReqType", field(x -> x.accessRecord().requestType())),
            entry("RootId", optional(x -> x.accessRecord().rootId())),
            entry("SendTime", number(LogVariables::sendTime)),
            entry("Size", number(LoggedExchange::size)),
            entry("SpanId", fixed(LoggedExchange::spanId)),
            entry("TraceId", fixed(LoggedExchange::traceId)),
            entry("TransformedUrl", (line, x) -> x.appendTransformed(line)));
    // @formatter:on

    private static void requestLine(LineBuffer line, LoggedExchange exchange) {
        line.text(exchange.request().getMethod());
        line.octet(' ');
        exchange.appendTarget(line);
        line.octet(' ');
        line.text(exchange.protocol());
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private static long sendTime(LoggedExchange exchange) {
        long nanos = exchange.trace().sendNanos();
        return nanos < 0 ? -1 : millis(nanos);
    }

    private static @Nullable String query(LoggedExchange exchange) {
        String query = exchange.request().getHttpURI().getQuery();
        return query == null ? null : '?' + query;
    }
}
