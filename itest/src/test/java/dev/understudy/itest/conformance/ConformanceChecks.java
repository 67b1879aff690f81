package dev.understudy.itest.conformance;

import dev.understudy.itest.container.Server;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of every table, asked of one server. */
abstract class ConformanceChecks {

    private static final Duration NOTICED = Duration.ofSeconds(20);

    abstract Server server();

    @TestFactory
    Stream<DynamicContainer> tables() throws IOException {
        Setup setup = server().setup();
        ConformanceFixture.create(setup.catalogs(), setup.images());
        server().client()
                .await(
                        "/is/image/charts/quadrants?req=exists",
                        NOTICED,
                        response -> response.text().contains("catalogRecord.exists=1"));
        Wire wire = new Wire(URI.create("http://127.0.0.1:" + setup.port()));
        return Tables.files().stream().map(file -> table(file, wire));
    }

    private static DynamicContainer table(Path file, Wire wire) {
        return DynamicContainer.dynamicContainer(
                Tables.name(file),
                Tables.rows(file).stream().map(row -> DynamicTest.dynamicTest(row.title(), () -> row.verify(wire))));
    }
}
