package dev.understudy.itest.container;

import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The server of a kind, started for the first test class that wants it and stopped after the last one. */
public final class Container implements BeforeAllCallback {

    private static final Namespace SERVERS = Namespace.create(Container.class);

    private final String name;
    private final Function<Setup, Server> start;
    private Server server;

    private Container(String name, Function<Setup, Server> start) {
        this.name = name;
        this.start = start;
    }

    public static Container karaf() {
        return of("karaf", KarafServer::start);
    }

    /** Another Karaf beside the first one. */
    public static Container secondKaraf() {
        return of("karaf-second", KarafServer::start);
    }

    /** The assembled Karaf with every optional feature and HTTPS. */
    public static Container fullKaraf() {
        return of("karaf-full", FullKaraf::start);
    }

    public static Container felix() {
        return of("felix", FelixServer::start);
    }

    /** A kind of its own. */
    public static Container of(String name, Function<Setup, Server> start) {
        return new Container(name, start);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot()
                .getStore(SERVERS)
                .getOrComputeIfAbsent(name, key -> start.apply(Setup.fresh(name)), Server.class);
    }

    public Server server() {
        return server;
    }

    public Client client() {
        return server.client();
    }
}
