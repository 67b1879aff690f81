package dev.understudy.redirect.client;

import dev.understudy.http.field.FieldEncoders;
import dev.understudy.redirect.settings.Timeouts;
import java.time.Duration;
import org.eclipse.jetty.client.AbstractConnectionPool;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.Scheduler;

/** Starts Jetty's client for one secondary server: with limits for everything, threads of its own, and no changes to what it passes on. */
public final class SecondaryClient {

    private static final int MAX_THREADS = 16;
    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_QUEUED = 256;
    /** More than what this server accepts with what is added to it, so that all that has come can go out. */
    private static final int MAX_REQUEST_HEADERS = 96 * 1024;

    private static final int MAX_ANSWER_HEADERS = 32 * 1024;

    /** Enough for most images on pages, so that they take one read and one write. */
    private static final int BUFFER = 64 * 1024;

    /** Shorter than servers usually keep connections, so that a request seldom uses one that is just being closed. */
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(5);

    private SecondaryClient() {}

    /** Returns whether all connections to a request's server are made and in use, so that the request waits for one of these. */
    public static boolean isExhausted(HttpClient client, Request request) {
        return client.resolveDestination(request).getConnectionPool() instanceof AbstractConnectionPool pool
                && pool.getPendingConnectionCount() == 0
                && pool.getActiveConnectionCount() >= MAX_CONNECTIONS;
    }

    /**
     * Starts a client, which the caller stops.
     *
     * @param secure whether the server is asked over TLS, where it may speak HTTP/2
     * @param timer started, and shared with other clients
     */
    public static HttpClient start(boolean secure, Timeouts timeouts, Scheduler timer) {
        // This bundle may be the first one that uses Jetty.
        FieldEncoders.find();
        QueuedThreadPool threads = secure ? SecureTransport.threads(MAX_THREADS) : new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName("understudy-redirect");
        threads.setDaemon(true);
        ClientConnector connector = new SecondaryConnector();
        connector.setSelectors(1);
        HttpClientTransport transport =
                secure ? SecureTransport.of(connector) : new HttpClientTransportDynamic(connector);
        // Nothing blocks while an answer is passed on, so the thread that reads it can do that.
        transport.setInvocationType(Invocable.InvocationType.NON_BLOCKING);
        HttpClient client = new HttpClient(transport);
        client.setExecutor(threads);
        client.setScheduler(timer);
        client.setConnectTimeout(timeouts.connect().toMillis());
        client.setAddressResolutionTimeout(timeouts.connect().toMillis());
        client.setIdleTimeout(idle(secure, timeouts).toMillis());
        client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MAX_QUEUED);
        client.setResponseBufferSize(BUFFER);
        client.setMaxRequestHeadersSize(MAX_REQUEST_HEADERS);
        client.setMaxResponseHeadersSize(MAX_ANSWER_HEADERS);
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        LifeCycle.start(client);
        passEverythingOn(client);
        return client;
    }

    /** A connection of HTTP/2 is idle for Jetty while its requests wait for their answers. */
    private static Duration idle(boolean secure, Timeouts timeouts) {
        return secure ? timeouts.longest() : IDLE_CONNECTION;
    }

    /** Removes the decoders, and the handlers of redirects and of challenges, that the start has installed. */
    private static void passEverythingOn(HttpClient client) {
        client.getContentDecoderFactories().clear();
        client.getProtocolHandlers().clear();
        client.getProtocolHandlers().put(new InterimResponseHandler());
    }

    /** Skips interim responses, except for 101, after which another protocol begins. */
    private static final class InterimResponseHandler extends ProcessingProtocolHandler {

        @Override
        public boolean accept(Request request, Response response) {
            return HttpStatus.isInformational(response.getStatus())
                    && response.getStatus() != HttpStatus.SWITCHING_PROTOCOLS_101;
        }
    }
}
