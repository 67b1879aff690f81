package dev.understudy.cache.cluster.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of the cluster as the settings name it.
 *
 * @param name an IP address or a host's name, IPv6 addresses without brackets
 * @param port 0 where none is written: the port of this server
 */
public record ClusterHost(String name, int port) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:\\[([0-9a-fA-F:.%]+)]|([0-9a-fA-F]*:[0-9a-fA-F:]*:[0-9a-fA-F:.%]*)|([^\\s\\[\\]:/@;,]+))(?::(\\d{1,5}))?");

    private static final int MAX_PORT = 65535;

    /**
     * Reads a host.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ClusterHost parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a host");
        }
        int port = written.group(4) == null ? 0 : Integer.parseInt(written.group(4));
        if (written.group(4) != null && (port < 1 || port > MAX_PORT)) {
            throw new IllegalArgumentException("'" + text + "' has no port from 1 to " + MAX_PORT);
        }
        String address = written.group(1) == null ? written.group(2) : written.group(1);
        return new ClusterHost(address == null ? written.group(3) : address, port);
    }

    /** The host and a port, as a URL has it. */
    public String withPort(int usual) {
        return (name.contains(":") ? "[" + name + "]" : name) + ":" + (port == 0 ? usual : port);
    }
}
