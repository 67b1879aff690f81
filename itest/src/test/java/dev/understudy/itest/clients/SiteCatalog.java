package dev.understudy.itest.clients;

import dev.understudy.itest.container.NodeModules;
import dev.understudy.itest.container.Server;
import java.io.IOException;
import java.time.Duration;

/** The catalog {@code site}, which joins the samples of a server: photographs, smart crops, a spin and a set with swatches. */
final class SiteCatalog {

    private static final Duration NOTICED = Duration.ofSeconds(20);

    private SiteCatalog() {}

    /** Returns once the server has it. */
    static void create(Server server) throws IOException {
        NodeModules.copy("/clients/site.tsv", server.setup().catalogs());
        NodeModules.copy("/clients/site.ini", server.setup().catalogs());
        server.client()
                .await(
                        "/is/image/site/seed?req=exists",
                        NOTICED,
                        response -> response.text().contains("catalogRecord.exists=1"));
    }
}
