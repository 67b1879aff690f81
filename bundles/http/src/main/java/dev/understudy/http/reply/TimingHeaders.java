package dev.understudy.http.reply;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.AccessRecord;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * The headers that tell clients how long an answer took, and what the response cache did for it.
 *
 * <p>Source: the draft Server Timing of the W3C, and RFC 9211.
 */
public final class TimingHeaders {

    private static final String CLUSTER_HIT = "Understudy-Cluster; hit, Understudy; ";
    private static final String SERVER_TIMING = "Server-Timing";
    private static final String CACHE_STATUS = "Cache-Status";
    private static final String MARKED = TimingHeaders.class.getName();
    private static final int MICROS = 1000;

    private TimingHeaders() {}

    /**
     * Puts the headers, once for a request. What other servers have said of their caches stays before what is said of ours.
     *
     * @param open whether scripts of other sites may read the times
     */
    public static void mark(Request request, Response response, AccessRecord accessRecord, boolean open) {
        if (request.getAttribute(MARKED) != null) {
            return;
        }
        request.setAttribute(MARKED, true);
        HttpFields.Mutable headers = response.getHeaders();
        long total = NanoTime.since(request.getBeginNanoTime());
        headers.add(
                SERVER_TIMING,
                "parse;dur=" + millis(accessRecord.parseNanos()) + ", fetch;dur=" + millis(accessRecord.fetchNanos())
                        + ", total;dur=" + millis(total));
        headers.add(CACHE_STATUS, cacheStatus(response.getStatus(), accessRecord));
        if (open) {
            headers.put("Timing-Allow-Origin", "*");
        }
    }

    private static String cacheStatus(int status, AccessRecord accessRecord) {
        FailureKind failure = accessRecord.failure();
        return switch (accessRecord.cacheUse()) {
                    case REUSED, VALIDATED -> "Understudy; hit";
                    case CREATED -> "Understudy; fwd=uri-miss; stored";
                    case UPDATED -> "Understudy; fwd=stale; stored";
                    case IGNORED -> "Understudy; fwd=uri-miss";
                    case REMOTE -> "Understudy; fwd=uri-miss; fwd-status=" + status;
                    // The cache nearest to the one who made the answer comes first.
                    case REMOTE_CREATED -> CLUSTER_HIT + "fwd=uri-miss; stored";
                    case REMOTE_UPDATED -> CLUSTER_HIT + "fwd=stale; stored";
                    case REMOTE_CACHE -> CLUSTER_HIT + "fwd=uri-miss";
                    case UNDEFINED -> "Understudy; fwd=bypass";
                }
                + (failure == null ? "" : "; detail=\"" + failure.code() + "\"");
    }

    /** Returns milliseconds with three decimals. */
    private static String millis(long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(Math.max(0, nanos));
        long fraction = micros % MICROS;
        return micros / MICROS + (fraction < 10 ? ".00" : fraction < 100 ? ".0" : ".") + fraction;
    }
}
