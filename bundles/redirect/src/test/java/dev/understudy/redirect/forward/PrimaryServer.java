package dev.understudy.redirect.forward;

import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.http.RawTarget;
import dev.understudy.http.ServingHandler;
import dev.understudy.http.forward.SwappableForwarding;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.reply.PlainText;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.settings.TestSettings;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** A server without any image: forwards every request that it may, and answers the others with a text error. */
final class PrimaryServer implements AutoCloseable {

    /** Starts a thread for each client; the common pool has only one on a machine with two processors. */
    static final Executor CLIENTS = client -> FaultServer.daemon(client, "client");

    static final String TARGET = "/is/image/shop/drum";

    private static final int MANY = 500;

    /** More than the host accepts; a server of somebody else, which it joins, may accept this. */
    private static final int MAX_HEADER_BYTES = 128 * 1024;

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Failure CAUSE = new Failure.Missing("drum", true);

    private volatile @Nullable Forwardable asked;
    private volatile RedirectTarget target = RedirectTarget.OF_THE_SERVER;
    private final BlockingQueue<LogLine> log = new LinkedBlockingQueue<>();
    private final List<Socket> clients = new ArrayList<>();
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final ReloadableForwarder redirect;
    private final SwappableForwarding forwarding =
            new SwappableForwarding(() -> new SwapPolicy(Duration.ofSeconds(2), 1000, Duration.ofSeconds(20)));

    /** A line of the access log. */
    record LogLine(int status, AccessRecord seen) {

        /** Returns code and message of each failure. */
        String exception() {
            return seen.exception() == null ? "" : seen.exception();
        }
    }

    PrimaryServer(String rootUrl) throws Exception {
        this(rootUrl, 5000, 5000);
    }

    PrimaryServer(String rootUrl, long connectTimeout, long socketTimeout) throws Exception {
        this(settings(rootUrl, connectTimeout, socketTimeout));
    }

    PrimaryServer(RedirectSettings settings) throws Exception {
        redirect = new ReloadableForwarder(settings);
        forwarding.add(redirect, 0);
        connector.setHost("127.0.0.1");
        protocol().setRequestHeaderSize(MAX_HEADER_BYTES);
        protocol().setUriCompliance(UriCompliance.UNSAFE);
        connector.setAcceptQueueSize(MANY);
        server.addConnector(connector);
        server.setHandler(new Lacking());
        server.setRequestLog(this::log);
        server.start();
    }

    private static RedirectSettings settings(String rootUrl, long connectTimeout, long socketTimeout) {
        return TestSettings.of(rootUrl, connectTimeout, socketTimeout, 1_000_000, 10_000);
    }

    String rootUrl() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    /** Returns what the last request was told about forwards. */
    @Nullable
    Forwardable asked() {
        return asked;
    }

    /** Returns the states of the breakers of all secondary servers. */
    List<Secondaries.BreakerState> breakers() {
        return redirect.entries().stream()
                .map(Secondaries.SecondaryStatus::breaker)
                .toList();
    }

    /** Forwards requests from now on as a catalog with this target would. */
    void target(RedirectTarget newTarget) {
        target = newTarget;
    }

    private void log(Request request, Response response) {
        log.add(new LogLine(response.getStatus(), (AccessRecord) request.getAttribute(AccessRecord.ATTRIBUTE)));
    }

    private final class Lacking extends ServingHandler {

        Lacking() {
            super(forwarding, true, "/is/image");
        }

        @Override
        protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
            asked = forwardable;
            Forwardable least = target.secondaries().isPresent() ? Forwardable.PER_CATALOG : Forwardable.YES;
            return forwardable.compareTo(least) < 0 ? text(CAUSE) : new Forward(CAUSE, target, PrimaryServer::text);
        }
    }

    private static Reply text(Failure failure) {
        return new Reply(
                failure.kind().status(StatusPolicy.DOCUMENTED),
                PlainText.TYPE,
                new Body.Bytes(failure.message().getBytes(StandardCharsets.UTF_8)),
                Freshness.NO_STORE,
                null,
                null,
                List.of(),
                CacheUse.UNDEFINED,
                new StandIn(StandIn.Kind.TEXT, failure.kind()));
    }

    RawAnswer get(String target, String... headers) throws IOException {
        return request("GET", target, headers);
    }

    /** Sends a request and reads its answer to the end of the connection. */
    RawAnswer request(String method, String target, String... headers) throws IOException {
        long start = System.nanoTime();
        StringBuilder head = new StringBuilder("Connection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        try (Socket client = ask(method, target, head.toString())) {
            return new RawAnswer(read(client), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Reads until the end of the connection. */
    static String read(Socket client) {
        StringBuilder answer = new StringBuilder();
        try {
            InputStream in = client.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no end after " + answer, e);
        } catch (IOException e) {
            // A reset is one of the ways to cut an answer.
        }
        return answer.toString();
    }

    /** Sends a request without waiting for the answer. */
    Socket ask(String method, String target, String headers) throws IOException {
        return ask("HTTP/1.1", method, target, headers);
    }

    /** Treats all requests as though they had come with this target, of a char for each byte. */
    void rawTarget(String target) {
        protocol().addCustomizer((request, headers) -> RawTarget.restored(request, target));
    }

    private HttpConfiguration protocol() {
        return connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
    }

    /** Sends a request in another version of HTTP without waiting for the answer. */
    Socket ask(String version, String method, String target, String headers) throws IOException {
        Socket client = new Socket(InetAddress.getByName("127.0.0.1"), connector.getLocalPort());
        client.setSoTimeout(TIMEOUT_MILLIS);
        clients.add(client);
        String request = method + " " + target + " " + version + "\r\nHost: primary\r\n" + headers + "\r\n";
        client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return client;
    }

    /** Returns whether all requests in the log have been taken from it. */
    boolean isIdle() {
        return log.isEmpty();
    }

    /** Takes the line of the next request from the log; requests are logged in the order in which they end. */
    LogLine logged() throws InterruptedException {
        LogLine entry = log.poll(20, TimeUnit.SECONDS);
        if (entry == null) {
            throw new AssertionError("not logged");
        }
        return entry;
    }

    /** Forwards to another server from now on. */
    void change(String rootUrl) {
        redirect.reload(settings(rootUrl, 5000, 5000));
    }

    Secondaries secondaries() {
        return redirect;
    }

    void closeRedirect() {
        redirect.close();
    }

    @Override
    public void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        redirect.close();
        LifeCycle.stop(server);
    }
}
