package dev.understudy.itest.bench;

import dev.understudy.itest.container.Build;
import dev.understudy.itest.container.Setup;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty's own proxy with nothing around it, in a process of its own: what the libraries alone make of a forward. */
final class BareProxy {

    private BareProxy() {}

    static Program start(int secondaryPort) throws Exception {
        int port = Setup.freePort();
        return Program.start(
                port,
                Files.createDirectories(Build.scratch()).resolve("bare-proxy-" + port + ".txt"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BareProxy.class.getName(),
                Integer.toString(port),
                Integer.toString(secondaryPort));
    }

    /** Serves on the first port what is behind the second. */
    public static void main(String[] ports) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(ports[0]));
        server.addConnector(connector);
        String secondary = "127.0.0.1:" + ports[1];
        server.setHandler(new ProxyHandler.Reverse(request ->
                HttpURI.build(request.getHttpURI()).authority(secondary).asImmutable()));
        server.start();
        server.join();
    }
}
