package dev.understudy.http;

import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.server.TestServers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** A server without sockets, which reads and answers requests exactly as the real one does. */
public final class LocalServer implements AutoCloseable {

    /** Starts a thread for each client; the common pool has only one on a machine with two processors. */
    public static final Executor CLIENTS = client -> new Thread(client, "client").start();

    public final Dispatcher dispatcher;
    public final Server server = new Server();
    public final LocalConnector connector;

    public LocalServer() throws Exception {
        this(new SwapPolicy(Duration.ofSeconds(20), 1000, Duration.ofSeconds(20)));
    }

    public LocalServer(SwapPolicy policy) throws Exception {
        dispatcher = new Dispatcher(() -> policy);
        connector = new LocalConnector(server, new HttpConnectionFactory(TestServers.protocol()));
        server.addConnector(connector);
        TestServers.install(server, dispatcher, (request, response) -> {});
        server.start();
    }

    /** Starts a server with one handler. */
    public static LocalServer of(String mount, Handler handler) throws Exception {
        LocalServer local = new LocalServer();
        local.mount(mount, handler, 0);
        return local;
    }

    public void mount(String mount, Handler handler, int ranking) {
        dispatcher.mount(List.of(mount), handler, ranking);
    }

    public void unmount(String mount, Handler handler) {
        dispatcher.unmount(List.of(mount), handler);
    }

    /** Sends a request line and headers, each ended by a line break; the connection is closed afterwards. */
    public HttpTester.Response send(String requestLine, String... headers) throws Exception {
        String text = requestLine + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n";
        ByteBuffer raw = BufferUtil.toBuffer(text, StandardCharsets.UTF_8);
        boolean head = requestLine.startsWith("HEAD ");
        ByteBuffer answer = connector.getResponse(raw, head, 30, TimeUnit.SECONDS);
        return head ? HttpTester.parseHeadResponse(answer) : HttpTester.parseResponse(answer);
    }

    public HttpTester.Response get(String target, String... headers) throws Exception {
        return send("GET " + target, headers);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    /** Makes a handler from a lambda. */
    public static Handler handler(Handling handling) {
        return new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                handling.handle(request, response, callback);
                return true;
            }
        };
    }

    /** The action of a handler. */
    public interface Handling {
        void handle(Request request, Response response, Callback callback) throws Exception;
    }
}
