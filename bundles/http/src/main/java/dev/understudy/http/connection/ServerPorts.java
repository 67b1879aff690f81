package dev.understudy.http.connection;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.field.FieldEncoders;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the connectors of a server, which are neither started nor added to it. */
public final class ServerPorts {

    private static final Logger LOG = LoggerFactory.getLogger("dev.understudy.startup");

    private ServerPorts() {}

    /**
     * Returns a connector without TLS.
     *
     * @param protocol the rules for reading requests, for this connector alone
     */
    public static ServerConnector plain(Server server, HttpConfiguration protocol, ConnectionSettings settings) {
        protocol.addCustomizer(HeaderTimeoutConnector.observer());
        List<ConnectionFactory> factories = new ArrayList<>();
        factories.add(new HttpConnectionFactory(protocol));
        if (speaksHttp2(settings)) {
            factories.add(Http2Factories.plain(protocol, settings.http2()));
        }
        return connector(server, settings, false, factories);
    }

    /**
     * Returns a connector with TLS.
     *
     * @param protocol the rules for reading requests, for this connector alone
     * @param context the keys
     * @param hsts the value of {@code Strict-Transport-Security}; empty for no such header
     */
    public static ServerConnector tls(
            Server server,
            HttpConfiguration protocol,
            ConnectionSettings settings,
            SslContextFactory.Server context,
            String hsts) {
        // All hosts get the same images, so a host that the certificate is not for does no harm.
        protocol.addCustomizer(new SecureRequestCustomizer(false));
        protocol.addCustomizer(HeaderTimeoutConnector.observer());
        if (!hsts.isEmpty()) {
            protocol.addCustomizer(new StrictTransport(hsts));
        }
        ConnectionFactory http1 = new HttpConnectionFactory(protocol);
        List<ConnectionFactory> factories = new ArrayList<>();
        if (speaksHttp2(settings)) {
            ConnectionFactory negotiation = Http2Factories.negotiation();
            factories.add(new TimedTlsConnection.Factory(context, negotiation.getProtocol()));
            factories.add(negotiation);
            factories.add(Http2Factories.overTls(protocol, settings.http2()));
        } else {
            factories.add(new TimedTlsConnection.Factory(context, http1.getProtocol()));
        }
        factories.add(http1);
        return connector(server, settings, true, factories);
    }

    private static boolean speaksHttp2(ConnectionSettings settings) {
        if (settings.http2().enabled() && !FieldEncoders.find()) {
            LOG.warn(
                    "http2 has no effect: another bundle had Jetty look for encoders of header fields before this one could");
            return false;
        }
        return settings.http2().enabled();
    }

    private static ServerConnector connector(
            Server server, ConnectionSettings settings, boolean encrypted, List<ConnectionFactory> factories) {
        if (!settings.proxyProtocol().equals(AddressFilter.NOBODY)) {
            ConnectionFactory next = factories.get(0);
            ProxyConnectionFactory reader = new ProxyConnectionFactory(next.getProtocol());
            factories.add(0, new ProxyProtocolFactory(settings.proxyProtocol(), reader, next));
            factories.add(1, reader);
        }
        return new HeaderTimeoutConnector(
                server,
                settings.headerTimeout(),
                settings.proxyProtocol(),
                encrypted,
                factories.toArray(ConnectionFactory[]::new));
    }

    /** Has clients come back by TLS alone. */
    private record StrictTransport(PreEncodedHttpField field) implements HttpConfiguration.Customizer {

        StrictTransport(String value) {
            this(new PreEncodedHttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, value));
        }

        @Override
        public Request customize(Request request, HttpFields.Mutable responseHeaders) {
            responseHeaders.put(field);
            return request;
        }
    }
}
