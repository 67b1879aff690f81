package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.observe.Observation;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** A server in memory that forwards all that its forwarder accepts, and says so when that fails. */
final class Primary implements AutoCloseable {

    private static final Failure CAUSE = new Failure.Missing("drum", true);

    final BlockingQueue<Failure> failures = new LinkedBlockingQueue<>();
    final Observation observation = new Observation();
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);
    private final ErrorRedirect redirect;

    Primary(String rootUrl) throws Exception {
        this(rootUrl, 2000, 500);
    }

    Primary(String rootUrl, long connectTimeout, long socketTimeout) throws Exception {
        this(RedirectSettings.of(
                new RedirectSettings.Configured(rootUrl, connectTimeout, socketTimeout, 1_000_000, 10_000)));
    }

    Primary(RedirectSettings settings) throws Exception {
        redirect = ErrorRedirect.open(settings);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                return serve(request, response, callback);
            }
        });
        server.start();
    }

    private boolean serve(Request request, Response response, Callback callback) {
        request.setAttribute(Observation.ATTRIBUTE, observation);
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        if (!redirect.accepts(request)) {
            Content.Sink.write(response, true, "served here", callback);
            return true;
        }
        Forward forward = new Forward(CAUSE, Primary::unused);
        redirect.forward(request, response, callback, forward, failure -> {
            failures.add(failure);
            response.setStatus(failure.kind().status(StatusPolicy.DOCUMENTED));
            Content.Sink.write(response, true, failure.message(), callback);
        });
        return true;
    }

    private static Reply unused(Failure failure) {
        throw new AssertionError(failure);
    }

    String get(String target, String... headers) throws Exception {
        return request("GET", target, headers);
    }

    /** The whole answer as it goes over the wire, as far as it goes. */
    String request(String method, String target, String... headers) throws Exception {
        StringBuilder head =
                new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: primary\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        try (LocalConnector.LocalEndPoint client = connector.connect()) {
            client.addInput(StandardCharsets.UTF_8.encode(head.append("\r\n").toString()));
            client.waitUntilClosedOrIdleFor(20, TimeUnit.SECONDS);
            return StandardCharsets.ISO_8859_1.decode(client.getOutput()).toString();
        }
    }

    /** Sends so many requests at once and waits for no answer. */
    void flood(int requests) {
        for (int i = 0; i < requests; i++) {
            connector.connect().addInput("GET /is/image/shop/drum HTTP/1.1\r\nHost: primary\r\n\r\n");
        }
    }

    void closeRedirect() {
        redirect.close();
    }

    @Override
    public void close() {
        redirect.close();
        LifeCycle.stop(server);
    }
}
