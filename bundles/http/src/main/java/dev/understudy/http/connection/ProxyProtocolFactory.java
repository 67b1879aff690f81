package dev.understudy.http.connection;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.observe.RepeatFilter;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the header of the PROXY protocol on connections from trusted proxies alone; everyone else could write any address into one. Jetty reads
 * it, looks up names and takes numbers as they come, so it gets only headers that have been checked; with others the connection is closed.
 */
final class ProxyProtocolFactory extends DetectorConnectionFactory {

    private static final Logger LOG = LoggerFactory.getLogger("dev.understudy.startup");

    private final AddressFilter proxies;
    private final ConnectionFactory next;
    private final RepeatFilter repeats = new RepeatFilter(InstantSource.system());

    /**
     * Creates a factory.
     *
     * @param reader started by the connector, which has it as a factory, too
     * @param next for connections without such a header
     */
    ProxyProtocolFactory(AddressFilter proxies, ProxyConnectionFactory reader, ConnectionFactory next) {
        super(new SoundHeaders(reader));
        this.proxies = proxies;
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
        return isFrom(proxies, endPoint.getRemoteSocketAddress())
                ? super.newConnection(connector, endPoint)
                : next.newConnection(connector, endPoint);
    }

    /** Goes on with a connection that does not begin with a header that can be believed. */
    @Override
    protected void nextProtocol(Connector connector, EndPoint endPoint, ByteBuffer bytes) {
        ProxyHeaderFinding found = ProxyHeaderFinding.of(bytes);
        if (found.equals(ProxyHeaderFinding.ABSENT)) {
            upgradeToConnectionFactory(next, connector, endPoint);
        } else {
            tell(endPoint.getRemoteSocketAddress(), found.problem());
            endPoint.close();
        }
    }

    /** Tells of each proxy once in a while. */
    private void tell(SocketAddress address, String problem) {
        String proxy = address instanceof InetSocketAddress internet ? internet.getHostString() : address.toString();
        String more = repeats.pass(proxy);
        if (more != null) {
            LOG.warn(
                    "Connections of the proxy {} are closed: the header of the PROXY protocol {}{}",
                    proxy,
                    problem,
                    more);
        }
    }

    /** Has headers read that can be believed. */
    private static final class SoundHeaders extends AbstractConnectionFactory implements ConnectionFactory.Detecting {

        private final ProxyConnectionFactory reader;

        SoundHeaders(ProxyConnectionFactory reader) {
            super("checked proxy header");
            this.reader = reader;
        }

        @Override
        public Detection detect(ByteBuffer bytes) {
            return switch (ProxyHeaderFinding.of(bytes).state()) {
                case SOUND -> Detection.RECOGNIZED;
                case INCOMPLETE -> Detection.NEED_MORE_BYTES;
                case ABSENT, MALFORMED -> Detection.NOT_RECOGNIZED;
            };
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            return reader.newConnection(connector, endPoint);
        }
    }
}
