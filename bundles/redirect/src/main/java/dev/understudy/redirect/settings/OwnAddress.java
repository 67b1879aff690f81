package dev.understudy.redirect.settings;

import dev.understudy.catalog.Secondary;
import dev.understudy.settings.UnusableSettingException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The address of this server, which is no secondary server for it. Names are not looked up, except for {@code localhost}, since that may take
 * long; a server that is its own secondary by another name asks itself once for each request.
 *
 * @param host the address that it listens on; empty for all
 * @param ports the ports that it listens on
 */
public record OwnAddress(String host, List<Integer> ports) {

    private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+|localhost");

    /**
     * Returns settings without this server among the secondary ones.
     *
     * @throws UnusableSettingException when it is one
     */
    public RedirectSettings requireOthers(RedirectSettings settings) {
        for (Secondary secondary : settings.secondaries()) {
            if (isOf(secondary)) {
                throw new UnusableSettingException(
                        RedirectSettingTable.SECONDARIES,
                        secondary.toString(),
                        "it is the address of this server itself",
                        RedirectSettingTable.SECONDARIES.syntax().allowed());
            }
        }
        return settings;
    }

    private boolean isOf(Secondary secondary) {
        String name = secondary.host();
        if (!ports.contains(secondary.port()) || !LITERAL.matcher(name).matches()) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(name);
            InetAddress own = InetAddress.getByName(host.isEmpty() ? "0.0.0.0" : host);
            return own.isAnyLocalAddress() ? isLocal(address) : own.equals(address);
        } catch (UnknownHostException | SocketException e) {
            return false;
        }
    }

    private static boolean isLocal(InetAddress address) throws SocketException {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || NetworkInterface.getByInetAddress(address) != null;
    }
}
