package dev.understudy.source.keep;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many there may be at a time: in all, of one server, and for one catalog. No server, however many ports or names it has, and no
 * catalog, however many servers it names, can take all places. Safe for many threads.
 *
 * <p>Who has a domain has as many names of hosts as they like, but not as many addresses: hosts that are found at the same address, or
 * in the same network of IPv6, are one server from then on.
 */
public final class FetchQuota {

    /** What one customer of a network has of IPv6 at the least. */
    private static final int NETWORK_BYTES = 8;

    private static final int MAX_KNOWN_HOSTS = 10_000;

    private final int max;
    private final int maxOfServer;
    /** Taken places, by the network that a host is in, or by the host as long as that is not known. */
    private final Map<String, Integer> servers = new HashMap<>();

    private final Map<String, Integer> catalogs = new HashMap<>();
    private final Map<String, String> networks = new LinkedHashMap<>(16, 0.75f, true);
    private int all;

    /**
     * A quota of which nothing is taken.
     *
     * @param max in all; half of them for one server, three quarters for one catalog
     */
    public FetchQuota(int max) {
        this.max = max;
        maxOfServer = (max + 1) / 2;
    }

    /** Takes a place; false when there is none for this host or this catalog. */
    public synchronized boolean take(String host, String catalog) {
        String server = server(host);
        boolean free = all < max
                && servers.getOrDefault(server, 0) < maxOfServer
                && catalogs.getOrDefault(catalog, 0) < (3 * max + 3) / 4;
        if (free) {
            all++;
            servers.merge(server, 1, Integer::sum);
            catalogs.merge(catalog, 1, Integer::sum);
        }
        return free;
    }

    /** Gives a place back. */
    public synchronized void give(String host, String catalog) {
        all--;
        giveOf(servers, server(host));
        giveOf(catalogs, catalog);
    }

    /**
     * Takes note of where a host is. One that has several addresses counts as being at the first for as long as it has places.
     *
     * @return false when there are too many places taken of that address by other names
     */
    public synchronized boolean isAt(String name, InetAddress address) {
        String host = bare(name);
        String network = network(address);
        String before = networks.get(host);
        if (before != null && (before.equals(network) || servers.containsKey(before))) {
            return true;
        }
        int own = servers.getOrDefault(host, 0);
        if (own + servers.getOrDefault(network, 0) > maxOfServer) {
            return false;
        }
        networks.put(host, network);
        if (own > 0) {
            servers.remove(host);
            servers.merge(network, own, Integer::sum);
        }
        forgetOldest();
        return true;
    }

    /** Forgets the host that was used longest ago if it has no places, which are noted by its network. */
    private void forgetOldest() {
        if (networks.size() > MAX_KNOWN_HOSTS) {
            Map.Entry<String, String> oldest = networks.entrySet().iterator().next();
            if (!servers.containsKey(oldest.getValue())) {
                networks.remove(oldest.getKey());
            }
        }
    }

    private String server(String name) {
        String host = bare(name);
        return networks.getOrDefault(host, host);
    }

    /** An address of IPv6 without the brackets that it has in URLs. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static String network(InetAddress address) {
        byte[] octets = address.getAddress();
        byte[] network = address instanceof Inet6Address ? Arrays.copyOf(octets, NETWORK_BYTES) : octets;
        return "#" + HexFormat.of().formatHex(network);
    }

    private static void giveOf(Map<String, Integer> places, String name) {
        places.computeIfPresent(name, (key, taken) -> taken == 1 ? null : taken - 1);
    }

    public synchronized int taken() {
        return all;
    }
}
