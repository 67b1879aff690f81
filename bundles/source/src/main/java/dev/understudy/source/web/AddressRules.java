package dev.understudy.source.web;

import dev.understudy.catalog.AddressFilter;
import java.net.InetAddress;

/**
 * Which addresses may be asked for foreign images: public ones, and those that the operator lists. A client that could name any
 * address would reach, through this server, what only this server can reach.
 */
final class AddressRules {

    /** IPv4 addresses that are not public, by the registry of special purposes; and one of a cloud's own services. */
    private static final AddressFilter RESERVED = AddressFilter.parse("0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,"
            + "169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,192.31.196.0/24,192.52.193.0/24,192.88.99.0/24,"
            + "192.168.0.0/16,192.175.48.0/24,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/4,240.0.0.0/4,"
            + "168.63.129.16");

    /**
     * What has been given to networks of IPv6 so far. Loopback, mapped and translated IPv4 addresses, unique local, link-local and
     * multicast ones are outside it.
     */
    private static final AddressFilter GLOBAL = AddressFilter.parse("2000::/3");

    /** What of that has a special purpose: Teredo and other protocols, documentation, 6to4, name servers of private networks. */
    private static final AddressFilter GLOBAL_RESERVED =
            AddressFilter.parse("2001::/23,2001:db8::/32,2002::/16,2620:4f:8000::/48,3fff::/20");

    private static final int IPV4_LENGTH = 4;

    private final AddressFilter listed;

    /**
     * Rules for connections.
     *
     * @param listed addresses that may be asked though they are not public
     */
    AddressRules(AddressFilter listed) {
        this.listed = listed;
    }

    /** Whether an address may be asked. */
    boolean permit(InetAddress address) {
        return listed.allows(address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == IPV4_LENGTH
                ? !RESERVED.allows(address)
                : GLOBAL.allows(address) && !GLOBAL_RESERVED.allows(address) && !isTunnel(octets);
    }

    /** Whether an IPv6 address has an IPv4 address within it, to which a router would take the packets: ISATAP. */
    private static boolean isTunnel(byte[] octets) {
        return (octets[8] & ~2) == 0 && octets[9] == 0 && octets[10] == 0x5e && octets[11] == (byte) 0xfe;
    }
}
