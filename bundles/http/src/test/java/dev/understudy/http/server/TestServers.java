package dev.understudy.http.server;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.LocalServer;
import dev.understudy.http.mount.Dispatcher;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.component.LifeCycle;

/** Sets up servers as the host does, for tests in other packages. */
public final class TestServers {

    private TestServers() {}

    public static HttpConfiguration protocol() {
        return StandaloneServer.protocol(AddressFilter.NOBODY);
    }

    public static void install(Server server, Dispatcher dispatcher, RequestLog log) {
        StandaloneServer.install(server, dispatcher, log);
    }

    /**
     * Returns what is seen of a request in a handler.
     *
     * @param peer the address at the other end of the connection
     * @param headers each ended by a line break
     */
    public static <T> String seen(String peer, AddressFilter trustedProxies, String headers, Function<Request, T> look)
            throws Exception {
        HttpConfiguration protocol = StandaloneServer.protocol(trustedProxies);
        protocol.getCustomizers().add(0, (request, response) -> connectedFrom(peer, request));
        Server server = new Server();
        LocalConnector connector = new LocalConnector(server, new HttpConnectionFactory(protocol));
        server.addConnector(connector);
        server.setHandler(LocalServer.handler((request, response, callback) -> response.write(
                true, BufferUtil.toBuffer(String.valueOf(look.apply(request)), StandardCharsets.UTF_8), callback)));
        server.start();
        try {
            ByteBuffer raw = BufferUtil.toBuffer(
                    "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n",
                    StandardCharsets.UTF_8);
            return HttpTester.parseResponse(connector.getResponse(raw, false, 30, TimeUnit.SECONDS))
                    .getContent();
        } finally {
            LifeCycle.stop(server);
        }
    }

    private static Request connectedFrom(String peer, Request request) {
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public InetSocketAddress getRemoteSocketAddress() {
                return new InetSocketAddress(peer, 4711);
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }
        };
    }
}
