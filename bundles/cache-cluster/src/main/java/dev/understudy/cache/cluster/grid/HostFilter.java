package dev.understudy.cache.cluster.grid;

import com.hazelcast.nio.MemberSocketInterceptor;
import dev.understudy.cache.cluster.settings.ClusterHost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets listed hosts alone connect. Their names are looked up each time, since their addresses may change. */
final class HostFilter implements MemberSocketInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(HostFilter.class);

    private static final int MAX_TOLD = 1000;

    private final List<ClusterHost> hosts;
    private final InetAddress own;

    /** The strangers that the log has. */
    private final Set<InetAddress> told = ConcurrentHashMap.newKeySet();

    HostFilter(List<ClusterHost> hosts, InetAddress own) {
        this.hosts = hosts;
        this.own = own;
    }

    @Override
    public void init(Properties properties) {
        // has no properties
    }

    @Override
    public void onAccept(Socket socket) throws IOException {
        InetAddress from = socket.getInetAddress();
        if (!allows(from)) {
            if (told.size() < MAX_TOLD && told.add(from)) {
                LOG.warn("{} is none of the hosts of the cluster, and may not join it", from.getHostAddress());
            }
            throw new IOException("not a host of the cluster: " + from.getHostAddress());
        }
    }

    @Override
    public void onConnect(Socket socket) {
        // goes to a listed host, or to one that a listed host knows
    }

    boolean allows(InetAddress from) {
        return from.equals(own) || hosts.stream().anyMatch(host -> isAt(host, from));
    }

    private static boolean isAt(ClusterHost host, InetAddress address) {
        try {
            return Arrays.asList(InetAddress.getAllByName(host.name())).contains(address);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
