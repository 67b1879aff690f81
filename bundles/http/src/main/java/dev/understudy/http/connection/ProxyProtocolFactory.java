package dev.understudy.http.connection;

import dev.understudy.catalog.AddressFilter;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ProxyConnectionFactory;

/** Reads the header of the PROXY protocol on connections from trusted proxies alone; everyone else could write any address into one. */
final class ProxyProtocolFactory extends AbstractConnectionFactory {

    private final AddressFilter proxies;
    private final ProxyConnectionFactory reader;
    private final ConnectionFactory next;

    /**
     * Creates a factory.
     *
     * @param reader started by the connector, which has it as a factory, too
     * @param next for connections without such a header
     */
    ProxyProtocolFactory(AddressFilter proxies, ProxyConnectionFactory reader, ConnectionFactory next) {
        super("proxy from trusted addresses");
        this.proxies = proxies;
        this.reader = reader;
        this.next = next;
    }

    /** Returns whether the other end of a connection is a trusted proxy. */
    static boolean isFrom(AddressFilter proxies, SocketAddress peer) {
        return peer instanceof InetSocketAddress internet
                && !internet.isUnresolved()
                && proxies.allows(internet.getAddress());
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return (isFrom(proxies, endPoint.getRemoteSocketAddress()) ? reader : next).newConnection(connector, endPoint);
    }
}
