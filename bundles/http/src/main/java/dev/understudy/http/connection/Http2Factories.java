package dev.understudy.http.connection;

import org.eclipse.jetty.alpn.java.server.JDK9ServerALPNProcessor;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.WindowRateControl;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/** Makes connections of HTTP/2, within limits. */
final class Http2Factories {

    private static final String OVER_TLS = "h2";
    /** As ALPN has it, where case counts. */
    private static final String HTTP_1_1 = "http/1.1";

    private Http2Factories() {}

    /** Returns a factory for connections that agree on HTTP/2 while TLS is negotiated. */
    static ConnectionFactory overTls(HttpConfiguration protocol, Http2Settings settings) {
        return limited(new HTTP2ServerConnectionFactory(protocol, OVER_TLS), settings);
    }

    /** Returns a factory for connections without TLS that begin with HTTP/2. */
    static ConnectionFactory plain(HttpConfiguration protocol, Http2Settings settings) {
        return limited(new PriorKnowledge(protocol), settings);
    }

    /**
     * Returns the factory that finds out by ALPN which version of HTTP a connection speaks.
     *
     * <p>Jetty looks for the part that knows Java's TLS by the thread's class loader; that of the part itself finds it, in OSGi as elsewhere.
     */
    static ConnectionFactory negotiation() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(JDK9ServerALPNProcessor.class.getClassLoader());
        try {
            ALPNServerConnectionFactory negotiation = new ALPNServerConnectionFactory(OVER_TLS, HTTP_1_1);
            negotiation.setDefaultProtocol(HTTP_1_1);
            return negotiation;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ConnectionFactory limited(AbstractHTTP2ServerConnectionFactory factory, Http2Settings settings) {
        factory.setMaxConcurrentStreams(settings.maxStreams());
        factory.setRateControlFactory(new WindowRateControl.Factory(settings.maxControls()));
        factory.setConnectProtocolEnabled(false);
        return factory;
    }

    /**
     * Takes connections that begin with HTTP/2, and no others. The way from HTTP/1.1 by {@code Upgrade: h2c} is no longer part of HTTP
     * (RFC 9113, section 3.1), and a proxy that passes the header on would not see the requests that follow.
     */
    private static final class PriorKnowledge extends HTTP2CServerConnectionFactory {

        private static final String PREFACE = "PRI";

        PriorKnowledge(HttpConfiguration protocol) {
            super(protocol);
        }

        @Override
        public @Nullable Connection upgradeConnection(
                Connector connector, EndPoint endPoint, MetaData.Request request, HttpFields.Mutable response) {
            return request.getMethod().equals(PREFACE)
                    ? super.upgradeConnection(connector, endPoint, request, response)
                    : null;
        }
    }
}
