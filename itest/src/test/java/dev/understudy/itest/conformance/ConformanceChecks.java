package dev.understudy.itest.conformance;

import dev.understudy.itest.container.Server;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of every table, asked of one server. */
abstract class ConformanceChecks {

    private static final Duration NOTICED = Duration.ofSeconds(20);

    private static ForeignOrigin origin;

    abstract Server server();

    @BeforeAll
    static void startOrigin() throws IOException {
        origin = ForeignOrigin.start();
    }

    @AfterAll
    static void stopOrigin() {
        origin.close();
    }

    @TestFactory
    Stream<DynamicContainer> tables() throws IOException {
        Setup setup = server().setup();
        ConformanceFixture.create(setup.catalogs(), setup.images(), origin.authority());
        listOrigin();
        allowSaving(setup);
        server().client()
                .await(
                        "/is/image/charts/quadrants?req=exists",
                        NOTICED,
                        response -> response.text().contains("catalogRecord.exists=1"));
        Wire wire = new Wire(URI.create("http://127.0.0.1:" + setup.port()));
        return Tables.files().stream().map(file -> table(file, wire));
    }

    /** Has the server ask this machine for foreign images, which it does not by itself; the setting is changed while it serves. */
    private void listOrigin() throws IOException {
        Path file = server().etc().resolve("dev.understudy.source.cfg");
        Files.writeString(
                file,
                Files.readString(file).replaceFirst("(?m)^foreign.addresses =.*$", "foreign.addresses = 127.0.0.1"));
        server().client().await("/is/image/foreign?src=(quadrants.png)", NOTICED, response -> response.status() == 200);
    }

    /** Has images be saved for this machine, in the folder of the catalog of charts. */
    private void allowSaving(Setup setup) throws IOException {
        Path saved = setup.folder().resolve("saved");
        Files.createDirectories(saved.resolve("charts/shelf"));
        Files.createSymbolicLink(saved.resolve("charts/elsewhere"), setup.images());
        Path file = server().etc().resolve("dev.understudy.engine.cfg");
        String written = Files.readString(file)
                .replaceFirst("(?m)^SaveDirectory =.*$", "SaveDirectory = " + saved)
                .replaceFirst("(?m)^saveToFile.clients =.*$", "saveToFile.clients = 127.0.0.1");
        Files.writeString(file, written);
        server().client()
                .await(
                        "/is/image/charts/quadrants?req=saveToFile&name=first.jpg",
                        NOTICED,
                        response -> response.status() == 200);
    }

    private static DynamicContainer table(Path file, Wire wire) {
        return DynamicContainer.dynamicContainer(
                Tables.name(file),
                Tables.rows(file).stream().map(row -> DynamicTest.dynamicTest(row.title(), () -> row.verify(wire))));
    }
}
