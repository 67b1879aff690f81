package dev.understudy.http.server;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.mount.Dispatcher;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;

/** Sets up servers as the host does, for tests in other packages. */
public final class TestServers {

    private TestServers() {}

    public static HttpConfiguration protocol() {
        return StandaloneServer.protocol(AddressFilter.NOBODY);
    }

    public static void install(Server server, Dispatcher dispatcher, RequestLog log) {
        StandaloneServer.install(server, dispatcher, log);
    }
}
