package dev.understudy.itest.faults;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;

/** The servers that faults are tried on. */
final class FaultServers {

    private static final String CATALOGS = "dev.understudy.catalog";

    private FaultServers() {}

    /** The assembled Karaf, one for all that do not need it for themselves; plain Felix on a Java that Karaf does not run on. */
    static Container shared() {
        return Container.of("faults", setup -> {
            Setup prepared = prepared(setup);
            return ready(
                    ProcessServer.canRunKaraf()
                            ? ProcessServer.launchKaraf(prepared)
                            : ProcessServer.launchFelix(prepared));
        });
    }

    /** With a log that can be read, catalogs that are loaded quickly, and the helper bundle. */
    static Setup prepared(Setup setup) {
        return AccessRecords.readable(setup)
                .withHelper()
                .setting(CATALOGS, "catalog.refreshInterval", "100")
                .setting(CATALOGS, "catalog.modificationWaitTime", "100");
    }

    /** Waits for a server, and has it decode files with moods. */
    static ProcessServer ready(ProcessServer server) {
        server.awaitReadiness();
        new DecodingControl(server.client()).teach();
        return server;
    }
}
