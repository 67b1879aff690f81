package dev.understudy.http.log;

import static dev.understudy.http.log.LogVariable.field;
import static dev.understudy.http.log.LogVariable.fixed;
import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
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
            entry('a', field(x -> Request.getRemoteAddr(x.request()))),
            entry('A', field(x -> Request.getLocalAddr(x.request()))),
            entry('b', fixed(x -> x.bytes() == 0 ? null : Long.toString(x.bytes()))),
            entry('B', fixed(x -> Long.toString(x.bytes()))),
            entry('D', fixed(x -> millis(x.nanos()))),
            // The name, not the number: it is what the lines of the server's log have.
            entry('I', field(x -> x.trace().thread())),
            entry('G', fixed(x -> x.sent().exact())),
            entry('m', field(x -> x.request().getMethod())),
            entry('O', fixed(x -> positive(x.trace().overlap()))),
            entry('p', fixed(x -> positive(Request.getLocalPort(x.request())))),
            entry('q', new LogVariable(LogVariables::query, "", false)),
            entry('r', field(x -> x.request().getMethod() + ' ' + target(x) + ' ' + protocol(x))),
            entry('R', fixed(x -> x.request().getMethod() + ' ' + LogFieldEncoder.encode(target(x)) + ' ' + protocol(x))),
            entry('s', fixed(x -> Integer.toString(x.response().getStatus()))),
            entry('S', field(x -> null)),
            entry('t', fixed(x -> x.sent().common())),
            entry('u', field(x -> null)),
            entry('U', field(x -> x.request().getHttpURI().getPath())),
            entry('v', field(x -> Request.getServerName(x.request()))),
            entry('T', fixed(x -> String.format(Locale.ROOT, "%.3f", x.nanos() / 1e9))));

    /** The variables <code>%{Name}r</code>. */
    static final Map<String, LogVariable> NAMED = Map.ofEntries(
            entry("CacheKey", fixed(x -> x.accessRecord().cacheKey())),
            entry("CacheUse", fixed(x -> x.accessRecord().cacheUse().name())),
            entry("ContentType", field(x -> x.response().getHeaders().get("Content-Type"))),
            entry("Context", field(x -> x.accessRecord().context())),
            entry("Digest", fixed(x -> x.accessRecord().digest())),
            entry("Exception", field(x -> x.accessRecord().exception())),
            entry("FetchTime", fixed(x -> millis(x.accessRecord().fetchNanos()))),
            entry("ParseTime", fixed(x -> millis(x.accessRecord().parseNanos()))),
            entry("PathBasedAccess", fixed(x -> Boolean.toString(x.accessRecord().pathBasedAccess()))),
            // No cluster of caches exists, hence no peers.
            entry("PeerServer", field(x -> null)),
            entry(
                    "ProcessingStatus",
                    fixed(x -> Integer.toString(x.accessRecord().processingStatus().number()))),
            entry("ReqType", field(x -> x.accessRecord().requestType())),
            entry("RootId", new LogVariable(x -> x.accessRecord().rootId(), "", false)),
            entry(
                    "SendTime",
                    fixed(x -> x.trace().sendNanos() < 0
                            ? null
                            : millis(x.trace().sendNanos()))),
            entry("Size", fixed(x -> Long.toString(size(x)))),
            // No rule sets exist yet, so the request is the transformed one.
            entry("TransformedUrl", field(LogVariables::target)));
    // @formatter:on

    private static String millis(long nanos) {
        return Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private static @Nullable String positive(long number) {
        return number > 0 ? Long.toString(number) : null;
    }

    private static @Nullable String query(LoggedExchange exchange) {
        String query = exchange.request().getHttpURI().getQuery();
        return query == null ? null : '?' + query;
    }

    private static String target(LoggedExchange exchange) {
        String target = exchange.request().getHttpURI().getPathQuery();
        return target == null ? "*" : target;
    }

    private static String protocol(LoggedExchange exchange) {
        return exchange.request().getConnectionMetaData().getProtocol();
    }

    private static long size(LoggedExchange exchange) {
        boolean notModified = exchange.response().getStatus() == HttpStatus.NOT_MODIFIED_304;
        return notModified ? Math.max(0, exchange.trace().size()) : exchange.bytes();
    }
}
