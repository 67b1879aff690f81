package dev.understudy.source.web;

import dev.understudy.source.keep.FetchQuota;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/** Starts Jetty's client for foreign servers: with limits for everything, and no trust in what they say. */
final class ForeignClient {

    private static final int SPARE_THREADS = 8;
    private static final int MAX_ANSWER_HEADERS = 32 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(5);
    private static final Duration IDLE_SERVER = Duration.ofMinutes(1);

    private ForeignClient() {}

    /**
     * Starts a client, which the caller stops.
     *
     * @param slots are told which servers are at the same address
     * @param resolver looks up names; null for the system's
     */
    static HttpClient start(ForeignSettings settings, FetchQuota slots, @Nullable SocketAddressResolver resolver) {
        // Each request may hold a thread that looks up a name, for as long as a name server takes.
        QueuedThreadPool threads = new QueuedThreadPool(2 * settings.maxRequests() + SPARE_THREADS, 1);
        threads.setName("understudy-foreign");
        threads.setDaemon(true);
        AddressRules rules = new AddressRules(settings.addresses());
        CheckedConnector connector = new CheckedConnector(rules, slots);
        connector.setSelectors(1);
        HttpClient client = new HttpClient(new HttpClientTransportDynamic(connector));
        client.setExecutor(threads);
        ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler("understudy-foreign-timer", true);
        client.setScheduler(scheduler);
        SocketAddressResolver names = resolver == null
                ? new SocketAddressResolver.Async(
                        threads, scheduler, settings.timeout().toMillis())
                : resolver;
        client.setSocketAddressResolver(new NamedAddresses(names, rules));
        client.setConnectTimeout(settings.timeout().toMillis());
        client.setIdleTimeout(IDLE_CONNECTION.toMillis());
        client.setDestinationIdleTimeout(IDLE_SERVER.toMillis());
        client.setMaxConnectionsPerDestination(settings.maxRequests());
        client.setMaxRequestsQueuedPerDestination(settings.maxRequests());
        client.setResponseBufferSize(BUFFER);
        client.setMaxResponseHeadersSize(MAX_ANSWER_HEADERS);
        // The address of a redirect would be chosen by the foreign server.
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        LifeCycle.start(client);
        takeAnswersAsTheyAre(client);
        return client;
    }

    /** Removes the handlers that the start has installed of answers that ask for more than the image, and of those that are packed. */
    private static void takeAnswersAsTheyAre(HttpClient client) {
        // Which decoders there are depends on what else is installed.
        client.getContentDecoderFactories().clear();
        ProtocolHandlers handlers = client.getProtocolHandlers();
        handlers.remove(RedirectProtocolHandler.NAME);
        handlers.remove(WWWAuthenticationProtocolHandler.NAME);
        handlers.remove(ProxyAuthenticationProtocolHandler.NAME);
    }
}
