package dev.understudy.cache.cluster.grid;

import dev.understudy.cache.cluster.settings.ClusterHost;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;

/** Finds out by which of its addresses this machine is in the cluster. */
final class MemberAddress {

    private MemberAddress() {}

    /**
     * The address that is set, else that of the hosts that is this machine's, else the one that the first host is reached from.
     *
     * @throws IOException when there is none
     */
    static InetAddress find(ClusterSettings settings) throws IOException {
        if (!settings.address().isEmpty()) {
            return own(InetAddress.getByName(settings.address()));
        }
        for (ClusterHost host : settings.hosts()) {
            if (host.port() == 0 || host.port() == settings.port()) {
                for (InetAddress address : addresses(host)) {
                    if (isOwn(address)) {
                        return address;
                    }
                }
            }
        }
        return addressTowards(settings);
    }

    private static InetAddress own(InetAddress address) throws IOException {
        if (!isOwn(address)) {
            throw new IOException(address.getHostAddress() + " is no address of this machine");
        }
        return address;
    }

    private static boolean isOwn(InetAddress address) throws IOException {
        return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
    }

    /** Connecting a datagram socket chooses an address and sends nothing. */
    private static InetAddress addressTowards(ClusterSettings settings) throws IOException {
        for (ClusterHost host : settings.hosts()) {
            for (InetAddress address : addresses(host)) {
                try (DatagramSocket socket = new DatagramSocket()) {
                    socket.connect(new InetSocketAddress(address, settings.port()));
                    return socket.getLocalAddress();
                }
            }
        }
        throw new IOException("none of the hosts is known");
    }

    private static InetAddress[] addresses(ClusterHost host) {
        try {
            return InetAddress.getAllByName(host.name());
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }
}
