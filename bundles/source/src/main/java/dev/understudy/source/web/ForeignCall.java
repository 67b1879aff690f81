package dev.understudy.source.web;

import dev.understudy.failure.ServeException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request, and once more when its connection has brought answers before but no byte of this one: its server may have been
 * closing it, which says nothing about the image.
 */
final class ForeignCall {

    /** Requests with a tag go over other connections than those without. */
    private static final String REPEATED = "repeated";

    private final Requests requests;
    private final Download download;
    private final long deadline;
    private volatile @Nullable Connection reused;
    private volatile long bytesBefore;

    /** Makes the request, anew each time. */
    interface Requests {
        Request next() throws ServeException;
    }

    /**
     * A call.
     *
     * @param download takes the answer, or the failure
     * @param timeout of both requests together
     */
    ForeignCall(Requests requests, Download download, Duration timeout) {
        this.requests = requests;
        this.download = download;
        deadline = System.nanoTime() + timeout.toNanos();
    }

    void send() throws ServeException {
        taken(requests.next()).onRequestBegin(this::begin).send(this::complete);
    }

    private Request taken(Request request) {
        return request.timeout(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)
                .onResponseHeaders(download)
                .onResponseContent(download);
    }

    private void begin(Request request) {
        if (request.getConnection() instanceof Connection connection && connection.getMessagesIn() > 0) {
            bytesBefore = connection.getBytesIn();
            reused = connection;
        }
    }

    private void complete(Result result) {
        if (!wasStale(result)) {
            download.onComplete(result);
            return;
        }
        try {
            // Such a connection is used once, so that this one is new.
            taken(requests.next())
                    .tag(REPEATED)
                    .headers(headers -> headers.put(HttpHeader.CONNECTION, "close"))
                    .send(download::onComplete);
        } catch (Throwable e) {
            download.fail(e);
        }
    }

    private boolean wasStale(Result result) {
        Connection connection = reused;
        return result.getFailure() instanceof IOException
                && connection != null
                && connection.getBytesIn() == bytesBefore
                && deadline - System.nanoTime() > 0;
    }
}
