package dev.understudy.source.web;

import dev.understudy.source.keep.FetchQuota;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import org.eclipse.jetty.io.ClientConnector;

/**
 * Connects to addresses that may be asked, and to no others. Here, behind all that looks up names, it is the address itself that
 * is connected to; whatever a name means the next time it is looked up makes no difference.
 */
final class CheckedConnector extends ClientConnector {

    private final AddressRules rules;
    private final FetchQuota slots;

    /**
     * A connector.
     *
     * @param slots says whether an address may have another server
     */
    CheckedConnector(AddressRules rules, FetchQuota slots) {
        this.rules = rules;
        this.slots = slots;
    }

    @Override
    public void connect(SocketAddress address, Map<String, Object> context) {
        InetSocketAddress server = address instanceof InetSocketAddress internet ? internet : null;
        InetAddress host = server == null ? null : server.getAddress();
        if (server == null || host == null || !rules.permit(host)) {
            connectFailed(null, address, new RefusedAddressException(address), context);
        } else if (!slots.isAt(server.getHostString(), host)) {
            connectFailed(null, address, new BusyAddressException(), context);
        } else {
            super.connect(address, context);
        }
    }
}
