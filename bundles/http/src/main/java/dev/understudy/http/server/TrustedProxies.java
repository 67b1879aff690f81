package dev.understudy.http.server;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.catalog.IpAddresses;
import dev.understudy.http.DetailClients;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Finds the client behind proxies: the last address of {@code X-Forwarded-For} that does not belong to a trusted proxy. Anyone may have
 * written the addresses before it. Without a trusted proxy at the other end of the connection the header is ignored.
 *
 * @param proxies the addresses of trusted proxies
 */
record TrustedProxies(AddressFilter proxies) implements HttpConfiguration.Customizer {

    /** The client whose address a trusted proxy does not know; no catalog that serves only some addresses serves this one. */
    private static final InetAddress UNKNOWN = IpAddresses.parse("0.0.0.0");

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        if (!(connection.getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || peer.isUnresolved()
                || !proxies.allows(peer.getAddress())) {
            return request;
        }
        request.setAttribute(DetailClients.VOUCHED_FOR, true);
        List<String> hops = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        InetAddress client = client(peer.getAddress(), hops);
        return client.equals(peer.getAddress())
                ? request
                : from(new InetSocketAddress(client, peer.getPort()), request);
    }

    private InetAddress client(InetAddress peer, List<String> hops) {
        InetAddress client = peer;
        for (int i = hops.size() - 1; i >= 0 && proxies.allows(client); i--) {
            client = address(hops.get(i));
        }
        return client;
    }

    private static InetAddress address(String hop) {
        try {
            return IpAddresses.parse(withoutPort(hop.strip()));
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    /** Removes the port that some proxies add: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        int colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }

    private static Request from(InetSocketAddress client, Request request) {
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public InetSocketAddress getRemoteSocketAddress() {
                return client;
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
