package dev.understudy.source.web;

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

    CheckedConnector(AddressRules rules) {
        this.rules = rules;
    }

    @Override
    public void connect(SocketAddress address, Map<String, Object> context) {
        InetAddress host = address instanceof InetSocketAddress internet ? internet.getAddress() : null;
        if (host != null && rules.permit(host)) {
            super.connect(address, context);
        } else {
            connectFailed(null, address, new RefusedAddressException(address), context);
        }
    }
}
