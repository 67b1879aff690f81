package dev.understudy.redirect.forward;

import dev.understudy.testkit.tls.Keytool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A secondary server over TLS, with HTTP/2 or without, whose certificate this virtual machine trusts meanwhile. */
final class SecureSecondary implements AutoCloseable {

    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";

    private final Server server = new Server();
    private final ServerConnector connector;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What it does with a request. */
    interface Behavior {
        void answer(Request request, Response response, Callback callback) throws Exception;
    }

    SecureSecondary(Path folder, boolean http2, Behavior behavior) throws Exception {
        Path keys = folder.resolve("secondary.p12");
        if (!Files.exists(keys)) {
            Keytool.makeStore(keys, PASSWORD, "localhost", "dns:localhost,ip:127.0.0.1", "EC");
        }
        System.setProperty(TRUST, keys.toString());
        System.setProperty(TRUST + "Password", PASSWORD);
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStorePath(keys.toString());
        context.setKeyStorePassword(PASSWORD);
        HttpConfiguration protocol = new HttpConfiguration();
        protocol.setUriCompliance(UriCompliance.UNSAFE);
        protocol.setRequestHeaderSize(64 * 1024);
        protocol.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http1 = new HttpConnectionFactory(protocol);
        connector = http2
                ? new ServerConnector(
                        server,
                        1,
                        1,
                        new SslConnectionFactory(context, "alpn"),
                        new ALPNServerConnectionFactory("h2", "http/1.1"),
                        new HTTP2ServerConnectionFactory(protocol),
                        http1)
                : new ServerConnector(server, 1, 1, new SslConnectionFactory(context, "http/1.1"), http1);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                requests.add(request.getConnectionMetaData().getProtocol() + " "
                        + request.getHttpURI().getPathQuery());
                behavior.answer(request, response, callback);
                return true;
            }
        });
        server.start();
    }

    String rootUrl() {
        return "https://localhost:" + connector.getLocalPort();
    }

    /** Protocol and target of each request so far, in their order. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        System.clearProperty(TRUST);
        System.clearProperty(TRUST + "Password");
    }
}
