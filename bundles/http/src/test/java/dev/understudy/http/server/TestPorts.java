package dev.understudy.http.server;

import dev.understudy.http.LocalServer;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.http.tls.ServerKeys;
import dev.understudy.http.tls.TestKeys;
import dev.understudy.observe.ServingListeners;
import dev.understudy.settings.SettingReading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;

/** The host's own server on ports of its own, with one handler, and connections to it. */
public final class TestPorts implements AutoCloseable {

    private final LinkedBlockingQueue<Request> finished = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Integer> statuses = new LinkedBlockingQueue<>();
    private final ServingListeners listeners = new ServingListeners();
    private final ServerKeys keys;
    private final StandaloneServer server;

    public TestPorts(Map<String, String> settings, LocalServer.Handling handling) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("port", "0", "drain.timeout", "5000"));
        all.putAll(settings);
        SettingReading reading = HttpSettingTable.TABLE.read(all);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        HttpSettings made = HttpSettings.of(reading.values());
        Dispatcher dispatcher = new Dispatcher(() -> new SwapPolicy(Duration.ZERO, 0, Duration.ofSeconds(5)));
        Handler handler = LocalServer.handler(handling);
        dispatcher.mount(List.of("/is/image"), handler, 0);
        keys = made.tls().isOn() ? ServerKeys.open(made.tls()) : null;
        FinishedRequests told = new FinishedRequests(listeners);
        server = StandaloneServer.open(made, keys, dispatcher, (request, response) -> {
            told.tell(request, response);
            statuses.add(response.getStatus());
            finished.add(request);
        });
    }

    public int port() {
        return server.port();
    }

    public int tlsPort() {
        return server.tls().port();
    }

    public StandaloneServer server() {
        return server;
    }

    /** The listeners that are told of requests that have ended. */
    public ServingListeners listeners() {
        return listeners;
    }

    /** The next request that has ended. */
    public Request finished() throws InterruptedException {
        return finished.poll(20, TimeUnit.SECONDS);
    }

    /** The statuses of the requests that have ended until now. */
    public List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    public Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** Connects by TLS, and agrees on a version of HTTP; on none when none is given. */
    public SSLSocket connectTls(String... versions) throws Exception {
        return connectTls(new Socket(InetAddress.getLoopbackAddress(), tlsPort()), new SSLParameters(), versions);
    }

    public SSLSocket connectTls(Socket socket, SSLParameters parameters, String... versions) throws Exception {
        SSLSocket tls = (SSLSocket)
                TestKeys.trusting().getSocketFactory().createSocket(socket, "images.example", socket.getPort(), true);
        tls.setSoTimeout(20_000);
        SSLParameters set = tls.getSSLParameters();
        if (parameters.getServerNames() != null) {
            set.setServerNames(parameters.getServerNames());
        }
        if (parameters.getCipherSuites() != null) {
            set.setCipherSuites(parameters.getCipherSuites());
            set.setProtocols(parameters.getProtocols());
        }
        set.setApplicationProtocols(versions);
        tls.setSSLParameters(set);
        tls.startHandshake();
        return tls;
    }

    @Override
    public void close() {
        server.close();
    }
}
